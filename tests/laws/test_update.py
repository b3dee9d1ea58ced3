"""Law data carried in a zip: put into use whole or not at all, never older, and undone once."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from checker.cli import main
from checker.errors import LawError
from checker.laws import aged, forget, load_laws
from checker.laws.bundle import hash_of, make_bundle
from checker.laws.importing import import_laws
from checker.laws.library import default_library, open_library
from checker.laws.state import current_state, data_folder
from checker.laws.update import undo, update
from checker.report.about import About
from checker.report.text import render
from checker.resources import rules_folder

TODAY = date(2026, 11, 22)
ACT = "某国停车条例\n2001年3月1日公布\n第一条 停车应当有序。\n"
OTHER = "某国骑行条例\n2002年3月1日公布\n第一条 骑行应当靠右。\n"


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    forget()
    yield
    forget()


def _run(*words: str) -> Result:
    return CliRunner().invoke(main, list(words))


def _law(folder: Path, text: str) -> Path:
    path = folder / f"{text.splitlines()[0]}.txt"
    path.write_text(text, "utf-8")
    return path


def _shipped() -> str:
    return load_laws(rules_folder() / "laws", with_library=False).as_of


def _dated(bundle: Path, day: str, **changes: object) -> Path:
    """The bundle with another date in its register, and with hashes that are right for it."""
    import hashlib

    with zipfile.ZipFile(bundle) as packed:
        members = {name: packed.read(name) for name in packed.namelist()}
    manifest = json.loads(members.pop("manifest.json"))
    head, _, rest = members["register.tsv"].partition(b"\n")
    members["register.tsv"] = json.dumps(json.loads(head) | {"as_of": day}).encode() + b"\n" + rest
    manifest |= {"as_of": day, "sha256": {n: hashlib.sha256(d).hexdigest() for n, d in members.items()}, **changes}
    return _packed(bundle.with_name(f"{day}.zip"), {"manifest.json": json.dumps(manifest).encode(), **members})


def _packed(path: Path, members: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in members.items():
            packed.writestr(name, data)
    return path


def test_a_bundle_brings_register_and_texts_and_is_undone_once(tmp_path: Path) -> None:
    import_laws(_law(tmp_path, ACT), tmp_path / "prepared.sqlite")
    made = tmp_path / "laws.zip"
    make_bundle(made, tmp_path / "prepared.sqlite", TODAY)
    told = _run("laws", "update", str(_dated(made, "2030-01-01")))
    assert told.exit_code == 0 and "2030-01-01" in told.output
    laws = load_laws()
    assert laws.as_of == "2030-01-01"
    assert laws.article("某国停车条例", "第一条", TODAY) == "停车应当有序。"
    assert "2030-01-01" in _run("cite", str(_law(tmp_path, OTHER))).output
    assert _run("laws", "rollback").exit_code == 0
    assert load_laws().as_of == _shipped()
    assert load_laws().article("某国停车条例", "第一条", TODAY) is None
    again = _run("laws", "rollback")
    assert again.exit_code == 2 and "没有可以恢复" in again.output


def test_an_update_leaves_what_the_user_imported(tmp_path: Path) -> None:
    import_laws(_law(tmp_path, ACT), tmp_path / "prepared.sqlite")
    import_laws(_law(tmp_path, OTHER), default_library())
    made = tmp_path / "laws.zip"
    make_bundle(made, tmp_path / "prepared.sqlite", TODAY)
    update(made, data_folder())
    laws = load_laws()
    assert laws.article("某国停车条例", "第一条", TODAY) and laws.article("某国骑行条例", "第一条", TODAY)
    both = tmp_path / "both.zip"
    make_bundle(both, default_library(), TODAY)
    with zipfile.ZipFile(both) as packed:
        packed.extract("laws.sqlite", tmp_path)
    library = open_library(tmp_path / "laws.sqlite")
    assert library and all(library.versions(name) for name in ("某国停车条例", "某国骑行条例"))


def test_equal_data_gives_equal_bundles(tmp_path: Path) -> None:
    import_laws(_law(tmp_path, ACT), default_library())
    for name in ("one.zip", "two.zip"):
        make_bundle(tmp_path / name, default_library(), TODAY)
    assert hash_of(tmp_path / "one.zip") == hash_of(tmp_path / "two.zip")


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-2000])


def _flipped(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 0xFF
    path.write_bytes(data)


def _no_zip(path: Path) -> None:
    path.write_bytes("不是压缩文件".encode())


def _without_register(path: Path) -> None:
    _packed(path, {"manifest.json": b"{}"})


def _foreign_member(path: Path) -> None:
    with zipfile.ZipFile(path, "a") as packed:
        packed.writestr("../../evil.txt", "x")


def _changed_member(path: Path) -> None:
    with zipfile.ZipFile(path) as packed:
        members = {name: packed.read(name) for name in packed.namelist()}
    _packed(path, members | {"organs.tsv": members["organs.tsv"] + b"\n"})


def _bomb(path: Path) -> None:
    with zipfile.ZipFile(path) as packed:
        members = {name: packed.read(name) for name in packed.namelist()}
    _packed(path, members | {"organs.tsv": b"\0" * 10**6})


@pytest.mark.parametrize(
    ("damage", "words"),
    [
        (_cut, "已损坏"),
        (_flipped, "已损坏"),
        (_no_zip, "不是法规包"),
        (_without_register, "内容不全"),
        (_foreign_member, "不是法规包"),
        (_changed_member, "校验值"),
        (_bomb, "过大"),
    ],
)
def test_a_damaged_bundle_changes_nothing(damage: Callable[[Path], None], words: str, tmp_path: Path) -> None:
    made = tmp_path / "laws.zip"
    make_bundle(made, None, TODAY)
    damage(made)
    with pytest.raises(LawError, match=words):
        update(made, data_folder())
    assert current_state() is None
    assert [path.name for path in data_folder().iterdir()] == []


def test_older_newer_and_lying_bundles_are_refused(tmp_path: Path) -> None:
    made = tmp_path / "laws.zip"
    make_bundle(made, None, TODAY)
    with pytest.raises(LawError, match=f"截至2020-01-01，早于.*{_shipped()}"):
        update(_dated(made, "2020-01-01"), data_folder())
    with pytest.raises(LawError, match="升级程序"):
        update(_dated(made, "2030-01-01", format=99), data_folder())
    with pytest.raises(LawError, match="日期与清单不符"):
        update(_dated(made, "2030-01-01", as_of="2031-01-01"), data_folder())
    with pytest.raises(LawError, match="没有这个文件"):
        update(tmp_path / "nowhere.zip", data_folder())
    told = _run("laws", "update", str(made), "--sha256", "0" * 64)
    assert told.exit_code == 2 and "校验值" in told.output
    assert current_state() is None


def test_an_update_that_breaks_off_leaves_the_old_state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = tmp_path / "laws.zip"
    make_bundle(made, None, TODAY)
    update(_dated(made, "2030-01-01"), data_folder())

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("checker.laws.update.activate", killed)
    with pytest.raises(KeyboardInterrupt):
        update(_dated(made, "2031-01-01"), data_folder())
    forget()
    assert load_laws().as_of == "2030-01-01"


def test_only_the_state_before_is_kept(tmp_path: Path) -> None:
    made = tmp_path / "laws.zip"
    make_bundle(made, None, TODAY)
    for day in ("2030-01-01", "2031-01-01", "2032-01-01", "2032-01-01"):
        update(_dated(made, day), data_folder())
    assert sorted(path.name[:16] for path in data_folder().glob("state-*")) == ["state-2031-01-01", "state-2032-01-01"]
    undo(data_folder())
    assert load_laws().as_of == "2031-01-01"


def test_a_damaged_pointer_is_told(tmp_path: Path) -> None:
    data_folder().mkdir(parents=True)
    (data_folder() / "state.json").write_text('{"current": "../elsewhere", "previous": null}', "utf-8")
    with pytest.raises(LawError, match="恢复自带的法规数据"):
        load_laws()


def test_old_law_data_is_said_to_be_old(tmp_path: Path) -> None:
    assert aged("2026-08-28", date(2026, 11, 26)) == ""
    assert aged("2026-08-28", date(2026, 11, 27)) == "法规库已超过90天未更新"


def test_a_report_for_people_ends_with_the_warning() -> None:
    ends = ["".join(render([], About("1", (), "x", day, today=TODAY))) for day in ("2026-01-01", "2026-11-01")]
    assert ["超过90天未更新" in end for end in ends] == [True, False]
