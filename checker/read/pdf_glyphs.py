"""Runs of characters -> their text as the author typed it: without gaps taken for blanks, and without doubles.

pdfium puts a blank wherever it sees a gap: between Chinese and Latin letters, between letters set wide apart. And
it gives a letter twice that was printed twice to look bold.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from statistics import median

from checker.lazy import lazily
from checker.read.clean import tidy
from checker.read.pdf_page import Glyphs, Run

_SAME = 0.12
"""Letters printed twice to look bold are moved by less than this share of their size."""
_GAP = lazily("(?<=[\u2e80-\uffef]) (?=[^ ])|(?<=[^ ]) (?=[\u2e80-\uffef])")
_TWICE = lazily(r"([^\s.·…_\-—])\1")
_LABEL = lazily("第[一二三四五六七八九十百千零〇0-9]+[编章节条]")
_HYPHEN = "\x02"  # how pdfium tells a hyphen at the end of a line
_WIDE = lazily("[\u2e80-\uffef]")


def texts(glyphs: Glyphs, runs: Sequence[Run]) -> list[str]:
    """The text of each run."""
    gaps = [_gaps(glyphs, run) for run in runs]
    usual = _usual_gap(runs, gaps)
    found = (_text(glyphs, run, widths, usual) for run, widths in zip(runs, gaps, strict=True))
    return [tidy(text.replace(_HYPHEN, "-")) for text in found]


def _gaps(glyphs: Glyphs, run: Run) -> dict[int, float]:
    """Width of each blank that pdfium made next to a Chinese character."""
    piece = glyphs.text[run.start : run.end]
    if " " not in piece:
        return {}
    places = [run.start + match.start() for match in _GAP.finditer(piece)]
    return {at: glyphs.box(at + 1)[0] - glyphs.box(at - 1)[2] for at in places if glyphs.is_generated(at)}


def _usual_gap(runs: Sequence[Run], gaps: Sequence[dict[int, float]]) -> float:
    """The gap between letters where a page sets them apart; 0 where it does not."""
    widths = [width for found in gaps for width in found.values()]
    letters = sum(run.end - run.start - len(found) for run, found in zip(runs, gaps, strict=True))
    return median(widths) if len(widths) > 0.4 * letters else 0.0


def _text(glyphs: Glyphs, run: Run, gaps: dict[int, float], usual: float) -> str:
    piece = glyphs.text[run.start : run.end]
    usual = max(usual, _own_gap(piece, gaps))
    label = _LABEL.match(piece)
    kept = run.start + label.end() if label else -1
    dropped = {at for at, width in gaps.items() if width < usual + run.wide * 0.5 and at != kept}
    if _is_crowded(piece, run):
        dropped |= _repeated(glyphs, run)
    elif _TWICE.search(piece):
        dropped |= {run.start + match.end() - 1 for match in _TWICE.finditer(piece) if _is_one(glyphs, run, match)}
    if not dropped:
        return piece
    return "".join(char for at, char in enumerate(piece, run.start) if at not in dropped)


def _own_gap(piece: str, gaps: dict[int, float]) -> float:
    """The gap between letters of a run that is set wide by itself, as titles are."""
    pairs = len(piece) - len(gaps) - 1
    return median(gaps.values()) if len(gaps) >= 3 and len(gaps) >= 0.8 * pairs else 0.0


def _is_crowded(piece: str, run: Run) -> bool:
    return len(_WIDE.findall(piece)) * run.wide > 1.5 * (run.box[2] - run.box[0]) + run.wide


def _is_one(glyphs: Glyphs, run: Run, match: re.Match[str]) -> bool:
    first, second = (glyphs.box(run.start + at) for at in (match.start(), match.end() - 1))
    return abs(second[0] - first[0]) < _SAME * run.wide


def _repeated(glyphs: Glyphs, run: Run) -> set[int]:
    """Characters that stand where the same character stands already."""
    seen: dict[str, list[float]] = {}
    repeated = set()
    for at in range(run.start, run.end):
        char, left = glyphs.text[at], glyphs.box(at)[0]
        if any(abs(left - other) < _SAME * run.wide for other in seen.get(char, ())):
            repeated.add(at)
        else:
            seen.setdefault(char, []).append(left)
    return repeated
