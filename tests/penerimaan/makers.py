"""A kabupaten desk and a village that know each other, with a folder as stick between them."""

import shutil
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import Any

from pilkades_desk.app.schema import SCHEMA
from pilkades_desk.core.clock import SteppingClock
from pilkades_desk.kits.keybox.slots import read_slots
from pilkades_desk.kits.sealing.age_keys import fingerprint
from pilkades_desk.kits.sealing.header import Addressee, value_bytes
from pilkades_desk.kits.sealing.writing import Source
from pilkades_desk.kits.signing.keys import fingerprint_digits
from pilkades_desk.kits.signing.scope import PeranSertifikat
from pilkades_desk.kits.storage import audit_log
from pilkades_desk.kits.storage.election_file import ElectionFile
from pilkades_desk.kits.usb.folder_drive import FolderDrive
from pilkades_desk.paket.sending import Surat, copy_paket, write_paket
from pilkades_desk.paket.usecases import (
    HasilEkspor,
    export_key_request,
    find_kit,
    read_kit,
    seal_hasil,
)
from pilkades_desk.paket.values import DesaKit, HasilPublik, IsiRiwayat, JenisPaket, Lampiran
from pilkades_desk.panitia.accounts import FILE_NAME, SLOTS_NAME
from pilkades_desk.panitia.meja import Meja
from pilkades_desk.panitia.rights import Aksi
from pilkades_desk.panitia.usecases import make_village_keys, read_village_authority
from pilkades_desk.panitia.values import AkunBaru, Peran
from pilkades_desk.penerimaan.desk import MejaKabupaten
from pilkades_desk.penerimaan.usecases import (
    MejaDibuat,
    create_desk,
    issue_certificates,
    make_kit,
    read_root_digits,
)
from pilkades_desk.penerimaan.values import MejaBaru
from tests.makers import DESA, KETUA, START, make_clock, make_meja

PENGESAH = AkunBaru(
    nama="pengesah", nama_lengkap="Hartati Uji", peran=Peran.PENGESAH, sandi="sungai batu teh manis"
)
OURS = DesaKit(kode_desa=DESA.kode_desa, desa=DESA.desa, kecamatan=DESA.kecamatan)
OTHER = DesaKit(kode_desa="3399012002", desa="Karangrejo", kecamatan="Cikembar")
LATER = START + timedelta(minutes=10)
LAMPIRAN = Lampiran(nama="f-29-f29.pdf", isi=b"%PDF-1.7 uji")


def desk_fields(**changes: Any) -> MejaBaru:
    fields = {"kode_kabupaten": "3399", "kabupaten": "Contoh", "desa": (OURS, OTHER)}
    return MejaBaru.model_validate(fields | changes)


def make_desk(folder: Path, **changes: Any) -> MejaDibuat:
    """A new desk on a real encrypted file, with the pengesah logged in."""
    return create_desk(folder / "meja", desk_fields(**changes), PENGESAH, SCHEMA, make_clock())


def village_digits(village: Meja) -> str:
    """The digits on the village's stamped form."""
    return fingerprint_digits(read_village_authority(village, PeranSertifikat.DESA).cert_pem)


def make_village(folder: Path) -> Meja:
    """A village's desk with its own keys."""
    village = make_meja(folder)
    make_village_keys(village)
    return village


@dataclass
class Handover:
    """Two enrolled desks and a stick."""

    desk: MejaKabupaten
    village: Meja
    stick: FolderDrive
    village_key: bytes = b""

    def hasil(self, votes: tuple[int, ...] = (120, 80), **changes: Any) -> HasilPublik:
        """A result of one unit; sums are right unless changed."""
        return make_hasil(self.village, votes, **changes)

    def send(self, hasil: HasilPublik | None = None) -> HasilEkspor:
        """One export onto the stick."""
        return seal_hasil(self.village, hasil or self.hasil(), [LAMPIRAN], self.stick)

    def insider(self, sources: list[Source], **changes: Any) -> Path:
        """A sealed bundle with the village's true key and any content."""
        village, kit = self.village, find_kit(self.village)
        assert kit is not None
        own = village.pemilihan
        desk = Addressee(name="Meja", fingerprint=fingerprint(kit.penerima))
        signer = read_village_authority(village, PeranSertifikat.DESA)
        surat = Surat(JenisPaket.HASIL, own.gladi, own.id, own.kode_desa, desk, signer)
        surat = replace(surat, penerima=(kit.penerima, kit.cadangan), **changes)
        with village.act(Aksi.EKSPOR_PAKET) as act:
            paket = write_paket(act, village, surat, sources)
            act.record(f"paket/{paket.amplop}")
            act.commit()
        return copy_paket(village, paket, self.stick)

    def riwayat(self) -> bytes:
        """The village's audit extract as it stands now."""
        with self.village.read() as session:
            entri = [
                {"seq": e.seq, "body": e.body, "prev": e.prev.hex(), "hash": e.hash.hex()}
                for e in audit_log.read_entries(session)
            ]
        return value_bytes(IsiRiwayat.model_validate({"entri": entri}))

    def twin(self, folder: Path) -> Meja:
        """The village's file restored from a copy made now."""
        folder.mkdir()
        self.village.file.copy_to(folder / FILE_NAME)
        return replace(self.village, **_opened(folder, self.village_key))

    def close(self) -> None:
        """Both files."""
        self.desk.close()
        self.village.close()


def make_stick(folder: Path) -> FolderDrive:
    """An empty folder as stick."""
    stick = folder / "stick"
    stick.mkdir()
    return FolderDrive(stick)


def make_strangers(folder: Path) -> Handover:
    """A desk and a village that have not met."""
    return Handover(make_desk(folder).meja, make_village(folder), make_stick(folder))


def enrol(both: Handover) -> Handover:
    """Kit → key request → certificates → newer kit, all through the stick."""
    desk, village, stick = both.desk, both.village, both.stick
    read_kit(village, make_kit(desk, stick), read_root_digits(desk))
    issue_certificates(desk, export_key_request(village, stick), village_digits(village))
    read_kit(village, make_kit(desk, stick))
    return both


@dataclass(frozen=True)
class Kept:
    """Both desks closed on disk, to be copied for each test: a password costs half a second."""

    folder: Path
    both: Handover
    keys: tuple[bytes, bytes]


def keep(both: Handover) -> Kept:
    """Close both files and keep what opens them."""
    both.close()
    keys = tuple(
        read_slots(meja.folder / SLOTS_NAME).open_slot(akun.nama, akun.sandi).file_keys[0]
        for meja, akun in ((both.desk, PENGESAH), (both.village, KETUA))
    )
    return Kept(both.desk.folder.parent, both, (keys[0], keys[1]))


def copy_of(kept: Kept, folder: Path) -> Handover:
    """The same two desks on files of their own."""
    shutil.copytree(kept.folder, folder, dirs_exist_ok=True)
    desk, village = kept.both.desk, kept.both.village
    return Handover(
        replace(desk, **_opened(folder / desk.folder.name, kept.keys[0])),
        replace(village, **_opened(folder / village.folder.name, kept.keys[1])),
        FolderDrive(folder / "stick"),
        kept.keys[1],
    )


def _opened(folder: Path, key: bytes) -> dict[str, Any]:
    file = ElectionFile.open(folder / FILE_NAME, key, SCHEMA)
    return {"folder": folder, "file": file, "clock": SteppingClock(LATER)}


def make_hasil(village: Meja, votes: tuple[int, ...] = (120, 80), **changes: Any) -> HasilPublik:
    """A published result of one unit of 300 voters."""
    own, sah = village.pemilihan, sum(votes)
    isi = {"dpt_l": 150, "dpt_p": 150, "hadir_jumlah": sah + 5, "sisa": 40, "sah": sah}
    isi |= {"tidak_sah": 5, "jumlah_suara": sah + 5}
    isi |= {f"suara_{nomor}": n for nomor, n in enumerate(votes, start=1)}
    names = ("Rahmat Uji", "Lestari Uji", "Joko Uji")
    top = max(votes)
    alone = votes.index(top) + 1 if votes.count(top) == 1 else None
    fields: dict[str, Any] = {
        "pemilihan": own.id, "kode_desa": own.kode_desa, "desa": own.desa,
        "kecamatan": own.kecamatan, "kabupaten": own.kabupaten, "provinsi": own.provinsi,
        "tanggal": own.tanggal.isoformat(), "gladi": own.gladi, "profil": village.profil.nama,
        "profil_sidik": village.profil.sidik, "nilai": (), "langkah": (), "nomor_urut": alone,
        "status": "unggul" if alone else "seri",
        "calon": [{"nomor": n, "nama": names[n - 1]} for n in range(1, len(votes) + 1)],
        "unit": [
            {"nomor": 1, "nama": "TPS 1", "form": [{"versi": 1, "isi": isi, "segel": "ab" * 32}]}
        ],
    }  # fmt: skip
    return HasilPublik.model_validate(fields | changes)
