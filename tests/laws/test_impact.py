"""Which papers and rules rest on a law or an article."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from checker.cli import main

PAPERS = {
    "一.txt": "某市扬尘管理办法\n第一条 根据《中华人民共和国大气污染防治法》第六十九条，制定本办法。\n",
    "二.txt": "某市听证办法\n第一条 依照《行政处罚法》第四十二条举行听证。\n某市人民政府\n2019年3月1日\n",
    "三.txt": "某市听证细则\n第一条 依照《行政处罚法》第四十条、第六十三条举行听证。\n某市人民政府\n2023年3月1日\n",
    "四.txt": "某市生态环境办法\n第一条 依照《生态环境法典》第三条，制定本办法。\n",
    "五.txt": "某市停车办法\n第一条 停车应当有序。\n",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in PAPERS.items():
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


def _run(*words: str) -> Result:
    return CliRunner().invoke(main, ["impact", *words])


def _told(*words: str) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(_run(*words, "--format", "json").stdout)
    return told


def _papers(told: dict[str, Any]) -> dict[str, list[str]]:
    return {Path(one["path"]).name: [row["via"] for row in one["citations"]] for one in told["documents"]}


def test_a_new_code_touches_papers_that_rest_on_what_it_replaced(folder: Path) -> None:
    told = _told("生态环境法典", str(folder))
    assert _papers(told) == {"一.txt": ["已被代替的《中华人民共和国大气污染防治法》"], "四.txt": [""]}
    assert "citations/merged-into-ecology-code" in {rule["id"] for rule in told["rules"]}


def test_an_article_is_found_under_the_number_it_had_on_the_paper_s_day(folder: Path) -> None:
    told = _told("行政处罚法", "第六十三条", str(folder))
    assert _papers(told) == {"二.txt": ["修订前的第四十二条，现为第六十三条"], "三.txt": [""]}
    assert _papers(_told("行政处罚法", "42", str(folder))) == {}


def test_rules_are_told_by_the_article_of_their_basis(folder: Path) -> None:
    told = _told("《中华人民共和国行政处罚法》", "十六", str(folder))
    assert "penalties/sets-fine" in {rule["id"] for rule in told["rules"]} and told["article"] == "16"
    words = _run("行政处罚法", "第十六条", str(folder)).stdout
    assert "penalties/sets-fine" in words and "《中华人民共和国行政处罚法》第十六条：0 份文件" in words


def test_what_cannot_be_looked_up_or_read_is_told(folder: Path) -> None:
    for words in (("不存在法", str(folder)), ("行政处罚法",), ("行政处罚法", "第九条")):
        assert _run(*words).exit_code == 2
    (folder / "坏.docx").write_bytes(b"PK\3\4 broken")
    told = _run("生态环境法典", str(folder))
    assert told.exit_code == 2 and "坏.docx" in told.stderr and "2 份文件" in told.stdout
