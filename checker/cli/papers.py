"""Files to documents, for commands that only read; what could not be read is told and does not stop the others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import click

from checker.errors import ReadError
from checker.model import Document


def papers(paths: Sequence[str], encoding: str | None, gaps: list[str]) -> Iterator[Document]:
    """The document of each file; what was not read is written to standard error and added to ``gaps``."""
    from checker.api import document
    from checker.cli.judge import extracted
    from checker.cli.sources import sources

    for path in sources(paths).files:
        try:
            paper = document(extracted(path, encoding))
        except ReadError as problem:
            _tell(str(problem), gaps)
            continue
        for gap in paper.gaps:
            _tell(f"{paper.path.as_posix()}：未读 {gap.where}：{gap.reason}", gaps if gap.lost else [])
        yield paper


def _tell(gap: str, gaps: list[str]) -> None:
    gaps.append(gap)
    click.echo(gap, err=True)
