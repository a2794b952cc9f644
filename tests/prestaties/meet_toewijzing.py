"""Figures of assignment on made-up demand, printed as ``name[load]: value unit``; see docs/metingen.md.

Of the refusals of the product's rules one in AUDIT_REGELS is laid before the exact judge, of the control one
in AUDIT_CONTROLE. Runs in as many processes as there are cores; CPU time is of the process, not of the clock.
"""

from __future__ import annotations

from collections.abc import Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from itertools import count
from multiprocessing import get_context
from typing import Self

from .toewijzing.beslissen import Niveaus, beschermd, de_eerste_de_beste, met_de_regels, onbeschermd
from .toewijzing.boeker import Boeker
from .toewijzing.bovengrens import behoefte_hoogstens
from .toewijzing.dagstand import Dagstand
from .toewijzing.oordeel import bovengrens_95, gebroken, had_gepast
from .toewijzing.vraagmaker import Aanvraag, aanvragen
from .toewijzing.wereld import kantoren

ZAAD, DAGEN = 1, 5
BELASTINGEN = (0.80, 0.95, 1.20)
AUDIT_REGELS, AUDIT_CONTROLE = 1, 5
REGELS, ZONDER, CONTROLE = "regels", "zonder_bescherming", "eerste_de_beste"
# Which decision, what is protected, and one in how many refusals is judged (0: none).
MANIEREN = {
    REGELS: (met_de_regels, beschermd, AUDIT_REGELS),
    ZONDER: (met_de_regels, onbeschermd, 0),
    CONTROLE: (de_eerste_de_beste, onbeschermd, AUDIT_CONTROLE),
}


@dataclass
class Telling:
    """What one way of booking came to, in one office or in all."""

    gevraagd: int = 0
    gewoon: int = 0
    gewoon_aangenomen: int = 0
    behoefte: int = 0
    behoefte_aangenomen: int = 0
    behoefte_hoogstens: int = 0
    behoefte_gebroken: int = 0
    gebroken: int = 0
    beoordeeld: int = 0
    vermijdbaar: int = 0
    onbeslist: int = 0
    verplaatst: int = 0
    cpu_ms: list[float] = field(default_factory=list)
    cpu_ms_aanvraag: list[float] = field(default_factory=list)

    def __iadd__(self, ander: Telling) -> Self:
        for naam, waarde in vars(ander).items():
            setattr(self, naam, getattr(self, naam) + waarde)
        return self


def test_meet_toewijzing() -> None:
    werk = [
        (kantoor, belasting, manier)
        for kantoor in (3, 2, 1, 0)
        for belasting in reversed(BELASTINGEN)
        for manier in MANIEREN
    ]
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as ploeg:
        uitkomsten = list(ploeg.map(meet_kantoor, *zip(*werk, strict=True)))
    print(f"\nkantoren: {len(kantoren())}  werkdagen: {DAGEN}  zaad: {ZAAD}")
    for belasting in BELASTINGEN:
        tellingen = {manier: Telling() for manier in MANIEREN}
        for (_, deze, manier), uitkomst in zip(werk, uitkomsten, strict=True):
            if deze == belasting:
                tellingen[manier] += uitkomst
        meld_belasting(f"[{belasting:.2f}]", tellingen)


def meet_kantoor(nr: int, belasting: float, manier: str) -> Telling:
    """Book all requests of one office in one way, and have it judged."""
    kantoor, (beslis, niveaus, audit) = kantoren()[nr], MANIEREN[manier]
    vraag = aanvragen(kantoor, dagen=DAGEN, belasting=belasting, zaad=ZAAD)
    telling = Telling()
    fout: set[int] = set()
    volgnummer = count()

    def bij_weigering(aanvraag: Aanvraag, standen: Mapping[int, Dagstand]) -> None:
        if audit and next(volgnummer) % audit == 0:
            beoordeel(telling, aanvraag, standen, niveaus)

    boeker = Boeker(beslis, niveaus, lambda stand: fout.update(gebroken(stand)), bij_weigering)
    verloop = boeker.boek(kantoor, vraag, dagen=DAGEN)
    met_behoefte = [a for a in vraag if a.heeft_behoefte]
    telling.gevraagd, telling.behoefte = len(vraag), len(met_behoefte)
    telling.gewoon = telling.gevraagd - telling.behoefte
    telling.behoefte_aangenomen = sum(a.heeft_behoefte for a in verloop.aangenomen)
    telling.gewoon_aangenomen = len(verloop.aangenomen) - telling.behoefte_aangenomen
    telling.gebroken = len(fout)
    telling.behoefte_gebroken = sum(a.nr in fout for a in met_behoefte)
    telling.behoefte_hoogstens = behoefte_hoogstens(kantoor, met_behoefte)
    telling.cpu_ms, telling.cpu_ms_aanvraag = verloop.cpu_ms, verloop.cpu_ms_aanvraag
    telling.verplaatst = verloop.verplaatst
    return telling


def beoordeel(
    telling: Telling, aanvraag: Aanvraag, standen: Mapping[int, Dagstand], niveaus: Niveaus
) -> None:
    """Count one refusal; what the judge could not decide in time counts as avoidable."""
    antwoorden = []
    for dag, cel in aanvraag.wensen:
        antwoorden.append(had_gepast(standen[dag], aanvraag, cel, niveaus(standen[dag].leeg, aanvraag)))
        if antwoorden[-1]:
            break
    telling.beoordeeld += 1
    telling.vermijdbaar += any(antwoord is not False for antwoord in antwoorden)
    telling.onbeslist += True not in antwoorden and None in antwoorden


def meld_belasting(bij: str, van: Mapping[str, Telling]) -> None:
    regels, zonder, controle = van[REGELS], van[ZONDER], van[CONTROLE]
    geweigerd = regels.gevraagd - regels.gewoon_aangenomen - regels.behoefte_aangenomen
    meld(f"gevraagd{bij}", regels.gevraagd, "aanvragen")
    meld(f"geweigerd_pct{bij}", 100 * geweigerd / regels.gevraagd, "%")
    for naam, telling in (("", regels), ("_controle", controle)):
        deel = f"{telling.vermijdbaar} van {telling.beoordeeld} beoordeeld"
        onbeslist = f", {telling.onbeslist} onbeslist" if telling.onbeslist else ""
        waarde = 100 * telling.vermijdbaar / max(1, telling.beoordeeld)
        meld(f"vermijdbaar_geweigerd_pct{naam}{bij}", waarde, f"% ({deel}{onbeslist})")
        grens = 100 * bovengrens_95(telling.vermijdbaar, telling.beoordeeld)
        meld(f"vermijdbaar_geweigerd_hoogstens_pct{naam}{bij}", grens, "% (95 %)")
    for naam, telling in (("", regels), ("_zonder_bescherming", zonder), ("_controle", controle)):
        deel = f"({telling.behoefte_aangenomen} van hoogstens {telling.behoefte_hoogstens})"
        waarde = telling.behoefte_aangenomen / telling.behoefte_hoogstens
        meld(f"behoefte_aangenomen_x_bovengrens{naam}{bij}", waarde, deel)
    verlies = zonder.gewoon_aangenomen - regels.gewoon_aangenomen
    meld(f"gewoon_verloren_aan_bescherming_pp{bij}", 100 * verlies / regels.gewoon, "pp")
    waar = 1 - regels.behoefte_gebroken / regels.behoefte_aangenomen
    meld(f"behoefte_waargemaakt{bij}", waar, f"(niet kloppend: {regels.gebroken} van alle afspraken)")
    aangenomen = regels.gewoon_aangenomen + regels.behoefte_aangenomen
    meld(f"verplaatst_per_afspraak{bij}", regels.verplaatst / aangenomen, "")
    for naam, tijden in (("boeken", regels.cpu_ms), ("aanvraag", regels.cpu_ms_aanvraag)):
        cpu = sorted(tijden)
        meld(f"{naam}_cpu_ms_p50{bij}", cpu[len(cpu) // 2], "ms")
        meld(f"{naam}_cpu_ms_p99{bij}", cpu[len(cpu) * 99 // 100], "ms")


def meld(naam: str, waarde: float, eenheid: str) -> None:
    print(f"{naam}: {waarde:.2f} {eenheid}".rstrip())
