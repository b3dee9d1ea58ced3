"""``checker laws``: list, show, judge and import laws."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date

import click

from checker.cli import law_data, options
from checker.cli.output import show
from checker.errors import LawError
from checker.laws import Laws, aged, load_laws
from checker.laws.citation import Citation
from checker.laws.register import Entry
from checker.laws.status import judge
from checker.model import Span
from checker.report.text import Piece, Row

RANK = {
    "constitution": "宪法",
    "law": "法律",
    "administrative_regulation": "行政法规",
    "state_council": "国务院文件",
    "judicial": "司法解释",
    "local_regulation": "地方性法规",
    "department_rule": "部门规章",
    "local_rule": "地方政府规章",
    "normative": "规范性文件",
    "unknown": "未定",
}
VERDICT = {
    "in_force": "有效",
    "repealed": "已废止",
    "not_yet": "尚未施行",
    "no_such_article": "没有该条款",
    "no_such_law": "没有这部法律",
    "renumbered": "条号已变",
    "wrong_number": "文号不符",
    "wrong_title": "名称有误",
    "wrong_form": "文号写法不规范",
    "organ_abolished": "机构名称已不用",
    "unknown": "无法核验",
}


@click.group()
def laws() -> None:
    """查询法律、法规、规章的效力和条文，导入、更新法规库。"""
    if warning := aged(load_laws(with_library=False).as_of, date.today()):
        click.echo(warning, err=True)


command = laws
for stocking in (law_data.imported, law_data.bundled, law_data.updated, law_data.rolled_back):
    laws.add_command(stocking)


@laws.command("list")
@click.argument("words", nargs=-1, metavar="[名称中的字]…")
@options.as_of
def listed(words: tuple[str, ...], as_of: date | None) -> int:
    """列出登记的法律、法规和文件。"""
    known = load_laws(with_library=False)
    found = [entry for entry in known.register if all(word in entry.title for word in words)]
    show(_listed(found, as_of or date.today(), known), sys.stdout)
    return 0


def _listed(entries: list[Entry], day: date, known: Laws) -> Iterator[Row]:
    for entry in entries:
        state = VERDICT[_whole(entry, known, day)]
        numbers = f"  {'、'.join(entry.numbers)}" if entry.numbers else ""
        yield Row(0, (Piece(f"{RANK[entry.rank]}  {state}  {entry.title}{numbers}"),))
    yield Row(0, (Piece(f"共 {len(entries)} 部，法规库截至 {known.as_of}", "faint"),))


@laws.command("show")
@click.argument("name", metavar="名称")
@click.argument("article", metavar="[条]", required=False)
@options.as_of
def shown(name: str, article: str | None, as_of: date | None) -> int:
    """显示一部法律的登记内容，或者某一条的原文。"""
    known, day = load_laws(), as_of or date.today()
    if article:
        words = known.article(name, article, day)
        if words is None:
            raise LawError(f"《{name}》{article}：法库中没有{day.isoformat()}有效的原文")
        click.echo(words)
        return 0
    show(_facts(_known(name, known), known, day), sys.stdout)
    return 0


def _facts(entry: Entry, known: Laws, day: date) -> Iterator[Row]:
    current = entry.version(day)
    rows = (
        ("名称", entry.title),
        ("位阶", RANK[entry.rank]),
        ("文号", "、".join(entry.numbers)),
        ("效力", f"{VERDICT[_whole(entry, known, day)]}（{day.isoformat()}）"),
        ("版本", "；".join(f"{one.adopted}通过，{one.effective}施行" for one in entry.versions)),
        ("条数", str(current.last) if current and current.last else ""),
        ("废止", f"{entry.repealed}（{entry.repealed_by}）" if entry.repealed else ""),
        ("代替", entry.successor),
        ("来源", f"{entry.source}，法规库截至 {known.as_of}"),
    )
    return (Row(0, (Piece(f"{label}  {value}"),)) for label, value in rows if value)


@laws.command("status")
@click.argument("name", metavar="名称或文号")
@options.as_of
def status(name: str, as_of: date | None) -> int:
    """说明一部法律或文件在某一天是否有效；无效的以 1 结束。"""
    known, day = load_laws(with_library=False), as_of or date.today()
    entry = known.register.by_number(name)
    verdict = judge(_cited(entry.title if entry else name.strip("《》")), known, day)[0]
    click.echo(f"{VERDICT[verdict.verdict]}：{verdict.reason}")
    return 0 if verdict.verdict in ("in_force", "unknown") else 1


def _known(name: str, known: Laws) -> Entry:
    entry = known.register.find(name.strip("《》")) or known.register.by_number(name)
    if entry is None:
        raise LawError(f"{name}：登记册中没有（法规库截至 {known.as_of}）")
    return entry


def _whole(entry: Entry, known: Laws, day: date) -> str:
    return judge(_cited(entry.title), known, day)[0].verdict


def _cited(title: str) -> Citation:
    return Citation(Span(0, 0), title, "", (), "titled", quoted=title)
