"""Stance: what a sentence does with the practice it names, in the wording of drafts."""

import re
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.model import Stance
from checker.segment.stance import Judgement, judge

CASE = re.compile(r"(?:\[(?P<heading>[^\]]*)\])?(?:\{(?P<lead>[^}]*)\})?(?P<before>.*)<<(?P<match>.+)>>(?P<after>.*)")
WORDS = "不得|未|的，|；|：|。|？|“|”|《|》|（|）|取消|应当|提供证明|处罚款|依照|第五条|下列行为|是指|已|等做法|要求"


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
    lines = [case.line for case in cases()]
    assert len(lines) == len(set(lines)) >= 160
    assert {case.stance for case in cases()} == set(Stance)


@pytest.mark.parametrize("case", [case for case in cases() if case.stance is not Stance.IMPOSES])
def test_whatever_is_not_an_order_says_by_which_words(case: Case) -> None:
    assert judged(case.line).cue


@pytest.mark.parametrize(
    ("line", "strength"),
    [
        ("申请人应当<<提供无房证明>>。", "must"),
        ("逾期不改的，<<处五百元罚款>>。", "must"),
        ("街道可以<<收取保证金>>。", "may"),
        ("申请人自愿<<缴纳保证金>>。", "may"),
        ("鼓励<<优先采购本地产品>>。", "encourage"),
        ("引导企业转型，<<优先采购本地产品>>。", "encourage"),
        ("鼓励企业转型，应当<<优先采购本地产品>>。", "must"),
    ],
)
def test_an_encouragement_imposes_with_less_strength(line: str, strength: str) -> None:
    assert judged(line)[::2] == (Stance.IMPOSES, strength)


@pytest.mark.parametrize(
    ("line", "cue", "titled"),
    [
        ("依照《中华人民共和国消防法》第六十条，<<处五千元罚款>>。", "依照《中华人民共和国消防法》第六十条", True),
        ("根据《收养法》<<提交证明>>。", "根据《收养法》", True),
        ("由公安机关依法<<处以罚款>>。", "依法", False),
        ("按照国家有关规定<<收取押金>>。", "按照国家有关规定", False),
        ("法律法规规定<<应当提供证明>>的，从其规定。", "法律法规规定", False),
    ],
)
def test_a_recital_tells_a_titled_law_from_a_vague_word(line: str, cue: str, titled: bool) -> None:
    assert judged(line) == Judgement(Stance.RECITES, cue, titled=titled)


@pytest.mark.parametrize(
    ("line", "cue"),
    [
        ("不得<<要求提供证明>>。", "不得"),
        ("停止<<收取保证金>>。", "停止"),
        ("<<收取保证金>>的，责令退还。", "……的，责令退还"),
        ("不<<提供证明>>的，不予办理。", "不……"),
        ("个人不得拒绝<<提供证明>>。", "不得拒绝"),
        ("申请人应当<<提供证明>>。", "应当"),
    ],
)
def test_the_cue_is_what_decided(line: str, cue: str) -> None:
    assert judged(line).cue == cue


def test_only_the_statement_around_the_practice_is_weighed() -> None:
    clause = "不得设置门槛。申请人应当<<提供证明>>；不得收取费用。"
    assert judged(clause).stance is Stance.IMPOSES


@given(st.lists(st.sampled_from(WORDS.split("|")), min_size=1, max_size=12), st.data())
def test_any_words_in_any_order_are_judged(words: list[str], data: st.DataObject) -> None:
    text = "".join(words)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    assert judge(text, start, end, lead=text, heading=text).stance in Stance
