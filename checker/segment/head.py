"""The first lines of a paper -> its title, number (发文字号) and addressee (主送机关)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from checker.lazy import lazily
from checker.model import Span
from checker.segment.lines import Line
from checker.segment.numbers import HAN

_TYPES = (
    "通知|公告|通告|通报|意见|决定|决议|命令|令|办法|规定|细则|规则|规程|规范|制度|方案|要点|计划|规划|纲要|预案|措施|政策|条例"
    "|法|报告|总结|纪要|批复|函|请示|公示|说明|解读|问答|指南|指引|须知|手册|清单|目录|合同|协议|协议书|决定书|通知书|告知书"
    "|承诺书|意见书|建议书|标准|公报|名单|一览表|守则|章程|准则|流程|倡议书|汇报|条|举措|表|书|目标|基准|机制|体系|要求|事项"
)
ENDS_AS_TITLE = lazily(rf"(?:{_TYPES})》?[”’]?(?:（[^（）]{{1,30}}）)*》?$")
"""A whole title ends in the name of a kind of paper, with （试行）, （征求意见稿） and the like after it."""

NUMBER = lazily(
    rf"(?:(?<!{HAN}){HAN}{{1,18}}[A-Za-z]{{0,4}} ?[〔\[【［（(﹝〈<「{{] ?(?:19|20)[0-9]{{2}} ?[〕\]】］）)﹞〉>」}}]"
    r" ?(?:[第字]? ?[0-9]{1,5} ?号|[0-9]{1,5}(?= *$))"
    rf"|{HAN}{{2,30}}(?:令|公告|通告) ?(?:（?(?:19|20)[0-9]{{2}}年?）? ?)?第 ?[0-9一二三四五六七八九十百〇零]{{1,6}} ?号"
    r"|(?:（?(?:19|20)[0-9]{2}年?）? ?)?第 ?[0-9一二三四五六七八九十百〇零]{1,6} ?号)"
)
_LABELLED = lazily(r"(?:发文字号|文件编号|公文字号|文 ?号|字 ?号) ?[：| ] ?")
_META = lazily(
    r"^[\[【]? ?(?:法宝引证码|原文链接|https?:|索 ?引 ?号|发布机构|发布单位|发文机关|发文单位|发布日期|发布时间|发文日期|成文日期|来 ?源|信息来源|主题分类|主题词"
    r"|有效性|效力|时效|发文字号|文件编号|文 ?号|作者|编辑|浏览|点击|打印|当前位置|您的位置|首页|分享|字体|生成日期|公开方式|名 ?称|标 ?题"
    r"|密级|紧急程度|签发人)"
)
_MASTHEAD = lazily(r"^.{2,40}文 ?件$")
_PASSED = lazily(r"^（.*(?:通过|公布|发布|修订|修正|施行|印发|批准).*）$")
_SITE = lazily(r" ?[_|-] ?[^\n_|]{0,30}(?:政府|门户|官网|网站|信息网|办公室)[^\n]*$| - [^\n]{0,20}网[^\n]*$")
# A web page saved as one line: its title, _, the name of the site, then all the rest.
_PAGE = lazily(r"([^_\n。]{6,100})_[^_ \n。，]{2,30} ")
_SUBTITLE = lazily(r"^（[^（）]{2,20}）$")
_HAN = lazily(HAN)
_ADDRESSEE = lazily(
    r"^(?:各|有关|相关|全[市县区省]|[局厅委]机关|[^，。：；（]{0,60}?(?:人民政府|委员会|管委会|办事处|局|厅|委|办|部|处室|科室|院|公司"
    r"|单位|部门|机构|企业|学校|中心|协会|医院|银行|专家|同志|代表|市民|居民|业主|家长|朋友|职工|法院)).{0,400}：$",
    re.DOTALL,
)
_NO_ADDRESSEE = lazily("如下|下列|以下|根据|为了|按照|要求|应当|不得|包括|内容|材料|条件|通知：|提出")
_SEARCHED = 24
_ONE_TITLE = 100
_LONGEST = 500
_LONGEST_NUMBER = 24
_WHOLE_LINE = 0.6


@dataclass(slots=True)
class Head:
    """Where the head's pieces are; ``body`` is the index of the first line after it."""

    title: Span | None = None
    number: Span | None = None
    addressee: Span | None = None
    masthead: Span | None = None
    body: int = 0


def read_head(folded: str, lines: list[Line], first: int, last: int, roles: list[str]) -> Head:
    """Read the head of the part made of ``lines[first:last]``; notes the role of each of its lines in ``roles``."""
    head = Head(body=first)
    at = first
    while at < min(last, first + _SEARCHED):
        line = lines[at]
        words = folded[line.start : line.end]
        role, used = _role(folded, lines, at, last, words, head)
        if not role:
            break
        roles[at : at + used] = [role] * used
        at += used
        if role == "title" and head.title is not None and last - first > 1:
            head.body = at
        elif role != "meta":
            head.body = max(head.body, at)
        if role == "addressee":
            break
    head.body = max(head.body, at) if head.title or head.number or head.addressee else first
    if head.body == first:
        roles[first:at] = [""] * (at - first)
    return head


def _role(folded: str, lines: list[Line], at: int, last: int, words: str, head: Head) -> tuple[str, int]:
    """What the line is, and how many lines belong to it; "" where the body begins."""
    line = lines[at]
    if head.title is None and (named := _PAGE.match(words)):
        head.title = Span(line.start, line.start + named.end(1))
        return "", 0
    if len(words) > _LONGEST:
        return "", 0
    if line.table >= 0 or ((found := _find_number(words)) and len(found[0]) >= _WHOLE_LINE * len(words)):
        return _numbered(words, line, head)
    if line.level and not (head.title is None and ENDS_AS_TITLE.search(words) and "关于" in words):
        return "", 0
    if head.title and _is_addressee(words):
        head.addressee = Span(line.start, line.end)
        return "addressee", 1
    if _META.match(words) or not _HAN.search(words):
        return _meta(words, line, head)
    dressing = _dressing(lines, at, words, head)
    return (dressing, 1) if dressing else _title(folded, lines, at, last, words, head)


def _dressing(lines: list[Line], at: int, words: str, head: Head) -> str:
    """A masthead (红头), a note on who passed the act and when, or （征求意见稿） on a line of its own."""
    line = lines[at]
    if head.title is None and _MASTHEAD.match(words):
        head.masthead = Span(line.start, line.end)
        return "meta"
    if _PASSED.match(words):
        return "meta"
    if head.title is None or not _SUBTITLE.match(words):
        return ""
    if at and lines[at - 1].end - head.title.end in (0, 1):
        head.title = Span(head.title.start, line.end)
    return "title"


def _find_number(words: str) -> re.Match[str] | None:
    """A number ends in 号, or in a digit at the end of its line; looking for it in every line takes long."""
    return NUMBER.search(words) if "号" in words or words[-1].isdigit() else None


def _numbered(words: str, line: Line, head: Head) -> tuple[str, int]:
    """A line that is a number and little else, or a row of a table of particulars."""
    if line.table >= 0 and not _META.match(words):
        return "", 0
    found = _find_number(words)
    if found and head.number is None:
        head.number = Span(line.start + found.start(), line.start + found.end())
    return ("number" if line.table < 0 else "meta"), 1


def _meta(words: str, line: Line, head: Head) -> tuple[str, int]:
    if words.endswith("。") and len(words) > _ONE_TITLE:
        return "", 0
    label = _LABELLED.search(words)
    found = NUMBER.search(words, label.end()) if label else None
    if found and head.number is None:
        head.number = Span(line.start + found.start(), line.start + found.end())
    return "meta", 1


def _is_addressee(words: str) -> bool:
    return words[-1] == "：" and bool(_ADDRESSEE.match(words)) and not _NO_ADDRESSEE.search(words)


def _title(folded: str, lines: list[Line], at: int, last: int, words: str, head: Head) -> tuple[str, int]:
    """A title may run over three lines; a second one of 关于…的… is the better of two."""
    used = _title_lines(folded, lines, at, last, words)
    if not used:
        return "", 0
    span = Span(lines[at].start, lines[at + used - 1].end)
    whole = folded[span.start : span.end].replace("\n", "")
    if head.title is None:
        head.title = _bare(folded, span)
        if found := NUMBER.search(folded, max(span.end - _LONGEST_NUMBER, span.start), span.end):
            head.number = head.number or Span(*found.span())
        return "title", used
    if not ENDS_AS_TITLE.search(whole):
        return "", 0
    known = folded[head.title.start : head.title.end]
    if ("关于" in whole and "关于" not in known) or not ENDS_AS_TITLE.search(known):
        head.title = _bare(folded, span)
    elif _squeezed(whole) not in _squeezed(known) and _squeezed(known) not in _squeezed(whole):
        return "", 0
    return "title", used


def _title_lines(folded: str, lines: list[Line], at: int, last: int, words: str) -> int:
    if not _may_be_title(words):
        return 0
    if ENDS_AS_TITLE.search(words) and not _goes_on(words):
        return 1
    joined = words
    for used in (2, 3):
        if at + used > last or lines[at + used - 1].level or lines[at + used - 1].table >= 0:
            break
        line = lines[at + used - 1]
        words = folded[line.start : line.end]
        if not _may_be_title(words) or NUMBER.fullmatch(words):
            break
        joined += words
        if ENDS_AS_TITLE.search(joined) and len(joined) <= _ONE_TITLE + 20:
            return used
    # A heading without the name of a kind of paper (news) needs a body below it.
    return 1 if at + 1 < last and not _is_bare_name(joined) else 0


def _goes_on(words: str) -> bool:
    """《…》 or （… still open at the end of the line: the title goes on."""
    return words.count("《") > words.count("》") or words.count("（") > words.count("）")


def _is_bare_name(words: str) -> bool:
    return len(words) < 4


def _may_be_title(words: str) -> bool:
    return len(words) <= _ONE_TITLE and words[-1] not in "。；：，、" and "。" not in words


def _bare(folded: str, span: Span) -> Span:
    """The title without a curator's 【地名】 and without a 《》 around the whole of it."""
    start, end = span
    if folded[start] == "【" and 0 < (close := folded.find("】", start, end)) < end - 4:
        start = close + 1
    if site := _SITE.search(folded, start, end):
        end = site.start()
    if folded[start] == "《" and folded.find("》", start, end) == end - 1:
        return Span(start + 1, end - 1)
    return Span(start, end)


def _squeezed(words: str) -> str:
    return re.sub(r"（[^（）]*）$|[\s《》“”]", "", words)
