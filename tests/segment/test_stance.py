"""Stance: what a sentence does with the practice it names, in the wording of drafts."""

import re
from pathlib import Path
from typing import NamedTuple

import pytest

from checker.model import Stance
from checker.segment.stance import Judgement, judge

CASE = re.compile(r"(?:\[(?P<heading>[^\]]*)\])?(?:\{(?P<lead>[^}]*)\})?(?P<before>.*)<<(?P<match>.+)>>(?P<after>.*)")


class Case(NamedTuple):
    line: str
    stance: Stance


def cases() -> list[Case]:
    found: list[Case] = []
    stance = Stance.IMPOSES
    for line in (Path(__file__).parent / "stance.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("== "):
            stance = Stance(line.split()[1])
        elif line and not line.startswith("#"):
            found.append(Case(line, stance))
    return found


def judged(line: str) -> Judgement:
    case = CASE.fullmatch(line)
    assert case
    start = len(case["before"])
    sentence = case["before"] + case["match"] + case["after"]
    return judge(sentence, start, start + len(case["match"]), case["lead"] or "", case["heading"] or "")


@pytest.mark.parametrize(("line", "stance"), cases())
def test_a_sentence_takes_its_stance(line: str, stance: Stance) -> None:
    assert judged(line).stance is stance


def test_the_table_is_large_and_covers_every_stance() -> None:
    assert len(cases()) >= 160
    assert {case.stance for case in cases()} == set(Stance)
