"""What checking a document found, in words: valid or not, who signed, when."""

from datetime import datetime
from types import MappingProxyType

from pilkades_desk.berita_acara.usecases import Pemeriksaan
from pilkades_desk.core.clock import Zona, moment_text
from pilkades_desk.core.value import Value
from pilkades_desk.kits.signing.faults import ChainFault
from pilkades_desk.kits.signing.pdf_report import PdfFault, SignatureReport

PAPER = "Tanda tangan digital tidak tersertifikasi; kertas tetap yang asli."

PROBLEMS = MappingProxyType(
    {
        PdfFault.TAK_TERBACA: "berkas tidak terbaca",
        PdfFault.TANPA_TANDA_TANGAN: "tidak ada tanda tangan",
        PdfFault.TANPA_PENGESAHAN: "tidak disahkan kunci desa",
        PdfFault.ISI_BERUBAH: "isi berubah setelah ditandatangani",
        PdfFault.TIDAK_TERTUTUP: "ada tambahan setelah tanda tangan terakhir",
        PdfFault.KOLOM_BERUBAH: "kolom tanda tangan berubah",
        PdfFault.PENANDA_TANGAN: "ada penanda tangan yang tidak dikenal",
        PdfFault.PENANDA_ASING: "ada tanda tangan bersertifikat lain",
    }
)
CHAIN = MappingProxyType(
    {
        ChainFault.BENTUK: "sertifikat tidak terbaca",
        ChainFault.PENERBIT: "belum disahkan kabupaten",
        ChainFault.MASA: "sertifikat di luar masa berlaku",
        ChainFault.PERAN: "tidak berhak menandatangani ini",
        ChainFault.CAKUPAN: "dari desa atau pemilihan lain",
        ChainFault.DICABUT: "sertifikat dicabut",
    }
)


class Vonis(Value):
    """The judgement on one document."""

    sah: bool
    kalimat: str
    baris: tuple[str, ...]


def judge(pemeriksaan: Pemeriksaan, zona: Zona) -> Vonis:
    """Put the report of one document into words, one line per signature."""
    report = pemeriksaan.laporan
    nama = pemeriksaan.dokumen.file_name.removesuffix(".pdf")
    gone = pemeriksaan.dicabut
    lines = tuple(_signature(each, gone.get(each.serial), zona) for each in report.signatures)
    late = [each for each in report.signatures if _is_late(each, gone.get(each.serial))]
    if report.ok_but_strangers and late:
        words = f"{nama} belum dapat dipercaya: ditandatangani sesudah sertifikat dicabut."
        return Vonis(sah=False, kalimat=words, baris=lines)
    if report.ok_but_strangers:
        return Vonis(sah=True, kalimat=f"{nama} sah dan tidak berubah.", baris=lines)
    faults = ", ".join(PROBLEMS[each] for each in report.problems)
    return Vonis(sah=False, kalimat=f"{nama} belum dapat dipercaya: {faults}.", baris=lines)


def _is_late(report: SignatureReport, gone: datetime | None) -> bool:
    return gone is not None and (report.pada is None or report.pada >= gone)


def _signature(report: SignatureReport, gone: datetime | None, zona: Zona) -> str:
    when = moment_text(report.pada, zona) if report.pada else "waktu tidak tertulis"
    if report.ok:
        revoked = f"; sertifikat dicabut pada {moment_text(gone, zona)}" if gone else ""
        return f"{'✗' if _is_late(report, gone) else '✓'} {report.nama}, {when}{revoked}"
    if report.asing and report.unchanged:
        return f"○ {report.nama}, {when}: sertifikat {report.penerbit}, tidak dihitung"
    why = CHAIN[report.chain_fault] if report.chain_fault else "tidak cocok dengan isi"
    return f"✗ {report.nama}, {when}: {why}"
