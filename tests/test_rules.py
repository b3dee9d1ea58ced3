"""Every rule is held to its own examples."""

from __future__ import annotations

import pytest

from checker.api import load_rules
from checker.examples import problems
from checker.laws import load_laws
from checker.model import Rule

RULEBOOK = load_rules()
LAWS = load_laws()


@pytest.mark.parametrize("rule", RULEBOOK.rules, ids=lambda rule: rule.id)
def test_rule_finds_what_it_marks_and_lawful_wording_is_left_alone(rule: Rule) -> None:
    assert problems(rule, RULEBOOK, LAWS) == ()


@pytest.mark.parametrize("rule", RULEBOOK.rules, ids=lambda rule: rule.id)
def test_rule_has_examples_enough(rule: Rule) -> None:
    assert len(rule.violations) >= 2
    assert len(rule.compliant) >= 3
