"""What may stand in a data file: checks of one value, of one entry, of a list of entries.

A check says in Dutch what is wrong, or "" when the value is right. Nothing is repaired.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, time
from typing import Any

Keuring = Callable[[Any], str]
CODE = re.compile(r"[a-z0-9]+([-_][a-z0-9]+)*")
UURTIJD = re.compile(r"\d\d:\d\d")
DATUM = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class Fout:
    """One fault, in words that somebody who edits the file understands."""

    bestand: str
    waar: str
    veld: str
    melding: str

    def __str__(self) -> str:
        """One line: file, entry, field, what is wrong."""
        return ": ".join(deel for deel in (self.bestand, self.waar, self.veld, self.melding) if deel)


@dataclass(frozen=True, slots=True)
class Veld:
    """One field of an entry."""

    keuring: Keuring
    verplicht: bool = True


Vorm = Mapping[str, Veld]


@dataclass(frozen=True, slots=True)
class Onderdeel:
    """A list of entries in a file, and the lists inside each entry."""

    bestand: str
    naam: str
    vorm: Vorm
    kinderen: Mapping[str, Vorm] = field(default_factory=dict)


def moet(keuring: Keuring) -> Veld:
    """Return a field that has to be there."""
    return Veld(keuring)


def mag(keuring: Keuring) -> Veld:
    """Return a field that may be left out."""
    return Veld(keuring, verplicht=False)


def tekst(hoogstens: int) -> Keuring:
    """Text that fits."""

    def keur(waarde: Any) -> str:
        if not isinstance(waarde, str) or not waarde.strip():
            return "hier hoort tekst"
        return (
            f"de tekst is te lang ({len(waarde)} tekens, hoogstens {hoogstens})"
            if len(waarde) > hoogstens
            else ""
        )

    return keur


def getal(van: float, tot: float, *, heel: bool = True) -> Keuring:
    """Return the check of a number between two bounds, both included."""
    soorten = (int,) if heel else (int, float)

    soort = "heel getal" if heel else "getal"

    def keur(waarde: Any) -> str:
        past = isinstance(waarde, soorten) and not isinstance(waarde, bool) and van <= waarde <= tot
        return "" if past else f"hier hoort een {soort} van {van} tot en met {tot}, zonder aanhalingstekens"

    return keur


def keuze(*waarden: str) -> Keuring:
    """One of these words."""
    return lambda waarde: "" if waarde in waarden else f"kies uit: {', '.join(waarden)}"


def patroon(vorm: re.Pattern[str], wat: str, lees: Callable[[str], object] = str) -> Keuring:
    """Text of a fixed shape that can also be read as what it stands for."""

    def keur(waarde: Any) -> str:
        try:
            past = isinstance(waarde, str) and vorm.fullmatch(waarde) is not None and lees(waarde) is not None
        except ValueError:
            past = False
        return "" if past else f"hier hoort {wat}"

    return keur


def lijst(van: Keuring) -> Keuring:
    """Return the check of a list of which each value passes another check."""

    def keur(waarde: Any) -> str:
        if not isinstance(waarde, list):
            return "hier hoort een lijst"
        fouten = [f"nummer {nr}: {fout}" for nr, deel in enumerate(waarde, 1) if (fout := van(deel))]
        return "; ".join(fouten)

    return keur


def een_van(*keuringen: Keuring) -> Keuring:
    """Whatever passes one of these checks."""
    return lambda waarde: "" if not all(k(waarde) for k in keuringen) else keuringen[-1](waarde)


def entiteit(vorm: Vorm) -> Keuring:
    """One entry inside a field."""
    return lambda waarde: "; ".join(
        f"{fout.veld} {fout.melding}".strip() for fout in keur_een("", "", waarde, vorm)
    )


code = patroon(CODE, "een code: kleine letters, cijfers, streepjes")
tijd = patroon(UURTIJD, "een tijd, zoals 09:00", time.fromisoformat)
datum = patroon(DATUM, "een datum, zoals 2026-01-31", date.fromisoformat)
webadres = patroon(re.compile(r"https?://\S{1,192}"), "een webadres dat begint met http:// of https://")


def ja_nee(waarde: Any) -> str:
    """Return what is wrong with a yes or no."""
    return "" if isinstance(waarde, bool) else "hier hoort true of false"


def keur_een(bestand: str, waar: str, gegevens: Any, vorm: Vorm) -> list[Fout]:
    """Check one entry: what is missing, what nobody knows, what is wrong."""
    if not isinstance(gegevens, dict):
        return [Fout(bestand, waar, "", "hier hoort een onderdeel tussen { en }")]
    vreemd = [Fout(bestand, waar, naam, "dit veld bestaat niet") for naam in gegevens if naam not in vorm]
    return vreemd + [
        Fout(bestand, waar, naam, melding)
        for naam, veld in vorm.items()
        if (melding := _keur_veld(gegevens.get(naam), veld))
    ]


def _keur_veld(waarde: Any, veld: Veld) -> str:
    if waarde is None:
        return "dit veld ontbreekt" if veld.verplicht else ""
    return veld.keuring(waarde)


def keur_lijst(onderdeel: Onderdeel, gegevens: Any) -> list[Fout]:
    """Check every entry of a list, what is inside it, and that no code comes twice."""
    if not isinstance(gegevens, list):
        return [Fout(onderdeel.bestand, "", onderdeel.naam, "hier hoort een lijst")]
    fouten: list[Fout] = []
    for nr, deel in enumerate(gegevens, 1):
        waar = naam_van(deel, nr)
        fouten += keur_een(onderdeel.bestand, waar, deel, onderdeel.vorm)
        fouten += _keur_kinderen(onderdeel, waar, deel)
    return fouten + dubbel(onderdeel.bestand, gegevens)


def _keur_kinderen(onderdeel: Onderdeel, waar: str, deel: Any) -> Iterable[Fout]:
    for naam, vorm in onderdeel.kinderen.items():
        kinderen = deel.get(naam) if isinstance(deel, dict) else None
        for nr, kind in enumerate(kinderen if isinstance(kinderen, list) else [], 1):
            yield from keur_een(onderdeel.bestand, f"{waar}, {naam} nummer {nr}", kind, vorm)


def naam_van(deel: Any, nummer: int) -> str:
    """How an entry is called in a message: by its code, else by its number."""
    gegeven = deel.get("code") if isinstance(deel, dict) else None
    return str(gegeven) if gegeven else f"nummer {nummer}"


def dubbel(bestand: str, gegevens: list[Any]) -> list[Fout]:
    """Return a fault for each code that comes again."""
    gezien: set[str] = set()
    fouten = []
    for deel in gegevens:
        gegeven = deel.get("code") if isinstance(deel, dict) else None
        if isinstance(gegeven, str) and gegeven in gezien:
            fouten.append(Fout(bestand, gegeven, "code", "deze code staat er twee keer in"))
        gezien |= {gegeven} if isinstance(gegeven, str) else set()
    return fouten
