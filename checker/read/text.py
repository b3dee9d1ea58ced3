"""A plain text file -> its text, line for line."""

from __future__ import annotations

from pathlib import Path

from checker.model import Extract
from checker.read.clean import tidy
from checker.read.decode import decode
from checker.read.lines import line_origins


def extract(path: Path, data: bytes, encoding: str | None = None) -> Extract:
    """The characters of the file; lines are kept as they are, hard line breaks too, because findings quote them."""
    decoded = decode(path, data, encoding)
    text = tidy(decoded.text)
    return Extract(path, "text", text, line_origins(text), decoded.gaps)


def from_text(text: str, path: Path) -> Extract:
    """The same for characters that are there already."""
    text = tidy(text)
    return Extract(path, "text", text, line_origins(text))
