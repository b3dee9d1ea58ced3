"""A file to its report; whatever goes wrong with one file is told in that file's report."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from functools import lru_cache, partial
from pathlib import Path

from checker.errors import CheckerError, ReadError
from checker.model import Extract, Report
from checker.report.about import unread
from checker.rulebook import Rulebook

STDIN = "-"


@dataclass(frozen=True)
class Order:
    """By which rules and how files are judged; the same in every process."""

    rules: tuple[Path, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    kind: str | None = None
    as_of: date | None = None
    encoding: str | None = None
    debug: bool = False


@lru_cache(maxsize=4)
def rulebook(order: Order) -> Rulebook:
    """The rules of an order, loaded once a process."""
    from checker.api import load_rules
    from checker.cli.choose import choose

    return choose(load_rules(order.rules), order.select, order.ignore)


def judge(order: Order, path: str | Path) -> Report:
    """The report of one file; ``"-"`` (a string) is standard input."""
    try:
        return _judged(order, path)
    except ReadError as problem:
        return _unread(order, path, str(problem).removeprefix(f"{path}：").removeprefix(f"{Path(path)}："))
    except CheckerError:
        raise
    except Exception as problem:  # one bad file must not stop the others
        if order.debug:
            raise
        return _unread(order, path, f"内部错误：{type(problem).__name__}（用 --debug 看详情）")


def _judged(order: Order, path: str | Path) -> Report:
    from checker.api import check_extract

    return check_extract(extracted(path, order.encoding), rulebook(order), kind=order.kind, as_of=order.as_of)


def _unread(order: Order, path: str | Path, reason: str) -> Report:
    return unread(Path(path), reason, order.as_of or date.today(), rulebook(order).digest)


def extracted(path: str | Path, encoding: str | None) -> Extract:
    """What a reader makes of a file or of standard input."""
    from checker.read import read, read_bytes

    if path == STDIN:
        if sys.stdin is None:
            raise ReadError("-：标准输入已关闭")
        return read_bytes(sys.stdin.buffer.read(), encoding=encoding)
    return read(Path(path), encoding=encoding)


def judge_all(order: Order, paths: Sequence[str | Path], jobs: int) -> Iterator[Report]:
    """Reports in the order of the files, from ``jobs`` processes where there are many files."""
    if jobs < 2 or len(paths) < 2 * jobs or STDIN in paths:
        yield from map(partial(judge, order), paths)
        return
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor(jobs, initializer=_leave_interrupts_to_the_parent) as pool:
        try:
            yield from pool.map(partial(judge, order), paths, chunksize=4)
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _leave_interrupts_to_the_parent() -> None:
    import signal

    with suppress(ValueError):
        signal.signal(signal.SIGINT, signal.SIG_IGN)
