"""What the host sees of the day: who, when, marks; never a need; a fixed number of statements."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from afspraken.actions.bezoeker_aanmelden import bezoeker_aanmelden
from afspraken.actions.bezoeker_inschrijven import bezoeker_inschrijven
from afspraken.models import Bezoek
from afspraken.queries.daglijst import Daglijst, daglijst
from afspraken.rules.aanvraag import Gevraagd
from locaties.rules.weigering import NietGevonden
from tests.bouwers import DINSDAG, Kantoorscene, een_afspraak, een_behoefte, een_kantoor, een_voorziening, op

pytestmark = pytest.mark.django_db


def lijst(kantoor: Kantoorscene, om: str = "10:12") -> Daglijst:
    return daglijst(kantoor=kantoor.locatie.code, locatie_ids=None, nu=op(om))


def test_te_laat_staat_bovenaan_dan_wie_zo_komt_dan_wie_er_is():
    kantoor = een_kantoor(medewerkers=2, balies=2)
    tijden = ("10:00", "10:20", "10:10", "11:45")
    gemaakt = {om: een_afspraak(kantoor, om=om, telefoon=f"06 1111111{i}") for i, om in enumerate(tijden)}
    bezoeker_aanmelden(afspraak_id=gemaakt["10:10"].afspraak_id, nu=op("10:08"), rol="host")
    dag = lijst(kantoor)
    assert [(r.tijd, r.staat) for r in dag.regels] == [
        ("10:00", "laat"),
        ("10:20", "verwacht"),
        ("10:10", "wachtend"),
        ("11:45", "verwacht"),
    ]
    assert dag.regels[0].minuten == 12
    assert (dag.regels[2].nummer, dag.regels[2].minuten) == ("A 1", 2)
    assert [(r.mag_aanmelden, r.mag_terug) for r in dag.regels][1:3] == [(True, False), (False, True)]
    assert (dag.komend_uur, dag.wachtenden, dag.langste_wacht, dag.tijd) == (2, 1, 2, "10:12")


def test_de_lijst_toont_merktekens_en_nooit_de_behoefte(kantoor):
    laag = een_voorziening("verlaagde_balie", *kantoor.balies)
    een_behoefte("kanarie", balie=[laag], roepwijze="ophalen")
    een_afspraak(kantoor, behoeften=("kanarie",))
    bezoeker_inschrijven(
        bezoek_id=uuid4(),
        locatie=kantoor.locatie.code,
        producten=(Gevraagd("paspoort"),),
        behoeften=("kanarie",),
        nu=op("10:05"),
        rol="host",
    )
    dag = lijst(kantoor)
    assert {r.merktekens for r in dag.regels} == {("ophalen bij ingang", "lage balie")}
    assert "kanarie" not in repr(dag)


def test_een_andere_dag_en_een_ander_kantoor_staan_er_niet_op(kantoor):
    ander = een_kantoor("segbroek")
    een_afspraak(ander)
    een_afspraak(kantoor)
    assert [r.tijd for r in lijst(kantoor).regels] == ["10:00"]
    assert (
        daglijst(kantoor="loosduinen", locatie_ids=None, nu=op("10:00", DINSDAG.replace(day=4))).regels == ()
    )
    with pytest.raises(NietGevonden):
        daglijst(kantoor="segbroek", locatie_ids=frozenset({kantoor.locatie.id}), nu=op("10:00"))


def test_wie_klaar_is_verdwijnt_en_wie_wegging_kan_weer_komen(kantoor):
    gemaakt = een_afspraak(kantoor)
    bezoeker_aanmelden(afspraak_id=gemaakt.afspraak_id, nu=op("09:55"), rol="host")
    Bezoek.objects.update(status="afgerond")
    assert lijst(kantoor).regels == ()
    Bezoek.objects.update(status="niet_verschenen")
    assert [(r.staat, r.mag_aanmelden, r.nummer) for r in lijst(kantoor).regels] == [("laat", True, "A 1")]


def test_een_lange_dag_kost_evenveel_vragen_als_een_korte():
    kantoor = een_kantoor(medewerkers=2, balies=2)
    een_behoefte("kanarie", roepwijze="ophalen", balie=[een_voorziening("laag", *kantoor.balies)])

    def dag_met(tijden: list[str], begin: int) -> int:
        for i, om in enumerate(tijden, begin):
            gemaakt = een_afspraak(kantoor, om=om, telefoon=f"06 1111112{i}", behoeften=("kanarie",))
            bezoeker_aanmelden(afspraak_id=gemaakt.afspraak_id, nu=op("09:55"), rol="host")
        with CaptureQueriesContext(
            connection,
        ) as vragen:
            assert len(lijst(kantoor).regels) == begin + len(tijden)
        return len(vragen)

    een = dag_met(["10:00"], 0)
    assert een == 10
    assert dag_met(["10:20", "10:40", "11:00", "11:20"], 1) == een
