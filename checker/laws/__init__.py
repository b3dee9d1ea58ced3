"""Which laws exist, what is in force on a day, what an article says, and what a text cites."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from checker.laws.register import Register, load_register

if TYPE_CHECKING:
    from checker.laws.library import Library

__all__ = ["Laws", "aged", "forget", "load_laws"]

_FRESH = timedelta(days=90)


@dataclass(frozen=True, eq=False)
class Laws:
    """Register and, where one is at hand, library. ``as_of`` is the ISO date up to which the data is known."""

    register: Register
    library: Library | None
    as_of: str

    def article(self, law: str, article: str, day: date) -> str | None:
        """The words of an article (第十五条, 第一百二十条之一) in force that day; None if they are not at hand."""
        if self.library is None:
            return None
        entry = self.register.find(law)
        version = entry.version(day) if entry else None
        return self.library.article(entry.title if entry else law, article, day, version.adopted if version else "")


@lru_cache(maxsize=8)
def load_laws(folder: Path | None = None, library: Path | None = None, *, with_library: bool = True) -> Laws:
    """Register from ``folder`` (the one shipped if None), library from ``library`` (the user's own if None)."""
    register = load_register(folder)
    opened = None
    if with_library:
        from checker.laws.library import open_library

        opened = open_library(library)
    return Laws(register, opened, register.as_of)


def forget() -> None:
    """Read register and library anew the next time: they were changed."""
    load_laws.cache_clear()


def aged(as_of: str, today: date) -> str:
    """What to say of law data that is older than 90 days; empty while it is not."""
    return "法规库已超过90天未更新" if as_of and today - date.fromisoformat(as_of) > _FRESH else ""
