"""PDF files for the tests, written by hand: what is drawn on each page -> the bytes of a file.

The fonts are those of Chinese typesetters: not embedded, without a table to Unicode, named by their encoding only.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from checker.model import Extract
from checker.read.pdf import extract

CODECS = {"GBK-EUC-H": "gbk", "UniGB-UCS2-H": "utf-16-be", "UniGB-UTF16-H": "utf-16-be", "Identity-H": "utf-16-be"}
PATH = Path("draft.pdf")
LEFT, RIGHT, TOP, SIZE, STEP = 90.0, 506.0, 740.0, 16.0, 28.0
"""A page as the standard for official papers sets it: 26 characters of 16 points a line."""


def text(words: str, x: float = LEFT, y: float = TOP, size: float = SIZE, *, encoding: str = "UniGB-UCS2-H") -> str:
    """Draw words from the point x, y."""
    return _show(words, f"1 0 0 1 {x} {y} Tm", size, encoding)


def slanting(words: str, x: float = 200, y: float = 300, size: float = 40) -> str:
    """Draw words upwards at 45 degrees, as water marks are."""
    return _show(words, f"0.707 0.707 -0.707 0.707 {x} {y} Tm", size, "UniGB-UCS2-H")


def spaced(words: str, gap: float, x: float = LEFT, y: float = TOP, size: float = SIZE) -> str:
    """Draw words with a gap after each letter."""
    return f"{gap} Tc " + text(words, x, y, size) + " 0 Tc"


def centred(words: str, y: float = TOP, size: float = 22.0) -> str:
    """Draw words in the middle of the line."""
    return text(words, (LEFT + RIGHT - size * len(words)) / 2, y, size)


def lines(*rows: str, y: float = TOP, x: float = LEFT, size: float = SIZE, step: float = STEP) -> str:
    """Draw rows one below the other; blanks at the start of a row set it back."""
    drawn = []
    for number, row in enumerate(rows):
        words = row.lstrip("\u3000")
        drawn.append(text(words, x + size * (len(row) - len(words)), y - number * step, size))
    return " ".join(drawn)


def rule(x0: float, y0: float, x1: float, y1: float) -> str:
    """Draw a line."""
    return f"{x0} {y0} m {x1} {y1} l S "


def frame(xs: Sequence[float], ys: Sequence[float]) -> str:
    """Draw the lines of a table."""
    level = [rule(xs[0], y, xs[-1], y) for y in ys]
    return " ".join(level + [rule(x, ys[0], x, ys[-1]) for x in xs])


def picture() -> str:
    """Draw an image over the page."""
    return "q 500 0 0 700 40 60 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x80 EI Q"


def wrap(paragraph: str, width: int = 26) -> list[str]:
    """A paragraph as rows of so many characters, the first set back by two."""
    paragraph = "\u3000\u3000" + paragraph
    return [paragraph[start : start + width] for start in range(0, len(paragraph), width)]


def pdf(
    *pages: str,
    encoding: str = "UniGB-UCS2-H",
    broken: Iterable[int] = (),
    attached: str = "",
    turned: int = 0,
    annots: str = "",
    extra: dict[int, bytes] | None = None,
) -> bytes:
    """A file with these pages; ``broken`` are page numbers whose object is missing."""
    lost = set(broken)
    kids = " ".join(f"{10 + 2 * at} 0 R" for at in range(len(pages)))
    names = f"/Names<</EmbeddedFiles<</Names[({attached}) 7 0 R]>>>>" if attached else ""
    objects = {
        1: f"<</Type/Catalog/Pages 2 0 R{names}>>".encode(),
        2: f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>".encode(),
        7: f"<</Type/Filespec/F({attached})/UF({attached})/EF<</F 8 0 R>>>>".encode(),
        8: _stream("x"),
        **_font(encoding),
        **(extra or {}),
    }
    for at, drawn in enumerate(pages):
        head = f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Rotate {turned}{annots}/Contents {11 + 2 * at} 0 R"
        if at + 1 not in lost:
            objects[10 + 2 * at] = f"{head}/Resources<</Font<</F1 3 0 R>>>>>>".encode()
        objects[11 + 2 * at] = _stream(drawn)
    return _file(objects)


def filled_in(words: str, *, shown: bool = True) -> bytes:
    """A page with a form field in which ``words`` were written."""
    drawn = text(words, 2, 4)
    appearance = "/AP<</N 8 0 R>>" if shown else ""
    field = f"<</Type/Annot/Subtype/Widget/FT/Tx/T(a)/V(x)/F 4/Rect[90 700 300 730]{appearance}>>"
    form = f"<</Type/XObject/Subtype/Form/BBox[0 0 210 30]/Resources<</Font<</F1 3 0 R>>>>/Length {len(drawn)}>>"
    return pdf(
        text("申请人："),
        extra={6: field.encode(), 8: f"{form}stream\n{drawn}\nendstream".encode()},
        annots="/Annots[6 0 R]",
    )


def encrypted() -> bytes:
    """A file that opens with a password only."""
    entry = "<</Filter/Standard/V 1/R 2/P -4/O<" + "41" * 32 + ">/U<" + "42" * 32 + ">>>"
    return pdf(text("内容")).replace(b"/Root 1 0 R", f"/Root 1 0 R/ID[<00><00>]/Encrypt {entry}".encode())


def read(*pages: str) -> Extract:
    """What the reader makes of a file with these pages."""
    return extract(PATH, pdf(*pages))


def paragraphs(*pages: str) -> list[str]:
    """The paragraphs that the reader finds on these pages."""
    return read(*pages).text.split("\n")


def _show(words: str, matrix: str, size: float, encoding: str) -> str:
    return f"BT /F1 {size} Tf {matrix} <{words.encode(CODECS[encoding]).hex()}> Tj ET "


def _font(encoding: str) -> dict[int, bytes]:
    face = "FangSong_GB2312"
    ordering = "Identity" if encoding == "Identity-H" else "GB1"
    return {
        3: f"<</Type/Font/Subtype/Type0/BaseFont/{face}/Encoding/{encoding}/DescendantFonts[4 0 R]>>".encode(),
        4: (
            f"<</Type/Font/Subtype/CIDFontType2/BaseFont/{face}/DW 1000/W[1 95 500]/FontDescriptor 5 0 R"
            f"/CIDSystemInfo<</Registry(Adobe)/Ordering({ordering})/Supplement 2>>>>"
        ).encode(),
        5: (
            f"<</Type/FontDescriptor/FontName/{face}/Flags 6/FontBBox[0 -141 1000 859]/ItalicAngle 0"
            "/Ascent 859/Descent -141/CapHeight 800/StemV 80>>"
        ).encode(),
    }


def _stream(content: str) -> bytes:
    data = content.encode("latin-1")
    return b"<</Length %d>>stream\n" % len(data) + data + b"\nendstream"


def _file(objects: dict[int, bytes]) -> bytes:
    data = b"%PDF-1.5\n"
    places = {}
    for number, content in sorted(objects.items()):
        places[number] = len(data)
        data += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(data)
    data += b"xref\n0 %d\n" % (max(objects) + 1)
    for number in range(max(objects) + 1):
        used = number in places
        data += b"%010d %05d %c \n" % (places.get(number, 0), 0 if used else 65535, b"n" if used else b"f")
    return data + b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (max(objects) + 1, start)
