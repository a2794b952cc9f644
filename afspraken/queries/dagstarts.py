"""What fits on one day of one office: the same answer for who looks and for who books."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from django.conf import settings

from afspraken.rules.bescherming import GEEN_BESCHERMING, Bescherming, bescherming_op
from afspraken.rules.blok import Blok
from afspraken.rules.herschikking import Herschikking, herschik, starts_met_herschikking
from afspraken.rules.keten import Knopen
from afspraken.rules.plaatsing import Dagaanbod, passende_starts
from afspraken.rules.vraag import Vraag
from locaties.rules.werkdagen import is_werkdag
from toegankelijkheid.rules.vereisten import balie_op

from .aanbod import Kantoor
from .dagblokken import blokken_per_dag

# About 50 ms of searching for a whole day (measured: 16 µs a node); a booking is one start, 3 x 150 at most.
DAGBUDGET = 3000


@dataclass(frozen=True, slots=True)
class Dagvraag:
    """One question on one day: what the balie must have (None: the day is impossible), and what is kept."""

    dag: Dagaanbod
    vraag: Vraag
    nodig: frozenset[str] | None
    bescherming: Bescherming

    def direct(self) -> tuple[int, int]:
        """(all, tidy) starts that fit as things stand."""
        if self.nodig is None:
            return 0, 0
        return passende_starts(self.dag, self.vraag, self.nodig, self.bescherming)

    def met_ruil(self, blokken: Sequence[Blok], budget: Knopen) -> tuple[int, int]:
        """(all, tidy) starts, those included for which colleagues take over from each other."""
        if self.nodig is None:
            return 0, 0
        alle, net = self.direct()
        ook, ook_net = starts_met_herschikking(
            self.dag,
            blokken,
            self.vraag,
            self.nodig,
            bescherming=self.bescherming,
            mag_door=budget,
        )
        return alle | ook, net | ook_net

    def op(self, cel: int, blokken: Callable[[], Sequence[Blok]]) -> Herschikking | None:
        """Who and where at this start; who moves for it, and reading them, only when nothing fits at once."""
        return self._herschik(cel, ()) or self._herschik(cel, blokken())

    def onbeschermd(self) -> Dagvraag:
        """The same for who stands on this day already: nothing is kept from them."""
        return replace(self, bescherming=GEEN_BESCHERMING)

    def _herschik(self, cel: int, blokken: Sequence[Blok]) -> Herschikking | None:
        if self.nodig is None:
            return None
        return herschik(self.dag, blokken, self.vraag, self.nodig, cel, bescherming=self.bescherming)


def dagvraag(dag: Dagaanbod, vraag: Vraag, kantoor: Kantoor, nu: datetime) -> Dagvraag:
    """Put the question to this day; nothing past the horizon or without a fitting building."""
    vandaag = nu.astimezone(kantoor.zone).date()
    te_ver = dag.datum > vandaag + timedelta(days=horizon(kantoor, vraag))
    past_niet = te_ver or not vraag.vereisten.gebouw <= kantoor.voorzieningen
    bescherming = bescherming_op(
        open_=dag.open,
        mensen=len({w.medewerker_id for w in dag.werkers}),
        aandelen=kantoor.aandelen,
        dagen_vooruit=(dag.datum - vandaag).days,
        verhouding=settings.BESCHERMING_VERHOUDING,
    )
    return Dagvraag(dag, vraag, None if past_niet else nodig_op(dag.datum, vraag, vandaag), bescherming)


def met_ruil(vragen: Sequence[Dagvraag], kantoor: Kantoor, nu: datetime) -> dict[date, tuple[int, int]]:
    """Search these days together, early to late, with the budget of one; at most two statements.

    What is found here, the day finds too once it is opened: it then has the budget for itself.
    """
    mogelijk = [vraag for vraag in vragen if vraag.nodig is not None]
    if not mogelijk:
        return {}
    blokken = blokken_per_dag(locatie_id=kantoor.id, datums=[v.dag.datum for v in mogelijk], nu=nu)
    budget = Knopen(DAGBUDGET)
    return {v.dag.datum: v.met_ruil(blokken.get(v.dag.datum, ()), budget) for v in mogelijk}


def nodig_op(datum: date, vraag: Vraag, vandaag: date) -> frozenset[str] | None:
    """Provisions that the balie must have on that day; None when an order can no longer be in time."""
    return balie_op(vraag.vereisten, datum=datum, vandaag=vandaag, is_werkdag=is_werkdag)


def horizon(kantoor: Kantoor, vraag: Vraag) -> int:
    """Furthest day from today: the office's own or that of the products, whichever is nearer."""
    return min(kantoor.horizon_dagen, vraag.horizon_dagen or kantoor.horizon_dagen)
