"""Judges voter rows and lists: a row becomes a voter with warnings, or errors and no voter.

Nothing is guessed: what cannot be read is an error, and a lossy number cell is never repaired.
"""

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from pilkades_desk.core.canonical import canonical, sha256_hex
from pilkades_desk.core.findings import Finding, FindingKind
from pilkades_desk.core.identity import nik_is_female, nik_matches_birth
from pilkades_desk.core.masking import mask_nik, mask_numbers
from pilkades_desk.pemilih import findings as f
from pilkades_desk.pemilih.spreadsheet import UntrustedRow
from pilkades_desk.pemilih.sumber import code_key
from pilkades_desk.pemilih.tanggal import has_short_year, read_date
from pilkades_desk.pemilih.values import (
    BarisPerbaikan,
    Dpt,
    DptTersamar,
    Isian,
    JenisKelamin,
    Pemilih,
    PemilihBaru,
    PemilihDpt,
    PemilihFields,
    PemilihTersamar,
    SisaKerja,
    StatusKawin,
    SyaratPemilih,
)

LIKELY_YEARS = range(12, 111)
"""Ages at which a voter is likely; outside, somebody should look."""
_DPT_DOMAIN = b"pilkades-desk/dpt/v1\n"
_DPS_DOMAIN = b"pilkades-desk/dps/v1\n"
_SIXTEEN = re.compile(r"[1-9][0-9]{15}", re.ASCII)
_RT_RW = re.compile(r"(?:R[TW][\s.:]*)?0*([0-9]{1,3})", re.ASCII | re.IGNORECASE)
_ROUNDED = re.compile(
    r"[0-9][.,]?[0-9]*E\+?[0-9]+|[0-9]{1,3}([.,])[0-9]{3}(?:\1[0-9]{3})+", re.IGNORECASE
)
"""How a number of sixteen digits looks once a spreadsheet has rounded it to fifteen."""
_INVISIBLE = re.compile("[\\s\u00a0\u200b-\u200f\u2060\ufeff]")
_NOT_LETTER = re.compile(r"[\W_]+")
_LIMITS = {
    Isian.TEMPAT_LAHIR: 100,
    Isian.ALAMAT: 200,
    Isian.DUSUN: 100,
    Isian.KETERANGAN: 200,
}
ISIAN_OF: Mapping[str, Isian] = {
    "E201": Isian.NIK, "E202": Isian.NIK, "E203": Isian.NIK,
    "E204": Isian.KK, "E205": Isian.KK, "E206": Isian.NAMA,
    "E207": Isian.TANGGAL_LAHIR, "E208": Isian.KELAMIN,
    "E209": Isian.KAWIN, "E210": Isian.TANGGAL_LAHIR,
    "E260": Isian.TANGGAL_LAHIR, "E261": Isian.TANGGAL_LAHIR,
}  # fmt: skip
"""Which field an error is about; E211 and E262 name their field themselves, see `isian_of`."""

_HIDDEN = (Isian.NIK, Isian.KK, Isian.TANGGAL_LAHIR)
TwinKeys = tuple[tuple[FindingKind, str], ...]


@dataclass(frozen=True, slots=True)
class Penilaian:
    """What the rules say of one row: a voter, or None and the errors that stand against it."""

    pemilih: PemilihBaru | None
    temuan: tuple[Finding, ...]


def judge_row(row: UntrustedRow, syarat: SyaratPemilih) -> Penilaian:
    """Read one row and check it by itself; what other rows say is `find_twin` (S-202, S-203)."""
    subject = subject_of(row)
    faults: list[Finding] = []
    pemilih = read_pemilih(row, faults)
    if pemilih is None:
        return Penilaian(None, tuple(faults))
    if too_young(pemilih, syarat):
        age = age_on(pemilih.tanggal_lahir, syarat.tanggal)
        return Penilaian(None, (f.E210.at(subject, umur=age),))
    return Penilaian(pemilih, (*_warn(pemilih, syarat, subject), *_warn_row(row, subject)))


def read_pemilih(row: UntrustedRow, faults: list[Finding] | None = None) -> PemilihBaru | None:
    """Read a row as a voter of any age; None when a field cannot be read, said in `faults`."""
    faults = [] if faults is None else faults
    fields = _read_fields(row, subject_of(row), faults)
    return None if faults else PemilihBaru.model_validate(fields)


def subject_of(row: UntrustedRow) -> str:
    """Name a row by where it stands."""
    return f"{row.lembar}, baris {row.baris}"


def isian_of(finding: Finding) -> Isian:
    """Tell which field of a row an error is about."""
    named = finding.evidence.get("isian", "").lower()
    return Isian(named) if named else ISIAN_OF[finding.code]


def age_on(born: date, day: date) -> int:
    """Count full years; someone born on 29 February comes of age on 1 March."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def too_young(pemilih: PemilihFields, syarat: SyaratPemilih) -> bool:
    """Tell who is under age on voting day and was never married ("sudah/pernah kawin") (S-201)."""
    young = age_on(pemilih.tanggal_lahir, syarat.tanggal) < syarat.usia_min
    return young and pemilih.kawin is StatusKawin.B


def name_key(nama: str) -> str:
    """Make names comparable: letters and digits only, without accents, one case."""
    plain = unicodedata.normalize("NFKD", nama).casefold()
    return _NOT_LETTER.sub("", plain)


def twin_keys(pemilih: PemilihFields) -> TwinKeys:
    """Give the keys by which a probable duplicate is known: name + birth date, name + KK."""
    nama = name_key(pemilih.nama)
    return (
        (f.W225, f"{nama}|{pemilih.tanggal_lahir.isoformat()}"),
        (f.W230, f"{nama}|{pemilih.kk}"),
    )


def find_twin(keys: TwinKeys, seen: Mapping[str, str], subject: str) -> list[Finding]:
    """Warn of each likeness; `seen` tells by key where the other one stands (S-205)."""
    return [kind.at(subject, tempat=seen[key]) for kind, key in keys if key in seen]


def mask_pemilih(pemilih: Pemilih, *, near: bool) -> PemilihTersamar:
    """Give a voter as shown; `near` for whoever works with the card beside them (S-240)."""
    return PemilihTersamar(
        id=pemilih.id,
        nik=mask_nik(pemilih.nik),
        kk=mask_nik(pemilih.kk),
        nama=pemilih.nama,
        kelamin=pemilih.kelamin,
        tahun_lahir=pemilih.tanggal_lahir.year,
        tanggal_lahir=pemilih.tanggal_lahir if near else None,
        alamat=pemilih.alamat if near else "",
        dusun=pemilih.dusun,
        rt=pemilih.rt,
        rw=pemilih.rw,
        asal=pemilih.asal,
        coret=pemilih.coret,
        tps=pemilih.tps,
    )


def mask_perbaikan(baris: BarisPerbaikan) -> BarisPerbaikan:
    """Give a refused row with its numbers and its birth date hidden (S-240)."""
    isian = dict(baris.isian)
    hidden = {isian.get(each, "").strip() for each in _HIDDEN} - {""}
    isian |= {each: hide(isian[each]) for each in _HIDDEN if each in isian}
    cells = (hide(cell) if cell.strip() in hidden else mask_numbers(cell) for cell in baris.sel)
    return replace(baris, isian=isian, sel=tuple(cells))


def hide(text: str) -> str:
    """Give as many stars as a text has letters and digits; what they were is gone."""
    return "".join("*" if sign.isalnum() else sign for sign in text)


def family_numbers(lines: Iterable[PemilihDpt]) -> Iterator[DptTersamar]:
    """Give lines of the DPT whose family is a number of its own, in order of first mention."""
    families: dict[str, str] = {}
    for line in lines:
        yield DptTersamar(
            no_urut=line.no_urut,
            id=line.id,
            nama=line.nama,
            kelamin=line.kelamin,
            kk=families.setdefault(line.kk, str(len(families) + 1)),
            dusun=line.dusun,
            rt=line.rt,
            rw=line.rw,
        )


def dpt_order(pemilih: PemilihFields) -> tuple[int, int, str, str, str]:
    """Order the DPT by RW, RT, family card, name; the NIK settles what is left."""
    return (pemilih.rw, pemilih.rt, pemilih.kk, pemilih.nama.casefold(), pemilih.nik)


def number_dpt(
    daftar: Iterable[Pemilih], former: Mapping[int, int] | None = None, last: int = 0
) -> tuple[PemilihDpt, ...]:
    """Copy the voters who stand into lines by number (S-211).

    Whoever any version gave a number (`former`) keeps it; new ones follow after `last`, the
    highest ever given, by area, family and name. A number nobody has any more stays unused.
    """
    wanted = {*PemilihFields.model_fields, "id"}
    every, numbers = tuple(daftar), dict(former or {})
    fresh = sorted((one for one in every if one.id not in numbers), key=dpt_order)
    numbers |= {one.id: number for number, one in enumerate(fresh, last + 1)}
    lines = (
        PemilihDpt.model_validate(one.model_dump(include=wanted) | {"no_urut": numbers[one.id]})
        for one in every
    )
    return tuple(sorted(lines, key=lambda line: line.no_urut))


def seal_dpt(lines: Iterable[PemilihDpt], dari: str = "") -> str:
    """Seal the DPT: SHA-256 over a domain line and one canonical line per voter (S-271).

    `dari` is the seal of the version before, folded in ahead of the lines; empty for the first.
    """
    before = f"{dari}\n".encode("ascii") if dari else b""
    return _seal(_DPT_DOMAIN + before, lines)


def seal_dps(daftar: Iterable[Pemilih]) -> str:
    """Seal the DPS the same way under its own domain."""
    return _seal(_DPS_DOMAIN, daftar)


def _seal(domain: bytes, lines: Iterable[PemilihFields]) -> str:
    written = (canonical(line.model_dump(mode="json")) for line in lines)
    return sha256_hex(domain + b"\n".join(written))


def count_sex(daftar: Collection[PemilihFields]) -> tuple[int, int]:
    """Count men and women (S-211)."""
    men = sum(pemilih.kelamin is JenisKelamin.L for pemilih in daftar)
    return men, len(daftar) - men


def check_dpt(
    dpt: Dpt, daftar: Iterable[PemilihFields], syarat: SyaratPemilih, sisa: SisaKerja
) -> tuple[Finding, ...]:
    """Check a DPT before it is locked: DPT = DPS − dicoret + tambahan, ages as of voting day.

    Syarat: S-208, S-217.
    """
    found = []
    if dpt.jumlah == 0:
        found.append(f.E253.at("DPT"))
    if dpt.jumlah != dpt.jumlah_dps - dpt.dicoret + dpt.tambahan:
        sums = {"dps": dpt.jumlah_dps, "dicoret": dpt.dicoret, "tambahan": dpt.tambahan}
        found.append(f.E251.at("DPT", dpt=dpt.jumlah, **sums))
    young = sum(too_young(pemilih, syarat) for pemilih in daftar)
    if young:
        found.append(f.E252.at("DPT", jumlah=young))
    if sisa.nik_ganda:
        found.append(f.E244.at("DPT", jumlah=sisa.nik_ganda))
    if sisa.perlu_diperbaiki:
        found.append(f.W243.at("DPT", jumlah=sisa.perlu_diperbaiki))
    if sisa.di_laptop_lain:
        found.append(f.W274.at("DPT", jumlah=sisa.di_laptop_lain))
    return tuple(found)


def _read_fields(row: UntrustedRow, subject: str, faults: list[Finding]) -> dict[str, object]:
    def read_by(isian: Isian, table: Mapping[str, object], kind: FindingKind) -> object:
        text = row.cell(isian).text
        code = text if text in table else code_key(text)
        if code not in table:
            faults.append(kind.at(subject, isi=row.text(isian)))
        return table.get(code)

    return {
        "nik": _read_sixteen(row, Isian.NIK, subject, faults),
        "kk": _read_sixteen(row, Isian.KK, subject, faults),
        "nama": _read_name(row, subject, faults),
        "tempat_lahir": _read_text(row, Isian.TEMPAT_LAHIR, subject, faults),
        "tanggal_lahir": _read_date(row, subject, faults),
        "kelamin": read_by(Isian.KELAMIN, row.source.kelamin, f.E208),
        "kawin": read_by(Isian.KAWIN, row.source.kawin, f.E209),
        "alamat": _read_text(row, Isian.ALAMAT, subject, faults),
        "dusun": _read_text(row, Isian.DUSUN, subject, faults),
        "rt": read_number(row, Isian.RT) or 0,
        "rw": read_number(row, Isian.RW) or 0,
        "disabilitas": row.source.disabilitas.get(code_key(row.text(Isian.DISABILITAS)), 0),
        "keterangan": _read_text(row, Isian.KETERANGAN, subject, faults),
    }


def _read_sixteen(row: UntrustedRow, isian: Isian, subject: str, faults: list[Finding]) -> str:
    """Read a NIK or family card number; blanks, dots and Excel's text mark go, nothing else."""
    count_kind, cell_kind = (f.E201, f.E203) if isian is Isian.NIK else (f.E204, f.E205)
    cell = row.cell(isian)
    written = _INVISIBLE.sub("", cell.text).removeprefix("'")
    digits = written.replace(".", "")
    if cell.kind not in ("text", "empty") or _ROUNDED.fullmatch(written):
        faults.append(cell_kind.at(subject))
    elif "*" in digits:
        faults.append(f.E262.at(subject, isian=isian.upper()))
    elif not _SIXTEEN.fullmatch(digits):
        faults.append(count_kind.at(subject, digit=sum("0" <= sign <= "9" for sign in digits)))
    return digits


def _read_name(row: UntrustedRow, subject: str, faults: list[Finding]) -> str:
    nama = unicodedata.normalize("NFC", row.text(Isian.NAMA))
    if not 0 < len(nama) <= 100 or not name_key(nama):
        faults.append(f.E206.at(subject))
    return nama


def _read_text(row: UntrustedRow, isian: Isian, subject: str, faults: list[Finding]) -> str:
    text = unicodedata.normalize("NFC", row.text(isian))
    if isian is Isian.KETERANGAN and text.lower() in row.source.marks:
        text = ""  # a mark of the sheet's own procedure says nothing about the voter
    if len(text) > _LIMITS[isian]:
        faults.append(f.E211.at(subject, isian=isian.capitalize(), batas=_LIMITS[isian]))
    return text


def _read_date(row: UntrustedRow, subject: str, faults: list[Finding]) -> date | None:
    cell = row.cell(Isian.TANGGAL_LAHIR)
    born = read_date(cell.text) if cell.kind in ("date", "text") else None
    if born is None:
        short = f.E260 if has_short_year(cell.text) else f.E207
        kind = f.E261 if cell.kind == "number" else short
        faults.append(kind.at(subject, isi=cell.text.strip()))
    return born


def read_number(row: UntrustedRow, isian: Isian) -> int | None:
    """Read an RT or RW; None where it is no number."""
    match = _RT_RW.fullmatch(row.text(isian))
    return int(match[1]) if match else None


def _warn(pemilih: PemilihBaru, syarat: SyaratPemilih, subject: str) -> list[Finding]:
    nik, born = pemilih.nik, pemilih.tanggal_lahir
    found = []
    if not nik_matches_birth(nik, born):
        found.append(f.W221.at(subject))
    if nik_is_female(nik) != (pemilih.kelamin is JenisKelamin.P):
        found.append(f.W222.at(subject))
    if nik.endswith("00"):
        found.append(f.W223.at(subject))
    if nik[:6] != syarat.kode_desa[:6]:
        found.append(f.W224.at(subject, awalan=nik[:6]))
    if age_on(born, syarat.tanggal) not in LIKELY_YEARS:
        found.append(f.W226.at(subject, tahun=born.year))
    if not pemilih.tempat_lahir:
        found.append(f.W228.at(subject))
    return found


def _warn_row(row: UntrustedRow, subject: str) -> list[Finding]:
    """Warn of what the row says and the voter does not hold."""
    found = []
    if not read_number(row, Isian.RT) or not read_number(row, Isian.RW):
        found.append(f.W227.at(subject, rt=row.text(Isian.RT), rw=row.text(Isian.RW)))
    if code_key(row.text(Isian.DISABILITAS)) not in row.source.disabilitas:
        found.append(f.W229.at(subject, isi=row.text(Isian.DISABILITAS)))
    if row.text(Isian.SUMBER).lower().startswith("tms"):
        found.append(f.W231.at(subject, isi=row.text(Isian.SUMBER)))
    return found
