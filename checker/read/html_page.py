"""A web page -> the element that holds the paper, without the furniture of the site around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.lazy import lazily
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

_FURNITURE = lazily(
    r"""(?x) (?:^|[\s_-])
    (?: nav|navbar|topnav|mainnav|menu|submenu|header|head|top|topbar|footer|foot|bottom|friendlink|links
      | bread|breadcrumbs?|crumbs?|curb|position|location|dqwz|wz|path
      | share|bdsharebuttonbox|bdshare|social-share|fenxiang|print|dayin|print-title|toolbar|tools?|func
      | search|searchbox|ss|sidebar|side|related|xgwz|xglj|recommend|pagination|prenext
      | qrcode|ewm|erweima|saoma|scan|wza|slh|login|copyright|banner|fontsize|zihao|jiucuo|pinglun|visit )
    (?:$|[\s_-](?:box|bar|wrap|wrapper|con|content|container|area|list|btn|btns|item|inner|cf|clearfix)?\b)"""
)
_MOST_OF = 0.8
_ALMOST_ALL = 0.95
_SMALL = 0.03
_MOST_TRIED = 100
_FEW = 0.3
_FOOTER = 100
_RUN = 6
_DEEPEST = 60
_SITE = lazily("版权所有|ICP备|公网安备|网站标识码|[主承]办(?:单位)?[:：]|技术支持|建议使用|分辨率|扫一扫")
_GRAM = 4
_HAN = lazily(r"[\u4e00-\u9fff]")
_CHINESE = lazily(r"[\u4e00-\u9fff]{4,}")
_CONTAINERS = "body div section article main center form table tbody tr td font span ucapcontent"
_DESCEND = frozenset(_CONTAINERS.split())


def strip_furniture(page: LexborNode) -> None:
    """Take menus, headers, footers, share buttons and scripts out of a page, but nothing that holds most of it."""
    _drop(page.css(", ".join(UNSEEN - {"title", "del"})))
    known = [node for node in page.css("nav, footer, aside, header, [class], [id]") if _is_furniture(node)]
    small = len(page.text()) * _SMALL
    large = [node for node in known if len(node.text()) > small]
    most = len(grams(page)) / 2 if large else 0
    kept = {node.mem_id for number, node in enumerate(large) if number > _MOST_TRIED or len(grams(node)) > most}
    _drop([node for node in known if node.mem_id not in kept])


def _is_furniture(node: LexborNode) -> bool:
    names = f"{node.attributes.get('class') or ''} {node.attributes.get('id') or ''}"
    known = node.tag in {"nav", "footer", "aside", "header"} or _FURNITURE.search(names.strip().lower())
    return bool(known) and node.tag not in {"body", "td", "p"}


def _drop(nodes: list[LexborNode]) -> None:
    for node in _outermost(nodes):  # what lies in a dropped node is gone with it and must not be touched again
        node.decompose()


def find_bodies(page: LexborNode) -> list[LexborNode]:
    """The elements that hold the article: those a known system marks, else the smallest with nearly all the text."""
    whole = len(grams(page))
    if whole < _FEW * len(grams(page, links=True)):
        return [page]  # a list of links is no article; leaving it out would be silence about the page
    for selector in BODIES:
        found = _different(_outermost(page.css(selector)))
        held = len(set().union(*map(grams, found)))
        if held and (held >= whole * _MOST_OF or whole - held <= min(_FOOTER, held)):
            return found
    return [_smallest(page, whole)]


def grams(node: LexborNode, *, links: bool = False) -> set[str]:
    """Every four Chinese characters in a row, from runs of some length outside links (or in them too).

    Articles are made of such runs and menus are not. A set, because pages often hold their article twice, once for
    telephones, in other pieces; then half of the page is as much as all of it.
    """
    return {
        chinese[place : place + _GRAM]
        for text in node.traverse(include_text=True)
        if text.is_text_node
        and len(_HAN.findall(words := text.text_content or "")) >= _RUN
        and not _SITE.search(words)
        and text.parent is not None
        and text.parent.tag not in {"script", "style"}
        and (links or text.parent.tag != "a")
        for chinese in _CHINESE.findall(words)
        for place in range(len(chinese) - _GRAM + 1)
    }


def _different(nodes: list[LexborNode]) -> list[LexborNode]:
    """The nodes without those that hold the same words as one before."""
    kept: list[LexborNode] = []
    known: set[str] = set()
    for node in nodes:
        words = grams(node)
        if len(words - known) > 0.1 * len(words):
            kept.append(node)
            known |= words
    return kept


def _smallest(page: LexborNode, total: int) -> LexborNode:
    best = page
    most = max(total * _ALMOST_ALL, 1)
    for _ in range(_DEEPEST):
        child = next((node for node in best.iter() if len(grams(node)) >= most), None)
        if child is None or child.tag not in _DESCEND or (child.tag == "table" and not is_layout(child)):
            break
        best = child
    return best if best.tag in BLOCKS or best.parent is None else best.parent


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
