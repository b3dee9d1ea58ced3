"""Texts written for these tests, and a way to read them."""

from __future__ import annotations

from pathlib import Path

from checker.model import Document, Extract, Origin, Span, Table
from checker.segment import segment

CARRIED_ACT = """青溪县人民政府办公室关于印发青溪县
犬只管理办法的通知
青政办规〔2024〕7号

各乡镇人民政府，县政府各部门，各有关单位：
    《青溪县犬只管理办法》已经县政府第12次常务会议审议通过，现印发给你们，请认真贯彻执行。
    附件：1. 养犬登记申请表
          2. 禁养犬名录
青溪县人民政府办公室
2024年5月20日

青溪县犬只管理办法

第一章　总　则
第一条　为了加强犬只管理，根据《中华人民共和国动物防疫法》，制定本办法。
第二条　本办法适用于本县行政区域内的养犬活动。
军用、警用犬只不适用本办法。
第二章　登　记
第三条　申请养犬登记的，应当提交下列材料：
（一）居民身份证；
（二）犬只免疫证明：
1.疫苗名称；
2.接种日期。
（三）其他材料。
养犬人应当对材料的真实性负责。
第 四 条　有下列情形之一的，不予登记：
（一）未满十八周岁；
（二）无固定住所。
第三章　附　则
第五条　本办法自2024年7月1日起施行，有效期5年。

附件1
养犬登记申请表
姓名：
附件2
禁养犬名录
一、烈性犬
"""

NOTICE = """【北山市】北山市住房保障中心关于调整公租房申请条件的通知
各区住房保障中心，各有关单位:
为方便群众申请，现将有关事项通知如下:
一、申请条件
(一)申请人应当符合下列条件:
1.具有本市户籍
2.家庭人均住房面积低于15平方米
(二)新就业职工应当提供劳动合同。
二、办理时限
受理之日起20日内办结。
北山市住房保障中心
二〇二五年三月一日
"""


def read(text: str, tables: tuple[Table, ...] = ()) -> Document:
    return segment(Extract(Path("样本.txt"), "text", text, (Origin(0, None, 1),), tables=tables))


def words(document: Document, span: Span | None) -> str:
    return document.slice(span)
