"""What tells the kind of a paper: words of its title, head and body, each with a weight and the kind it speaks for.

A weight is about how many times likelier the kind becomes, in powers of two. Papers outside 行政规范性文件 follow
国办发〔2018〕115号 二（三）: 内部执行的管理规范、工作制度、机构编制、会议纪要、工作方案、请示报告、表彰奖惩、人事任免.
"""

from __future__ import annotations

from typing import NamedTuple

from checker.lazy import lazily


class Sign(NamedTuple):
    """Words that speak for ``kind``. In a body every hit counts ``weight``, up to ``most`` in all."""

    kind: str
    weight: float
    words: tuple[str, ...]
    most: float = 0.0


def _sign(kind: str, weight: float, words: str, most: float = 0.0) -> Sign:
    return Sign(kind, weight, tuple(words.split()), most or weight)


def _words(words: str) -> tuple[str, ...]:
    return tuple(words.split())


TITLE_ENDS = (
    _sign("higher_rule", 20, "条例 条例实施细则"),
    _sign("work_report", 9, "工作报告 年度报告 情况报告 情况的报告 工作总结 总结 情况汇报 工作汇报 述职报告 述法报告 年报 有关情况"),
    _sign("work_report", 4, "报告"),
    _sign("minutes", 10, "纪要 会议记录 议定事项"),
    _sign("personnel", 9, "任免的通知 任职的通知 免职的通知 任免通知 职务的通知 任免职的通知 任前公示 聘任的通知 录用人员公示"),
    _sign("commendation", 9, "表彰的决定 表彰决定 通报表扬 表扬的通报 表彰的通报 奖励的决定 嘉奖令 荣誉称号的决定 先进个人的决定"),
    _sign("procedure_paper", 6, "技术报告 评价报告 调研报告 可行性研究报告"),
    _sign("plan", 6, "要点 计划 规划 纲要 预案 应急预案 工作安排 任务分工 行动方案 三年行动 总体安排 任务清单"),
    _sign("plan", 5, "方案 工作方案 实施方案 部署"),
    _sign("interpretation", 9, "解读 政策解读 问答 答记者问 有问必答 一图读懂 图解 问题解答 名词解释 常见问题 问答汇编"),
    _sign("service_guide", 9, "办事指南 服务指南 办理指南 申请指南 申报指南 办理流程 办事流程 办理须知 申请须知 办事须知 报名指南 入学指南 详解"),
    _sign("service_guide", 4, "指引 须知 攻略"),
    _sign("service_guide", 3, "指南"),
    _sign("other", 6, "技术指南 编制指南 工作指南 建设指南 推导指南 评价指南 标准指南 指导原则 技术规范 技术导则 技术要求 简章 答复 章程"),
    _sign("contract", 10, "合同 协议 协议书 合同书 合作协议 意向书 备忘录 框架协议 责任书 补充协议 合同文本"),
    _sign("enforcement", 10, "处罚决定书 告知书 责令改正通知书 催告书 强制执行决定书 处理决定书 复议决定书 决定书 通知书 询问笔录 检查笔录 送达回证"),
    _sign("procedure_paper", 10, "起草说明 编制说明 修订说明 制定说明 起草情况说明 起草情况的说明 情况说明 说明 审核意见书 审查意见书 审核意见"
          " 审查意见 审查表 审核表 评估报告 论证报告 论证意见 征求意见情况 采纳情况 意见采纳情况 听证报告 请示 会议议题 意见反馈表"),
    _sign("manual", 9, "手册 工作手册 操作手册 工作流程 操作规程 作业指导书 工作规程 操作流程 管理流程 流程图 流程规范 操作指引"),
    _sign("table", 6, "清单 目录 一览表 统计表 台账 明细表 名单 汇总表 登记表 申请表 公示表 情况表"),
    _sign("internal_rule", 4, "工作规则 议事规则 工作制度 管理制度 制度 守则 考核办法 岗位职责 职责分工"),
    _sign("normative", 5, "办法 规定 细则 规则 若干规定 若干措施 若干政策 措施 政策 举措 通告 管理规范 准则"),
    _sign("normative", 6, "补贴方案 奖励方案 奖补方案 发放方案 安置方案 补偿方案 补助方案 招生方案"),
    _sign("normative", 4.5, "意见 实施意见 指导意见 若干意见"),
    _sign("normative", 3, "公告 标准 基准 规范 十条 条 决定 暂行办法"),
    _sign("normative", 3, "通知"),
    _sign("news", 8, "发布会 新闻发布会 动员会 推进会 座谈会 现场会 工作会议 例会"),
    _sign("other", 6, "批复 复函 函 公示 贺信 讲话 致辞 倡议书 公开信 招聘公告 中标公告 招标公告 拍卖公告 听证公告 邀请函"),
)  # fmt: skip
"""Of the title or of the act that a notice carries; the longest ending wins."""

TITLE_HAS = (
    _sign("draft", 12, "征求意见稿 草案 送审稿 讨论稿 公开征求 征求意见的 修订稿 审议稿 意见的函"),
    _sign("higher_rule", 14, "人民代表大会常务委员会关于 中华人民共和国主席令 国务院令"),
    _sign("work_report", 5, "工作总结 法治政府建设情况 法治政府建设年度 年度工作 政府信息公开工作 述职 工作情况 落实情况 整改情况"),
    _sign("minutes", 7, "会议纪要 专题会议 常务会议纪要 办公会议纪要"),
    _sign("personnel", 8, "任免 任职 免职 任命 人事 职务的 聘任 辞职 干部任 领导小组成员 组成人员 成员名单 机构编制 内设机构"),
    _sign("commendation", 7, "表彰 通报表扬 先进集体 先进个人 荣誉称号 嘉奖 表扬 评选结果 获奖"),
    _sign("plan", 3, "工作要点 工作计划 行动计划 应急预案 专项行动 专项整治 工作方案 实施方案 行动方案 规划"),
    _sign("internal_rule", 7, "考勤 请休假 值班 公文处理 公文办理 印章 公务用车 公车 车辆管理 差旅 会议制度 办公用房 办公楼 财务管理 绩效考核"
          " 督查督办 公务接待 固定资产 会议费 首问负责 学习制度 述职述廉 责任制考核 发文管理 机关工作 工作规则"),
    _sign("internal_rule", 3, "机关 内部 保密 档案管理 议事 廉政 目标考核 干部 岗位 培训费 休假"),
    _sign("normative", 3, "若干政策 若干措施 管理办法 实施细则 补贴 奖励 扶持"),
    _sign("interpretation", 6, "解读 一图读懂 问答 答记者问 划重点 热点问题"),
    _sign("service_guide", 6, "办事指南 如何办理 如何 怎么 申领 可以网办 快速办理 一文说清 一文读懂 攻略 办理流程 一图看懂 申报指南"),
    _sign("contract", 4, "合同 协议书"),
    _sign("enforcement", 6, "行政处罚 责令限期 处罚事先告知"),
    _sign("procedure_paper", 5, "起草说明 编制说明 合法性审核 公平竞争审查表 征求意见情况 听证报告 风险评估报告"),
    _sign("other", 5, "的批复 招标 中标 采购 拍卖 出让公告 挂牌 招聘 体检 面试 成绩 停水 停电 放假 节假日 会议的通知 举办 培训 研修 论坛 简章 大赛 竞赛 复函 的答复 通报情况"),
    _sign("news", 3, "发布 召开 举行 来了 重磅 助力 成功 启动 新政 出台 ！ ？ ： | …"),
)  # fmt: skip
"""Anywhere in the title outside 《》; the news words count only where no kind of paper ends the title."""

HEAD_HAS = (
    _sign("higher_rule", 18, "部务会议审议通过 部务会议通过 部务会议修订通过 部务会议讨论通过 部务会审议通过 部务会通过 部务会议审议并通过 署务会议审议通过 委务会议审议通过"
          " 委务会议通过 总局局务会议 次会议通过 次会议批准"),
    _sign("higher_rule", 2, "现予公布 现予发布"),
    _sign("higher_rule", 18, "局务会议审议通过，现予 局务会议通过，现予"),
    _sign("news", 7, "记者从 记者获悉 本报记者 记者了解 获悉 据悉 本报讯 本网讯 刚刚 官方网站 消息，"),
    _sign("news", 3, "近日 日前 官微 公众号"),
    _sign("work_report", 4, "坚强领导下 正确领导下 汇报如下 报告如下 总结如下 将有关情况报告 工作情况报告"),
    _sign("minutes", 7, "纪要如下 会议议定 出席人员 参会人员 出席： 议定如下"),
    _sign("personnel", 7, "任命 免去"),
    _sign("commendation", 5, "予以表彰 给予表彰 通报表扬 授予"),
    _sign("draft", 8, "征求意见稿 现向社会公开征求 公开征求意见 征求社会各界意见 广泛征求意见 送审稿"),
    _sign("internal_rule", 5, "各科室 各处室 机关各 全体干部 各股室 本局机关 局机关"),
    _sign("internal_rule", 2, "局属各 委属各"),
    _sign("contract", 8, "甲方 发包人 委托方"),
    _sign("enforcement", 8, "当事人： 被处罚人 当事人名称 违法事实 案由"),
    _sign("interpretation", 4, "现解读如下 现就有关问题解答"),
    _sign("service_guide", 3, "办理条件 办理对象 受理条件 事项名称 实施机关"),
    _sign("other", 5, "作为法规强制执行 中标人 招标代理 拟出让 竞买人"),
)  # fmt: skip
"""In the first characters of the text."""

HEADINGS = (
    _sign("work_report", 3, "存在问题 存在的问题 存在的主要问题 下一步 下步工作 工作开展情况 主要做法 工作成效 取得的成效 主要成效 工作打算"
          " 工作总结 今年以来 困难和问题", 9),
    _sign("plan", 1.5, "工作目标 总体要求 指导思想 组织领导 保障措施 组织保障 工作要求 实施步骤 进度安排 主要任务 重点任务 工作任务 任务分工", 4.5),
    _sign("service_guide", 2, "申请材料 办理流程 办理时限 收费标准 办理地点 咨询电话 办理条件 申请条件 办理方式 受理条件 办理依据 所需材料"
          " 办事流程 监督投诉 受理地点 报名流程", 8),
    _sign("procedure_paper", 3, "起草背景 制定背景 起草过程 起草依据 制定的必要性 主要内容 起草的必要性 需要说明的问题 征求意见情况 审核结论", 9),
    _sign("interpretation", 2, "出台背景 政策亮点 制定背景 主要内容 解读", 4),
    _sign("contract", 3, "违约责任 争议解决 合同价款 甲方权利 乙方权利 合同期限 付款方式 双方权利", 9),
    _sign("manual", 3, "拟稿 核稿 签发 流程图 操作步骤 岗位职责 工作流程", 9),
    _sign("minutes", 3, "出席 参会 列席 议定事项 会议议程", 6),
)  # fmt: skip
"""In headings."""

BODY = (
    _sign("work_report", 1, "一年来 年来， 取得了 开展了 完成了 同比增长 今年以来 有力推动 显著提升 扎实开展 深入学习贯彻 全年共 累计 存在的问题"
          " 存在问题 下一步 坚强领导下", 5),
    _sign("news", 1.5, "记者 近日 日前 据悉 获悉 表示， 介绍， 指出， 本报 采访 负责人表示 刚刚 会议指出 会议强调 活动现场 参加会议 圆满", 5),
    _sign("minutes", 2, "会议议定 会议决定 会议听取 会议审议 会议明确 议定", 7),
    _sign("contract", 1, "甲方 乙方 双方 本合同 本协议", 8),
    _sign("enforcement", 2, "当事人 本机关 违法行为 听证 行政复议 行政诉讼 送达 处罚决定", 5),
    _sign("personnel", 2, "同志任 同志为 免去 任命 试用期 职务", 5),
    _sign("plan", 0.5, "牵头单位 责任单位 配合单位 各部门 各有关部门 推进 各单位要 完成时限 加快 各级 统筹", 4),
    _sign("normative", 2, "本办法自 本规定自 本细则自 本通知自 本意见自 本措施自 本政策自 有效期 本通告自 本公告自 自发布之日起 自印发之日起"
          " 自公布之日起 由本局负责解释 负责解释", 5),
    _sign("interpretation", 1.5, "《办法》 《通知》 《意见》 《规定》 《措施》 《条例》 《方案》 答： 问：", 5),
    _sign("service_guide", 1, "办理时间 办公时间 窗口 咨询电话 网上办理 上传 登录 点击 小程序 扫码 办理地点", 3.5),
)  # fmt: skip
"""In the body, each word once."""

NUMBER = (
    _sign("higher_rule", 18, "令"),
    _sign("normative", 4, "规〔 规字 规发 规【 规[ 规（"),
    _sign("normative", 1.5, "政发 府发 政办发 府办 公告 通告 建发 管发"),
    _sign("enforcement", 7, "罚字 罚决 罚告 强字 罚〔 责改"),
    _sign("minutes", 6, "纪要 会纪 阅〔"),
    _sign("personnel", 7, "政任 任字 任〔 人字 干字 政人"),
    _sign("other", 2, "函 复〔 批〔"),
)
"""In the number of the paper (发文字号)."""

PUBLIC = _words(
    "申请人 购房人 缴存人 缴存职工 借款人 经营者 单位和个人 公民 法人 个人 业主 居民 家庭 用人单位 企业 开发企业 机构 市民 农户 学生 人才"
    " 当事人 商户 经营主体 市场主体 建设单位 施工单位 物业 驾驶人 所有人 使用人 投标人 供应商 养犬人 患者 群众 职工 幼儿 儿童 家长 毕业生"
)
"""Whom a normative paper binds."""

DUTY = lazily("[应须可处按]|不得|禁止|严禁|给予|予以|享受|补贴|提交|提供|申请")

STAFF = _words(
    "本局 我局 各科室 各处室 各股室 干部职工 工作人员 机关人员 全体干部 本机关 本单位 各部室 分管领导 主要领导 承办科室"
)
"""Whom an internal rule binds."""

OFFICES = _words("各部门 各单位 责任单位 牵头单位 牵头部门 各区县 各县 各有关部门 各街道 各乡镇 市直 各级")
"""Whom a plan gives its tasks."""

GRANTS = (
    "给予",
    "发放",
    "补贴",
    "奖励",
    "贷款额度",
    "最高额度",
    "减免",
    "贴息",
    "补助",
    "罚款",
    "处以",
    "限购",
    "首付款比例",
    "公积金贷款",
)
"""What gives the public rights or takes them."""
