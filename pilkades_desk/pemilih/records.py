"""How step 2's findings, voters and refused rows are written into table rows and read back."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from pilkades_desk.core.findings import Finding
from pilkades_desk.kits.spreadsheet.reader import Cell
from pilkades_desk.pemilih.findings import KINDS
from pilkades_desk.pemilih.intake import Refused, Taken
from pilkades_desk.pemilih.spreadsheet import UntrustedRow
from pilkades_desk.pemilih.sumber import sources
from pilkades_desk.pemilih.values import Asal, BarisPerbaikan, Isian, PemilihFields

Record = dict[str, Any]


def pemilih_record(one: Taken, pemilih_id: int, batch: int, asal: Asal) -> Record:
    """Write a voter with the place the row stood."""
    place = {"lembar": one.row.lembar, "baris": one.row.baris, "tps": one.row.text(Isian.TPS)}
    fields = {name: getattr(one.pemilih, name) for name in PemilihFields.model_fields}
    return fields | place | {"id": pemilih_id, "batch_id": batch, "asal": asal.value}


def temuan_records(
    found: Iterable[Finding], batch: int, pemilih_id: int | None = None
) -> list[Record]:
    """Write findings, those of a voter with the voter's number."""
    return [
        {
            "batch_id": batch,
            "pemilih_id": pemilih_id,
            "kode": finding.code,
            "letak": finding.subject,
            "bukti": _json(dict(finding.evidence)),
        }
        for finding in found
    ]


def read_finding(kode: str, letak: str, bukti: str) -> Finding:
    """Read a finding back."""
    return KINDS[kode].at(letak, **json.loads(bukti))


def perbaikan_record(one: Refused, perbaikan_id: int, batch: int) -> Record:
    """Write a refused row with every cell as it was."""
    row = one.row
    reasons = [[found.code, found.subject, dict(found.evidence)] for found in one.temuan]
    return {
        "id": perbaikan_id,
        "batch_id": batch,
        "sumber": row.source.name,
        "lembar": row.lembar,
        "baris": row.baris,
        "kepala": _json(row.kepala),
        "sel": _json(row.cells),
        "kolom": _json(row.columns),
        "temuan": _json(reasons),
    }


def read_row(record: Mapping[str, Any], corrected: Mapping[Isian, str]) -> UntrustedRow:
    """Read a refused row back, with what a person typed in place of some cells."""
    typed = {
        isian: Cell(text, "text" if text.strip() else "empty") for isian, text in corrected.items()
    }
    return UntrustedRow(
        source=sources()[record["sumber"]],
        lembar=record["lembar"],
        baris=record["baris"],
        kepala=tuple(json.loads(record["kepala"])),
        cells=tuple(Cell(text, kind) for text, kind in json.loads(record["sel"])),
        columns={Isian(name): column for name, column in json.loads(record["kolom"]).items()},
        corrected=typed,
    )


def read_perbaikan(record: Mapping[str, Any]) -> BarisPerbaikan:
    """Read a refused row back for people to look at."""
    row = read_row(record, {})
    return BarisPerbaikan(
        id=record["id"],
        berkas=record["berkas"],
        lembar=row.lembar,
        baris=row.baris,
        kepala=row.kepala,
        sel=tuple(cell.text for cell in row.cells),
        isian={isian: row.text(isian) for isian in row.columns},
        temuan=tuple(
            KINDS[kode].at(letak, **bukti) for kode, letak, bukti in json.loads(record["temuan"])
        ),
    )


def _json(content: object) -> str:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))
