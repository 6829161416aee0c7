"""What an usul must say, what follows from accepting it, and how much of it is shown."""

from collections.abc import Iterator, Mapping
from datetime import datetime

from pilkades_desk.core.clock import Zona
from pilkades_desk.core.masking import mask_nik
from pilkades_desk.pemilih.usul.values import JenisUsul, Usul, UsulBaru
from pilkades_desk.pemilih.values import AlasanCoret, Isian

STRIKES: Mapping[JenisUsul, AlasanCoret] = {
    JenisUsul.MENINGGAL: AlasanCoret.MENINGGAL,
    JenisUsul.PINDAH: AlasanCoret.PINDAH,
    JenisUsul.GANDA: AlasanCoret.GANDA,
    JenisUsul.BELUM_CUKUP_UMUR: AlasanCoret.BELUM_CUKUP_UMUR,
}
"""By kind: why the voter is struck off once it is accepted."""
_WHOLE = (Isian.NIK, Isian.KK)
_LATER = frozenset({JenisUsul.BELUM_TERDAFTAR, JenisUsul.LAINNYA})
"""Kinds that may be about nobody on the list."""


def missing(baru: UsulBaru) -> str:
    """Say what an usul lacks to be decided on; nothing where it is complete (S-296)."""
    if baru.jenis not in _LATER and baru.pemilih_id is None:
        return "Pilih pemilih yang dimaksud."
    if baru.jenis is JenisUsul.BELUM_TERDAFTAR and baru.pemilih_id is not None:
        return "Kosongkan pemilihnya; orang ini belum terdaftar."
    if baru.jenis in (JenisUsul.SALAH_IDENTITAS, JenisUsul.BELUM_TERDAFTAR) and not baru.isian:
        return "Ketik isian yang seharusnya."
    if baru.jenis is JenisUsul.LAINNYA and not baru.uraian:
        return "Tulis apa yang diusulkan."
    return ""


def mask_usul(usul: Usul) -> Usul:
    """Give an usul without whole numbers of anybody (S-240)."""
    isi = usul.isi.model_copy(
        update={"nik_pelapor": mask_nik(usul.isi.nik_pelapor), "isian": _masked(usul.isi.isian)}
    )
    return usul.model_copy(update={"isi": isi, "lama": _masked(usul.lama)})


def differences(usul: Usul) -> Iterator[tuple[Isian, str, str]]:
    """Give each field as it stood and as it should be."""
    for isian, baru in usul.isi.isian.items():
        yield isian, usul.lama.get(isian, ""), baru


def days_between(diterima: datetime, now: datetime, zona: Zona) -> int:
    """Count the calendar days an usul has been waiting (S-296)."""
    first, last = (moment.astimezone(zona.tz).date() for moment in (diterima, now))
    return (last - first).days


def _masked(isian: Mapping[Isian, str]) -> dict[Isian, str]:
    return {name: mask_nik(text) if name in _WHOLE else text for name, text in isian.items()}
