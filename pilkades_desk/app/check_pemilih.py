"""`pilkades-desk periksa pemilih FILE`: what importing a sheet would do; nothing is stored.

`--profil` names a regulation profile (lowest age) or a layout of `resources/sumber` to read by.
"""

import json
from datetime import date
from pathlib import Path

from pilkades_desk.core.clock import Clock
from pilkades_desk.core.errors import SheetError
from pilkades_desk.core.resources import resource
from pilkades_desk.core.terbilang import angka
from pilkades_desk.panitia.profil.naskah import read_profile
from pilkades_desk.pemilih.findings import KINDS
from pilkades_desk.pemilih.pratinjau import PratinjauImpor, preview_file
from pilkades_desk.pemilih.sumber import SourceProfile, sources

ALL_IN, SOME_OUT = 0, 1
PROFILE = "nasional-acuan"
_SHOWN = 20


def check_pemilih(
    path: Path, profil: str | None, tanggal: date | None, clock: Clock
) -> PratinjauImpor:
    """Preview an import; without a date age is judged today (S-260)."""
    layout, rules = _profile(profil)
    usia_min = read_profile(rules).nilai("pemilih.usia_min")
    return preview_file(path, tanggal or clock.now().date(), usia_min, layout)


def print_pemilih(found: PratinjauImpor, *, as_json: bool) -> int:
    """Print what was found and give the exit code: 0 when every row would go in."""
    print(json.dumps(as_facts(found), ensure_ascii=False) if as_json else describe(found))
    return SOME_OUT if found.perbaikan else ALL_IN


def as_facts(found: PratinjauImpor) -> dict[str, object]:
    """Give what `--json` prints; layout, header and columns are those of the first sheet."""
    first = found.deteksi.lembar[0]
    return {
        "tata_letak": first.tata_letak,
        "lembar": ", ".join(sheet.lembar for sheet in found.deteksi.lembar),
        "baris_judul": first.baris_judul,
        "kolom": {
            isian.value: " + ".join(" ".join(first.kepala[n].split()) for n in places)
            for isian, places in first.kolom.items()
        },
        "dibaca": found.dibaca,
        "masuk": found.masuk,
        "perbaikan": [
            {"baris": one.row.baris, "kode": [each.code for each in one.temuan]}
            for one in found.perbaikan
        ],
        "temuan": dict(found.temuan),
        "ganda": [list(rows) for rows in found.ganda],
    }


def describe(found: PratinjauImpor) -> str:
    """Say in Indonesian what was found."""
    first = found.deteksi.lembar[0]
    facts = as_facts(found)
    lines = [
        f"Tata letak      : {sources()[first.tata_letak].sebutan} ({first.tata_letak})",
        f"Lembar          : {facts['lembar']}",
        f"Baris judul     : {first.baris_judul}",
        f"Baris dibaca    : {angka(found.dibaca)}",
        f"Akan masuk      : {angka(found.masuk)}",
        f"Perlu perbaikan : {angka(len(found.perbaikan))}",
    ]
    if first.kurang:
        lines.append(f"Kolom tidak ada : {', '.join(first.kurang)}")
    lines += [
        f"  {one.row.lembar}, baris {one.row.baris}: {one.temuan[0].code} {one.temuan[0].text}"
        for one in found.perbaikan[:_SHOWN]
    ]
    if len(found.perbaikan) > _SHOWN:
        lines.append(f"  dan {angka(len(found.perbaikan) - _SHOWN)} baris lagi")
    lines += [
        f"{code} {angka(count)}×: {KINDS[code].do_now}" for code, count in found.temuan.items()
    ]
    lines += [f"Mungkin ganda: baris {', '.join(map(str, rows))}" for rows in found.ganda[:_SHOWN]]
    return "\n".join([*lines, "Tidak ada yang disimpan."])


def _profile(name: str | None) -> tuple[SourceProfile | None, str]:
    """Tell a layout from a regulation profile; SheetError names the layouts when it is neither."""
    if name is None:
        return None, PROFILE
    if name in sources():
        return sources()[name], PROFILE
    if name in {path.stem for path in resource("profil").glob("*.toml")}:
        return None, name
    raise SheetError(
        f"Profil '{name}' tidak ada.",
        f"Pilih profil aturan atau salah satu: {', '.join(sources())}.",
    )
