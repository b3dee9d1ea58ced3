"""Lines -> clauses, each with its label, lead-in, heading and sentences."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from checker.model import Clause, Span, Table
from checker.segment.lines import ARTICLE, FIRST, SECTION, THIRD, Line
from checker.segment.listing import bare_items, heads, heads_bare, is_title, own_lead, several_paragraphs
from checker.segment.numbers import chinese
from checker.segment.parts import Layout
from checker.segment.sentences import cut

_NAMES = {
    "title": "标题",
    "number": "发文字号",
    "addressee": "主送机关",
    "signature": "署名",
    "date": "成文日期",
    "attachment": "附件",
    "meta": "文件头",
}
_PLAIN = 5
_KEY_COLUMNS = 2
_HEADER_WORDS = ("序号", "名称", "项目", "事项", "类别", "类型", "内容", "材料", "标准", "单位")


@dataclass(slots=True)
class Open:
    """A line that what follows may belong to. ``path`` begins the labels of what hangs on it.

    ``listed`` marks an item of a list that has a lead-in, ``heads`` a heading, ``article`` whatever is in an article.
    """

    level: int
    path: str
    lead: Span | None = None
    heading: Span | None = None
    listed: bool = False
    heads: bool = False
    article: bool = False


class Outline:
    """Builds the clauses of a text, line by line."""

    def __init__(self, folded: str, lines: list[Line], layout: Layout, tables: tuple[Table, ...]) -> None:
        self.folded, self.lines, self.layout, self.tables = folded, lines, layout, tables
        self.clauses: list[Clause] = []
        self.open: list[Open] = []
        self.counts: Counter[str] = Counter()
        self.items = bare_items(folded, lines, layout.roles)
        self.several = several_paragraphs(lines, layout.roles, self.items)

    def build(self) -> tuple[Clause, ...]:
        """All clauses, in the order of the text."""
        layout = self.layout
        for part, first in enumerate(layout.firsts):
            last = layout.firsts[part + 1] if part + 1 < len(layout.firsts) else len(self.lines)
            self.open = [Open(0, layout.names[part])]
            self.counts.clear()
            for at in range(first, last):
                self._line(at, part)
        return tuple(self.clauses)

    def _line(self, at: int, part: int) -> None:
        line, role = self.lines[at], self.layout.roles[at]
        if line.table >= 0:
            self._row(line, part)
        elif role:
            kind = "paragraph" if role == "meta" else role
            self._add(kind, self.layout.names[part] or _NAMES[role], line, part)
        elif line.level:
            self._numbered(at, line, part)
        elif self.items[at]:
            path = self.open[-1].path
            self.counts[path + "·"] += 1
            label = f"{path}（列举第{self.counts[path + '·']}行）"
            self._add("item", label, line, part, self.open[-1].lead)
        else:
            self._plain(at, line, part)

    def _add(self, kind: str, label: str, line: Line, part: int, lead: Span | None = None) -> tuple[Span, ...]:
        sentences = cut(self.folded, line.start, line.end)
        heading = self.open[-1].heading
        self.clauses.append(Clause(kind, label, Span(line.start, line.end), sentences, lead, heading, part))
        return sentences

    def _numbered(self, at: int, line: Line, part: int) -> None:
        after_item = False
        while self.open[-1].level >= line.level:
            last = self.open.pop()
            after_item = last.level == line.level and not last.heads
        parent = self.open[-1]
        mark = self.folded[line.start : line.mark].replace(" ", "")
        span = Span(line.start, line.end)
        if line.level <= SECTION:
            self._add("section" if line.level == SECTION else "chapter", mark, line, part)
            self.open.append(Open(line.level, parent.path, heading=span, heads=True))
            return
        titled = heads(self.folded, self.lines, at, parent.lead is not None, after_item)
        label = parent.path + (mark if line.level == ARTICLE else self._piece(mark, line.level, parent))
        sentences = self._add(self._kind(line.level, parent, titled), label, line, part, parent.lead)
        lead = own_lead(self.folded, self.lines, at, sentences[-1])
        path = label + "第一款" if at in self.several else label
        heading = span if titled or (line.level == ARTICLE and is_title(self.folded, line)) else parent.heading
        article = line.level == ARTICLE or parent.article
        listed = parent.lead is not None and not titled
        self.open.append(Open(line.level, path, lead or parent.lead, heading, listed, titled, article))

    def _kind(self, level: int, parent: Open, titled: bool) -> str:
        if level == ARTICLE:
            return "article"
        if titled:
            return "heading"
        return "subitem" if parent.level >= FIRST and not parent.heads and parent.level % 10 == 0 else "item"

    def _piece(self, mark: str, level: int, parent: Open) -> str:
        """（一） as it stands in a text without articles; 第（一）项, 第1目 below an article."""
        if not parent.article:
            return mark
        below = parent.level >= FIRST and not parent.heads
        word = "目" if below and level >= THIRD else "项"
        return f"第{mark.rstrip('.、．')}{word}"

    def _plain(self, at: int, line: Line, part: int) -> None:
        while self.open[-1].level % 10 == _PLAIN or self.open[-1].listed:
            self.open.pop()
        parent = self.open[-1]
        span = Span(line.start, line.end)
        if parent.level < ARTICLE and heads_bare(self.folded, self.lines, at):
            self.open = [self.open[0]]
            self._add("heading", self._paragraph(self.open[0]), line, part)
            self.open.append(Open(1, self.open[0].path, heading=span, heads=True))
            return
        label = self._paragraph(parent)
        sentences = self._add("paragraph", label, line, part)
        if lead := own_lead(self.folded, self.lines, at, sentences[-1]):
            path = label if parent.level == ARTICLE else parent.path
            self.open.append(Open(parent.level + _PLAIN, path, lead, parent.heading, article=parent.article))
        elif parent.level == ARTICLE:
            self.open.append(Open(parent.level + _PLAIN, label, None, parent.heading, article=True))

    def _paragraph(self, parent: Open) -> str:
        """The label of the next line without number: 第三条第二款, or 三、第2段."""
        base = parent.path.removesuffix("第一款") if parent.level == ARTICLE else parent.path
        self.counts[base] += 1
        count = self.counts[base] + (parent.level >= ARTICLE and not parent.heads)
        return f"{base}第{chinese(count)}款" if parent.level == ARTICLE else f"{base}第{count}段"

    def _row(self, line: Line, part: int) -> None:
        rows = self.tables[line.table].rows
        where = f"{self.layout.names[part]}表{line.table + 1}第{line.row + 1}行"
        for column, cell in enumerate(rows[line.row]):
            sentences = cut(self.folded, cell.start, cell.end)
            if sentences:
                label, heading = f"{where}第{column + 1}列", self.open[-1].heading
                lead = header(self.folded, rows, line.row, column)
                self.clauses.append(Clause("cell", label, cell, sentences, lead, heading, part))


def header(folded: str, rows: tuple[tuple[Span, ...], ...], row: int, column: int) -> Span | None:
    """The cell at the top of the column; in a table of two columns without a header row, the cell to the left."""
    top = rows[0]
    if len(top) == _KEY_COLUMNS and not any(word in folded[top[0].start : top[1].end] for word in _HEADER_WORDS):
        return rows[row][0] if column == 1 and len(rows[row]) == _KEY_COLUMNS else None
    if row == 0 or column >= len(top):
        return None
    return top[column] if folded[top[column].start : top[column].end].strip() else None
