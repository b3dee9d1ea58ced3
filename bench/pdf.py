"""Pages a second of checker's PDF reader against pdfplumber's extract_text, turn by turn in one process.

pdf.py [--rounds N] FILE…    prints each round and the median of the ratios. Processor time, imports not counted.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median

import pdfplumber

from checker.read.pdf import extract

Reader = Callable[[Path], int]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("files", nargs="+", type=Path)
    options = parser.parse_args()
    _rate(_ours, options.files[:1])  # warm both up: imports, caches
    _rate(_plumber, options.files[:1])
    ratios = []
    for number in range(1, options.rounds + 1):
        ours, plain = _rate(_ours, options.files), _rate(_plumber, options.files)
        ratios.append(ours / plain)
        print(f"round {number}: checker {ours:.0f} pages/s, pdfplumber {plain:.1f} pages/s, ratio {ours / plain:.1f}")
    print(f"median ratio {median(ratios):.1f} [{min(ratios):.1f}..{max(ratios):.1f}]")


def _rate(read: Reader, files: Sequence[Path]) -> float:
    start = time.process_time()
    pages = sum(read(path) for path in files)
    return pages / (time.process_time() - start)


def _ours(path: Path) -> int:
    return extract(path, path.read_bytes()).pages or 0


def _plumber(path: Path) -> int:
    with pdfplumber.open(path) as pdf:
        for page in pdf.pages:
            page.extract_text()
            page.close()
        return len(pdf.pages)


if __name__ == "__main__":
    main()
