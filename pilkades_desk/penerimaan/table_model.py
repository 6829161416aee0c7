"""The tables of step 8: receipts in the village; villages and F-39 at the kabupaten."""

from PySide6.QtCore import Qt

from pilkades_desk.core.clock import Zona, moment_text, parse_utc
from pilkades_desk.core.terbilang import angka
from pilkades_desk.kits.qt.table import Column
from pilkades_desk.paket.values import TandaTerima, kode_singkat
from pilkades_desk.penerimaan.values import BarisF39, KeadaanDesa

RIGHT = Qt.AlignmentFlag.AlignRight


def answer_columns(zona: Zona) -> tuple[Column[TandaTerima], ...]:
    """Make the columns of the receipts a village has; hours are those of the village."""
    return (
        Column("No", lambda each: str(each.isi.nomor), 52, RIGHT),
        Column("Paket", lambda each: f"hasil no. {each.isi.serial}", 100),
        Column("Kode", lambda each: kode_singkat(each.isi.amplop), 180),
        Column("Diterima", lambda each: moment_text(parse_utc(each.isi.waktu), zona), 165),
        Column("Putusan", lambda each: _verdict(each)[0], 140, tone=lambda each: _verdict(each)[1]),
    )


def state_columns(*, received: bool) -> tuple[Column[KeadaanDesa], ...]:
    """Make the columns of the villages: up to the certificate, or up to the receipt."""
    certificate = Column[KeadaanDesa](
        "Sertifikat",
        lambda each: "Terbit" if each.sertifikat else "Belum",
        130,
        tone=lambda each: "ok" if each.sertifikat else "warn",
    )
    bundles = (
        Column[KeadaanDesa]("Paket", lambda each: str(each.paket or "–"), 70, RIGHT),
        Column[KeadaanDesa](
            "Keadaan", lambda each: _state(each)[0], 190, tone=lambda each: _state(each)[1]
        ),
    )
    return (
        Column("Kode desa", lambda each: each.desa.kode_desa, 120),
        Column("Desa", lambda each: each.desa.desa, 150, takes_rest=True),
        Column("Kecamatan", lambda each: each.desa.kecamatan, 150),
        *(bundles if received else (certificate,)),
    )


def _verdict(each: TandaTerima) -> tuple[str, str]:
    if not each.riwayat_cocok:
        return "Riwayat beda", "bad"
    if each.isi.bolong:
        return f"Kurang no. {', '.join(map(str, each.isi.bolong))}", "warn"
    return "Diterima utuh", "ok"


def _state(each: KeadaanDesa) -> tuple[str, str]:
    if each.dijawab:
        return "Tanda terima ditulis", "ok"
    if each.terakhir is not None:
        return "Belum dijawab", "warn"
    return "Belum ada paket", "info"


def _votes(each: BarisF39) -> str:
    return " · ".join(f"{nomor}: {angka(n)}" for nomor, n in enumerate(each.suara, start=1))


RECAP_COLUMNS = (
    Column[BarisF39]("Kecamatan", lambda each: each.kecamatan, 110),
    Column[BarisF39]("Desa", lambda each: each.desa, 120),
    Column[BarisF39]("DPT L", lambda each: angka(each.dpt_l), 72, RIGHT),
    Column[BarisF39]("DPT P", lambda each: angka(each.dpt_p), 72, RIGHT),
    Column[BarisF39]("DPT", lambda each: angka(each.dpt), 72, RIGHT),
    Column[BarisF39]("Sah", lambda each: angka(each.sah), 72, RIGHT),
    Column[BarisF39]("Tidak sah", lambda each: angka(each.tidak_sah), 92, RIGHT),
    Column[BarisF39]("Sisa", lambda each: angka(each.tidak_digunakan), 72, RIGHT),
    Column[BarisF39]("Jumlah", lambda each: angka(each.jumlah), 80, RIGHT),
    Column[BarisF39]("Partisipasi", lambda each: each.partisipasi, 100, RIGHT),
    Column[BarisF39]("Suara menurut nomor urut", _votes, 260),
)
"""The columns of F-39; shares of candidates are in the chart."""
