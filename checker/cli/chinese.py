"""click's own words in Chinese.

click looks its words up with gettext, whose catalogues are found through the language of the environment and
need a compiled file; an office machine may have any language set. So the look-up itself is replaced.
"""

from __future__ import annotations

import sys

import click

_WORDS = {
    "Usage:": "用法：",
    "Options": "选项",
    "Commands": "命令",
    "Positional arguments": "参数",
    "Show this message and exit.": "显示这段说明。",
    "Aborted!": "已中断。",
    "default: {default}": "默认：{default}",
    "required": "必填",
    "Error: {message}": "错误：{message}",
    "Try '{command} {option}' for help.": "用法见 {command} {option}。",
    "Invalid value: {message}": "取值不对：{message}",
    "Invalid value for {param_hint}: {message}": "{param_hint} 取值不对：{message}",
    "Missing argument": "缺少参数",
    "Missing option": "缺少选项",
    "Missing parameter": "缺少参数",
    "Missing {param_type}": "缺少 {param_type}",
    "Missing parameter: {param_name}": "缺少参数：{param_name}",
    "Missing command.": "缺少命令。",
    "Choose from:\n\t{choices}": "可选：\n\t{choices}",
    "No such option {name!r}.": "没有选项 {name}。",
    "No such option: {name}": "没有选项 {name}。",
    "No such command {name!r}.": "没有命令 {name}。",
    "Did you mean {possibility}?": "是不是 {possibility}？",
    "(Did you mean one of: {possibilities}?)": "是不是下列之一：{possibilities}？",
    "(Possible options: {possibilities})": "是不是下列之一：{possibilities}？",
    "Option {name!r} does not take a value.": "选项 {name} 不带取值。",
    "Option {name!r} requires an argument.": "选项 {name} 须带取值。",
    "Option {name!r} requires {nargs} arguments.": "选项 {name} 须带 {nargs} 个取值。",
    "Got unexpected extra argument ({args})": "多余的参数（{args}）",
    "Got unexpected extra arguments ({args})": "多余的参数（{args}）",
    "{value!r} is not one of {choice}.": "{value} 不是 {choice}。",
    "{value!r} is not one of {choices}.": "{value} 不在可选的 {choices} 之中。",
    "{value!r} is not a valid {number_type}.": "{value} 不是数字。",
    "{value} is not in the range {range}.": "{value} 不在范围 {range} 之内。",
    "{value!r} does not match the format {format}.": "{value} 不是 {format} 格式的日期。",
    "{value!r} does not match the formats {formats}.": "{value} 不是 {formats} 格式的日期。",
    "{name} {filename!r} does not exist.": "{name} {filename} 不存在。",
    "{name} {filename!r} is a file.": "{name} {filename} 是文件。",
    "{name} {filename!r} is a directory.": "{name} {filename} 是文件夹。",
    "{name} {filename!r} is not readable.": "{name} {filename} 没有读取权限。",
    "{name} {filename!r} is not writable.": "{name} {filename} 没有写入权限。",
    "file": "文件",
    "directory": "文件夹",
    "path": "路径",
    "File": "文件",
    "Directory": "文件夹",
    "Path": "路径",
    "integer": "整数",
}
_MODULES = ("core", "decorators", "exceptions", "formatting", "parser", "termui", "types")


def one(message: str) -> str:
    """A message of click in Chinese; as it is where it has none."""
    return _WORDS.get(message, message)


def many(singular: str, plural: str, number: int) -> str:
    """The same for a message with a plural."""
    return one(singular if number == 1 else plural)


class Formatter(click.HelpFormatter):
    """Headings end in a full-width colon, and no space follows one."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """Write the usage line."""
        super().write_usage(prog, args, prefix or one("Usage:"))

    def write_heading(self, heading: str) -> None:
        """Write a heading of a section of options or commands."""
        self.write(f"{'':>{self.current_indent}}{heading}：\n")


class Context(click.Context):
    """Help is written by our formatter."""

    formatter_class = Formatter


def dress(command: click.Command) -> click.Command:
    """Give a command, and the commands under it, Chinese usage lines and headings."""
    command.context_class = Context
    command.options_metavar = "[选项]"
    if isinstance(command, click.Group):
        command.subcommand_metavar = "命令 [参数]…"
        for inner in command.commands.values():
            dress(inner)
    return command


def install() -> None:
    """Let click speak Chinese in this process."""
    for name in _MODULES:
        module = sys.modules.get(f"click.{name}")
        for word, look_up in (("_", one), ("ngettext", many)):
            if module is not None and hasattr(module, word):
                setattr(module, word, look_up)
