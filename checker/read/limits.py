"""How large a file may be before it is refused: an archive of some kilobytes can unpack to gigabytes."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from checker.errors import ReadError

if TYPE_CHECKING:
    import zipfile

MAX_FILE = 200 * 1024 * 1024
"""Most bytes of a file, and of all parts of an archive together."""
MAX_ENTRIES = 5_000
MAX_RATIO = 200
SMALL_PART = 1024 * 1024
"""A part up to this size may have any ratio: blank bitmaps and styles compress well."""

_ENCRYPTED = 0x1


def read_file(path: Path) -> bytes:
    """The bytes of a file up to ``MAX_FILE``; raises ReadError with the reason otherwise."""
    try:
        with path.open("rb") as file:
            data = file.read(MAX_FILE + 1)
    except FileNotFoundError:
        raise ReadError(f"{path}：找不到这个文件") from None
    except IsADirectoryError:
        readable = os.access(path, os.R_OK | os.X_OK)
        raise ReadError(f"{path}：{'是文件夹，不是文件' if readable else '没有打开这个文件夹的权限'}") from None
    except PermissionError:  # what Windows also raises for a folder
        raise ReadError(f"{path}：没有读取权限") from None
    except (OSError, ValueError):
        raise ReadError(f"{path}：读取失败，请检查路径和磁盘") from None
    if len(data) > MAX_FILE:
        raise ReadError(f"{path}：文件超过 {MAX_FILE >> 20} MB 的上限，请拆分后再检查")
    return data


def open_zip(path: Path, data: bytes) -> zipfile.ZipFile:
    """An archive whose entries are within the limits; raises ReadError naming the limit otherwise."""
    import io
    import zipfile

    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, EOFError):
        raise ReadError(f"{path}：文件内部的压缩结构已损坏，无法打开（可能没有下载或复制完整）") from None
    problem = _problem(archive.infolist())
    if problem:
        archive.close()
        raise ReadError(f"{path}：{problem}")
    return archive


def read_part(archive: zipfile.ZipFile, name: str, path: Path | None = None, cap: int = MAX_FILE) -> bytes:
    """One part, unpacked, of at most ``cap`` bytes whatever size the directory claims; ReadError if it cannot be.

    Raises KeyError if there is no such part. ``path`` is only for the message.
    """
    import zipfile
    import zlib

    where = f"{path or '-'}：文件内的 {name} "
    try:
        with archive.open(name) as part:
            data = part.read(cap + 1)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError, ValueError):
        raise ReadError(f"{where}已损坏，无法解压") from None
    if len(data) > cap:
        raise ReadError(f"{where}解压后超过 {cap >> 20} MB 的上限")
    return data


def _problem(entries: list[zipfile.ZipInfo]) -> str:
    if len(entries) > MAX_ENTRIES:
        return f"压缩包内有 {len(entries)} 个文件，超过 {MAX_ENTRIES} 个的上限，已拒绝打开"
    if sum(entry.file_size for entry in entries) > MAX_FILE:
        return f"解压后超过 {MAX_FILE >> 20} MB 的上限，已拒绝打开（可能是压缩炸弹）"
    if any(entry.flag_bits & _ENCRYPTED for entry in entries):
        return "文件已加密，请去掉密码后再检查"
    bomb = next((entry for entry in entries if _ratio(entry) > MAX_RATIO), None)
    return f"其中 {bomb.filename} 的压缩比超过 {MAX_RATIO} 倍，已拒绝打开（可能是压缩炸弹）" if bomb else ""


def _ratio(entry: zipfile.ZipInfo) -> float:
    if entry.file_size <= SMALL_PART:
        return 0
    return entry.file_size / max(entry.compress_size, 1)
