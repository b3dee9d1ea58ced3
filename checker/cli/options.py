"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import click

from checker.model import KINDS
from checker.report.words import KIND

Command = TypeVar("Command", bound=Callable[..., Any])


def kind(command: Command) -> Command:
    """``--as``."""
    return click.option("--as", "kind", callback=_known_kind, metavar="类型", help="指定文件类型，不自动判断。")(
        command
    )


def as_of(command: Command) -> Command:
    """``--as-of``."""
    return click.option("--as-of", callback=_date, metavar="日期", help="按这一天有效的法律检查。")(command)


def encoding(command: Command) -> Command:
    """``--encoding``."""
    return click.option("--encoding", callback=_known_encoding, metavar="编码", help="文本文件的编码，如 gb18030。")(
        command
    )


def debug(command: Command) -> Command:
    """``--debug``."""
    return click.option("--debug", is_flag=True, callback=_noted, is_eager=True, help="程序出错时停下并显示详情。")(
        command
    )


def _noted(ctx: click.Context, _: click.Parameter, value: bool) -> bool:
    from checker.cli import DEBUG

    ctx.meta[DEBUG] = value
    return value


def rules(command: Command) -> Command:
    """``--rules`` and ``--add-rules``; ``folders`` turns them into what ``load_rules`` takes."""
    path = click.Path(path_type=Path, exists=True)
    instead = click.option("--rules", type=path, multiple=True, metavar="路径", help="用这里的规则代替自带规则。")
    besides = click.option("--add-rules", type=path, multiple=True, metavar="路径", help="自带规则之外再加这里的规则。")
    return instead(besides(command))


def folders(instead: tuple[Path, ...], besides: tuple[Path, ...]) -> tuple[Path, ...]:
    """Where to load rules from; empty for the rules that were installed."""
    from checker.resources import rules_folder

    first = instead or ((rules_folder(),) if besides else ())
    return tuple(path.resolve() for path in (*first, *besides))


def _known_kind(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    """A kind of document by its key (normative) or its name (行政规范性文件)."""
    names = {KIND[key]: key for key in KINDS} | {key: key for key in KINDS}
    if value is None or value in names:
        return names[value] if value else None
    allowed = "、".join(f"{key}（{KIND[key]}）" for key in KINDS)
    raise click.BadParameter(f"没有文件类型 {value}，可用：{allowed}", ctx, param)


def _date(ctx: click.Context, param: click.Parameter, value: str | None) -> date | None:
    try:
        return date.fromisoformat(value) if value else None
    except ValueError:
        raise click.BadParameter(f"{value} 不是日期，应写作 2024-08-01", ctx, param) from None


def _known_encoding(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    try:
        b"    ".decode(value or "utf-8", "ignore")
        return value
    except LookupError:
        raise click.BadParameter(f"没有编码 {value}", ctx, param) from None
