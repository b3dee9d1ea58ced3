"""Places in an act, as citations name them."""

from __future__ import annotations

import pytest

from checker.laws.articles import article_key, read_articles
from checker.laws.numerals import chinese, number

CASES = {
    "第九条、第十条和第二十三条第二款第（一）、（三）项": "第九条 第十条 第二十三条第二款第（一）项 第二十三条第二款第（三）项",
    "第五条至第八条": "第五条 第六条 第七条 第八条",
    "第一百二十条之一第二款": "第一百二十条之一第二款",
    "第二、三、五条": "第二条 第三条 第五条",
    "第12条第2款第3项": "第十二条第二款第（三）项",
    "第 十 条": "第十条",
    "第十二条、十三条": "第十二条 第十三条",
    "第七十五条第二款和第四款": "第七十五条第二款 第七十五条第四款",
    "第三条第二款、第四条第一项": "第三条第二款 第四条第（一）项",
    "第三十条第（一）项至第（三）项": "第三十条第（一）项 第三十条第（二）项 第三十条第（三）项",
    "第四条第一款第一项第1目": "第四条第一款第（一）项第1目",
    "第二十五至二十八条": "第二十五条 第二十六条 第二十七条 第二十八条",
    "第九条，三项内容": "第九条",
    "第三条例外情形": "",
    " 第一条 为了规范管理": "",
    "附则": "",
}


@pytest.mark.parametrize("text", CASES)
def test_articles_are_read_with_their_paragraphs_and_items(text: str) -> None:
    refs, _ = read_articles(text, 0)
    assert " ".join(ref.label for ref in refs) == CASES[text]


def test_a_range_too_long_to_list_is_kept_as_its_ends() -> None:
    refs, _ = read_articles("第一条至第九百条", 0)
    assert [ref.article for ref in refs] == [1, 900]


@pytest.mark.parametrize(("numeral", "value"), [("一千二百六十", 1260), ("二〇二一", 2021), ("37", 37), ("十", 10), ("三百零五", 305), ("百", 100), ("x", 0), ("99999", 0)])  # fmt: skip
def test_numerals_have_a_value(numeral: str, value: int) -> None:
    assert number(numeral) == value


def test_every_article_number_reads_back() -> None:
    assert all(number(chinese(value)) == value for value in range(1, 2000))


def test_an_inserted_article_has_a_key_of_its_own() -> None:
    assert article_key("第一百二十条之一") == "120-1"
    assert article_key("第十七条") == "17"
    assert article_key("总则") == ""
