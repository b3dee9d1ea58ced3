"""What rests on a law or one of its articles: citations of a text, bases of rules."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from checker.errors import LawError
from checker.laws import Laws
from checker.laws.articles import ArticleRef, key_of, read_articles
from checker.laws.citation import Citation
from checker.laws.cite import find_citations
from checker.laws.numerals import number
from checker.laws.register import Entry
from checker.laws.resolve import resolve
from checker.model import Basis


@dataclass(frozen=True)
class Target:
    """A law, or with ``key`` (``120-1``, 二（五）) one article of it; ``replaced`` are the acts whose place it took."""

    entry: Entry
    key: str
    replaced: frozenset[str]

    @property
    def name(self) -> str:
        """《…法》第十五条."""
        return f"《{self.entry.title}》{_name(self.key)}"


@dataclass(frozen=True, slots=True)
class Rest:
    """A citation that rests on the target. ``via`` says how, where it does not name it as it is called now."""

    citation: Citation
    article: str
    via: str


def target(name: str, article: str, laws: Laws) -> Target:
    """The law of this title, short name or 文号; LawError if there is none or ``article`` names no article."""
    entry = laws.register.find(name.strip("《》")) or laws.register.by_number(name)
    if entry is None:
        raise LawError(f"{name}：登记册中没有（法规库截至 {laws.as_of}）")
    key = key_of(article) if article else ""
    if key and not key[0].isdigit() and any(version.last for version in entry.versions):
        key = str(number(key) or "")
    if article and not key:
        raise LawError(f"{article}：不是条号，应写作第十五条或者 15")
    return Target(entry, key, frozenset() if key else frozenset(_replaced(entry, laws)))


def _replaced(entry: Entry, laws: Laws) -> Iterator[str]:
    """Acts that led to this one, also by steps."""
    successors = {one.title: one.successor for one in laws.register if one.successor}
    for title in successors:
        step, seen = title, {title}
        while (after := laws.register.find(successors.get(step, ""))) and after.title not in seen:
            step = after.title
            seen.add(step)
            if step == entry.title:
                yield title
                break


def resting(folded: str, on: Target, laws: Laws, day: date) -> Iterator[Rest]:
    """Every citation of a text that rests on the target; ``day`` is the date of the text."""
    for citation in find_citations(folded, laws.register):
        entry = None if citation.kind in ("self", "organ") else resolve(citation, laws.register).entry
        if entry is None or not (entry is on.entry or entry.title in on.replaced):
            continue
        via = "" if entry is on.entry else f"已被代替的《{entry.title}》"
        if not on.key:
            yield Rest(citation, "、".join(ref.label for ref in citation.articles), via)
            continue
        for ref in citation.articles:
            if (how := _same_article(ref, on, day)) is not None:
                yield Rest(citation, ref.label, how)


def _same_article(ref: ArticleRef, on: Target, day: date) -> str | None:
    """Empty if the article is the target, its old number if it was so on that day; None if it is another."""
    for moved in on.entry.renumbered:
        if moved.since > day.isoformat() and moved.old == ref.key and on.key in moved.new.split("/"):
            return f"修订前的{ref.name}，现为{_name(on.key)}"
        if moved.since > day.isoformat() and moved.old == ref.key:
            return None
    return "" if ref.key == on.key else None


def _name(key: str) -> str:
    main, _, sub = key.partition("-")
    return ArticleRef(int(main), int(sub or 0)).name if main.isdigit() else key


def rests(basis: Basis, on: Target, laws: Laws) -> bool:
    """Whether the basis of a rule rests on the target."""
    entry = laws.register.find(basis.law) or (laws.register.by_number(basis.number) if basis.number else None)
    if entry is None or not (entry is on.entry or entry.title in on.replaced):
        return False
    refs, _ = read_articles(basis.article, 0)
    return not on.key or on.key in {ref.key for ref in refs} or on.key == key_of(basis.article)
