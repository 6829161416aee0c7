"""What step 2's screen shows in tests; everybody is invented."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from pilkades_desk.core.clock import Zona
from pilkades_desk.core.findings import Finding
from pilkades_desk.core.progress import Progress
from pilkades_desk.kits.qt.ask import Answers
from pilkades_desk.kits.qt.print_page import Printout
from pilkades_desk.kits.spreadsheet.reader import read_sheets
from pilkades_desk.panitia.rights import Aksi
from pilkades_desk.panitia.values import TujuanAkses
from pilkades_desk.pemilih.batch.values import Batch, HasilTarik
from pilkades_desk.pemilih.cari.rules import sum_areas
from pilkades_desk.pemilih.cari.values import Cari, JumlahWilayah, PilihanSaring, Wilayah
from pilkades_desk.pemilih.coklit.screen import CoklitActs
from pilkades_desk.pemilih.coklit.values import HasilSimpan, Konsep
from pilkades_desk.pemilih.daftar.change_screen import ChangeActs
from pilkades_desk.pemilih.daftar.screen import ListActs
from pilkades_desk.pemilih.deteksi import Deteksi, detect
from pilkades_desk.pemilih.dpt.screen import DptActs
from pilkades_desk.pemilih.dpt.values import VersiDpt
from pilkades_desk.pemilih.findings import E201, E203, W221
from pilkades_desk.pemilih.forms import NUMBERS, tujuan_of
from pilkades_desk.pemilih.ganda.screen import GandaActs
from pilkades_desk.pemilih.ganda.values import Pasangan, Rujukan
from pilkades_desk.pemilih.impor.batch_screen import BatchActs
from pilkades_desk.pemilih.impor.rules import deteksi_of, start, use_layout
from pilkades_desk.pemilih.impor.screen import ImportActs
from pilkades_desk.pemilih.impor.values import Banding, BerkasDibuka
from pilkades_desk.pemilih.intake import Intake
from pilkades_desk.pemilih.lock_screen import LockActs
from pilkades_desk.pemilih.pemetaan.rules import as_source, mapping_of
from pilkades_desk.pemilih.pratinjau import BerkasLembar, HitunganImpor, count_import
from pilkades_desk.pemilih.print_screen import Pesanan
from pilkades_desk.pemilih.repair_screen import RepairActs
from pilkades_desk.pemilih.reveal_screen import RevealActs
from pilkades_desk.pemilih.riwayat.values import Babak, Beda, Peristiwa
from pilkades_desk.pemilih.rules import Penilaian, mask_pemilih
from pilkades_desk.pemilih.screen import PemilihActs
from pilkades_desk.pemilih.sumber import SourceProfile, sources
from pilkades_desk.pemilih.ubah.rules import isian_of_pemilih
from pilkades_desk.pemilih.ubah.values import HasilUbah
from pilkades_desk.pemilih.usul.screen import UsulActs
from pilkades_desk.pemilih.usul.values import Keputusan, Menunggu, Putusan, Usul, UsulBaru
from pilkades_desk.pemilih.values import (
    AlasanCoret,
    BarisPemilih,
    BarisPerbaikan,
    DataPribadi,
    Dps,
    Dpt,
    HasilImpor,
    Isian,
    Pemilih,
    PemilihBaru,
    PemilihFields,
    PemilihTersamar,
    PratinjauDpt,
    RingkasanPemilih,
)
from tests.pemilih.lembar_contoh import write_layout
from tests.pemilih.lembar_orang import invent
from tests.pemilih.rows import SYARAT

AT = datetime(2026, 9, 7, 2, 0, tzinfo=UTC)
FIELDS = {
    "nik": "3399015205900001",
    "kk": "3399010101150001",
    "nama": "SITI UJI",
    "tempat_lahir": "CIKEMBAR",
    "tanggal_lahir": date(1990, 5, 12),
    "kelamin": "P",
    "kawin": "S",
    "alamat": "JL. MELATI NO. 3",
    "dusun": "",
    "rt": 2,
    "rw": 1,
    "disabilitas": 0,
    "keterangan": "",
}
DPS = Dps(jumlah_l=1, jumlah_p=2, segel="a" * 64, ditetapkan=AT)
DPT = Dpt(
    jumlah_l=1, jumlah_p=2, jumlah_dps=3, dicoret=0, tambahan=0, segel="7673dffcd6b09f8b" * 4,
    dikunci=AT,
)  # fmt: skip
WRONG_CELL = BarisPerbaikan(
    id=5,
    berkas="a.xlsx",
    lembar="Sheet1",
    baris=23,
    kepala=("NIK",),
    sel=("3399015205900000",),
    isian={Isian.NIK: "3399015205900000", Isian.NAMA: "BUDI UJI"},
    temuan=(E203.at("Sheet1, baris 23"),),
)


def pemilih(number: int = 1, **changes: object) -> Pemilih:
    return Pemilih.model_validate(FIELDS | {"id": number, "asal": "dps"} | changes)


def baris(number: int = 1, *, warnings: int = 0, **changes: object) -> BarisPemilih:
    return BarisPemilih(tersamar(number, **changes), None, warnings)


def tersamar(number: int = 1, *, near: bool = True, **changes: object) -> PemilihTersamar:
    return mask_pemilih(pemilih(number, **changes), near=near)


def ringkasan(**changes: object) -> RingkasanPemilih:
    facts = {
        "jumlah_l": 1,
        "jumlah_p": 2,
        "dicoret": 0,
        "peringatan": 1,
        "perlu_diperbaiki": 1,
        "dps": None,
        "dpt": None,
    }
    return RingkasanPemilih.model_validate(facts | changes)


CHOICES = PilihanSaring(("", "Kidul"), (1,), (0, 2), ("", "2"), (("W221", 1_204),))
ISIAN = isian_of_pemilih(pemilih())
HISTORY = (
    Peristiwa(AT, Babak.DITERIMA, "Rini Uji", keterangan="a.xlsx, Sheet1, baris 2"),
    Peristiwa(
        AT, Babak.KOREKSI, "Rini Uji", (Beda("Nama", "SITI", "SITI UJI"),), "sesuai KTP-el",
        "KTP 1", kelompok=4,
    ),
)  # fmt: skip


class TwoPages:
    sizes = ((595.0, 842.0),) * 2

    def render(self, page: int, dpi: float) -> tuple[bytes, int, int, int]:
        side = int(dpi)
        return bytes(side * side * 4), side, side, side * 4


def printout(title: str) -> Printout:
    return Printout(
        title, f"{title}.pdf", TwoPages(), lambda path: path.write_text(title), lambda _copies: None
    )


def open_sample(
    content: bytes, name: str, profiles: tuple[SourceProfile, ...], *, berulang: bool = False
) -> BerkasDibuka:
    """A file as the page of the import is given it."""
    berkas = BerkasLembar(name, "a" * 64, bermakro=False, sheets=read_sheets(content))
    deteksi = detect(berkas.sheets, profiles, berkas.sha256)
    return BerkasDibuka(berkas, profiles, start(berkas.sheets, deteksi), berulang)


class Village:
    """Answers the screen from memory and remembers what it was asked to do."""

    def __init__(self, **figures: object) -> None:
        self.seen = ringkasan(**figures)
        self.daftar = {n: baris(n, warnings=n == 2, nama=f"PEMILIH {n}") for n in (1, 2, 3)}
        self.waiting: tuple[BarisPerbaikan, ...] = (WRONG_CELL,)
        self.rights = frozenset(Aksi)
        self.asked: list[Cari] = []
        self.usul: list[Usul] = []
        self.versions: tuple[VersiDpt, ...] = ()
        self.tried: tuple[Finding, ...] = ()
        self.ubah = HasilUbah(7, 1)
        self.done: list[object] = []
        self.opened: list[int] = []
        self.hasil = HasilImpor(1, 2_987, (), ())
        self.preview = PratinjauDpt(DPT, ())
        self.sheet = write_layout("kpu-33", invent(1, 20))
        self.profiles = tuple(sources().values())
        self.berulang = False
        self.imports: tuple[Batch, ...] = ()
        self.banding = Banding((), 0)
        self.pairs: tuple[Pasangan, ...] = ()
        self.judged = Penilaian(PemilihBaru.model_validate(FIELDS), ())

    def acts(self) -> PemilihActs:
        return PemilihActs(
            zona=Zona.WIB,
            may=lambda aksi: aksi in self.rights,
            summarise=lambda: self.seen,
            daftar=self.list_acts(),
            importing=ImportActs(
                may=lambda aksi: aksi in self.rights,
                open=self.open_sheet,
                preview=self.preview_import,
                store=self.import_sheet,
                keep=self.keep_susunan,
            ),
            set_dps=self.set_dps,
            batches=BatchActs(
                zona=Zona.WIB,
                read=lambda: self.imports,
                may=lambda: Aksi.TARIK_BATCH in self.rights,
                withdraw=self.withdraw,
                compare=lambda one, other: self.banding,
            ),
            repairs=RepairActs(
                read=lambda: self.waiting,
                judge=self.judge,
                repair=self.repair,
                set_aside=self.set_aside,
                open=self.open,
                may_save=lambda: Aksi.EKSPOR_DATA in self.rights,
                save=self.save,
            ),
            doubles=GandaActs(
                find=self.find_doubles,
                decide=self.decide,
                may=lambda: Aksi.PUTUSKAN_GANDA in self.rights,
            ),
            coklit=CoklitActs(
                may=lambda: Aksi.SIMPAN_COKLIT in self.rights,
                may_print=lambda: Aksi.CETAK_DAFTAR in self.rights,
                today=AT.date,
                list=tuple,
                read=lambda _number: (),
                make=self.done.append,
                make_every=tuple,
                typed=lambda _number: Konsep(),
                keep=lambda _number, _konsep: None,
                print=lambda number, _progress: (printout(f"Lembar {number}"),),
                save=lambda _number, _isian: HasilSimpan(0, 0, 0, 0),
            ),
            usul=UsulActs(
                may=lambda aksi: aksi in self.rights,
                read=lambda: tuple(self.usul),
                read_open=self.open_usul,
                receive=self.receive_usul,
                decide=self.decide_usul,
                print=lambda number, _progress: (printout(f"F-03 no. {number}"),),
            ),
            dpt=DptActs(
                zona=Zona.WIB,
                may=lambda aksi: aksi in self.rights,
                read=lambda: self.versions,
                difference=lambda _one, _other: ("No. 2 BUDI UJI (339901**********) keluar.",),
                approvers=lambda: ("operator1",),
                unlock=self.unlock,
                kinds=lambda: ("meninggal dunia",),
                today=AT.date,
                note=lambda *said: self.done.append(said),
                save=self.save,
            ),
            locking=LockActs(
                preview=lambda: self.preview, approvers=lambda: ("operator1",), lock=self.lock
            ),
            print_dokumen=self.print_dokumen,
            choose_printer=lambda _name: None,
            open_loket=lambda: self.done.append("loket"),
        )

    def list_acts(self) -> ListActs:
        return ListActs(
            zona=Zona.WIB,
            may=lambda aksi: aksi in self.rights,
            find=self.find,
            read_areas=self.read_areas,
            read_choices=lambda: CHOICES,
            read_baris=lambda ids: [self.daftar[each] for each in ids],
            read_warnings=lambda each: (W221.at("baris 2"),) if each == 2 else (),
            read_history=lambda _each: HISTORY,
            changes=ChangeActs(
                strike=self.strike,
                read_isian=lambda _each: dict(ISIAN),
                try_correction=lambda _each, typed: self.tried,
                correct=self.correct,
                change_many=self.change_many,
                undo=self.undo,
            ),
            numbers=RevealActs(
                may=lambda: Aksi.LIHAT_DATA_PRIBADI in self.rights, reveal=self.reveal
            ),
        )

    def print_dokumen(self, asked: Pesanan, progress: Progress) -> tuple[Printout, ...]:
        self.done.append(asked)
        return (printout("DPT"),)

    def find(self, cari: Cari) -> Sequence[int]:
        self.asked.append(cari)
        return [n for n, one in self.daftar.items() if cari.teks.upper() in one.pemilih.nama]

    def read_areas(self, cari: Cari) -> tuple[Wilayah, ...]:
        return sum_areas((JumlahWilayah("Kidul", 1, 2, 0, len(self.find(cari))),))

    def correct(
        self, number: int, typed: Mapping[Isian, str], alasan: str, bukti: str
    ) -> HasilUbah:
        self.done.append((number, dict(typed), alasan, bukti))
        return self.ubah

    def change_many(self, ids: Sequence[int], typed: Mapping[Isian, str], alasan: str) -> HasilUbah:
        self.done.append((tuple(ids), dict(typed), alasan))
        return self.ubah

    def unlock(self, alasan: str, nama: str, sandi: str) -> Dpt:
        self.done.append((alasan, nama, sandi))
        self.seen = self.seen.model_copy(update={"dpt": None})
        return DPT

    def open_usul(self) -> tuple[Menunggu, ...]:
        return tuple(Menunggu(one, 3) for one in self.usul if one.keputusan is None)

    def receive_usul(self, baru: UsulBaru) -> Usul:
        self.done.append(baru)
        nama = "" if baru.pemilih_id is None else self.daftar[baru.pemilih_id].pemilih.nama
        number = len(self.usul) + 1
        self.usul.append(Usul(nomor=number, isi=baru, nama_pemilih=nama, diterima=AT, akun_id=1))
        return self.usul[-1]

    def decide_usul(self, number: int, putusan: Putusan, alasan: str) -> Usul:
        self.done.append((number, putusan, alasan))
        decided = Keputusan(putusan=putusan, alasan=alasan, waktu=AT, akun_id=1)
        former = self.usul[number - 1]
        self.usul[number - 1] = former.model_copy(update={"keputusan": decided})
        return self.usul[number - 1]

    def undo(self, kelompok: int) -> HasilUbah:
        self.done.append(kelompok)
        return HasilUbah(kelompok + 1, 1)

    def open_sheet(self, path: Path, progress: Progress) -> BerkasDibuka:
        progress(1, 1)
        return open_sample(self.sheet, path.name, self.profiles, berulang=self.berulang)

    def preview_import(self, buka: BerkasDibuka, progress: Progress) -> HitunganImpor:
        return count_import(buka.berkas, deteksi_of(buka), Intake(SYARAT), progress)

    def keep_susunan(self, buka: BerkasDibuka, at: int, nama: str) -> BerkasDibuka:
        self.done.append(nama)
        kept = as_source(mapping_of(buka.susunan[at].lembar, nama))
        return use_layout(replace(buka, tata_letak=(kept, *buka.tata_letak)), at, kept)

    def import_sheet(
        self, berkas: BerkasLembar, progress: Progress, deteksi: Deteksi
    ) -> HasilImpor:
        progress(1, 1)
        self.done.append((berkas.nama, deteksi))
        return self.hasil

    def withdraw(self, batch_id: int, alasan: str, *, paksa: bool) -> HasilTarik:
        self.done.append((batch_id, alasan, paksa))
        self.imports = tuple(
            replace(one, ditarik=AT) if one.id == batch_id else one for one in self.imports
        )
        return HasilTarik(2, 1)

    def strike(self, number: int, alasan: AlasanCoret, keterangan: str) -> None:
        self.done.append((number, alasan, keterangan))
        coret = "" if alasan is AlasanCoret.BATAL_DICORET else alasan.value
        self.daftar[number] = baris(number, coret=coret, nama=f"PEMILIH {number}")

    def reveal(self, number: int, tujuan: TujuanAkses) -> DataPribadi:
        self.done.append((number, tujuan))
        return DataPribadi(FIELDS["nik"], FIELDS["kk"])

    def open(self, number: int) -> BarisPerbaikan:
        self.opened.append(number)
        return next(row for row in self.waiting if row.id == number)

    def save(self, path: Path, answers: Answers) -> None:
        self.done.append((path, tujuan_of(answers), answers[NUMBERS]))

    def set_dps(self) -> Dps:
        self.seen = self.seen.model_copy(update={"dps": DPS})
        return DPS

    def judge(self, number: int, typed: Mapping[Isian, str]) -> tuple[Finding, ...]:
        nik = typed.get(Isian.NIK, "")
        return () if len(nik) == 16 else (E201.at("Sheet1, baris 23", digit=len(nik)),)

    def repair(self, number: int, typed: Mapping[Isian, str]) -> Penilaian:
        self.done.append((number, dict(typed)))
        if self.judged.pemilih:
            self.waiting = ()
        return self.judged

    def set_aside(self, number: int, reason: str) -> None:
        self.done.append((number, reason))
        self.waiting = ()

    def find_doubles(self, progress: Progress) -> tuple[Pasangan, ...]:
        progress(1, 1)
        return self.pairs

    def decide(self, pair: Rujukan, kept: int, reason: str) -> None:
        self.done.append((pair, kept, reason))

    def lock(self, segel: str, nama: str, sandi: str) -> Dpt:
        self.done.append((segel, nama, sandi))
        self.seen = self.seen.model_copy(update={"dpt": DPT})
        return DPT


assert set(FIELDS) == set(PemilihFields.model_fields)
