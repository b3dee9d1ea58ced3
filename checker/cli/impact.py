"""``checker impact``: which papers and which rules rest on a law or an article."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import click

from checker.cli import options
from checker.cli.output import opened
from checker.cli.papers import papers
from checker.errors import ConfigError
from checker.laws import Laws, aged, load_laws
from checker.laws.articles import key_of
from checker.laws.impact import Rest, Target, resting, rests, target
from checker.model import Document, Rule


@click.command()
@click.argument("law", metavar="名称或文号")
@click.argument("words", nargs=-1, metavar="[条] 文件或文件夹…")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="输出形式。")
@options.encoding
@options.debug
def impact(law: str, words: tuple[str, ...], form: str, encoding: str | None, debug: bool) -> int:
    """列出哪些文件、哪些规则以某部法律或者其中一条为依据；被它代替的法律一并计入。"""
    article = words[0] if words and key_of(words[0]) and not Path(words[0]).exists() else ""
    paths = words[1:] if article else words
    if not paths:
        raise ConfigError("没有给出要查的文件或文件夹")
    laws = load_laws()
    on = target(law, article, laws)
    gaps: list[str] = []
    told = [(paper, found) for paper in papers(paths, encoding, gaps) if (found := _resting(paper, on, laws))]
    rules = list(_rules(on, laws))
    with opened(None, exact=form == "json") as file:
        file.write(_json(on, told, rules, laws) if form == "json" else "".join(_lines(on, told, rules, laws)))
    return 2 if gaps else 0


command = impact

Told = list[tuple[Document, list[Rest]]]


def _resting(paper: Document, on: Target, laws: Laws) -> list[Rest]:
    return list(resting(paper.folded, on, laws, paper.dated or date.today()))


def _rules(on: Target, laws: Laws) -> Iterator[tuple[Rule, str]]:
    from checker.api import load_rules

    for rule in load_rules().rules:
        for basis in rule.basis:
            if rests(basis, on, laws):
                yield rule, basis.article


def _json(on: Target, told: Told, rules: list[tuple[Rule, str]], laws: Laws) -> str:
    result: dict[str, Any] = {
        "law": on.entry.title,
        "article": on.key,
        "documents": [
            {"path": paper.path.as_posix(), "citations": [_row(paper, rest) for rest in found]} for paper, found in told
        ],
        "rules": [{"id": rule.id, "title": rule.title, "article": article} for rule, article in rules],
        "laws_as_of": laws.as_of,
    }
    return json.dumps(result, ensure_ascii=False, indent=1) + "\n"


def _row(paper: Document, rest: Rest) -> dict[str, Any]:
    clause = paper.clause_at(rest.citation.span.start)
    return {
        "quote": paper.slice(rest.citation.span),
        "span": list(rest.citation.span),
        "clause": clause.label if clause else "",
        "article": rest.article,
        "via": rest.via,
    }


def _lines(on: Target, told: Told, rules: list[tuple[Rule, str]], laws: Laws) -> Iterator[str]:
    for paper, found in told:
        yield f"{paper.path.as_posix()}\n"
        for rest in found:
            origin, row = paper.locate(rest.citation.span.start), _row(paper, rest)
            page = f"第{origin.page}页" if origin.page else ""
            via = f"（{rest.via}）" if rest.via else ""
            yield f"  {page}第{origin.line}行 {row['clause']} {row['quote']}{via}\n"
    if rules:
        yield "规则\n"
    for rule, article in rules:
        yield f"  {rule.id}  {rule.title}  {article}\n"
    yield f"{on.name}：{len(told)} 份文件、{len({rule.id for rule, _ in rules})} 条规则以其为依据"
    yield f"，法规库截至 {laws.as_of}\n"
    if warning := aged(laws.as_of, date.today()):
        yield f"{warning}\n"
