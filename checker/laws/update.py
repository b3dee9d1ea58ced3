"""A bundle of law data into use: checked first, put in place in one step, refused if damaged or older."""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
import zipfile
import zlib
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

from checker.errors import LawError
from checker.laws import forget
from checker.laws.bundle import FACTS, FORMAT, LIBRARY, MANIFEST, MEMBERS, Bundle
from checker.laws.library import connect, readable
from checker.laws.register import load_register, read_register
from checker.laws.state import activate, clear_away, register_folder, roll_back

_LARGEST = {MANIFEST: 2**16, "register.tsv": 2**26, "organs.tsv": 2**22, LIBRARY: 2**30}
_RATIO = 200
_BLOCK = 2**20
_BROKEN = (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError, RuntimeError)


def update(source: Path, folder: Path) -> Bundle:
    """Put a bundle into use if it is whole and no older than the data at hand; LawError if not, and nothing changes."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    scratch = Path(tempfile.mkdtemp(prefix=".laws-", dir=folder))
    try:
        try:
            with zipfile.ZipFile(source) as packed:
                bundle = _manifest(source, packed)
                _refuse_older(source, bundle)
                for name, digest in bundle.sha256.items():
                    _unpack(source, packed, name, digest, scratch / name)
        except FileNotFoundError:
            raise LawError(f"{source}：没有这个文件") from None
        except _BROKEN as error:
            raise LawError(f"{source}：法规包已损坏或者不是法规包（{error}），未更新") from error
        _try_out(source, bundle, scratch)
        activate(scratch, f"state-{bundle.as_of}-{_digest(bundle)}", folder)
        clear_away(folder)
        forget()
        return bundle
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


def undo(folder: Path) -> None:
    """Go back to the data before the last update; LawError if none is kept."""
    roll_back(folder)
    clear_away(folder)
    forget()


def _manifest(source: Path, packed: zipfile.ZipFile) -> Bundle:
    names = [item.filename for item in packed.infolist()]
    if len(names) != len(set(names)) or set(names) - {MANIFEST, *MEMBERS} or not {MANIFEST, *FACTS} <= set(names):
        raise LawError(f"{source}：不是法规包，或者内容不全（{'、'.join(names[:6])}），未更新")
    for item in packed.infolist():
        if item.file_size > _LARGEST[item.filename] or item.file_size > max(item.compress_size, 1) * _RATIO:
            raise LawError(f"{source}：{item.filename} 解压后过大（{item.file_size} 字节），未更新")
    try:
        bundle = _read(json.loads(packed.read(MANIFEST)))
    except (ValueError, TypeError, KeyError) as error:
        raise LawError(f"{source}：法规包的清单无法读取（{error}），未更新") from error
    if bundle.format > FORMAT:
        raise LawError(f"{source}：法规包由更新版本的程序（{bundle.version}）制作，请先升级程序")
    if set(bundle.sha256) != set(names) - {MANIFEST}:
        raise LawError(f"{source}：法规包的清单与内容不符，未更新")
    return bundle


def _read(said: Any) -> Bundle:
    as_of, made = (date.fromisoformat(said[name]).isoformat() for name in ("as_of", "made"))
    hashes = {str(name): str(digest) for name, digest in said["sha256"].items()}
    return Bundle(int(said["format"]), str(said["version"]), as_of, made, hashes)


def _refuse_older(source: Path, bundle: Bundle) -> None:
    at_hand = load_register(register_folder()).as_of
    if bundle.as_of < at_hand:
        raise LawError(f"{source}：法规包截至{bundle.as_of}，早于现有的法规数据（截至{at_hand}），未更新")


def _unpack(source: Path, packed: zipfile.ZipFile, name: str, digest: str, target: Path) -> None:
    """One member to a file, no longer than the zip says, and only if its hash is the manifest's."""
    found, left = hashlib.sha256(), packed.getinfo(name).file_size
    with packed.open(name) as member, target.open("wb") as file:
        while block := member.read(_BLOCK):
            left -= len(block)
            if left < 0:
                raise LawError(f"{source}：{name} 的长度与记录不符，未更新")
            found.update(block)
            file.write(block)
    if found.hexdigest() != digest:
        raise LawError(f"{source}：{name} 的校验值与清单不符，法规包已损坏或者被改动，未更新")


def _try_out(source: Path, bundle: Bundle, folder: Path) -> None:
    """Read everything once, so that what cannot be used is never put into use."""
    try:
        register = read_register(folder)
        if register.as_of != bundle.as_of or not list(register):
            raise LawError("日期与清单不符")
        library = folder / LIBRARY
        if library.is_file():
            with readable(library), closing(connect(library)) as base:
                if base.execute("PRAGMA quick_check").fetchone()[0] != "ok":
                    raise LawError("法规库已损坏")
    except (LawError, ValueError, KeyError, TypeError) as error:
        raise LawError(f"{source}：法规包的内容不能使用（{error}），未更新") from error


def _digest(bundle: Bundle) -> str:
    return hashlib.sha256("".join(sorted(bundle.sha256.values())).encode()).hexdigest()[:12]
