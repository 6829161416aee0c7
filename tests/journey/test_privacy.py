"""Nothing the journey leaves behind names a voter in clear, apart from the lists meant to."""

import io
import tarfile
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pikepdf
import pytest

from pilkades_desk.kits.pdf.render import page_count, page_text
from pilkades_desk.kits.spreadsheet.reader import read_sheets
from pilkades_desk.panitia.meja import Meja
from pilkades_desk.panitia.usecases import read_keadaan
from pilkades_desk.panitia.values import Peran
from pilkades_desk.pemilih.cari.usecases import read_baris
from pilkades_desk.pemilih.compose import compose_f06
from pilkades_desk.pemilih.content import Tujuan
from pilkades_desk.pemilih.pribadi import read_dpt_pemilih
from pilkades_desk.tps.compose import compose_f10
from pilkades_desk.tps.usecases import read_units
from tests.journey.conftest import Played

NUMBERS, NAMES = "nomor", "nama"
LISTS = {
    "daftar-pemilih.xlsx": ((NUMBERS, NAMES), "the sheet the clerk brought; the program reads it"),
    "daftar-perbaikan.xlsx": ((NAMES,), "handed back to be corrected: names, numbers hidden"),
}
"""Files that name voters by purpose: what of them, and why."""


@pytest.fixture(scope="module")
def voters(played: Played, meja: Meja) -> dict[str, frozenset[bytes]]:
    """Every NIK, family card and name of the sheet, the refused rows too.

    Whoever signs is named on paper; an invented voter may be their namesake.
    """
    seen = read_keadaan(meja)
    officials = {one.nama.casefold() for one in seen.penanda}
    officials |= {one.nama_lengkap.casefold() for one in seen.akun}
    numbers, names = set(), set()
    for sheet in read_sheets(Path(played.facts["lembar_pemilih"]).read_bytes()):
        head = [cell.text for cell in sheet.rows[0]]
        if "NKK" not in head:
            continue
        for row in sheet.rows[1:]:
            cells = dict(zip(head, (cell.text for cell in row), strict=False))
            numbers |= {cells[key] for key in ("NIK", "NKK") if len(cells.get(key, "")) > 14}
            names |= {cells["NAMA"]} if " " in cells.get("NAMA", "") else set()
    assert len(numbers) > 400
    assert len(names) > 100
    return {
        NUMBERS: frozenset(each.encode() for each in numbers),
        NAMES: frozenset(each.encode() for each in {n.casefold() for n in names} - officials),
    }


def contents(path: Path) -> Iterator[bytes]:
    """A file as it lies there, and everything packed inside it."""
    yield path.name.encode()
    yield from unpacked(path.read_bytes())


def unpacked(raw: bytes) -> Iterator[bytes]:
    yield raw
    if raw.startswith(b"PK\x03\x04"):
        with zipfile.ZipFile(io.BytesIO(raw)) as packed:
            for member in packed.infolist():
                yield member.filename.encode()
                yield from unpacked(packed.read(member))
    elif raw.startswith(b"%PDF-"):
        yield from (page_text(raw, index).encode() for index in range(page_count(raw)))
        with pikepdf.open(io.BytesIO(raw)) as pdf:
            for thing in pdf.objects:
                if isinstance(thing, pikepdf.Stream):
                    yield read_stream(thing)
    elif raw[257:262] == b"ustar":
        with tarfile.open(fileobj=io.BytesIO(raw)) as packed:
            for member in packed:
                inner = packed.extractfile(member)
                yield member.name.encode()
                yield from unpacked(inner.read() if inner else b"")


def read_stream(stream: pikepdf.Stream) -> bytes:
    try:
        return stream.read_bytes()
    except pikepdf.PdfError:  # a photo: pikepdf unpacks no pictures
        return stream.read_raw_bytes()


def leaks(path: Path, voters: dict[str, frozenset[bytes]]) -> dict[str, int]:
    """How many numbers and names of voters a file gives away."""
    found: dict[str, set[bytes]] = {NUMBERS: set(), NAMES: set()}
    for raw in contents(path):
        folded = raw.lower()
        found[NUMBERS] |= {each for each in voters[NUMBERS] if each in raw}
        found[NAMES] |= {each for each in voters[NAMES] if each in folded}
    return {kind: len(each) for kind, each in found.items() if each}


def left_behind(played: Played) -> list[Path]:
    return sorted(path for path in played.out.rglob("*") if path.is_file())


@pytest.mark.syarat("S-003", "S-007", "S-240")
def test_no_file_names_a_voter_but_the_lists_meant_to(
    played: Played, voters: dict[str, frozenset[bytes]]
) -> None:
    files = left_behind(played)
    for ending in (".db", ".json", ".pdf", ".pilkades"):
        assert any(path.suffix == ending for path in files)
    found = {path.name: set(leaks(path, voters)) for path in files}
    allowed = {name: set(kinds) for name, (kinds, _) in LISTS.items()}
    over = {name: kinds - allowed.get(name, set()) for name, kinds in found.items()}
    assert {name: kinds for name, kinds in over.items() if kinds} == {}


def rebuilt(shown: str, lahir: date | None, kelamin: str, kode_desa: str) -> str:
    """A NIK as whoever reads a line can make it; a star where nothing they see tells the digit."""
    day = f"{lahir.day + 40 * (kelamin == 'P'):02d}{lahir:%m%y}" if lahir else "*" * 6
    known = kode_desa[:6] + day + "*" * 4
    return "".join(one if one != "*" else other for one, other in zip(shown, known, strict=True))


def lines_shown(meja: Meja) -> Iterator[tuple[str, str, date | None, str]]:
    """Whole NIK, and what a role's screen or a list on paper shows of it."""
    whole = {line.id: line for line in read_dpt_pemilih(meja)}
    for peran in Peran:
        desk = replace(meja, akun=meja.akun.model_copy(update={"peran": peran}))
        for row in read_baris(desk, tuple(whole)):
            seen = row.pemilih
            yield whole[seen.id].nik, seen.nik, seen.tanggal_lahir, seen.kelamin
    by_number = {line.no_urut: line for line in whole.values()}
    table = compose_f06(meja, tuple(whole.values()), Tujuan.KERJA).baris
    hall = (row for unit in read_units(meja) for row in compose_f10(meja, unit).baris)
    for row in (*table, *hall):
        line = by_number[row.no_dpt]
        yield line.nik, row.nik, line.tanggal_lahir, row.kelamin


@pytest.mark.syarat("S-240")
def test_no_nik_can_be_made_of_what_is_shown_beside_it(meja: Meja) -> None:
    kode = meja.pemilihan.kode_desa
    lines = list(lines_shown(meja))
    assert len(lines) > 400
    made = [rebuilt(*shown, kode) for _, *shown in lines]
    assert all(one.endswith("****") for one in made)
    last_four = [rebuilt("*" * 12 + nik[-4:], *rest, kode) for nik, _, *rest in lines if rest[0]]
    assert sum(one in {nik for nik, *_ in lines} for one in last_four) > 400


def test_the_search_finds_what_is_there(
    played: Played, voters: dict[str, frozenset[bytes]]
) -> None:
    for name, (kinds, _) in LISTS.items():
        assert set(leaks(played.out / name, voters)) == set(kinds)


def test_the_search_looks_into_what_is_packed(
    tmp_path: Path, voters: dict[str, frozenset[bytes]]
) -> None:
    nama = next(iter(voters[NAMES]))
    inner = io.BytesIO()
    with tarfile.open(fileobj=inner, mode="w") as packed:
        member = tarfile.TarInfo("isi.json")
        member.size = len(nama)
        packed.addfile(member, io.BytesIO(nama))
    with zipfile.ZipFile(tmp_path / "a.zip", "w", zipfile.ZIP_DEFLATED) as packed_zip:
        packed_zip.writestr("isi.tar", inner.getvalue())
    assert leaks(tmp_path / "a.zip", voters) == {NAMES: 1}


def test_what_the_program_said_names_no_voter(
    played: Played, voters: dict[str, frozenset[bytes]]
) -> None:
    said = repr(played.facts).encode()
    assert not any(each in said for each in voters[NUMBERS])
    assert not any(each in said.lower() for each in voters[NAMES])
