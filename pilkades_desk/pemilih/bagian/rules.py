"""Which voters an area holds, when a part may leave, which return belongs to it, and its seals."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date

from pydantic import ValidationError

from pilkades_desk.core.canonical import canonical, sha256_hex
from pilkades_desk.core.clock import short_date
from pilkades_desk.core.findings import Finding
from pilkades_desk.pemilih.bagian import findings as f
from pilkades_desk.pemilih.bagian.values import (
    Bagian,
    BagianKeluar,
    BagianKembali,
    BarisBagian,
    Bidang,
    Cakupan,
)
from pilkades_desk.pemilih.values import AlasanCoret, Pemilih, PemilihBaru, PemilihFields

_ROWS_DOMAIN = b"pilkades-desk/bagian-dasar/v1\n"
_PART_DOMAIN = b"pilkades-desk/bagian/v1\n"
_RETURN_DOMAIN = b"pilkades-desk/bagian-kembali/v1\n"


def covers(cakupan: Cakupan, isi: PemilihFields) -> bool:
    """Tell whether a voter lives in an area."""
    return (
        (cakupan.dusun is None or _same_dusun(cakupan.dusun, isi.dusun))
        and cakupan.rw in (None, isi.rw)
        and cakupan.rt in (None, isi.rt)
    )


def overlaps(one: Cakupan, other: Cakupan) -> bool:
    """Tell whether somebody could live in both areas."""
    dusun = one.dusun is None or other.dusun is None or _same_dusun(one.dusun, other.dusun)
    rw = None in (one.rw, other.rw) or one.rw == other.rw
    rt = None in (one.rt, other.rt) or one.rt == other.rt
    return dusun and rw and rt


def rows_in(cakupan: Sequence[Cakupan], daftar: Iterable[BarisBagian]) -> tuple[BarisBagian, ...]:
    """Give the voters of some areas, the struck ones too, by their number."""
    found = (baris for baris in daftar if any(covers(each, baris.isi) for each in cakupan))
    return tuple(sorted(found, key=lambda baris: baris.id))


def check_handout(
    cakupan: Sequence[Cakupan],
    baris: Sequence[BarisBagian],
    keluar: Iterable[BagianKeluar],
    out: Collection[int],
) -> tuple[Finding, ...]:
    """Say why these areas may not leave now (S-244).

    Args:
        cakupan: the areas asked for.
        baris: the voters who live there.
        keluar: the parts that are out.
        out: the numbers of the voters who are out, wherever they live by now.
    """
    found = [
        f.E278.at("bagian", daerah=mine.sebutan, nomor=part.nomor, oleh=part.dibawa_oleh)
        for part in keluar
        for mine in cakupan
        if any(overlaps(mine, theirs) for theirs in part.cakupan)
    ]
    away = sum(one.id in out for one in baris)
    if away and not found:
        found.append(f.E279.at("bagian", jumlah=away))
    if not baris:
        found.append(f.E280.at("bagian"))
    return tuple(found)


def note_late(bagian: BagianKeluar, today: date) -> tuple[Finding, ...]:
    """Warn of a part that should have come back by now."""
    if today <= bagian.sampai:
        return ()
    until = short_date(bagian.sampai)
    facts = {"nomor": bagian.nomor, "sampai": until, "oleh": bagian.dibawa_oleh}
    return (f.W271.at(f"bagian {bagian.nomor}", **facts),)


def note_out(bagian: BagianKeluar) -> Finding:
    """Say of a voter that somebody else works on the same row (S-245)."""
    until = short_date(bagian.sampai)
    facts = {"nomor": bagian.nomor, "oleh": bagian.dibawa_oleh, "sampai": until}
    return f.W270.at(f"bagian {bagian.nomor}", **facts)


def seal_rows(baris: Iterable[BarisBagian]) -> str:
    """Seal the rows of a part: SHA-256 over a domain line and one canonical line per voter."""
    lines = (canonical(one.model_dump(mode="json")) for one in baris)
    return sha256_hex(_ROWS_DOMAIN + b"\n".join(lines))


def write_content(isi: Bagian | BagianKembali) -> bytes:
    """Write a part or a return as canonical JSON; what the sealed file will hold."""
    return canonical(isi.model_dump(mode="json"))


def seal_bagian(bagian: Bagian) -> str:
    """Name a part: SHA-256 over a domain line and its content."""
    return sha256_hex(_PART_DOMAIN + write_content(bagian))


def seal_kembali(kembali: BagianKembali) -> str:
    """Name a return the same way under its own domain."""
    return sha256_hex(_RETURN_DOMAIN + write_content(kembali))


def check_kembali(kembali: BagianKembali, bagian: Bagian) -> tuple[Finding, ...]:
    """Say why a return is not one of this part: another copy, rows or values (S-247)."""
    about = f"bagian {bagian.nomor}"
    if kembali.pemilihan != bagian.pemilihan:
        return (f.E271.at(about),)
    if (kembali.bagian, kembali.dasar) != (seal_bagian(bagian), bagian.dasar):
        return (f.E273.at(about, nomor=bagian.nomor),)
    known = {baris.id: baris for baris in bagian.baris}
    return tuple(
        f.E281.at(about, bidang=koreksi.bidang.value, id=ubahan.id)
        for ubahan in kembali.ubahan
        for koreksi in ubahan.koreksi
        if ubahan.id not in known or not is_fitting(known[ubahan.id], koreksi.bidang, koreksi.nilai)
    )


def as_baris(pemilih: Pemilih) -> BarisBagian:
    """Give a voter of the list as a part writes them."""
    fields = {name: getattr(pemilih, name) for name in PemilihFields.model_fields}
    return BarisBagian(
        id=pemilih.id,
        asal=pemilih.asal,
        coret=AlasanCoret(pemilih.coret) if pemilih.coret else "",
        tps=pemilih.tps,
        isi=PemilihBaru.model_validate(fields),
    )


def texts_of(baris: BarisBagian) -> dict[Bidang, str]:
    """Give every field of a voter as the text both contents write it in."""
    fields = baris.isi.model_dump(mode="json") | {"tps": baris.tps, "coret": str(baris.coret)}
    return {Bidang(name): str(value) for name, value in fields.items()}


def with_text(baris: BarisBagian, changes: dict[Bidang, str]) -> BarisBagian:
    """Give a voter with some fields as written there; ValueError when one is no such value."""
    texts = {bidang.value: text for bidang, text in (texts_of(baris) | changes).items()}
    own = {"tps": texts.pop("tps"), "coret": texts.pop("coret")}
    fields = {"id": baris.id, "asal": baris.asal, **own}
    return BarisBagian.model_validate(fields | {"isi": PemilihBaru.model_validate(texts)})


def is_fitting(baris: BarisBagian, bidang: Bidang, text: str) -> bool:
    """Tell whether a text is a value of a field, written in the one way both contents write it."""
    try:
        return texts_of(with_text(baris, {bidang: text}))[bidang] == text
    except ValidationError:
        return False


def as_working_list(bagian: Bagian) -> tuple[Pemilih, ...]:
    """Give the voters of a part as the other laptop works on them, under their numbers here."""
    return tuple(
        Pemilih.model_validate(
            baris.isi.model_dump()
            | {"id": baris.id, "asal": baris.asal, "coret": str(baris.coret), "tps": baris.tps}
        )
        for baris in bagian.baris
    )


def _same_dusun(one: str, other: str) -> bool:
    return one.casefold().split() == other.casefold().split()
