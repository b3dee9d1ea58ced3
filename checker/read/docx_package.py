"""The bytes of a Word file -> its parts as XML, whatever state the package is in."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from checker.errors import ReadError
from checker.model import Gap
from checker.read.docx_salvage import salvage
from checker.read.limits import open_zip, read_part

Element = Any
"""An lxml element; lxml comes without types."""

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_STRICT = re.compile(rb"http://purl\.oclc\.org/ooxml/(\w+)/")
_TRANSITIONAL = rb"http://schemas.openxmlformats.org/\1/2006/"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


class Relation(NamedTuple):
    """What a part points at: ``kind`` is the last word of the relationship's type, ``target`` a part name or a URL."""

    kind: str
    target: str
    external: bool


@dataclass(frozen=True)
class Package:
    """Parts by name; what was found broken on the way is added to ``gaps``.

    ``load`` gives the bytes of a part and whether they are whole.
    """

    names: dict[str, str]
    load: Callable[[str], tuple[bytes, bool]]
    gaps: list[Gap] = field(default_factory=list)

    def read(self, name: str) -> bytes | None:
        """The bytes of a part, None if there is no such part; a damaged one is given as far as it goes, with a gap."""
        real = self.names.get(_plain(name))
        if real is None:
            return None
        data, whole = self.load(real)
        if not whole:
            self.gaps.append(Gap(real, "文件内的这一部分已损坏，只读出可以恢复的内容"))
        return data

    def xml(self, name: str) -> Element | None:
        """The root of a part, in the transitional namespaces; a damaged part is read as far as it goes."""
        data = self.read(name)
        if data is None:
            return None
        root, whole = parse(data)
        if not whole:
            self.gaps.append(Gap(name, "文件内的这一部分结构有误，只读出可以识别的内容"))
        return root

    def relations(self, name: str) -> dict[str, Relation]:
        """What ``name`` points at, by relationship id, in the order of the file."""
        folder, base = posixpath.split(name)
        root = self.xml(f"{folder}/_rels/{base}.rels")
        return {} if root is None else dict(_relations(root, folder))

    def main(self) -> str:
        """The name of the document part, "" if there is none."""
        named = [link.target for link in self.relations("").values() if link.kind == "officeDocument"]
        guesses = sorted(name for name in self.names if re.fullmatch(r"(.*/)?document\d*\.xml", name))
        return next((name for name in (*named, "word/document.xml", *guesses) if _plain(name) in self.names), "")


def open_package(path: Path, data: bytes) -> Package:
    """The parts of a docx; raises ReadError, saying in Chinese what the file is, if it is none."""
    if data.startswith(_OLE):
        raise ReadError(f"{path}：{_ole_reason(data)}")
    try:
        archive = open_zip(path, data)
    except ReadError:
        if _has_directory(data):  # too large, or behind a password
            raise
    else:
        names = {_plain(name): name for name in archive.namelist()}
        return Package(names, partial(_load, archive, data))
    parts = salvage(data)
    if not any(_plain(name).endswith("document.xml") for name in parts):
        raise ReadError(f"{path}：不是完整的 Word 文档（.docx），无法打开")
    gap = Gap("文档", "文件不完整或已损坏，只读出可以恢复的部分")
    return Package({_plain(name): name for name in parts}, lambda name: (parts[name], True), [gap])


def parse(data: bytes) -> tuple[Element | None, bool]:
    """The root of some XML and whether it was well formed; None if nothing could be made of it."""
    from lxml import etree

    options = {"resolve_entities": False, "no_network": True, "load_dtd": False, "huge_tree": False}
    options |= {"remove_comments": True, "remove_pis": True}
    data = _transitional(data)
    try:
        return etree.fromstring(data, etree.XMLParser(**options)), True
    except etree.XMLSyntaxError:
        pass
    try:
        return etree.fromstring(data, etree.XMLParser(recover=True, **options)), False
    except etree.XMLSyntaxError:
        return None, False


def _transitional(data: bytes) -> bytes:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        text = data.decode("utf-16", "replace")
        data = re.sub(r"^\s*<\?xml[^>]*\?>", "", text).encode()
    return _STRICT.sub(_TRANSITIONAL, data) if b"purl.oclc.org/ooxml" in data else data


def _relations(root: Element, folder: str) -> Iterator[tuple[str, Relation]]:
    for link in root:
        external = link.get("TargetMode") == "External"
        target = link.get("Target") or ""
        if not external:
            target = posixpath.normpath(posixpath.join("/", folder, target.replace("\\", "/"))).lstrip("/")
        yield link.get("Id") or "", Relation((link.get("Type") or "").rpartition("/")[2], target, external)


def _load(archive: zipfile.ZipFile, data: bytes, name: str) -> tuple[bytes, bool]:
    try:
        return read_part(archive, name), True
    except ReadError:
        return salvage(data).get(name, b""), False


def _plain(name: str) -> str:
    """Part names differ in case and slashes between the programs that write them."""
    return name.replace("\\", "/").lstrip("/").lower()


def _has_directory(data: bytes) -> bool:
    try:
        zipfile.ZipFile(io.BytesIO(data)).close()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, EOFError):
        return False
    return True


def _ole_reason(data: bytes) -> str:
    if "EncryptedPackage".encode("utf-16-le") in data:
        return "文件已加密，请去掉密码后再检查"
    if "WordDocument".encode("utf-16-le") in data:
        return "旧版 Word（.doc）格式，请另存为 .docx"
    return "不是 Word 文档（旧版 Office 的其他格式）"
