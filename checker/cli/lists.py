"""``checker lists``: take in and show the lists that offices publish."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from checker.laws import load_laws
from checker.laws.lists import KINDS, entries, import_list, remove_list
from checker.laws.status import grounds

_kind = click.option(
    "--kind",
    type=click.Choice(list(KINDS)),
    required=True,
    help="清单的种类：permits 行政许可，fees 收费，deposits 保证金，certificates 证明。",
)


@click.group()
def lists() -> None:
    """导入、查看本地发布的清单；列在清单中、依据位阶相当的事项不作为问题。"""


command = lists


@lists.command("import")
@click.argument("source", metavar="文件", type=click.Path(path_type=Path))
@_kind
def imported(source: Path, kind: str) -> int:
    """导入清单（csv、xlsx），须有名称和依据两列；同名文件的旧清单被代替。"""
    from checker.laws.lists import RANKS

    laws, found = load_laws(with_library=False), import_list(source, kind)
    weak = [entry for entry in found if grounds(entry.basis, laws, date.today(), RANKS[kind]) is None]
    for entry in weak:
        click.echo(
            f"依据不足或无法核实，不据以免除提示：{entry.name}（{entry.basis[:40] or '没有写明依据'}）", err=True
        )
    click.echo(
        f"导入{KINDS[kind]}清单 {source.stem}：{len(found)} 项，其中 {len(found) - len(weak)} 项依据位阶相当且现行有效"
    )
    return 0


@lists.command("show")
@click.argument("words", nargs=-1, metavar="[名称中的字]…")
@click.option("--kind", type=click.Choice(list(KINDS)), help="只看这一种清单。")
def shown(words: tuple[str, ...], kind: str | None) -> int:
    """列出清单中的事项。"""
    count = 0
    for one in [kind] if kind else KINDS:
        for entry in entries(one):
            if all(word in entry.name for word in words):
                click.echo(f"{KINDS[one]}  {entry.name}  {entry.basis}  （{entry.source}）")
                count += 1
    click.echo(f"共 {count} 项")
    return 0


@lists.command("remove")
@click.argument("name", metavar="清单名")
@_kind
def removed(name: str, kind: str) -> int:
    """移除导入过的清单（名称是导入时的文件名，不带后缀）。"""
    remove_list(name, kind)
    click.echo(f"已移除{KINDS[kind]}清单 {name}")
    return 0
