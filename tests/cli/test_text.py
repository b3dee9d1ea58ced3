from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import FAULTY, Run


def test_text_shows_lines_and_labels(run: Run) -> None:
    shown = run("text", "drafts/有错.txt").stdout
    assert "    3  [第二条] 第二条 逾期未备案的，处以五百元罚款。" in shown


def test_plain_text_is_the_text_itself(run: Run) -> None:
    assert run("text", "--plain", "drafts/有错.txt").stdout.rstrip("\n") == FAULTY.rstrip("\n")


def test_spans_of_clauses_cut_the_text(run: Run) -> None:
    paper = json.loads(run("text", "--json", "drafts/有错.txt").stdout)
    found = {
        clause["label"]: paper["text"][clause["span"]["start"] : clause["span"]["end"]] for clause in paper["clauses"]
    }
    assert found["第二条"] == "第二条 逾期未备案的，处以五百元罚款。"
    assert paper["parts"]
    assert paper["origins"][0]["start"] == 0


def test_unread_file_is_an_error(run: Run) -> None:
    Path("空.txt").write_bytes(b"")
    result = run("text", "空.txt")
    assert result.exit_code == 2
    assert "空.txt" in result.stderr
