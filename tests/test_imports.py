"""What starts fast stays light: neither the package nor the help of its command loads a heavy library."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
HEAVY = frozenset(
    [
        "jieba",
        "rjieba",
        "sklearn",
        "numpy",
        "pdfplumber",
        "pypdfium2",
        "lxml",
        "selectolax",
        "docx",
        "rich",
        "yaml",
        "ahocorasick_rs",
        "marisa_trie",
    ]
)
OTHER_READERS = frozenset(f"checker.read.{name}" for name in ("html", "markdown", "docx", "pdf"))
HELP = "from checker.cli import main\nmain(['--help'], standalone_mode=False)"
CHECK = "import checker\nchecker.check_text('某市管理办法\\n第一条　申请人应当提供无犯罪记录证明。')"


def loaded(code: str) -> frozenset[str]:
    """The modules that a program of its own has loaded at its end."""
    tell = "\nimport sys\nprint(*sys.modules, file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", code + tell], cwd=ROOT, capture_output=True, check=True)
    return frozenset(done.stderr.decode().split())


@pytest.mark.parametrize("code", ["import checker", HELP])
def test_neither_the_package_nor_its_help_loads_a_heavy_library(code: str) -> None:
    assert not loaded(code) & HEAVY


def test_the_package_alone_does_not_load_the_line() -> None:
    assert {name for name in loaded("import checker") if name.startswith("checker")} == {"checker", "checker.version"}


def test_a_plain_text_loads_no_reader_of_other_files_and_no_other_report() -> None:
    names = loaded(CHECK)
    assert not names & OTHER_READERS
    assert not names & HEAVY - {"ahocorasick_rs", "marisa_trie", "yaml"}  # yaml: the first run compiles the rules
    assert not {name for name in names if name.startswith("checker.report")}
