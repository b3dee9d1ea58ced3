"""A web page or an HTML fragment -> the lines of the paper in it, without the site around it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING

from checker.errors import ReadError
from checker.lazy import lazily
from checker.model import Extract, Gap
from checker.read.clean import tidy
from checker.read.decode import decode
from checker.read.lines import Line, Lines, assemble

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

_CHARSET = re.compile(rb"""<(?:meta|\?xml)[^>]*?(?:charset|encoding)\s*=\s*["']?([\w.:-]+)""", re.IGNORECASE)
_DEEP = lazily(r"<(/?)(?:div|span|font|b|i|u|em|strong|table|ul|ol|blockquote|section|center|small|big)\b", re.I)
_DEEPEST = 1_000
_FEW = 60
"""A page with fewer characters of text beside its pictures and links has its text in them."""
_BUTTONS = lazily(
    r"(?:[\s【】\[\]（）()|/·:：>x×]|打印(?:本页|此页|文章|页面)?|关闭(?:本页|窗口|页面)?|收藏|分享(?:到|至)?|微信|微博|朋友圈|QQ空间|字体|字号"
    r"|[大中小](?=[\s\]】|/]|$|[大中小])|返回(?:顶部|列表)?|浏览次数|扫一扫|在手机(?:打开|上查看)(?:当前页)?|-?\d*(?:次)?$|我要纠错|相关(?:链接|附件|文档)"
    r"|来源[:：]本网|纠错|下载)+"
)
_FILE = lazily(r"\.(?:docx?|wps|pdf|ofd|xlsx?|pptx?|zip|rar|rtf|et)(?:[?#]|$)", re.IGNORECASE)
_ICON = lazily(r"icon|logo|/file_|\.gif|ico_|spacer|blank|arrow|\bbtn", re.IGNORECASE)


def extract(path: Path, data: bytes, encoding: str | None = None, *, whole: bool = False) -> Extract:
    """Read a page; ``whole`` keeps everything on it, for pages that no site made. Raises ReadError."""
    declared = _CHARSET.search(data[:4096])
    decoded = decode(path, data, encoding, declared[1].decode("ascii") if declared else "")
    if _too_deep(decoded.text):
        raise ReadError(f"{path}：网页标签嵌套超过 {_DEEPEST} 层，已拒绝解析")
    lines = html_text(decoded.text, whole=whole)
    return Extract(path, "html", lines.text, lines.origins, decoded.gaps + lines.gaps, lines.tables)


def extract_mht(path: Path, data: bytes, encoding: str | None = None, *, whole: bool = False) -> Extract:
    """Read the page inside a web archive (MHT), or inside what Word writes as one. Raises ReadError."""
    import email
    import email.policy

    message = email.message_from_bytes(data.lstrip(), policy=email.policy.default)
    for part in message.walk():
        if part.get_content_type() in {"text/html", "application/xhtml+xml"}:
            body = part.get_payload(decode=True)
            charset = encoding or part.get_content_charset()
            if isinstance(body, bytes) and body.strip():
                return extract(path, body, encoding or _usable(body, charset), whole=whole)
    raise ReadError(f"{path}：网页归档（MHT）中没有网页正文")


def html_text(markup: str, *, whole: bool) -> Lines:
    """The lines and tables that a browser would show of ``markup``, with the gaps found in it.

    With ``whole`` everything below ``body`` is kept (HTML from Word, a fragment); without it the site's furniture
    is left out, and the facts beside the text (索引号 …) and a title that the text lacks are put before it. Numbers
    of lists are written out; a table that only lays out the page is read as lines. Origins count lines of the result.
    """
    from selectolax.lexbor import LexborHTMLParser

    from checker.read.html_flow import lines

    page = LexborHTMLParser(tidy(markup))
    body = page.body or page.root
    if body is None:
        return assemble(())
    if whole:
        text = list(lines(body))
        return assemble(text, _gaps([body], text))
    return _article(page, body)


def _article(page: LexborHTMLParser, body: LexborNode) -> Lines:
    from checker.read.html_flow import lines
    from checker.read.html_meta import facts, holds, number, title
    from checker.read.html_page import find_bodies, strip_furniture

    name, everything = title(page), lines(body)
    strip_furniture(body)
    found = find_bodies(body)
    text = [line for node in found for line in lines(node) if line.cells or not _BUTTONS.fullmatch(line.text)]
    before = [Line(fact) for fact in facts(everything, {line.text for line in text} - {""})]
    words = "".join(line.text for line in text)
    before += [Line(shown) for shown in (name, number(everything)) if shown and not holds(words, shown)]
    return assemble([*before, *text], _gaps(found, text))


def _gaps(bodies: Iterable[LexborNode], text: Iterable[Line]) -> list[Gap]:
    """Pictures and linked files in the article. A page with hardly a word but those has its text in them."""
    nodes = list(bodies)
    lost = sum(len(line.text) + sum(map(len, line.cells or ())) for line in text) < _FEW
    pictures = sum(_is_picture(image) for node in nodes for image in node.css("img"))
    links = [link for node in nodes for link in node.css("a, iframe, embed, object") if _is_file(link)]
    names = dict.fromkeys(tidy(link.text()).strip() or "未命名文件" for link in links)
    gaps = []
    if pictures:
        gaps.append(Gap("网页图片", f"正文中有 {pictures} 张图片，图片里的文字没有读取", lost))
    if names:
        gaps.append(Gap("网页附件", f"链接的文件不在网页内，没有读取：{'、'.join(names)}", lost))
    return gaps


def _is_file(node: LexborNode) -> bool:
    target = node.attributes
    return bool(_FILE.search(target.get("href") or target.get("src") or target.get("data") or ""))


def _is_picture(image: LexborNode) -> bool:
    size = [int(value) for side in ("width", "height") if (value := image.attributes.get(side) or "").isdecimal()]
    return not _ICON.search(image.attributes.get("src") or "") and min(size, default=100) > 40


def _too_deep(markup: str) -> bool:
    # The parser's time grows with the square of the depth: a megabyte of opened tags keeps it busy for minutes.
    marks = _DEEP.findall(markup)
    if len(marks) - sum(map(len, marks)) <= _DEEPEST:
        return False
    return max(accumulate(-1 if mark else 1 for mark in marks)) > _DEEPEST


def _usable(body: bytes, charset: str | None) -> str | None:
    """The charset a mail header names, if the body bears it out."""
    try:
        body.decode(charset or "utf-8")
    except (LookupError, UnicodeDecodeError):
        return None
    return charset or "utf-8"
