"""How busy each office is for who is still at home: open or not, and what to expect when walking in now."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Any, NamedTuple

from afspraken.models import Kantoorverwachting
from afspraken.rules.verwachting import Soort
from afspraken.rules.wachttekst import Drukte, drukte
from locaties.models import ExtraOpening, Locatie, Openingstijd, Sluiting
from locaties.rules.opening import Dagregel, Gesloten, Weekregel, open_cellen
from locaties.rules.openstand import Openstand, openstand
from locaties.rules.weigering import NietGevonden

from .inloopvraag import ZONDER_AFSPRAAK
from .verwachtingen import VERS

DAGEN = 14  # how far ahead an opening is looked for
ALLES = ("afspraak", *ZONDER_AFSPRAAK)


class Deur(StrEnum):
    """Whether somebody can come now."""

    OPEN = "open"
    ALLEEN_AFSPRAAK = "alleen_afspraak"  # open, but now not for who has no appointment
    DICHT = "dicht"


@dataclass(frozen=True, slots=True)
class Kantoordrukte:
    """One office. Moments: aware UTC; of walking in: until when now, and from when again.

    Where nobody can walk in at all, ``opent`` of a closed office is for who has an appointment.

    ``soort``: what is forecast for who walks in now, None: nothing known; ``minuten`` and ``midden_seconden``
    where that is a wait.
    """

    code: str
    naam: str
    adres: str
    plaats: str
    zone: str
    deur: Deur
    sluit: datetime | None
    opent: datetime | None
    soort: Soort | None = None
    drukte: Drukte | None = None
    minuten: tuple[int, int] | None = None
    midden_seconden: int | None = None
    bijgewerkt: datetime | None = None


class _Uren(NamedTuple):
    soort: str
    regel: Weekregel | Dagregel


@dataclass(frozen=True, slots=True)
class _Agenda:
    """Per office what the hours are made of."""

    uren: Mapping[int, Collection[_Uren]]
    gesloten: Mapping[int, Collection[Gesloten]]

    def stand(self, locatie: Locatie, soorten: Collection[str], nu: datetime) -> Openstand:
        """Return when it is open for these."""
        regels = [uur.regel for uur in self.uren[locatie.pk] if uur.soort in soorten]
        week = [regel for regel in regels if isinstance(regel, Weekregel)]
        extra = [regel for regel in regels if isinstance(regel, Dagregel)]
        vandaag, dicht = nu.astimezone(locatie.zone).date(), self.gesloten[locatie.pk]
        dagen = (vandaag + timedelta(days=dag) for dag in range(DAGEN))
        return openstand(
            nu, locatie.zone, [open_cellen(dag, week, extra, dicht, frozenset()) for dag in dagen]
        )


def alle_drukte(*, nu: datetime) -> tuple[Kantoordrukte, ...]:
    """Return every office in its own order. Five statements, however many offices."""
    return _drukte(list(Locatie.objects.order_by("volgorde", "naam")), nu)


def drukte_van(*, kantoor: str, nu: datetime) -> Kantoordrukte:
    """Return one office by its code. Five statements. Raises ``NietGevonden``."""
    rijen = _drukte(list(Locatie.objects.filter(code=kantoor)), nu)
    if not rijen:
        raise NietGevonden("Wij kennen dit kantoor niet.")
    return rijen[0]


def _drukte(locaties: list[Locatie], nu: datetime) -> tuple[Kantoordrukte, ...]:
    if not locaties:
        return ()
    ids = [locatie.pk for locatie in locaties]
    agenda = _agenda(ids, nu)
    vers = Kantoorverwachting.objects.filter(locatie_id__in=ids, ververst_op__gt=nu - VERS)
    per_kantoor = {rij.locatie_id: rij for rij in vers}
    return tuple(_kantoor(locatie, agenda, per_kantoor.get(locatie.pk), nu) for locatie in locaties)


def _kantoor(
    locatie: Locatie, agenda: _Agenda, verwachting: Kantoorverwachting | None, nu: datetime
) -> Kantoordrukte:
    inloop, alles = agenda.stand(locatie, ZONDER_AFSPRAAK, nu), agenda.stand(locatie, ALLES, nu)
    deur = Deur.OPEN if inloop.is_open else Deur.ALLEEN_AFSPRAAK if alles.is_open else Deur.DICHT
    nieuw = verwachting.nieuw.get("B") if verwachting and deur is Deur.OPEN else None
    return Kantoordrukte(
        code=locatie.code,
        naam=locatie.naam,
        adres=locatie.adres,
        plaats=locatie.plaats,
        zone=locatie.tijdzone,
        deur=deur,
        sluit=inloop.sluit,
        opent=inloop.opent or (alles.opent if deur is Deur.DICHT else None),
        bijgewerkt=verwachting.ververst_op if verwachting and nieuw else None,
        **_wacht(nieuw),
    )


def _wacht(nieuw: Mapping[str, Any] | None) -> dict[str, Any]:
    if not nieuw:
        return {}
    soort = Soort(nieuw["soort"])
    if soort is not Soort.VENSTER:
        return {"soort": soort}
    return {
        "soort": soort,
        "drukte": drukte(nieuw["p50"]),
        "minuten": (nieuw["van"], nieuw["tot"]),
        "midden_seconden": nieuw["p50"],
    }


def _agenda(ids: Collection[int], nu: datetime) -> _Agenda:
    """Three statements."""
    uren: dict[int, list[_Uren]] = defaultdict(list)
    week = Openingstijd.objects.filter(locatie_id__in=ids).values_list(
        *("locatie_id", "soort", "weekdag", "van", "tot", "geldig_van", "geldig_tot")
    )
    for pk, soort, *rest in week:
        uren[pk].append(_Uren(soort, Weekregel(*rest)))
    vandaag = nu.date() - timedelta(days=1)
    extra = ExtraOpening.objects.filter(locatie_id__in=ids, datum__gte=vandaag)
    rij: tuple[int, str, date, time, time]
    for rij in extra.values_list("locatie_id", "soort", "datum", "van", "tot"):
        uren[rij[0]].append(_Uren(rij[1], Dagregel(*rij[2:])))
    gesloten: dict[int, list[Gesloten]] = defaultdict(list)
    dicht = Sluiting.objects.filter(locatie_id__in=ids, tot_en_met__gte=vandaag)
    for pk, van, tot in dicht.values_list("locatie_id", "van", "tot_en_met"):
        gesloten[pk].append(Gesloten(van, tot))
    return _Agenda(uren, gesloten)
