"""``checker text``: what was read, as the rules see it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import click

from checker.cli import options
from checker.cli.judge import extracted
from checker.cli.output import opened
from checker.model import Document, Span
from checker.report.words import KIND


@click.command()
@click.argument("path", metavar="文件")
@click.option("--json", "as_json", is_flag=True, help="输出 JSON，含各条款在正文中的起止位置。")
@click.option("--plain", is_flag=True, help="只输出正文，不加条款和页码。")
@options.kind
@options.encoding
@options.debug
def command(path: str, as_json: bool, plain: bool, debug: bool, **given: str | None) -> int:
    """显示读到的正文，注明条款、页码和行号。"""
    from checker.api import document

    paper = document(extracted(path, given["encoding"]), given["kind"])
    with opened(None, exact=as_json or plain) as file:
        if as_json:
            file.write(json.dumps(_values(paper), ensure_ascii=False, indent=1) + "\n")
        else:
            file.writelines([paper.text] if plain else _lines(paper))
    for gap in paper.gaps:
        click.echo(f"{paper.path.as_posix()}：{'未检查' if gap.lost else '未读'} {gap.where}：{gap.reason}", err=True)
    return 2 if any(gap.lost for gap in paper.gaps) else 0


def _values(paper: Document) -> dict[str, Any]:
    return {
        "path": paper.path.as_posix(),
        "kind": paper.kind,
        "kind_reason": paper.kind_reason,
        "dated": paper.dated.isoformat() if paper.dated else None,
        "pages": paper.pages,
        "text": paper.text,
        "clauses": [
            {
                "kind": clause.kind,
                "label": clause.label,
                "span": _span(clause.span),
                "sentences": [_span(sentence) for sentence in clause.sentences],
                "lead": _span(clause.lead),
                "heading": _span(clause.heading),
                "part": clause.part,
            }
            for clause in paper.clauses
        ],
        "parts": [{"kind": part.kind, "span": _span(part.span), "title": _span(part.title)} for part in paper.parts],
        "origins": [
            {"start": origin.start, "page": origin.page, "line": origin.line, "via": origin.via}
            for origin in paper.origins
        ],
        "gaps": [{"where": gap.where, "reason": gap.reason} for gap in paper.gaps],
    }


def _span(span: Span | None) -> dict[str, int] | None:
    return None if span is None else {"start": span.start, "end": span.end}


def _lines(paper: Document) -> Iterator[str]:
    """Every line of the text; above it, where it is new, the page, and before it the line and the label."""
    yield f"{paper.path.as_posix()}  {KIND.get(paper.kind, paper.kind)}（{paper.kind_reason}）\n"
    page, at = None, 0
    for line in paper.text.split("\n"):
        origin = paper.locate(at)
        if origin.page != page:
            page = origin.page
            yield f"── 第{page}页 ──\n"
        if line.strip():
            yield f"{origin.line:>5}  {_label(paper, at, line)}{line}\n"
        at += len(line) + 1


def _label(paper: Document, at: int, line: str) -> str:
    """The label of the clause that starts in a line, in brackets."""
    clause = paper.clause_at(at + len(line) - len(line.lstrip()))
    starts = clause is not None and at <= clause.span.start <= at + len(line)
    return f"[{clause.label}] " if clause and starts and clause.label else ""
