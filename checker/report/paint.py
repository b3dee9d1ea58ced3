"""Rows to a terminal, in colour and wrapped under their indent."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
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
_UNBROKEN = re.compile("(?:[A-Za-z0-9_./-]+|.)[，。；：、！？）》〉」』”’…]*", re.DOTALL)
"""What stays on one line: a Chinese character, a Latin word, each with the marks that may not begin a line."""


def console(file: IO[str], width: int | None = None) -> Console:
    """A terminal that takes text as it is: nothing in a document is markup, a number or an emoji."""
    from rich.console import Console

    return Console(file=file, force_terminal=True, width=width, highlight=False, markup=False, emoji=False)


def paint(rows: Iterable[Row], terminal: Console) -> None:
    """Print every row as it comes. rich itself would break lines at blanks only, of which Chinese has none."""
    from rich.text import Text

    for row in rows:
        text = Text.assemble(*((words, _STYLES.get(style, "")) for words, style in row.pieces))
        for line in text.divide(_breaks(text.plain, terminal.width - row.indent)):
            line.rstrip()
            terminal.print(Text(" " * row.indent) + line, soft_wrap=True)


def _breaks(words: str, room: int) -> Iterator[int]:
    """Offsets at which a new line begins; ``room`` counts columns, of which a Chinese character takes two."""
    from rich.cells import cell_len

    used = 0
    for token in _UNBROKEN.finditer(words):
        wide = cell_len(token[0])
        if used and used + wide > room:
            yield token.start()
            used = 0
        used += wide
