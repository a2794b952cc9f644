"""From chosen needs to what planning must find: pure arithmetic over plain values."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from .bestelling import Besteleis, bestelling_op_tijd

__all__ = [
    "GEEN_VEREISTEN",
    "Behoeftegegevens",
    "Besteleis",
    "Vereisten",
    "balie_op",
    "bestelling_op_tijd",
    "extra_minuten_van",
    "vereisten_voor",
]

SCHERM, OPHALEN = "scherm", "ophalen"
EXTRA_BIJ_MEER = 5
EXTRA_EIGEN_TOLK = 5
EXTRA_MAX = 25


@dataclass(frozen=True, slots=True)
class Behoeftegegevens:
    """What the catalogue says about one need."""

    code: str
    extra_minuten: int = 0
    balie: frozenset[str] = frozenset()
    gebouw: frozenset[str] = frozenset()
    specialisme: str | None = None
    roepwijze: str = SCHERM
    bestelling: Besteleis | None = None


@dataclass(frozen=True, slots=True)
class Vereisten:
    """What one appointment requires, in plain ids; which needs were chosen cannot be read back."""

    specialismen: frozenset[str] = frozenset()
    balie: frozenset[str] = frozenset()
    gebouw: frozenset[str] = frozenset()
    extra_minuten: int = 0
    roepwijze: str = SCHERM
    bestellingen: tuple[Besteleis, ...] = ()

    def als_json(self) -> dict[str, Any]:
        """Return plain JSON, without the codes of the needs behind the orders."""
        return {
            "specialismen": sorted(self.specialismen),
            "balie": sorted(self.balie),
            "gebouw": sorted(self.gebouw),
            "extra_minuten": self.extra_minuten,
            "roepwijze": self.roepwijze,
            "bestellingen": [asdict(eis) | {"behoefte": ""} for eis in self.bestellingen],
        }

    @classmethod
    def uit_json(cls, gegevens: Mapping[str, Any]) -> Vereisten:
        """Read back what ``als_json`` made; ``{}`` (wiped, or never any) requires nothing."""
        return cls(
            specialismen=frozenset(gegevens.get("specialismen", ())),
            balie=frozenset(gegevens.get("balie", ())),
            gebouw=frozenset(gegevens.get("gebouw", ())),
            extra_minuten=int(gegevens.get("extra_minuten", 0)),
            roepwijze=str(gegevens.get("roepwijze", SCHERM)),
            bestellingen=tuple(Besteleis(**eis) for eis in gegevens.get("bestellingen", ())),
        )


GEEN_VEREISTEN = Vereisten()


def vereisten_voor(behoeften: Iterable[Behoeftegegevens], *, eigen_tolk: bool = False) -> Vereisten:
    """Add up what the chosen needs require; the order in which they are chosen does not matter."""
    gekozen = sorted(behoeften, key=lambda behoefte: behoefte.code)
    minuten = [behoefte.extra_minuten for behoefte in gekozen]
    return Vereisten(
        specialismen=frozenset(b.specialisme for b in gekozen if b.specialisme),
        balie=frozenset().union(*(b.balie for b in gekozen)),
        gebouw=frozenset().union(*(b.gebouw for b in gekozen)),
        extra_minuten=extra_minuten_van([*minuten, EXTRA_EIGEN_TOLK] if eigen_tolk else minuten),
        roepwijze=OPHALEN if any(b.roepwijze == OPHALEN for b in gekozen) else SCHERM,
        bestellingen=tuple(b.bestelling for b in gekozen if b.bestelling),
    )


def extra_minuten_van(minuten: Iterable[int]) -> int:
    """Return the highest; 5 more when two or more ask for time; never more than 25."""
    met_extra = [aantal for aantal in minuten if aantal > 0]
    toeslag = EXTRA_BIJ_MEER if len(met_extra) > 1 else 0
    return min(EXTRA_MAX, max(met_extra, default=0) + toeslag)


def balie_op(
    vereisten: Vereisten, *, datum: date, vandaag: date, is_werkdag: Callable[[date], bool]
) -> frozenset[str] | None:
    """Return the provisions that the balie must have on that day; None when the day is impossible.

    An order that can no longer be in time is met by its replacement at the balie, if it has one.
    """
    te_laat = [
        eis
        for eis in vereisten.bestellingen
        if not bestelling_op_tijd(eis, datum=datum, vandaag=vandaag, is_werkdag=is_werkdag)
    ]
    vervangingen = {eis.vervanging for eis in te_laat if eis.vervanging}
    onmogelijk = any(not eis.vervanging for eis in te_laat)
    return None if onmogelijk else vereisten.balie | vervangingen
