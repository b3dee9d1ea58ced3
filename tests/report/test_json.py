from __future__ import annotations

import json
from copy import deepcopy
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from checker.laws import load_laws
from checker.laws.library import Held, Library
from checker.model import AREAS, KINDS
from checker.report.about import About
from checker.report.json import render
from tests.report.papers import ABOUT, RULES, reports

SCHEMA: dict[str, Any] = json.loads((Path(__file__).parents[2] / "docs/findings.schema.json").read_text("utf-8"))


def strict(schema: Any) -> Any:
    """The schema, refusing keys that it does not name."""
    schema = deepcopy(schema)
    if isinstance(schema, dict):
        schema = {key: strict(value) for key, value in schema.items()}
        if "properties" in schema:
            schema["additionalProperties"] = False
    return [strict(value) for value in schema] if isinstance(schema, list) else schema


def rendered(about: About = ABOUT) -> dict[str, Any]:
    value = json.loads("".join(render(reports(), about)))
    assert isinstance(value, dict)
    return value


@pytest.mark.parametrize("schema", [SCHEMA, strict(SCHEMA)], ids=["as published", "no other keys"])
def test_output_is_as_the_schema_says(schema: dict[str, Any]) -> None:
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema).validate(rendered())


def test_run_without_files_is_as_the_schema_says() -> None:
    jsonschema.Draft202012Validator(SCHEMA).validate(json.loads("".join(render((), ABOUT))))


def test_schema_knows_every_kind_and_area() -> None:
    assert SCHEMA["$defs"]["document"]["properties"]["kind"]["enum"] == list(KINDS)
    assert SCHEMA["$defs"]["finding"]["properties"]["area"]["enum"] == list(AREAS)


def test_span_counts_code_points_of_the_text() -> None:
    text = reports()[0].document.text
    for finding in rendered()["documents"][0]["findings"]:
        assert text[finding["span"]["start"] : finding["span"]["end"]] == finding["quote"]


def test_summary_counts_open_findings_and_unread_files() -> None:
    assert rendered()["summary"] == {"error": 1, "warning": 0, "info": 1, "documents": 3, "unread": 1}


def test_unread_file_is_a_document_with_a_gap() -> None:
    last = rendered()["documents"][-1]
    assert last["path"] == "坏.pdf"
    assert last["gaps"] == [{"where": "文件", "reason": "文件已损坏"}]
    assert (last["kind"], last["findings"], last["characters"]) == ("other", [], 0)


def test_basis_is_unproven_without_laws() -> None:
    basis = rendered()["documents"][0]["findings"][0]["basis"][0]
    assert (basis["text"], basis["status"]) == (None, "unproven")


class OneArticle:
    """A law library of one article."""

    def versions(self, key: str) -> list[Held]:
        """The one version that is held."""
        return [Held(1, "中华人民共和国行政处罚法", "2021-01-22", "2021-07-15")] if "行政处罚法" in key else []

    def words(self, law: str | int, article: str) -> str | None:
        """The one article that is held."""
        return "其他规范性文件不得设定行政处罚。" if "16" in article or "十六" in article else None


@pytest.mark.parametrize("library", [None, Library((OneArticle(),))], ids=["register", "register and library"])
def test_basis_is_judged_by_the_register_and_quoted_from_the_library(library: Library | None) -> None:
    laws = replace(load_laws(with_library=False), library=library)
    basis = rendered(About("0.1.0", RULES, "abc123", "2025-06-30", laws))["documents"][0]["findings"][0]["basis"][0]
    assert basis["status"] == "in_force"
    assert basis["text"] == ("其他规范性文件不得设定行政处罚。" if library else None)
