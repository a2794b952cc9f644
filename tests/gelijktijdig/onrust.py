"""What else happens to an agenda while people book: illness, changes of roster, holds, links, sweeps."""

from __future__ import annotations

import random
from datetime import timedelta
from uuid import UUID

from django.db.models import Q

from afspraken.actions.afspraak_verlengen import afspraak_verlengen
from afspraken.actions.afspraken_verlopen import afspraken_verlopen
from afspraken.actions.afstemmingen_vergeten import afstemmingen_vergeten
from afspraken.actions.gegevens_opruimen import gegevens_opruimen
from afspraken.actions.link_wisselen import link_wisselen
from afspraken.actions.medewerker_afmelden import medewerker_afmelden
from afspraken.actions.stappen.dagslot import vergrendel
from afspraken.models import Contact
from locaties.actions.stappen.transactie import transactie
from locaties.models import Inzet, Locatie, Medewerker, Product
from tests.bouwers import DINSDAG, NU, Kantoorscene, een_inzet, een_medewerker, op
from tests.gelijktijdig.taken import houd_vast

STRAKS = NU + timedelta(minutes=1)


def houd_vast_en_verleng(*, aanvraag: str, kantoor: str, om: str) -> None:
    """Hold a time, hold it longer, and never come back."""
    houd_vast(aanvraag=aanvraag, kantoor=kantoor, om=om)
    afspraak_verlengen(aanvraag_id=UUID(aanvraag), nu=STRAKS)


def meld_ziek(*, kantoor: str) -> None:
    """Somebody of this office falls out that day, at every office."""
    ziek = random.choice(_op_het_rooster(kantoor))
    medewerker_afmelden(
        medewerker_id=ziek, van=DINSDAG, tot_en_met=DINSDAG, reden="uitval", nu=STRAKS, gebruiker_id=None
    )


def nieuw_op_het_rooster(*, kantoor: str) -> None:
    """Somebody comes to help, so that the office does not run empty."""
    # In line with the others, as the planner's deeds are: who writes on SQLite without it may wait in vain.
    with transactie():
        een_medewerker(Kantoorscene(Locatie.objects.get(code=kantoor), Product.objects.get()))


def ook_op_het_rooster(*, kantoor: str, van: str) -> None:
    """A mistake that nothing forbids: somebody of ``van`` stands on two rosters at the same time."""
    wie = Medewerker.objects.get(pk=random.choice(_op_het_rooster(van)))
    locatie, om = Locatie.objects.get(code=kantoor), f"09:{random.randrange(5, 60):02}"
    # Once per office, and never two shifts that begin at the same moment: that is forbidden.
    if not Inzet.objects.filter(Q(locatie=locatie) | Q(begin=op(om)), medewerker=wie).exists():
        with transactie():
            een_inzet(wie, locatie, van=om, tot="12:00")


def van_het_rooster(*, kantoor: str) -> None:
    """A shift goes, under the lock of its day; what was promised stays with who would do it."""
    wie = random.choice(_op_het_rooster(kantoor))
    with transactie():
        vergrendel([(Locatie.objects.get(code=kantoor).pk, DINSDAG)])
        Inzet.objects.filter(medewerker_id=wie, locatie__code=kantoor).delete()


def wissel_link(*, code: str) -> None:
    """Make the link of an appointment dead."""
    link_wisselen(contact_id=Contact.objects.get(afspraak__code=code).pk, nu=STRAKS)


def ruim_op() -> None:
    """All sweeps of the worker, at a moment at which every hold is over."""
    later = NU + timedelta(minutes=45)
    afspraken_verlopen(nu=later)
    afstemmingen_vergeten(nu=later)
    gegevens_opruimen(nu=later)


def _op_het_rooster(kantoor: str) -> list[int]:
    wie = Inzet.objects.filter(locatie__code=kantoor, datum=DINSDAG, afgemeld_op=None)
    return list(wie.order_by("id").values_list("medewerker_id", flat=True)) or list(
        Medewerker.objects.filter(inzetten__locatie__code=kantoor).values_list("pk", flat=True)
    )
