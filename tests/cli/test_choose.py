from __future__ import annotations

import pytest

from checker.cli.choose import choose
from checker.errors import ConfigError
from checker.rulebook import Rulebook
from tests.report.papers import RULES

BOOK = Rulebook(RULES, "abc")


@pytest.mark.parametrize(
    ("select", "ignore", "left"),
    [
        ((), (), ["certificates/asks-proof", "penalties/sets-fine", "wording/vague-date"]),
        (("penalties/sets-fine",), (), ["penalties/sets-fine"]),
        (("wording/",), (), ["wording/vague-date"]),
        (("A-penalty", "C"), (), ["certificates/asks-proof", "penalties/sets-fine"]),
        (("A，W",), (), ["penalties/sets-fine", "wording/vague-date"]),
        ((), ("A",), ["certificates/asks-proof", "wording/vague-date"]),
        ((), ("F",), ["certificates/asks-proof", "penalties/sets-fine", "wording/vague-date"]),
        (("A", "W"), ("wording",), ["penalties/sets-fine"]),
    ],
)
def test_names_choose_rules(select: tuple[str, ...], ignore: tuple[str, ...], left: list[str]) -> None:
    assert [rule.id for rule in choose(BOOK, select, ignore).rules] == left


@pytest.mark.parametrize(
    ("name", "near"),
    [("penalties/set-fine", "penalties/sets-fine"), ("a-penalty", "A-penalty"), ("wordings", "wording")],
)
def test_unknown_name_is_an_error_with_the_nearest(name: str, near: str) -> None:
    with pytest.raises(ConfigError, match=f"没有名为 {name} .*是不是 .*{near}"):
        choose(BOOK, (name,), ())
