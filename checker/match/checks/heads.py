"""What stands at the head and the foot of a paper: title, number, signature, date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from checker.lazy import lazily
from checker.match.checks.places import is_whole, last_line, title, title_span, words
from checker.model import Document, Severity, Span, Trial
from checker.segment.head import ENDS_AS_TITLE

_MADE_UP = lazily(
    r"关于[^。]{2,60}(?:的|之)?(?:请示报告|报告请示|申请报告|情况汇报|申请|答复函|公函|通知通报|通报通知|通知公告|补充说明通知)$"
)
_CARRIES = lazily("印发|报送|公布|发布|转发|下达|批转")
_MARKS = lazily(r"[。；，！？]|、$|：$")
_DOUBLED = lazily(r"关于关于|的的|的通知的通知|关于[^关《]{0,40}关于[^关《]{2,40}的通知的通知|通知通知$")
_PLAIN_TITLE = lazily(r"^关于|^印发|^转发|^加强|^做好|^进一步")
_FORMAL = lazily(r"(?:的)?(?:通知|意见|决定|通报|批复|函|请示|报告)$")
_NO_NUMBER = lazily(r"公告|通告|公示|令$|征求意见|草案|送审|代拟|讨论稿")
_ZERO = lazily(r"年 ?0\d ?月|月 ?0\d ?日")
_HAN_DATE = lazily(r"[一二][〇○零OО一二三四五六七八九]{3} ?年")
_SHORT_DATE = lazily(r"\d{4} ?[-./．／] ?\d{1,2} ?[-./．／] ?\d{1,2}$")
_UNFINISHED = lazily(
    r"^(?:.{0,24} )?(?:20\d\d|二[〇○零][一二三四五六七八九〇○零]{2}) ?年 ?(?:\d{1,2}|[一二三四五六七八九十]{1,3}) ?月$"
)
_BLANK_DATE = lazily(r"(?:20\d\d|20[×xX_ ]{1,2}|[×xX_ ]{2,4}) ?年 {0,4}[×xX_]{0,2} {0,4}月 {0,4}[×xX_]{0,2} {0,4}日$")
_OWN_TYPE = lazily("条例|法")
_NAMES = lazily(r"(?:政府|委员会|委|局|厅|部|办|办公室|小组|中心|院|处|会)(?:（[^）]*）)?\s*$")
_LONGEST_NAME = 60
_ALONE = lazily(r"^ *[^\n，。]{1,20}[〔\[【（](?:19|20)\d\d[〕\]】）] ?第?\d{1,5} ?号 *$", re.MULTILINE)
_HEAD = 600
_NEAR = 3
_ORGAN_TITLE = lazily(
    r"^[^《》关]{2,30}(?:政府|局|委员会|委|厅|部|办公室|办公厅|办|中心|处)关于.{2,80}(?:通知|意见|决定|通报)$"
)
_SEARCHED = 12


def title_without_type(document: Document, day: date) -> Iterator[Trial]:
    """关于做好2026年防汛工作: no 通知, 意见 or the like at its end."""
    if document.title is None or document.media in ("html", "text/html"):
        return
    name = title(document)
    if not ENDS_AS_TITLE.search(name) and name.startswith("关于"):
        cap = None if is_whole(document) else Severity.INFO
        yield Trial(title_span(document), True, "标题没有文种", cap)


def made_up_type(document: Document, day: date) -> Iterator[Trial]:
    """请示报告, 申请, 公函: not one of the fifteen kinds of official paper."""
    name = title(document)
    if document.title is not None and _MADE_UP.search(name) and not _CARRIES.search(name):
        yield Trial(title_span(document), True, "不是法定文种")


def title_marks(document: Document, day: date) -> Iterator[Trial]:
    """A full stop or comma in the title, 关于关于, 的通知的通知."""
    name = title(document)
    plain = re.sub(r"《[^》]*》|（[^）]*）|“[^”]*”", "", name)
    if document.title is not None and (_MARKS.search(plain) or _DOUBLED.search(name)) and "关于" in name:
        yield Trial(title_span(document), True, "标题用了标点或者字词重复")


def title_without_organ(document: Document, day: date) -> Iterator[Trial]:
    """关于…的通知 as the whole title: the issuing organ is not named."""
    name = title(document)
    if document.title is not None and _PLAIN_TITLE.match(name) and _FORMAL.search(name):
        yield Trial(title_span(document), True, "标题没有发文机关名称")


def missing_number(document: Document, day: date) -> Iterator[Trial]:
    """A paper that has everything else of an issued one, and no number.

    Web pages and collections tell the number beside the paper; only one that begins with its own full title counts.
    """
    name = title(document)
    if document.number is not None or document.title is None or _NO_NUMBER.search(name) or not _issued(document):
        return
    if _ALONE.search(document.folded[:_HEAD]):
        return
    whole = is_whole(document, "number") and _begins_with_title(document)
    cap = None if whole or _bare(document) else Severity.INFO
    yield Trial(title_span(document), True, "未见发文字号", cap)


def _bare(document: Document) -> bool:
    """Title with its organ and addressee at the head of the file, and neither number, signature nor date."""
    if document.title is None or document.number or document.signature or document.dated_at:
        return False
    if document.folded[: document.title.start].strip() or not _ORGAN_TITLE.search(title(document)):
        return False
    kinds = [clause.kind for clause in document.clauses[:_NEAR]]
    return "addressee" in kinds


def _begins_with_title(document: Document) -> bool:
    """The first words of the file are the title, and the organ that signs stands in it."""
    if document.title is None or document.signature is None:
        return False
    if document.folded[: document.title.start].strip() or "发布《" in title(document):
        return False
    signer = re.sub(r"\s", "", words(document, document.signature))
    return title(document).startswith(signer)


def missing_signature(document: Document, day: date) -> Iterator[Trial]:
    """A paper that has everything else of an issued one, and is signed by nobody."""
    if document.signature is not None or _signed_above(document):
        return
    if is_whole(document, "signature") or _bare(document):
        yield Trial(document.dated_at or last_line(document), True, "未见署名")
    elif _issued(document):
        yield Trial(last_line(document), True, "未见署名", Severity.INFO)


def _signed_above(document: Document) -> bool:
    """Whether the line above the date names an organ, if in a way that is not told as a signature."""
    if document.dated_at is None:
        return False
    line = document.folded[: document.dated_at.start].rstrip().rpartition("\n")[2]
    return len(line) < _LONGEST_NAME and "。" not in line and bool(_NAMES.search(line))


def missing_date(document: Document, day: date) -> Iterator[Trial]:
    """A paper that has everything else of an issued one, and no date; or whose date lacks the day."""
    if document.dated_at is not None:
        return
    if blank := _unfinished(document):
        yield Trial(blank, True, "成文日期不完整")
    elif is_whole(document, "date"):
        yield Trial(document.signature or last_line(document), True, "未见成文日期")
    elif _issued(document):
        yield Trial(last_line(document), True, "未见成文日期", Severity.INFO)


def date_form(document: Document, day: date) -> Iterator[Trial]:
    """2025年05月01日, 二〇二五年五月一日, 2025.5.1 as the date of the paper."""
    if document.dated_at is None or (document.dated is not None and document.dated.year < 2013):
        return
    written = words(document, document.dated_at)
    if _ZERO.search(written) or _HAN_DATE.match(written) or _SHORT_DATE.search(written):
        yield Trial(document.dated_at, True, "成文日期写法不规范")


def titled_as_law(document: Document, day: date) -> Iterator[Trial]:
    """关于印发《某县犬只管理条例》的通知: what only a legislature may name so."""
    name = title(document)
    own = re.search(r"(?:印发|发布|公布|颁布|制定|出台)(?:《([^》]+)》|([^》]{2,40}?条例(?:（[^）]*）)?)的)", name)
    carried = re.sub(r"（[^）]*）", "", own[1] or own[2]) if own else ""
    if document.title is None or re.search("贯彻|落实|宣传|实施方案|实施细则|学习|执行|转发", name):
        return
    if carried.endswith("条例") and not re.search("人民代表大会|人大常委会|国务院", name):
        yield Trial(title_span(document), True, "行政规范性文件不得称条例")


def _issued(document: Document) -> bool:
    """Whether the paper at least looks issued: two of number, addressee, signature and date stand, or it is bare."""
    if _bare(document):
        return True
    addressee = any(clause.kind == "addressee" for clause in document.clauses)
    return (
        sum((document.number is not None, addressee, document.signature is not None, document.dated_at is not None))
        >= 2
    )


def _unfinished(document: Document) -> Span | None:
    """A last line that is a year and a month alone, or has blanks for them."""
    own = [c for c in document.clauses if document.parts[c.part].kind in ("notice", "act") and c.kind != "cell"]
    for clause in own[-_SEARCHED:]:
        line = words(document, clause.span)
        if len(line) < 40 and (_UNFINISHED.search(line) or _BLANK_DATE.search(line)):
            return clause.span
    return None
