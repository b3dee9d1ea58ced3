"""What a paper says of its own articles, paragraphs and attachments, held against what it has."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date

from checker.laws.cite import Citation
from checker.lazy import lazily
from checker.match.checks.places import attachment_number, is_whole, part_title
from checker.match.cited import citations
from checker.model import Clause, Document, Part, Severity, Span, Trial
from checker.segment.numbers import chinese, number

_OWN_NOUN = lazily(r"(办法|规定|细则|规则|制度|条例|章程|规程|准则|守则)(?:（[^）]*）)*$")
_SELF = lazily(
    r"(?<![基根资成文样版])本(?:暂行|实施|管理|试行)?(办法|规定|细则|规则|制度|条例|章程|规程|准则|守则)(?!所?[称指列](?:的)?[“《])"
)
_ARTICLE = lazily(r"第([〇零一二三四五六七八九十百\d]+)条")
_PREVIOUS_MANY = lazily(r"前([两二三四五])(条|款)")
_MENTIONED = lazily(r"(?<![》原])附 ?件 ?([0-9]{1,2}|[一二三四五六七八九十]{1,3})(?![0-9.、．])")
_PLAIN = lazily(
    r"(?:见|按照?|依照|参照|按|填写|详见)本?(?:通知|办法|细则|方案|意见|规定)?的?附 ?件(?![0-9一二三四五六七八九十])"
)
_LISTED = lazily(r"(?:^|[： \t]|附 ?件 ?)(\d{1,2})(?=[.．、：: \u4e00-\u9fff]|$)")
_ENOUGH = 3
_MOST = 20


def missing_own_article(document: Document, day: date) -> Iterator[Trial]:
    """本办法第三十条, where the paper ends with article 28; 第五条第三款, where article 5 has two."""
    for index, part in enumerate(document.parts):
        last = _last_article(document, index)
        if not last or part.kind not in ("notice", "act"):
            continue
        noun = _own_noun(document, part)
        for citation in _citations(document):
            if citation.kind != "self" or not part.span.start <= citation.span.start < part.span.end:
                continue
            if not citation.title or (noun and not citation.title.endswith(noun)):
                continue
            if beyond := [ref for ref in citation.articles if ref.article > last]:
                says = {"why": f"本文件最后一条是第{chinese(last)}条，没有{beyond[0].name}"}
                yield Trial(citation.span, True, says["why"], says=says)
            elif reason := _missing_place(document, index, citation):
                yield Trial(citation.span, True, reason, Severity.WARNING, {"why": reason})


def missing_previous(document: Document, day: date) -> Iterator[Trial]:
    """前款 in the first paragraph of an article, 前条 in the first article, 前三款 after only two."""
    for citation in _citations(document):
        clause = document.clause_at(citation.span.start)
        words = document.folded[slice(*citation.span)]
        if citation.kind != "previous" or clause is None or not words.startswith("前"):
            continue
        if reason := _no_previous(document, clause, citation, words):
            yield Trial(citation.span, True, reason, says={"why": reason})


def _no_previous(document: Document, clause: Clause, citation: Citation, words: str) -> str:
    before = citation.before.rstrip()
    if before.endswith(("本条", "本办法", "“", "第")) or clause.kind not in ("article", "paragraph"):
        return ""
    article = clause.label.partition("条")[0] + "条"
    if clause.kind == "article":
        first = clause.sentences[0]
        if words.startswith("前款") and citation.span.start < first.end:
            return f"{article}第一款之前没有款"
        if words.startswith("前条") and article == "第一条":
            return "第一条之前没有条"
    many = _PREVIOUS_MANY.match(words)
    if many is None:
        return ""
    wanted = number(many[1].replace("两", "二")) or 0
    if many[2] == "款":
        found = re.search(r"第([一二三四五六七八九十]+)款$", clause.label)
        here = number(found[1]) if found else (1 if clause.kind == "article" else None)
    else:
        found = _ARTICLE.match(clause.label)
        here = number(found[1]) if found else None
    return f"之前只有{here - 1}{many[2]}" if here is not None and here <= wanted else ""


def foreign_own_name(document: Document, day: date) -> Iterator[Trial]:
    """本规定 in a paper that is a 办法."""
    for part in document.parts:
        noun = _own_noun(document, part)
        if part.kind != "act" or not noun:
            continue
        found = [match for match in _SELF.finditer(document.folded, *part.span)]
        counts = Counter(match[1] for match in found)
        if not counts[noun]:
            continue
        for match in found:
            if match[1] != noun and not _is_quoted(document, match.start(), match.end()):
                says = {"own": f"本{noun}"}
                yield Trial(Span(*match.span()), True, f"本文件是{noun}", says=says)


def missing_attachment(document: Document, day: date) -> Iterator[Trial]:
    """附件3 in the text of a paper that has two; 见附件 in a paper that has none."""
    most = _attachments(document)
    cap = None if is_whole(document) else Severity.INFO
    for clause in document.clauses:
        part = document.parts[clause.part]
        if clause.kind in ("attachment", "title") or part.kind not in ("notice", "act"):
            continue
        if not most:
            for plain in _PLAIN.finditer(document.folded, *clause.span):
                yield Trial(Span(*plain.span()), True, "全文没有附件", cap, {"most": "没有附件"})
        for found in _MENTIONED.finditer(document.folded, *clause.span):
            wanted = number(found[1])
            if wanted and most > 1 and wanted > most and _is_own(document.folded[clause.span.start : found.start()]):
                yield Trial(Span(*found.span()), True, f"附件只到{most}", cap, {"most": f"附件只到附件{most}"})


def _is_own(before: str) -> bool:
    """Whether an attachment that is named after these words is the paper's own, not that of a law it cites."""
    return not re.search(r"》[^，。；]{0,24}$|号(?:公告|通知|文件?)?[^，。；]{0,6}$|公约|议定书|合同|协议", before)


def _attachments(document: Document) -> int:
    """How many attachments the paper has: by its list (附件：1.… 2.…) and by what follows it."""
    lines = [document.folded[slice(*clause.span)] for clause in document.clauses if clause.kind == "attachment"]
    numbers = [int(mark) for line in lines for mark in _LISTED.findall(line)]
    parts = [mark for part in document.parts if (mark := attachment_number(document, part)) is not None]
    return max([*numbers, *(number(mark) or 1 for mark in parts), min(len(lines), 1)])


def _last_article(document: Document, part: int) -> int:
    """The number of the last article of a part that has all its articles from the first on; 0 otherwise."""
    mine = (c for c in document.clauses if c.part == part and c.kind == "article")
    numbers = [number(found[1]) or 0 for c in mine if (found := _ARTICLE.match(c.label))]
    whole = len(numbers) >= _ENOUGH and numbers[0] == 1 and max(numbers) <= len(numbers) + 1
    return max(numbers) if whole else 0


def _missing_place(document: Document, part: int, citation: Citation) -> str:
    """Why the 款 or 项 of an own article does not exist; empty if it does."""
    words = document.folded[slice(*citation.span)]
    for ref in citation.articles:
        mine = [c for c in document.clauses if c.part == part and _in_article(c.label, ref.name)]
        if not mine or "（" in words.partition("款")[0] or ref.paragraph > _MOST or ref.item > _MOST:
            continue
        items = [c for c in mine if c.kind in ("item", "subitem")]
        paragraphs = sum(c.kind in ("article", "paragraph") for c in mine)
        if ref.paragraph > paragraphs:
            return f"本文件{ref.name}只有{chinese(paragraphs)}款"
        marks = {f"（{chinese(ref.item)}）", f"({ref.item})", f"第（{ref.item}）"}
        if ref.item and items and not any(mark in c.label for c in items for mark in marks):
            return f"本文件{ref.name}没有第（{chinese(ref.item)}）项"
    return ""


def _in_article(label: str, name: str) -> bool:
    return label == name or (label.startswith(name) and label[len(name) : len(name) + 1] in "第（")


def _own_noun(document: Document, part: Part) -> str:
    title = part_title(document, part)
    found = _OWN_NOUN.search(title) if title else None
    return found[1] if found else ""


def _citations(document: Document) -> tuple[Citation, ...]:
    return tuple(c for c in citations(document) if c.kind in ("self", "previous"))


def _is_quoted(document: Document, start: int, end: int) -> bool:
    """Inside “…” or a definition of the name: （以下简称本规定）."""
    before = document.folded[max(0, start - 12) : start]
    return "“" in before or "简称" in before or document.folded[end : end + 1] == "”"
