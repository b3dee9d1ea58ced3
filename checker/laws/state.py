"""Which state of the law data is in use: the one that ships, or one that an update put in the user's folder."""

from __future__ import annotations

import json
import os
import shutil
import time
from contextlib import suppress
from pathlib import Path

from checker.errors import LawError
from checker.resources import rules_folder

_POINTER = "state.json"
_STALE = 24 * 3600
"""Seconds after which what a broken-off update or import left behind is thrown away."""


def data_folder() -> Path:
    """Where this user's own library, lists and updates are kept."""
    base = os.environ.get("XDG_DATA_HOME") or os.environ.get("LOCALAPPDATA") or str(Path.home() / ".local" / "share")
    return Path(base) / "hegui-checker"


def current_state(folder: Path | None = None) -> Path | None:
    """The folder of the update in use; None if the register that ships is."""
    folder = folder or data_folder()
    name = _read(folder)["current"]
    return folder / name if name and (folder / name / "register.tsv").is_file() else None


def register_folder() -> Path:
    """Where the register is to be read: from the update in use, unless the program ships a newer one."""
    shipped = rules_folder() / "laws"
    state = current_state()
    return state if state and _as_of(state) >= _as_of(shipped) else shipped


def activate(fresh: Path, name: str, folder: Path) -> None:
    """Put a finished folder into use under ``name``, in one step; the state before it is kept, older ones are not."""
    before = _read(folder)["current"]
    target = folder / name
    if target.exists() and name != before:
        shutil.rmtree(target)
    if not target.exists():
        fresh.replace(target)
    previous = before if name != before else _read(folder)["previous"]
    _write(folder, name, previous)


def roll_back(folder: Path) -> None:
    """Go back to the state before the last update, once; LawError if none is kept."""
    state = _read(folder)
    if state["previous"] is None:
        raise LawError(f"{folder}：没有可以恢复的上一个法规数据")
    _write(folder, state["previous"], None)


def clear_away(folder: Path) -> None:
    """Remove states no longer pointed to, and what was left behind."""
    state = _read(folder)
    kept = {state["current"], state["previous"]}
    for path in folder.glob("state-*"):
        if path.is_dir() and path.name not in kept:
            shutil.rmtree(path, ignore_errors=True)
    clear_leftovers(folder)


def clear_leftovers(folder: Path) -> None:
    """Remove what updates and imports that were killed left behind; not what one that runs now is writing."""
    for path in folder.glob(".laws-*"):
        with suppress(OSError):
            if path.stat().st_mtime < time.time() - _STALE:
                shutil.rmtree(path) if path.is_dir() else path.unlink()


def _read(folder: Path) -> dict[str, str | None]:
    """``current`` and ``previous``: names of folders; empty is the data that ships, None is nothing."""
    try:
        said = json.loads((folder / _POINTER).read_text("utf-8"))
        return {"current": _name(said["current"]) or "", "previous": _name(said["previous"])}
    except FileNotFoundError:
        return {"current": "", "previous": None}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise LawError(f"{folder / _POINTER}：无法读取或已损坏（{error}），删除该文件即恢复自带的法规数据") from error


def _name(said: object) -> str | None:
    if said is None or said == "" or (isinstance(said, str) and said.startswith("state-") and said.isascii()):
        return None if said is None else str(said)
    raise ValueError(f"{said!r}")


def _write(folder: Path, current: str | None, previous: str | None) -> None:
    fresh = folder / f".{_POINTER}.{os.getpid()}"
    fresh.write_text(json.dumps({"current": current, "previous": previous}) + "\n", "utf-8")
    fresh.replace(folder / _POINTER)


def _as_of(folder: Path) -> str:
    with (folder / "register.tsv").open(encoding="utf-8") as file:
        try:
            return str(json.loads(file.readline())["as_of"])
        except (ValueError, KeyError, TypeError):
            return ""
