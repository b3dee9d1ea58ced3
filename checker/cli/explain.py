"""``checker explain``: which rules looked at a sentence, and why each fired or not."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from typing import Any

import click

from checker.cli import options
from checker.cli.judge import Order, extracted, rulebook
from checker.cli.output import show
from checker.errors import ConfigError
from checker.model import Document, Report, Span
from checker.report.text import Piece, Row
from checker.report.words import KIND

_PLACE = re.compile(r"(?P<path>.+?)(?::(?P<page>\d+))?:(?P<line>\d+)")


@click.command()
@click.argument("place", required=False, metavar="文件:行")
@click.option("--text", metavar="句子", help="说明这句话，而不是文件里的。")
@options.kind
@options.as_of
@options.encoding
@options.rules
@click.option("--no-color", is_flag=True, help="不用颜色。")
@options.debug
def command(place: str | None, text: str | None, no_color: bool, **given: Any) -> int:
    """说明各条规则对某一行的判断；有页码的文件写 文件:页:行。"""
    if (place is None) == (text is None):
        raise click.UsageError("请给出 文件:行，或用 --text 给出句子，二者选一")
    order = Order(
        rules=options.folders(given["rules"], given["add_rules"]),
        kind=given["kind"] or ("normative" if text else None),
        as_of=given["as_of"],
        encoding=given["encoding"],
    )
    report, room = _of_text(text, order) if text is not None else _of_place(place or "", order)
    show(_rows(report, room, order), sys.stdout, color=not no_color)
    return 0


def _of_text(text: str, order: Order) -> tuple[Report, Span]:
    from checker.api import check_text

    report = check_text(text, rulebook(order), kind=order.kind, as_of=order.as_of)
    return report, Span(0, len(report.document.text))


def _of_place(place: str, order: Order) -> tuple[Report, Span]:
    from checker.api import check_extract

    found = _PLACE.fullmatch(place)
    if found is None:
        raise ConfigError(f"{place}：应写作 文件:行，有页码的文件写 文件:页:行")
    extract = extracted(found["path"], order.encoding)
    report = check_extract(extract, rulebook(order), kind=order.kind, as_of=order.as_of)
    page = int(found["page"]) if found["page"] else None
    return report, _room(report.document, page, int(found["line"]))


def _room(document: Document, page: int | None, line: int) -> Span:
    """From the first to the last character that came from a line."""
    if page is None and document.pages is not None and document.pages > 1:
        raise ConfigError(f"{document.path}：有 {document.pages} 页，请写作 文件:页:行")
    ends = [origin.start for origin in document.origins[1:]] + [len(document.text)]
    pieces = [
        Span(origin.start, end)
        for origin, end in zip(document.origins, ends, strict=True)
        if origin.line == line and page in (None, origin.page)
    ]
    if not pieces:
        raise ConfigError(f"{document.path}：没有读到{f'第{page}页' if page else ''}第{line}行的文字")
    return Span(pieces[0].start, pieces[-1].end)


def _rows(report: Report, room: Span, order: Order) -> Iterator[Row]:
    from checker.cli.trials import silenced, tried
    from checker.report.trace import heading, unsuited, verdicts

    document, book, day = report.document, rulebook(order), report.judged_as_of
    name = KIND.get(document.kind, document.kind)
    yield Row(0, (Piece(document.path.as_posix(), "path"), Piece(f"  {name}（{document.kind_reason}）", "kind")))
    looked, kept_away = tried(document, book, day, room), silenced(document, book, day, room)
    for sentence in [s for s, _ in document.units if _touch(s, room)] or [room]:
        yield from heading(document, sentence)
        here = [pair for pair in looked if _touch(pair[1].span, sentence)]
        away = {rule.id: rule for rule, trial in kept_away if _touch(trial.span, sentence)}
        told = [*verdicts(report, here), *(unsuited(document, rule) for rule in away.values())]
        yield from told or [Row(6, (Piece("没有规则看过这句话", "faint"),))]


def _touch(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
