"""The result QR of the count documents: fields as text, `*`, the committee's signature."""

from types import MappingProxyType
from typing import Annotated

from pydantic import Field, TypeAdapter

from pilkades_desk.berita_acara.content import Isi, IsiF07, IsiF27, IsiF28, IsiF29, IsiF33
from pilkades_desk.berita_acara.values import Suara
from pilkades_desk.core.canonical import parse_canonical
from pilkades_desk.panitia.naskah.blok import IsiFormulir

RESULT_DOMAIN = b"pilkades-qr/v1\n"
"""The committee's key signs this, followed by the result fields."""
_BASE45 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
_SIGNATURE_CHARS = 96
_LETTER = MappingProxyType({letter: number for number, letter in enumerate(_BASE45)})
_WithResult = Annotated[IsiF27 | IsiF28 | IsiF29 | IsiF33, Field(discriminator="kode")]
_ISI: TypeAdapter[IsiF27 | IsiF28 | IsiF29 | IsiF33] = TypeAdapter(_WithResult)


def parse_isi(untrusted_content: bytes) -> Isi:
    """Read the content of a frozen document with a result QR back.

    Raises:
        ValueError: it is not canonical, or of another form, or not what its form holds.
    """
    fields = parse_canonical(untrusted_content)
    if not isinstance(fields, dict):
        raise ValueError("no content")  # noqa: TRY004 -- what a stranger sent, not how we called
    return _ISI.validate_python({**fields, "salinan": "Salinan", "kertas": "A4"})


def parse_f27(content: bytes, salinan: str, kertas: str) -> IsiF27:
    """Read a frozen F-27 back from its canonical bytes, as the copy it is to be printed as."""
    fields = parse_canonical(content)
    return IsiF27.model_validate({**fields, "salinan": salinan, "kertas": kertas})


def result_fields(isi: Isi) -> str:
    """Write the result for the signed QR, readable on any phone; empty for F-07 and letters.

    Syarat: S-013, S-614.
    """
    figures = _figures(isi)
    if not figures:
        return ""
    head = ["PR1", isi.wilayah.kode_desa, str(isi.waktu.tanggal.year), isi.dok]
    return "*".join([*head, *(["LATIHAN"] if isi.gladi else []), *figures])


def result_text(fields: str, signature: bytes) -> str:
    """Join result fields and their 64-byte signature (r ‖ s) into the text of the result QR."""
    if len(signature) != 64:
        raise ValueError("a P-256 signature has 64 bytes")
    return f"{fields}*{base45(signature)}"


def split_result_text(untrusted_text: str) -> tuple[str, str]:
    """Part a result QR into fields and signature text; base45 itself may hold `*`."""
    return untrusted_text[: -_SIGNATURE_CHARS - 1], untrusted_text[-_SIGNATURE_CHARS:]


def base45(content: bytes) -> str:
    """Encode by RFC 9285: two bytes become three characters, a last single one two."""
    out: list[str] = []
    for start in range(0, len(content), 2):
        pair = content[start : start + 2]
        number = int.from_bytes(pair, "big")
        for _ in range(len(pair) + 1):
            number, digit = divmod(number, 45)
            out.append(_BASE45[digit])
    return "".join(out)


def from_base45(untrusted_text: str) -> bytes:
    """Decode what `base45` writes; ValueError for anything else."""
    out = bytearray()
    for start in range(0, len(untrusted_text), 3):
        digits = [_LETTER.get(letter, -1) for letter in untrusted_text[start : start + 3]]
        size = len(digits) - 1
        number = sum(digit * 45**place for place, digit in enumerate(digits))
        if size == 0 or min(digits) < 0 or number >= 256**size:
            raise ValueError("base45")
        out += number.to_bytes(size, "big")
    return bytes(out)


def _figures(isi: Isi) -> list[str]:
    match isi:
        case IsiF27():
            return [*_unit(isi), *_attendance(isi.pemilih.b1.jumlah, isi.pemilih.b5.jumlah),
                    *_votes(isi.suara)]  # fmt: skip
        case IsiF28():
            return [*_unit(isi), *_attendance(isi.dpt.jumlah, isi.hadir.jumlah), *_votes(isi.suara)]
        case IsiF29():
            total = isi.total
            pairs = zip((nomor for nomor, _ in isi.calon), total.suara, strict=True)
            return [
                f"UNIT:{len(isi.unit)}",
                *_attendance(total.dpt.jumlah, total.hadir.jumlah),
                *(f"{nomor}:{suara}" for nomor, suara in pairs),
                *_totals(total.kolom_kosong, total.sah, total.tidak_sah),
            ]
        case IsiF33():
            return [f"TERPILIH:{isi.terpilih.nomor}", *_votes(isi.suara)]
        case IsiF07() | IsiFormulir():
            return []


def _unit(isi: IsiF27 | IsiF28) -> list[str]:
    return [f"UNIT:{isi.unit}", f"HITUNG:{isi.hitung_ke}"]


def _attendance(dpt: int, hadir: int) -> list[str]:
    return [f"DPT:{dpt}", f"HADIR:{hadir}"]


def _votes(suara: Suara) -> list[str]:
    votes = [f"{calon.nomor}:{calon.suara}" for calon in suara.perolehan]
    return [*votes, *_totals(suara.kolom_kosong, suara.sah, suara.tidak_sah)]


def _totals(kolom_kosong: int | None, sah: int, tidak_sah: int) -> list[str]:
    kosong = [] if kolom_kosong is None else [f"KOSONG:{kolom_kosong}"]
    return [*kosong, f"SAH:{sah}", f"TIDAK SAH:{tidak_sah}"]
