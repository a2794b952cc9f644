"""The rows of a forecast: read what was shown, say what is shown now, write them in one statement."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from afspraken.models import Bezoek, Verwachting
from afspraken.queries.voorspelling import Voorspelling
from afspraken.rules.aankomst import NA_TIJD
from afspraken.rules.dagseconde import dagklok
from afspraken.rules.niveau import Niveau, na_oproep
from afspraken.rules.venster import Venster
from afspraken.rules.verwachting import Getoond, Moment, Soort, eindig, te_melden, toon
from afspraken.rules.wachttijd import Wachttijd
from locaties.models import Locatie

from .dagberichten import bericht_vertraging

_GETOOND = ("soort", "van", "tot", "verlaat", "later")
_VELDEN = (*_GETOOND, "buiten", "herzieningen", "gemeld", "eerste_p50", "eerste_p80", "beoordeeld")


@dataclass(frozen=True, slots=True)
class Ronde:
    """One refresh of one office."""

    locatie: Locatie
    voorspeld: Voorspelling
    niveau: Niveau
    nu: datetime

    @property
    def moment(self) -> Moment:
        """The same in seconds of the local day."""
        return Moment(dagklok(self.nu, self.voorspeld.zone)(self.nu), self.niveau, self.voorspeld.sluit)

    def op(self, seconde: float) -> datetime:
        """Return the moment of this second of the local day."""
        return self.nu + timedelta(seconds=seconde - self.moment.nu)


def leer_van_oproepen(locatie: Locatie, niveau: Niveau, nu: datetime) -> tuple[Niveau, list[Verwachting]]:
    """Return the level after the calls since the last refresh, and the rows that taught it. One statement.

    Whoever was called sees no window any more: who comes back to wait begins with a new one.
    """
    geroepen = Verwachting.objects.filter(
        bezoek__locatie=locatie,
        bezoek__datum=nu.astimezone(locatie.zone).date(),
        bezoek__eerst_geroepen_op__isnull=False,
        beoordeeld=False,
    )
    rijen = list(geroepen.select_related("bezoek").order_by("bezoek__eerst_geroepen_op"))
    for rij in rijen:
        op = rij.bezoek.eerst_geroepen_op
        if rij.eerste_p80 is not None and op is not None:
            niveau = na_oproep(niveau, raak=op <= rij.eerste_p80)
        rij.beoordeeld, rij.soort, rij.van, rij.tot = True, Verwachting.Soort.NIETS, None, None
        rij.verlaat, rij.later, rij.gemeld, rij.buiten = False, 0, 0, 0
    return niveau, rijen


def te_tonen(ronde: Ronde) -> list[Bezoek]:
    """Return the visits that wait and were looked at, with their appointment and forecast. One statement."""
    if not ronde.voorspeld.is_begonnen or not ronde.voorspeld.wachttijden:
        return []
    rijen = Bezoek.objects.filter(id__in=ronde.voorspeld.wachttijden, status=Bezoek.Status.WACHTEND)
    return list(rijen.select_related("afspraak", "verwachting"))


def werk_bij(ronde: Ronde, bezoek: Bezoek, rij: Verwachting) -> bool:
    """Set what is shown now; return whether that is something else than before."""
    was = [getattr(rij, veld) for veld in _GETOOND]
    wachttijd, begin = ronde.voorspeld.wachttijden[bezoek.id], _begin(ronde, bezoek)
    nu = toon(_getoond(ronde, rij), wachttijd, ronde.moment, begin)
    rij.soort, rij.later = nu.soort.value, nu.later
    if nu.venster is not None:
        rij.van, rij.tot = ronde.op(nu.venster.van), ronde.op(nu.venster.tot)
        rij.buiten, rij.herzieningen = nu.venster.buiten, nu.venster.herzieningen
        rij.verlaat = nu.venster.verlaat
    if nu.soort is Soort.VENSTER and rij.eerste_p50 is None and bezoek.eerst_geroepen_op is None:
        _onthoud_eerste(ronde, rij, wachttijd)
    return was != [getattr(rij, veld) for veld in _GETOOND]


def nieuwe_rij(bezoek: Bezoek, nu: datetime) -> Verwachting:
    """Return one that says nothing yet; who was called before has nothing to teach any more."""
    return Verwachting(
        bezoek=bezoek,
        soort=Verwachting.Soort.NIETS,
        beoordeeld=bezoek.eerst_geroepen_op is not None,
        gemaakt_op=nu,
    )


def meld_vertraging(ronde: Ronde, bezoek: Bezoek, rij: Verwachting) -> None:
    """Write to who waits with an appointment that it takes longer than the norm; once per 15 minutes more."""
    norm = ronde.locatie.vertragingsnorm_minuten
    if bezoek.afspraak is None or not te_melden(rij.later, rij.gemeld, norm):
        return
    rij.gemeld = rij.later
    nieuw_op = bezoek.afspraak.begin + timedelta(minutes=rij.later)
    bericht_vertraging(bezoek, minuten=rij.later, nieuw_op=nieuw_op, nu=ronde.nu)


def schrijf(rijen: Iterable[Verwachting]) -> None:
    """Insert what is new and update the rest. One statement."""
    Verwachting.objects.bulk_create(
        {rij.bezoek_id: rij for rij in rijen}.values(),
        update_conflicts=True,
        unique_fields=["bezoek"],
        update_fields=_VELDEN,
    )


def rij_van(bezoek: Bezoek, bekend: Sequence[Verwachting], nu: datetime) -> Verwachting:
    """Return the row of this visit: just changed, as it is in the database, or a new one."""
    zelfde = next((rij for rij in bekend if rij.bezoek_id == bezoek.id), None)
    return zelfde or getattr(bezoek, "verwachting", None) or nieuwe_rij(bezoek, nu)


def _begin(ronde: Ronde, bezoek: Bezoek) -> float | None:
    """Of the appointment, when its place is kept."""
    afspraak = bezoek.afspraak
    if afspraak is None or bezoek.uiterste_op > afspraak.begin + NA_TIJD:
        return None
    return dagklok(ronde.nu, ronde.voorspeld.zone)(afspraak.begin)


def _getoond(ronde: Ronde, rij: Verwachting) -> Getoond:
    venster = None
    if rij.van is not None and rij.tot is not None:
        klok = dagklok(ronde.nu, ronde.voorspeld.zone)
        venster = Venster(klok(rij.van), klok(rij.tot), rij.buiten, rij.herzieningen, rij.verlaat)
    return Getoond(Soort(rij.soort), venster, rij.later)


def _onthoud_eerste(ronde: Ronde, rij: Verwachting, wachttijd: Wachttijd) -> None:
    """What the forecast is judged by, later."""
    tijd = eindig(wachttijd, ronde.moment)
    rij.eerste_p50 = ronde.op(tijd.op(0.5))
    rij.eerste_p80 = ronde.op(tijd.op(ronde.niveau.waarde))
