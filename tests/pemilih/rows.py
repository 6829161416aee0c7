"""Makes single untrusted rows in the KPU layout for the tests of step 2."""

from datetime import date

from pilkades_desk.kits.spreadsheet.reader import EMPTY, Cell
from pilkades_desk.pemilih.rules import judge_row
from pilkades_desk.pemilih.spreadsheet import UntrustedRow
from pilkades_desk.pemilih.sumber import sources
from pilkades_desk.pemilih.values import Isian, SyaratPemilih

SYARAT = SyaratPemilih(tanggal=date(2027, 2, 3), usia_min=17, kode_desa="3399012001")
GOOD = {
    Isian.NIK: "3399015205900001",
    Isian.KK: "3399010101150001",
    Isian.NAMA: "NUR'AINI RENÉ",
    Isian.TEMPAT_LAHIR: "CIKEMBAR",
    Isian.TANGGAL_LAHIR: "12|05|1990",
    Isian.KELAMIN: "P",
    Isian.KAWIN: "S",
    Isian.ALAMAT: "JL. MELATI NO. 3",
    Isian.RT: "2",
    Isian.RW: "1",
    Isian.DISABILITAS: "0",
    Isian.KETERANGAN: "0",
    Isian.SUMBER: "dp4",
}


def make_row(
    changes: dict[Isian, str | Cell] | None = None, baris: int = 2, sumber: str = "kpu-33"
) -> UntrustedRow:
    """A row that is taken without a word, apart from the changes."""
    written = GOOD | (changes or {})
    cells = tuple(
        content if isinstance(content, Cell) else Cell(content, "text") if content else EMPTY
        for content in written.values()
    )
    columns = {isian: column for column, isian in enumerate(written)}
    kepala = tuple(isian.upper() for isian in written)
    return UntrustedRow(sources()[sumber], "Sheet1", baris, kepala, cells, columns, {})


def judge(isian: Isian, content: str | Cell):
    """Judge the good row with one field changed."""
    return judge_row(make_row({isian: content}), SYARAT)


def codes(judged) -> list[str]:
    """The codes of what was found."""
    return [finding.code for finding in judged.temuan]
