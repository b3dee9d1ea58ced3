"""Where the files are that a lawyer may change: in a wheel, or in a checkout."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path


@cache
def rules_folder() -> Path:
    """The ``rules`` folder that this installation came with."""
    package = Path(__file__).parent
    inside = package / "_rules"
    return inside if inside.is_dir() else package.parent / "rules"


@cache
def cache_folder() -> Path:
    """A folder only this user may read, for what can be made again. Made if it is not there."""
    base = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA") or str(Path.home() / ".cache")
    folder = Path(base) / "hegui-checker"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder
