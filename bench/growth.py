"""How time grows with the text and with the number of rules, on one core.

    python bench/growth.py TEXT_FOLDER [--start N] [--times N] [--copies N]

Text: characters of real papers in one text, and a hundred times as many in another; the ratio of the seconds a
character. Rules: the rules that look for words, and a hundred times as many, each copy with a vocabulary of its own;
the ratio of the matching times on the same papers.
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import cycle
from pathlib import Path
from typing import Any

from checker.api import check_text, document, load_rules
from checker.engine import check
from checker.laws import load_laws
from checker.model import Document, Needs, Rule
from checker.read import read_text
from checker.rulebook import Rulebook

_PAIRS = 5
_PRIVATE = 0xE000
"""Copies change a character of every word to one of the private use area, which no paper holds."""


def main() -> None:
    """Print both ratios."""
    options = arguments()
    texts = [file.read_text("utf-8", errors="replace") for file in sorted(options.folder.rglob("*.txt"))]
    of_text(texts, options.start, options.times)
    of_rules(texts[:: max(1, len(texts) // 60)], options.copies)


def arguments() -> Any:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--start", type=int, default=20_000, help="characters of the shorter text")
    parser.add_argument("--times", type=int, default=100, help="how many times longer the longer text is")
    parser.add_argument("--copies", type=int, default=100, help="how many times more rules the larger set has")
    return parser.parse_args()


def of_text(texts: list[str], start: int, times: int) -> None:
    """Seconds a character of one long text against those of short ones with the same words."""
    book = load_rules()
    long = joined(texts, start * times)
    short = [long[at : at + start] for at in range(0, len(long), start)][: min(times, 20)]
    check_text(short[0], book, kind="normative")
    few = [seconds(lambda text=text: check_text(text, book, kind="normative")) / len(text) for text in short]
    much = seconds(lambda: check_text(long, book, kind="normative")) / len(long)
    base = statistics.mean(few)
    print(
        f"{start} characters: {base * 1e6:.2f} us a character; {len(long)}: {much * 1e6:.2f}; {much / base:.2f} times"
    )


def joined(texts: Iterable[str], size: int) -> str:
    """Real papers one after another until there are ``size`` characters."""
    pieces, length = [], 0
    for text in cycle(texts):
        pieces.append(text)
        length += len(text) + 1
        if length >= size:
            return "\n".join(pieces)[:size]
    return ""


def of_rules(texts: list[str], copies: int) -> None:
    """Matching time with many rules against that with few."""
    book, laws = load_rules(), load_laws()
    few = book.only([rule for rule in book.rules if rule.matcher.needs])
    many = few.only([other for copy in range(copies) for rule in few.rules for other in [copied(rule, copy)]])
    papers = [document(read_text(text), "normative") for text in texts if text.strip()]

    def match(rules: Rulebook) -> Callable[[], object]:
        return lambda: [check(paper, rules, laws) for paper in papers]

    match(few)(), match(many)()
    ratios = [seconds(match(many)) / seconds(match(few)) for _ in range(_PAIRS)]
    sizes = f"{len(few.rules)} rules, {len(many.rules)} rules"
    print(f"{sizes}: {statistics.median(ratios):.2f} times [{min(ratios):.2f}..{max(ratios):.2f}]")


def copied(rule: Rule, copy: int) -> Rule:
    """The rule itself as copy 0; else one of other words: it takes as long to ask for, and is found nowhere."""
    if copy == 0:
        return rule
    needs = tuple(tuple(tuple(other(word, copy) for word in group) for group in need) for need in rule.matcher.needs)
    return replace(rule, id=f"{rule.id}-{copy}", matcher=Absent(needs))


def other(word: str, copy: int) -> str:
    """A word of the same length that only this copy has; its first character stays, so that a search begins alike."""
    return word[:1] + chr(_PRIVATE + copy) + word[2:]


class Absent:
    """A matcher that is found by its words and finds nothing more."""

    def __init__(self, needs: tuple[Needs, ...]) -> None:
        self.needs = needs

    def find(self, document: Document, *_: object) -> Iterable[Any]:
        """Nothing."""
        return ()


def seconds(job: Callable[[], object]) -> float:
    """Processor time of one run."""
    start = time.process_time()
    job()
    return time.process_time() - start


if __name__ == "__main__":
    main()
