"""Regular expressions that are compiled when they are first used, and whose compiled form is kept between runs.

The line has several hundred expressions; compiling those that one short draft needs takes longer than checking it.
CPython has no way to keep a compiled expression, so its code is kept here and handed to the interpreter's own
constructor, which checks it. Where that is not to be had, ``re.compile`` does the work each time.
"""

from __future__ import annotations

import re
from typing import Any, cast


class _Lazy:
    """Stands for a pattern; the first use of a method compiles it and keeps the method."""

    def __init__(self, pattern: str, flags: int) -> None:
        self._source = (pattern, flags)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        found = getattr(compiled(*self._source), name)
        self.__dict__[name] = found
        return found


def lazily(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """What ``re.compile`` gives, later. A mistake in the pattern shows at the first use: every one has a test."""
    return cast(re.Pattern[str], _Lazy(pattern, flags))


def compiled(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """What ``re.compile`` gives, from the store if an earlier run left it there."""
    from checker.store import load_code, save_code

    kept = load_code(pattern, int(flags))
    return kept if kept is not None else save_code(pattern, int(flags))
