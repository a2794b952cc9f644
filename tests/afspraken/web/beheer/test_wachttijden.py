"""The page about waits: one office and one week, norms in words, nothing of fewer than ten people."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from afspraken.models import Bezoek
from afspraken.queries.verwachtingscijfers import verwachtingscijfers
from locaties.rules.weigering import NietGevonden
from tests.afspraken.web.personeel import ingelogd
from tests.bouwers import DINSDAG, Kantoorscene, een_kantoor, op
from tests.dagbouwers import een_inloper
from tests.verwachtingbouwers import een_verwachting

pytestmark = pytest.mark.django_db
MAANDAG = DINSDAG - timedelta(days=1)


def lees(planner: Client, **keuze: str) -> tuple[int, str]:
    with time_machine.travel(op("12:00"), tick=False):
        antwoord = planner.get(reverse("beheer_wachttijden"), keuze)
    return antwoord.status_code, " ".join(antwoord.content.decode().split())


def geholpen(kantoor: Kantoorscene, aantal: int, minuten: int) -> None:
    """So many walk-ins who waited so long, and were told ten minutes at arrival."""
    for _ in range(aantal):
        bezoek = een_inloper(kantoor, "09:30")
        een_verwachting(bezoek, "09:40", "09:45")
        geroepen = op("09:30") + timedelta(minutes=minuten)
        Bezoek.objects.filter(id=bezoek.id).update(
            status="afgerond", eerst_geroepen_op=geroepen, klaar_op=geroepen
        )


def test_wachten_in_seconden_met_de_norm_in_woorden(kantoor: Kantoorscene) -> None:
    geholpen(kantoor, 12, 12)
    status, bladzijde = lees(ingelogd("planner"))
    assert status == 200
    assert "12 min 00 s" in bladzijde
    assert "100% " in bladzijde
    assert "gehaald" in bladzijde
    assert "norm: 90% binnen 15 min 00 s" in bladzijde
    assert "2 min 00 s" in bladzijde, "how far the forecast was off"
    assert "niet goed" in bladzijde, "everybody in time is too careful for a P80"


def test_een_gemiste_norm_staat_er_ook_in_woorden(kantoor: Kantoorscene) -> None:
    geholpen(kantoor, 10, 20)
    assert "niet gehaald" in lees(ingelogd("planner"))[1]


def test_van_minder_dan_tien_bezoeken_staat_er_geen_cijfer(kantoor: Kantoorscene) -> None:
    geholpen(kantoor, 9, 12)
    bladzijde = lees(ingelogd("planner"))[1]
    assert "Minder dan 10 bezoeken" in bladzijde
    assert "12 min" not in bladzijde


def test_zonder_bezoeken_staat_er_wat_te_doen(kantoor: Kantoorscene) -> None:
    assert "Nog geen bezoeken" in lees(ingelogd("planner"))[1]
    een_week_terug = (MAANDAG - timedelta(days=7)).isoformat()
    assert "Nog geen bezoeken" in lees(ingelogd("planner"), kantoor="loosduinen", week=een_week_terug)[1]


@pytest.mark.parametrize("keuze", [{"kantoor": "bestaat-niet"}, {"week": "gisteren"}])
def test_een_onbekende_keuze_is_een_zin(kantoor: Kantoorscene, keuze: dict[str, str]) -> None:
    status, bladzijde = lees(ingelogd("planner"), **keuze)
    assert status == 422
    assert "uit de lijst" in bladzijde


def test_alleen_het_eigen_kantoor(kantoor: Kantoorscene) -> None:
    ander = een_kantoor("segbroek")
    eigen = ingelogd("planner", locatie=kantoor.locatie)
    assert "Segbroek" not in lees(eigen)[1]
    assert lees(eigen, kantoor="segbroek")[0] == 422
    with pytest.raises(NietGevonden):
        verwachtingscijfers(kantoor="segbroek", locatie_ids=frozenset({kantoor.locatie.pk}), maandag=MAANDAG)
    assert ander.locatie.code == "segbroek"


def test_een_host_ziet_deze_bladzijde_niet(kantoor: Kantoorscene) -> None:
    assert lees(ingelogd("host", locatie=kantoor.locatie))[0] == 403


def test_het_aantal_vragen_groeit_niet_met_de_bezoeken(kantoor: Kantoorscene) -> None:
    geholpen(kantoor, 12, 5)
    with CaptureQueriesContext(connection) as vragen:
        verwachtingscijfers(kantoor="loosduinen", locatie_ids=None, maandag=MAANDAG)
    assert len(vragen) == 2
