"""The names that users read for kinds, severities, states and areas."""

from __future__ import annotations

from checker.model import Basis, Severity

SEVERITY = {Severity.ERROR: "错误", Severity.WARNING: "疑似", Severity.INFO: "提示"}

STATUS = {"open": "待处理", "waived": "已豁免", "baseline": "存量"}

KIND = {
    "normative": "行政规范性文件",
    "draft": "规范性文件征求意见稿",
    "higher_rule": "法律、法规、规章",
    "work_report": "工作报告",
    "minutes": "会议纪要",
    "personnel": "人事文件",
    "commendation": "表彰文件",
    "plan": "规划、计划、方案",
    "internal_rule": "内部管理制度",
    "interpretation": "政策解读、问答",
    "service_guide": "办事指南",
    "news": "新闻报道",
    "contract": "合同、协议",
    "enforcement": "执法文书",
    "procedure_paper": "制定程序材料",
    "manual": "工作手册、流程",
    "table": "表格、名单",
    "other": "其他文件",
    "any": "任何文件",
}

GROUP = {
    "A": "权限与内容禁止",
    "C": "证明事项",
    "F": "公平竞争",
    "P": "制定程序",
    "L": "引用核验",
    "D": "文件分类",
    "G": "格式",
    "W": "用语",
    "S": "手册、报告、合同与执法文书",
}


def cite(basis: Basis) -> str:
    """《law》article, with the number of the paper where it has one."""
    number = f"（{basis.number}）" if basis.number else ""
    return f"《{basis.law}》{number}{basis.article}"
