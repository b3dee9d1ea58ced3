"""numbering.xml and styles.xml -> the lists a file defines and what its styles say of them."""

from __future__ import annotations

from typing import NamedTuple

from checker.read.docx_package import Element, W


class Level(NamedTuple):
    """One level of a list.

    ``text`` holds %1 to %9 where the numbers of the levels stand. ``restart`` is the 1-based level that makes it
    begin again, 0 for never, None for any level above. ``style`` is the paragraph style that belongs to it.
    """

    start: int
    form: str
    text: str
    legal: bool
    restart: int | None
    style: str
    joined: bool


class List(NamedTuple):
    """A w:num. ``family`` is the w:abstractNum, whose lists share one count; ``starts`` are its own first numbers."""

    family: str
    levels: dict[int, Level]
    starts: dict[int, int]

    def start(self, level: int) -> int:
        """The first number of a level, also when it begins again."""
        return self.starts.get(level, self.levels[level].start if level in self.levels else 1)


class Style(NamedTuple):
    """What a style, or a paragraph, says of its numbering; an empty string says nothing."""

    based_on: str
    list_id: str
    level: str


def read_lists(numbering: Element, styles: dict[str, Style]) -> dict[str, List]:
    """Lists by w:numId."""
    families = {family.get(W + "abstractNumId"): family for family in numbering.iter(W + "abstractNum")}
    family_of = {number.get(W + "numId"): value(number, "abstractNumId") for number in numbering.iter(W + "num")}
    lists = {}
    for number in numbering.iter(W + "num"):
        name = number.get(W + "numId")
        family = family_of[name]
        link = value(families.get(family), "numStyleLink")
        if link in styles:  # the levels stand in another list, found through a numbering style
            family = family_of.get(styles[link].list_id, family)
        lists[name] = _list(number, family, families.get(family))
    return lists


def read_styles(styles: Element | None) -> tuple[dict[str, Style], str]:
    """Styles by id, and the id of the style of paragraphs that name none."""
    if styles is None:
        return {}, ""
    read, default = {}, ""
    for style in styles.iterfind(W + "style"):
        name = style.get(W + "styleId") or ""
        read[name] = Style(value(style, "basedOn"), *place(style.find(W + "pPr")))
        if style.get(W + "type") == "paragraph" and style.get(W + "default") in ("1", "true", "on"):
            default = name
    return read, default


def place(properties: Element | None) -> tuple[str, str]:
    """The list and the level that some w:pPr names."""
    numbered = None if properties is None else properties.find(W + "numPr")
    return value(numbered, "numId"), value(numbered, "ilvl")


def value(node: Element | None, name: str) -> str:
    """The w:val of a child, "" if there is no such child."""
    child = None if node is None else node.find(W + name)
    return "" if child is None else child.get(W + "val") or ""


def _list(number: Element, family: str, source: Element | None) -> List:
    levels = {} if source is None else _levels(source)
    starts = {}
    for override in number.iterfind(W + "lvlOverride"):
        levels |= _levels(override)
        start = value(override, "startOverride")
        if start.isdigit():
            starts[_index(override)] = int(start)
    return List(family, levels, starts)


def _levels(node: Element) -> dict[int, Level]:
    return {_index(level): _level(level) for level in node.iterfind(W + "lvl")}


def _level(node: Element) -> Level:
    start, restart = value(node, "start"), value(node, "lvlRestart")
    form = next(node.iter(W + "numFmt"), None)  # newer formats stand inside an mc:AlternateContent
    legal = node.find(W + "isLgl")
    return Level(
        start=int(start) if start.isdigit() else 0,
        form="decimal" if form is None else form.get(W + "val") or "decimal",
        text=value(node, "lvlText"),
        legal=legal is not None and legal.get(W + "val") not in ("0", "false", "off"),
        restart=int(restart) if restart.isdigit() else None,
        style=value(node, "pStyle"),
        joined=value(node, "suff") == "nothing",
    )


def _index(node: Element) -> int:
    index = node.get(W + "ilvl") or "0"
    return int(index) if index.isdigit() else 0
