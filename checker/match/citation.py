"""Citations of laws, papers and organs that are not what they should be on the day the document is judged by."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from checker.laws import Laws
from checker.laws.cite import Citation
from checker.laws.numbers import find_numbers
from checker.laws.status import Verdict, judge
from checker.lazy import lazily
from checker.match.cited import citations
from checker.match.guard import regex
from checker.model import Document, Needs, Severity, Span, Trial
from checker.segment.dates import find_dates

_YEAR_OF_NUMBER = lazily(r"(?:〔|\[|【|（)((?:19|20)\d\d)(?:〕|\]|】|）)")
_HEADS = frozenset({"title", "addressee", "signature", "number", "date"})
_OLD = ("repealed", "organ_abolished", "renumbered", "no_such_article", "wrong_number", "no_such_law")


@dataclass(frozen=True)
class CitationStatus:
    """Citations whose verdict is one of ``verdicts``.

    ``unless`` looks at the whole sentence, ``unless_before`` and ``unless_after`` at its words before and behind
    the citation, ``unless_title`` at the title of the paper and the heading above. ``ranks`` limits the rule to
    laws of these ranks, ``kinds`` to kinds of citation, ``laws`` to laws whose name matches; ``except_laws``
    leaves out those whose name matches.
    """

    verdicts: tuple[str, ...]
    unless: tuple[str, ...] = ()
    unless_before: tuple[str, ...] = ()
    unless_after: tuple[str, ...] = ()
    unless_title: tuple[str, ...] = ()
    ranks: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    laws: tuple[str, ...] = ()
    except_laws: tuple[str, ...] = ()

    @property
    def needs(self) -> tuple[Needs, ...]:
        """None: citations are found once a document, for all rules."""
        return ()

    def find(self, document: Document, candidates: Sequence[Sequence[int]], laws: Laws, day: date) -> Iterator[Trial]:
        """One trial a citation of the verdicts asked for."""
        for citation, verdict in judged(document, laws, day):
            if not self._asked(citation, verdict):
                continue
            span = _place(document, citation, verdict)
            says = {"law": verdict.law, "successor": verdict.successor or "现行有效的规定", "why": verdict.reason}
            if excuse := self._excuse(document, citation):
                yield Trial(span, False, f"例外：{excuse}", says=says)
            elif good_then(document, citation, verdict, laws, day):
                reason = f"文件未见成文日期，按文中年份判断当时无误；{verdict.reason}"
                yield Trial(span, True, reason, Severity.INFO, says)
            else:
                yield Trial(span, True, verdict.reason, says=says)

    def _asked(self, citation: Citation, verdict: Verdict) -> bool:
        return (
            verdict.verdict in self.verdicts
            and (not self.ranks or verdict.rank in self.ranks)
            and (not self.kinds or citation.kind in self.kinds)
            and (not self.laws or _any(self.laws, verdict.law) != "")
            and not _any(self.except_laws, verdict.law)
        )

    def _excuse(self, document: Document, citation: Citation) -> str:
        clause = document.clause_at(citation.span.start)
        heading = clause.heading if clause else None
        above = "\n".join(document.folded[slice(*span)] for span in (document.title, heading) if span)
        return (
            _any(self.unless, _sentence(document, citation))
            or _any(self.unless_before, citation.before)
            or _any(self.unless_after, citation.after)
            or _any(self.unless_title, above)
        )


def _sentence(document: Document, citation: Citation) -> str:
    unit = document.unit_at(citation.span.start)
    if unit < 0:
        return ""
    span, _ = document.units[unit]
    return document.folded[span.start : max(span.end, citation.span.end)]


def _any(patterns: tuple[str, ...], words: str) -> str:
    """What the first pattern that stands in the words finds there."""
    return next((found[0] or pattern for pattern in patterns if (found := regex(pattern).search(words))), "")


def _place(document: Document, citation: Citation, verdict: Verdict) -> Span:
    """The number alone where its form is at fault, else the whole citation."""
    start, end = citation.span
    if verdict.verdict == "wrong_form":
        for number in find_numbers(document.folded[start:end]):
            if number.fault:
                return Span(start + number.start, start + number.end)
    return citation.span


def good_then(document: Document, citation: Citation, verdict: Verdict, laws: Laws, day: date) -> bool:
    """Whether a paper without a date, and no draft, cites what was right on the latest day that it names itself.

    An organ that signs the paper, or is its addressee, was there when it was issued.
    """
    if document.dated is not None or document.kind == "draft" or verdict.verdict not in _OLD:
        return False
    if verdict.verdict == "organ_abolished" and verdict.law in _taking_part(document):
        return True
    then = _latest_day(document) or day
    return then < day and all(one.verdict != verdict.verdict for one in judge(citation, laws, then))


@lru_cache(maxsize=16)
def _latest_day(document: Document) -> date | None:
    """The latest day that the paper names, or the first of the year of its own number if that is later.

    The paper may be younger, but was hardly older; what was right then is told as a hint only.
    """
    number = document.folded[slice(*document.number)] if document.number else ""
    days = [mention.date for mention in find_dates(document.folded) if mention.date]
    if own := _YEAR_OF_NUMBER.search(number):
        days.append(date(int(own[1]), 1, 1))
    return max(days, default=None)


@lru_cache(maxsize=16)
def _taking_part(document: Document) -> str:
    """The words of title, addressee and signature."""
    heads = (clause.span for clause in document.clauses if clause.kind in _HEADS)
    return "\n".join(document.folded[span.start : span.end] for span in heads)


@lru_cache(maxsize=4)
def judged(document: Document, laws: Laws, day: date) -> tuple[tuple[Citation, Verdict], ...]:
    """Every citation of a document with its verdict on a day; shared by the rules of one run."""
    return tuple((citation, verdict) for citation in citations(document) for verdict in judge(citation, laws, day))
