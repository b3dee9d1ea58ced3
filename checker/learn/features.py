"""A sentence to the character n-grams that the second reader weighs."""

from __future__ import annotations

from functools import lru_cache

from checker.lazy import lazily

LONGEST = 4
_LABEL = lazily(
    r"^\s*(?:第[〇零一二三四五六七八九十百千\d]+[条章节款项]|[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．])[\s　]*"
)
_DIGITS = lazily(r"[\d.]+|[〇零一二三四五六七八九十百千万两]{2,}")
_OTHER = lazily(r"[^一-鿿0a-zA-Z]+")


def grams(text: str, lead: str = "") -> set[str]:
    """The distinct n-grams of 1 to ``LONGEST`` characters of folded text, not across punctuation, numbers made alike.

    Those of a lead-in are told apart by a mark, since there stands the verb and here the object.
    """
    return _grams(plain_text(text)) | led_grams(lead)


def plain_text(text: str) -> str:
    """A sentence without its label, every number 0, everything but words a blank."""
    return _OTHER.sub(" ", _DIGITS.sub("0", _LABEL.sub("", text)))


@lru_cache(maxsize=256)
def led_grams(lead: str) -> frozenset[str]:
    """The marked n-grams of a lead-in; none of none."""
    return frozenset("^" + gram for gram in _grams(plain_text(lead)) if len(gram) > 1)


def _grams(plain: str) -> set[str]:
    return {
        piece[start : start + length]
        for piece in plain.split()
        for length in range(1, LONGEST + 1)
        for start in range(len(piece) - length + 1)
    }
