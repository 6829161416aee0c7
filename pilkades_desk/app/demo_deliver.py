"""The demo's second half, steps 7 and 8: kit and keys, the stick, the desk, the receipt."""

from dataclasses import dataclass
from pathlib import Path

from pilkades_desk.app.demo_say import Story
from pilkades_desk.app.demo_village import DESA, PETUGAS
from pilkades_desk.app.schema import SCHEMA
from pilkades_desk.core.clock import Clock
from pilkades_desk.core.terbilang import angka
from pilkades_desk.kits.signing.keys import fingerprint_digits
from pilkades_desk.kits.signing.scope import PeranSertifikat
from pilkades_desk.kits.usb.folder_drive import FolderDrive
from pilkades_desk.paket.usecases import (
    HasilEkspor,
    export_hasil,
    export_key_request,
    read_kit,
    read_tanda_terima,
)
from pilkades_desk.paket.values import DesaKit, HasilPublik
from pilkades_desk.panitia.meja import Meja
from pilkades_desk.panitia.usecases import read_village_authority
from pilkades_desk.penerimaan.desk import MejaKabupaten
from pilkades_desk.penerimaan.usecases import (
    create_desk,
    issue_certificates,
    make_kit,
    read_root_digits,
    receive,
    rekap,
    write_tanda_terima,
)
from pilkades_desk.penerimaan.values import MejaBaru

_NEIGHBOURS = (("3399012002", "Mekarsari"), ("3399012003", "Tanjungrejo"))


@dataclass(frozen=True)
class Delivered:
    """The files that travelled, and what the desk read in them."""

    ekspor: HasilEkspor
    tanda_terima: Path
    hasil: HasilPublik


def open_desk(folder: Path, clock: Clock) -> MejaKabupaten:
    """Make the kabupaten's desk for three villages."""
    ours = DesaKit(kode_desa=DESA.kode_desa, desa=DESA.desa, kecamatan=DESA.kecamatan)
    others = tuple(
        DesaKit(kode_desa=kode, desa=desa, kecamatan=DESA.kecamatan) for kode, desa in _NEIGHBOURS
    )
    baru = MejaBaru(kode_kabupaten="3399", kabupaten=DESA.kabupaten, desa=(ours, *others))
    return create_desk(folder, baru, PETUGAS, SCHEMA, clock).meja


def enrol(desk: MejaKabupaten, meja: Meja, stick: FolderDrive, story: Story) -> Path:
    """Carry the stick there and back until the village has its certificates; gives the kit."""
    read_kit(meja, make_kit(desk, stick), read_root_digits(desk))
    request = export_key_request(meja, stick)
    village = read_village_authority(meja, PeranSertifikat.DESA)
    issue_certificates(desk, request, fingerprint_digits(village.cert_pem))
    kit = make_kit(desk, stick)
    read_kit(meja, kit)
    story.step("Kit kabupaten dibaca, kunci desa disahkan kabupaten")
    story.detail(str(kit))
    return kit


def deliver(desk: MejaKabupaten, meja: Meja, stick: FolderDrive, story: Story) -> Delivered:
    """Export, receive, answer, and read the answer."""
    ekspor = export_hasil(meja, stick)
    story.step("Paket publik dan paket hasil terkunci ditulis dan dibaca ulang; USB aman dicabut")
    story.detail(str(ekspor.hasil))
    masuk = receive(desk, ekspor.hasil)
    story.check("Meja kabupaten menerima paket utuh tanpa temuan", holds=not masuk.temuan)
    story.check(
        "Paket yang sama kedua kali hanya dikenali", holds=receive(desk, ekspor.hasil).sudah
    )
    table = rekap(desk)
    row = table.baris[0]
    story.step(f"Rekap kabupaten: {row.desa}, suara sah {angka(row.sah)}, belum {len(table.belum)}")
    answer = write_tanda_terima(desk, masuk.masuk, stick)
    tanda_terima = read_tanda_terima(meja, answer)
    story.step(f"Tanda terima dibaca desa: {tanda_terima.isi.putusan}")
    story.check(
        "Tanda terima menyebut paket kita", holds=tanda_terima.isi.amplop == masuk.masuk.amplop
    )
    return Delivered(ekspor, answer, masuk.hasil)
