"""Bytes of unknown encoding -> characters, and what could not be decoded."""

from __future__ import annotations

import codecs
from dataclasses import dataclass
from pathlib import Path

from checker.errors import ReadError
from checker.lazy import lazily
from checker.model import Gap

_MARKS = (  # UTF-32 first: its mark starts with that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 1 << 16
_WIDE = lazily(r"[^\x00-\x7f\ufffd]")
_COMMON = lazily(r"[\t\n\r\x20-\x7e\u00a0\u2010-\u2026\u3000-\u301f\u4e00-\u9fff\uff01-\uff5e]")
_CONTROL = lazily(r"[\x00-\x08\x0e-\x1f\x7f]")
_MOST_LOST = 0.01
_MOST_CONTROL = 0.05


@dataclass(frozen=True, slots=True)
class Decoded:
    """``gaps`` tells of every character that was lost; each stands in ``text`` as U+FFFD."""

    text: str
    encoding: str
    gaps: tuple[Gap, ...] = ()


def decode(path: Path, data: bytes, encoding: str | None = None, declared: str = "") -> Decoded:
    """Decode by the forced ``encoding``, or by byte order mark, UTF-8, UTF-16, what the file declares, GB18030.

    A few undecodable bytes are a gap; ReadError if the encoding is unknown, or if too much is lost.
    """
    if encoding is not None:
        return _replaced(path, data, _known(path, encoding), forced=True)
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _replaced(path, data[len(mark) :], name)
    try:
        return _text(path, data, "utf-8")
    except UnicodeDecodeError:
        name = _guess(data, declared)
    return _replaced(path, data, name)


def _guess(data: bytes, declared: str) -> str:
    sample = data[:_SAMPLE]
    if b"\0" in sample:
        wide = max(("utf-16-le", "utf-16-be"), key=lambda name: _commonness(sample, name))
        return wide if _commonness(sample, wide) > 0.9 else "gb18030"
    text = sample.decode("utf-8", "replace")
    # A damaged or cut-off UTF-8 file is often valid GB18030, and would then be read as quite other characters.
    if len(_WIDE.findall(text)) > 4 * text.count("\ufffd"):
        return "utf-8"
    return "gb18030" if declared.lower() in {"gb2312", "gbk", ""} else _canonical(declared) or "gb18030"


def _commonness(sample: bytes, name: str) -> float:
    text = sample.decode(name, "replace")
    return len(_COMMON.findall(text)) / max(len(text), 1)


def _known(path: Path, encoding: str) -> str:
    name = _canonical(encoding)
    if name is None:
        raise ReadError(f"{path}：不认识的编码“{encoding}”，可用 utf-8、gb18030、utf-16、big5 等")
    if name in {"gb2312", "gbk"}:  # its superset: files called GBK hold characters of GB18030
        return "gb18030"
    return "utf-8-sig" if name == "utf-8" else name


def _canonical(encoding: str) -> str | None:
    try:
        "".encode(encoding)  # raises LookupError too for codecs that are no text encodings (hex, zip)
        return codecs.lookup(encoding).name
    except (LookupError, UnicodeError, ValueError):
        return None


def _replaced(path: Path, data: bytes, name: str, *, forced: bool = False) -> Decoded:
    """Decode; what cannot be decoded is U+FFFD and a gap, and a ReadError if it is more than ``_MOST_LOST``."""
    try:
        return _text(path, data, name)
    except UnicodeDecodeError:
        text = data.decode(name, "replace")
    lost = text.count("\ufffd")
    if lost > max(_MOST_LOST * len(text), 1):
        told = (
            f"不能按 {_label(name)} 编码读取" if forced else "不是可识别的文字文件（不是 UTF-8、UTF-16、GB18030 编码）"
        )
        raise ReadError(f"{path}：{told}")
    _refuse_binary(path, text)
    line = text.count("\n", 0, text.index("\ufffd")) + 1
    return Decoded(text, name, (Gap(f"第{line}行起", f"有 {lost} 个字符无法按 {_label(name)} 解码，以“\ufffd”代替"),))


def _text(path: Path, data: bytes, name: str) -> Decoded:
    text = data.decode(name)
    _refuse_binary(path, text)
    return Decoded(text, name, _doubt(data[:_SAMPLE], text[:_SAMPLE]) if name == "gb18030" else ())


def _refuse_binary(path: Path, text: str) -> None:
    sample = text[:_SAMPLE]
    if len(_CONTROL.findall(sample)) > _MOST_CONTROL * len(sample):
        raise ReadError(f"{path}：不是可识别的文字文件（含大量控制字符）")


def _doubt(data: bytes, text: str) -> tuple[Gap, ...]:
    """A gap if valid GB18030 reads like another code: Big5 is mostly valid GB18030, of the rarest characters."""
    wide = _WIDE.findall(text)
    usual = sum(len(char.encode("gb2312", "ignore")) > 0 for char in wide)
    if usual > 0.8 * len(wide) or not _is_usual_big5(data):
        return ()
    return (Gap("全文", "按 GB18030 读取，但多为生僻字，可能是 Big5 等其他编码，请用 --encoding 指定"),)


def _is_usual_big5(data: bytes) -> bool:
    """Whether nearly all of it is marks and the usual characters of Big5, which come before C6 7E."""
    text = data.decode("cp950", "replace")[:-1]
    wide = [char.encode("cp950", "replace") for char in _WIDE.findall(text)]
    return text.count("\ufffd") <= 0.01 * len(text) and sum(char[0] <= 0xC6 for char in wide) > 0.9 * len(wide)


def _label(name: str) -> str:
    return name.removesuffix("-sig").upper()
