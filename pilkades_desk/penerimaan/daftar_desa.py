"""The list of villages as pasted into the first run: one line a village, believed line by line."""

from pilkades_desk.core.findings import Finding
from pilkades_desk.core.value import Value
from pilkades_desk.paket.values import DesaKit
from pilkades_desk.penerimaan.findings import E810, E811, E812, E813

_CODE = 10
_CELLS = 3


class DaftarDesa(Value):
    """The villages read, and what is wrong with the lines that were not."""

    desa: tuple[DesaKit, ...]
    temuan: tuple[Finding, ...]


def parse_desa(untrusted_text: str, kode_kabupaten: str) -> DaftarDesa:
    """Read `kode; desa; kecamatan` by line; semicolons, commas and tabs all divide.

    Args:
        untrusted_text: as typed or pasted from a spreadsheet, perhaps with a heading line.
        kode_kabupaten: four digits every village's code must start with.
    """
    villages: dict[str, DesaKit] = {}
    found: list[Finding] = []
    for number, line in enumerate(untrusted_text.splitlines(), start=1):
        cells = [cell.strip() for cell in line.replace("\t", ";").replace(",", ";").split(";")]
        if not any(cells) or (number == 1 and cells[0].casefold().startswith("kode")):
            continue
        fault = _fault(cells, kode_kabupaten, villages, f"baris {number}")
        if fault is None:
            kode, desa, kecamatan = cells[:_CELLS]
            villages[kode] = DesaKit(kode_desa=kode, desa=desa, kecamatan=kecamatan)
        else:
            found.append(fault)
    if not villages and not found:
        found.append(E813.at("daftar desa"))
    return DaftarDesa(desa=tuple(villages.values()), temuan=tuple(found))


def _fault(
    cells: list[str], kabupaten: str, villages: dict[str, DesaKit], where: str
) -> Finding | None:
    if len([cell for cell in cells[:_CELLS] if 0 < len(cell) <= 100]) < _CELLS:
        return E810.at(where)
    kode = cells[0]
    digits = kode.isascii() and kode.isdigit() and len(kode) == _CODE and kode[0] != "0"
    if not digits or not kode.startswith(kabupaten):
        return E811.at(where, kode=kode, kabupaten=kabupaten)
    return E812.at(where, kode=kode) if kode in villages else None
