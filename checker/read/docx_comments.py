"""Word file -> the comments written in it, each with the words it is about."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from checker.read.clean import tidy
from checker.read.docx_package import Element, W, open_package
from checker.read.docx_paragraph import words_of


@dataclass(frozen=True, slots=True)
class Comment:
    """``line`` is the ordinal of the paragraph where the comment begins, as in origins; 0 if it hangs nowhere."""

    author: str
    text: str
    quote: str
    line: int


def comments(data: bytes, path: Path = Path("-")) -> tuple[Comment, ...]:
    """The comments of a file in the order in which they were stored; raises ReadError as ``docx.extract`` does."""
    package = open_package(path, data)
    main = package.main()
    links = package.relations(main)
    target = next((link.target for link in links.values() if link.kind == "comments"), "")
    body, root = package.xml(main), package.xml(target) if target else None
    return () if body is None or root is None else tuple(_comments(root, _anchors(body)))


def _comments(root: Element, anchors: dict[str, tuple[int, str]]) -> Iterator[Comment]:
    for node in root.iterfind(W + "comment"):
        line, quote = anchors.get(node.get(W + "id") or "", (0, ""))
        paragraphs = ("".join(piece.text for piece in words_of(item).pieces) for item in node.iter(W + "p"))
        yield Comment(node.get(W + "author") or "", tidy("\n".join(paragraphs)).strip(), tidy(quote), line)


def _anchors(body: Element) -> dict[str, tuple[int, str]]:
    """Paragraph and words between the start and the end of each comment's range."""
    anchors: dict[str, tuple[int, str]] = {}
    opened: set[str] = set()
    number = 0
    for node in body.iter(W + "p", W + "t", W + "commentRangeStart", W + "commentRangeEnd"):
        name = node.get(W + "id") or ""
        if node.tag == W + "p":
            number += 1
        elif node.tag == W + "commentRangeStart":
            opened.add(name)
            anchors[name] = (number, "")
        elif node.tag == W + "commentRangeEnd":
            opened.discard(name)
        else:
            for name in opened:
                anchors[name] = (anchors[name][0], anchors[name][1] + (node.text or ""))
    return anchors
