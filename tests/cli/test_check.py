from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, cast

import jsonschema
import pytest
from click.testing import Result

from checker.cli.judge import Order, judge
from checker.cli.output import opened
from checker.report.about import is_unread
from tests.cli.conftest import FAULTY, Run


def document(result: Result, index: int = 0) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(result.stdout)["documents"][index]
    return found


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("drafts/有错.txt",), 1),
        (("drafts/合规.txt",), 0),
        (("drafts",), 1),
        (("drafts/合规.txt", "--fail-on", "warning"), 0),
        (("drafts/合规.txt", "--fail-on", "info"), 1),
        (("drafts/有错.txt", "--fail-on", "never"), 0),
        (("drafts/有错.txt", "不存在.txt"), 2),
        (("drafts/合规.txt", "不存在.txt", "--fail-on", "never"), 2),
        (("drafts/有错.txt", "--select", "wording"), 0),
        (("drafts/有错.txt", "--select", "A"), 1),
        (("drafts/有错.txt", "--select", "A-penalty,W"), 1),
        (("drafts/有错.txt", "--ignore", "penalties/sets-fine"), 0),
        (("drafts/有错.txt", "--as-of", "2025-01-01"), 1),
        (("drafts/有错.txt", "--as", "minutes"), 0),
        (("drafts/有错.txt", "--as", "会议纪要"), 0),
    ],
)
@pytest.mark.parametrize("form", ["text", "json", "sarif"])
def test_exit_code_tells_the_outcome(check: Run, words: tuple[str, ...], code: int, form: str) -> None:
    assert check(*words, "--format", form).exit_code == code


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ((), "缺少参数"),
        (("drafts", "--select", "penalty"), "没有名为 penalty 的规则、规则包或领域；是不是"),
        (("drafts", "--ignore", "penalties/set-fine"), "是不是 penalties/sets-fine"),
        (("drafts", "--select", "A", "--ignore", "A"), "没有剩下任何规则"),
        (("drafts", "--as", "办法"), "normative（行政规范性文件）"),
        (("drafts", "--as-of", "明天"), "明天 不是日期"),
        (("drafts", "--encoding", "klingon"), "没有编码 klingon"),
        (("drafts", "--encoding", "base64"), "没有编码 base64"),
        (("drafts", "--format", "xml"), "'text', 'json', 'sarif'"),
        (("drafts", "--frmt", "json"), "没有选项 --frmt"),
        (("drafts", "--output", "drafts/有错.txt"), "是被检查的文件"),
        (("drafts/有错.txt", "--output", "./drafts/../drafts/有错.txt"), "是被检查的文件"),
        (("drafts", "--output", "drafts"), "是文件夹"),
        (("drafts", "--output", "没有/结果.json"), "不能写入"),
        (("drafts", "--trace", "--format", "json"), "--trace 只能与"),
        (("drafts", "--rules", "没有"), "没有 不存在"),
    ],
)
def test_wrong_use_is_told_in_chinese_and_changes_nothing(check: Run, words: tuple[str, ...], says: str) -> None:
    result = check(*words)
    assert result.exit_code == 2
    assert says in result.stderr
    assert Path("drafts/有错.txt").read_text("utf-8") == FAULTY


def test_json_is_as_the_published_schema_says(check: Run) -> None:
    schema = json.loads((Path(__file__).parents[2] / "docs/findings.schema.json").read_text("utf-8"))
    Path("半.txt").write_bytes("第一条 处以五元罚款。".encode("gb18030") + b"\xff\xff")
    result = check("drafts", "没有.docx", "半.txt", "--format", "json")
    jsonschema.Draft202012Validator(schema).validate(json.loads(result.stdout))


def test_text_shows_place_quotation_law_and_cure(check: Run) -> None:
    shown = check("drafts/有错.txt").stdout
    for words in ("错误", "第二条", "第3行", "【处以五百元罚款】", "《中华人民共和国行政处罚法》第十六条", "删去。"):
        assert words in shown


def test_unread_file_is_named_and_the_others_are_checked(check: Run) -> None:
    Path("坏.pdf").write_bytes(b"%PDF-1.7\ntruncated")
    Path("空.txt").write_bytes(b"")
    result = check("坏.pdf", "空.txt", "没有.docx", "drafts/有错.txt", "--format", "json")
    assert json.loads(result.stdout)["summary"] == {"error": 1, "warning": 0, "info": 1, "documents": 4, "unread": 3}
    for index, name in enumerate(("坏.pdf", "空.txt", "没有.docx")):
        assert document(result, index)["path"] == name
        assert document(result, index)["gaps"][0]["where"] == "文件"
        assert name in result.stderr


def test_reason_of_an_unread_file_does_not_repeat_its_path(check: Run) -> None:
    assert document(check("没有.docx", "--format", "json"))["gaps"][0]["reason"] == "找不到这个文件"


def test_folder_is_walked_in_order_and_every_file_once(check: Run) -> None:
    result = check("drafts", "drafts/有错.txt", "--format", "json")
    assert [found["path"] for found in json.loads(result.stdout)["documents"]] == ["drafts/合规.txt", "drafts/有错.txt"]


def test_folder_without_files_is_an_error(check: Run, place: Path) -> None:
    (place / "空").mkdir()
    result = check("空")
    assert result.exit_code == 2
    assert "没有可检查的文件" in result.stderr


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
def test_standard_input_is_read(check: Run, encoding: str) -> None:
    result = check("-", "--format", "json", input=FAULTY.encode(encoding))
    assert document(result)["path"] == "-"
    assert [finding["rule"] for finding in document(result)["findings"]] == [
        "wording/vague-purpose",
        "penalties/sets-fine",
    ]


def test_path_may_begin_with_a_dash_or_hold_spaces(check: Run) -> None:
    Path("-x 1.txt").write_text(FAULTY, "utf-8")
    assert document(check("--format", "json", "--", "-x 1.txt"))["path"] == "-x 1.txt"


def test_output_is_written_whole(check: Run) -> None:
    assert check("drafts", "--format", "json", "--output", "结果.json").stdout == ""
    assert json.loads(Path("结果.json").read_text("utf-8"))["summary"]["documents"] == 2


def test_files_of_other_formats_in_a_folder_are_named(check: Run) -> None:
    for _ in range(2):
        result = check("drafts", "--format", "json", "--output", "drafts/结果.json")
        assert result.exit_code == 1
    assert "另有 1 个其他格式的文件未检查：drafts/结果.json" in result.stderr
    assert json.loads(Path("drafts/结果.json").read_text("utf-8"))["summary"]["documents"] == 2


def test_unreadable_format_in_a_folder_is_unread(check: Run) -> None:
    Path("drafts/扫描.jpg").write_bytes(b"\xff\xd8\xff\xe0" + b"\0" * 100)
    result = check("drafts")
    assert result.exit_code == 2
    assert "扫描.jpg" in result.stderr


def test_broken_off_report_leaves_an_older_one_as_it_was(place: Path) -> None:
    old = place / "结果.json"
    old.write_text("旧", "utf-8")
    with pytest.raises(ZeroDivisionError), opened(old, exact=True) as file:
        file.write("新")
        raise ZeroDivisionError
    assert old.read_text("utf-8") == "旧"
    assert sorted(path.name for path in place.iterdir()) == ["drafts", "rules", "结果.json"]


def test_fault_of_the_program_in_one_file_is_told_in_its_report(place: Path) -> None:
    order = Order(rules=(place / "rules",), kind="normative", as_of=cast(date, "明天"))  # a fault of the caller
    report = judge(order, place / "drafts/有错.txt")
    assert is_unread(report)
    assert report.gaps[0].reason.startswith("内部错误：")
    with pytest.raises(TypeError):
        judge(replace(order, debug=True), place / "drafts/有错.txt")


def test_quiet_lists_only_files_with_findings(check: Run) -> None:
    shown = check("drafts", "--quiet", "--select", "A").stdout
    assert "有错.txt" in shown
    assert "合规.txt" not in shown


def test_trace_tells_why_rules_fired(check: Run) -> None:
    shown = check("drafts/有错.txt", "--trace").stdout
    assert "指出（错误）  自行设定罚款  penalties/sets-fine" in shown
    assert "理由：" in shown


def test_processes_give_the_same_report(check: Run) -> None:
    for number in range(5):
        Path(f"drafts/{number}.txt").write_text(FAULTY, "utf-8")
    assert check("drafts", "--jobs", "2").stdout == check("drafts").stdout


def test_rules_can_be_added_to_others(check: Run, place: Path) -> None:
    (place / "own/wording").mkdir(parents=True)
    text = (place / "rules/wording/vague-purpose.yaml").read_text("utf-8")
    (place / "own/wording/own.yaml").write_text(text.replace("wording/vague-purpose", "wording/own"), "utf-8")
    shown = check("drafts/合规.txt", "--add-rules", "own").stdout
    assert "3 条规则" in shown


def test_picture_beside_the_text_is_named_but_the_page_is_checked(check: Run) -> None:
    words = "第一条　为了规范小餐饮经营，制定本办法，适用于本市行政区域内从事小餐饮经营的个人和单位，有效期为五年，由市市场监督管理局负责解释，自公布之日起施行。"
    Path("页.html").write_text(
        f"<html><body><p>{words}</p><img src='a.png' width='300' height='200'></body></html>", "utf-8"
    )
    result = check("页.html", "--format", "json")
    assert result.exit_code == 0
    assert document(result)["gaps"] == [{"where": "网页图片", "reason": "正文中有 1 张图片，图片里的文字没有读取"}]
    assert "页.html：未读 网页图片" in result.stderr
    assert "  未读  网页图片：" in check("页.html").stdout


def test_errors_of_the_system_are_told_in_chinese(check: Run) -> None:
    result = check("drafts/有错.txt", "--output", "没有/结果.json")
    assert result.exit_code == 2
    assert "没有/结果.json：不能写入（文件夹或文件不存在）" in result.stderr
    assert "有一个路径是空的" in check("").stderr
    assert check("长" * 5000, "drafts/合规.txt").exit_code == 2
