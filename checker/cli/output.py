"""Pieces of a report to standard output, or to a file that is written whole or not at all."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, TYPE_CHECKING

from checker.errors import ConfigError, why

if TYPE_CHECKING:
    from checker.report.text import Row


@contextmanager
def opened(path: Path | None, *, exact: bool) -> Iterator[IO[str]]:
    """Where to write. ``exact`` asks for UTF-8 whatever the terminal's encoding (JSON, SARIF)."""
    if path is not None:
        with _whole(path) as file:
            yield file
        return
    if sys.stdout is None:
        raise ConfigError("标准输出已关闭，请用 --output 指定文件")
    if exact and hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    yield sys.stdout
    sys.stdout.flush()


@contextmanager
def _whole(path: Path) -> Iterator[IO[str]]:
    from tempfile import mkstemp

    try:
        number, name = mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".tmp")
    except OSError as problem:
        raise ConfigError(f"{path}：不能写入（{why(problem)}）") from problem
    try:
        with os.fdopen(number, "w", encoding="utf-8", errors="backslashreplace", newline="\n") as file:
            yield file
        _publish(Path(name), path)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise


def _publish(temporary: Path, path: Path) -> None:
    """Give the finished file its name and the permissions a new file would have."""
    mask = os.umask(0)
    os.umask(mask)
    try:
        temporary.chmod(0o666 & ~mask)
        temporary.replace(path)
    except OSError as problem:
        raise ConfigError(f"{path}：不能写入（{why(problem)}）") from problem


def refuse_input(output: Path | None, inputs: Iterable[Path]) -> None:
    """Raise ConfigError if the report would overwrite a file that is to be checked."""
    if output is None:
        return
    if output.is_dir():
        raise ConfigError(f"{output}：是文件夹，--output 须是文件")
    if output.exists() and any(_same(output, path) for path in inputs):
        raise ConfigError(f"{output}：是被检查的文件，不能写入检查结果")


def _same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False


def show(rows: Iterable[Row], file: IO[str], *, color: bool = True) -> None:
    """Print rows, painted where the file is a terminal and nobody asked for no colour."""
    if color and file.isatty() and "NO_COLOR" not in os.environ:
        from checker.report.paint import console, paint

        paint(rows, console(file))
    else:
        from checker.report.text import plain

        file.writelines(map(plain, rows))
