"""A page becomes the lines a browser shows of the paper in it, without the site."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.model import Extract
from checker.read import read_bytes
from checker.read.html import html_text

PAGE = Path("页.html")
BODY = (
    "第一条　为了规范证明事项的管理，制定本办法，适用于本市行政区域内的各级行政机关。",
    "第二条　申请人应当提供下列材料：身份证明、营业执照、经办人的授权委托书。",
    "第三条　本办法自印发之日起施行，有效期五年，由市司法局负责解释。",
)
PARAGRAPHS = "".join(f"<p>{line}</p>" for line in BODY)
MENU = "<ul class='nav'>" + "".join(f"<li><a href='/{i}'>政务公开栏目之{i}</a></li>" for i in range(40)) + "</ul>"
FOOT = "<div class='footer'><p>主办：某某市人民政府办公室</p><p>网站标识码：4100000001</p></div>"


def lines(markup: str) -> list[str]:
    return html_text(markup, whole=True).text.split("\n")


def page(markup: str) -> Extract:
    return read_bytes(f"<html><body>{markup}</body></html>".encode(), PAGE)


BODIES = (
    '<div class="TRS_Editor">{}</div>',
    '<div id="UCAP-CONTENT">{}</div>',
    '<div class="view TRS_UEDITOR trs_web">{}</div>',
    '<td id="zoom">{}</td>',
    '<div class="pages_content">{}</div>',
    '<div class="article-content">{}</div>',
    '<div class="Custom_UnionStyle">{}</div>',
    "<article>{}</article>",
    '<div class="某系统"><div class="正文">{}</div></div>',
)


@pytest.mark.parametrize("wrapper", BODIES)
def test_the_article_is_found_and_the_site_left_out(wrapper: str) -> None:
    tools = "<div class='share'>分享到：<a>微信</a></div><p>【打印】【关闭】</p><script>var a='第九条';</script>"
    markup = f"{MENU}<table><tr>{wrapper.format(PARAGRAPHS + tools)}</tr></table>{FOOT}"
    assert page(markup).text.split("\n") == list(BODY)


def test_an_article_that_the_page_holds_twice_is_read_once() -> None:
    twice = f'<div class="pc TRS_Editor">{PARAGRAPHS}</div><div class="wap TRS_Editor">{PARAGRAPHS}</div>'
    assert page(MENU + twice + FOOT).text.split("\n") == list(BODY)


def test_two_different_articles_are_both_read() -> None:
    other = "<p>附件：证明事项清单，由各级行政机关在本办法施行后三十日内向社会公布。</p>"
    two = f'<div class="TRS_Editor">{PARAGRAPHS}</div><div class="TRS_Editor">{other}</div>'
    assert len(page(MENU + two).text.split("\n")) == 4


def test_a_marked_element_without_most_of_the_text_is_not_the_article() -> None:
    markup = f'<div class="content">请输入您要查询的关键词进行检索</div><div>{PARAGRAPHS}</div>'
    assert set(BODY) <= set(page(markup).text.split("\n"))


def test_a_list_of_links_is_not_passed_over_in_silence() -> None:
    links = "".join(f"<li><a href='/{i}'>关于公布证明事项清单第{i}批的公告</a></li>" for i in range(5))
    assert "第4批" in page(f"<div><ul>{links}</ul></div>").text


TITLES = [
    '<meta name="ArticleTitle" content="证明事项管理办法">',
    "<h1>当前位置：首页 &gt; 政策</h1><h1>证明事项管理办法</h1>",
    "<title>证明事项管理办法 - 某某市人民政府门户网站</title>",
]


@pytest.mark.parametrize("head", TITLES)
def test_a_title_that_the_body_lacks_comes_first(head: str) -> None:
    extract = read_bytes(f"<html>{head}{MENU}<div id='zoom'>{PARAGRAPHS}</div>".encode(), PAGE)
    assert extract.text.split("\n") == ["证明事项管理办法", *BODY]


def test_a_title_that_the_body_has_is_not_repeated() -> None:
    markup = f"<h1>证明事项管理办法</h1><div id='zoom'><p>证明事项<br>管理办法</p>{PARAGRAPHS}</div>"
    assert page(markup).text.split("\n") == ["证明事项", "管理办法", *BODY]


def test_facts_and_number_beside_the_text_come_first() -> None:
    table = (
        "<table><tr><td>索 引 号：</td><td>A-1</td><td>主题分类：</td><td>综合</td></tr>"
        "<tr><td>发布机构：</td><td>某某市人民政府</td><td>成文日期：</td><td>2023-01-02</td></tr></table>"
    )
    markup = f"{table}<p>某政规〔2023〕4号</p><div id='zoom'>{PARAGRAPHS}</div>"
    expected = ["索引号：A-1", "发布机构：某某市人民政府", "成文日期：2023-01-02", "某政规〔2023〕4号", *BODY]
    assert page(markup).text.split("\n") == expected


SHOWN = [
    ("<p>甲<b>乙</b>丙</p><p>丁<br>戊</p>", ["甲乙丙", "丁", "戊"]),
    ("<div>甲<div>乙</div>丙</div>", ["甲", "乙", "丙"]),
    ("<p>&nbsp;&nbsp;&#12288;第一条&ensp;为了&amp;&lt;甲&gt;&copy;</p>", ["第一条 为了&<甲>©"]),
    ("<p>行政\n      机关 A\n  B</p>", ["行政机关 A B"]),
    ("<pre>甲\n乙</pre>", ["甲", "乙"]),
    ("<p>甲<!-- 乙 --><script>丙</script><style>丁</style><del>戊</del><ins>己</ins></p>", ["甲己"]),
    ("<p>甲<select><option>乙</select><textarea>丙</textarea><button>丁</button></p>", ["甲"]),
    ("<ol><li>甲<li>乙</ol>丙", ["1. 甲", "2. 乙", "丙"]),
    ("<ol start=3><li>甲<li value=9>乙<li>丙</ol>", ["3. 甲", "9. 乙", "10. 丙"]),
    (
        "<ol type=a><li>甲</ol><ol type=I><li>乙<li>丙<li>丁<li>戊</ol>",
        ["a. 甲", "I. 乙", "II. 丙", "III. 丁", "IV. 戊"],
    ),
    ("<ol style='list-style-type: cjk-ideographic'><li>甲<li><p>乙</p></ol>", ["一、甲", "二、乙"]),
    ("<ol class='custom_cn2 list-paddingleft-1'><li><p>甲</p></ol>", ["（一）甲"]),
    ("<ol style='list-style:none'><li>1.甲</ol><ul><li>乙</ul>", ["1.甲", "乙"]),
    ("<ol><li>甲<ol><li>子</ol><li>乙</ol>", ["1. 甲", "1. 子", "2. 乙"]),
    ("<p>⼈⺠\u200b政府\x07</p>", ["人民政府"]),
    ("甲</p></div>乙<table><tr><td>", ["甲", "乙"]),
]


@pytest.mark.parametrize(("markup", "shown"), SHOWN)
def test_lines_are_what_a_browser_shows(markup: str, shown: list[str]) -> None:
    assert lines(markup) == shown


def test_tables_become_rows_whose_cells_have_spans() -> None:
    markup = (
        "<p>前</p><table><caption>表1</caption><tr><th>序号<th>材料<th>要求</tr>"
        "<tr><td rowspan=2>1<td><p>身份</p><p>证明</p><td>原件</tr><tr><td>执照<td>复印件</tr>"
        "<tr><td colspan=2>合计<td>2</tr></table><p>后</p>"
    )
    read = html_text(markup, whole=True)
    rows = ["序号\t材料\t要求", "1\t身份 证明\t原件", "\t执照\t复印件", "合计\t\t2"]
    assert read.text.split("\n") == ["前", "表1", *rows, "后"]
    cells = [[read.text[cell.start : cell.end] for cell in row] for row in read.tables[0].rows]
    assert ["\t".join(row) for row in cells] == rows
    assert [origin.via for origin in read.origins] == ["text", "text", *["table"] * 4, "text"]


def test_tables_that_lay_out_the_page_are_read_as_lines() -> None:
    for markup in (
        f"<table><tr><td>{PARAGRAPHS}</td></tr></table>",
        f"<table><tr><td><table><tr><td>甲<td>乙</table></td><td>{PARAGRAPHS}</td></tr></table>",
        f"<table><tr><td>甲</td><td>{PARAGRAPHS * 12}</td></tr></table>",
    ):
        assert set(BODY) <= set(lines(markup))


def test_hostile_spans_do_not_grow_a_table_without_bound() -> None:
    read = html_text("<table>" + "<tr><td colspan=99999 rowspan=99999>甲<td>乙</tr>" * 50 + "</table>", whole=True)
    assert max(len(row) for table in read.tables for row in table.rows) <= 100


def test_pictures_and_linked_files_are_gaps() -> None:
    inside = '<img src="a.png"><img src="/icon/x.png"><img src="b.jpg" width=16><a href="/f/附件1.docx">附件1</a>'
    gaps = page(f"<div class='TRS_Editor'>{PARAGRAPHS}{inside}</div>").gaps
    assert [gap.where for gap in gaps] == ["网页图片", "网页附件"]
    assert "1 张图片" in gaps[0].reason
    assert "附件1" in gaps[1].reason


CHARSETS = [
    ("gbk", "gb2312"),
    ("utf-8", "gb2312"),
    ("gbk", ""),
    ("utf-16", "utf-16"),
    ("utf-8-sig", ""),
    ("big5", "big5"),
]


@pytest.mark.parametrize(("written", "declared"), CHARSETS)
def test_the_charset_is_found_even_where_the_page_is_wrong_about_it(written: str, declared: str) -> None:
    meta = f'<meta charset="{declared}">' if declared else ""
    words = "第一條 申請人應當提供證明" if written == "big5" else "第一条 申请人应当提供证明"
    data = f"<html><head>{meta}</head><body><p>{words}</p></body></html>".encode(written)
    assert words in read_bytes(data, PAGE).text


def test_html_from_word_is_kept_whole() -> None:
    markup = (
        "<html xmlns:o='urn:schemas-microsoft-com:office:office'><body><div class=WordSection1>"
        "<p class=MsoNormal><span>第一条<o:p></o:p></span></p><div class=footer>附注</div>"
        "<![if !supportLists]><span>（一）</span><![endif]></div></body></html>"
    )
    assert lines(markup) == ["第一条", "附注", "（一）"]


@pytest.mark.parametrize(
    ("body", "lost"),
    [
        (f"<p>{'本办法自发布之日起施行。' * 8}</p><img src='a.png' width='400' height='300'>", False),
        (f"<p>{'本办法自发布之日起施行。' * 8}</p><a href='a.docx'>附件</a>", False),
        ("<h1>一图读懂新办法</h1><img src='a.png' width='400' height='300'>", True),
    ],
)
def test_pictures_and_links_beside_a_text_are_named_but_nothing_of_it_is_lost(body: str, lost: bool) -> None:
    page = read_bytes(f"<!doctype html><html><body>{body}</body></html>".encode(), Path("网页.html"))
    assert [gap.lost for gap in page.gaps] == [lost]
