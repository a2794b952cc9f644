"""A hold that is over and whose place somebody else wants: it goes, with all that was agreed with it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from threading import Event, Thread
from typing import Any
from unittest.mock import Mock

import pytest
from django.db import connection, transaction

from afspraken.actions.stappen.afspraak import pak_afspraak
from afspraken.actions.stappen.weigeringen import TijdBezet
from afspraken.models import Afspraak, Afspraakdeel, Gebeurtenis
from locaties.actions.stappen import daad
from locaties.models import Balie
from tests.bouwers import NU, Kantoorscene, een_afspraak, een_behoefte, een_kantoor, een_medewerker
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


@pytest.mark.postgresql
@pytest.mark.parametrize("keren", [3, 0], ids=["opnieuw", "controle zonder opnieuw"])
def test_wie_verliest_van_wie_net_bevestigt_krijgt_een_andere_medewerker(
    kantoor: Kantoorscene, monkeypatch: pytest.MonkeyPatch, keren: int
) -> None:
    een_afspraak(kantoor, herkomst="site")
    afspraak = Afspraak.objects.get()
    # Later in the roster: the first choice is who only seems free.
    een_medewerker(kantoor)
    Balie.objects.create(locatie=kantoor.locatie, nummer=2)
    monkeypatch.setattr(daad, "KEREN", keren)

    with _bevestigt(afspraak) as klaar:
        monkeypatch.setattr(daad, "time", Mock(sleep=lambda _pauze: klaar()))
        if keren:
            een_afspraak(kantoor, nu=LATER, telefoon="06 87654321")
        else:
            with pytest.raises(TijdBezet):
                een_afspraak(kantoor, nu=LATER, telefoon="06 87654321")

    wie = Afspraakdeel.objects.filter(is_actief=True).values_list("medewerker_id", "balie_id")
    assert len(set(wie)) == Afspraak.objects.filter(status="bevestigd").count() == (2 if keren else 1)


@contextmanager
def _bevestigt(afspraak: Afspraak) -> Iterator[Callable[[], None]]:
    """Somebody else has the row and confirms it while the body runs, or until the body says so."""
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

    def klaar() -> None:
        mag_door.set()
        ander.join()

    try:
        yield klaar
    finally:
        klaar()
