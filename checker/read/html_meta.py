"""A government page -> its title, and the facts about the paper (索引号, 发文字号 …) that stand beside the text."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from checker.lazy import lazily
from checker.read.html_flow import collapse
from checker.read.lines import Line

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

_LABELS = "索引号|发文机关|发文单位|发布机构|发布机关|制定机关|成文日期|标题|名称|发文字号|文号|发布日期|有效性|实施日期|生效日期|失效日期|废止日期"
_LABEL = lazily(rf"({'|'.join(r'[ 　]*'.join(label) for label in _LABELS.split('|'))})[ 　]*[:：]?[ 　]*(.*)")
_BLANK = lazily(r"\s+")
_SITE = lazily(r"\s*[-_|—–]+\s*[^-_|—–]*(?:网|网站|门户|平台|人民政府|局|委员会|公开)[^-_|—–]*$")
_PLACE = lazily(r"位置|首页|>|»")
_NUMBER = lazily(r"[\u4e00-\u9fff]{1,15}[〔\[（(【［]\d{4}[〕\]）)】］]第?\d{1,5}号")
_LONGEST_VALUE = 200


def facts(lines: Iterable[Line], body: set[str]) -> list[str]:
    """``索引号：…`` and the like, one a line, each label once, from the lines that are not in the body."""
    pieces = [piece for line in lines if line.text not in body for piece in line.cells or (line.text,)]
    found: dict[str, str] = {}
    for piece, following in zip(pieces, [*pieces, ""][1:], strict=True):
        match = _LABEL.fullmatch(piece.strip())
        if not match:
            continue
        label, value = _BLANK.sub("", match[1]), match[2]
        marked = piece[match.end(1) :].strip().startswith((":", "："))
        value = value if marked and value else "" if value else following.strip()
        if value and not _LABEL.fullmatch(value) and len(value) <= _LONGEST_VALUE:
            found.setdefault(label, value)
    return [f"{label}：{value}" for label, value in found.items()] if len(found) > 1 else []


def title(page: LexborHTMLParser) -> str:
    """The title of the article: what the system says, else the longest heading, else the window's title."""
    for name in ("ArticleTitle", "articletitle", "title"):
        named = page.css_first(f'meta[name="{name}"]')
        said = collapse((named.attributes.get("content") or "") if named is not None else "")
        if said:
            return said
    headings = [collapse(node.text()) for node in page.css("h1")]
    shown = max((text for text in headings if not _PLACE.search(text)), key=len, default="")
    window = page.css_first("title")
    return shown or (_SITE.sub("", collapse(window.text())) if window is not None else "")


def number(lines: Iterable[Line]) -> str:
    """The 发文字号 that stands in a line of its own."""
    return next((line.text for line in lines if _NUMBER.fullmatch(line.text)), "")


def holds(text: str, words: str) -> bool:
    """Whether ``words`` stand in ``text``, wherever either is broken."""
    return _BLANK.sub("", words) in _BLANK.sub("", text)
