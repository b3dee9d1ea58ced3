"""A draft of a rule file, and what is still to be filled in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from checker.errors import ConfigError, RuleError, why

_BLANK = "待填写"
_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*/[a-z0-9]+(?:-[a-z0-9]+)*")
_DRAFT = """\
id: {name}
area: {area}
title: 待填写（指出什么，一句话）
severity: info                # error 明确抵触，warning 疑似、须人工判断，info 提示
applies_to: [normative, draft]
basis:
  - law: 待填写（法律、法规、文件的全称，不加书名号）
    article: 待填写（第几条）
    gist: 待填写（这一条说了什么）
match:
  kind: terms                 # 各组词依次出现在一句话里；另有 pattern、missing、citation、layout
  groups: [[待填写甲], [待填写乙]]
  within: 20                  # 两组词之间最多隔几个字
message: 「{{text}}」待填写（错在哪里）。
suggestion: 待填写（怎样改）
traps:
  - 待填写（哪些写法看着像、其实合规）
examples:
  violation:                  # 用 << >> 标出应当指出的字
    - 申请人应当<<待填写甲和待填写乙>>。
    - 经营者必须<<待填写甲和待填写乙>>。
  compliant:
    - 本句合规，没有上面的字。
    - 这一句也合规。
    - 第三句仍然合规。
"""


def write(name: str, folder: Path) -> Path:
    """Write the draft of a rule. Raises ConfigError for a name that cannot be one, or a rule that is there already."""
    if not _NAME.fullmatch(name):
        raise ConfigError(f"{name}：规则应写作 规则包/规则，用小写英文和连字符，如 penalties/sets-fine")
    path = folder / f"{name}.yaml"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(_DRAFT.format(name=name, area=_area(path.parent)))
    except FileExistsError:
        raise ConfigError(f"{path}：已有这个文件，不覆盖") from None
    except OSError as problem:
        raise ConfigError(f"{path}：不能写入（{why(problem)}）") from problem
    return path


def _area(pack: Path) -> str:
    """The area of a rule that is already in the pack."""
    for file in sorted(pack.glob("*.yaml")):
        found = re.search(r"^area:\s*(\S+)", file.read_text("utf-8"), re.MULTILINE)
        if found:
            return found[1]
    return "W-vague"


def missing(path: Path) -> Iterator[str]:
    """What of a draft is still blank or wrong."""
    for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1):
        if _BLANK in line:
            yield f"{path.as_posix()}:{number}: {line.strip()}"
    yield from _wrong(path)


def _wrong(path: Path) -> Iterator[str]:
    from checker.api import load_rules
    from checker.examples import problems

    try:
        book = load_rules([path.resolve()])
        for rule in book.rules:
            yield from problems(rule, book)
    except RuleError as problem:
        yield str(problem)
