"""The whole line against the plain pipeline, A B A B in one run, on one core: ratios of characters a second.

    python bench/line.py TEXT_FOLDER PLAIN.py [--files N] [--pairs N]

The plain pipeline is jieba on everything and one ``re`` loop over its patterns (``patterns.txt`` beside it).
"""

from __future__ import annotations

import argparse
import importlib.util
import statistics
import time
from pathlib import Path
from typing import Any

from checker.api import check_text, load_rules
from checker.classify import classify
from checker.laws import load_laws
from checker.read import read_text
from checker.segment import segment


def main() -> None:
    """Print the medians and the ratios pair by pair."""
    options = arguments()
    texts = sample(options.folder, options.files)
    size = sum(map(len, texts))
    plain = load_plain(options.plain)
    rulebook, laws = load_rules(), load_laws()
    documents = [classify(segment(read_text(text)), "normative") for text in texts]
    work = {
        "plain, whole": lambda: [plain_whole(plain, text) for text in texts],
        "ours, whole": lambda: [check_text(text, rulebook, kind="normative") for text in texts],
        "plain, patterns": lambda: [plain_patterns(plain, text) for text in texts],
        "ours, matching": lambda: [match(document, rulebook, laws) for document in documents],
        "ours, segmenting": lambda: [classify(segment(read_text(text))) for text in texts],
    }
    for job in work.values():
        job()
    seconds = {name: [] for name in work}
    for _ in range(options.pairs):
        for name, job in work.items():
            start = time.process_time()
            job()
            seconds[name].append(time.process_time() - start)
    print(f"{len(texts)} files, {size} characters, {len(rulebook.rules)} rules, {options.pairs} pairs")
    for name, times in seconds.items():
        print(f"{name:18s} {size / statistics.median(times) / 1e6:6.2f} Mchar/s")
    for a, b in (
        ("plain, whole", "ours, whole"),
        ("plain, whole", "ours, matching"),
        ("plain, patterns", "ours, matching"),
    ):
        ratios = [x / y for x, y in zip(seconds[a], seconds[b], strict=True)]
        print(f"{a} / {b}: {statistics.median(ratios):.2f} [{min(ratios):.2f}..{max(ratios):.2f}]")


def arguments() -> Any:
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("plain", type=Path)
    parser.add_argument("--files", type=int, default=120)
    parser.add_argument("--pairs", type=int, default=5)
    return parser.parse_args()


def sample(folder: Path, count: int) -> list[str]:
    files = sorted(folder.rglob("*.txt"))
    return [file.read_text("utf-8", errors="replace") for file in files[:: max(1, len(files) // count)][:count]]


def load_plain(path: Path) -> Any:
    spec = importlib.util.spec_from_file_location("plain", path)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    module.jieba.setLogLevel(60)
    return module


def plain_whole(plain: Any, text: str) -> int:
    return len(plain.jieba.lcut(text)) + plain_patterns(plain, text)


def plain_patterns(plain: Any, text: str) -> int:
    return sum(1 for pattern in plain.PATTERNS for _ in pattern.finditer(text))


def match(document: Any, rulebook: Any, laws: Any) -> int:
    from checker.engine import check

    return len(check(document, rulebook, laws).findings)


if __name__ == "__main__":
    main()
