"""Somebody falls out: colleagues take over, the rest is on the list, nothing is dropped."""

from __future__ import annotations

from datetime import timedelta

import pytest

from afspraken.actions.afspraak_vasthouden import afspraak_vasthouden
from afspraken.actions.medewerker_afmelden import Afgemeld, medewerker_afmelden
from afspraken.models import Afspraak, Afspraakdeel, Bericht, Bezoek, Gebeurtenis, Knelpunt
from afspraken.queries.vraag import vraag_voor
from afspraken.queries.vrije_tijden import vrije_tijden
from afspraken.rules.aanvraag import Gevraagd
from locaties.models import Inzet, Locatiedag, Medewerker, Openingstijd
from locaties.rules.weigering import NietGevonden
from tests.bouwers import (
    DINSDAG,
    NU,
    Kantoorscene,
    een_aanvraag,
    een_afspraak,
    een_behoefte,
    een_bekwaamheid,
    een_inzet,
    een_kantoor,
    een_medewerker,
    een_product,
    op,
)
from tests.dagbouwers import een_bezoeker

pytestmark = pytest.mark.django_db


def _meld_af(wie: Medewerker, **anders: object) -> Afgemeld:
    gegevens: dict[str, object] = {"van": DINSDAG, "tot_en_met": DINSDAG, "reden": "afwezig", "nu": NU}
    gegevens |= {"gebruiker_id": None} | anders
    return medewerker_afmelden(medewerker_id=wie.pk, **gegevens)  # type: ignore[arg-type]


def _serveert(code: str) -> Medewerker | None:
    return Afspraakdeel.objects.get(afspraak__code=code).medewerker


def test_een_collega_neemt_over_op_dezelfde_tijd_aan_dezelfde_balie(kantoor: Kantoorscene):
    gemaakt = een_afspraak(kantoor)
    voor = Afspraakdeel.objects.get()
    collega = een_medewerker(kantoor)
    assert _meld_af(kantoor.medewerkers[0]) == Afgemeld(1, 0, ())
    na = Afspraakdeel.objects.get()
    assert _serveert(gemaakt.code) == collega
    assert (na.begin, na.einde, na.balie_id) == (voor.begin, voor.einde, voor.balie_id)
    assert na.inzet == collega.inzetten.get()


def test_de_inwoner_merkt_niets_van_een_wissel(kantoor):
    een_afspraak(kantoor)
    een_medewerker(kantoor)
    berichten = Bericht.objects.count()
    _meld_af(kantoor.medewerkers[0])
    assert Bericht.objects.count() == berichten
    assert Afspraak.objects.get().volgnummer == 0
    assert Gebeurtenis.objects.filter(soort="afspraak.herplaatst", rol="planner").count() == 1


def test_zonder_collega_blijft_de_afspraak_staan_met_een_knelpunt(kantoor):
    een_afspraak(kantoor)
    uitkomst = _meld_af(kantoor.medewerkers[0])
    knelpunt = Knelpunt.objects.get()
    assert uitkomst == Afgemeld(0, 1, (knelpunt.pk,))
    assert (knelpunt.reden, knelpunt.opgelost_op) == ("afwezig", None)
    assert Afspraak.objects.get().status == "bevestigd"
    assert Afspraakdeel.objects.get().is_actief


def test_wie_de_opleiding_niet_heeft_neemt_niet_over(kantoor):
    een_behoefte("uitleg", specialisme="begrijpelijk")
    een_bekwaamheid(kantoor.medewerkers[0], "begrijpelijk")
    een_afspraak(kantoor, behoeften=("uitleg",))
    een_medewerker(kantoor)
    assert _meld_af(kantoor.medewerkers[0]).knelpunten == 1


def test_een_bezette_collega_neemt_niet_over(kantoor):
    scene = een_kantoor("segbroek", medewerkers=2, balies=2)
    een = een_afspraak(scene, om="10:00")
    een_afspraak(scene, om="10:00", telefoon="06 87654321")
    ziek = _serveert(een.code)
    assert ziek
    assert _meld_af(ziek) == Afgemeld(0, 1, tuple(Knelpunt.objects.values_list("pk", flat=True)))


def test_de_dienst_is_afgemeld_en_niet_weg(kantoor):
    _meld_af(kantoor.medewerkers[0])
    assert Inzet.objects.get().afgemeld_op == NU


def test_de_vrije_tijden_van_de_medewerker_zijn_meteen_weg(kantoor):
    vraag = vraag_voor((Gevraagd("paspoort", ("",)),))
    assert vrije_tijden(vraag=vraag, locatie="loosduinen", datum=DINSDAG, nu=NU)
    _meld_af(kantoor.medewerkers[0])
    assert not vrije_tijden(vraag=vraag, locatie="loosduinen", datum=DINSDAG, nu=NU)


def test_de_versie_van_de_dag_gaat_omhoog(kantoor):
    een_afspraak(kantoor)
    voor = Locatiedag.objects.get().versie
    _meld_af(kantoor.medewerkers[0])
    assert Locatiedag.objects.get().versie > voor


def test_nog_een_keer_afmelden_doet_niets_nieuws(kantoor):
    een_afspraak(kantoor)
    eerst = _meld_af(kantoor.medewerkers[0])
    assert _meld_af(kantoor.medewerkers[0]) == eerst
    assert Knelpunt.objects.count() == 1


def test_nog_een_keer_afmelden_lost_op_als_er_nu_een_collega_is(kantoor):
    een_afspraak(kantoor)
    _meld_af(kantoor.medewerkers[0])
    een_medewerker(kantoor)
    assert _meld_af(kantoor.medewerkers[0], nu=NU + timedelta(hours=1)) == Afgemeld(1, 0, ())
    assert Knelpunt.objects.get().opgelost_op is not None


def test_een_andere_dag_blijft_zoals_hij_is(kantoor):
    een_afspraak(kantoor)
    morgen = DINSDAG + timedelta(days=1)
    assert _meld_af(kantoor.medewerkers[0], van=morgen, tot_en_met=morgen) == Afgemeld(0, 0, ())
    assert Inzet.objects.get().afgemeld_op is None


def test_wat_al_geweest_is_blijft_zoals_het_was(kantoor):
    een_afspraak(kantoor, om="09:00")
    een_medewerker(kantoor)
    assert _meld_af(kantoor.medewerkers[0], nu=op("11:00")) == Afgemeld(0, 0, ())


@pytest.mark.parametrize(
    ("status", "aantal"),
    [
        ("wachtend", 1),
        ("opgeroepen", 1),
        ("geparkeerd", 1),
        ("in_behandeling", 0),
        ("afgerond", 0),
        ("niet_verschenen", 0),
        ("vertrokken", 0),
        ("weggestuurd", 0),
    ],
)
@pytest.mark.parametrize("om", ["09:56", "10:20"], ids=["voor de tijd", "na de tijd"])
def test_alleen_wie_is_aangekomen_en_nog_wacht_zoekt_een_collega(kantoor, status: str, aantal: int, om: str):
    bezoek = een_bezoeker(kantoor, "10:00", "09:55")
    balie = kantoor.balies[0] if status in {"opgeroepen", "in_behandeling"} else None
    Bezoek.objects.filter(id=bezoek.id).update(
        status=status, balie=balie, medewerker=kantoor.medewerkers[0] if balie else None
    )
    assert _meld_af(kantoor.medewerkers[0], nu=op(om)).knelpunten == aantal
    assert Knelpunt.objects.count() == aantal


def test_op_een_dag_die_voor_een_soort_product_open_is_neemt_een_collega_over(kantoor):
    morgen = DINSDAG + timedelta(days=1)
    open_ = {"locatie": kantoor.locatie, "van": "09:00", "tot": "12:00", "soort": "afspraak"}
    Openingstijd.objects.all().delete()
    Openingstijd.objects.create(weekdag=DINSDAG.weekday(), categorie="reisdocumenten", **open_)
    Openingstijd.objects.create(weekdag=morgen.weekday(), **open_)
    ander = een_product("rijbewijs", locatie=kantoor.locatie)
    ander.categorie = "rijbewijzen"
    ander.save()
    ziek, collega = kantoor.medewerkers[0], een_medewerker(kantoor)
    for wie in (ziek, collega):
        wie.producten.add(ander)
        een_inzet(wie, kantoor.locatie, van="09:00", tot="12:00", datum=morgen)
    een_afspraak(kantoor)
    een_afspraak(Kantoorscene(kantoor.locatie, ander), datum=morgen, telefoon="06 87654321")
    for inzet in ziek.inzetten.all():
        Afspraakdeel.objects.filter(datum=inzet.datum).update(medewerker=ziek, inzet=inzet)

    assert _meld_af(ziek, tot_en_met=morgen) == Afgemeld(2, 0, ())
    assert set(Afspraakdeel.objects.values_list("medewerker_id", flat=True)) == {collega.pk}


def test_na_sluitingstijd_neemt_een_collega_nog_over_van_wie_wacht(kantoor):
    een_bezoeker(kantoor, "11:50", "11:45")
    collega = een_medewerker(kantoor)
    assert _meld_af(kantoor.medewerkers[0], nu=op("12:05")) == Afgemeld(1, 0, ())
    assert Afspraakdeel.objects.get().medewerker == collega


def test_een_vastgehouden_tijd_zonder_collega_komt_vrij(kantoor):
    aanvraag = een_aanvraag(kantoor)
    afspraak_vasthouden(aanvraag_id=aanvraag, locatie="loosduinen", begin=op("10:00"), nu=NU)
    assert _meld_af(kantoor.medewerkers[0]) == Afgemeld(0, 0, ())
    assert Afspraak.objects.get().status == "verlopen"
    assert not Afspraakdeel.objects.get().is_actief


def test_een_vastgehouden_tijd_met_een_collega_blijft_vast(kantoor):
    aanvraag = een_aanvraag(kantoor)
    afspraak_vasthouden(aanvraag_id=aanvraag, locatie="loosduinen", begin=op("10:00"), nu=NU)
    collega = een_medewerker(kantoor)
    assert _meld_af(kantoor.medewerkers[0]) == Afgemeld(0, 0, ())
    assert Afspraakdeel.objects.get().medewerker == collega


def test_een_medewerker_die_niet_bestaat_is_er_niet(kantoor):
    with pytest.raises(NietGevonden):
        medewerker_afmelden(
            medewerker_id=0, van=DINSDAG, tot_en_met=DINSDAG, reden="", nu=NU, gebruiker_id=None
        )
