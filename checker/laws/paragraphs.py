"""The words of an article into paragraphs (款) and items (项), to tell whether a place cited exists."""

from __future__ import annotations

from checker.laws.articles import ArticleRef
from checker.laws.numerals import DIGITS, chinese, number
from checker.lazy import lazily

_ITEM = lazily(rf"^ ?[（(]([{DIGITS}]{{1,4}})[）)]")
_NUMBERED = lazily(r"^ ?\d{1,2}[.．、]")


def paragraphs(article: str) -> list[list[int]]:
    """For each 款 the numbers of its 项; the article is given line by line, its number not included."""
    found: list[list[int]] = []
    for line in filter(None, (line.strip(" \u3000\t") for line in article.splitlines())):
        item = _ITEM.match(line)
        if item and found:
            found[-1].append(number(item[1]))
        elif not _NUMBERED.match(line):
            found.append([])
    return found


def missing_place(ref: ArticleRef, article: str) -> str:
    """Why the place does not exist in the article (第十七条只有一款); empty if it does."""
    found = paragraphs(article)
    if ref.paragraph > len(found):
        return f"{ref.name}只有{chinese(len(found))}款"
    here = found[ref.paragraph - 1] if ref.paragraph else [item for items in found for item in items]
    if ref.item and ref.item not in here:
        return f"{ref.name}{f'第{chinese(ref.paragraph)}款' if ref.paragraph else ''}没有第（{chinese(ref.item)}）项"
    return ""
