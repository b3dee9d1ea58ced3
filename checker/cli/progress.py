"""A progress bar on standard error, where somebody sees it and there is something to wait for."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

from checker.model import Report

Count = Callable[[Iterable[Report]], Iterable[Report]]

_MANY = 5


@contextmanager
def progress(total: int, *, shown: bool, beside: bool) -> Iterator[Count]:
    """A function that counts reports as they pass.

    ``beside`` says that the report is written to the same terminal: it is then printed above the bar.
    """
    if not shown or total < _MANY or not sys.stderr or not sys.stderr.isatty():
        yield lambda reports: reports
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("检查"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True, redirect_stdout=beside) as bar:
        task = bar.add_task("", total=total)

        def counted(reports: Iterable[Report]) -> Iterator[Report]:
            for report in reports:
                yield report
                bar.advance(task)

        yield counted
