"""Titles of laws and papers into the form by which the register knows them."""

from __future__ import annotations

import re
from functools import lru_cache

from checker.lazy import lazily

_DROP = str.maketrans("", "", " \t\n\u3000《》〈〉<>“”‘’\"'「」『』、,，·")
_BRACKETS = str.maketrans("()[]〔〕【】［］", "（）（）（）（）（）")
_VERSION = lazily(
    r"（(?:(?:19|20)\d\d年?(?:\d{1,2}月\d{1,2}日)?(?:第[一二三四五六七八九十]+次)?"
    r"(?:修正|修订|修改|版|修订版|修正版|修正本|修订本|最新修订|公布|通过)?|(?:最新)?(?:修订|修正)版?)）$"
)


@lru_cache(maxsize=16384)
def title_key(title: str) -> str:
    """《中华人民共和国行政处罚法》（2021年修订） as 行政处罚法: without state, marks, spaces and version.

    （试行） stays: the trial version of an act is another act.
    """
    key = title.translate(_DROP).translate(_BRACKETS).replace("中华人民共和国", "")
    while match := _VERSION.search(key):
        key = key[: match.start()]
    return key


def version_in(title: str) -> str:
    """The year of a version named at the end of a title: 2017 of 行政处罚法（2017年修正）; empty without one."""
    match = _VERSION.search(title.translate(_DROP).translate(_BRACKETS))
    year = re.search(r"(?:19|20)\d\d", match[0]) if match else None
    return year[0] if year else ""


_HEAD = lazily(r"^(?!关于)[^关]{2,40}?(?=关于)")
_WRAPPED = lazily(r"关于(?:印发|发布|公布|颁布|转发)(?P<inner>.{4,})的(?:通知|公告|通告|令|函)$")


def core(key: str) -> str:
    """What is left of a title when its issuer and 关于 are cut off: 加强…工作的通知."""
    return _HEAD.sub("", key).removeprefix("关于")


def inner(key: str) -> str:
    """The act that a covering paper issues: X of …关于印发X的通知; empty for other papers."""
    match = _WRAPPED.search(key)
    return match["inner"] if match else ""
