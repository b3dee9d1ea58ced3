"""What can go wrong, in words that a user can act on (Chinese)."""

from __future__ import annotations


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
