"""Count forms whose figures agree, and figures to break them with."""

from hypothesis import strategies as st

from pilkades_desk.penghitungan.status import StatusForm
from pilkades_desk.penghitungan.values import (
    Acuan,
    BarisRekap,
    FormHitung,
    Susunan,
    Tahap,
)

DUA = Susunan(calon=2)
ACUAN = Acuan(unit="TPS 1", susunan=DUA, dpt_l=370, dpt_p=376, surat_suara=765)


def make_form(**changes: object) -> FormHitung:
    """Majalengka's published figures: DPT 746, hadir 666, 239 + 421 sah, 6 tidak sah."""
    fields: dict[str, object] = {
        "jam_buka": "07.00", "jam_tutup": "13.00",
        "hitung_mulai": "13.30", "hitung_selesai": "15.05",
        "dpt_l": 370, "dpt_p": 376, "dpt_jumlah": 746,
        "hadir_dpt_l": 320, "hadir_dpt_p": 346, "hadir_dpt_jumlah": 666,
        "hadir_lain_l": 0, "hadir_lain_p": 0, "hadir_lain_jumlah": 0,
        "hadir_luar_l": 0, "hadir_luar_p": 0, "hadir_luar_jumlah": 0,
        "hadir_l": 320, "hadir_p": 346, "hadir_jumlah": 666,
        "tidak_hadir": 80, "disabilitas_hadir": 4,
        "diterima": 765, "rusak": 3, "sisa": 96, "digunakan": 666, "selisih": 0,
        "suara": (239, 421), "sah": 660, "tidak_sah": 6, "jumlah_suara": 666,
        "kejadian_khusus": 0, "ttd_ketua": 1, "ttd_anggota": 6,
    }  # fmt: skip
    return FormHitung.model_validate(fields | changes)


def make_row(nama: str, dpt: int, *suara: int) -> BarisRekap:
    """One F-29 row whose other figures do not matter."""
    sah = sum(suara)
    rest = dict.fromkeys(("dpt_l", "dpt_p", "hadir_l", "hadir_p", "rusak", "sisa", "tidak_sah"), 0)
    same = dict.fromkeys(("hadir_jumlah", "diterima", "digunakan", "sah", "jumlah_suara"), sah)
    unit = int(nama.removeprefix("TPS "))
    return BarisRekap(unit=unit, nama=nama, dpt_jumlah=dpt, suara=suara, **rest, **same)


def make_status(unit: int, tahap: Tahap = Tahap.KOSONG, **changes: object) -> StatusForm:
    """Where the form of one unit stands."""
    fields: dict[str, object] = {
        "unit": unit, "nama": f"TPS {unit}", "versi": 1, "tahap": tahap, "pengetik": (),
        "terisi": 0, "dari": 34, "beda": (), "galat": (),
    }  # fmt: skip
    return StatusForm.model_validate(fields | changes)


@st.composite
def consistent(draw: st.DrawFn) -> tuple[FormHitung, Acuan]:
    """A form that breaks no rule, with what it is held against."""
    count = st.integers(0, 400)
    dpt_l, dpt_p = draw(st.integers(1, 400)), draw(st.integers(1, 400))
    here_l, here_p = draw(st.integers(0, dpt_l)), draw(st.integers(0, dpt_p))
    guest_l, guest_p = (draw(st.integers(0, 5)) for _ in "lp")
    hadir = here_l + here_p + guest_l + guest_p
    absent = dpt_l + dpt_p - here_l - here_p
    guests = min(guest_l + guest_p, absent)
    if guests < guest_l + guest_p:
        guest_l = guest_p = 0
        hadir = here_l + here_p
    rusak = draw(st.integers(0, min(3, hadir, dpt_l + dpt_p - hadir)))
    tidak_sah = draw(st.integers(0, hadir))
    votes = _share(draw, hadir - tidak_sah, draw(st.integers(2, 5)))
    sisa = draw(count)
    susunan = Susunan(calon=len(votes))
    acuan = Acuan(
        unit="TPS 7", susunan=susunan, dpt_l=dpt_l, dpt_p=dpt_p, surat_suara=hadir + rusak + sisa
    )
    return make_form(
        dpt_l=dpt_l, dpt_p=dpt_p, dpt_jumlah=dpt_l + dpt_p,
        hadir_dpt_l=here_l, hadir_dpt_p=here_p, hadir_dpt_jumlah=here_l + here_p,
        hadir_lain_l=guest_l, hadir_lain_p=guest_p, hadir_lain_jumlah=guest_l + guest_p,
        hadir_l=here_l + guest_l, hadir_p=here_p + guest_p, hadir_jumlah=hadir,
        tidak_hadir=absent, disabilitas_hadir=draw(st.integers(0, hadir)),
        diterima=acuan.surat_suara, rusak=rusak, sisa=sisa, digunakan=hadir,
        suara=votes, sah=hadir - tidak_sah, tidak_sah=tidak_sah, jumlah_suara=hadir,
    ), acuan  # fmt: skip


def _share(draw: st.DrawFn, total: int, parts: int) -> tuple[int, ...]:
    cuts = sorted(draw(st.integers(0, total)) for _ in range(parts - 1))
    return tuple(b - a for a, b in zip([0, *cuts], [*cuts, total], strict=True))
