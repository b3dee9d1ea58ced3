"""Word files that are damaged, foreign, hostile, or hold their text elsewhere than in the body."""

from __future__ import annotations

import base64
import quopri
import re
from pathlib import Path

import pytest

from checker.errors import ReadError
from checker.model import Gap
from checker.read import read_bytes
from checker.read.docx import extract
from checker.read.docx_comments import Comment, comments
from tests.read.word_file import PATH, archive, link, paragraph, read, root, row, table, word_file, words

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)
_PLAIN = word_file(paragraph("第一条　为了规范管理，制定本办法。"))


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (_OLE + "EncryptedPackage".encode("utf-16-le"), "文件已加密"),
        (_OLE + "WordDocument".encode("utf-16-le"), "旧版 Word（.doc）格式，请另存为 .docx"),
        (_OLE, "不是 Word 文档"),
        (b"", "不是完整的 Word 文档"),
        (b"<html>", "不是完整的 Word 文档"),
        (archive({"xl/workbook.xml": "<a/>"}), "没有 Word 正文"),
        (archive({"word/document.xml": ""}), "没有 Word 正文"),
        (archive({"word/document.xml": b"0" * (3 << 20)}), "压缩炸弹"),
        (archive({f"{number}.xml": "" for number in range(5001)}), "5001 个文件"),
    ],
)
def test_a_file_that_is_no_readable_word_file_is_refused_with_the_reason(data: bytes, reason: str) -> None:
    with pytest.raises(ReadError, match=f"^草案.docx：.*{re.escape(reason)}"):
        extract(PATH, data)


def test_a_package_without_its_directory_is_salvaged() -> None:
    read = extract(PATH, _PLAIN[: _PLAIN.rindex(b"PK\x01\x02")])
    assert read.text == "第一条　为了规范管理，制定本办法。"
    assert Gap("文档", "文件不完整或已损坏，只读出可以恢复的部分") in read.gaps


_LONG = word_file("".join(paragraph(f"第{number}段，编号{number * 7919 % 1000}。") for number in range(5000)))


def test_a_file_cut_off_in_its_body_is_read_so_far() -> None:
    read = extract(PATH, _LONG[: len(_LONG) // 2])
    assert read.text.startswith("第0段，编号0。\n第1段")
    assert {gap.where for gap in read.gaps} == {"文档", "word/document.xml"}


def test_a_cut_off_file_and_a_bomb_reach_the_word_reader() -> None:
    assert read_bytes(_LONG[: len(_LONG) // 2], PATH).gaps[0].where == "文档"
    with pytest.raises(ReadError, match="压缩炸弹"):
        read_bytes(archive({"word/document.xml": b"0" * (3 << 20)}), PATH)


def test_a_part_that_breaks_off_while_unpacking_is_told() -> None:
    half = len(_LONG) // 2
    read = extract(PATH, _LONG[:half] + b"\xff" * 64 + _LONG[half + 64 :])
    assert read.text.startswith("第0段，编号0。\n第1段")
    assert "文件内的这一部分已损坏，只读出可以恢复的内容" in {gap.reason for gap in read.gaps}


@pytest.mark.parametrize(
    "name", ["word\\document.xml", "Word/Document.xml", "/word/document.xml", "word/document2.xml"]
)
def test_the_body_is_found_under_odd_names(name: str) -> None:
    body = root("document", f"<w:body>{paragraph('甲')}</w:body>")
    assert extract(PATH, archive({name: body})).text == "甲"


def test_strict_files_and_utf16_parts_are_read() -> None:
    strict = root("document", f"<w:body>{paragraph('甲')}</w:body>").replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    assert extract(PATH, archive({"word/document.xml": strict})).text == "甲"
    wide = strict.replace("UTF-8", "UTF-16").encode("utf-16")
    assert extract(PATH, archive({"word/document.xml": wide})).text == "甲"


def test_entities_are_not_resolved() -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "哈"><!ENTITY b SYSTEM "file:///etc/hostname">]>'
    body = root("document", f"<w:body>{paragraph('<w:r><w:t>甲&a;&b;</w:t></w:r>')}</w:body>")
    assert extract(PATH, archive({"word/document.xml": body.replace("?>", f"?>{bomb}", 1)})).text == "甲"


def test_malformed_xml_is_read_as_far_as_it_goes() -> None:
    body = root("document", f"<w:body>{paragraph('甲')}{paragraph('乙')}</w:body>").replace("乙</w:t>", "乙")
    read = extract(PATH, archive({"word/document.xml": body}))
    assert read.text == "甲\n乙"
    assert read.gaps == (Gap("word/document.xml", "文件内的这一部分结构有误，只读出可以识别的内容"),)


def margin(kind: str, content: str) -> dict[str, str]:
    return {f"word/{kind}.xml": root("hdr" if kind.startswith("header") else "ftr", content)}


def test_a_header_with_a_document_number_comes_first_and_other_margins_last() -> None:
    parts = (
        margin("header1", paragraph("某市人民政府文件〔2026〕3号"))
        | margin("header2", paragraph("征求意见稿"))
        | margin("header3", paragraph("征求意见稿"))
        | margin("footer1", paragraph("— 1 —"))
        | margin("footer2", paragraph("第 1 页 共 3 页"))
    )
    links = "".join(
        link(name, name[:-1], f"{name}.xml") for name in ("header1", "header2", "header3", "footer1", "footer2")
    )
    extract = read(paragraph("正文"), parts, links)
    assert extract.text == "某市人民政府文件〔2026〕3号\n正文\n征求意见稿"
    assert [origin.via for origin in extract.origins] == ["header", "text", "header"]


def test_notes_that_are_referred_to_come_after_the_body() -> None:
    notes = "".join(
        f'<w:footnote w:id="{number}">{paragraph(text)}</w:footnote>'
        for number, text in enumerate(("线", "甲注", "旧注"))
    )
    body = words("正文") + '<w:r><w:footnoteReference w:id="1"/></w:r>'
    gone = '<w:del><w:r><w:footnoteReference w:id="2"/></w:r></w:del>'
    ends = {"word/endnotes.xml": root("endnotes", f'<w:endnote w:id="5">{paragraph("尾注")}</w:endnote>')}
    extract = read(
        paragraph(body + gone + '<w:r><w:endnoteReference w:id="5"/></w:r>'),
        {"word/footnotes.xml": root("footnotes", notes), **ends},
        link("f", "footnotes", "footnotes.xml") + link("e", "endnotes", "endnotes.xml"),
    )
    assert extract.text == "正文\n甲注\n尾注"
    assert [(origin.line, origin.via) for origin in extract.origins] == [(1, "text"), (2, "note"), (1, "note")]


def test_a_file_of_pictures_only_is_a_gap() -> None:
    media: dict[str, str | bytes] = {"word/media/image1.png": b"\x89PNG"}
    assert read(paragraph(""), media).gaps == (Gap("文档", "只有图片，没有文字，未读"),)
    assert read(paragraph("本办法自2026年1月1日起施行，有效期五年。"), media).gaps == ()
    assert read(paragraph("")).gaps == (Gap("文档", "没有文字"),)


def test_attachments_and_drawings_with_words_are_named() -> None:
    item = '<w:r><w:object><o:OLEObject ProgID="Excel.Sheet.12" r:id="o"/></w:object></w:r>'
    links = link("o", "package", "embeddings/sheet1.xlsx") + link("d", "diagramData", "diagrams/data1.xml")
    gaps = read(paragraph(words("附表见下") + item), links=links).gaps
    assert gaps == (
        Gap("内嵌附件 sheet1.xlsx（Excel.Sheet.12）", "未读"),
        Gap("图示（SmartArt）", "共 1 个，其中的文字未读"),
    )


def test_comments_are_listed_with_their_words() -> None:
    marks = '<w:commentRangeStart w:id="7"/>' + words("五日内") + '<w:commentRangeEnd w:id="7"/>'
    comment = f'<w:comment w:id="7" w:author="王某">{paragraph("期限过短")}</w:comment>'
    data = word_file(
        paragraph("甲") + paragraph(words("应当在") + marks + words("办结")),
        {"word/comments.xml": root("comments", comment)},
        link("c", "comments", "comments.xml"),
    )
    assert comments(data) == (Comment("王某", "期限过短", "五日内", 2),)
    assert extract(PATH, data).text == "甲\n应当在五日内办结"
    assert comments(_PLAIN) == ()


_PAGE = "<html><body><h1>某办法</h1><p>第一条 甲</p><table><tr><td>材料</td><td>份数</td></tr></table></body></html>"
_MHT = (
    '\nMIME-Version: 1.0\nContent-Type: multipart/related; type="text/html"; boundary="x"\n\n'
    '--x\nContent-Type: text/html; charset="{charset}"\nContent-Transfer-Encoding: {coding}\n\n{page}\n--x--\n'
)


def mht(charset: str, coding: str) -> bytes:
    page = _PAGE.encode(charset)
    coded = {"quoted-printable": quopri.encodestring(page), "base64": base64.encodebytes(page), "8bit": page}[coding]
    head, _, tail = _MHT.format(charset=charset, coding=coding, page="@@").partition("@@")
    return head.encode() + coded + tail.encode()


def imported(name: str, data: bytes) -> tuple[str, dict[str, str | bytes], str]:
    return '<w:altChunk r:id="c"/>', {f"word/{name}": data}, link("c", "aFChunk", f"/word/{name}")


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("chunk.mht", mht("utf-8", "quoted-printable")),
        ("chunk.mht", mht("gb18030", "quoted-printable")),
        ("chunk.mht", mht("gb18030", "base64")),
        ("chunk.mht", mht("utf-8", "8bit")),
        ("chunk.html", _PAGE.encode()),
        ("chunk.docx", word_file(paragraph("某办法") + paragraph("第一条 甲") + table(row("材料", "份数")))),
    ],
)
def test_a_body_that_word_imports_on_opening_is_read(name: str, data: bytes) -> None:
    chunk, parts, links = imported(name, data)
    extract = read(paragraph("前言") + chunk + paragraph("后记"), parts, links)
    assert extract.text == "前言\n某办法\n第一条 甲\n材料\t份数\n后记"
    assert [extract.text[start:end] for start, end in extract.tables[0].rows[0]] == ["材料", "份数"]
    assert extract.origins[-1].start == extract.text.index("后记")
    assert extract.gaps == ()


def test_a_plain_text_is_imported_too() -> None:
    chunk, parts, links = imported("chunk.txt", "第一条\r\n第二条".encode("gb18030"))
    assert read(chunk, parts, links).text == "第一条\n第二条"


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("chunk.rtf", b"{\\rtf1}", "不支持的格式（.rtf），未读"),
        ("chunk.mht", b"MIME-Version: 1.0\n\nx", "网页归档（MHT）中没有网页正文，未读"),
        ("chunk.docx", b"PK", "不是完整的 Word 文档（.docx），无法打开，未读"),
    ],
)
def test_an_import_that_cannot_be_read_is_told(name: str, data: bytes, reason: str) -> None:
    chunk, parts, links = imported(name, data)
    extract = read(paragraph("正文") + chunk, parts, links)
    assert extract.text == "正文"
    assert extract.gaps == (Gap(f"嵌入内容 word/{name}", reason),)


def test_an_import_that_is_not_in_the_file_is_told() -> None:
    assert read('<w:altChunk r:id="nowhere"/>').gaps[0] == Gap("嵌入内容 nowhere", "不在文件内，未读")


def test_files_nested_without_end_are_not_followed() -> None:
    data = word_file(paragraph("核心"))
    for _ in range(6):
        chunk, parts, links = imported("chunk.docx", data)
        data = word_file(chunk, parts, links)
    assert [gap.reason for gap in extract(PATH, data).gaps if "嵌套" in gap.reason] == ["嵌套过深，未读"]


def test_the_readers_path_is_kept() -> None:
    assert extract(Path("目录/草案.docx"), _PLAIN).path == Path("目录/草案.docx")
