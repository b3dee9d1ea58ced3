"""``checker train``: labelled clauses to the model of the second reader."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from checker.learn.train import Example


@click.command(help="用标注条款训练第二阅读器，写出只含数组的模型文件。")
@click.argument("clauses", type=click.Path(path_type=Path, exists=True))
@click.option(
    "--background",
    "folders",
    multiple=True,
    type=click.Path(path_type=Path, exists=True),
    help="推定合规的已公布文件所在文件夹。",
)
@click.option("--most", default=30_000, show_default=True, help="最多取用多少句背景文字。")
@click.option("--into", type=click.Path(path_type=Path), help="模型文件，默认写入规则文件夹。")
def command(clauses: Path, folders: tuple[Path, ...], most: int, into: Path | None) -> int:
    """Train, write, and print what the thresholds allow."""
    from checker.errors import CheckerError
    from checker.learn.arrays import write_arrays
    from checker.learn.judge import model_path

    try:
        import sklearn  # noqa: F401  # only asks whether it is there

        from checker.learn.train import read_examples, train
    except ImportError as problem:
        raise CheckerError("训练需要 scikit-learn：pip install 'hegui-checker[train]'") from problem
    examples = read_examples(clauses)
    quiet = _background(folders, most)
    arrays = train(examples, quiet)
    path = into or model_path()
    path.parent.mkdir(parents=True, exist_ok=True)
    write_arrays(path, arrays)
    click.echo(f"{len(examples)} 条标注条款，{len(quiet)} 句背景文字 → {path}")
    targets = arrays["targets"].tobytes().decode().split("\n")
    for target, warn, inform in zip(targets, arrays["warn"], arrays["inform"], strict=True):
        click.echo(f"{target}\t警示阈值 {warn:.3f}\t提示阈值 {inform:.3f}")
    return 0


def _background(folders: Sequence[Path], most: int) -> list[Example]:
    from checker.api import check_path, load_rules
    from checker.errors import ReadError
    from checker.learn.background import background
    from checker.model import Report
    from checker.read import walk

    whole = load_rules()
    rules = whole.only([rule for rule in whole.rules if not rule.yields])

    def check(path: Path) -> Report | None:
        try:
            return check_path(path, rules)
        except ReadError:
            return None

    return background((path for folder in folders for path in walk(folder)), check, most)
