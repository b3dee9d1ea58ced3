"""No command opens a connection: drafts must not leave the office."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest
from click.testing import CliRunner

from checker.cli import main
from checker.laws import forget

DRAFT = """某市停车管理办法
第一条 根据《中华人民共和国物权法》和《优化营商环境条例》第四十四条，制定本办法。
第二条 申请人应当提交无违法犯罪记录证明。逾期的，处以五百元罚款。
"""
ACT = "某国停车条例\n2001年3月1日公布\n第一条 停车应当有序。\n"


def _refuse(*_: object, **__: object) -> None:
    raise AssertionError("网络")


def test_no_command_asks_the_network(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    for name in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(socket.socket, name, _refuse)
    for name in ("create_connection", "getaddrinfo", "gethostbyname"):
        monkeypatch.setattr(socket, name, _refuse)
    (tmp_path / "办法.txt").write_text(DRAFT, "utf-8")
    (tmp_path / "法.txt").write_text(ACT, "utf-8")
    (tmp_path / "清单.csv").write_text("收费项目,收费依据\n垃圾处理费,《中华人民共和国价格法》\n", "utf-8")
    forget()
    for words, code in (
        ("check 办法.txt", 1),
        ("check --trace 办法.txt", 1),
        ("cite 办法.txt", 1),
        ("explain 办法.txt:3", 0),
        ("impact 优化营商环境条例 44 办法.txt", 0),
        ("laws list 营商环境", 0),
        ("laws show 行政处罚法", 0),
        ("laws status 物权法", 1),
        ("laws import 法.txt", 0),
        ("laws bundle 包.zip", 0),
        ("laws update 包.zip", 0),
        ("laws rollback", 0),
        ("lists import 清单.csv --kind fees", 0),
    ):
        monkeypatch.chdir(tmp_path)
        told = CliRunner().invoke(main, words.split())
        assert told.exit_code == code, (words, told.output)
        assert "网络" not in told.output
    forget()
