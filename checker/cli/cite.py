"""``checker cite``: every citation of a document, with what it is worth on the document's day."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from itertools import zip_longest
from typing import Any

import click

from checker.cli import options
from checker.cli.laws import VERDICT
from checker.cli.output import opened
from checker.cli.papers import papers
from checker.laws import Laws, aged, load_laws
from checker.laws.citation import Citation
from checker.laws.cite import find_citations
from checker.laws.status import Verdict, judge
from checker.model import Document

_SOUND = ("in_force", "unknown")


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="文件…")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="输出形式。")
@options.as_of
@options.encoding
@options.debug
def cite(paths: tuple[str, ...], form: str, as_of: date | None, encoding: str | None, debug: bool) -> int:
    """核对文中引用的法律、文件：是否有效、条款是否存在、文号是否相符。"""
    laws, gaps = load_laws(), list[str]()
    told = [
        (paper, list(_rows(paper, laws, as_of or paper.dated or date.today())))
        for paper in papers(paths, encoding, gaps)
    ]
    with opened(None, exact=form == "json") as file:
        file.write(_json(told, laws) if form == "json" else "".join(_lines(told, laws)))
    faults = any(row["verdict"] not in _SOUND for _, rows in told for row in rows)
    return 2 if gaps else int(faults)


command = cite

Told = list[tuple[Document, list[dict[str, Any]]]]


def _rows(paper: Document, laws: Laws, day: date) -> Iterator[dict[str, Any]]:
    for citation in find_citations(paper.folded, laws.register):
        verdicts = judge(citation, laws, day)
        if citation.kind == "organ" and verdicts[0].verdict == "in_force":
            continue
        for ref, verdict in zip_longest(citation.articles, verdicts):
            if verdict is not None:
                yield _row(paper, citation, ref.label if ref else "", verdict)


def _row(paper: Document, citation: Citation, article: str, verdict: Verdict) -> dict[str, Any]:
    return {
        "quote": paper.slice(citation.span),
        "span": list(citation.span),
        "kind": citation.kind,
        "law": verdict.law,
        "number": citation.number,
        "article": article,
        "verdict": verdict.verdict,
        "successor": verdict.successor,
        "reason": verdict.reason,
    }


def _json(told: Told, laws: Laws) -> str:
    documents = [{"path": paper.path.as_posix(), "citations": rows} for paper, rows in told]
    return json.dumps({"documents": documents, "laws_as_of": laws.as_of}, ensure_ascii=False, indent=1) + "\n"


def _lines(told: Told, laws: Laws) -> Iterator[str]:
    for paper, rows in told:
        yield f"{paper.path.as_posix()}\n"
        for row in rows:
            origin = paper.locate(row["span"][0])
            page = f"第{origin.page}页" if origin.page else ""
            article = f" {row['article']}" if row["article"] else ""
            yield f"  {page}第{origin.line}行 {VERDICT[row['verdict']]}：{row['quote']}{article and f'（{article.strip()}）'} {row['reason']}\n"
        yield f"  共 {len(rows)} 处引用，法规库截至 {laws.as_of}\n"
    if warning := aged(laws.as_of, date.today()):
        yield f"{warning}\n"
