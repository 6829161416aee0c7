"""Numbers in words (*terbilang*) and with Indonesian separators, as minutes require."""

_SMALL = (
    "nol", "satu", "dua", "tiga", "empat", "lima", "enam",
    "tujuh", "delapan", "sembilan", "sepuluh", "sebelas",
)  # fmt: skip
_SCALES = (
    (10**9, "miliar", None),
    (10**6, "juta", None),
    (1000, "ribu", "seribu"),
    (100, "ratus", "seratus"),
    (10, "puluh", None),
)


def terbilang(number: int) -> str:
    """Write a non-negative whole number below 10^12 in words: 21 is `dua puluh satu`."""
    if not 0 <= number < 10**12:
        raise ValueError(f"{number} cannot be written in words")
    if number < 12:
        return _SMALL[number]
    if number < 20:
        return f"{_SMALL[number - 10]} belas"
    base, word, single = next(scale for scale in _SCALES if number >= scale[0])
    count, rest = divmod(number, base)
    head = single if count == 1 and single else f"{terbilang(count)} {word}"
    return f"{head} {terbilang(rest)}" if rest else head


def angka(number: int) -> str:
    """Write a whole number with dots between thousands: 1234 is `1.234`."""
    return f"{number:,}".replace(",", ".")


def persen(part: int, whole: int, places: int = 1) -> str:
    """Write a share with a decimal comma, rounded half up: 1 of 3 is `33,3%`; of 0 it is `–`."""
    if whole == 0:
        return "–"
    scale = 10**places
    units = (part * 100 * scale * 2 + whole) // (whole * 2)
    head, tail = divmod(units, scale)
    return f"{head},{tail:0{places}d}%" if places else f"{head}%"
