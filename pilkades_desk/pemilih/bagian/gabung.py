"""Three ways side by side: what the part said, what this list says now, what comes back.

For each voter and field that comes back changed: the same here already, nothing to do; unchanged
here, taken; changed here to something else, a conflict. Fields that do not come back stay.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, replace
from datetime import datetime

from pilkades_desk.core.canonical import canonical, sha256_hex
from pilkades_desk.core.findings import Finding
from pilkades_desk.core.masking import mask_nik
from pilkades_desk.pemilih.bagian import findings as f
from pilkades_desk.pemilih.bagian.rules import seal_bagian, texts_of, with_text
from pilkades_desk.pemilih.bagian.values import (
    Bagian,
    BagianKembali,
    BarisBagian,
    Bidang,
    Butir,
    Dasar,
    Keputusan,
    Koreksi,
    Kunci,
    OrangBaru,
    Pihak,
    Rencana,
    Ubahan,
)
from pilkades_desk.pemilih.rules import too_young
from pilkades_desk.pemilih.values import Asal, SyaratPemilih

_MASKED = frozenset({Bidang.NIK, Bidang.KK})
Daftar = Mapping[int, BarisBagian]
"""Voters by number."""


def compare(bagian: Bagian, kini: Daftar, kembali: BagianKembali) -> tuple[Butir, ...]:
    """Give what differs, voter by voter, new people last (S-248).

    Args:
        bagian: the part as it left.
        kini: the whole list of this laptop, now.
        kembali: a return that `check_kembali` has nothing against.
    """
    base = {baris.id: baris for baris in bagian.baris}
    found = [
        butir
        for ubahan in kembali.ubahan
        if ubahan.id in kini
        for butir in _differing(base[ubahan.id], kini[ubahan.id], ubahan)
    ]
    renumbered = {
        ubahan.id
        for ubahan in kembali.ubahan
        if any(koreksi.bidang is Bidang.NIK for koreksi in ubahan.koreksi)
    }
    holders = {baris.isi.nik: baris for baris in kini.values() if baris.id not in renumbered}
    for place, orang in enumerate(kembali.baru, 1):
        holder = holders.get(orang.isi.nik)
        found += _met_again(holder, orang, place) if holder else [_newcomer(orang, place)]
    return tuple(found)


def print_of(butir: Sequence[Butir]) -> str:
    """Name what was shown, so that nothing else is merged than what somebody saw."""
    return sha256_hex(canonical([asdict(one) for one in butir]))


def mask_butir(butir: Butir) -> Butir:
    """Give a difference as shown: of numbers of cards the region alone (S-240)."""
    if butir.kunci.bidang not in _MASKED:
        return butir
    return replace(
        butir,
        dasar=None if butir.dasar is None else mask_nik(butir.dasar),
        kita=None if butir.kita is None else mask_nik(butir.kita),
        mereka=mask_nik(butir.mereka),
    )


def decide(
    butir: Sequence[Butir], keputusan: Sequence[Keputusan], kembali: BagianKembali
) -> tuple[Rencana, tuple[Finding, ...]]:
    """Give what is to be done after people decided, and what is left undecided or unclear (S-248).

    What is no conflict is taken unless somebody decided for this laptop.
    """
    known = {one.kunci: one for one in butir}
    said = {one.kunci: one for one in keputusan}
    found = [
        f.E276.at("bagian", nama=known[one.kunci].nama if one.kunci in known else "seseorang")
        for one in keputusan
        if one.kunci not in known or said[one.kunci] is not one
    ]
    waiting = sum(one.bentrok and one.kunci not in said for one in butir)
    if waiting:
        found.append(f.E275.at("bagian", jumlah=waiting))
    taken = [one for one in butir if _is_taken(one, said.get(one.kunci))]
    koreksi: dict[int, dict[Bidang, Koreksi]] = {}
    for one in taken:
        bidang = one.kunci.bidang
        if bidang is None:
            continue
        made = _correction(one, bidang, said.get(one.kunci))
        if koreksi.setdefault(one.kunci.id, {}).setdefault(bidang, made).nilai != made.nilai:
            found.append(f.E276.at("bagian", nama=one.nama))
    baru = (kembali.baru[one.kunci.baru - 1] for one in taken if one.kunci.bidang is None)
    by_id = {
        number: tuple(of_one[bidang] for bidang in Bidang if bidang in of_one)
        for number, of_one in sorted(koreksi.items())
    }
    return Rencana(by_id, tuple(baru)), tuple(found)


def carry_out(kini: Daftar, rencana: Rencana, asal: Asal) -> dict[int, BarisBagian]:
    """Give the list as it will be; new people get the next numbers and come in as `asal`."""
    after = dict(kini)
    for number, koreksi in rencana.koreksi.items():
        after[number] = with_text(kini[number], {one.bidang: one.nilai for one in koreksi})
    first = max(after, default=0) + 1
    for number, orang in enumerate(rencana.baru, first):
        after[number] = BarisBagian(id=number, asal=asal, coret="", tps=orang.tps, isi=orang.isi)
    return after


def check_after(before: Daftar, after: Daftar, syarat: SyaratPemilih) -> tuple[Finding, ...]:
    """Check what a merge would make: a NIK used once, everybody changed of age (S-201, S-202)."""
    found = []
    holders: dict[str, BarisBagian] = {}
    for baris in after.values():
        other = holders.setdefault(baris.isi.nik, baris)
        if other is not baris:
            both = {"satu": other.isi.nama, "dua": baris.isi.nama}
            found.append(f.E277.at(f"pemilih {baris.id}", **both))
    ring = _ring(before, after)
    if ring:
        names = ", ".join(before[number].isi.nama for number in ring)
        found.append(f.E283.at(f"pemilih {ring[0]}", nama=names))
    for number, baris in after.items():
        changed = before.get(number) != baris
        if changed and not baris.coret and too_young(baris.isi, syarat):
            found.append(f.E282.at(f"pemilih {number}", nama=baris.isi.nama))
    return tuple(found)


def note_gone(kembali: BagianKembali, kini: Daftar) -> tuple[Finding, ...]:
    """Name whose changes cannot be taken: their import was withdrawn while they were out."""
    gone = (ubahan.id for ubahan in kembali.ubahan if ubahan.id not in kini)
    return tuple(f.W273.at(f"pemilih {number}", nama=f"Pemilih no. {number}") for number in gone)


def nik_first(
    koreksi: Mapping[int, Sequence[Koreksi]], nik: Mapping[int, str]
) -> Iterator[tuple[int, Koreksi]]:
    """Give every correction, those of a NIK first: none before the one who has it gave it up.

    `nik` is everybody's number now; `check_after` has refused numbers that go round in a ring.
    """
    waiting = {
        number: one for number, some in koreksi.items() for one in some if one.bidang is Bidang.NIK
    }
    while waiting:
        held = {nik[number] for number in waiting}
        free = [number for number, one in waiting.items() if one.nilai not in held]
        yield from ((number, waiting.pop(number)) for number in free)
    for number, some in koreksi.items():
        yield from ((number, one) for one in some if one.bidang is not Bidang.NIK)


def compose_kembali(
    bagian: Bagian,
    kini: Iterable[BarisBagian],
    sebab: Mapping[Kunci, Dasar],
    oleh: str,
    kapan: datetime,
) -> BagianKembali:
    """Give what was changed of a part on the laptop that took it (S-246).

    Args:
        bagian: the part as it came.
        kini: everybody on that laptop now, those of the part under their numbers.
        sebab: why each field was changed, and by `Kunci(number)` why somebody was added.
        oleh: who sends it back.
        kapan: when.

    Raises:
        ValueError: somebody of the part is missing; nobody is ever deleted.
        KeyError: something was changed without a reason.
    """
    now = {baris.id: baris for baris in kini}
    base = {baris.id: baris for baris in bagian.baris}
    if base.keys() - now.keys():
        raise ValueError("somebody who was handed out is missing")
    changes = ((number, _changes(base[number], now[number], sebab)) for number in sorted(base))
    added = sorted((now[number] for number in now.keys() - base.keys()), key=lambda b: b.isi.nik)
    return BagianKembali(
        pemilihan=bagian.pemilihan,
        nomor=bagian.nomor,
        bagian=seal_bagian(bagian),
        dasar=bagian.dasar,
        oleh=oleh,
        kapan=kapan,
        ubahan=tuple(Ubahan(id=number, koreksi=some) for number, some in changes if some),
        baru=tuple(_added(baris, sebab[Kunci(baris.id)]) for baris in added),
    )


def _ring(before: Daftar, after: Daftar) -> list[int]:
    """Give who gets each other's NIK in a ring: no order of single changes leads there."""
    holders = {baris.isi.nik: number for number, baris in before.items()}
    wants = {
        number: holders[after[number].isi.nik]
        for number, baris in before.items()
        if after[number].isi.nik != baris.isi.nik and after[number].isi.nik in holders
    }
    while leaves := [number for number, other in wants.items() if other not in wants]:
        for number in leaves:
            del wants[number]
    return sorted(wants)


def _differing(base: BarisBagian, ours: BarisBagian, ubahan: Ubahan) -> Iterable[Butir]:
    was, now = texts_of(base), texts_of(ours)
    for koreksi in ubahan.koreksi:
        before, here = was[koreksi.bidang], now[koreksi.bidang]
        if koreksi.nilai in (before, here):
            continue
        yield Butir(
            Kunci(ubahan.id, koreksi.bidang),
            ours.isi.nama,
            before,
            here,
            koreksi.nilai,
            Dasar(koreksi.alasan, koreksi.bukti),
            bentrok=here != before,
        )


def _newcomer(orang: OrangBaru, place: int) -> Butir:
    sebab = Dasar(orang.alasan, orang.bukti)
    nama = orang.isi.nama
    return Butir(Kunci(0, None, place), nama, None, None, nama, sebab, bentrok=False)


def _met_again(holder: BarisBagian, orang: OrangBaru, place: int) -> Iterable[Butir]:
    """A NIK that is here already: the same content is no news, every other field is a conflict."""
    theirs = texts_of(holder.model_copy(update={"isi": orang.isi, "tps": orang.tps, "coret": ""}))
    for bidang, here in texts_of(holder).items():
        if here != theirs[bidang]:
            sebab = Dasar(orang.alasan, orang.bukti)
            kunci = Kunci(holder.id, bidang, place)
            yield Butir(kunci, holder.isi.nama, None, here, theirs[bidang], sebab, bentrok=True)


def _is_taken(butir: Butir, said: Keputusan | None) -> bool:
    return not butir.bentrok if said is None else said.pihak is Pihak.MEREKA


def _correction(butir: Butir, bidang: Bidang, said: Keputusan | None) -> Koreksi:
    """Write a correction for the history: their reason, and ours when a person had to decide."""
    alasan = f"{said.alasan}; {butir.sebab.alasan}" if said else butir.sebab.alasan
    return Koreksi(
        bidang=bidang,
        nilai=butir.mereka,
        alasan=alasan[:200],
        bukti=butir.sebab.bukti,
    )


def _changes(
    base: BarisBagian, now: BarisBagian, sebab: Mapping[Kunci, Dasar]
) -> tuple[Koreksi, ...]:
    was, here = texts_of(base), texts_of(now)
    return tuple(
        Koreksi(
            bidang=bidang,
            nilai=here[bidang],
            alasan=sebab[Kunci(base.id, bidang)].alasan,
            bukti=sebab[Kunci(base.id, bidang)].bukti,
        )
        for bidang in sorted(Bidang)
        if here[bidang] != was[bidang]
    )


def _added(baris: BarisBagian, sebab: Dasar) -> OrangBaru:
    return OrangBaru(isi=baris.isi, tps=baris.tps, alasan=sebab.alasan, bukti=sebab.bukti)
