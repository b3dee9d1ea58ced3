"""Paths as they were given -> the files that are to be checked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from checker.cli.judge import STDIN
from checker.errors import ConfigError

_SHOWN = 5


@dataclass(frozen=True)
class Sources:
    """Every file once, in order; ``"-"`` (a string) is standard input. ``others`` are no papers by their suffix."""

    files: tuple[str | Path, ...]
    others: tuple[Path, ...]

    def told(self) -> str:
        """What to say of the files in folders that are not tried; nothing if there are none."""
        names = "、".join(path.as_posix() for path in self.others[:_SHOWN])
        more = "等" if len(self.others) > _SHOWN else ""
        return f"另有 {len(self.others)} 个其他格式的文件未检查：{names}{more}" if self.others else ""


def sources(given: Sequence[str]) -> Sources:
    """The files named, and those in the folders named. Raises ConfigError if there are none."""
    from checker.read import walk

    files: list[str | Path] = []
    others: list[Path] = []
    if not all(given):
        raise ConfigError("有一个路径是空的，请检查命令")
    for name in given:
        files += [STDIN] if name == STDIN else walk(Path(name), others.append)
    if not files:
        raise ConfigError(f"{'、'.join(given)}：没有可检查的文件")
    return Sources(tuple(dict.fromkeys(files)), tuple(dict.fromkeys(others)))
