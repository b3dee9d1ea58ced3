"""The command line. Each command stands in a module of its own, loaded when it is called."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from checker.cli import chinese
from checker.errors import CheckerError, why

_COMMANDS = {
    "check": "检查文件，列出问题",
    "text": "显示读到的文字、条款和页码",
    "explain": "说明一句话为什么被指出或没有被指出",
    "rules": "列出、查看、检验和新建规则",
    "laws": "查询法律、法规、规章的效力和条文",
    "cite": "核对文中引用的法律、文件",
    "impact": "列出以某部法律或其中一条为依据的文件和规则",
    "lists": "导入、查看本地发布的许可、收费、保证金、证明清单",
    "evaluate": "用标注条款测量规则集",
    "train": "训练第二阅读器",
}
_INTERRUPTED, _PIPE_CLOSED = 130, 141
DEBUG = "checker.debug"
"""Where a context keeps whether an unforeseen error is to be shown whole."""


class Commands(click.Group):
    """Commands by name; their modules export ``command``, which returns the exit code."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Those whose module is there."""
        return [name for name in _COMMANDS if Path(__file__).with_name(f"{name}.py").exists()]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load a command; None if there is no such one."""
        if cmd_name not in self.list_commands(ctx):
            return None
        return chinese.dress(import_module(f"checker.cli.{cmd_name}").command)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without loading them."""
        with formatter.section(chinese.one("Commands")):
            formatter.write_dl([(name, _COMMANDS[name]) for name in self.list_commands(ctx)])

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command and end with its exit code: 0 in order, 1 findings, 2 the job could not be done."""
        try:
            code = super().invoke(ctx)
            if sys.stdout:  # None where the shell closed it
                sys.stdout.flush()
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except KeyboardInterrupt:
            click.echo("已中断，结果不完整。", err=True)
            code = _INTERRUPTED
        except BrokenPipeError:
            _let_go_of_stdout()
            code = _PIPE_CLOSED
        except Exception as problem:
            if ctx.meta.get(DEBUG):
                raise
            raise Failure(_said(problem)) from problem
        ctx.exit(code or 0)


def _said(problem: Exception) -> str:
    if isinstance(problem, CheckerError):
        return str(problem)
    if isinstance(problem, OSError):
        where = f"{problem.filename}：" if problem.filename else ""
        return f"{where}读写失败（{why(problem)}）"
    return f"内部错误：{type(problem).__name__}：{problem}（加 --debug 看详情）"


class Failure(click.ClickException):
    """The job could not be done."""

    exit_code = 2


def _let_go_of_stdout() -> None:
    """Nobody reads any more; what is still buffered must not raise again when Python ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _speak() -> None:
    """A character that the terminal's encoding lacks becomes a question mark instead of an error."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


def _version(ctx: click.Context, _: click.Parameter, asked: bool) -> None:
    if asked and not ctx.resilient_parsing:
        from checker import __version__

        click.echo(f"checker {__version__}")
        ctx.exit()


chinese.install()


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--version", is_flag=True, is_eager=True, expose_value=False, callback=_version, help="显示版本。")
def main() -> None:
    """公文合规检查：检查公文和档案，指出问题、位置、依据和改法。

    退出码：0 没有问题，1 有问题，2 有文件未能检查。
    """
    _speak()


chinese.dress(main)
