"""A parsed HTML element -> the lines and table rows that a browser would show."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from checker.lazy import lazily
from checker.read.html_numbers import Numbering, numbering
from checker.read.lines import Line

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_BLOCKS = """
    address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption
    figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol p pre section summary table
    tbody td tfoot th thead tr ucapcontent ul"""
_UNSEEN = """
    audio button canvas datalist del embed head iframe input math noembed noframes noscript object option rp
    script select style svg template textarea title video"""
BLOCKS = frozenset(_BLOCKS.split())
UNSEEN = frozenset(_UNSEEN.split())
"""Never text of a paper: code, form fields, deletions that were tracked by Word."""

_WIDE = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff\u2018-\u201d\u2026"
_BREAK_IN_CHINESE = lazily(rf"(?<=[{_WIDE}])[ \t]*[\r\n][ \t\r\n]*(?=[{_WIDE}])")
_BLANKS = lazily(r"[ \t\r\n\f]+")
_MOST_COLUMNS = 100
_LAYOUT_PARAGRAPHS, _LAYOUT_LETTERS = 8, 1000


def lines(root: LexborNode) -> list[Line]:
    """The lines of everything below ``root``, empty ones left out."""
    flow = _Flow()
    node, deeper = root.child, True
    while node is not None:
        deeper = deeper and flow.enter(node)
        if deeper and node.child is not None:
            node = node.child
            continue
        flow.leave(node)
        while node.next is None:
            node = node.parent
            if node is None or node.mem_id == root.mem_id:
                return flow.finish()
            flow.leave(node)
        node, deeper = node.next, True
    return flow.finish()


class _Flow:
    """Gathers the pieces of the line that is being written, and the lines that are done."""

    def __init__(self) -> None:
        self._done: list[Line] = []
        self._pieces: list[str] = []
        self._label = ""
        self._lists: list[Numbering] = []
        self._tables = 0
        self._verbatim = 0

    def enter(self, node: LexborNode) -> bool:
        """Take in a node; False if its children are not to be entered."""
        tag = node.tag or ""
        if tag == "-text":
            self._say(node.text_content or "")
        elif tag == "br":
            self._flush()
        elif tag in UNSEEN or tag.startswith("-"):
            return False
        elif tag in BLOCKS:
            self._flush()
            return self._open(node, tag)
        return True

    def leave(self, node: LexborNode) -> None:
        """A node and its children are done."""
        tag = node.tag
        if tag in BLOCKS:
            self._flush()
        if tag in {"ol", "ul", "menu"} and self._lists:
            self._lists.pop()
        elif tag == "pre":
            self._verbatim -= 1

    def finish(self) -> list[Line]:
        self._flush()
        return self._done

    def _open(self, node: LexborNode, tag: str) -> bool:
        if tag in {"ol", "ul", "menu"}:
            self._lists.append(numbering(node))
        elif tag == "li" and self._lists:
            self._label = self._lists[-1].next_label(node)
        elif tag == "pre":
            self._verbatim += 1
        elif tag == "table" and not is_layout(node):
            self._table(node)
            return False
        return True

    def _say(self, text: str) -> None:
        if not self._verbatim:
            self._pieces.append(text)
            return
        for place, line in enumerate(text.split("\n")):
            if place:
                self._flush()
            self._pieces.append(line)

    def _flush(self) -> None:
        text = collapse("".join(self._pieces))
        self._pieces.clear()
        if text:
            self._done.append(Line(self._label + text))
            self._label = ""

    def _table(self, table: LexborNode) -> None:
        self._tables += 1
        self._done += [line for caption in table.css("caption") for line in lines(caption)]
        rows = grid(table)
        width = max(map(len, rows), default=0)
        for row in rows:
            if any(row):
                self._done.append(Line("", cells=(*row, *[""] * (width - len(row))), table=self._tables))


def collapse(text: str) -> str:
    """White space as a browser shows it; a line break of the source between Chinese characters is none."""
    return _BLANKS.sub(" ", _BREAK_IN_CHINESE.sub("", text)).strip()


def is_layout(table: LexborNode) -> bool:
    """Whether a table only places things on the page: it holds tables, one column, or whole articles in a cell."""
    if len(table.css("table")) > 1:
        return True
    cells = [[cell for cell in _cells(row) if cell.text().strip()] for row in table.css("tr")]
    return all(len(row) < 2 for row in cells) or any(_is_article(cell) for row in cells for cell in row)


def grid(table: LexborNode) -> list[list[str]]:
    """The cells of a table, an empty one for each place that a wide or high cell reaches into.

    So a cell's number in its row is its column, and the header cell above it is found by that number.
    """
    rows: list[list[str]] = []
    reach: dict[int, int] = {}
    for row in table.css("tr"):
        out: list[str] = []
        for cell in _cells(row):
            _skip(out, reach)
            across, down = _span(cell, "colspan"), _span(cell, "rowspan")
            reach |= dict.fromkeys(range(len(out), len(out) + across), down)
            out += [_cell_text(cell), *[""] * (across - 1)]
        _skip(out, reach)
        reach = {column: left - 1 for column, left in reach.items() if left > 1}
        rows.append(out[:_MOST_COLUMNS])
    return rows


def _skip(out: list[str], reach: dict[int, int]) -> None:
    """Step over the columns that a cell of an earlier row reaches into."""
    while reach.get(len(out), 0) and len(out) < _MOST_COLUMNS:
        out.append("")


def _cells(row: LexborNode) -> Iterator[LexborNode]:
    return (cell for cell in row.iter() if cell.tag in {"td", "th"})


def _cell_text(cell: LexborNode) -> str:
    return " ".join(line.text for line in lines(cell))


def _span(cell: LexborNode, name: str) -> int:
    value = (cell.attributes.get(name) or "").strip()
    return min(max(int(value), 1), _MOST_COLUMNS) if value.isascii() and value.isdigit() and len(value) < 6 else 1


def _is_article(cell: LexborNode) -> bool:
    return len(cell.css("p, div")) >= _LAYOUT_PARAGRAPHS and len(cell.text()) >= _LAYOUT_LETTERS
