"""What documents there must be, how far each is, what the report lacks, until when is decided."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date, timedelta

from pilkades_desk.berita_acara.daftar import (
    BarisDaftar,
    ButirLampiran,
    Cara,
    Keadaan,
    Kelengkapan,
    StatusLembar,
    Wajib,
)
from pilkades_desk.berita_acara.dokumen import JUDUL, Dokumen, StatusDokumen
from pilkades_desk.panitia.hari import run_term
from pilkades_desk.panitia.kalender.values import SatuanHari
from pilkades_desk.panitia.naskah.katalog import Formulir
from pilkades_desk.panitia.naskah.tercetak import BLANK, Tercetak, of_form

ASLI = "Asli"


def list_wajib(katalog: Sequence[Formulir], units: Sequence[int]) -> tuple[Wajib, ...]:
    """Give every document the catalogue asks for, of the village first, then unit by unit.

    Syarat: S-620.
    """
    village = [_wajib(one) for one in katalog if "desa" in one.inti]
    of_units = [_wajib(one, unit) for unit in units for one in katalog if "unit" in one.inti]
    return (*village, *of_units)


def list_documents(wajib: Sequence[Wajib], keadaan: Keadaan) -> tuple[BarisDaftar, ...]:
    """Say of every document how far it is; a withdrawn one stays below what replaces it (S-620)."""
    return tuple(line for one in wajib for line in _lines(one, keadaan))


def filter_documents(
    daftar: Sequence[BarisDaftar], tempat: str, status: str
) -> tuple[BarisDaftar, ...]:
    """Give the lines of one place and in one status; "" stands for all (S-620)."""
    return tuple(
        one for one in daftar if tempat in ("", one.tempat) and status in ("", one.status.value)
    )


def list_enclosures(
    nama: Sequence[str], daftar: Sequence[BarisDaftar], jawaban: Mapping[str, str]
) -> tuple[ButirLampiran, ...]:
    """Say which enclosures of the report are there; people answer for what no file knows.

    An enclosure whose name starts with the code of a document the program freezes is there once
    every unit's is. `jawaban` are people's answers by the enclosure's name. Syarat: S-622.
    """
    return tuple(_enclosure(one, daftar, jawaban.get(one, "")) for one in nama)


def label_copies(printed: int, count: int, *, original: bool) -> tuple[str, ...]:
    """Name so many sheets of a document of which `printed` went out before, the original first.

    Syarat: S-477.
    """
    before = max(0, printed - 1)
    copies = count - original
    total = before + copies
    numbered = (f"Salinan {number} dari {total}" for number in range(before + 1, total + 1))
    return (*([ASLI] if original else []), *numbered)


def decision_due(
    received: date, days: int, satuan: SatuanHari, libur: Collection[date] = ()
) -> date:
    """Give the last day for deciding an objection, the day of receipt not counted.

    Syarat: S-624.
    """
    return run_term(received + timedelta(days=1), days, satuan, libur).sampai


def denies_keberatan(sengketa: str, banyak: int) -> bool:
    """Tell whether a report says that nobody objected although the register has some (S-622)."""
    return banyak > 0 and sengketa.strip().casefold() in ("", "nihil")


def _wajib(formulir: Formulir, unit: int | None = None) -> Wajib:
    by_hand = formulir.kosong and not formulir.dari_data
    drawn = Cara.TANGAN if by_hand else Cara.DAFTAR
    return Wajib(
        kode=formulir.kode,
        nama=formulir.nama,
        cara=Cara.BEKU if formulir.kode in JUDUL else drawn,
        unit=unit,
        kosong=formulir.kosong,
    )


def _lines(wajib: Wajib, keadaan: Keadaan) -> Iterator[BarisDaftar]:
    printed = of_form(keadaan.cetak, wajib.kode, wajib.unit)
    if wajib.cara is Cara.BEKU:
        yield from _frozen(wajib, keadaan, printed)
    elif wajib.cara is Cara.DAFTAR:
        yield from _drawn(wajib, keadaan, printed)
    else:
        yield _by_hand(wajib, printed)


def _frozen(wajib: Wajib, keadaan: Keadaan, printed: Sequence[Tercetak]) -> Iterator[BarisDaftar]:
    whose = (wajib.kode, wajib.unit)
    mine = [one for one in keadaan.dokumen if (one.kode, one.unit) == whose]
    gone = {one.id: one.ditarik or keadaan.basi.get(one.id, "") for one in mine}
    valid = [one for one in mine if not gone[one.id]]
    if not valid:
        words = "Bekukan ulang." if mine else ""
        yield BarisDaftar(wajib=wajib, status=StatusLembar.BELUM, keterangan=words)
    for one in valid:
        copies = _copies(printed, one.sidik)
        status, words = _how_far(one, copies)
        yield BarisDaftar(wajib=wajib, status=status, keterangan=words, lembar=copies, dokumen=one)
    for one in reversed(mine):
        if gone[one.id]:
            yield BarisDaftar(
                wajib=wajib,
                status=StatusLembar.DITARIK,
                keterangan=gone[one.id],
                lembar=_copies(printed, one.sidik),
                dokumen=one,
            )


def _how_far(dokumen: Dokumen, copies: int) -> tuple[StatusLembar, str]:
    if dokumen.basah:
        return StatusLembar.DITANDATANGANI, "Tinta basah."
    if dokumen.status is StatusDokumen.LENGKAP:
        return StatusLembar.DITANDATANGANI, ""
    words = f"{len(dokumen.sudah)} dari {len(dokumen.penanda)} tanda tangan."
    status = StatusLembar.DICETAK if copies else StatusLembar.DIBUAT
    return status, words if dokumen.penanda else ""


def _drawn(wajib: Wajib, keadaan: Keadaan, printed: Sequence[Tercetak]) -> Iterator[BarisDaftar]:
    printed = [one for one in printed if not one.identitas.dok.endswith(BLANK)]
    stands = [one for one in printed if _stands(one, keadaan)]
    copies, old = _copies(stands), _copies(printed) - _copies(stands)
    if copies:
        status, words = StatusLembar.DICETAK, ""
    elif (wajib.kode, wajib.unit) in keadaan.siap:
        status, words = StatusLembar.DIBUAT, "Siap dicetak."
    else:
        status, words = StatusLembar.BELUM, ""
    yield BarisDaftar(wajib=wajib, status=status, keterangan=words, lembar=copies)
    if old:
        words = "DPT berubah sesudah dicetak."
        yield BarisDaftar(wajib=wajib, status=StatusLembar.DITARIK, keterangan=words, lembar=old)


def _by_hand(wajib: Wajib, printed: Sequence[Tercetak]) -> BarisDaftar:
    copies = _copies(printed)
    status = StatusLembar.DICETAK if copies else StatusLembar.TANGAN
    words = "Diisi tangan." if copies else "Cetak kosong."
    return BarisDaftar(wajib=wajib, status=status, keterangan=words, lembar=copies)


def _stands(printed: Tercetak, keadaan: Keadaan) -> bool:
    """Tell whether a printed list still shows the DPS or DPT; without a source it always does."""
    return printed.identitas.sumber in ((), (keadaan.segel,), (keadaan.segel_dps,))


def _copies(printed: Sequence[Tercetak], sidik: str = "") -> int:
    return sum(one.lembar for one in printed if sidik in ("", one.identitas.sidik))


def _is_there(one: BarisDaftar) -> bool:
    """Tell whether a paper can be enclosed: everything the program freezes is signed by people."""
    return one.status is StatusLembar.DITANDATANGANI


def _enclosure(nama: str, daftar: Sequence[BarisDaftar], answer: str) -> ButirLampiran:
    mine = [
        one
        for one in daftar
        if one.wajib.cara is Cara.BEKU
        and one.wajib.kode == nama.partition(" ")[0]
        and one.status is not StatusLembar.DITARIK
    ]
    if not mine:
        said = Kelengkapan(answer) if answer else Kelengkapan.KURANG
        return ButirLampiran(nama=nama, kelengkapan=said, ditanya=True)
    missing = [one.tempat for one in mine if not _is_there(one)]
    return ButirLampiran(
        nama=nama,
        kelengkapan=Kelengkapan.KURANG if missing else Kelengkapan.ADA,
        ditanya=False,
        keterangan=f"belum: {', '.join(missing)}" if missing else "",
    )
