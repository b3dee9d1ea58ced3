from __future__ import annotations

import pytest

from tests.cli.conftest import Run

RULES = ("--rules", "rules")


def test_sentence_of_a_file_is_explained(run: Run) -> None:
    shown = run("explain", "drafts/有错.txt:3", "--as", "normative", *RULES).stdout
    assert "第3行  第二条" in shown
    assert "指出（错误）  自行设定罚款  penalties/sets-fine" in shown
    assert "wording/vague-purpose" not in shown


def test_rule_kept_away_by_the_kind_of_document_is_told(run: Run) -> None:
    shown = run("explain", "drafts/有错.txt:3", "--as", "minutes", *RULES).stdout
    assert "penalties/sets-fine：本文件判为会议纪要，这条规则只适用于行政规范性文件" in shown


def test_sentence_that_no_rule_looked_at_is_told(run: Run) -> None:
    assert "没有规则看过这句话" in run("explain", "drafts/有错.txt:1", *RULES).stdout


def test_sentence_given_by_hand_is_explained(run: Run) -> None:
    assert "penalties/sets-fine" in run("explain", "--text", "违者处以五百元罚款。", *RULES).stdout


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ((), "二者选一"),
        (("drafts/有错.txt:1", "--text", "甲"), "二者选一"),
        (("drafts/有错.txt",), "应写作 文件:行"),
        (("drafts/有错.txt:99",), "没有读到第99行"),
        (("没有.txt:1",), "没有.txt：找不到这个文件"),
    ],
)
def test_wrong_use_is_told(run: Run, words: tuple[str, ...], says: str) -> None:
    result = run("explain", *words, *RULES)
    assert result.exit_code == 2
    assert says in result.stderr
