"""Rows to a terminal, in colour and wrapped under their indent."""

from __future__ import annotations

from collections.abc import Iterable
from typing import IO, TYPE_CHECKING

from checker.report.text import Row

if TYPE_CHECKING:
    from rich.console import Console

_STYLES = {
    "path": "bold underline",
    "kind": "cyan",
    "error": "bold red",
    "warning": "bold yellow",
    "info": "bold blue",
    "quote": "bold reverse",
    "faint": "dim",
}


def console(file: IO[str], width: int | None = None) -> Console:
    """A terminal that takes text as it is: nothing in a document is markup, a number or an emoji."""
    from rich.console import Console

    return Console(file=file, force_terminal=True, width=width, highlight=False, markup=False, emoji=False)


def paint(rows: Iterable[Row], terminal: Console) -> None:
    """Print every row as it comes."""
    from rich.padding import Padding
    from rich.text import Text

    for row in rows:
        text = Text.assemble(*((words, _STYLES.get(style, "")) for words, style in row.pieces), overflow="fold")
        terminal.print(Padding(text, (0, 0, 0, row.indent)))
