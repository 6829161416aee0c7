"""`pilkades-desk periksa pdf FILE`: what a signed PDF proves and what it does not.

"Valid" is never said of a signature alone: what holds is the whole file by pyHanko's difference
policy, or nothing. Without the kabupaten's kit the file vouches for itself, and that is said.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pilkades_desk.app.check import REFUSED, SAH, UNVOUCHED, read_kit_file, trust_kit
from pilkades_desk.berita_acara.tercetak import Tercetak, compare_print
from pilkades_desk.berita_acara.untrusted import MAX_PDF, read_untrusted
from pilkades_desk.berita_acara.verdict import CHAIN, PAPER, PROBLEMS
from pilkades_desk.core.clock import Clock, Zona, moment_text
from pilkades_desk.kits.signing.chain import Trust
from pilkades_desk.kits.signing.faults import ChainFault
from pilkades_desk.kits.signing.keys import fingerprint_digits
from pilkades_desk.kits.signing.pdf_report import HARMLESS, PdfReport, SignatureReport
from pilkades_desk.kits.signing.pdf_verify import trust_inside, verify_pdf

_CLAIMED = "berlaku pada waktu yang ditulis laptopnya, dan waktu itu belum terbukti"
_MOST_NAMES, _NAME_MAX = 9, 20


@dataclass(frozen=True)
class PeriksaPdf:
    """What looking at a PDF gave; `sidik_kit` is empty where no kit was there to vouch."""

    laporan: PdfReport
    tercetak: Tercetak
    sidik_kit: str = ""

    @property
    def code(self) -> int:
        """Give the exit code: 0 all proven, 3 whole but not all vouched for, 1 refused."""
        report = self.laporan
        known = all(each.ok or each.asing or each.lewat for each in report.signatures)
        if not (report.utuh and known) or self.tercetak.beda:
            return REFUSED
        return SAH if report.ok and self.sidik_kit and not report.kosong else UNVOUCHED

    def as_json(self) -> dict[str, object]:
        """Give what `--json` prints."""
        report, printed = self.laporan, self.tercetak
        return {
            "utuh": report.utuh,
            "asli": report.ok if self.sidik_kit else None,
            "sah": self.code == SAH,
            "masalah": [str(each) for each in report.problems],
            "beda": list(printed.beda),
            "kode_data": printed.kode_data,
            "gladi": printed.gladi,
            "tanda_tangan": [
                {
                    "nama": each.nama,
                    "penerbit": each.penerbit,
                    "pada": each.pada.isoformat() if each.pada else "",
                    "berlaku": each.ok,
                    "asing": each.asing,
                    "sebab": str(each.chain_fault or ""),
                    "lewat": each.lewat,
                }
                for each in report.signatures
            ],
            "kolom_kosong": list(report.kosong),
            "sidik_kit": self.sidik_kit,
        }


def check_pdf(path: Path, kit_path: Path | None, clock: Clock) -> PeriksaPdf:
    """Look at a PDF; StateError for a bad kit, DocumentError for no such file.

    Syarat: S-472, S-473, S-479, S-630.
    """
    kit = read_kit_file(kit_path, clock) if kit_path else None
    pdf = read_untrusted(path, MAX_PDF)
    if kit is None:
        return judge_pdf(pdf, trust_inside(pdf, clock.now()))
    return judge_pdf(pdf, trust_kit(kit, clock), fingerprint_digits(kit.akar))


def judge_pdf(untrusted_pdf: bytes, trust: Trust, sidik_kit: str = "") -> PeriksaPdf:
    """Check signatures, then what is printed; `sidik_kit` names the root, empty for none."""
    report = verify_pdf(untrusted_pdf, trust)
    if not report.utuh:  # of a changed file nothing printed proves anything
        return PeriksaPdf(report, Tercetak(), sidik_kit)
    printed = compare_print(untrusted_pdf, report.signatures[0].sertifikat)
    return PeriksaPdf(report, printed, sidik_kit)


def print_check_pdf(path: Path, kit_path: Path | None, clock: Clock, *, as_json: bool) -> int:
    """Print what was found and give the exit code."""
    found = check_pdf(path, kit_path, clock)
    print(json.dumps(found.as_json(), ensure_ascii=False) if as_json else describe(found))
    return found.code


def describe(found: PeriksaPdf) -> str:
    """Say in Indonesian what holds, what does not, and who signed."""
    printed = found.tercetak
    lines = [f"Terbukti        : {holds(found)}", f"Tidak terbukti  : {lacks(found)}"]
    if printed.gladi:
        lines.append("LATIHAN         : ini bukan dokumen pemilihan.")
    if printed.kode_data:
        lines.append(f"Kode data       : {printed.kode_data} ({printed.kode})")
        lines.append(f"Kode QR halaman : {printed.kode_qr}")
    if found.sidik_kit:
        lines.append(f"Kit             : asli bila surat kabupaten memuat {found.sidik_kit}")
    lines += [_signature(each, found, printed.zona) for each in found.laporan.signatures]
    return "\n".join(lines)


def holds(found: PeriksaPdf) -> str:
    """Say in one sentence what is proven."""
    report = found.laporan
    if not report.utuh:
        return "Tidak ada."
    words = "isi tidak berubah sejak disahkan"
    if found.sidik_kit and report.signatures[0].ok:
        words += f" {report.signatures[0].nama}"
        counted = sum(each.ok for each in report.signatures[1:])
        if counted:
            words += f", dan {counted} orang menandatanganinya"
    if found.tercetak.bawa_data and not found.tercetak.beda:
        words += "; kode tercetak cocok dengan datanya"
    return f"{words[0].upper()}{words[1:]}."


def lacks(found: PeriksaPdf) -> str:
    """Say in one sentence what is wrong or not proven."""
    report = found.laporan
    wrong = [PROBLEMS[each] for each in report.problems if each not in HARMLESS]
    wrong += [_who_and_why(each) for each in report.signatures if report.utuh and not each.ok]
    wrong += found.tercetak.beda
    if report.utuh and report.kosong:
        wrong.append(f"{len(report.kosong)} tanda tangan belum dibubuhkan{_whose(report.kosong)}")
    if report.utuh and not found.sidik_kit:
        wrong.append("siapa penanda tangannya (beri --kit)")
    if report.utuh:
        wrong.append("waktu tanda tangan (hanya menurut laptop penandanya)")
        wrong.append("apakah kemudian ditarik")
    words = "; ".join(wrong)
    return f"{words[0].upper()}{words[1:]}. {PAPER}"


def _whose(untrusted_fields: Sequence[str]) -> str:
    first, others = untrusted_fields[:_MOST_NAMES], untrusted_fields[_MOST_NAMES:]
    names = ("".join(filter(str.isprintable, name))[:_NAME_MAX] for name in first)
    return f" (kolom {', '.join(names)}{', …' if others else ''})"


def _who_and_why(each: SignatureReport) -> str:
    if each.asing:
        return f"{each.nama} memakai sertifikat lain ({each.penerbit}), tidak dihitung"
    return f"{each.nama}: {_why(each)}"


def _signature(each: SignatureReport, found: PeriksaPdf, zona: Zona) -> str:
    when = moment_text(each.pada, zona) if each.pada else "waktu tidak tertulis"
    what = "mengesahkan" if each is found.laporan.signatures[0] else "menyetujui"
    counts = each.ok and found.laporan.utuh
    mark = "✗"
    if counts or (each.lewat and found.laporan.utuh):
        mark = "✓" if counts and found.sidik_kit else "○"
    why = "" if counts else f" — {_why(each)}"
    return f"  {mark} {each.nama} {what}, menurut laptopnya {when}{why}"


def _why(each: SignatureReport) -> str:
    if not each.unchanged:
        return "tidak cocok dengan isi"
    if each.asing:
        return f"sertifikat lain dari {each.penerbit}"
    if each.lewat:
        return f"{CHAIN[ChainFault.MASA]} sekarang; {_CLAIMED}"
    return CHAIN[each.chain_fault] if each.chain_fault else "berkasnya berubah"
