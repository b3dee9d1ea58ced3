"""What a Word file holds that its text does not tell -> gaps."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from checker.model import Gap
from checker.read.docx_package import Element, Package, R, Relation

_FEW = 20
"""A file of pictures may still hold this many characters: a page number, a heading."""
_OBJECT = "{urn:schemas-microsoft-com:office:office}OLEObject"
_UNREAD = {"diagramData": "图示（SmartArt）", "chart": "图表"}
_EMBEDDED = ("oleObject", "package")


def find_gaps(text: str, package: Package, links: dict[str, Relation], body: Element, hidden: int) -> Iterator[Gap]:
    """Pictures instead of text, attachments, drawings with words of their own, and hidden text."""
    words = len("".join(text.split()))
    if words < _FEW and any("/media/" in name for name in package.names):
        yield Gap("文档", "只有图片，没有文字，未读")
    elif not words:
        yield Gap("文档", "没有文字")
    if hidden:
        yield Gap("文档", f"有 {hidden} 个字设为隐藏，未读")
    yield from _attachments(links, body)
    for kind, name in _UNREAD.items():
        count = sum(link.kind == kind for link in links.values())
        if count:
            yield Gap(name, f"共 {count} 个，其中的文字未读")


def _attachments(links: dict[str, Relation], body: Element) -> Iterator[Gap]:
    programs = {item.get(R + "id"): item.get("ProgID") or "" for item in body.iter(_OBJECT)}
    formulas = 0
    for identifier, link in links.items():
        program = programs.get(identifier, "")
        if link.kind in _EMBEDDED and program.startswith("Equation"):
            formulas += 1
        elif link.kind in _EMBEDDED:
            name = PurePosixPath(link.target.replace("\\", "/")).name
            yield Gap(f"内嵌附件 {name}" + f"（{program}）" * bool(program), "未读")
    if formulas:
        yield Gap("公式对象", f"共 {formulas} 个，未读")
