"""A hold that is over and whose place somebody else wants: it goes, with all that was agreed with it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from threading import Event, Thread
from typing import Any

import pytest
from django.db import connection, transaction

from afspraken.actions.stappen.afspraak import pak_afspraak
from afspraken.actions.stappen.weigeringen import TijdBezet
from afspraken.models import Afspraak, Gebeurtenis
from tests.bouwers import NU, Kantoorscene, een_afspraak, een_behoefte, een_kantoor
from toegankelijkheid.models import Afstemming, Bestelling

pytestmark = pytest.mark.django_db(transaction=True)
LATER = NU + timedelta(minutes=40)


@pytest.fixture
def kantoor(settings: Any) -> Kantoorscene:
    settings.BEVESTIGEN_MET_CODE = True
    return een_kantoor()


def test_wie_de_tijd_van_een_verlopen_voorlopige_afspraak_neemt_laat_geen_afstemming_achter(
    kantoor: Kantoorscene,
) -> None:
    een_behoefte("tolk", bestelling=0)
    een_afspraak(kantoor, herkomst="site", behoeften=("tolk",))
    assert Bestelling.objects.count() == 1

    een_afspraak(kantoor, nu=LATER, telefoon="06 87654321")

    assert not Afstemming.objects.exists()
    assert not Bestelling.objects.exists()
    verlopen = Afspraak.objects.get(status="verlopen")
    assert verlopen.afstemming_id is None
    assert Gebeurtenis.objects.filter(afspraak=verlopen, soort="afspraak.verlopen").count() == 1


@pytest.mark.postgresql
def test_wie_net_bevestigt_houdt_de_plek_ook_als_een_ander_op_dezelfde_tellen_komt(
    kantoor: Kantoorscene,
) -> None:
    een_afspraak(kantoor, herkomst="site")
    afspraak = Afspraak.objects.get()

    with _bevestigt(afspraak), pytest.raises(TijdBezet):
        een_afspraak(kantoor, nu=LATER, telefoon="06 87654321")

    afspraak.refresh_from_db()
    assert (afspraak.status, afspraak.delen.get().is_actief) == ("bevestigd", True)


@contextmanager
def _bevestigt(afspraak: Afspraak) -> Iterator[None]:
    """Somebody else has the row and confirms it while the body runs."""
    heeft_de_rij, mag_door = Event(), Event()

    def bevestig() -> None:
        with transaction.atomic():
            rij = pak_afspraak(afspraak.pk)
            heeft_de_rij.set()
            mag_door.wait(5)
            rij.status, rij.vastgehouden_tot = Afspraak.Status.BEVESTIGD, None
            rij.save()
        connection.close()

    ander = Thread(target=bevestig)
    ander.start()
    heeft_de_rij.wait(5)
    try:
        yield
    finally:
        mag_door.set()
        ander.join()
