"""The exact judge: can these appointments all be held, whoever serves them and wherever? Times never change.

Every appointment needs one employee and one balie; anybody can work at any balie, so both are asked apart.
First each moment is looked at by itself (a matching): what does not fit at one moment does not fit at all.
The rest goes to OR-Tools CP-SAT. A literal says "this job on this means": a job takes exactly one, and at no
moment has a means more jobs than it can hold. Means that are alike in everything may be given as one with a
number: intervals of which at most n overlap can always be divided over n.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ortools.sat.python import cp_model

from locaties.rules.tijdvak import masker

SECONDEN = 20.0


@dataclass(frozen=True, slots=True)
class Klus:
    """Work at a fixed time, and who or what may do it; ``nu`` (who has it now) only helps the solver."""

    cel: int
    cellen: int
    mag: frozenset[int]
    nu: int | None = None

    @property
    def tijd(self) -> int:
        """The cells it takes."""
        return masker(self.cel, self.cel + self.cellen)


@dataclass(frozen=True, slots=True)
class Ruimte:
    """Room to leave: ``aantal`` blocks of ``cellen`` inside ``binnen`` (a mask), in the time of these ids."""

    ids: frozenset[int]
    binnen: int
    cellen: int
    aantal: int


@dataclass(frozen=True, slots=True)
class Middel:
    """Somebody or something: the cells in which it can work, and how many there are of exactly this kind."""

    vrij: int
    aantal: int = 1


def kan_allemaal(
    klussen: Sequence[Klus], middelen: Mapping[int, Middel], ruimtes: Iterable[Ruimte] = ()
) -> bool | None:
    """Whether all work fits on these means with that room left over; None when time ran out."""
    tijden = [klus.tijd for klus in klussen]
    kan_op = [
        [m for m in klus.mag & middelen.keys() if tijd & ~middelen[m].vrij == 0]
        for klus, tijd in zip(klussen, tijden, strict=True)
    ]
    for begin in {tijd & -tijd for tijd in tijden}:
        if not _past([kan_op[nr] for nr, tijd in enumerate(tijden) if tijd & begin], middelen):
            return False
    model = cp_model.CpModel()
    op_middel: dict[int, list[tuple[int, cp_model.IntVar]]] = defaultdict(list)
    for klus, tijd, kan in zip(klussen, tijden, kan_op, strict=True):
        keuzes = {m: model.new_bool_var("") for m in kan}
        model.add_exactly_one(keuzes.values())
        for middel, keuze in keuzes.items():
            op_middel[middel].append((tijd, keuze))
            if klus.nu is not None:
                model.add_hint(keuze, middel == klus.nu)
    for middel, bezet in op_middel.items():
        _nooit_te_veel(model, bezet, middelen[middel].aantal)
    for ruimte in ruimtes:
        _laat_over(model, ruimte, middelen, op_middel)
    return _antwoord(model)


def _past(kan_op: Sequence[Sequence[int]], middelen: Mapping[int, Middel]) -> bool:
    """Whether everything at one moment has a place of its own: bipartite matching by augmenting paths."""
    van: dict[tuple[int, int], int] = {}

    def zoek(klus: int, gezien: set[tuple[int, int]]) -> bool:
        for plek in ((m, i) for m in kan_op[klus] for i in range(middelen[m].aantal)):
            if plek not in gezien:
                gezien.add(plek)
                if plek not in van or zoek(van[plek], gezien):
                    van[plek] = klus
                    return True
        return False

    return all(zoek(klus, set()) for klus in range(len(kan_op)))


def _nooit_te_veel(
    model: cp_model.CpModel, bezet: Sequence[tuple[int, cp_model.IntVar]], aantal: int
) -> None:
    """At most so many at a time; looking where each begins is enough, for overlap lasts until an end."""
    for begin in {tijd & -tijd for tijd, _ in bezet}:
        model.add(sum(keuze for tijd, keuze in bezet if tijd & begin) <= aantal)


def _laat_over(
    model: cp_model.CpModel,
    ruimte: Ruimte,
    middelen: Mapping[int, Middel],
    op_middel: Mapping[int, Sequence[tuple[int, cp_model.IntVar]]],
) -> None:
    """Blocks beside all work; each room is counted by itself, so blocks of two rooms may overlap."""
    blokken = []
    for middel in ruimte.ids & middelen.keys():
        tijden = [masker(cel, cel + ruimte.cellen) for cel in range(ruimte.binnen.bit_length())]
        passend = [tijd for tijd in tijden if tijd & ~(ruimte.binnen & middelen[middel].vrij) == 0]
        eigen = [(tijd, model.new_bool_var("")) for tijd in passend]
        blokken += [keuze for _, keuze in eigen]
        _nooit_te_veel(model, [*op_middel.get(middel, ()), *eigen], 1)
    model.add(sum(blokken) >= ruimte.aantal)


def _antwoord(model: cp_model.CpModel) -> bool | None:
    rekenaar = cp_model.CpSolver()
    rekenaar.parameters.num_workers = 1
    # The linear relaxation sees at once that n + 1 do not fit in n; pure search would try all orders.
    rekenaar.parameters.linearization_level = 2
    rekenaar.parameters.max_time_in_seconds = SECONDEN
    uitkomst = rekenaar.solve(model)
    if uitkomst in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return True
    return False if uitkomst == cp_model.INFEASIBLE else None
