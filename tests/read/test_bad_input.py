"""Bad input ends in one sentence that says what is wrong and what to do, never in silence or a traceback."""

from __future__ import annotations

import io
import os
import zipfile
from pathlib import Path

import pytest

from checker.errors import ReadError
from checker.read import SUFFIXES, limits, read, read_bytes, walk

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def zipped(*parts: tuple[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts:
            archive.writestr(name, data)
    return file.getvalue()


def encrypted_zip() -> bytes:
    data = bytearray(zipped(("word/document.xml", b"<a/>")))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


REFUSED = [
    ("空.txt", b"", "空文件"),
    ("空.docx", b"", "空文件"),
    ("空白.txt", " \n　\t\r\n".encode(), "没有文字"),
    ("标记.txt", b"\xef\xbb\xbf", "没有文字"),
    ("空白.html", b"<html><body> <p>&nbsp;</p></body></html>", "没有文字"),
    ("空白.md", b"---\ndraft: true\n---\n", "没有文字"),
    ("乱码.txt", bytes(range(256)) * 8, "不是可识别的文字文件"),
    ("乱码.docx", os.urandom(4096), "不是可识别的文字文件"),
    ("零.txt", b"\0" * 4096, "不是可识别的文字文件"),
    ("控制.txt", b"\x01\x02\x03\x04" * 50 + b"abcd", "不是可识别的文字文件"),
    ("旧.doc", OLE + b"\0" * 512 + "WordDocument".encode("utf-16-le"), "旧版 Word/WPS 格式.*另存为 .docx"),
    ("旧.wps", OLE + b"\0" * 512 + "WordDocument".encode("utf-16-le"), "旧版 Word/WPS 格式"),
    ("密.docx", OLE + b"\0" * 512 + "EncryptedPackage".encode("utf-16-le"), "已加密.*去掉密码"),
    ("密.zip", encrypted_zip(), "已加密"),
    ("表.xls", OLE + b"\0" * 512 + "Workbook".encode("utf-16-le"), "电子表格"),
    ("稿.rtf", b"{\\rtf1\\ansi abc}", "RTF.*另存为 .docx"),
    ("扫描.jpg", b"\xff\xd8\xff\xe0\0\x10JFIF", "是图片，没有文字层"),
    ("扫描.docx", b"\x89PNG\r\n\x1a\n\0\0", "是图片"),
    ("扫描.tif", b"II*\0\x08\0\0\0", "是图片"),
    ("红头.ofd", zipped(("OFD.xml", b"<a/>"), ("Doc_0/Document.xml", b"<a/>")), "OFD"),
    ("表.xlsx", zipped(("xl/workbook.xml", b"<a/>")), "电子表格"),
    ("片.pptx", zipped(("ppt/presentation.xml", b"<a/>")), "演示文稿"),
    ("稿.odt", zipped(("mimetype", b"x"), ("content.xml", b"<a/>")), "ODT"),
    ("包.zip", zipped(("通知.txt", b"abc")), "是压缩包，请先解压"),
    ("包.rar", b"Rar!\x1a\x07\x01\0", "是压缩包"),
    ("邮件.eml", b"From: a@example.com\nSubject: x\n\nabc", "电子邮件"),
    ("旧.xml", b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument>', "Word XML"),
    ("截断.docx", zipped(("word/document.xml", b"<a/>" * 99))[:40], "压缩结构已损坏"),
    ("归档.mht", b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x--\n", "没有网页正文"),
]


@pytest.mark.parametrize(("name", "data", "reason"), REFUSED, ids=[name for name, _, _ in REFUSED])
def test_says_why_a_file_cannot_be_read(tmp_path: Path, name: str, data: bytes, reason: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(ReadError, match=reason) as problem:
        read(path)
    assert str(problem.value).startswith(f"{path}：")


def test_a_missing_file_and_a_folder_are_named(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="找不到"):
        read(tmp_path / "没有.txt")
    with pytest.raises(ReadError, match="是文件夹"):
        read(tmp_path)
    with pytest.raises(ReadError, match=r"不存在|读取失败|找不到"):
        read(tmp_path / ("长" * 500))


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_forbidden_file_and_folder_are_named(tmp_path: Path) -> None:
    file, folder = tmp_path / "密.txt", tmp_path / "夹"
    file.write_text("第一条", encoding="utf-8")
    folder.mkdir()
    file.chmod(0)
    folder.chmod(0)
    try:
        assert list(walk(tmp_path)) == [folder, file]
        for path in (file, folder):
            with pytest.raises(ReadError, match="权限"):
                read(path)
    finally:
        folder.chmod(0o700)


def test_too_large_a_file_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_FILE", 1 << 20)
    path = tmp_path / "大.txt"
    path.write_bytes(b"a" * ((1 << 20) + 1))
    with pytest.raises(ReadError, match="超过 1 MB 的上限"):
        read(path)


BOMBS = [
    (zipped(("word/document.xml", b"a" * (3 << 20))), "压缩比超过 200 倍"),
    (zipped(*((f"word/{number}", b"") for number in range(5_001))), "5001 个文件"),
]


@pytest.mark.parametrize(("data", "reason"), BOMBS)
def test_archives_that_unpack_without_bound_are_refused(data: bytes, reason: str) -> None:
    with pytest.raises(ReadError, match=reason):
        read_bytes(data, Path("炸弹.docx"))


def test_a_part_larger_than_its_directory_claims_is_cut_off() -> None:
    with limits.open_zip(Path("稿.docx"), zipped(("a.xml", b"a" * 5000))) as archive:
        with pytest.raises(ReadError, match="解压后超过"):
            limits.read_part(archive, "a.xml", cap=1000)
        assert len(limits.read_part(archive, "a.xml")) == 5000


def test_deeply_nested_markup_is_refused_before_it_is_parsed() -> None:
    for markup in (b"<div>" * 100_000, b"<div>" * 100_000 + b"</div>" * 100_000):
        with pytest.raises(ReadError, match="嵌套"):
            read_bytes(b"<html>" + markup, Path("深.html"))


def test_every_kind_of_office_file_is_named_in_a_walk() -> None:
    assert {".doc", ".wps", ".rtf", ".ofd", ".xls", ".xlsx", ".jpg", ".png", ".tif", ".odt"} <= SUFFIXES
    assert not {".py", ".css", ".js", ".json", ".csv"} & SUFFIXES


def test_truncated_and_encrypted_pdf_are_refused_or_told_as_gaps() -> None:
    for data in (b"%PDF-1.7\n1 0 obj\n<<", b"%PDF-1.4\n%%EOF", b"\n%PDF-1.5 trailer << /Encrypt 1 0 R >>"):
        with pytest.raises(ReadError):
            read_bytes(data, Path("截断.pdf"))
