"""One sentence -> the edges of its words, as jieba cuts without its hidden Markov model, with our own lexicon.

Three engines cut alike: jieba's algorithm over a memory-mapped trie (ready in milliseconds), rjieba (many times
faster, slow to load) and jieba itself (where neither of the others is installed).
"""

from __future__ import annotations

import os
import warnings
from collections.abc import Callable, Iterable
from functools import cache
from importlib.util import find_spec
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

from checker.resources import cache_folder, rules_folder

Cut = Callable[[str], Iterable[str]]
"""Cuts a text into words; joined they are the text."""

_KNOWN = 5000
_WORTH_LOADING = 150_000
"""From so many characters on, rjieba's speed makes up for the time it takes to load."""


class Entry(NamedTuple):
    """A line of ``rules/lexicon.txt``: frequency 0 makes jieba forget the word."""

    word: str
    frequency: int


def edges(text: str) -> frozenset[int]:
    """Offsets in ``text`` (one sentence) where a word begins or ends, 0 and its length among them."""
    return frozenset(accumulate(map(len, _segmenter()(text)), initial=0))


@cache
def lexicon() -> tuple[Entry, ...]:
    """The words jieba must know or forget: ``词``, ``词 频``, or ``-词``; # starts a remark."""
    path = rules_folder() / "lexicon.txt"
    rows = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
    return tuple(_entry(row) for row in (row.partition("#")[0].strip() for row in rows) if row)


def _entry(row: str) -> Entry:
    if row.startswith("-"):
        return Entry(row[1:].strip(), 0)
    word, _, frequency = row.partition(" ")
    return Entry(word, int(frequency) if frequency else _KNOWN)


class Segmenter:
    """Starts with the engine that is ready first and goes over to the fast one when there is much to cut."""

    def __init__(self) -> None:
        self.cut = _first_engine()
        self.left = _WORTH_LOADING

    def __call__(self, text: str) -> Iterable[str]:
        if self.left > 0:
            self.left -= len(text)
            if self.left <= 0:
                self.cut = with_rjieba() or self.cut
        return self.cut(text)


@cache
def _segmenter() -> Segmenter:
    return Segmenter()


def _first_engine() -> Cut:
    return with_trie() or with_rjieba() or with_jieba()


def with_trie() -> Cut | None:
    """jieba's algorithm over a memory-mapped trie, None where marisa-trie or jieba's dictionary is missing."""
    if find_spec("marisa_trie") is None:
        return None
    from checker.segment.trie import open_trie

    folder = _private_folder()
    return open_trie(lexicon(), folder) if folder else None


def with_rjieba() -> Cut | None:
    """The engine in Rust, None where it is not installed."""
    if find_spec("rjieba") is None:
        return None
    import rjieba

    engine = rjieba.Jieba()
    for word, frequency in lexicon():
        engine.add_word(word, frequency, "n")
    return lambda text: engine.cut(text, hmm=False)


def with_jieba() -> Cut:
    """jieba itself, silent, its cache file in our private folder."""
    with warnings.catch_warnings():
        # Its import runs into deprecated parts of setuptools.
        warnings.simplefilter("ignore")
        import jieba

    jieba.setLogLevel(60)
    engine = jieba.Tokenizer()
    # Without a private folder jieba keeps no cache at all: a shared one could be planted.
    engine.tmp_dir = str(_private_folder() or os.devnull)
    for word, frequency in lexicon():
        engine.add_word(word, frequency)
    return lambda text: engine.cut(text, HMM=False)


def _private_folder() -> Path | None:
    try:
        return cache_folder()
    except OSError:
        return None
