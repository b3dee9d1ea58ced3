"""A web page -> the element that holds the paper, without the furniture of the site around it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.read.html_flow import BLOCKS, UNSEEN, is_layout

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

BODIES = (
    "#UCAP-CONTENT",
    "ucapcontent",
    ".TRS_Editor",
    ".TRS_UEDITOR",
    ".Custom_UnionStyle",
    "#zoom",
    "#Zoom",
    "#zoomcon",
    ".pages_content",
    ".article-content",
    ".content_article",
    ".article_content",
    ".article-con",
    "#info_cont",
    ".info_cont",
    "#mainText",
    "#detailCon",
    "#articleContent",
    "#article_content",
    ".newsMain",
    ".conNews",
    ".wp_articlecontent",
    ".v_news_content",
    ".rich_media_content",
    ".view",
    "article",
    "main",
    "#content",
    ".content",
)
"""Where the systems that government sites run on put the text of an article, the surest first."""

_FURNITURE = re.compile(
    r"""(?x) (?:^|[\s_-])
    (?: nav|navbar|topnav|mainnav|menu|submenu|header|head|top|topbar|footer|foot|bottom|friendlink|links
      | bread|breadcrumbs?|crumbs?|curb|position|location|dqwz|wz|path
      | share|bdsharebuttonbox|bdshare|social-share|fenxiang|print|dayin|print-title|toolbar|tools?|func
      | search|searchbox|ss|sidebar|side|related|xgwz|xglj|recommend|pagelist|pagination|prenext
      | qrcode|ewm|erweima|saoma|scan|wza|slh|login|copyright|banner|fontsize|zihao|jiucuo|pinglun|visit )
    (?:$|[\s_-](?:box|bar|wrap|wrapper|con|content|container|area|list|btn|btns|item|inner|cf|clearfix)?\b)"""
)
_MOST_OF = 0.8
_ALMOST_ALL = 0.95
_RUN = 6
_HAN = re.compile(r"[\u4e00-\u9fff]")
_CONTAINERS = "body div section article main center form table tbody tr td font span ucapcontent"
_DESCEND = frozenset(_CONTAINERS.split())


def strip_furniture(page: LexborNode) -> None:
    """Take menus, headers, footers, share buttons and scripts out of a page, but nothing that holds most of it."""
    for node in page.css(", ".join(UNSEEN - {"title", "del"})):
        node.decompose()
    most = letters(page) * 0.5
    for node in page.css("nav, footer, aside, header, [class], [id]"):
        attributes = node.attributes
        names = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"
        known = node.tag in {"nav", "footer", "aside", "header"} or _FURNITURE.search(names.lower())
        if known and node.tag not in {"body", "td", "p"} and node.parent is not None and letters(node) <= most:
            node.decompose()


def find_bodies(page: LexborNode) -> list[LexborNode]:
    """The elements that hold the article: those a known system marks, else the smallest with nearly all the text."""
    total = letters(page)
    for selector in BODIES:
        found = _outermost(page.css(selector))
        if found and sum(map(letters, found)) >= max(total * _MOST_OF, 1):
            return found
    return [_smallest(page, total)]


def letters(node: LexborNode) -> int:
    """Chinese characters in runs of some length outside links: what articles are made of and menus are not."""
    return sum(
        count
        for text in node.traverse(include_text=True)
        if text.is_text_node
        and (count := len(_HAN.findall(text.text_content or ""))) >= _RUN
        and text.parent is not None
        and text.parent.tag not in {"a", "script", "style"}
    )


def _smallest(page: LexborNode, total: int) -> LexborNode:
    best = page
    while True:
        child = next((node for node in best.iter() if letters(node) >= max(total * _ALMOST_ALL, 1)), None)
        if child is None or child.tag not in _DESCEND or (child.tag == "table" and not is_layout(child)):
            return best if best.tag in BLOCKS or best.parent is None else best.parent
        best = child


def _outermost(nodes: list[LexborNode]) -> list[LexborNode]:
    """Nodes that lie in no other of them, in the order of the page."""
    known = {node.mem_id for node in nodes}
    return [node for node in nodes if not any(parent.mem_id in known for parent in _parents(node))]


def _parents(node: LexborNode) -> list[LexborNode]:
    found = []
    parent = node.parent
    while parent is not None:
        found.append(parent)
        parent = parent.parent
    return found
