"""Fill the database of a chaos test: so many appointments, each with one confirmation to its own number."""

from __future__ import annotations

import sys
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import django

django.setup()

from afspraken.actions.stappen.berichten import zet_klaar  # noqa: E402 - needs the loaded apps
from afspraken.actions.stappen.contact import link_van  # noqa: E402
from afspraken.models import Afspraak, Contact  # noqa: E402
from afspraken.rules.berichtsoort import Berichtsoort  # noqa: E402
from afspraken.rules.link import link_hash  # noqa: E402
from tests.bouwers import een_kantoor  # noqa: E402


def vul(aantal: int) -> None:
    """Make them straight away: how they are booked is proved elsewhere."""
    nu = datetime.now(UTC)
    locatie = een_kantoor().locatie
    for nummer in range(aantal):
        afspraak = Afspraak.objects.create(
            code=f"T{nummer:05}",
            locatie=locatie,
            begin=nu + timedelta(days=3),
            einde=nu + timedelta(days=3, minutes=10),
            status="bevestigd",
            herkomst="site",
            aangemaakt_op=nu,
            gewijzigd_op=nu,
        )
        pk = uuid4()
        Contact.objects.create(
            id=pk,
            afspraak=afspraak,
            achternaam="De Wit",
            kanaal="sms",
            telefoon=f"+316{nummer:08}",
            link_hash=link_hash(link_van(pk, 0)),
        )
        zet_klaar(afspraak, Berichtsoort.BEVESTIGING, nu=nu)


vul(int(sys.argv[1]))
