"""`pilkades-desk periksa qr TEKS`: what the text of a code on paper says, and what it proves.

A phone shows the figures of a result QR; only the committee's certificate in the kabupaten's kit
proves that the committee signed them. A page QR proves nothing by itself.
"""

import json
from dataclasses import dataclass
from pathlib import Path

from pilkades_desk.app.check import REFUSED, SAH, UNVOUCHED, read_kit_file, trust_kit
from pilkades_desk.berita_acara.qr_text import QrHalaman, QrHasil, parse_qr
from pilkades_desk.berita_acara.result_qr import RESULT_DOMAIN
from pilkades_desk.berita_acara.verdict import CHAIN
from pilkades_desk.core.clock import Clock
from pilkades_desk.core.terbilang import angka
from pilkades_desk.kits.signing.chain import Trust, verify_chain
from pilkades_desk.kits.signing.faults import ChainProblem, SignatureInvalid
from pilkades_desk.kits.signing.keys import fingerprint_digits, verify_raw
from pilkades_desk.kits.signing.scope import PeranSertifikat
from pilkades_desk.paket.values import IsiKit

_WORDS = {
    "UNIT": "Unit",
    "HITUNG": "Hitung ke",
    "DPT": "DPT",
    "HADIR": "Hadir",
    "TERPILIH": "Terpilih nomor urut",
    "KOSONG": "Kolom kosong",
    "SAH": "Suara sah",
    "TIDAK SAH": "Suara tidak sah",
}

_UNPROVEN = "angka itu sama dengan kertas TPS, kapan ditandatangani, apakah kemudian ditarik"


@dataclass(frozen=True)
class PeriksaQr:
    """What looking at a code gave; `asli` None where it could not be checked, `sebab` says why."""

    isi: QrHalaman | QrHasil
    asli: bool | None
    sebab: str
    sidik_kit: str = ""

    @property
    def code(self) -> int:
        """Give the exit code: 0 proven, 3 not checked, 1 refused."""
        if self.asli is None:
            return UNVOUCHED
        return SAH if self.asli else REFUSED

    def as_json(self) -> dict[str, object]:
        """Give what `--json` prints."""
        figures = dict(self.isi.angka) if isinstance(self.isi, QrHasil) else {}
        return {
            "jenis": "hasil" if isinstance(self.isi, QrHasil) else "halaman",
            "desa": self.isi.kode_desa,
            "tahun": self.isi.tahun,
            "dokumen": self.isi.dok,
            "angka": figures,
            "asli": self.asli,
            "sebab": self.sebab,
            "sidik_kit": self.sidik_kit,
        }


def check_qr(untrusted_text: str, kit_path: Path | None, clock: Clock) -> PeriksaQr:
    """Read a code and check its signature; DocumentError for another text (S-631)."""
    isi = parse_qr(untrusted_text)
    kit = read_kit_file(kit_path, clock) if kit_path else None
    if isinstance(isi, QrHalaman):
        return PeriksaQr(isi, None, "QR halaman tidak bertanda tangan")
    if kit is None:
        return PeriksaQr(isi, None, "beri --kit untuk memeriksa tanda tangannya")
    asli, sebab = _judge(isi, kit, trust_kit(kit, clock))
    return PeriksaQr(isi, asli, sebab, fingerprint_digits(kit.akar))


def print_check_qr(text: str, kit_path: Path | None, clock: Clock, *, as_json: bool) -> int:
    """Print what was found and give the exit code."""
    found = check_qr(text, kit_path, clock)
    print(json.dumps(found.as_json(), ensure_ascii=False) if as_json else describe(found))
    return found.code


def describe(found: PeriksaQr) -> str:
    """Say in Indonesian what the code says and what is proven."""
    isi = found.isi
    lines = [f"Desa            : {isi.kode_desa}", f"Dokumen         : {isi.dok}, {isi.tahun}"]
    if isinstance(isi, QrHalaman):
        lines.append(f"Halaman         : {isi.halaman}")
        lines.append(f"Kode QR halaman : {isi.kode}")
        lines.append("Belum dibuktikan: QR halaman tidak bertanda tangan.")
        lines.append("Bandingkan kodenya dengan keluaran 'periksa pdf' untuk berkasnya.")
        return "\n".join(lines)
    if isi.gladi:
        lines.append("LATIHAN         : ini bukan hasil pemilihan.")
    lines += [f"  {_words(name)}: {angka(number)}" for name, number in isi.angka]
    lines += _proof(found)
    return "\n".join(lines)


def _proof(found: PeriksaQr) -> list[str]:
    if found.asli is None:
        return [f"Belum dibuktikan: {found.sebab}."]
    if not found.asli:
        return [f"DITOLAK         : {found.sebab}."]
    return [
        f"Terbukti        : {found.sebab}.",
        f"Kit             : asli bila surat kabupaten memuat {found.sidik_kit}",
        f"Tidak terbukti  : {_UNPROVEN}.",
    ]


def _judge(isi: QrHasil, kit: IsiKit, trust: Trust) -> tuple[bool | None, str]:
    """Say whether a village certificate of the kit signed the figures, and in which words."""
    role = PeranSertifikat.DESA
    held = [
        one.pem for one in kit.sertifikat if (one.kode_desa, one.peran) == (isi.kode_desa, role)
    ]
    if not held:
        return None, f"kit nomor {kit.nomor} tidak memuat sertifikat desa {isi.kode_desa}"
    signed = [pem for pem in held if _is_by(pem, isi)]
    if not signed:
        return False, "tanda tangan tidak cocok dengan angkanya atau bukan dari desa itu"
    try:
        scope = verify_chain(signed[0], (), trust, (role,))
    except ChainProblem as problem:
        return False, f"angkanya ditandatangani desa itu, tetapi {CHAIN[problem.code]}"
    if scope.desa != isi.kode_desa:
        return False, "sertifikat di kit milik desa lain"
    return True, "angka di atas ditandatangani dengan kunci panitia desa itu"


def _is_by(pem: str, isi: QrHasil) -> bool:
    try:
        verify_raw(pem, isi.tanda, RESULT_DOMAIN + isi.pesan.encode("ascii"))
    except SignatureInvalid:
        return False
    return True


def _words(name: str) -> str:
    return _WORDS.get(name, f"Nomor urut {name}")
