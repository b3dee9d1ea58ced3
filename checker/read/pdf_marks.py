"""What a line's words tell of where it belongs: does it start something new, is the line before it finished."""

from __future__ import annotations

from checker.lazy import lazily

_NUMBER = "[一二三四五六七八九十百千零〇两0-9０-９]{1,5}"
_START = lazily(
    rf"第{_NUMBER}(?:编|分编|章|节|条|部分|篇|号)(?:之{_NUMBER})?"
    rf"|[一二三四五六七八九十]{{1,3}}[、．.]"
    rf"|[（(]{_NUMBER}[）)]"
    r"|[0-9０-９]{1,3}(?:[、．]|\.(?![0-9])|[)）])"
    r"|[0-9]{1,2}(?:\.[0-9]{1,2}){1,3}(?=[\s\u2e80-\u9fff])"
    r"|[①-⑳㈠-㈩]|[●■◆□☑☐▪•]"
    r"|附\s*[件表录则图][一二三四五六七八九十0-9]{0,3}(?:[:：\s]|$)"
    r"|目\s*[录次]$|附\s*则$|抄\s*送[:：]"
)
_SPACED = lazily(rf"第{_NUMBER}(?:编|分编|章|节|条|部分|篇)(?:之{_NUMBER})?(?:[\s\u3000]|$)")
_NUMBER_OF_PAPER = lazily(rf"第{_NUMBER}号$")
_CITED = lazily(rf"第{_NUMBER}[编章节条](?:之{_NUMBER})?[的规第款项、，至或和及中所以之）》]")
_CLOSED = lazily(r"[。！？；：…:;!?][”’」』）)》〉\]]*$")
_FULL_STOP = lazily(r"[。！？…!?][”’」』）)》〉\]]*$")
_CARRIES_ON = lazily(
    r"(?:[、，,（(《〈“‘「『第和与及或至由对向按将的以为在]|或者|以及|根据|依照|按照|违反|符合|适用|关于|印发|本法|本条例|本办法|本规定|前款)$"
)
_LEADERS = lazily(r"(?:[.·…．。]\s?){4,}\s*[-—]?\s*\d*\s*[-—]?$")
_OPEN = {"（(": "）)", "《": "》", "〈": "〉", "“": "”"}


def starts_new(text: str) -> bool:
    """Whether a line begins as articles, items, headings and attachments do."""
    return _START.match(text) is not None


def surely_starts(text: str) -> bool:
    """Whether a line begins as only an article or a chapter does, with a blank after its number."""
    return _SPACED.match(text) is not None or _NUMBER_OF_PAPER.match(text) is not None


def is_label(text: str) -> bool:
    """Whether the text is the number of an article, a chapter or an item, and nothing more."""
    return _START.fullmatch(text) is not None


def cites(text: str) -> bool:
    """Whether a line begins with the number of an article that it speaks about (“第十三条规定的……”)."""
    return _CITED.match(text) is not None


def is_closed(text: str) -> bool:
    """Whether a line ends as a sentence or a part of one that may end a paragraph."""
    return _CLOSED.search(text) is not None


def is_full_stop(text: str) -> bool:
    """Whether a line ends as a sentence does."""
    return _FULL_STOP.search(text) is not None


def carries_on(text: str) -> bool:
    """Whether a line ends in a word that cannot end a paragraph."""
    return _CARRIES_ON.search(text) is not None


def has_leaders(text: str) -> bool:
    """Whether a line ends as a line of a table of contents does (“总则……………… 3”)."""
    return _LEADERS.search(text) is not None


def is_open(text: str) -> bool:
    """Whether a bracket that was opened is still open at the end."""
    return any(_last(text, opening) > _last(text, closing) for opening, closing in _OPEN.items())


def _last(text: str, chars: str) -> int:
    return max(text.rfind(char) for char in chars)
