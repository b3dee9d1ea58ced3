"""A folder of two rules and of drafts, and the command run in it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from checker.cli import main

RULE = """\
id: {name}
area: {area}
title: {title}
severity: {severity}
applies_to: [normative]
basis:
  - law: 中华人民共和国行政处罚法
    article: 第十六条
    gist: 其他规范性文件不得设定行政处罚
match:
  kind: terms
  groups: [[{first}], [{second}]]
message: 「{{text}}」不妥。
suggestion: 删去。
traps: [有上位法依据的]
examples:
  violation: [逾期的<<{first}五百元{second}>>。, 违者<<{first}一千元{second}>>。]
  compliant: [按时办理。, 不收费用。, 依法处理。]
"""
FAULTY = "某市小餐饮管理办法\n第一条 为了规范小餐饮经营，制定本办法。\n第二条 逾期未备案的，处以五百元罚款。\n"
CLEAN = "某市小餐饮管理办法\n第一条 为了规范小餐饮经营，制定本办法。\n"

Run = Callable[..., Result]


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder, which is also the working folder: ``rules`` and ``drafts``."""
    files = {
        "rules/penalties/sets-fine.yaml": RULE.format(
            name="penalties/sets-fine",
            area="A-penalty",
            title="自行设定罚款",
            severity="error",
            first="处以",
            second="罚款",
        ),
        "rules/wording/vague-purpose.yaml": RULE.format(
            name="wording/vague-purpose",
            area="W-vague",
            title="目的不明",
            severity="info",
            first="规范",
            second="经营",
        ),
        "drafts/有错.txt": FAULTY,
        "drafts/合规.txt": CLEAN,
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def run(place: Path) -> Run:
    """Run a command in the folder; no exception may come out of it."""

    def run(*words: str, input: bytes | None = None) -> Result:
        result = CliRunner().invoke(main, words, input=input, prog_name="checker")
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        return result

    return run


@pytest.fixture
def check(run: Run) -> Run:
    """Run ``check`` with the rules of the folder."""

    def check(*words: str, input: bytes | None = None) -> Result:
        return run("check", "--rules", "rules", "--as", "normative", *words, input=input)

    return check
