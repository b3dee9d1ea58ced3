"""``python -m tests``: format, lint, types, layers and tests, in one command; what CI runs."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

STEPS = {
    "format": [sys.executable, "-m", "ruff", "format", "--check", "."],
    "lint": [sys.executable, "-m", "ruff", "check", "."],
    "types": [sys.executable, "-m", "mypy"],
    "layers": [str(Path(sys.executable).with_name("lint-imports"))],
    "tests": [sys.executable, "-m", "pytest", "-q"],
}


def main() -> int:
    """Run every step, even after one failed, and exit 1 if any did."""
    failed = [name for name, command in STEPS.items() if _run(name, command)]
    print("failed: " + ", ".join(failed) if failed else "all steps passed", flush=True)
    return 1 if failed else 0


def _run(name: str, command: list[str]) -> int:
    print(f"== {name}", flush=True)
    return subprocess.run(command, cwd=Path(__file__).parents[1], check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
