"""The rank of an act that the register does not hold, told from its title and number."""

from __future__ import annotations

from checker.laws.names import title_key
from checker.lazy import lazily

_PROVINCES = (
    "北京|天津|河北|山西|内蒙古|辽宁|吉林|黑龙江|上海|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|广西|海南|重庆|四川|贵州|云南"
    "|西藏|陕西|甘肃|青海|宁夏|新疆|香港|澳门|台湾|深圳|广州|武汉|成都|杭州|南京|西安|青岛|厦门|珠海|汕头|宁波|大连|雄安"
)
_LOCAL = lazily(
    rf"^(?:(?:{_PROVINCES})|[\u4e00-\u9fff×XＸ某]{{1,7}}?(?:省|市|自治区|自治州|自治县|县|区|旗|州|盟|特区|兵团)(?!场|区|域|政|容))"
)
_BY_NUMBER = (
    (lazily(r"^国务院令"), "administrative_regulation"),
    (lazily(r"^(?:国家)?主席令"), "law"),
    (lazily(r"^(?:国发|国办发|国函|国办函|国发明电|国办发明电|国办)〔"), "state_council"),
    (lazily(r"^(?:法释|高检发释字)"), "judicial"),
    (lazily(r"(?:省|市|州|自治区|县|区)(?:人民)?政府令|^政府令"), "local_rule"),
    (lazily(r"(?:部|委员会|委|总局|署|局|银行|办公室|办)等?(?:.{0,12}部门)?令"), "department_rule"),
    (lazily(r"〔|公告|通告"), "normative"),
)
_NORMATIVE = lazily(
    r"(?:通知|意见|方案|公告|通告|规划|纲要|计划|措施|指引|指南|目录|清单|要点|批复|函|标准|规范|原则)(?:（[^）]*）)?$"
)


def is_local(title: str) -> bool:
    """Whether the title starts with the name of a place."""
    return _LOCAL.match(title_key(title)) is not None


def guess_rank(title: str, number: str = "") -> str:
    """One of the ranks; ``unknown`` where neither title nor number tells."""
    for pattern, rank in _BY_NUMBER:
        if number and pattern.search(number):
            return rank
    key = title_key(title)
    if is_local(key):
        return _local_rank(key)
    if _NORMATIVE.search(key):
        return "normative"
    if key.startswith(("最高人民法院", "最高人民检察院")):
        return "judicial"
    return "unknown"


def _local_rank(key: str) -> str:
    if key.endswith("条例") or ("实施" in key and "法" in key[:-2] and key.endswith("办法")):
        return "local_regulation"
    return "normative" if _NORMATIVE.search(key) else "unknown"
