"""A compliance checker for Chinese official documents: ``check_path``, ``check_text``, ``load_rules``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from checker.version import VERSION as __version__

__all__ = ["__version__", "check_path", "check_text", "load_rules"]

if TYPE_CHECKING:
    from checker.api import check_path, check_text, load_rules


def __getattr__(name: str) -> Any:
    """The line is imported when it is first used, so that ``import checker`` costs nothing."""
    if name in __all__:
        from checker import api

        return getattr(api, name)
    raise AttributeError(name)
