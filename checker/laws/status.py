"""What a citation is worth on a day: in force, repealed, misnumbered, unknown here."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from checker.laws.articles import ArticleRef
from checker.laws.citation import Citation
from checker.laws.cite import find_citations
from checker.laws.names import title_key
from checker.laws.numerals import chinese
from checker.laws.organs import organ_of
from checker.laws.paragraphs import missing_place
from checker.laws.ranks import guess_rank, is_local
from checker.laws.register import Entry
from checker.laws.resolve import nearest_law, resolve
from checker.lazy import lazily

if TYPE_CHECKING:
    from checker.laws import Laws

VERDICTS = (
    "in_force",
    "repealed",
    "not_yet",
    "no_such_article",
    "no_such_law",
    "renumbered",
    "wrong_number",
    "wrong_title",
    "wrong_form",
    "organ_abolished",
    "unknown",
)
_FOREIGN = lazily(
    r"(?:美国|欧盟|欧洲|英国|德国|法国|日本|韩国|新加坡|加拿大|澳大利亚|印度|俄罗斯|国外|外国|加州|联邦|香港|澳门|台湾)[^，。；]{0,12}$"
)
_A_LAW = lazily(r"^[\u4e00-\u9fff]{2,24}(?<![办方做写手章语文书])法$")
_METHOD = lazily(
    r"测定|试验|检验|分析|光谱|色谱|滴定|计算|光度|评分|评价|疗法|重量|容量|算法|工法|技法|施工法|教学|草案"
)
_DRAFT = lazily(r"草案|征求意见稿|送审稿|修订稿|建议稿|(?:拟定|起草|制定)(?:的|中的)?$")


@dataclass(frozen=True, slots=True)
class Verdict:
    """``law`` is the full title as registered, else as cited. ``successor`` is what to cite instead; ``reason`` Chinese."""

    verdict: str
    law: str
    successor: str = ""
    reason: str = ""
    rank: str = "unknown"


def judge(citation: Citation, laws: Laws, day: date) -> tuple[Verdict, ...]:
    """One verdict for each article named, one for the title if none is; a fault in the number's form comes last.

    A fault of form takes the place of the title's verdict if there is nothing else to say.
    """
    verdicts = _judge(citation, laws, day)
    if not citation.form_fault:
        return verdicts
    form = Verdict("wrong_form", verdicts[0].law, citation.number, citation.form_fault, verdicts[0].rank)
    silent = not citation.articles and verdicts[0].verdict in ("in_force", "unknown")
    return (form,) if silent else (*verdicts, form)


def _judge(citation: Citation, laws: Laws, day: date) -> tuple[Verdict, ...]:
    if citation.kind == "organ":
        return (_organ(citation, laws, day),)
    if citation.kind == "self" or (citation.kind == "previous" and not citation.title):
        own = Verdict("unknown", citation.title or "本文件", "", "文件内部的引用，按本文件的条款核对")
        return (own,) * max(len(citation.articles), 1)
    entry, fault, reason = resolve(citation, laws.register)
    refs = citation.articles or (ArticleRef(0),)
    if entry is None:
        return (_unresolved(citation, laws, day),) * len(refs)
    whole = _whole(entry, citation, laws, day)
    if fault and whole.verdict == "in_force":
        return (Verdict(fault, entry.title, "、".join(entry.numbers), reason, entry.rank),) * len(refs)
    if whole.verdict != "in_force":
        return (whole,) * len(refs)
    return tuple(_article(entry, ref, citation, laws, day) or whole for ref in refs)


def _organ(citation: Citation, laws: Laws, day: date) -> Verdict:
    organ = organ_of(citation.title, laws.register)
    if organ is None or organ.since > day.isoformat():
        return Verdict("in_force", citation.title, "", "当日机构尚存")
    reason = f"{citation.title}自{organ.since}起不再使用该名称，现为{organ.new}"
    return Verdict("organ_abolished", citation.title, organ.new, reason)


def _whole(entry: Entry, citation: Citation, laws: Laws, day: date) -> Verdict:
    """The act as a whole, whatever article is cited."""
    today = day.isoformat()
    if entry.repealed and entry.repealed <= today:
        successor = _successor(entry, laws, today)
        instead = f"，现为《{successor}》" if successor else ""
        reason = f"《{entry.title}》已于{entry.repealed}废止或失效{instead}（{entry.repealed_by or entry.source}）"
        return Verdict("repealed", entry.title, successor, reason, entry.rank)
    named = entry.version(day, citation.version) if citation.version else None
    starts = named.effective if named and named.adopted.startswith(citation.version) else entry.effective
    if starts > today:
        return Verdict("not_yet", entry.title, "", f"《{entry.title}》自{starts}起施行，{today}尚未施行", entry.rank)
    if entry.doubtful and entry.doubtful <= today:
        reason = f"《{entry.title}》可能已失效或被代替，登记册中没有确切日期，须核对"
        return Verdict("unknown", entry.title, "", reason, entry.rank)
    return Verdict("in_force", entry.title, "", f"{today}有效（{entry.source}）", entry.rank)


def _successor(entry: Entry, laws: Laws, today: str) -> str:
    """What is in force in its place that day: the successor may be gone too."""
    seen: set[str] = set()
    name = entry.successor
    while (after := laws.register.find(name)) and after.repealed and after.repealed <= today and name not in seen:
        seen.add(name)
        name = after.successor
    return name


def _article(entry: Entry, ref: ArticleRef, citation: Citation, laws: Laws, day: date) -> Verdict | None:
    """What is wrong with the article; None if nothing is, or if it cannot be told."""
    if not ref.article:
        return None
    if (moved := _renumbered(entry, ref, citation, day)) is not None:
        return moved
    known = [version for version in entry.versions if version.adopted.startswith(citation.version)]
    version = entry.version(day, citation.version) if known else None
    if version is None or not version.last:
        return None
    if ref.article > version.last or (ref.sub and ref.key not in version.inserted):
        reason = f"《{entry.title}》没有{ref.name}，最后一条是第{chinese(version.last)}条"
        return Verdict("no_such_article", entry.title, "", reason, entry.rank)
    if (ref.paragraph or ref.item) and version is entry.version(day):
        text = laws.article(entry.title, ref.name, day)
        if text and (reason := missing_place(ref, text)):
            return Verdict("no_such_article", entry.title, "", f"《{entry.title}》{reason}", entry.rank)
    return None


def _renumbered(entry: Entry, ref: ArticleRef, citation: Citation, day: date) -> Verdict | None:
    """An article that moved, where the sentence or the version named shows that the old one is meant."""
    sentence = citation.before + citation.after
    for moved in entry.renumbered:
        old_version = bool(citation.version) and citation.version < moved.since[:4]
        told = old_version or any(topic in sentence for topic in moved.topics)
        if moved.old == ref.key and moved.since <= day.isoformat() and told:
            new = "、".join(f"第{chinese(int(key))}条" for key in moved.new.split("/"))
            reason = f"《{entry.title}》自{moved.since}起条号改变，原{ref.name}的内容现为{new}"
            return Verdict("renumbered", entry.title, new, reason, entry.rank)
    return None


def _unresolved(citation: Citation, laws: Laws, day: date) -> Verdict:
    name, key = citation.title or citation.number, title_key(citation.title)
    rank = guess_rank(citation.title, citation.number)
    unknown = Verdict("unknown", name, "", f"法库中没有，无法核验（法库截至{laws.as_of}）", rank)
    if not _must_be_known(citation, key, laws, day):
        return unknown
    near = nearest_law(key, laws.register)
    if near is not None:
        return Verdict(
            "wrong_title", near.title, near.title, f"没有《{citation.title}》，应为《{near.title}》", near.rank
        )
    return Verdict(
        "no_such_law", citation.title, "", f"国家法律中没有《{citation.title}》（法库截至{laws.as_of}）", "law"
    )


def _must_be_known(citation: Citation, key: str, laws: Laws, day: date) -> bool:
    """Whether this is the name of a national law, of which the register lacks none up to its date."""
    if "law" not in laws.register.complete or day.isoformat() > _a_year_after(laws.as_of):
        return False
    if not _A_LAW.match(key) or _METHOD.search(key) or is_local(key) or _DRAFT.search(citation.before + citation.after):
        return False
    national = "中华人民共和国" in citation.quoted or bool(citation.articles)
    return citation.kind == "titled" and national and not _FOREIGN.search(citation.before)


def _a_year_after(as_of: str) -> str:
    return f"{int(as_of[:4]) + 1}{as_of[4:]}"


def grounds(
    folded_clause: str, laws: Laws, day: date, ranks: frozenset[str], says: re.Pattern[str] | None = None
) -> Citation | None:
    """The first citation of a law in force that day whose rank is in ``ranks``.

    An act of local rank that cannot be looked up counts if its title tells its rank: unknown is not wrong. With
    ``says`` an article counts only if these words stand in it, where its text is at hand.
    """
    for citation in find_citations(folded_clause, laws.register):
        if citation.kind in ("self", "organ"):
            continue
        verdicts = judge(citation, laws, day)
        if all(_holds(verdict, ranks) for verdict in verdicts) and _speaks(citation, verdicts[0].law, laws, day, says):
            return citation
    return None


def _speaks(citation: Citation, law: str, laws: Laws, day: date, says: re.Pattern[str] | None) -> bool:
    """Whether an article that is cited says such words; true where that cannot be told."""
    if says is None or not citation.articles:
        return True
    texts = [laws.article(law, ref.name, day) for ref in citation.articles if ref.article]
    return any(text is None or says.search(text) for text in texts) or not texts


def _holds(verdict: Verdict, ranks: frozenset[str]) -> bool:
    local = verdict.verdict == "unknown" and verdict.rank.startswith("local_")
    good = verdict.verdict in ("in_force", "wrong_form") or local
    return good and verdict.rank in ranks
