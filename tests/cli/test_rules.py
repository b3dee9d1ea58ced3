from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Run


def test_list_names_every_rule(run: Run) -> None:
    shown = run("rules", "list", "--rules", "rules").stdout
    assert "错误  penalties/sets-fine    A-penalty" in shown
    assert "共 2 条规则" in shown


def test_list_can_be_narrowed(run: Run) -> None:
    shown = run("rules", "list", "W", "--rules", "rules").stdout
    assert "wording/vague-purpose" in shown
    assert "penalties" not in shown


def test_show_gives_basis_examples_and_traps(run: Run) -> None:
    shown = run("rules", "show", "penalties/sets-fine", "--rules", "rules").stdout
    for words in ("《中华人民共和国行政处罚法》第十六条", "逾期的【处以五百元罚款】。", "不收费用。", "有上位法依据的"):
        assert words in shown


def test_unknown_rule_is_an_error_with_the_nearest(run: Run) -> None:
    result = run("rules", "show", "penalties/set-fine", "--rules", "rules")
    assert result.exit_code == 2
    assert "是不是 penalties/sets-fine" in result.stderr


def test_rules_that_keep_their_examples_pass(run: Run) -> None:
    result = run("rules", "check", "rules")
    assert (result.exit_code, result.stdout) == (0, "共 2 条规则，全部通过\n")


def test_rule_that_breaks_its_example_is_told(run: Run) -> None:
    path = Path("rules/penalties/sets-fine.yaml")
    path.write_text(path.read_text("utf-8").replace("违者<<处以一千元罚款>>", "违者<<不予处以一千元罚>>款"), "utf-8")
    result = run("rules", "check", "rules")
    assert result.exit_code == 1
    assert "penalties/sets-fine：" in result.stdout
    assert "共 2 条规则，1 条不符合自带的例句" in result.stdout


def test_every_rule_that_does_not_load_is_told(run: Run) -> None:
    for name in ("penalties/sets-fine", "wording/vague-purpose"):
        path = Path(f"rules/{name}.yaml")
        path.write_text(path.read_text("utf-8").replace("area: ", "aera: "), "utf-8")
    result = run("rules", "check", "rules")
    assert result.exit_code == 2
    assert result.stderr.count("没有键 aera") == 2


def test_folder_without_rules_is_an_error(run: Run) -> None:
    result = run("rules", "check", "drafts")
    assert result.exit_code == 2
    assert "没有规则文件" in result.stderr


def test_new_rule_says_what_is_missing_and_nothing_else(run: Run) -> None:
    result = run("rules", "new", "penalties/own")
    assert result.exit_code == 0
    assert "还缺：rules/penalties/own.yaml:3: title: 待填写" in result.stdout
    assert all("待填写" in line for line in result.stdout.splitlines()[1:])
    assert "area: A-penalty" in Path("rules/penalties/own.yaml").read_text("utf-8")
    assert run("rules", "check", "rules").exit_code == 0


def test_new_rule_never_replaces_one(run: Run) -> None:
    result = run("rules", "new", "penalties/sets-fine")
    assert result.exit_code == 2
    assert "已有这个文件" in result.stderr
