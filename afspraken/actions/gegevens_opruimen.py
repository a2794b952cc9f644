"""Wipe what has had its time: drafts, codes, who somebody was, what we wrote them."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.contrib.sessions.models import Session
from django.db.models import Q, QuerySet

from afspraken.models import (
    Aanvraag,
    Adresteller,
    Afspraak,
    Behandelduur,
    Bericht,
    Beurtsms,
    Bezoek,
    Contact,
    Gebeurtenis,
    Knelpunt,
    Toegangscode,
)
from afspraken.rules.berichtsoort import Berichtsoort
from afspraken.rules.bewaartermijnen import (
    AANVRAAG_NA,
    ADRESTELLER_NA,
    BEHANDELDUUR_NA,
    BEURTSMS_NA,
    CODE_NA,
    CONTACT_NA,
)
from locaties.actions.stappen.daad import daad

OVER = (Afspraak.Status.GEANNULEERD, Afspraak.Status.VERLOPEN)


@daad
def gegevens_opruimen(*, nu: datetime, echt_nu: datetime | None = None) -> int:
    """Return how many rows were deleted or blanked; nothing is left to do afterwards.

    ``echt_nu``: where ``nu`` is that of a demo, the real moment: logging in knows no other.
    """
    weg: tuple[QuerySet[Any], ...] = (
        Aanvraag.objects.filter(gewijzigd_op__lte=nu - AANVRAAG_NA),
        Afspraak.objects.filter(
            status=Afspraak.Status.VERLOPEN, gewijzigd_op__lte=nu - AANVRAAG_NA, aanvragen__isnull=True
        ),
        Toegangscode.objects.filter(geldig_tot__lte=nu - CODE_NA),
        Beurtsms.objects.filter(gevraagd_op__lte=nu - BEURTSMS_NA),
        Adresteller.objects.filter(uur__lte=nu - ADRESTELLER_NA),
        Session.objects.filter(expire_date__lt=echt_nu or nu),
        Behandelduur.objects.filter(datum__lte=(nu - BEHANDELDUUR_NA).date()),
    )
    verwijderd = sum(rijen.delete()[0] for rijen in weg)
    return verwijderd + _wis_personen(nu) + _wis_teksten(nu)


def _wis_personen(nu: datetime) -> int:
    """Blank who it was, seven days after the visit or after it was called off."""
    grens = nu - CONTACT_NA
    oud = Q(einde__lte=grens) | Q(status__in=OVER, gewijzigd_op__lte=grens)
    afspraken = Afspraak.objects.filter(oud)
    leeg = dict.fromkeys(("achternaam", "telefoon", "email", "telefoonsleutel", "emailsleutel"), "")
    aantal = Contact.objects.filter(~Q(**leeg), afspraak__in=afspraken).update(**leeg)
    # What staff typed may be about the person: it goes with the person, that it happened stays.
    Gebeurtenis.objects.filter(soort="afspraak.geannuleerd", afspraak__in=afspraken).exclude(reden="").update(
        reden=""
    )
    dagen = Bezoek.objects.filter(Q(afspraak__in=afspraken) | Q(datum__lt=grens.date()))
    aantal += dagen.exclude(spreektaal="").update(spreektaal="")
    Knelpunt.objects.filter(afspraak__in=afspraken).exclude(oplossing="").update(oplossing="")
    verteld = ~Q(spreektaal="", begeleiding="", reden="")
    return aantal + afspraken.filter(verteld).update(spreektaal="", begeleiding="", reden="")


def _wis_teksten(nu: datetime) -> int:
    """Blank texts with their person; a code as soon as it no longer works."""
    grens = nu - CONTACT_NA
    oud = (
        Q(afspraak__einde__lte=grens)
        | Q(afspraak__status__in=OVER, afspraak__gewijzigd_op__lte=grens)
        | Q(afspraak__isnull=True, nutteloos_na__lte=grens)
        | Q(soort=Berichtsoort.CODE, nutteloos_na__lte=nu)
    )
    berichten = Bericht.objects.filter(
        oud,
        ~Q(tekst="", onderwerp="", adres="", gegevens={}),
        status__in=(
            Bericht.Status.VERSTUURD,
            Bericht.Status.AFGELEVERD,
            Bericht.Status.MISLUKT,
            Bericht.Status.VERVALLEN,
        ),
    )
    ids = list(berichten.values_list("id", flat=True))
    return Bericht.objects.filter(id__in=ids).update(tekst="", onderwerp="", adres="", gegevens={})
