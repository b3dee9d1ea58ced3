"""The kind of a paper, told from what is printed in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.classify import classify, evidence
from checker.errors import ConfigError
from checker.model import KINDS, Document, Extract, Origin
from checker.segment import segment
from tests.segment.samples import CARRIED_ACT, NOTICE, read

CORPUS = Path(__file__).parents[2] / "shared" / "corpus"

SAMPLES = {
    "normative": [
        CARRIED_ACT,
        NOTICE,
        "南水市人民政府关于城区限制燃放烟花爆竹的通告\n为保障安全，现通告如下：\n一、单位和个人不得在限放区内燃放烟花爆竹。\n"
        "二、违反本通告的，由公安机关依法处罚。\n三、本通告自2025年1月1日起施行。\n南水市人民政府\n2024年12月1日\n",
        "关于支持民营企业发展的若干措施\n一、对年产值首次超过一亿元的企业，给予20万元奖励。\n二、企业新增贷款的，可以申请贴息。\n",
        "南水市2025年小学入学工作方案\n一、儿童入学应当年满六周岁。\n二、家长应当按时提交户口簿。\n三、申请人应当在网上报名，"
        "不得重复报名。\n四、儿童可以就近入学。\n五、家长不得提供虚假材料，学生应当服从分配。\n六、职工子女可以申请统筹。\n",
    ],
    "draft": [
        "南水市养老机构管理办法（征求意见稿）\n第一条　为了规范养老机构，制定本办法。\n第二条　养老机构应当备案。\n",
        "关于公开征求《南水市停车管理规定》意见的公告\n现向社会公开征求意见。\n第一条　停车应当缴费。\n",
    ],
    "higher_rule": [
        "南水市文明行为促进条例\n（2023年5月4日南水市第九届人民代表大会常务委员会第三次会议通过）\n第一条　为了促进文明行为，制定本条例。\n"
        "第二条　公民应当遵守公共秩序。\n第三条　违反本条例的，处二百元罚款。\n",
        "南水省人民政府令\n第88号\n《南水省电梯安全办法》已经省政府常务会议通过，现予公布。\n省长　李大河\n2024年3月1日\n"
        "南水省电梯安全办法\n第一条　制定本办法。\n第二条　使用单位应当备案。\n第三条　本办法自2024年5月1日起施行。\n",
    ],
    "work_report": [
        "南水区2024年度法治政府建设情况报告\n2024年，在区委坚强领导下，我区扎实开展各项工作。\n一、主要做法\n全年共办理案件12件。\n"
        "二、存在问题\n力量不足。\n三、下一步打算\n加强培训。\n",
        "2024年，在局党组的坚强领导下，各项工作取得了成效。\n一、工作开展情况\n开展了普法活动，累计发放资料三千份，全年共举办讲座八场，"
        "干部职工参加学习四百人次，群众满意度不断提高，依法行政水平进一步提升，行政执法案卷评查全部合格，行政复议案件数量下降，"
        "规范性文件管理更加规范，合同审查全部覆盖，证明事项清理到位，政务公开及时准确，信访事项全部办结，矛盾纠纷有效化解，"
        "营商环境持续优化，市场主体活力增强，各项任务圆满完成，法律顾问作用得到发挥，重大决策程序全部履行到位，社会评价良好。\n"
        "二、存在问题\n学习不够深入。\n三、下步工作\n继续努力。\n",
    ],
    "minutes": [
        "南水市人民政府常务会议纪要\n会议听取了住建局的汇报。会议议定，由财政局安排资金。\n出席：李一、王二。\n"
    ],
    "personnel": ["南水市人民政府关于李一等同志职务任免的通知\n经研究，决定任命李一为市林业局局长，免去王二的职务。\n"],
    "commendation": ["南水市人民政府关于表彰先进集体和先进个人的决定\n市政府决定对林业局等单位予以表彰。\n"],
    "plan": [
        "关于印发南水市大气污染防治工作要点的通知\n各部门：\n一、总体要求\n加快推进各项任务。\n二、重点任务\n牵头单位：环保局。\n三、保障措施\n各单位要高度重视。\n",
        "南水市防汛应急预案\n一、指导思想\n统筹推进防汛工作。\n二、组织领导\n各级各部门落实责任。\n",
    ],
    "internal_rule": [
        "南水市林业局机关考勤管理办法\n第一条　为了加强机关管理，制定本办法。\n第二条　工作人员应当按时上班。\n第三条　本局干部职工请假应当经分管领导批准。\n",
        "关于印发公务用车管理制度的通知\n局机关各科室：\n一、各科室用车应当提前申请。\n二、工作人员不得公车私用。\n",
    ],
    "interpretation": [
        "《南水市犬只管理办法》政策解读\n一、出台背景\n《办法》的制定是为了规范养犬。\n问：谁应当登记？\n答：养犬人。\n"
    ],
    "service_guide": [
        "老年人优待证办事指南\n一、办理条件\n年满六十周岁。\n二、申请材料\n身份证。\n三、办理时限\n5个工作日。\n四、收费标准\n不收费。\n"
    ],
    "news": [
        "南水市启动春季植树活动\n记者从市林业局获悉，近日全市植树十万株。负责人表示，活动将持续到月底。\n活动现场，志愿者挥锹铲土。\n",
        "某市住建局发布《停车管理办法》\n日前，某市住建局召开发布会。据悉，新办法自下月起施行。\n负责人介绍，停车将更加方便。\n",
    ],
    "contract": [
        "办公楼物业服务合同\n甲方：南水市林业局\n乙方：青山物业有限公司\n一、合同价款\n甲方应当向乙方支付服务费。\n二、违约责任\n双方协商解决。\n"
    ],
    "enforcement": [
        "行政处罚决定书\n南城管罚字〔2024〕15号\n当事人：王某\n经查，当事人的违法事实清楚。本机关决定处罚款二百元。可以申请行政复议。\n"
    ],
    "procedure_paper": [
        "关于《南水市犬只管理办法》的起草说明\n一、起草背景\n近年来养犬纠纷增多。\n二、起草过程\n广泛征求了意见。\n三、需要说明的问题\n无。\n"
    ],
    "manual": ["行政执法工作手册\n一、工作流程\n立案、调查、决定。\n二、操作步骤\n填写文书。\n"],
    "table": ["南水市行政许可事项清单\n序号　事项　依据\n1　林木采伐许可　森林法\n"],
    "other": [
        "关于同意设立青山森林公园的批复\n林业局：\n你局请示收悉，同意设立。\n",
        "申请人应当提交无犯罪记录证明。",
        "",
    ],
}


def kind(text: str) -> Document:
    return classify(read(text))


@pytest.mark.parametrize(("expected", "text"), [(name, text) for name, texts in SAMPLES.items() for text in texts])
def test_the_kind_is_told_with_its_reason(expected: str, text: str) -> None:
    document = kind(text)
    assert (document.kind, document.kind_reason) == (expected, document.kind_reason)
    assert document.kind_reason


def test_every_kind_has_a_sample() -> None:
    assert set(SAMPLES) == set(KINDS)


def test_the_reason_names_what_is_printed() -> None:
    assert "标题以“办法”结尾" in kind("南水市停车办法\n第一条　停车应当缴费。\n第二条　个人应当守法。\n").kind_reason


def test_a_forced_kind_is_taken() -> None:
    document = classify(read("申请人应当提交无犯罪记录证明。"), "normative")
    assert (document.kind, document.kind_reason) == ("normative", "由用户指定")


def test_an_unknown_kind_is_refused_with_the_list_of_kinds() -> None:
    with pytest.raises(ConfigError, match="normative"):
        classify(read("甲"), "novel")


def test_evidence_speaks_only_for_known_kinds() -> None:
    for texts in SAMPLES.values():
        for text in texts:
            assert {one.kind for one in evidence(read(text))} <= set(KINDS)


def _kinds_of(folder: str, step: int) -> list[str]:
    files = sorted((CORPUS / "text" / folder).glob("*"))[::step]
    if not files:
        pytest.skip(f"旁边没有 shared/corpus/text/{folder}")
    texts = [file.read_text(encoding="utf-8-sig") for file in files]
    extracts = [Extract(Path("-"), "text", text, (Origin(0, None, 1),)) for text in texts]
    return [classify(segment(extract)).kind for extract in extracts]


SHARES = [
    ("realestate", 20, {"normative", "draft"}, 0.6),
    ("mee_decrees", 4, {"higher_rule"}, 0.75),
    ("localreg_wenming", 10, {"higher_rule"}, 0.95),
    ("aipolicy_tc260", 2, {"draft"}, 0.95),
    ("hbets_center_dynamics", 20, {"news", "other"}, 0.9),
]


@pytest.mark.parametrize(("folder", "step", "kinds", "share"), SHARES)
def test_real_papers_are_mostly_of_the_kind_their_folder_holds(
    folder: str, step: int, kinds: set[str], share: float
) -> None:
    found = _kinds_of(folder, step)
    assert sum(one in kinds for one in found) >= share * len(found)


def test_a_real_work_report_is_no_normative_paper() -> None:
    path = CORPUS / "work_report_2020.txt"
    if not path.is_file():
        pytest.skip("旁边没有 shared/corpus/work_report_2020.txt")
    text = path.read_text(encoding="utf-8-sig")
    assert kind(text).kind == "work_report"
