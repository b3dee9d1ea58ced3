"""Expressions compile once, and what is kept of them is what the interpreter would make."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from checker import store
from checker.api import load_rules
from checker.lazy import compiled, lazily
from checker.match.pattern import Pattern

TEXT = "施工企业应当在本市注册，未经批准的，由街道办事处处以200元以上1000元以下罚款。" * 3


@pytest.mark.parametrize("rule", load_rules().rules, ids=lambda rule: rule.id)
def test_kept_expressions_find_what_compiled_ones_find(rule: object) -> None:
    matcher = getattr(rule, "matcher", None)
    for pattern in matcher.any if isinstance(matcher, Pattern) else ():
        built = store._build(pattern, store._compile(pattern, 0))
        plain = re.compile(pattern)
        assert [m.span() for m in built.finditer(TEXT)] == [m.span() for m in plain.finditer(TEXT)]
        assert (built.groups, built.groupindex, built.flags) == (plain.groups, plain.groupindex, plain.flags)


def test_a_lazy_expression_is_one_in_every_way_used() -> None:
    number = lazily(r"(?P<n>\d+)元")
    assert number.sub("若干元", "罚款200元") == "罚款若干元"
    found = number.search(TEXT)
    assert found is not None and found["n"] == "200"
    assert number.pattern == r"(?P<n>\d+)元"


def test_a_wrong_expression_is_refused_as_ever() -> None:
    with pytest.raises(re.error):
        compiled("(未闭合")


def test_a_damaged_store_is_no_harm(tmp_path: Path) -> None:
    program = "from checker.lazy import compiled; print(compiled('第(.)条').search('第三条')[1])"
    for content in (
        None,
        b"",
        b"[1, 2]\nabc",
        b'[["\xe7\xac\xac(.)\xe6\x9d\xa1", 0, 32, 1, {}, 0, 8]]\n\xff\xff\xff\xff\xff\xff\xff\xff',
    ):
        if content is not None:
            for file in (tmp_path / "hegui-checker").glob("expressions-*"):
                file.write_bytes(content)
        run = subprocess.run(
            [sys.executable, "-c", program],
            capture_output=True,
            encoding="utf-8",
            env={"XDG_CACHE_HOME": str(tmp_path), "PYTHONPATH": str(Path(__file__).parents[1]), "PYTHONUTF8": "1"},
            check=False,
        )
        assert run.stdout == "三\n", run.stderr
