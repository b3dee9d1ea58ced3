"""The checks of form that a rule file may name, each a function of a document and the day it is judged by."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from checker.match.checks.numbering import repeated_number, skipped_number
from checker.model import Trial

CHECKS: dict[str, Callable[..., Iterator[Trial]]] = {
    "skipped-number": skipped_number,
    "repeated-number": repeated_number,
}
