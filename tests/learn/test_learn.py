"""The second reader: the same arrays from the same clauses, read back without numpy, refused when damaged."""

from __future__ import annotations

import json
import zipfile
from array import array
from pathlib import Path

import pytest

from checker.errors import CheckerError
from checker.learn.arrays import read_arrays, write_arrays
from checker.learn.features import grams
from checker.learn.model import load_model
from checker.learn.train import Example, Options, read_examples, threshold, train

FAULTS = [
    "申请人应当提交社区出具的居住证明",
    "办理年检须提供派出所开具的无犯罪记录证明",
    "报名时应出具单位盖章的收入证明",
    "换证的，提供村委会出具的身份证明",
    "须提交原单位开具的工作证明",
    "申领补助应提供邻居签字的困难证明",
]
LAWFUL = [
    "申请人出示身份证即可办理",
    "部门之间共享数据核验身份信息",
    "年检结果在网站公布",
    "补助资金按月发放到本人账户",
    "报名时间为每年九月",
    "换证不收取费用",
]


def examples() -> list[Example]:
    faulty = [Example(f"{text}{n}。", "", ("C",), f"f{n}") for n, text in enumerate(FAULTS * 3)]
    return faulty + [Example(f"{text}{n}。", "", (), f"l{n}") for n, text in enumerate(LAWFUL * 3)]


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    rows = [*examples(), *(Example("处以罚款。", "", ("A-penalty",), str(n)) for n in range(6))]
    rows += [Example("限于本地企业。", "", ("F-entry",), str(n)) for n in range(6)]
    file = tmp_path_factory.mktemp("model") / "reader.npz"
    write_arrays(file, train(rows, (), Options(rarest=1)))
    return file


def test_training_twice_gives_the_same_bytes(path: Path, tmp_path: Path) -> None:
    rows = [*examples(), *(Example("处以罚款。", "", ("A-penalty",), str(n)) for n in range(6))]
    rows += [Example("限于本地企业。", "", ("F-entry",), str(n)) for n in range(6)]
    again = tmp_path / "again.npz"
    write_arrays(again, train(rows, (), Options(rarest=1)))
    assert again.read_bytes() == path.read_bytes()


def test_a_fault_scores_above_lawful_wording_and_says_which_words_weighed(path: Path) -> None:
    model = load_model(path)
    faulty = model.read("登记时应当提交社区出具的居住证明。")
    lawful = model.read("登记时出示身份证。")
    assert model.score(faulty, "C") > model.score(lawful, "C")
    assert any("证明" in word or "出具" in word or "提" in word for word in model.words(faulty, "C"))


def test_scores_are_those_of_scikit_learn(path: Path) -> None:
    numpy = pytest.importorskip("numpy")
    model = load_model(path)
    with numpy.load(path, allow_pickle=False) as arrays:
        idf, weights = arrays["idf"], arrays["weights-C"]
        targets = bytes(arrays["targets"]).decode().split("\n")
        index = targets.index("C")
        reading = model.read("须提交单位盖章的收入证明")
        norm = float(numpy.sqrt((idf[reading.known] ** 2).sum()))
        raw = float(arrays["bias"][index] + weights[reading.known].sum() / norm)
        expected = 1 / (1 + numpy.exp(-(arrays["slope"][index] * raw + arrays["offset"][index])))
    assert model.score(reading, "C") == pytest.approx(float(expected), abs=1e-6)


def test_numbers_are_alike_and_lead_ins_told_apart() -> None:
    assert grams("处200元以下罚款") == grams("处五百元以下罚款")
    assert "^提交" in grams("居住证明", "应当提交下列材料：")
    assert "证明。不" not in grams("居住证明。不予受理")


def test_clauses_are_read_with_their_lead_ins(tmp_path: Path) -> None:
    row = {"id": "T1", "text": "(一)无业证明", "lead": "应当提交:", "labels": ["C"]}
    (tmp_path / "c.jsonl").write_text(json.dumps(row, ensure_ascii=False) + "\n", "utf-8")
    assert read_examples(tmp_path) == [Example("（一）无业证明", "应当提交：", ("C",), "T1")]


def test_the_bar_is_the_least_probability_that_keeps_the_precision() -> None:
    probabilities = [0.9] * 9 + [0.8] + [0.5] * 10
    truth = [True] * 9 + [False] + [True] * 5 + [False] * 5
    assert threshold(probabilities, truth, 0.9) == 0.8
    assert threshold(probabilities, truth, 0.99) > 1


@pytest.mark.parametrize("content", [b"", b"no zip", b"PK\x03\x04 cut off"])
def test_a_damaged_model_is_refused(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "reader.npz"
    file.write_bytes(content)
    with pytest.raises(CheckerError, match="模型文件"):
        load_model(file)


def test_anything_but_plain_arrays_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "reader.npz"
    with zipfile.ZipFile(file, "w") as pack:
        pack.writestr("idf.npy", b"\x80\x04pickled")
    with pytest.raises(CheckerError, match="数组以外"):
        read_arrays(file)


def test_arrays_of_unequal_length_are_refused(tmp_path: Path) -> None:
    file = tmp_path / "reader.npz"
    write_arrays(file, {"idf": array("f", [1.0]), "targets": array("B", b"C"), "vocabulary": array("B", b"a\nb")})
    with pytest.raises(CheckerError, match="模型文件"):
        load_model(file)


def test_many_sentences_are_read_as_one_is(path: Path) -> None:
    model = load_model(path)
    sentences = [(text, "") for text in FAULTS + LAWFUL] + [("（一）无业证明。", "应当提交下列材料：")]
    one_by_one = [model.read(*sentence) for sentence in sentences]
    model.tally["sentences"] = 10_000
    at_once = model.read_all(sentences)
    assert [sorted(reading.known) for reading in at_once] == [sorted(reading.known) for reading in one_by_one]
    assert [reading.norm for reading in at_once] == pytest.approx([reading.norm for reading in one_by_one])
