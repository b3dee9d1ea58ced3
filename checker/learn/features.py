"""A sentence to the character n-grams that the second reader weighs."""

from __future__ import annotations

from functools import lru_cache

from checker.lazy import lazily

LONGEST = 4
_LABEL = lazily(
    r"^\s*(?:第[〇零一二三四五六七八九十百千\d]+[条章节款项]|[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．])[\s　]*"
)
_DIGITS = lazily(r"[\d.]+|[〇零一二三四五六七八九十百千万两]{2,}")
_PIECE = lazily(r"[一-鿿0a-zA-Z]+")


def grams(text: str, lead: str = "") -> set[str]:
    """The distinct n-grams of 1 to ``LONGEST`` characters of folded text, not across punctuation, numbers made alike.

    Those of a lead-in are told apart by a mark, since there stands the verb and here the object.
    """
    found = _grams(_LABEL.sub("", text))
    return found | _led(lead) if lead else found


@lru_cache(maxsize=256)
def _led(lead: str) -> frozenset[str]:
    return frozenset("^" + gram for gram in _grams(_LABEL.sub("", lead)) if len(gram) > 1)


def _grams(text: str) -> set[str]:
    found: set[str] = set()
    for piece in _PIECE.findall(_DIGITS.sub("0", text)):
        found.update(piece)
        for length in range(2, LONGEST + 1):
            found.update(map("".join, zip(*(piece[start:] for start in range(length)), strict=False)))
    return found
