"""What can somebody ask for, and what does that require?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from locaties.rules.weigering import Weigering
from toegankelijkheid.models import Behoefte
from toegankelijkheid.rules.bestelling import Besteleis
from toegankelijkheid.rules.vereisten import Behoeftegegevens, Vereisten, vereisten_voor


class OnbekendeBehoefte(Weigering):
    """A code that is not in the catalogue: never skipped silently, somebody needs it."""

    code = "onbekende_behoefte"
    melding = "Wij kennen deze keuze niet. Kies opnieuw wat u nodig hebt."


@dataclass(frozen=True, slots=True)
class Behoeftekeuze:
    """One answer to "what can we arrange for you"."""

    code: str
    groep: str
    tekst: str
    uitleg: str


def behoeftencatalogus(*, taal: str, meteen: bool = False) -> tuple[Behoeftekeuze, ...]:
    """Return the active needs in their order; Dutch where there is no translation. One statement.

    ``meteen``: only what needs no order, for somebody who is here now.
    """
    rijen = Behoefte.objects.filter(is_actief=True).order_by("volgorde", "code")
    return tuple(
        Behoeftekeuze(
            code=behoefte.code,
            groep=behoefte.groep,
            tekst=(behoefte.tekst_en if taal == "en" else "") or behoefte.tekst,
            uitleg=(behoefte.uitleg_en if taal == "en" else "") or behoefte.uitleg,
        )
        for behoefte in (rijen.filter(bestelling_wat="") if meteen else rijen)
    )


def vereisten_van(*, codes: Iterable[str], eigen_tolk: bool = False) -> Vereisten:
    """Return what these needs require together, also those that are no longer offered. Three statements."""
    gevraagd = frozenset(codes)
    if not gevraagd:
        return vereisten_voor((), eigen_tolk=eigen_tolk)
    rijen = list(
        Behoefte.objects.filter(code__in=gevraagd)
        .select_related("specialisme", "vervanging_balie")
        .prefetch_related("vereist_balie", "vereist_gebouw")
    )
    if len(rijen) != len(gevraagd):
        raise OnbekendeBehoefte
    return vereisten_voor((_gegevens(rij) for rij in rijen), eigen_tolk=eigen_tolk)


def _gegevens(behoefte: Behoefte) -> Behoeftegegevens:
    return Behoeftegegevens(
        code=behoefte.code,
        extra_minuten=behoefte.extra_minuten,
        balie=frozenset(voorziening.code for voorziening in behoefte.vereist_balie.all()),
        gebouw=frozenset(voorziening.code for voorziening in behoefte.vereist_gebouw.all()),
        specialisme=behoefte.specialisme.code if behoefte.specialisme else None,
        roepwijze=behoefte.roepwijze,
        bestelling=_bestelling(behoefte) if behoefte.bestelling_wat else None,
    )


def _bestelling(behoefte: Behoefte) -> Besteleis:
    return Besteleis(
        behoefte=behoefte.code,
        wat=behoefte.bestelling_wat,
        werkdagen=behoefte.bestelling_werkdagen,
        binnen_werkdagen=behoefte.bestelling_binnen_werkdagen,
        vervanging=behoefte.vervanging_balie.code if behoefte.vervanging_balie else None,
    )
