"""Word edges, and the three engines that must cut alike."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

import pytest

from checker.segment import trie, words
from tests.segment.samples import CARRIED_ACT, NOTICE

CORPUS = Path(__file__).parents[3] / "shared" / "corpus" / "text"
SAMPLE = [
    *CARRIED_ACT.splitlines(),
    *NOTICE.splitlines(),
    "由街道办事处罚款五百元，不予处罚款项由财政部门审核。",
    "规范性文件应当经过合法性审核、公平竞争审查。",
    "HTTP/1.1 200 OK GB2760-2011 abc甲乙 3.14%  １２ \t ，。",
    "",
]


def test_edges_keep_a_verb_out_of_a_noun() -> None:
    text = "街道办事处罚款项"
    assert text.index("处") not in words.edges(text)
    assert {0, len(text)} <= words.edges(text)


def test_a_word_of_the_lexicon_is_one_word() -> None:
    text = "规范性文件"
    assert words.edges(text) == {0, len(text)}


def _texts() -> list[str]:
    files = sorted(CORPUS.glob("*/*.txt"))[::150]
    return [line for file in files for line in islice(file.read_text(encoding="utf-8").splitlines(), 30)]


def _assert_alike(texts: list[str]) -> None:
    reference = words.with_jieba()
    for engine in (words.with_trie(), words.with_rjieba()):
        if engine is None:
            pytest.skip("marisa-trie 或者 rjieba 未安装")
        for text in texts:
            assert list(engine(text)) == list(reference(text))


def test_all_engines_cut_alike() -> None:
    _assert_alike(SAMPLE)


def test_all_engines_cut_real_papers_alike() -> None:
    if not CORPUS.is_dir():
        pytest.skip("旁边没有 shared/corpus")
    _assert_alike(_texts())


def test_words_joined_are_the_text() -> None:
    engine = words.with_jieba()
    assert all("".join(engine(text)) == text for text in SAMPLE)


def test_the_segmenter_goes_over_to_the_fast_engine_when_there_is_much_to_cut() -> None:
    segmenter = words.Segmenter()
    segmenter.left = 5
    before = list(segmenter("申请人应当提交证明材料"))
    assert list(segmenter("申请人应当提交证明材料")) == before


def test_a_trie_is_made_once_and_a_folder_that_refuses_it_is_no_error(tmp_path: Path) -> None:
    if words.with_trie() is None:
        pytest.skip("marisa-trie 未安装")
    engine = trie.open_trie([("甲乙丙丁", 5000)], tmp_path)
    assert engine is not None
    assert list(engine("甲乙丙丁")) == ["甲乙丙丁"]
    assert len(list(tmp_path.iterdir())) == 2
    assert trie.open_trie([("甲乙丙丁", 5000)], tmp_path / "missing") is None
