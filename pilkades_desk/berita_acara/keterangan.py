"""The list of documents in words: what one line says, what to do next, how many are done."""

from collections import Counter
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from pilkades_desk.berita_acara.daftar import (
    BarisDaftar,
    ButirLampiran,
    Cara,
    Keberatan,
    Kelengkapan,
    StatusLembar,
)
from pilkades_desk.core.clock import Zona, moment_text, plain_date
from pilkades_desk.panitia.values import Orang

_NEXT = MappingProxyType(
    {
        (Cara.BEKU, StatusLembar.BELUM): "Bekukan di atas begitu angkanya final.",
        (
            Cara.DAFTAR,
            StatusLembar.BELUM,
        ): "Tetapkan DPS, kunci DPT, dan kunci pembagian TPS lebih dulu.",
        (Cara.DAFTAR, StatusLembar.DIBUAT): "Cetak di langkah 2 atau 4, atau semua untuk TPS itu.",
        (Cara.TANGAN, StatusLembar.TANGAN): "Cetak di Formulir kosong, atau semua untuk TPS itu.",
    }
)
_DONE = (StatusLembar.DICETAK, StatusLembar.DITANDATANGANI)


def line_words(baris: BarisDaftar, people: Mapping[int, Orang]) -> str:
    """Say of one line what holds and what to do now."""
    dokumen = baris.dokumen
    if dokumen is None:
        following = _NEXT.get((baris.wajib.cara, baris.status), "")
        return " ".join(part for part in (baris.keterangan, following) if part)
    if baris.status is StatusLembar.DITARIK:
        return f"Kode data {dokumen.kode_data}\nDitarik: {baris.keterangan}"
    names = [f"{people[one].nama} ({people[one].jabatan})" for one in dokumen.belum]
    if dokumen.basah:
        words = dokumen.basah.kalimat
    elif names:
        words = f"Belum menandatangani: {', '.join(names)}."
    elif dokumen.penanda:
        words = "Semua penanda sudah."
    else:
        words = "Belum ada penanda. Catat tanda tangan basahnya."
    return f"Kode data {dokumen.kode_data}\n{words}"


def count_words(daftar: Sequence[BarisDaftar]) -> str:
    """Count the documents by how far they are; withdrawn ones apart."""
    found = Counter(one.status for one in daftar)
    withdrawn = found.pop(StatusLembar.DITARIK, 0)
    done = sum(found[status] for status in _DONE)
    words = f"{done} dari {sum(found.values())} dokumen sudah dicetak atau ditandatangani"
    return f"{words}, {withdrawn} ditarik" if withdrawn else words


def missing_count(enclosures: Sequence[ButirLampiran]) -> str:
    """Count the enclosures the report to the BPD still lacks, with what the file knows of them."""
    missing = [one for one in enclosures if one.kelengkapan is Kelengkapan.KURANG]
    if not missing:
        return "Semua lampiran ada. Bekukan F-34 di tab Dokumen."
    known = [f"{one.nama.partition(' ')[0]} {one.keterangan}" for one in missing if one.keterangan]
    words = f"{len(missing)} dari {len(enclosures)} lampiran belum ada."
    return " ".join([words, *(f"{one}." for one in known)])


def missing_words(enclosures: Sequence[ButirLampiran]) -> str:
    """Count and name them, for whoever is about to fill the report in."""
    missing = [one.nama for one in enclosures if one.kelengkapan is Kelengkapan.KURANG]
    names = f" Belum: {'; '.join(missing)}." if missing else ""
    return f"{len(missing)} dari {len(enclosures)} lampiran belum ada.{names}"


def keberatan_words(one: Keberatan, zona: Zona) -> str:
    """Say of one objection until when it is decided, or how it was."""
    came = f"Diterima {moment_text(one.diterima, zona)} dari {one.pemohon}."
    if one.diputus:
        return f"{came} Diputus {plain_date(one.diputus)}: {one.putusan}"
    return f"{came} Putus paling lambat {plain_date(one.batas)}."
