"""Paths as they were given -> the files that are to be checked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from checker.cli.judge import STDIN
from checker.errors import ConfigError


def sources(given: Sequence[str], output: Path | None = None) -> list[str | Path]:
    """Every file once, in order; folders with all that is in them; ``"-"`` stays a string.

    A report that an earlier run left in a folder is no source, unless it could be read as a paper.
    """
    found = list(dict.fromkeys(file for path in given for file in _under(path, output)))
    if not found:
        raise ConfigError(f"{'、'.join(given)}：没有可检查的文件")
    return found


def _under(given: str, output: Path | None) -> Iterator[str | Path]:
    path = Path(given)
    if given == STDIN:
        yield STDIN
    elif not path.is_dir():
        yield path
    else:
        from checker.read import READABLE, walk

        for file in walk(path):
            if output is None or file.suffix.lower() in READABLE or file.resolve() != output.resolve():
                yield file
