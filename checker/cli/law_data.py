"""``checker laws import | bundle | update | rollback``: what the law data is made of, and how it is kept fresh."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from checker.errors import LawError

_FILE = click.Path(path_type=Path)
_library = click.option("--library", type=_FILE, metavar="文件", help="法规库文件，默认是本用户的法规库。")


@click.command("import")
@click.argument("source", metavar="文件或文件夹", type=_FILE)
@_library
def imported(source: Path, library: Path | None) -> int:
    """导入法规文本（Markdown、txt、docx），建立自己的法规库。"""
    from checker.laws.importing import import_laws
    from checker.laws.library import default_library
    from checker.read import read

    done = import_laws(source, library or default_library(), lambda path: read(path).text)
    for name, reason in done.left_out:
        click.echo(f"未导入 {name}：{reason}", err=True)
    click.echo(f"导入 {done.added} 个版本，已有 {done.known} 个，未导入 {len(done.left_out)} 个文件")
    return 0


@click.command("bundle")
@click.argument("target", metavar="法规包.zip", type=_FILE)
@_library
def bundled(target: Path, library: Path | None) -> int:
    """把现用的法规登记册和法规库做成一个法规包，供不联网的机器更新。"""
    from checker.laws.bundle import hash_of, make_bundle
    from checker.laws.library import default_library

    if target.is_dir() or not target.absolute().parent.is_dir():
        raise LawError(f"{target}：不能写入，应为一个文件，所在文件夹须存在")
    if library is not None and not library.is_file():
        raise LawError(f"{library}：没有这个法规库")
    bundle = make_bundle(target, library or default_library(), date.today())
    click.echo(f"已做成法规包 {target}：{'、'.join(bundle.sha256)}，法规库截至 {bundle.as_of}")
    click.echo(f"SHA-256  {hash_of(target)}")
    return 0


@click.command("update")
@click.argument("source", metavar="法规包.zip", type=_FILE)
@click.option("--sha256", metavar="校验值", help="法规包应有的 SHA-256，不符则不更新。")
def updated(source: Path, sha256: str | None) -> int:
    """用法规包更新法规数据；损坏、被改动或者较旧的包不用。"""
    from checker.laws.bundle import hash_of
    from checker.laws.state import data_folder
    from checker.laws.update import update

    if sha256 and source.is_file() and hash_of(source) != sha256.strip().lower():
        raise LawError(f"{source}：校验值与 --sha256 给出的不符，未更新")
    bundle = update(source, data_folder())
    click.echo(f"已更新，法规库截至 {bundle.as_of}；恢复原状用 checker laws rollback")
    return 0


@click.command("rollback")
def rolled_back() -> int:
    """恢复上一次更新之前的法规数据。"""
    from checker.laws import load_laws
    from checker.laws.state import data_folder
    from checker.laws.update import undo

    undo(data_folder())
    click.echo(f"已恢复，法规库截至 {load_laws(with_library=False).as_of}")
    return 0
