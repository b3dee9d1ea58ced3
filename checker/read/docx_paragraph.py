"""A w:p -> its words, with tracked changes taken as accepted, and the text boxes that hang on it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from checker.lazy import lazily
from checker.read.docx_package import Element, W
from checker.read.docx_symbols import symbol

_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_VML = "{urn:schemas-microsoft-com:vml}"
_SPACE, _BLANK = "{http://www.w3.org/XML/1998/namespace}space", " \t"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"

_TEXT, _PROPERTIES, _HIDDEN = W + "t", W + "rPr", W + "vanish"
_WORDS = frozenset((_TEXT, _M + "t", _A + "t"))
_MARKS = {W + "tab": "\t", W + "ptab": "\t", W + "br": "\n", W + "cr": "\n", W + "noBreakHyphen": "-"}
_INSERTED = frozenset((W + "ins", W + "moveTo"))
_LEFT_OUT = frozenset(
    (W + "del", W + "moveFrom", W + "pPr", W + "rPr", W + "rt", W + "sdtPr", W + "sdtEndPr", W + "smartTagPr")
)
_EMPHATIC_CIRCLE = lazily(r"^\s*eq\s*\\o(?:\\\w+)*\s*\([^,，、]*[,，、]\s*(.+?)\s*\)\s*$", re.IGNORECASE)


class Piece(NamedTuple):
    """Some words, and whether a tracked change put them in."""

    text: str
    revised: bool


@dataclass(slots=True)
class _Field:
    """A field that is open: where its words begin, and its code so far."""

    start: int
    code: str = ""


@dataclass(slots=True)
class Words:
    """What a paragraph says; ``hidden`` counts the characters that are set not to be shown."""

    pieces: list[Piece] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    hidden: int = 0
    fields: list[_Field] = field(default_factory=list)

    def add(self, text: str, revised: bool) -> None:
        if text:
            self.pieces.append(Piece(text, revised))


def words_of(paragraph: Element) -> Words:
    """The words of a paragraph in order, without its automatic number."""
    words = Words()
    _walk(paragraph, words, False)
    return words


def shown(alternatives: Element) -> Element | None:
    """The branch of an mc:AlternateContent that is read: the first choice, or the fallback if there is none."""
    choice = alternatives.find(_MC + "Choice")
    if choice is not None and any(child.text for child in choice.iter(*_WORDS)):
        return choice
    fallback = alternatives.find(_MC + "Fallback")
    return choice if fallback is None else fallback


def _walk(nodes: Iterable[Element], words: Words, revised: bool) -> None:
    for child in nodes:
        tag = child.tag
        if tag in _WORDS:
            words.add(_said(child), revised)
        elif tag in _LEFT_OUT:
            continue
        elif tag in _MARKS:
            words.add(_MARKS[tag], revised)
        elif tag in _SPECIAL:
            _SPECIAL[tag](child, words, revised)
        else:
            _walk(child, words, revised or tag in _INSERTED)


def _run(node: Element, words: Words, revised: bool) -> None:
    """Nearly all of a file is runs of one w:t, so these are read without a further call."""
    for child in node:
        tag = child.tag
        if tag == _TEXT:
            words.add(_said(child), revised)
        elif tag != _PROPERTIES:
            _walk((child,), words, revised)
        elif _is_on(child.find(_HIDDEN)):
            words.hidden += sum(len(text.text or "") for text in node.iter(_TEXT))
            return


def _said(node: Element) -> str:
    """The text of a w:t; like Word, without white space at its ends unless that is to be preserved."""
    text = (node.text or "").replace("\n", " ")
    if (text[:1] not in _BLANK and text[-1:] not in _BLANK) or node.get(_SPACE) == "preserve":
        return text
    return text.strip(_BLANK)


def _alternatives(node: Element, words: Words, revised: bool) -> None:
    branch = shown(node)
    if branch is not None:
        _walk(branch, words, revised)


def _box(node: Element, words: Words, _: bool) -> None:
    words.boxes.append(node)


def _word_art(node: Element, words: Words, revised: bool) -> None:
    words.add(node.get("string") or "", revised)


def _symbol(node: Element, words: Words, revised: bool) -> None:
    words.add(symbol(node.get(W + "font") or "", node.get(W + "char") or ""), revised)


def _field_mark(node: Element, words: Words, revised: bool) -> None:
    """Between begin and separate stands the code of a field, which nobody sees; after it the result, which is kept."""
    kind = node.get(W + "fldCharType")
    if kind == "begin":
        words.add(_check_box(node), revised)
        words.fields.append(_Field(len(words.pieces)))
    elif words.fields and kind in ("separate", "end"):
        opened = words.fields[-1]
        if opened.start >= 0:
            del words.pieces[opened.start :]
            opened.start = -1
            enclosed = _EMPHATIC_CIRCLE.match(opened.code)
            if enclosed and kind == "end":
                words.add(_circled(enclosed[1]), revised)
        if kind == "end":
            words.fields.pop()


def _code(node: Element, words: Words, _: bool) -> None:
    if words.fields:
        words.fields[-1].code += node.text or ""


def _check_box(node: Element) -> str:
    box = node.find(f"{W}ffData/{W}checkBox")
    if box is None:
        return ""
    state = box.find(W + "checked")
    return "☑" if _is_on(state if state is not None else box.find(W + "default")) else "□"


def _circled(text: str) -> str:
    """带圈字符 of a number is the enclosed number; of anything else the thing itself."""
    return chr(0x2460 + int(text) - 1) if text.isdecimal() and 1 <= int(text) <= 20 else text


def _is_on(switch: Element | None) -> bool:
    return switch is not None and switch.get(W + "val") not in ("0", "false", "off")


_SPECIAL: dict[str, Callable[[Element, Words, bool], None]] = {
    W + "r": _run,
    W + "sym": _symbol,
    W + "fldChar": _field_mark,
    W + "instrText": _code,
    W + "txbxContent": _box,
    _VML + "textpath": _word_art,
    _MC + "AlternateContent": _alternatives,
}
