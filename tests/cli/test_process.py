"""The command as a process of its own: pipes, signals, start-up, encodings."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
HEAVY = [
    "jieba",
    "rjieba",
    "pdfplumber",
    "pypdfium2",
    "lxml",
    "selectolax",
    "sklearn",
    "numpy",
    "yaml",
    "rich",
    "ahocorasick_rs",
]
CHECK = ("check", "--rules", "rules", "--as", "normative")


def start(*words: str, **environment: str) -> subprocess.Popen[bytes]:
    """The command in the working folder, its streams as pipes."""
    known = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "0"} | environment
    command = [sys.executable, "-m", "checker", *words]
    return subprocess.Popen(command, env=known, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def test_help_loads_nothing_heavy() -> None:
    code = (
        "import sys\nfrom checker.cli import main\nmain(['--help'], standalone_mode=False)\n"
        f"print([name for name in {HEAVY} if name in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=True)
    assert done.stderr.decode().strip() == "[]"


def test_help_is_chinese(place: Path) -> None:
    shown = start("--help", PYTHONUTF8="1").communicate()[0].decode("utf-8")
    for words in ("用法：checker", "选项：", "命令：", "检查文件，列出问题"):
        assert words in shown
    for words in ("Usage", "Options", "Commands", "Show this"):
        assert words not in shown


def test_version_is_told(place: Path) -> None:
    assert start("--version").communicate()[0].startswith(b"checker ")


@pytest.mark.skipif(os.name == "nt", reason="no SIGPIPE")
def test_reader_that_goes_away_ends_the_run_quietly(place: Path) -> None:
    for number in range(40):
        (place / f"drafts/{number}.txt").write_text((place / "drafts/有错.txt").read_text("utf-8") * 100, "utf-8")
    with start(*CHECK, "drafts", "--quiet") as process:
        assert process.stdout and process.stderr
        process.stdout.readline()
        process.stdout.close()
        said = process.stderr.read()
    assert (process.returncode, said) == (141, b"")


@pytest.mark.skipif(os.name == "nt", reason="no SIGINT for a child process")
def test_interrupt_is_told_in_a_line(place: Path) -> None:
    process = start(*CHECK, "-", PYTHONUTF8="1")
    assert process.stdin
    process.stdin.write(b"\n" * 500_000)  # more than a pipe holds: when it is gone, the process is reading
    process.stdin.flush()
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=20)
    assert process.returncode == 130
    assert said.decode() == "已中断，结果不完整。\n"


def test_json_is_utf8_whatever_the_terminal_speaks(place: Path) -> None:
    out, _ = start(*CHECK, "drafts", "--format", "json", PYTHONIOENCODING="gbk").communicate()
    assert json.loads(out.decode("utf-8"))["documents"][0]["path"] == "drafts/合规.txt"


def test_character_that_the_terminal_lacks_does_not_stop_the_report(place: Path) -> None:
    (place / "drafts/有错.txt").write_text("第一条 𠮷野逾期的，处以五百元罚款。\n", "utf-8")
    out, said = start(*CHECK, "drafts/有错.txt", PYTHONIOENCODING="gbk").communicate()
    assert "?野逾期的" in out.decode("gbk")
    assert said == b""


def test_piped_report_has_no_colour(place: Path) -> None:
    assert b"\x1b" not in start(*CHECK, "drafts").communicate()[0]


@pytest.mark.skipif(sys.platform == "win32", reason="closes streams the way a POSIX shell does")
@pytest.mark.parametrize(("stream", "says"), [("<&-", "标准输入已关闭"), (">&-", "标准输出已关闭")])
def test_closed_streams_are_told(place: Path, stream: str, says: str) -> None:
    words = f"echo 文 | '{sys.executable}' -m checker check - {stream}"
    done = subprocess.run(
        ["/bin/sh", "-c", words], capture_output=True, env=os.environ | {"PYTHONPATH": str(ROOT)}, check=False
    )
    assert done.returncode == 2
    assert says in done.stderr.decode()
    assert b"Traceback" not in done.stderr
