"""Small papers, written for these tests."""

from __future__ import annotations

from datetime import date

from checker.api import document
from checker.match.checks import CHECKS
from checker.model import Trial
from checker.read import read_text

DAY = date(2025, 6, 30)


def fired(check: str, text: str, kind: str = "normative") -> list[str]:
    """The words at which a check fires on a text."""
    return [words for words, _ in trials(check, text, kind)]


def trials(check: str, text: str, kind: str = "normative") -> list[tuple[str, Trial]]:
    """The words and the trial of every place at which a check fires."""
    paper = document(read_text(text), kind)
    return [(paper.slice(trial.span), trial) for trial in CHECKS[check](paper, DAY) if trial.fired]


def notice(*, number: str = "×政发〔2025〕12号", body: str = "养犬人应当办理登记。", foot: str = "") -> str:
    """A whole notice of a county, with the pieces given."""
    lines = [
        "××县人民政府关于加强犬只管理的通知",
        number,
        "各乡镇人民政府：",
        body,
        foot or "××县人民政府\n2025年4月20日",
    ]
    return "\n".join(line for line in lines if line)
