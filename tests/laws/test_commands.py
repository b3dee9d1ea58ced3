"""``checker laws`` and ``checker cite`` as an officer calls them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from checker.cli import main

DRAFT = """某市停车管理办法
第一条 根据《中华人民共和国物权法》《优化营商环境条例》第九十九条和某市停车条例，制定本办法。
第二条 逾期的，依照行政处罚法第七十二条处理。
"""


def _run(*words: str) -> Result:
    return CliRunner().invoke(main, list(words))


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "办法.txt"
    path.write_text(DRAFT, "utf-8")
    return path


def test_cite_lists_every_citation_with_its_verdict(draft: Path) -> None:
    told = _run("cite", str(draft), "--as-of", "2026-11-22", "--format", "json")
    assert told.exit_code == 1
    (paper,) = json.loads(told.stdout)["documents"]
    rows = [(row["quote"], row["article"], row["verdict"]) for row in paper["citations"]]
    assert rows == [
        ("《中华人民共和国物权法》", "", "repealed"),
        ("《优化营商环境条例》第九十九条", "第九十九条", "no_such_article"),
        ("行政处罚法第七十二条", "第七十二条", "in_force"),
    ]
    start, end = paper["citations"][0]["span"]
    assert DRAFT[start:end] == "《中华人民共和国物权法》"
    assert paper["citations"][0]["successor"] == "中华人民共和国民法典"


def test_cite_judges_by_the_day_asked_for(draft: Path) -> None:
    told = _run("cite", str(draft), "--as-of", "2020-06-01")
    assert "已废止" not in told.stdout
    assert "法规库截至" in told.stdout


def test_laws_tell_what_is_known_of_an_act() -> None:
    assert "市场主体登记管理条例" in _run("laws", "status", "公司登记管理条例").stdout
    assert _run("laws", "status", "公司登记管理条例").exit_code == 1
    assert _run("laws", "status", "国办发〔2018〕37号").exit_code == 0
    assert "2021-07-15施行" in _run("laws", "show", "行政处罚法").stdout
    assert "国办发〔2018〕47号" in _run("laws", "list", "证明事项清理").stdout
    missing = _run("laws", "show", "不存在法")
    assert missing.exit_code == 2 and "登记册中没有" in missing.stderr


def test_laws_are_imported_and_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    law = tmp_path / "某国停车条例(2020-06-01).txt"
    law.write_text("某国停车条例\n第一条 为了便利停车，制定本条例。\n第二条 本条例自2020年9月1日起施行。\n", "utf-8")
    assert "导入 1 个版本" in _run("laws", "import", str(law)).stdout
    assert "已有 1 个" in _run("laws", "import", str(law)).stdout
    from checker.laws import load_laws

    load_laws.cache_clear()
    assert "便利停车" in _run("laws", "show", "某国停车条例", "第一条", "--as-of", "2021-01-01").stdout
    load_laws.cache_clear()
