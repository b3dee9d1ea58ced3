"""``checker check``: files to a report."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import click

from checker.cli import options
from checker.cli.judge import Order, judge_all, rulebook
from checker.cli.output import opened, refuse_input, show
from checker.cli.progress import progress
from checker.cli.sources import sources
from checker.model import Report, Severity
from checker.report.about import About, Tally, gaps

if TYPE_CHECKING:
    from checker.report.text import Row


@dataclass(frozen=True)
class Shape:
    """How the report is written: ``format`` is text, json or sarif; ``output`` None is standard output."""

    format: str
    output: Path | None
    color: bool
    quiet: bool
    trace: bool

    @property
    def on_screen(self) -> bool:
        """Whether somebody reads the report as text on a terminal."""
        return self.format == "text" and self.output is None and bool(sys.stdout) and sys.stdout.isatty()


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="文件或文件夹…")
@click.option("--format", type=click.Choice(["text", "json", "sarif"]), default="text", help="结果的格式。")
@click.option("--output", type=click.Path(path_type=Path), metavar="文件", help="结果写入这个文件。")
@click.option("--select", multiple=True, metavar="名称", help="只用这些规则：规则、规则包或领域。")
@click.option("--ignore", multiple=True, metavar="名称", help="不用这些规则。")
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "info", "never"]),
    default="error",
    help="有这一级以上的问题时退出码为 1。",
)
@options.kind
@options.as_of
@options.encoding
@options.rules
@click.option("--no-color", is_flag=True, help="不用颜色。")
@click.option("--quiet", is_flag=True, help="不列没有问题的文件，不显示进度。")
@click.option("--trace", is_flag=True, help="逐句说明各条规则的判断。")
@click.option("--jobs", type=click.IntRange(1), default=1, metavar="数目", help="同时用几个进程。")
@options.debug
def command(paths: tuple[str, ...], jobs: int, fail_on: str, **given: Any) -> int:
    """检查文件、文件夹或标准输入（-），列出问题。"""
    order, shape = _order(given), _shape(given)
    found, about, tally = sources(paths), _about(order), Tally()
    refuse_input(shape.output, (Path(file) for file in found.files))
    with progress(len(found.files), shown=not shape.quiet, beside=shape.on_screen) as bar:
        reports = bar(_tell(tally.add(report), shape) for report in judge_all(order, found.files, jobs))
        _write(reports, about, shape, order)
    if found.others:
        click.echo(found.told(), err=True)
    return _exit_code(tally, fail_on)


def _order(given: dict[str, Any]) -> Order:
    return Order(
        rules=options.folders(given["rules"], given["add_rules"]),
        select=given["select"],
        ignore=given["ignore"],
        kind=given["kind"],
        as_of=given["as_of"],
        encoding=given["encoding"],
        debug=given["debug"],
    )


def _shape(given: dict[str, Any]) -> Shape:
    if given["trace"] and given["format"] != "text":
        raise click.UsageError("--trace 只能与 --format text 同用")
    return Shape(given["format"], given["output"], not given["no_color"], given["quiet"], given["trace"])


def _about(order: Order) -> About:
    from checker import __version__
    from checker.laws import load_laws

    book, laws = rulebook(order), load_laws()
    return About(__version__, book.rules, book.digest, laws.as_of, laws, date.today())


def _tell(report: Report, shape: Shape) -> Report:
    """Name on standard error what was not read, unless the report on the screen does."""
    if not shape.on_screen:
        for gap in gaps(report):
            if gap.lost or not shape.quiet:
                told = "未检查" if gap.lost else "未读"
                click.echo(f"{report.document.path.as_posix()}：{told} {gap.where}：{gap.reason}", err=True)
    return report


def _write(reports: Iterable[Report], about: About, shape: Shape, order: Order) -> None:
    with opened(shape.output, exact=shape.format != "text") as file:
        if shape.format == "text":
            _write_text(reports, about, shape, order, file)
        else:
            file.writelines(_pieces(reports, about, shape.format))


def _pieces(reports: Iterable[Report], about: About, form: str) -> Iterator[str]:
    if form == "json":
        from checker.report.json import render
    else:
        from checker.report.sarif import render
    return render(reports, about)


def _write_text(reports: Iterable[Report], about: About, shape: Shape, order: Order, file: IO[str]) -> None:
    from checker.report.text import rows

    lines = rows(reports, about, quiet=shape.quiet, more=partial(_trace, order) if shape.trace else None)
    show(lines, file, color=shape.color)


def _trace(order: Order, report: Report) -> Iterator[Row]:
    from checker.cli.trials import tried
    from checker.report.trace import trace

    return trace(report, tried(report.document, rulebook(order), report.judged_as_of))


def _exit_code(tally: Tally, fail_on: str) -> int:
    if tally.unread or tally.gaps:
        return 2
    return int(fail_on != "never" and tally.reaches(Severity(fail_on)))
