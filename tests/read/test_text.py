"""Plain text keeps its characters, whatever code they came in."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from checker.errors import ReadError
from checker.read import read_bytes, read_text
from checker.read.clean import tidy

PAPER = "关于做好证明事项清理工作的通知\n第一条　申请人应当提供身份证明。\n第二条 收费标准为100元（含税）。\n"
TXT = Path("通知.txt")

ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "gbk", "gb2312", "gb18030")


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_reads_every_encoding_without_being_told(encoding: str) -> None:
    extract = read_bytes(PAPER.encode(encoding), TXT)
    assert extract.text == PAPER
    assert extract.gaps == ()


@pytest.mark.parametrize("words", ["证明", "停车费", "联通", "一、总则", "国发〔2019〕4号", "㐂䶮"])
def test_reads_the_shortest_gbk(words: str) -> None:
    assert read_bytes(words.encode("gb18030"), TXT).text == words


def test_reads_rare_ideographs_in_every_code_that_has_them() -> None:
    for encoding in ("utf-8", "utf-16", "gb18030"):
        assert read_bytes("𠮷林省䶮镇".encode(encoding), TXT).text == "𠮷林省䶮镇"


def test_keeps_width_punctuation_indents_and_hard_line_breaks() -> None:
    text = "　　第一条,本办法(试行)\n适用于１００人以上\n\n\t的单位:甲;乙"
    assert read_bytes(text.encode(), TXT).text == text


def test_lines_know_their_number() -> None:
    extract = read_bytes(PAPER.encode(), TXT)
    for origin in extract.origins:
        assert extract.text[: origin.start].count("\n") + 1 == origin.line
    assert len(extract.origins) == extract.text.count("\n") + 1


def test_cut_off_utf8_is_read_as_utf8_with_a_gap() -> None:
    extract = read_bytes((PAPER * 5).encode()[:-3], TXT)
    assert extract.text.startswith(PAPER)
    assert [gap.where for gap in extract.gaps] == ["第15行起"]
    assert "1 个字符" in extract.gaps[0].reason


def test_a_few_bad_bytes_in_gbk_are_a_gap_that_counts_them() -> None:
    data = (PAPER * 20).encode("gbk")
    extract = read_bytes(data + b"\xff\xff" + PAPER.encode("gbk"), TXT)
    assert extract.text.endswith(PAPER)
    assert "2 个字符无法按 GB18030 解码" in extract.gaps[0].reason


def test_big5_is_not_taken_for_gbk_in_silence() -> None:
    data = "關於辦理證明文件清理工作的通知，請各單位遵照執行。".encode("big5")
    assert "Big5" in read_bytes(data, TXT).gaps[0].reason
    assert read_bytes(data, TXT, encoding="big5").gaps == ()


def test_traditional_characters_in_gbk_raise_no_doubt() -> None:
    assert read_bytes("關於辦理證明的通知。".encode("gbk"), TXT).gaps == ()


def test_a_forced_encoding_is_used() -> None:
    assert read_bytes(PAPER.encode("big5", "ignore"), TXT, encoding="big5").text
    assert read_bytes(PAPER.encode("utf-8-sig"), TXT, encoding="UTF-8").text == PAPER


@pytest.mark.parametrize("encoding", ["编码", "utf-9", "", "hex", "a\0b"])
def test_an_unknown_encoding_is_an_error(encoding: str) -> None:
    with pytest.raises(ReadError, match="不认识的编码"):
        read_bytes(PAPER.encode(), TXT, encoding=encoding)


def test_a_wrong_forced_encoding_is_an_error() -> None:
    with pytest.raises(ReadError, match="不能按 UTF-8 编码读取"):
        read_bytes(PAPER.encode("gbk"), TXT, encoding="utf-8")


TIDIED = [
    ("a\r\nb\rc", "a\nb\nc"),
    ("\ufeff第一\u200b条\u200d\u2060\u00ad", "第一条"),
    ("第\x00一\x08条\x0b\x0c\x1f\x7f\x85\x9f", "第一条"),
    ("⼈民⾏政⼗⼆⽇", "人民行政十二日"),
    ("⻄安⻅证⺠⽣⻚", "西安见证民生页"),
    ("甲\u00a0乙\u2002丙", "甲 乙 丙"),
    ("甲\u2028乙", "甲\n乙"),
    ("　１，,（(𠮷\t", "　１，,（(𠮷\t"),
]


@pytest.mark.parametrize(("before", "after"), TIDIED)
def test_tidy_takes_out_only_what_nobody_sees(before: str, after: str) -> None:
    assert tidy(before) == after


def test_five_megabytes_on_one_line_are_read_at_once() -> None:
    data = ("申请人应当提供由户籍所在地派出所出具的证明；" * 80_000).encode()
    assert len(data) > 5_000_000
    start = time.perf_counter()
    extract = read_bytes(data, TXT)
    assert time.perf_counter() - start < 2
    assert len(extract.origins) == 1


def test_two_hundred_thousand_lines_are_read_at_once() -> None:
    start = time.perf_counter()
    extract = read_bytes("第一条　本办法自印发之日起施行。\n".encode() * 200_000, TXT)
    assert time.perf_counter() - start < 2
    assert extract.origins[-1].line == 200_001


def test_text_that_is_there_already_is_tidied_too() -> None:
    assert read_text("第一条\r\n⼈").text == "第一条\n人"
    with pytest.raises(ReadError, match="没有文字"):
        read_text(" \n　")
