"""Each working morning: a mail per office that something is still to be arranged."""

from __future__ import annotations

import logging
from datetime import UTC, date, datetime, time, timedelta
from hashlib import sha256

from django.db.models import Q

from afspraken.models import Bericht, Contact
from locaties.actions.stappen.daad import daad
from locaties.models import Contactpersoon, Locatie, Rol
from locaties.rules.werkdagen import is_werkdag
from toegankelijkheid.queries.te_regelen import te_regelen

logboek = logging.getLogger(__name__)
VANAF, TOT = time(7, 0), time(18, 0)
SOORT = "te_regelen"


@daad
def te_regelen_mailen(*, nu: datetime) -> int:
    """Put today's mails in the outbox, each once; return how many were new."""
    return sum(_mail(locatie, nu) for locatie in Locatie.objects.all())


def _mail(locatie: Locatie, nu: datetime) -> int:
    plaatselijk = nu.astimezone(locatie.zone)
    if not (is_werkdag(plaatselijk.date()) and VANAF <= plaatselijk.time() < TOT):
        return 0
    if not te_regelen(locatie_ids=frozenset({locatie.pk}), vandaag=plaatselijk.date()):
        return 0
    nieuw = [_bericht(locatie, adres, nu) for adres in _adressen(locatie, plaatselijk.date())]
    if not nieuw:
        logboek.warning("kantoor %s: iets te regelen, maar geen planner met een e-mailadres", locatie.code)
    bekend = set(
        Bericht.objects.filter(dedupe__in=[bericht.dedupe for bericht in nieuw]).values_list(
            "dedupe", flat=True
        )
    )
    te_doen = [bericht for bericht in nieuw if bericht.dedupe not in bekend]
    Bericht.objects.bulk_create(te_doen, ignore_conflicts=True)
    return len(te_doen)


def _adressen(locatie: Locatie, vandaag: date) -> list[str]:
    """Return the planners of this office and who answers for its orders today."""
    planners = Rol.objects.filter(
        Q(locatie=locatie) | Q(locatie=None), soort=Rol.Soort.PLANNER, gebruiker__is_active=True
    ).values_list("gebruiker__email", flat=True)
    eigenaren = Contactpersoon.objects.filter(
        locatie=locatie,
        specialisme="",
        van__lte=vandaag,
        tot_en_met__gte=vandaag,
        medewerker__gebruiker__is_active=True,
    ).values_list("medewerker__gebruiker__email", flat=True)
    return sorted({adres.lower() for adres in [*planners, *eigenaren] if adres})


def _bericht(locatie: Locatie, adres: str, nu: datetime) -> Bericht:
    vandaag = nu.astimezone(locatie.zone).date()
    morgen = datetime.combine(vandaag + timedelta(days=1), time(0), locatie.zone)
    return Bericht(
        soort=SOORT,
        kanaal=Contact.Kanaal.EMAIL,
        adres=adres,
        gegevens={"locatie_id": locatie.pk},
        dedupe=f"{SOORT}:{locatie.pk}:{vandaag}:{sha256(adres.encode()).hexdigest()[:16]}",
        versturen_na=nu,
        nutteloos_na=morgen.astimezone(UTC),
        aangemaakt_op=nu,
    )
