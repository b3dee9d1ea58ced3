"""Whether the basis of a rule stands: the law is in force, the article exists and holds the words it should."""

from __future__ import annotations

from datetime import date

from checker.laws import Laws
from checker.laws.articles import read_articles
from checker.laws.register import Entry
from checker.model import Basis

WHOLE = "全文"
"""What a basis names instead of an article where the act as a whole says so."""


def prove(basis: Basis, laws: Laws, day: date | None = None) -> str | None:
    """Why the basis cannot be relied on (Chinese), judged on ``day`` (the date of the law data); None if it can."""
    day = day or date.fromisoformat(laws.as_of)
    entry = laws.register.find(basis.law) or (laws.register.by_number(basis.number) if basis.number else None)
    problem = _standing(basis, entry, day)
    if problem or basis.article in ("", WHOLE):
        return problem
    texts = [laws.article(entry.title if entry else basis.law, name, day) for name in _names(basis.article)]
    if None in texts:
        return f"《{basis.law}》{basis.article}：法库中没有这一条的原文，无法证明"
    words = "".join("".join(text.split()) for text in texts if text)
    missing = [word for word in basis.holds if "".join(word.split()) not in words]
    return f"《{basis.law}》{basis.article}的原文中没有“{'”“'.join(missing)}”" if missing else None


def _standing(basis: Basis, entry: Entry | None, day: date) -> str | None:
    if entry is None:
        return f"《{basis.law}》：登记册中没有"
    today = day.isoformat()
    if entry.repealed and entry.repealed <= today:
        return f"《{basis.law}》已于{entry.repealed}废止，由《{entry.successor}》代替"
    if entry.effective > today:
        return f"《{basis.law}》自{entry.effective}起施行，{today}尚未施行"
    if basis.number and entry.numbers and basis.number not in entry.numbers:
        return f"《{basis.law}》的文号是{'、'.join(entry.numbers)}，不是{basis.number}"
    return None


def _names(article: str) -> list[str]:
    """The articles named, or a section of a paper as it is: 二（五）."""
    refs, _ = read_articles(article.replace("(", "（").replace(")", "）"), 0)
    return list(dict.fromkeys(ref.name for ref in refs)) or [article]
