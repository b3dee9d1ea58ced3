"""The content of a file decides how it is read; the suffix only tells kinds of text apart."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.errors import ReadError
from checker.read import read, read_bytes, walk

HTML = "<!DOCTYPE html><html><body><p>第一条</p></body></html>"
MHT = (
    "From: <saved>\nMIME-Version: 1.0\nContent-Type: multipart/related;\n boundary=x; type=text/html\n\n--x\n"
    'Content-Type: text/html; charset="gb2312"\nContent-Transfer-Encoding: base64\n\nPHA+tdrSu8z1PC9wPg==\n--x--\n'
)

KINDS = [
    ("通知.txt", "第一条", "text"),
    ("通知", "第一条", "text"),
    ("通知.log", "第一条", "text"),
    ("其实是文本.docx", "第一条", "text"),
    ("其实是文本.doc", "第一条", "text"),
    ("其实是文本.pdf", "第一条", "text"),
    ("其实是网页.doc", HTML, "html"),
    ("其实是网页.txt", "\n<HTML><body>第一条", "html"),
    ("有声明.xhtml", f'<?xml version="1.0"?>\n<!-- 存 -->\n{HTML}', "html"),
    ("片段.html", "<p>第一条</p>", "html"),
    ("归档.mht", MHT, "html"),
    ("其实是归档.doc", MHT, "html"),
    ("通知.md", "# 第一条", "markdown"),
    ("通知.MARKDOWN", "# 第一条", "markdown"),
    ("谈格式.txt", "第一条 文件以 %PDF-1.7 开头", "text"),
    ("信.txt", "From: 第一条", "text"),
]


@pytest.mark.parametrize(("name", "content", "media"), KINDS, ids=[name for name, _, _ in KINDS])
def test_content_decides_then_the_suffix(name: str, content: str, media: str) -> None:
    extract = read_bytes(content.encode(), Path(name))
    assert extract.media == media
    assert "第一条" in extract.text
    assert extract.gaps == ()


def test_markup_in_utf16_is_still_markup() -> None:
    assert read_bytes(HTML.encode("utf-16"), Path("网页.txt")).text == "第一条"


@pytest.mark.parametrize("name", ["带 空格 的.txt", "-q.txt", "--help", "引'号\".txt", "𠮷.txt"])
def test_odd_names_are_only_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.chdir(tmp_path)
    Path(name).write_text("第一条", encoding="utf-8")
    assert read(Path(name)).text == "第一条"
    assert read(Path(name)).path == Path(name)


def made(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("第一条", encoding="utf-8")


def test_a_walk_takes_papers_in_order_and_tells_what_it_leaves(tmp_path: Path) -> None:
    papers = ["乙/1.总体方案", "乙/通知.DOC", "乙/附件.jpg", "关于印发某办法的通知", "甲.txt"]
    others = ["style.css", "LICENSE", "乙/data.json"]
    made(tmp_path, *papers, *others, ".git/config.txt", "~$甲.docx", "乙/.DS_Store", "__MACOSX/x.txt", "Thumbs.db")
    left: list[Path] = []
    assert [path.relative_to(tmp_path).as_posix() for path in walk(tmp_path, left.append)] == papers
    assert sorted(path.name for path in left) == sorted(Path(name).name for name in others)


def test_a_walk_of_a_file_is_the_file_itself(tmp_path: Path) -> None:
    assert list(walk(tmp_path / "没有.py")) == [tmp_path / "没有.py"]


def test_a_walk_survives_links_in_a_circle_and_links_to_nothing(tmp_path: Path) -> None:
    made(tmp_path, "夹/甲.txt")
    try:
        (tmp_path / "夹" / "回").symlink_to(tmp_path, target_is_directory=True)
        (tmp_path / "断.txt").symlink_to(tmp_path / "没有.txt")
    except OSError:
        pytest.skip("this system allows no links")
    assert sorted(path.name for path in walk(tmp_path)) == ["断.txt", "甲.txt"]
    with pytest.raises(ReadError, match="找不到"):
        read(tmp_path / "断.txt")


def test_pictures_that_a_browser_saved_with_a_page_are_no_papers(tmp_path: Path) -> None:
    made(tmp_path, "通知.html", "通知_files/图.png", "扫描_files/第1页.png")
    left: list[Path] = []
    assert [path.name for path in walk(tmp_path, left.append)] == ["第1页.png", "通知.html"]
    assert [path.name for path in left] == ["图.png"]


def test_a_path_too_long_for_the_system_does_not_stop_the_walk() -> None:
    path = Path("长" * 5000)
    assert list(walk(path)) == [path]
    with pytest.raises(ReadError, match="读取失败"):
        read(path)
