"""Document -> the same with its kind (文种), by evidence that is printed in the paper."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from math import log2

from checker import signs
from checker.errors import ConfigError
from checker.lazy import lazily
from checker.model import KINDS, Document
from checker.segment.numbers import HAN

_ENOUGH = 2.5
_DRAFT = 8
_HEAD = 400
_BODY = 5_000
_WINDOW = 26
_FRAGMENT = 300
_SHOWN = 3
_ARTICLES = 3
_MOSTLY_CELLS = 0.7
_MANY = 5
_DENSE = 200
_CARRIED = lazily(
    r"(?:印发|发布|公布|转发|批转|颁布|下发)(?:《(.+)》|(.{4,60}?))(?:（[^）]*）)?的(?:通知|公告|通告|决定|命令)"
)
_BRACKETS = lazily(r"（[^（）]*）$")
_NUMBERED = lazily(rf"{HAN}{{1,12}}[〔【（\[](?:19|20)[0-9]{{2}}[〕】）\]][0-9]{{1,5}}号?$")
_ORDER = lazily("令 {0,3}（?第")
_CITED = lazily("》|根据|依据|按照|已登记|符合")
_PERSON = lazily(
    rf"(?:[部局署厅省市州县区]长|主任|主席|总理|行长)\s?{HAN}\s?{HAN}{{1,2}}\s+(?:二|[12][0-9]{{3}}|[附《])"
)
_QUOTED = lazily("《[^》]*》?")


@dataclass(frozen=True, slots=True)
class Evidence:
    """Something printed in the paper that speaks for a kind; ``says`` is Chinese."""

    kind: str
    weight: float
    says: str


def classify(document: Document, forced: str | None = None) -> Document:
    """Set the kind, or take the one that the user forces."""
    if forced is not None:
        if forced not in KINDS:
            raise ConfigError(f"没有“{forced}”这种文种；可用：{'、'.join(KINDS)}")
        return replace(document, kind=forced, kind_reason="由用户指定")
    kind, reason = judge(evidence(document))
    return replace(document, kind=kind, kind_reason=reason)


def judge(found: Iterable[Evidence]) -> tuple[str, str]:
    """The kind that the evidence speaks for most, and the strongest of that evidence."""
    scores: defaultdict[str, float] = defaultdict(float)
    proofs: defaultdict[str, list[Evidence]] = defaultdict(list)
    for one in found:
        scores[one.kind] += one.weight
        proofs[one.kind].append(one)
    best = max(scores, key=lambda kind: scores[kind], default="other")
    if best == "normative" and scores["draft"] >= _DRAFT:
        # What speaks for a normative paper speaks for its draft too.
        best = "draft"
    if scores[best] < _ENOUGH:
        return "other", "没有足以判断文种的标题、文号或者结构"
    strongest = sorted(proofs[best], key=lambda one: -one.weight)[:_SHOWN]
    return best, "；".join(one.says for one in strongest if one.weight > 0)


def evidence(document: Document) -> tuple[Evidence, ...]:
    """All that speaks for one kind or another. A learned model may join in here later."""
    if _is_fragment(document):
        return ()
    titled = tuple(_of_title(_title(document)))
    planned = any(one.kind == "plan" for one in titled)
    return (*titled, *_of_head(document), *_of_body(document, planned), *_of_structure(document))


def _is_fragment(document: Document) -> bool:
    """A bare clause, as pasted in for a question: nothing tells what paper it is from."""
    bare = document.title is None and document.number is None and document.signature is None
    kinds = Counter(clause.kind for clause in document.clauses)
    built = kinds["article"] >= _ARTICLES or kinds["heading"] > 1
    return bare and not built and len(document.folded) <= _FRAGMENT


def _title(document: Document) -> str:
    span = document.title
    return re.sub(r"\s", "", document.folded[span.start : span.end]) if span else ""


def _of_title(title: str) -> Iterator[Evidence]:
    if not title:
        return
    carried = _CARRIED.search(title)
    names = [carried[1] or carried[2], title] if carried else [title]
    if not carried and title.endswith("》") and "《" in title[1:]:
        # 某局发布《某办法》 is the headline of a report, not the title of the act.
        names = []
    endings = [found for name in names if (found := _ending(name))]
    ending = bool(endings)
    for index, found in enumerate(endings):
        yield replace(found, weight=found.weight / (1 + index))
    plain = _QUOTED.sub("", title) + (names[0] if carried else "")
    for sign in signs.TITLE_HAS:
        if sign.kind == "news" and ending:
            continue
        if word := next((word for word in sign.words if word in plain), ""):
            yield Evidence(sign.kind, sign.weight, f"标题含有“{word}”")
    if not ending:
        yield Evidence("news", 3, "标题没有文种")


def _ending(name: str) -> Evidence | None:
    """The longest kind of paper that the name ends in, a number after it aside."""
    plain = _NUMBERED.sub("", name).strip("“”《》")
    while (shorter := _BRACKETS.sub("", plain).strip("“”《》")) != plain:
        plain = shorter
    matches = ((len(word), sign, word) for sign in signs.TITLE_ENDS for word in sign.words if plain.endswith(word))
    longest = max(matches, key=lambda match: (match[0], match[1].weight), default=None)
    return Evidence(longest[1].kind, longest[1].weight, f"标题以“{longest[2]}”结尾") if longest else None


def _of_head(document: Document) -> Iterator[Evidence]:
    start = document.title.end if document.title else 0
    head = document.folded[start : start + _HEAD]
    if person := _PERSON.search(head):
        yield Evidence("higher_rule", 12, f"由“{person[0].split()[0]}”署名公布")
    head = head.replace("\n", "")
    for sign in signs.HEAD_HAS:
        if word := next((word for word in sign.words if word in head), ""):
            yield Evidence(sign.kind, sign.weight, f"开头写有“{word}”")
    for found in _ORDER.finditer(head):
        # 《…办法》（建设部令第88号） cites an order, 国家核安全局令第1号发布 is one.
        if not _CITED.search(head, max(found.start() - 24, 0), found.start()):
            yield Evidence("higher_rule", 18, "开头写有“令第…号”")
            break


def _of_body(document: Document, planned: bool) -> Iterator[Evidence]:
    start = document.title.end if document.title else 0
    body = document.folded[start : start + _BODY]
    for sign in signs.BODY:
        if words := [word for word in sign.words if word in body]:
            weight = min(sign.most, sign.weight * len(words))
            yield Evidence(sign.kind, weight, f"正文有{_quoted(words)}")
    headings = "\n".join(document.folded[slice(*one.span)] for one in document.clauses if one.kind == "heading")
    for sign in signs.HEADINGS:
        if words := [word for word in sign.words if word in headings]:
            yield Evidence(sign.kind, min(sign.most, sign.weight * len(words)), f"小标题有{_quoted(words)}")
    yield from _of_addressed(body, planned)


def _of_addressed(body: str, planned: bool) -> Iterator[Evidence]:
    """Whom the paper binds: the public, or the organ's own staff. A plan that binds the public is no plan."""
    public = _bound(body, signs.PUBLIC)
    if public:
        actor = max(public, key=lambda word: public[word])
        bound = sum(public.values())
        yield Evidence("normative", min(6.0, 1.2 * log2(1 + bound)), f"对外设定权利义务（“{actor}”等）")
        tasks = sum(body.count(word) for word in signs.OFFICES)
        if planned and bound >= _MANY and bound * _DENSE > len(body) and tasks * 2 < bound:
            yield Evidence("normative", 6, f"名为方案，条款主要约束“{actor}”等社会公众")
    staff = _bound(body, signs.STAFF)
    if staff:
        actor = max(staff, key=lambda word: staff[word])
        yield Evidence("internal_rule", min(5.0, 1.2 * log2(1 + sum(staff.values()))), f"约束本机关人员（“{actor}”等）")
    if granted := [word for word in signs.GRANTS if word in body]:
        yield Evidence("normative", min(3.0, 0.6 * len(granted)), f"涉及{_quoted(granted)}")


def _bound(body: str, actors: tuple[str, ...]) -> dict[str, int]:
    """How often each actor is followed by a duty or a right in the same sentence."""
    counts: dict[str, int] = {}
    for actor in actors:
        at = body.find(actor)
        while at >= 0:
            after = at + len(actor)
            stop = body.find("。", after, after + _WINDOW)
            if signs.DUTY.search(body, after, stop if stop >= 0 else after + _WINDOW):
                counts[actor] = counts.get(actor, 0) + 1
            at = body.find(actor, after)
    return counts


def _of_structure(document: Document) -> Iterator[Evidence]:
    kinds = Counter(clause.kind for clause in document.clauses)
    if kinds["article"] >= _ARTICLES:
        yield Evidence("normative", 2, f"有第…条结构（{kinds['article']}条）")
        yield Evidence("internal_rule", 1, f"有第…条结构（{kinds['article']}条）")
    if kinds["cell"] > len(document.clauses) * _MOSTLY_CELLS:
        yield Evidence("table", 5, "正文几乎全是表格")
    number = document.folded[slice(*document.number)] if document.number else ""
    for sign in signs.NUMBER:
        if any(word in number for word in sign.words):
            yield Evidence(sign.kind, sign.weight, f"文号“{number}”")
    if "〔" in number and not number.endswith("令"):
        yield Evidence("news", -4, f"有文号“{number}”")
    if document.parts and document.parts[0].kind == "note":
        yield Evidence("procedure_paper", 4, "全文是起草说明")


def _quoted(words: list[str]) -> str:
    return "、".join(f"“{word.rstrip('，：')}”" for word in words[:_SHOWN])
