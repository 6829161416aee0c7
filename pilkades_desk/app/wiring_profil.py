"""Binds the use cases of the regulation profile to the desk that works by it."""

from collections.abc import Sequence

from pilkades_desk.app.seat import Seat
from pilkades_desk.core.resources import resource_text
from pilkades_desk.panitia.akun import approve_together, other_approvers
from pilkades_desk.panitia.meja import Meja
from pilkades_desk.panitia.profil import usecases
from pilkades_desk.panitia.profil.naskah import read_profile_file
from pilkades_desk.panitia.profil.rules import check_changes, keep_rows
from pilkades_desk.panitia.profil.screen import ProfilActs
from pilkades_desk.panitia.profil.values import BarisProfil, Pergantian
from pilkades_desk.panitia.rights import Aksi, may


def make_profil_acts(seat: Seat) -> ProfilActs:
    """Give the profile's panel what it may do; a replacement seats the desk that works by it."""
    peran = seat.meja.akun.peran
    return ProfilActs(
        read=seat.bind(usecases.read_isi),
        keep=_keep,
        may_confirm=lambda: may(peran, Aksi.KONFIRMASI_ASUMSI),
        may_replace=lambda: may(peran, Aksi.GANTI_PROFIL),
        confirm=seat.bind(usecases.confirm_asumsi),
        text=_shipped,
        open=read_profile_file,
        preview=seat.bind(usecases.preview_replacement),
        refusal=_refusal,
        approvers=lambda: other_approvers(seat.meja, Aksi.GANTI_PROFIL),
        replace=seat.bind(_replace),
        take=seat.take,
    )


def _keep(
    baris: Sequence[BarisProfil],
    teks: str,
    only_asumsi: bool,
) -> tuple[BarisProfil, ...]:
    return keep_rows(baris, teks, asumsi=only_asumsi)


def _shipped(nama: str) -> tuple[str, str]:
    return nama, resource_text("profil", f"{nama}.toml")


def _refusal(seen: Pergantian) -> tuple[str, str] | None:
    found = check_changes(seen.terlambat)
    return (f"{found[0].code}: {found[0].text}", found[0].do_now) if found else None


def _replace(meja: Meja, text: tuple[str, str], seen: Pergantian, kedua: tuple[str, str]) -> Meja:
    approvals = approve_together(meja, Aksi.GANTI_PROFIL, seen.digest, kedua)
    return usecases.replace_profile(meja, *text, approvals)
