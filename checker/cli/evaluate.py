"""``checker evaluate``: labelled clauses to a table of figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from checker.evaluate import Judged


@click.command(help="用标注条款测量规则集：精确率、召回率，按方面与规则列出。")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--rules", "rule_paths", multiple=True, type=click.Path(path_type=Path), help="改用这个规则文件夹。")
@click.option("--by-rule", is_flag=True, help="逐条规则列出。")
@click.option("--list", "listed", is_flag=True, help="逐条列出漏报与误报（留作测量的语料勿用）。")
def command(paths: tuple[Path, ...], rule_paths: tuple[Path, ...], by_rule: bool, listed: bool) -> int:
    """Print the figures."""
    from checker import evaluate
    from checker.api import load_rules

    rows = [row for path in paths for row in evaluate.read_rows(path)]
    judged = evaluate.judge(rows, load_rules([path.resolve() for path in rule_paths] or None))
    for line in _table(judged):
        click.echo(line)
    if by_rule:
        for rule, (right, wrong) in evaluate.by_rule(judged).items():
            click.echo(f"{rule}\t对 {right}\t错 {wrong}")
    for one in judged if listed else ():
        if said := {"missed": "漏报", "false": "误报"}.get(one.outcome):
            click.echo("\t".join((said, one.row.id, one.row.area, one.row.text, "、".join(sorted(one.rules)))))
    return 0


def _table(judged: Sequence[Judged]) -> Iterator[str]:
    from checker import evaluate

    yield "方面\t命中\t误报\t漏报\t精确率\t召回率"
    for area, one in evaluate.by_area(judged).items():
        yield f"{area}\t{one.hit}\t{one.false}\t{one.missed}\t{one.precision:.3f}\t{one.recall:.3f}"
    whole = evaluate.rates(judged)
    low, high = evaluate.interval(whole.hit, whole.hit + whole.false)
    least, most = evaluate.interval(whole.hit, whole.hit + whole.missed)
    yield (
        f"合计\t{whole.hit}\t{whole.false}\t{whole.missed}\t{whole.precision:.3f}（{low:.2f}–{high:.2f}）"
        f"\t{whole.recall:.3f}（{least:.2f}–{most:.2f}）"
    )
