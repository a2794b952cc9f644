"""The shape of each layer: a deed is a module, a question a frozen answer, a rule without anything else."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.architectuur.bestanden import boom, code


def _daden() -> list[Path]:
    # Steps that several deeds share live one folder down and are no deeds themselves.
    return [pad for pad in code("actions") if pad.parent.name == "actions" and not pad.stem.startswith("_")]


def _openbare_functies(pad: Path) -> list[ast.FunctionDef]:
    return [deel for deel in boom(pad).body if isinstance(deel, ast.FunctionDef) and deel.name[0] != "_"]


def _namen(decorator: ast.expr) -> str:
    return ast.unparse(decorator)


def _klassen(*lagen: str) -> Iterator[tuple[Path, ast.ClassDef]]:
    for pad in code(*lagen):
        for deel in ast.walk(boom(pad)):
            if isinstance(deel, ast.ClassDef):
                yield pad, deel


@pytest.mark.parametrize("pad", _daden(), ids=str)
def test_een_daad_is_een_module_met_een_functie_op_naam(pad):
    functies = _openbare_functies(pad)
    assert [functie.name for functie in functies] == [pad.stem]
    argumenten = functies[0].args
    assert argumenten.args == argumenten.posonlyargs == [], "only arguments by name"
    assert "nu" in {argument.arg for argument in argumenten.kwonlyargs}, "the clock is read at the door"


def test_niemand_opent_de_transactie_van_een_daad_zelf():
    """`@daad` does, and begins again after a lost race."""
    zelf = [
        f"{pad}:{deel.lineno}"
        for pad in code()
        if pad.name != "transactie.py"
        for deel in ast.walk(boom(pad))
        if isinstance(deel, ast.keyword) and deel.arg == "durable"
    ]
    assert zelf == []


def test_wat_een_vraag_of_regel_teruggeeft_ligt_vast():
    los = [
        f"{pad}:{klasse.lineno} {klasse.name}"
        for pad, klasse in _klassen("queries", "rules")
        for decorator in map(_namen, klasse.decorator_list)
        if "dataclass" in decorator and "frozen=True" not in decorator
    ]
    assert los == []


def test_niemand_verstopt_gedrag_in_save_of_delete():
    stil = [
        f"{pad}:{deel.lineno}"
        for pad, klasse in _klassen()
        for deel in klasse.body
        if isinstance(deel, ast.FunctionDef) and deel.name in {"save", "delete"}
    ]
    assert stil == []


def test_de_enige_signalen_zijn_die_rond_migrate():
    namen = {
        (str(pad), naam.name)
        for pad in code()
        for deel in ast.walk(boom(pad))
        if isinstance(deel, ast.ImportFrom) and (deel.module or "").endswith("signals")
        for naam in deel.names
    }
    assert {naam for _, naam in namen} <= {"pre_migrate", "post_migrate"}, namen


def test_de_klok_wordt_alleen_aan_de_deur_gelezen():
    """Below the door everything takes `nu`: no module of these layers asks the time itself."""
    klokken = {"timezone.now", "datetime.now", "datetime.utcnow", "date.today", "time.time", "datetime.today"}
    lagen = ("rules", "models", "queries", "actions", "kanalen")
    zelf = [
        f"{pad}:{deel.lineno}"
        for pad in code(*lagen)
        for deel in ast.walk(boom(pad))
        if isinstance(deel, ast.Call) and ast.unparse(deel.func).removeprefix("dt.") in klokken
    ]
    assert zelf == []
