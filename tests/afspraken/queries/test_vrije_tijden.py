"""A time is offered exactly when people, balie and the whole duration fit."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from afspraken.actions.afspraak_vasthouden import afspraak_vasthouden
from afspraken.models import Afspraakdeel
from afspraken.queries.vraag import vraag_voor
from afspraken.queries.vrije_tijden import eerste_vrij, vrije_dagen, vrije_tijden
from afspraken.rules.aanvraag import Gevraagd
from locaties.models import Balieuitval, ExtraOpening, Inzet, Pauze, Sluiting
from tests.bouwers import (
    DINSDAG,
    NU,
    Kantoorscene,
    een_aanvraag,
    een_afspraak,
    een_behoefte,
    een_bekwaamheid,
    een_kantoor,
    een_medewerker,
    een_product,
    een_voorziening,
    op,
)
from toegankelijkheid.queries.behoeften import vereisten_van

pytestmark = pytest.mark.django_db


def tijden(
    scene: Kantoorscene,
    *,
    personen: int = 1,
    behoeften: tuple[str, ...] = (),
    nu: datetime = NU,
    datum: date = DINSDAG,
) -> list[str]:
    vraag = vraag_voor(
        (Gevraagd(scene.product.code, ("",) * personen),),
        vereisten_van(codes=behoeften) if behoeften else None,
    )
    return [t.wand for t in vrije_tijden(vraag=vraag, locatie=scene.locatie.code, datum=datum, nu=nu)]


def test_de_eerste_en_de_laatste_tijd_liggen_binnen_de_opening(kantoor: Kantoorscene) -> None:
    gevonden = tijden(kantoor)

    assert (gevonden[0], gevonden[-1]) == ("09:00", "11:50")


def test_een_tijd_die_een_snipper_overlaat_wordt_niet_aangeboden(kantoor: Kantoorscene) -> None:
    assert "09:05" not in tijden(kantoor)


def test_twee_personen_duren_langer(kantoor: Kantoorscene) -> None:
    assert tijden(kantoor, personen=2)[-1] == "11:45"


def test_een_bezette_tijd_wordt_niet_aangeboden(kantoor: Kantoorscene) -> None:
    een_afspraak(kantoor, om="10:00")

    assert "10:00" not in tijden(kantoor)


def test_een_vastgehouden_tijd_komt_vrij_als_hij_verlopen_is(kantoor: Kantoorscene) -> None:
    afspraak_vasthouden(
        aanvraag_id=een_aanvraag(kantoor), locatie=kantoor.locatie.code, begin=op("10:00"), nu=NU
    )

    assert "10:00" not in tijden(kantoor)
    assert "10:00" in tijden(kantoor, nu=NU + timedelta(minutes=20))


def test_een_pauze_wordt_niet_aangeboden(kantoor: Kantoorscene) -> None:
    Pauze.objects.create(inzet=Inzet.objects.get(), begin=op("10:00"), einde=op("10:30"))

    assert not [t for t in tijden(kantoor) if "09:51" <= t < "10:30"]


def test_een_sluiting_en_een_feestdag_hebben_geen_tijden(kantoor: Kantoorscene) -> None:
    Sluiting.objects.create(locatie=kantoor.locatie, van=DINSDAG, tot_en_met=DINSDAG, reden="verhuizing")

    assert tijden(kantoor) == []


def test_een_extra_opening_geeft_extra_tijden(kantoor: Kantoorscene) -> None:
    ExtraOpening.objects.create(
        locatie=kantoor.locatie, datum=DINSDAG, van="13:00", tot="14:00", soort="afspraak"
    )
    een_medewerker(kantoor, van="13:00", tot="14:00")

    assert tijden(kantoor)[-1] == "13:50"


def test_alleen_een_inzet_voor_inloop_geeft_geen_tijden(kantoor: Kantoorscene) -> None:
    Inzet.objects.update(soort="inloop")

    assert tijden(kantoor) == []


def test_na_de_vrijgave_is_de_tijd_voor_inloop(kantoor: Kantoorscene) -> None:
    Inzet.objects.update(vrijgave_op=NU)

    assert tijden(kantoor) == []


def test_de_aanlooptijd_wordt_gehouden(kantoor: Kantoorscene) -> None:
    assert tijden(kantoor, nu=op("09:30"))[0] == "10:30"


def test_buiten_de_horizon_is_niets(kantoor: Kantoorscene) -> None:
    kantoor.locatie.horizon_dagen = 0
    kantoor.locatie.save()

    assert tijden(kantoor) == []


def test_zonder_iemand_die_het_product_beheerst_is_er_niets(kantoor: Kantoorscene) -> None:
    kantoor.medewerkers[0].producten.clear()

    assert tijden(kantoor) == []


def test_een_balie_voor_afhalen_doet_geen_afspraken(kantoor: Kantoorscene) -> None:
    een_voorziening("afhalen", kantoor.balies[0])

    assert tijden(kantoor) == []


def test_de_balie_moet_elke_vereiste_voorziening_hebben(kantoor: Kantoorscene) -> None:
    laag = een_voorziening("verlaagde_balie")
    een_behoefte("rolstoel", balie=[laag], extra=5)
    assert tijden(kantoor, behoeften=("rolstoel",)) == []

    een_voorziening("verlaagde_balie", kantoor.balies[0])
    assert tijden(kantoor, behoeften=("rolstoel",))[-1] == "11:45"


def test_een_kapotte_voorziening_telt_niet_maar_de_balie_doet_ander_werk(kantoor: Kantoorscene) -> None:
    laag = een_voorziening("verlaagde_balie", kantoor.balies[0])
    een_behoefte("rolstoel", balie=[laag])
    Balieuitval.objects.create(balie=kantoor.balies[0], voorziening=laag, begin=op("10:00"))

    assert tijden(kantoor, behoeften=("rolstoel",))[-1] == "09:50"
    assert tijden(kantoor)[-1] == "11:50"


def test_een_gesloten_balie_telt_niet(kantoor: Kantoorscene) -> None:
    Balieuitval.objects.create(balie=kantoor.balies[0], begin=op("08:00"), einde=op("11:00"))

    assert tijden(kantoor)[0] == "11:00"


@pytest.mark.parametrize(("geldig_tot", "mag"), [(DINSDAG, True), (DINSDAG - timedelta(days=1), False)])
def test_een_verlopen_bekwaamheid_telt_niet(kantoor: Kantoorscene, geldig_tot: date, mag: bool) -> None:
    een_behoefte("zien", specialisme="toegankelijkheid")
    een_bekwaamheid(kantoor.medewerkers[0], "toegankelijkheid", tot=geldig_tot)

    assert bool(tijden(kantoor, behoeften=("zien",))) is mag


def test_een_tolk_die_niet_meer_op_tijd_komt_vraagt_een_balie_met_vervanging(kantoor: Kantoorscene) -> None:
    scherm = een_voorziening("tolk_op_afstand")
    een_behoefte("gebarentolk", bestelling=5, vervanging=scherm)
    assert tijden(kantoor, behoeften=("gebarentolk",)) == []

    een_voorziening("tolk_op_afstand", kantoor.balies[0])
    assert tijden(kantoor, behoeften=("gebarentolk",))


def test_als_niemand_alles_kan_doen_twee_medewerkers_het_na_elkaar() -> None:
    scene = een_kantoor()
    rijbewijs = een_product("rijbewijs", locatie=scene.locatie)
    een_medewerker(scene, kan=[rijbewijs])
    vraag = vraag_voor((Gevraagd("paspoort"), Gevraagd("rijbewijs")))

    gevonden = vrije_tijden(vraag=vraag, locatie=scene.locatie.code, datum=DINSDAG, nu=NU)

    assert gevonden[-1].wand == "11:40"


def test_de_eerste_vrije_plek_over_alle_kantoren() -> None:
    een_kantoor("loosduinen", van="10:00")
    een_kantoor("scheveningen", van="09:00")
    vraag = vraag_voor((Gevraagd("paspoort"),))

    gevonden = {e.locatie: e.begin for e in eerste_vrij(vraag=vraag, nu=NU)}

    assert gevonden == {"loosduinen": op("10:00"), "scheveningen": op("09:00")}


def test_een_vol_kantoor_is_te_kiezen_als_er_voor_een_behoefte_ruimte_te_maken_is() -> None:
    """The specialist is busy all day with what the colleague can do; who is pinned stays."""
    scene = een_kantoor(van="10:00", tot="10:10", balies=2)
    een_bekwaamheid(scene.medewerkers[0], "communicatie")
    een_behoefte("horen", specialisme="communicatie")
    een_afspraak(scene, om="10:00")
    een_medewerker(scene, van="10:00", tot="10:10")
    vraag = vraag_voor((Gevraagd("paspoort"),), vereisten_van(codes=("horen",)))

    with CaptureQueriesContext(connection) as gevraagd:
        (eerste,) = eerste_vrij(vraag=vraag, nu=NU)

    assert (eerste.begin, eerste.reden) == (op("10:00"), "")
    assert len(gevraagd) <= 8
    Afspraakdeel.objects.update(vastgezet=True)
    (eerste,) = eerste_vrij(vraag=vraag, nu=NU)
    assert (eerste.begin, eerste.reden) == (None, "vol")


def test_een_maand_kost_een_vast_aantal_vragen_aan_de_database(kantoor: Kantoorscene) -> None:
    een_afspraak(kantoor)
    vraag = vraag_voor((Gevraagd("paspoort"),))

    with CaptureQueriesContext(connection) as gevraagd:
        dagen = vrije_dagen(vraag=vraag, locatie="loosduinen", van=NU.date(), tot=date(2026, 12, 2), nu=NU)

    assert [d.datum for d in dagen] == [DINSDAG]
    assert len(gevraagd) <= 14


def test_op_de_dag_van_de_wintertijd_klopt_de_wandtijd() -> None:
    zondag = date(2026, 10, 25)
    scene = een_kantoor(datum=zondag)

    nu = datetime(2026, 10, 20, 7, 0, tzinfo=UTC)
    vraag = vraag_voor((Gevraagd("paspoort"),))
    eerste = vrije_tijden(vraag=vraag, locatie=scene.locatie.code, datum=zondag, nu=nu)[0]

    assert (eerste.wand, eerste.begin.hour) == ("09:00", 8)


@pytest.mark.parametrize("datum", [date.min, date(2026, 11, 1), date(2027, 11, 2), date.max])
def test_een_dag_die_niet_kan_heeft_geen_tijden(kantoor: Kantoorscene, datum: date) -> None:
    assert tijden(kantoor, datum=datum) == []
