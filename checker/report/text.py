"""Reports to lines for people: by file, each finding with its place, its words in context, its law and its cure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from checker.laws import aged
from checker.model import Document, Finding, Origin, Report, Severity, Span
from checker.report.about import About, Tally, gaps, is_unread, open_findings
from checker.report.words import KIND, SEVERITY, cite

AROUND = 15
"""Characters of context on either side of a quotation."""
LONGEST = 120
"""Characters of a quotation before its middle is left out."""


class Piece(NamedTuple):
    """Words in one style: path, kind, error, warning, info, quote, faint or plain (“”)."""

    words: str
    style: str = ""


class Row(NamedTuple):
    """A line of the report; ``indent`` counts columns and holds for its wrapped lines too."""

    indent: int
    pieces: tuple[Piece, ...]


def render(reports: Iterable[Report], about: About) -> Iterator[str]:
    """Lines without colour; quotations stand between 【 and 】."""
    yield from map(plain, rows(reports, about))


def plain(row: Row) -> str:
    """A row as text of one line."""
    words = (f"【{words}】" if style == "quote" else words for words, style in row.pieces)
    return (" " * row.indent + "".join(words)).rstrip() + "\n"


def rows(
    reports: Iterable[Report],
    about: About,
    *,
    quiet: bool = False,
    more: Callable[[Report], Iterable[Row]] | None = None,
) -> Iterator[Row]:
    """Every line of the report; with ``quiet`` nothing of files that are in order; ``more`` follows each file."""
    tally = Tally()
    for report in reports:
        tally.add(report)
        if not quiet or any(gap.lost for gap in gaps(report)) or open_findings(report.findings):
            yield from _file(report)
            yield from more(report) if more and not is_unread(report) else ()
            yield Row(0, ())
    yield from _summary(tally, about)


def _file(report: Report) -> Iterator[Row]:
    document = report.document
    yield _row(0, Piece(document.path.as_posix(), "path"), Piece(f"  {_kind(document)}", "kind"))
    found = open_findings(report.findings)
    for finding in found:
        yield from _finding(finding, document)
    for gap in gaps(report):
        head = Piece("未检查", "error") if gap.lost or is_unread(report) else Piece("未读", "info")
        yield _row(2, head, Piece(f"  {gap.where}：{gap.reason}"))
    if not found and not is_unread(report):
        yield _row(2, Piece("未发现问题", "faint"))
    if settled := len(report.findings) - len(found):
        yield _row(2, Piece(f"另有 {settled} 项已豁免或属存量", "faint"))


def _kind(document: Document) -> str:
    if not document.text.strip():
        return ""
    name = KIND.get(document.kind, document.kind)
    return f"{name}（{document.kind_reason}）" if document.kind_reason else name


def _finding(finding: Finding, document: Document) -> Iterator[Row]:
    head = Piece(SEVERITY[finding.severity], finding.severity.value)
    places = [finding.clause, place(finding.origin), finding.rule.id]
    yield _row(2, head, Piece("  " + "  ".join(filter(None, places[:2]))), Piece(f"  {places[2]}", "faint"))
    yield _row(6, *excerpt(document, finding.span))
    yield _row(6, Piece(finding.message))
    for basis in finding.rule.basis:
        yield _row(6, Piece("依据：", "faint"), Piece(cite(basis)), Piece(f"  {basis.gist}", "faint"))
    yield _row(6, Piece("建议：", "faint"), Piece(finding.rule.suggestion))
    if finding.rule.cure:
        yield _row(6, Piece("补正：", "faint"), Piece(finding.rule.cure))


def place(origin: Origin) -> str:
    """第2页第14行, or 第14行 where the source has no pages."""
    page = f"第{origin.page}页" if origin.page else ""
    return f"{page}第{origin.line}行"


def excerpt(document: Document, span: Span) -> tuple[Piece, ...]:
    """The quoted words between what stands around them in their own lines."""
    text = document.text
    line_start = text.rfind("\n", 0, span.start) + 1
    line_end = text.find("\n", span.end)
    line_end = len(text) if line_end < 0 else line_end
    start, end = max(line_start, span.start - AROUND), min(line_end, span.end + AROUND)
    before = ("……" if start > line_start else "") + _flat(text[start : span.start]).lstrip()
    after = _flat(text[span.end : end]).rstrip() + ("……" if end < line_end else "")
    return Piece(before), Piece(_short(_flat(text[span.start : span.end])), "quote"), Piece(after)


def _flat(words: str) -> str:
    return words.replace("\n", " ").replace("\t", " ")


def _short(words: str) -> str:
    half = LONGEST // 2
    return words if len(words) <= LONGEST else f"{words[:half]}……{words[-half:]}"


def _summary(tally: Tally, about: About) -> Iterator[Row]:
    counts = "，".join(
        f"{SEVERITY[level]} {getattr(tally, level.value)} 项" for level in sorted(Severity, key=lambda s: -s.rank)
    )
    style = "error" if tally.error else "warning" if tally.warning else "kind"
    yield _row(0, Piece(f"共 {tally.documents} 份文件：{counts}", style))
    unread = [f"{tally.unread} 份文件未能读取"] if tally.unread else []
    partly = [f"{tally.gaps} 处未能读取"] if tally.gaps else []
    if unread or partly:
        yield _row(0, Piece("，另有 ".join(unread + partly) + "，见上文“未检查”", "error"))
    if tally.asides:
        yield _row(0, Piece(f"正文之外有 {tally.asides} 处图片或附件未读，见上文“未读”", "faint"))
    if tally.settled:
        yield _row(0, Piece(f"已豁免或属存量 {tally.settled} 项，未计入", "faint"))
    if about.rules:
        laws = f"，法规库截至 {about.laws_as_of}" if about.laws_as_of else ""
        yield _row(0, Piece(f"规则集 {about.ruleset}，{len(about.rules)} 条规则{laws}", "faint"))
    if about.today and (warning := aged(about.laws_as_of, about.today)):
        yield _row(0, Piece(warning, "warning"))


def _row(indent: int, *pieces: Piece) -> Row:
    return Row(indent, tuple(piece for piece in pieces if piece.words))
