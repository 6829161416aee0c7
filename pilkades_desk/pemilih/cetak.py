"""Printing step 2's documents: each drawn for its purpose, logged, the books as exports of data."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from pilkades_desk.core.canonical import sha256_hex
from pilkades_desk.core.errors import StateError
from pilkades_desk.core.progress import Progress, quiet
from pilkades_desk.panitia.meja import Meja
from pilkades_desk.panitia.naskah.blok import IsiFormulir
from pilkades_desk.panitia.naskah.cetakan import Cetakan
from pilkades_desk.panitia.naskah.data_code import sidik
from pilkades_desk.panitia.naskah.tercetak import identify
from pilkades_desk.panitia.naskah.values import IsiUmum
from pilkades_desk.panitia.rights import Aksi
from pilkades_desk.pemilih import compose
from pilkades_desk.pemilih.content import Bagi, DokumenPemilih, IsiDaftar, IsiR06, Tujuan
from pilkades_desk.pemilih.loket.values import TpsOf
from pilkades_desk.pemilih.pribadi import export_mark, read_dpt_pemilih
from pilkades_desk.pemilih.values import Penyerahan

Contents = tuple[IsiUmum, ...]


def _nowhere(_pemilih_id: int) -> str:
    return ""


@dataclass(frozen=True, slots=True)
class Dari:
    """What a document needs that only its caller knows."""

    tps_of: TpsOf = _nowhere
    lembar: int = 0
    """Which coklit sheet; 0 is all of them."""


Asked = tuple[DokumenPemilih, Tujuan, str]
Compose = Callable[[Meja, Tujuan, str, Dari], Contents]
"""From the desk, the purpose, the mark of what is taken out, and what the caller knows."""


def print_dokumen(
    meja: Meja,
    dokumen: DokumenPemilih,
    untuk: Tujuan,
    progress: Progress = quiet,
    dari: Dari | None = None,
) -> tuple[Cetakan, ...]:
    """Draw one of step 2's documents, sheet by sheet where it has some (S-213, S-290, S-291).

    Raises:
        StateError: the list it repeats is not set yet, nobody is there to sign, or it is not
            made for this purpose; the book needs a receiver.
    """
    meja.demand(Aksi.CETAK_DAFTAR)
    if untuk is Tujuan.BUKU:
        raise StateError("Buku resmi belum disebut untuk siapa.", "Isi penerima dan tujuannya.")
    contents = _compose(meja, (dokumen, untuk, ""), dari or Dari())
    return _print(meja, (contents, untuk), Aksi.CETAK_DAFTAR, progress, untuk=untuk.value)


def print_book(
    meja: Meja,
    kepada: Penyerahan,
    progress: Progress = quiet,
    dokumen: DokumenPemilih = DokumenPemilih.DPT,
) -> tuple[Cetakan, ...]:
    """Draw an official book with NIK and family cards in full, an export of data (S-213, S-242).

    To whom, by whom, when and what for stands on every page and in the log.
    """
    meja.demand(Aksi.EKSPOR_DATA)
    mark = export_mark(meja, meja.clock.now(), kepada.tujuan, whole=True)
    tanda = f"Diserahkan kepada {kepada.penerima}. {mark}"
    facts = {"angka": "utuh", "tujuan": kepada.tujuan.value, "penerima": kepada.penerima}
    contents = _compose(meja, (dokumen, Tujuan.BUKU, tanda), Dari())
    return _print(meja, (contents, Tujuan.BUKU), Aksi.EKSPOR_DATA, progress, **facts)


def _compose(meja: Meja, asked: Asked, dari: Dari) -> Contents:
    dokumen, untuk, tanda = asked
    if untuk not in dokumen.untuk:
        raise StateError(f"{dokumen.value} tidak dibuat untuk itu.", "Pilih tujuan lain.")
    return _COMPOSE[dokumen](meja, untuk, tanda, dari)


def _print(
    meja: Meja, what: tuple[Contents, Tujuan], aksi: Aksi, progress: Progress, **facts: str
) -> tuple[Cetakan, ...]:
    contents, untuk = what
    drawn = []
    for number, isi in enumerate(contents):
        step = progress if len(contents) == 1 else quiet
        drawn.append(_cetakan(isi, untuk, _draw(isi, step)))
        progress(number, len(contents))
    with meja.act(aksi) as act:
        act.record(f"cetak/{_stem(contents)}", **_counted(contents), **facts)
        act.commit()
    return tuple(drawn)


def _stem(contents: Contents) -> str:
    """Name a document of several sheets without the number of one."""
    return contents[0].dok if len(contents) == 1 else contents[0].dok[:3]


def _counted(contents: Contents) -> dict[str, int | str]:
    """Say how many voters and sheets there are, and what would change with any of them."""
    digests = [sidik(isi) for isi in contents]
    rows = sum(len(isi.baris) for isi in contents if isinstance(isi, IsiDaftar))
    if len(contents) == 1:
        return {"jumlah": rows, "sidik": digests[0]}
    whole = sha256_hex("".join(digests).encode("ascii"))
    return {"jumlah": rows, "lembar": len(contents), "sidik": whole}


def _draw(isi: IsiUmum, progress: Progress) -> bytes:
    from pilkades_desk.panitia.naskah.pdf.formulir import draw
    from pilkades_desk.pemilih.pdf.daftar import draw_daftar
    from pilkades_desk.pemilih.pdf.r06 import draw_r06

    match isi:
        case IsiR06():
            return draw_r06(isi, progress)
        case IsiDaftar():
            return draw_daftar(isi, progress)
        case IsiFormulir():
            return draw(isi)
        case _:
            raise TypeError(isi.kode)


def _cetakan(isi: IsiUmum, untuk: Tujuan, pdf: bytes) -> Cetakan:
    if not isinstance(isi, IsiDaftar):
        return Cetakan(f"{isi.kode} {isi.wilayah.desa}", f"{isi.kode}.pdf", pdf, identify(isi))
    number = isi.dok.removeprefix(isi.kode.replace("-", "").upper())
    name = "-".join(part for part in (isi.kode, untuk.value, number) if part)
    title = f"{isi.kode} {isi.cakupan or isi.wilayah.desa}"
    return Cetakan(title, f"{name}.pdf", pdf, identify(isi))


def _dps(bagi: Bagi) -> Compose:
    return lambda meja, untuk, tanda, _dari: compose.compose_f02(meja, untuk, bagi, tanda)


def _plain(make: Callable[[Meja], IsiFormulir]) -> Compose:
    return lambda meja, _untuk, _tanda, _dari: (make(meja),)


def _notice(daftar: str) -> Compose:
    return lambda meja, _untuk, _tanda, _dari: (compose.compose_f11(meja, daftar),)


def _coklit(meja: Meja, untuk: Tujuan, tanda: str, dari: Dari) -> Contents:
    return compose.compose_r06(meja, untuk, tanda, dari.lembar)


def _catatan(meja: Meja, _untuk: Tujuan, _tanda: str, dari: Dari) -> Contents:
    return (compose.compose_f09(meja, dari.tps_of),)


def _tambahan(meja: Meja, untuk: Tujuan, tanda: str, _dari: Dari) -> Contents:
    return (compose.compose_f04b(meja, untuk, tanda),)


def _dpt(meja: Meja, untuk: Tujuan, tanda: str, _dari: Dari) -> Contents:
    return (compose.compose_f06(meja, read_dpt_pemilih(meja), untuk, tanda=tanda),)


_COMPOSE: Mapping[DokumenPemilih, Compose] = MappingProxyType(
    {
        DokumenPemilih.COKLIT: _coklit,
        DokumenPemilih.KEPUTUSAN_DPS: _plain(compose.compose_f01),
        DokumenPemilih.DPS: _dps(Bagi.DESA),
        DokumenPemilih.DPS_DUSUN: _dps(Bagi.DUSUN),
        DokumenPemilih.DPS_RT: _dps(Bagi.RT),
        DokumenPemilih.UMUM_DPS: _notice("dps"),
        DokumenPemilih.KEPUTUSAN_TAMBAHAN: _plain(compose.compose_f04),
        DokumenPemilih.TAMBAHAN: _tambahan,
        DokumenPemilih.UMUM_TAMBAHAN: _notice("tambahan"),
        DokumenPemilih.KEPUTUSAN_DPT: _plain(compose.compose_f05),
        DokumenPemilih.DPT: _dpt,
        DokumenPemilih.UMUM_DPT: _notice("dpt"),
        DokumenPemilih.CATATAN: _catatan,
    }
)
