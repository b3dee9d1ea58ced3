"""Plain arrays in an .npz file, read and written without numpy and without ever unpickling."""

from __future__ import annotations

import io
import re
import struct
import zipfile
from array import array
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from checker.errors import CheckerError

_CODES = {"<f4": "f", "|u1": "B", "<i4": "i"}
_HEADER = re.compile(rb"\{'descr': '([^']+)', 'fortran_order': False, 'shape': \((\d+),\), \}\s*")
_LIMIT = 64 * 2**20
_EPOCH = (1980, 1, 1, 0, 0, 0)


def read_arrays(path: Path) -> dict[str, array[Any]]:
    """Every array of the file by name. Raises CheckerError for anything but one-dimensional plain arrays."""
    try:
        with zipfile.ZipFile(path) as pack:
            if sum(info.file_size for info in pack.infolist()) > _LIMIT:
                raise CheckerError(f"{path}：模型文件过大")
            return {info.filename.removesuffix(".npy"): _array(pack.read(info), path) for info in pack.infolist()}
    except (OSError, zipfile.BadZipFile, struct.error, ValueError) as problem:
        raise CheckerError(f"{path}：模型文件无法读取或已损坏") from problem


def write_arrays(path: Path, arrays: Mapping[str, array[Any]]) -> None:
    """The same bytes for the same arrays, whatever the clock says."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as pack:
        for name in sorted(arrays):
            pack.writestr(zipfile.ZipInfo(f"{name}.npy", _EPOCH), _bytes(arrays[name]), zipfile.ZIP_DEFLATED)
    path.write_bytes(buffer.getvalue())


def _array(data: bytes, path: Path) -> array[Any]:
    if data[:8] != b"\x93NUMPY\x01\x00":
        raise CheckerError(f"{path}：模型文件含有数组以外的内容")
    (length,) = struct.unpack("<H", data[8:10])
    found = _HEADER.fullmatch(data[10 : 10 + length])
    if found is None or found[1].decode() not in _CODES:
        raise CheckerError(f"{path}：模型文件含有不认识的数组")
    values: array[Any] = array(_CODES[found[1].decode()])
    values.frombytes(data[10 + length :])
    if len(values) != int(found[2]):
        raise CheckerError(f"{path}：模型文件不完整")
    return values


def _bytes(values: array[Any]) -> bytes:
    code = next(code for code, kind in _CODES.items() if kind == values.typecode)
    header = f"{{'descr': '{code}', 'fortran_order': False, 'shape': ({len(values)},), }}"
    header += " " * (-(len(header) + 11) % 64) + "\n"
    return b"\x93NUMPY\x01\x00" + struct.pack("<H", len(header)) + header.encode() + values.tobytes()
