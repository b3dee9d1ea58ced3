"""What can go wrong, in words that a user can act on (Chinese)."""

from __future__ import annotations

import errno

_REASONS = {
    errno.ENOENT: "文件夹或文件不存在",
    errno.ENOTDIR: "路径中有一段不是文件夹",
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.EROFS: "磁盘是只读的",
    errno.ENOSPC: "磁盘已满",
    errno.ENAMETOOLONG: "路径太长",
    errno.EISDIR: "是文件夹，不是文件",
    errno.EEXIST: "已有同名的文件",
    errno.EMFILE: "同时打开的文件太多",
    errno.EIO: "磁盘或者网络出错",
}


def why(problem: OSError) -> str:
    """What the system's error means, in Chinese; its own words where that is not known."""
    return _REASONS.get(problem.errno or 0, problem.strerror or str(problem))


class CheckerError(Exception):
    """Base of every error that is shown to a user; the message starts with the path it is about."""


class ReadError(CheckerError):
    """A file could not be read at all."""


class RuleError(CheckerError):
    """A rule file is wrong: ``path:line: what was found, what was allowed``."""


class LawError(CheckerError):
    """The law register or library cannot be used."""


class ConfigError(CheckerError):
    """An option or configuration value is not one of the allowed ones."""
