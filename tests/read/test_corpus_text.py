"""Real pages and texts, where they lie beside the checkout: everything is read, and pages hold their paper exactly."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from checker.read import read

CORPUS = Path(__file__).parents[2].parent / "shared" / "corpus"
BLANK = re.compile(r"\s+")
FACT = re.compile(r"(?:索引号|发文机关|成文日期|标题|发文字号|发布日期)：.*\n?")
FURNITURE = re.compile(
    r"扫一扫|无障碍阅读|长者助手|版权所有|ICP备|网站标识码|我要纠错|分享到|用户登录|打印本页|当前位置"
)

pytestmark = pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus does not lie beside this checkout")


def test_pages_hold_the_text_that_is_kept_beside_them() -> None:
    for page in sorted((CORPUS / "html" / "govcn").iterdir())[::4]:
        kept = BLANK.sub("", read(CORPUS / "text" / "govcn_sql" / f"{page.stem}.txt").text)
        body = BLANK.sub("", FACT.sub("", read(page).text))
        assert len(body) > 200, page.name
        assert body[20:-20] in kept, page.name


def test_pages_hold_no_furniture_of_the_site() -> None:
    for page in sorted((CORPUS / "html" / "guangzhou_tianhe").iterdir()):
        if "目录" not in page.name:  # a list of links, kept whole
            assert FURNITURE.findall(read(page).text) in ([], ["扫一扫"]), page.name


def test_every_fifth_text_is_read_without_a_loss() -> None:
    for path in sorted((CORPUS / "text").rglob("*.txt"))[::5]:
        extract = read(path)
        assert extract.gaps == ()
        assert len(extract.origins) == extract.text.count("\n") + 1
