"""A list that an office publishes (csv, xlsx) into names and what each is based on."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from checker.errors import LawError
from checker.lazy import lazily

_MOST_ROWS = 50_000
_MOST_BYTES = 64 * 2**20
_MOST_UNPACKED = 512 * 2**20
_HEAD_ROWS = 15
_NAME = lazily(
    r"(?:事项|项目|许可|收费|基金|保证金|证明|条目)(?:事项|项目|材料)?(?:的)?名称|^名称$|^(?:事项|项目|收费项目|许可事项|证明事项|保证金)$"
)
_BASIS = (lazily("依据"), lazily("文号|文件"))
_SPACE = lazily(r"\s+")


class Row(NamedTuple):
    """An item of a list: its name, and the words of the column that says what it is based on."""

    name: str
    basis: str


def read_table(path: Path) -> list[Row]:
    """The items of a list; LawError if the file is no table, or has no column for name and basis."""
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise LawError(f"{path}：文件过大，不是清单")
        rows = list(_cells(path))
    except FileNotFoundError:
        raise LawError(f"{path}：没有这个文件") from None
    except (OSError, csv.Error, zipfile.BadZipFile, ValueError, KeyError) as error:
        raise LawError(f"{path}：清单无法读取（{error}）") from error
    start, name, basis = _header(path, rows)
    return _items(rows[start:], name, basis)


def _cells(path: Path) -> Iterator[list[str]]:
    suffix = path.suffix.lower()
    if suffix == ".xls":
        raise LawError(f"{path}：不读取 .xls，请另存为 .xlsx 或者 .csv")
    source = _sheets(path) if suffix == ".xlsx" else csv.reader(io.StringIO(_decoded(path)))
    for number, row in enumerate(source):
        if number >= _MOST_ROWS:
            raise LawError(f"{path}：超过 {_MOST_ROWS} 行，不是清单")
        yield [_SPACE.sub("", cell) for cell in row]


def _decoded(path: Path) -> str:
    data = path.read_bytes()
    if b"\0" in data[:4096]:
        raise LawError(f"{path}：不是 csv 文本")
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise LawError(f"{path}：编码无法识别，请另存为 UTF-8")


def _sheets(path: Path) -> Iterator[list[str]]:
    """Rows of every sheet."""
    try:
        from openpyxl import load_workbook
    except ImportError:
        raise LawError(
            f"{path}：读取 xlsx 需要 openpyxl（pip install 'hegui-checker[lists]'），或者另存为 csv"
        ) from None
    with zipfile.ZipFile(path) as packed:
        if sum(item.file_size for item in packed.infolist()) > _MOST_UNPACKED:
            raise LawError(f"{path}：解压后过大，不是清单")
    book = load_workbook(path, read_only=True, data_only=True)
    try:
        for sheet in book.worksheets:
            for row in sheet.iter_rows(values_only=True):
                yield ["" if cell is None else str(cell) for cell in row]
    finally:
        book.close()


def _header(path: Path, rows: list[list[str]]) -> tuple[int, int, int]:
    """Where the items begin, and the columns of name and basis."""
    for number, row in enumerate(rows[:_HEAD_ROWS]):
        basis = next((at for pattern in _BASIS for at, cell in enumerate(row) if pattern.search(cell)), None)
        name = next((at for at, cell in enumerate(row) if at != basis and _NAME.search(cell)), None)
        if name is not None and basis is not None:
            return number + 1, name, basis
    raise LawError(f"{path}：没有找到表头，须有“事项名称”（或项目名称、证明名称）和“设定依据”（或依据、文号）两列")


def _items(rows: Iterable[list[str]], name: int, basis: int) -> list[Row]:
    """One item a name; a row without one continues the item above (merged cells)."""
    items: list[Row] = []
    for row in rows:
        cells = row + [""] * (max(name, basis) + 1 - len(row))
        if cells[name] and not _NAME.search(cells[name]):
            items.append(Row(cells[name], cells[basis]))
        elif cells[basis] and items and not cells[name]:
            items[-1] = Row(items[-1].name, items[-1].basis + cells[basis])
    return items
