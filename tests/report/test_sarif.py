from __future__ import annotations

import json
import shutil
import subprocess
import tarfile
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from checker.report.sarif import render
from checker.resources import cache_folder
from tests.report.papers import ABOUT, reports

PACKAGE = "@microsoft/jest-sarif@1.0.0-beta.0"
MEMBER = "package/lib/schemas/sarif-2.1.0-rtm.5.json"


@pytest.fixture(scope="module")
def schema() -> dict[str, Any]:
    """The official schema, as the npm package carries it; fetched once and kept in the user's cache."""
    kept = cache_folder() / "sarif-2.1.0-rtm.5.json"
    if not kept.exists():
        kept.write_bytes(fetched(kept.parent))
    value = json.loads(kept.read_text("utf-8"))
    assert isinstance(value, dict)
    return value


def fetched(folder: Path) -> bytes:
    npm = shutil.which("npm")
    if npm is None:
        pytest.skip("npm is missing: the official SARIF schema cannot be fetched")
    done = subprocess.run(
        [npm, "pack", "--silent", PACKAGE], cwd=folder, capture_output=True, text=True, check=True, timeout=120
    )
    archive = folder / done.stdout.split()[-1]
    with tarfile.open(archive) as package:
        member = package.extractfile(MEMBER)
        assert member is not None
        data = member.read()
    archive.unlink()
    return data


def run() -> dict[str, Any]:
    value: dict[str, Any] = json.loads("".join(render(reports(), ABOUT)))["runs"][0]
    return value


def test_log_is_valid_by_the_official_schema(schema: dict[str, Any]) -> None:
    validator = jsonschema.validators.validator_for(schema)(schema)
    validator.validate(json.loads("".join(render(reports(), ABOUT))))
    validator.validate(json.loads("".join(render((), ABOUT))))


def test_columns_count_code_points_of_the_line() -> None:
    log = run()
    region = log["results"][0]["locations"][0]["physicalLocation"]["region"]
    line = reports()[0].document.text.split("\n")[region["startLine"] - 1]
    assert log["columnKind"] == "unicodeCodePoints"
    assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == "处以五百元罚款"
    assert region["endLine"] == region["startLine"]


def test_path_is_a_uri() -> None:
    place = run()["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "%E9%80%81%E5%AE%A1/%E5%B0%8F%E9%A4%90%E9%A5%AE%20%E5%8A%9E%E6%B3%95.txt"


def test_clause_is_the_logical_location() -> None:
    assert run()["results"][0]["locations"][0]["logicalLocations"][0]["fullyQualifiedName"] == "第一条"


def test_waived_finding_is_suppressed() -> None:
    assert ["suppressions" in result for result in run()["results"]] == [False, True, False]


def test_result_names_its_rule_by_index_too() -> None:
    log = run()
    rules = log["tool"]["driver"]["rules"]
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in log["results"])


def test_what_was_not_read_is_a_notification() -> None:
    invocation = run()["invocations"][0]
    assert [note["level"] for note in invocation["toolExecutionNotifications"]] == ["warning", "error"]
    assert invocation["executionSuccessful"] is False
