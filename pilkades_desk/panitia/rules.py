"""Step 1's rules: what a good password is, what an approval says."""

from collections.abc import Collection
from datetime import date, timedelta

from pilkades_desk.core.canonical import canonical, sha256_hex
from pilkades_desk.core.clock import plain_date
from pilkades_desk.core.findings import Finding
from pilkades_desk.panitia.findings import E101, E102, E103, E104, E105, E106, E107, W140
from pilkades_desk.panitia.sandi import folded, why_common
from pilkades_desk.panitia.values import Akun, AkunBaru, PemilihanFields, Persetujuan

JABATAN_PANITIA = ("Ketua Panitia", "Sekretaris", "Anggota")
JABATAN_KPPS = ("Ketua KPPS", "Anggota KPPS")
_SHORTEST = 10
WITHOUT_PASSWORD = "tanpa-sandi-kedua"  # noqa: S105 -- a word of the log
"""How the log names an act for which two names on paper stood in."""
_APPROVAL_DOMAIN = b"pilkades-setuju/v1\n"


def check_account(baru: AkunBaru, taken: tuple[Akun, ...], words: tuple[str, ...]) -> list[Finding]:
    """Check a new account against those there and words its password must not hold."""
    found = check_password(baru.sandi, (baru.nama, *words))
    if any(akun.nama == baru.nama for akun in taken):
        found.append(E103.at("akun", nama=baru.nama))
    if any(same_person(akun.nama_lengkap, baru.nama_lengkap) for akun in taken):
        found.append(E106.at("akun", nama=baru.nama_lengkap))
    return found


def check_password(sandi: str, words: tuple[str, ...]) -> list[Finding]:
    """Check length, forbidden words (account, village, year), and what people guess first.

    Syarat: S-102.
    """
    typed = folded(sandi)
    if len(typed) < _SHORTEST:
        return [E101.at("kata sandi", panjang=len(typed))]
    found = [E102.at("kata sandi", kata=f"'{word}'") for word in words if _holds(typed, word)]
    sebab = why_common(sandi)
    return [*found, E107.at("kata sandi", sebab=sebab)] if sebab else found


def _holds(typed: str, word: str) -> bool:
    plain = folded(word)
    return any(form and form in typed for form in (plain, plain.replace(" ", "")))


def same_person(one: str, other: str) -> bool:
    """Tell whether two names are one person's, whatever their case and spaces (S-103)."""
    return one.casefold().split() == other.casefold().split()


def needs_second(taken: Collection[Akun]) -> bool:
    """Tell whether an act of two needs its second person: once two accounts are open."""
    return sum(akun.aktif for akun in taken) > 1


def keep_until(pemilihan: PemilihanFields, days: int) -> date:
    """Give the last day voters' data are kept: so many days after the vote (S-140)."""
    return pemilihan.tanggal + timedelta(days=days)


def check_keeping(last: date, today: date) -> list[Finding]:
    """Warn once the last day is over (S-140)."""
    return [W140.at("data pemilih", tanggal=plain_date(last))] if today > last else []


def check_duty(jabatan: str, unit: int | None) -> list[Finding]:
    """Check that KPPS members have the number of their unit, and nobody else has one (S-107)."""
    if jabatan in JABATAN_KPPS:
        return [] if unit else [E104.at("penanda tangan", jabatan=jabatan)]
    return [] if unit is None else [E105.at("penanda tangan", jabatan=jabatan)]


def approval_message(akun_id: int, aksi: str, digest: str, kepala: str) -> bytes:
    """Give the bytes an approver signs: who ‖ act ‖ hash of what was shown ‖ audit head."""
    content = {"akun": akun_id, "aksi": aksi, "digest": digest, "kepala": kepala}
    return _APPROVAL_DOMAIN + canonical(content)


def approval_digest(persetujuan: Persetujuan) -> str:
    """Name one approval in the log."""
    return sha256_hex(canonical(persetujuan.model_dump()))
