"""How many requests with a need could be accepted at most, by somebody who knows all of them beforehand.

Nobody else is in the way: ordinary requests are left out, so no way of booking can ever accept more.
Each request gets one of its asked starts, one employee and one kind of balie, or nothing; CP-SAT
maximises, and the figure is its proven upper bound.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from math import floor

from ortools.sat.python import cp_model

from locaties.rules.tijdvak import masker

from .vraagmaker import Aanvraag
from .wereld import Kantoor, lege_dag

SECONDEN = 60.0


def behoefte_hoogstens(kantoor: Kantoor, aanvragen: Sequence[Aanvraag]) -> int:
    """Proven upper bound of how many of these requests this office can accept together."""
    model = cp_model.CpModel()
    # (what, day, which one): the cells and the literal of everything that could be there.
    daar: dict[tuple[str, int, int], list[tuple[int, cp_model.IntVar]]] = defaultdict(list)
    aantal: dict[tuple[str, int, int], int] = {}
    gekozen = []
    for aanvraag in aanvragen:
        eigen = [_op_start(model, kantoor, aanvraag, *wens, daar, aantal) for wens in aanvraag.wensen]
        model.add_at_most_one(eigen)
        gekozen += eigen
    for plek, lijst in daar.items():
        for begin in {tijd & -tijd for tijd, _ in lijst}:
            model.add(sum(keuze for tijd, keuze in lijst if tijd & begin) <= aantal[plek])
    model.maximize(sum(gekozen))
    rekenaar = cp_model.CpSolver()
    rekenaar.parameters.num_workers = 1
    rekenaar.parameters.linearization_level = 2
    rekenaar.parameters.max_time_in_seconds = SECONDEN
    rekenaar.solve(model)
    return floor(rekenaar.best_objective_bound + 1e-6)


def _op_start(
    model: cp_model.CpModel,
    kantoor: Kantoor,
    aanvraag: Aanvraag,
    dag: int,
    cel: int,
    daar: dict[tuple[str, int, int], list[tuple[int, cp_model.IntVar]]],
    aantal: dict[tuple[str, int, int], int],
) -> cp_model.IntVar:
    """Literal "at this start", which takes one suitable employee and one suitable balie."""
    vraag, leeg = aanvraag.vraag, lege_dag(kantoor, dag)
    tijd = masker(cel, cel + vraag.cellen)
    soorten = Counter(plek.voorzieningen for plek in leeg.plekken)
    wie = {
        ("wie", dag, w.inzet_id): 1
        for w in leeg.werkers
        if tijd & ~w.vrij == 0
        and set(vraag.product_ids) <= w.producten
        and vraag.vereisten.specialismen <= w.specialismen
    }
    waar = {
        ("waar", dag, nr): soorten[heeft]
        for nr, heeft in enumerate(soorten)
        if vraag.vereisten.balie <= heeft
    }
    op = model.new_bool_var("")
    for plekken in (wie, waar):
        keuzes = {plek: model.new_bool_var("") for plek in plekken}
        model.add(sum(keuzes.values()) == op)
        for plek, keuze in keuzes.items():
            daar[plek].append((tijd, keuze))
    aantal |= wie | waar
    return op
