"""Word files that people and programs have really made."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from checker.read.docx import extract

_CORPUS = Path(__file__).parents[2].parent / "shared" / "corpus"
_ARTICLE = re.compile(r"^\s*(第[一二三四五六七八九十百〇零]+条)", re.MULTILINE)


def corpus(name: str) -> Path:
    folder = _CORPUS / name
    if not folder.is_dir():
        pytest.skip(f"no corpus at {folder.name}")
    return folder


def articles(text: str) -> set[str]:
    return set(_ARTICLE.findall(text))


def test_every_article_of_the_local_regulations_is_found() -> None:
    texts = corpus("text/localreg_wenming")
    known = found = 0
    for path in corpus("word/local_regs").glob("*.docx"):
        text = texts / f"{path.stem}.txt"
        if text.exists():
            expected = articles(text.read_text("utf-8"))
            known += len(expected)
            found += len(expected & articles(extract(path, path.read_bytes()).text))
    assert found >= 0.995 * known > 1000


def test_laws_that_are_imported_web_pages_are_read_to_their_last_article() -> None:
    for path in corpus("word/laws").glob("*.docx"):
        read = extract(path, path.read_bytes())
        assert len(articles(read.text)) >= 50, path.name
        assert read.gaps == ()


def test_automatic_numbers_of_a_sample_are_read() -> None:
    path = next(corpus("word/edge_cases2").rglob("06-*.docx"))
    assert "\n3. " in extract(path, path.read_bytes()).text
