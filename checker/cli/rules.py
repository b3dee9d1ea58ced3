"""``checker rules``: list, show, test and start rules."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from checker.cli import options
from checker.cli.choose import choose, split, unknown
from checker.cli.output import show
from checker.errors import ConfigError, RuleError
from checker.model import Rule
from checker.report.text import Piece, Row
from checker.report.words import SEVERITY


@click.group()
def command() -> None:
    """列出、查看、检验和新建规则。"""


@command.command("list")
@click.argument("names", nargs=-1, metavar="[名称]…")
@options.rules
def listed(names: tuple[str, ...], rules: tuple[Path, ...], add_rules: tuple[Path, ...]) -> int:
    """列出规则；名称可以是规则、规则包或领域。"""
    from checker.api import load_rules

    book = choose(load_rules(options.folders(rules, add_rules)), split(names), ())
    show(_listed(book.rules), sys.stdout)
    return 0


def _listed(rules: tuple[Rule, ...]) -> Iterator[Row]:
    wide = max((len(rule.id) for rule in rules), default=0)
    for rule in rules:
        name = Piece(SEVERITY[rule.severity], rule.severity.value)
        yield Row(0, (name, Piece(f"  {rule.id:<{wide}}  {rule.area:<14}  {rule.title}")))
    yield Row(0, (Piece(f"共 {len(rules)} 条规则", "faint"),))


@command.command("show")
@click.argument("name", metavar="规则")
@options.rules
def shown(name: str, rules: tuple[Path, ...], add_rules: tuple[Path, ...]) -> int:
    """显示一条规则：依据、要旨、例句和易错之处。"""
    from checker.api import load_rules
    from checker.report.page import page

    book = load_rules(options.folders(rules, add_rules))
    rule = next((rule for rule in book.rules if rule.id == name), None)
    if rule is None:
        raise ConfigError(unknown(name, (rule.id for rule in book.rules)))
    show(page(rule), sys.stdout)
    return 0


@command.command("check")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path, exists=True), metavar="[路径]…")
def checked(paths: tuple[Path, ...]) -> int:
    """检验规则能否载入，是否符合自带的例句。"""
    from checker.resources import rules_folder

    folders = paths or (rules_folder(),)
    faults = [fault for folder in folders for fault in _faults(folder)]
    for fault in faults:
        click.echo(fault, err=True)
    return 2 if faults else _held_to_examples(folders)


def _faults(folder: Path) -> Iterator[str]:
    """Every rule file that does not load, not the first only."""
    from checker.rulebook import rule_files
    from checker.rulefile import read_lexicon, read_rule

    root = folder.parent.parent if folder.is_file() else folder
    lexicon = read_lexicon(root)
    files = rule_files(folder)
    if not files:
        yield f"{folder}：没有规则文件（规则须是 规则包/规则.yaml）"
    for file in files:
        try:
            read_rule(file, root, lexicon)
        except RuleError as problem:
            yield str(problem)


def _held_to_examples(folders: tuple[Path, ...]) -> int:
    from checker.api import load_rules
    from checker.examples import problems

    book = load_rules([folder.resolve() for folder in folders])
    wrong = 0
    for rule in book.rules:
        found = problems(rule, book)
        wrong += bool(found)
        for problem in found:
            click.echo(f"{rule.id}：{problem}")
    click.echo(
        f"共 {len(book.rules)} 条规则，{wrong} 条不符合自带的例句"
        if wrong
        else f"共 {len(book.rules)} 条规则，全部通过"
    )
    return 1 if wrong else 0


@command.command("new")
@click.argument("name", metavar="规则包/规则")
@click.option(
    "--folder", type=click.Path(path_type=Path), default=Path("rules"), metavar="文件夹", help="写在这里，默认 rules。"
)
def new(name: str, folder: Path) -> int:
    """新建一条规则的草稿，并说明还缺什么。"""
    from checker.cli.skeleton import missing, write

    path = write(name, folder)
    click.echo(f"已写入 {path.as_posix()}")
    for gap in missing(path):
        click.echo(f"  还缺：{gap}")
    return 0
