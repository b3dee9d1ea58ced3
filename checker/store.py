"""Compiled expressions kept in the user's cache: one file for all, written whole when the process ends."""

from __future__ import annotations

import atexit
import json
import os
import re
import sys
from array import array
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from checker.resources import cache_folder

_LARGEST = 32 * 2**20
_MOST = 6_000


class _Code(NamedTuple):
    """What the interpreter's constructor of patterns is given."""

    flags: int
    groups: int
    names: dict[str, int]
    code: bytes


_new: dict[tuple[str, int], _Code] = {}


def load_code(pattern: str, flags: int) -> re.Pattern[str] | None:
    """The expression as an earlier run compiled it; None if none did."""
    kept = _kept().get((pattern, flags))
    if kept is None:
        return None
    try:
        return _build(pattern, kept)
    except (RuntimeError, ValueError, TypeError, OverflowError):
        return None


def save_code(pattern: str, flags: int) -> re.Pattern[str]:
    """Compile, and remember for the end of the process."""
    try:
        code = _compile(pattern, flags)
        built = _build(pattern, code)
    except (ImportError, AttributeError, RuntimeError, TypeError, ValueError, OverflowError):
        return re.compile(pattern, flags)
    if not _new:
        atexit.register(_write)
    _new[pattern, flags] = code
    return built


def _compile(pattern: str, flags: int) -> _Code:
    from re import _compiler, _parser  # type: ignore[attr-defined]

    parsed = _parser.parse(pattern, flags)
    code = array("I", _compiler._code(parsed, flags))
    state = parsed.state
    return _Code(int(flags | state.flags), state.groups - 1, dict(state.groupdict), code.tobytes())


def _build(pattern: str, kept: _Code) -> re.Pattern[str]:
    import _sre  # type: ignore[import-not-found]

    numbers: list[str | None] = [None] * (kept.groups + 1)
    for name, number in kept.names.items():
        numbers[number] = name
    code = array("I")
    code.frombytes(kept.code)
    constructor: Any = _sre.compile
    built: re.Pattern[str] = constructor(pattern, kept.flags, code.tolist(), kept.groups, kept.names, tuple(numbers))
    return built


@cache
def _kept() -> dict[tuple[str, int], _Code]:
    """What the file holds: a line of JSON that tells where in the rest each code lies."""
    try:
        path = _path()
        if path.stat().st_size > _LARGEST:
            return {}
        head, _, codes = path.read_bytes().partition(b"\n")
        return {
            (pattern, flags): _Code(told, groups, names, codes[start:end])
            for pattern, flags, told, groups, names, start, end in json.loads(head)
        }
    except (OSError, ValueError, TypeError, ImportError):
        return {}


def _write() -> None:
    kept = {**_kept(), **_new}
    if len(kept) > _MOST:
        kept = dict(_new)
    index, codes, at = [], [], 0
    for (pattern, flags), one in kept.items():
        index.append((pattern, flags, one.flags, one.groups, one.names, at, at + len(one.code)))
        codes.append(one.code)
        at += len(one.code)
    try:
        path = _path()
        temporary = path.with_suffix(f".{os.getpid()}.tmp")
        temporary.write_bytes(json.dumps(index).encode() + b"\n" + b"".join(codes))
        temporary.replace(path)
    except (OSError, ImportError):
        return


def _path() -> Path:
    """A file for this interpreter alone: the code means nothing to another."""
    import _sre

    python = "".join(map(str, sys.version_info[:3]))
    return cache_folder() / f"expressions-{python}-{_sre.MAGIC}-{sys.byteorder}-{array('I').itemsize}.bin"
