"""Regular expressions that are compiled when they are first used.

Compiling the few hundred expressions of the line takes longer than checking one short draft, and a draft needs
only some of them.
"""

from __future__ import annotations

import re
from typing import Any, cast


class _Lazy:
    """Stands for a pattern; the first use of a method compiles it and keeps the method."""

    def __init__(self, pattern: str, flags: int) -> None:
        self._source = (pattern, flags)

    def __getattr__(self, name: str) -> Any:
        found = getattr(re.compile(*self._source), name)
        self.__dict__[name] = found
        return found


def lazily(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """What ``re.compile`` gives, later. A mistake in the pattern shows at the first use: every one has a test."""
    return cast(re.Pattern[str], _Lazy(pattern, flags))
