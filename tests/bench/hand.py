"""The yardsticks of lists: F-06 written object by object, F-18 with the fastest codes.

Both draw what the program draws on every page (grid, rows, subtotal, footer, page QR) and leave out
letterhead, closing, checks of glyphs and anything that could vary. `write_list` needs no PDF
library, only a font subsetter.
"""

import io
import zlib
from collections.abc import Iterator, Sequence

from fontTools import subset
from fontTools.ttLib import TTFont
from reportlab.pdfgen.canvas import Canvas

from pilkades_desk.core.resources import resource_bytes
from pilkades_desk.kits.pdf.fonts import REGULAR
from pilkades_desk.kits.pdf.qr import matrix
from pilkades_desk.pemilih.content import BarisDpt
from pilkades_desk.tps.content import IsiF18

MM = 72 / 25.4
WIDE, HIGH, SIDE, ROW, SIZE = 330 * MM, 215 * MM, 15 * MM, 5.2 * MM, 8.6
PER_PAGE, TOP = 27, 215 * MM - 21 * MM
WIDTHS = [w * MM for w in (11, 14, 30, 74, 27, 19, 9, 12, 74, 17, 9, 4)]
FIELDS = (
    "no", "no_dpt", "nik", "nama", "tempat_lahir", "lahir", "kelamin", "kawin", "alamat", "rt_rw",
    "disabilitas", "keterangan",
)  # fmt: skip
FOOTER = ("F-06 · Daftar Pemilih Tetap · TPS 3", "Kode data 1234 5678 9012", "Profil tegal-2027")
QR = "PD1*B*3328112005*2027*F06003*{}*63XNTOWADRJD6FSO"


class Font:
    """One subset font: hexadecimal codes and widths by character."""

    def __init__(self, texts: set[str]) -> None:
        font = TTFont(io.BytesIO(resource_bytes("fonts", "SourceSans3-Regular.ttf")), lazy=True)
        options = subset.Options()
        options.hinting, options.layout_features, options.name_IDs = False, [], []
        cutter = subset.Subsetter(options)
        cutter.populate(unicodes=[ord(char) for char in texts])
        cutter.subset(font)
        out = io.BytesIO()
        font.save(out)
        self.data = out.getvalue()
        again = TTFont(io.BytesIO(self.data))
        numbers, metrics = again.getReverseGlyphMap(), again["hmtx"]
        scale = 1000 / again["head"].unitsPerEm
        names = again.getBestCmap()
        self.hex = {code: f"{numbers[name]:04X}" for code, name in names.items()}
        self.wide = {chr(code): metrics[name][0] * scale for code, name in names.items()}
        self.gids = {numbers[name]: code for code, name in names.items()}

    def width(self, text: str) -> float:
        return sum(map(self.wide.__getitem__, text))


class Writer:
    """Numbered objects, one after the other."""

    def __init__(self) -> None:
        self.out = io.BytesIO(b"%PDF-1.7\n")
        self.out.seek(0, 2)
        self.places: dict[int, int] = {}
        self.last = 0

    def new(self) -> int:
        self.last += 1
        return self.last

    def put(self, number: int, body: str) -> int:
        self.places[number] = self.out.tell()
        self.out.write(f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1"))
        return number

    def stream(self, content: bytes, extra: str = "") -> int:
        number, packed = self.new(), zlib.compress(content)
        self.places[number] = self.out.tell()
        head = f"{number} 0 obj\n<<{extra}/Filter/FlateDecode/Length {len(packed)}>>\nstream\n"
        self.out.write(head.encode() + packed + b"\nendstream\nendobj\n")
        return number

    def close(self, root: int) -> bytes:
        start = self.out.tell()
        rows = "".join(f"{self.places[n]:010d} 00000 n \n" for n in range(1, self.last + 1))
        self.out.write(
            f"xref\n0 {self.last + 1}\n0000000000 65535 f \n{rows}trailer<</Size {self.last + 1}"
            f"/Root {root} 0 R>>\nstartxref\n{start}\n%%EOF\n".encode()
        )
        return self.out.getvalue()


def write_list(rows: Sequence[BarisDpt]) -> bytes:
    """Write the list."""
    lines = [[str(getattr(row, name)) for name in FIELDS] for row in rows]
    chars = set().union(*(set(text) for line in lines for text in line))
    font = Font(chars | set("".join(FOOTER)) | set("Halaman dari Jumlah ini: LP·0123456789"))
    writer, resources = Writer(), 0
    pages, resources = writer.new(), writer.new()
    face = _put_font(writer, font)
    forms: dict[int, int] = {}
    chunks = [lines[start : start + PER_PAGE] for start in range(0, len(lines), PER_PAGE)]
    kids = []
    cache: dict[str, str] = {}
    for number, chunk in enumerate(chunks, 1):
        if len(chunk) not in forms:
            grid = "\n".join(_grid(font, len(chunk))).encode()
            box = f"/Type/XObject/Subtype/Form/BBox[0 0 {WIDE:.2f} {HIGH:.2f}]"
            forms[len(chunk)] = writer.stream(grid, f"{box}/Resources {resources} 0 R")
        ops = [f"/G{len(chunk)} Do BT /R {SIZE} Tf", *_rows(font, chunk, cache)]
        men = sum(line[6] == "L" for line in chunk)
        foot = f"Jumlah halaman ini: L {men} · P {len(chunk) - men} · {len(chunk)}"
        y = TOP - (len(chunk) + 1.5) * ROW
        for text, at in ((foot, y), (f"Halaman {number} dari {len(chunks)}", 30 * MM)):
            x = WIDE - SIDE - 80 - font.width(text) * SIZE / 1000
            ops.append(f"1 0 0 1 {x:.2f} {at:.2f} Tm<{text.translate(font.hex)}>Tj")
        ops.append(f"ET {' '.join(_qr(QR.format(number), (WIDE - SIDE - 57, 13 * MM, 57)))}")
        content = writer.stream("\n".join(ops).encode())
        kids.append(writer.put(writer.new(), (
            f"<</Type/Page/Parent {pages} 0 R/MediaBox[0 0 {WIDE:.2f} {HIGH:.2f}]"
            f"/Resources {resources} 0 R/Contents {content} 0 R>>"
        )))  # fmt: skip
    grids = "".join(f"/G{count} {number} 0 R" for count, number in forms.items())
    writer.put(resources, f"<</Font<</R {face} 0 R>>/XObject<<{grids}>>>>")
    refs = " ".join(f"{kid} 0 R" for kid in kids)
    writer.put(pages, f"<</Type/Pages/Count {len(kids)}/Kids[{refs}]>>")
    return writer.close(writer.put(writer.new(), f"<</Type/Catalog/Pages {pages} 0 R>>"))


def _rows(font: Font, chunk: Sequence[Sequence[str]], cache: dict[str, str]) -> Iterator[str]:
    lefts = [SIDE + sum(WIDTHS[:index]) + 3 for index in range(len(WIDTHS))]
    rooms = [width - 6 for width in WIDTHS]
    for place, line in enumerate(chunk):
        y = f"{TOP - (place + 1.7) * ROW:.2f}"
        for text, x, room in zip(line, lefts, rooms, strict=True):
            if not text:
                continue
            shown = cache.get(text)
            if shown is None:
                needed = font.width(text) * SIZE / 1000
                code = f"<{text.translate(font.hex)}>Tj"
                if needed > room:
                    code = f"/R {SIZE * room / needed:.2f} Tf{code}/R {SIZE} Tf"
                shown = cache[text] = code
            yield f"1 0 0 1 {x:.2f} {y} Tm{shown}"


def _grid(font: Font, count: int) -> Iterator[str]:
    right, low = SIDE + sum(WIDTHS), TOP - (count + 1) * ROW
    yield ".4 w"
    for place in range(count + 2):
        yield f"{SIDE:.2f} {TOP - place * ROW:.2f} m {right:.2f} {TOP - place * ROW:.2f} l"
    for index in range(len(WIDTHS) + 1):
        x = SIDE + sum(WIDTHS[:index])
        yield f"{x:.2f} {TOP:.2f} m {x:.2f} {low:.2f} l"
    yield "S BT /R 8 Tf"
    for index, text in enumerate(FOOTER):
        yield f"1 0 0 1 {SIDE:.2f} {(30 - index * 6) * MM:.2f} Tm<{text.translate(font.hex)}>Tj"
    yield "ET"


def _qr(text: str, box: tuple[float, float, float]) -> Iterator[str]:
    side, pixels = matrix(text, "H")
    x, y, size = box
    yield f"q {size / side:.4f} 0 0 {size / side:.4f} {x:.2f} {y:.2f} cm"
    for row in range(side):
        line, start = pixels[row * side : (row + 1) * side], 0
        while (start := line.find(0, start)) >= 0:
            end = start
            while end < side and line[end] == 0:
                end += 1
            yield f"{start} {side - 1 - row} {end - start} 1 re"
            start = end
    yield "f Q"


def _put_font(writer: Writer, font: Font) -> int:
    file = writer.stream(font.data, f"/Length1 {len(font.data)}")
    pairs = "\n".join(f"<{gid:04X}><{code:04X}>" for gid, code in font.gids.items())
    unicode = writer.stream(
        b"/CIDInit/ProcSet findresource begin 12 dict begin begincmap /CMapName/X def "
        b"1 begincodespacerange <0000><FFFF> endcodespacerange "
        + f"{len(font.gids)} beginbfchar\n{pairs}\nendbfchar endcmap end end".encode()
    )
    name = "AAAAAA+SourceSans3"
    about = writer.put(writer.new(), (
        f"<</Type/FontDescriptor/FontName/{name}/Flags 4/FontBBox[-500 -300 1500 1100]"
        f"/ItalicAngle 0/Ascent 1024/Descent -400/CapHeight 660/StemV 80/FontFile2 {file} 0 R>>"
    ))  # fmt: skip
    widths = "".join(f" {gid}[{font.wide[chr(code)]:.0f}]" for gid, code in font.gids.items())
    below = writer.put(writer.new(), (
        f"<</Type/Font/Subtype/CIDFontType2/BaseFont/{name}/CIDToGIDMap/Identity"
        f"/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
        f"/FontDescriptor {about} 0 R/W[{widths}]>>"
    ))  # fmt: skip
    return writer.put(writer.new(), (
        f"<</Type/Font/Subtype/Type0/BaseFont/{name}/Encoding/Identity-H"
        f"/DescendantFonts[{below} 0 R]/ToUnicode {unicode} 0 R>>"
    ))  # fmt: skip


def write_invitations(isi: IsiF18) -> bytes:
    """Write invitations the fastest way tried: static form, plain strings, 1-bit image masks."""
    out = io.BytesIO()
    wide, high = 215 * MM, 330 * MM
    canvas = Canvas(out, (wide, high), pageCompression=1, invariant=1, initialFontName=REGULAR)
    tops = [high - (21 + 67 * place) * MM for place in range(4)]
    canvas.beginForm("lembar", 0, 0, wide, high)
    canvas.setFont(REGULAR, 9.2)
    for top in tops:
        for line in range(17):
            canvas.drawString(75 * MM, top - line * 9, "Hari, tanggal: Rabu, 3 Februari 2027")
        canvas.rect(18 * MM, top - 67 * MM, wide - 36 * MM, 67 * MM)
    canvas.endForm()
    pages = -(-len(isi.baris) // 4)
    for page in range(pages):
        canvas.doForm("lembar")
        text = canvas.beginText()
        text.setFont(REGULAR, 9.2)
        codes = [_mask(QR.format(page + 1), "H", (wide - 38 * MM, 13 * MM, 57))]
        for baris, top in zip(isi.baris[page * 4 : page * 4 + 4], tops, strict=False):
            number = f"{baris.no_dpt}   (di TPS 3: {baris.no})"
            for place, line in enumerate((baris.nama, baris.alamat, number, baris.nama, number)):
                text.setTextOrigin(75 * MM, top - 40 * MM - place * 14)
                text.textOut(line)
            codes.append(_mask(f"PU1*{baris.kode}", "Q", (170 * MM, top - 40 * MM, 24 * MM)))
        text.setTextOrigin(150 * MM, 30 * MM)
        text.textOut(f"Halaman {page + 1} dari {pages}")
        canvas.drawText(text)
        canvas._code.append("\n".join(codes))
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _mask(text: str, level: str, box: tuple[float, float, float]) -> str:
    side, pixels = matrix(text, level)
    x, y, size = box
    wide = (side + 7) // 8
    bits = pixels.translate(_BITS)
    rows = (bits[row * side : (row + 1) * side] for row in range(side))
    packed = "".join(f"{int(row, 2) << (wide * 8 - side):0{wide * 2}x}" for row in rows)
    return (
        f"q {size:.3f} 0 0 {size:.3f} {x:.3f} {y:.3f} cm "
        f"BI /W {side} /H {side} /BPC 1 /IM true /F /AHx ID {packed}> EI Q"
    )


_BITS = bytes(ord("0") if value == 0 else ord("1") for value in range(256))
