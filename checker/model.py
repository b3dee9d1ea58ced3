"""Every value the line passes on; imports nothing of this project but errors.

A place in a document is always a half-open ``Span`` of ``Document.text``, in code points. Page, line and
clause are looked up from it, never searched for again.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from checker.laws import Laws

KINDS = (
    "normative",
    "draft",
    "higher_rule",
    "work_report",
    "minutes",
    "personnel",
    "commendation",
    "plan",
    "internal_rule",
    "interpretation",
    "service_guide",
    "news",
    "contract",
    "enforcement",
    "procedure_paper",
    "manual",
    "table",
    "other",
)
"""The closed list of kinds of document."""

AREAS = tuple(
    """C A-permit A-penalty A-coercion A-fee A-rights A-power
    F-entry F-free-flow F-bidding F-cost F-behaviour F-review
    P-assess P-consult P-fair P-review P-deliberate P-sign P-number P-publish P-file P-order
    P-interpret P-validity P-effect
    L-repealed L-not-yet L-article L-title L-number L-form L-organ D
    G-title G-number G-date G-sign G-structure G-attachment G-other
    W-vague W-date W-ref W-retro W-interpret W-term
    S-guide S-manual S-contract S-enforcement S-report S-table""".split()  # noqa: SIM905
)
"""The closed list of areas; the part before the dash is the group that figures are given for."""


_ITEMS = ("（", *"0123456789", *"①②③④⑤⑥⑦⑧⑨⑩", *(f"{n}是" for n in "一二三四五六七八九十"))
"""How an item of a list within a paragraph begins."""


class Severity(Enum):
    """明确抵触, 疑似（须人工判断）, 提示."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for info, 2 for error."""
        return ("info", "warning", "error").index(self.value)


class Stance(Enum):
    """What a sentence does with the practice that it names."""

    IMPOSES = "imposes"
    FORBIDS = "forbids"
    CANCELS = "cancels"
    RECITES = "recites"
    REPORTS = "reports"
    QUOTES = "quotes"
    DEFINES = "defines"


class Span(NamedTuple):
    """Half-open range of code points of ``Document.text``."""

    start: int
    end: int


class Origin(NamedTuple):
    """From offset ``start`` on, the text came from this place of the source.

    ``page`` is 1-based, None where the source has no pages. ``line`` is 1-based: the line of a text file,
    the paragraph of a Word file, the line on the page of a PDF. ``box`` is left, top, right, bottom in
    points from the page's top left. ``via`` is text, ocr, table, revision, header or note.
    """

    start: int
    page: int | None
    line: int
    box: tuple[float, float, float, float] | None = None
    via: str = "text"


class Gap(NamedTuple):
    """Something that could not be read; never left out of a report.

    ``lost`` says that words of the paper itself are missing, so that it is not wholly checked; without it the thing
    stands beside the text (a picture on a page, a file that it links to) and is only named.
    """

    where: str
    reason: str
    lost: bool = True


class Table(NamedTuple):
    """Cells of one table, row by row; in the text a row is a line and cells are parted by tabs."""

    rows: tuple[tuple[Span, ...], ...]


@dataclass(frozen=True, slots=True)
class Extract:
    """The text of a source and where each part of it came from. One paragraph is one line of ``text``."""

    path: Path
    media: str
    text: str
    origins: tuple[Origin, ...]
    gaps: tuple[Gap, ...] = ()
    tables: tuple[Table, ...] = ()
    pages: int | None = None


class Clause(NamedTuple):
    """A numbered or set-apart piece of a document, cut into sentences.

    ``label`` is the full path (第三条第二款第（一）项). ``lead`` is the lead-in (引导语) that governs it:
    “申请人应当提交下列材料：”, or the header cell of a table's column. ``heading`` is the nearest heading
    above. ``part`` is an index into ``Document.parts``.
    """

    kind: str
    label: str
    span: Span
    sentences: tuple[Span, ...]
    lead: Span | None = None
    heading: Span | None = None
    part: int = 0


class Part(NamedTuple):
    """A piece of a file that is a paper by itself.

    ``kind`` is one of notice (印发通知, 公告), act (办法 …), note (起草说明), attachment, form.
    """

    kind: str
    span: Span
    title: Span | None = None


@dataclass(frozen=True, eq=False)
class Document:
    """A read and segmented paper. ``folded`` has the length of ``text``, its width normalised for matching."""

    path: Path
    media: str
    text: str
    folded: str
    origins: tuple[Origin, ...]
    gaps: tuple[Gap, ...]
    clauses: tuple[Clause, ...]
    parts: tuple[Part, ...]
    tables: tuple[Table, ...] = ()
    pages: int | None = None
    kind: str = "other"
    kind_reason: str = ""
    title: Span | None = None
    number: Span | None = None
    signature: Span | None = None
    dated: date | None = None
    dated_at: Span | None = None
    issuer: str = ""

    def slice(self, span: Span | None) -> str:
        """The words of a span as they were read."""
        return "" if span is None else self.text[span.start : span.end]

    def narrow(self, span: Span | None) -> str:
        """The words of a span with their width normalised, as they are matched."""
        return "" if span is None else self.folded[span.start : span.end]

    def locate(self, offset: int) -> Origin:
        """Where the character at ``offset`` came from."""
        if not self.origins:
            return Origin(0, None, 1)
        return self.origins[max(bisect_right(self._origin_starts, offset) - 1, 0)]

    def clause_at(self, offset: int) -> Clause | None:
        """The last clause that starts at or before ``offset`` and reaches past it."""
        index = self.clause_index(offset)
        return None if index is None else self.clauses[index]

    def clause_index(self, offset: int) -> int | None:
        """Index of ``clause_at``."""
        index = bisect_right(self._clause_starts, offset) - 1
        if index < 0 or offset > self.clauses[index].span.end:
            return None
        return index

    @cached_property
    def units(self) -> tuple[tuple[Span, int], ...]:
        """Every sentence, in order, with the index of its clause."""
        return tuple((sentence, n) for n, clause in enumerate(self.clauses) for sentence in clause.sentences)

    def unit_at(self, offset: int) -> int:
        """Index into ``units`` of the last sentence that starts at or before ``offset``; -1 before the first."""
        return bisect_right(self._unit_starts, offset) - 1

    @cached_property
    def leads(self) -> tuple[Span | None, ...]:
        """For every sentence the lead-in that governs it: its clause's, or that of a list within its own paragraph."""
        found: list[Span | None] = []
        within, of = None, -1
        for sentence, number in self.units:
            if number != of:
                within, of = None, number
            item = within is not None and self.folded.startswith(_ITEMS, sentence.start)
            found.append(within if item else self.clauses[number].lead)
            if self.folded.endswith("：", sentence.start, sentence.end):
                within = sentence
        return tuple(found)

    @cached_property
    def led(self) -> dict[int, tuple[int, ...]]:
        """For the index of a lead-in sentence: the indexes of the sentences that it governs."""
        found: dict[int, list[int]] = {}
        for index, lead in enumerate(self.leads):
            if lead is not None:
                found.setdefault(self.unit_at(max(lead.end - 1, lead.start)), []).append(index)
        return {lead: tuple(items) for lead, items in found.items()}

    @cached_property
    def _unit_starts(self) -> list[int]:
        return [span.start for span, _ in self.units]

    @cached_property
    def _origin_starts(self) -> list[int]:
        return [origin.start for origin in self.origins]

    @cached_property
    def _clause_starts(self) -> list[int]:
        return [clause.span.start for clause in self.clauses]


class Basis(NamedTuple):
    """The article a rule rests on. ``holds`` are words the article must contain; ``proven`` says whether they do.

    ``law`` is the full title, for papers without a title of law the title with 文号 in ``number``.
    """

    law: str
    article: str
    gist: str
    holds: tuple[str, ...] = ()
    proven: bool = True
    number: str = ""


@dataclass(frozen=True, slots=True)
class Trial:
    """A place that a rule looked at: whether it fired, and why or why not (Chinese, for ``explain``).

    ``cap`` lowers the severity of this one finding; ``says`` fills further fields of the rule's message.
    """

    span: Span
    fired: bool
    reason: str
    cap: Severity | None = None
    says: dict[str, str] = field(default_factory=dict)


Needs = tuple[tuple[str, ...], ...]
"""Groups of folded words; a match holds at least one word of every group."""


class Matcher(Protocol):
    """What a rule looks for.

    ``needs`` has one entry a pattern. The engine finds by one pass over the text in which sentences each
    pattern's words stand and calls ``find`` with those, as indexes into ``Document.units``, a list a pattern.
    A matcher without needs judges the document as a whole and is called with none.
    """

    @property
    def needs(self) -> tuple[Needs, ...]: ...

    def find(
        self, document: Document, candidates: Sequence[Sequence[int]], laws: Laws, day: date
    ) -> Iterator[Trial]: ...


@dataclass(frozen=True)
class Rule:
    """A rule file, loaded. ``applies_to`` holds kinds of document; ``yields`` marks the second reader's."""

    id: str
    area: str
    title: str
    severity: Severity
    applies_to: tuple[str, ...]
    basis: tuple[Basis, ...]
    matcher: Matcher
    message: str
    suggestion: str
    cure: str = ""
    since: date = date.min
    until: date = date.max
    supersedes: tuple[str, ...] = ()
    yields: bool = False
    traps: tuple[str, ...] = ()
    violations: tuple[str, ...] = ()
    compliant: tuple[str, ...] = ()

    @property
    def group(self) -> str:
        """The part of the area before the dash."""
        return self.area.partition("-")[0]


@dataclass(frozen=True)
class Finding:
    """One fault at one place."""

    rule: Rule
    severity: Severity
    span: Span
    quote: str
    clause: str
    origin: Origin
    message: str
    fingerprint: str
    status: str = "open"
    reason: str = ""


@dataclass(frozen=True)
class Report:
    """What was found in one document, and by which rules and laws it was judged."""

    document: Document
    findings: tuple[Finding, ...]
    rules: tuple[str, ...]
    ruleset: str
    laws_as_of: str
    judged_as_of: date
    gaps: tuple[Gap, ...] = ()
