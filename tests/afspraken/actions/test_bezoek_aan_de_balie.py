"""At the balie: begin, set apart, more time, one thing more, and finish."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest

from afspraken.actions.bezoek_afronden import UitkomstOntbreekt, bezoek_afronden
from afspraken.actions.bezoek_hervatten import bezoek_hervatten
from afspraken.actions.bezoek_parkeren import bezoek_parkeren
from afspraken.actions.bezoek_starten import bezoek_starten
from afspraken.actions.bezoeker_oproepen import NiemandAanDeBeurt
from afspraken.actions.extra_tijd_geven import TijdOnmogelijk, extra_tijd_geven
from afspraken.actions.product_toevoegen import product_toevoegen
from afspraken.actions.stappen.bezoekrij import NietMogelijkNu
from afspraken.models import Afspraak, Bezoek, Gebeurtenis
from locaties.rules.weigering import NietGevonden
from tests.bouwers import een_kantoor, een_product, op
from tests.dagbouwers import een_bezoeker, een_inloper, een_werkplek, help_, roep

pytestmark = pytest.mark.django_db


def soorten(bezoek):
    return list(Gebeurtenis.objects.filter(bezoek=bezoek).values_list("soort", flat=True))


def test_van_nummer_tot_klaar(kantoor):
    plek = een_werkplek(kantoor)
    een_bezoeker(kantoor, "10:00", "09:55")
    bezoek = help_(plek, "10:01")
    bezoek_starten(werkplek_id=plek, bezoek_id=bezoek.id, nu=op("10:02"))
    assert (bezoek.status, bezoek.begonnen_op) == ("in_behandeling", op("10:01"))
    for om in ("10:11", "10:12"):
        bezoek_afronden(werkplek_id=plek, bezoek_id=bezoek.id, uitkomst="geholpen", raadsman=True, nu=op(om))
    bezoek = Bezoek.objects.get()
    assert (bezoek.status, bezoek.uitkomst, bezoek.raadsman_gewezen) == ("afgerond", "geholpen", True)
    assert (bezoek.eerst_geroepen_op, bezoek.klaar_op) == (op("10:01"), op("10:11"))
    assert bezoek.delen.get().klaar_op == op("10:11")
    assert Afspraak.objects.get().status == "aangemeld"
    assert soorten(bezoek) == ["bezoek.aangemeld", "bezoek.opgeroepen", "bezoek.begonnen", "bezoek.afgerond"]


def test_zonder_uitkomst_of_voor_het_begin_rondt_niemand_af(kantoor):
    plek = een_werkplek(kantoor)
    een_inloper(kantoor)
    kaart = roep(plek, "09:40")
    with pytest.raises(UitkomstOntbreekt):
        bezoek_afronden(werkplek_id=plek, bezoek_id=kaart.bezoek_id, uitkomst="", nu=op("09:41"))
    with pytest.raises(NietMogelijkNu):
        bezoek_afronden(werkplek_id=plek, bezoek_id=kaart.bezoek_id, uitkomst="geholpen", nu=op("09:41"))
    with pytest.raises(NietGevonden):
        bezoek_afronden(werkplek_id=plek, bezoek_id=uuid4(), uitkomst="geholpen", nu=op("09:41"))
    assert Bezoek.objects.get().status == "opgeroepen"


def test_een_collega_rondt_het_bezoek_van_een_ander_niet_af():
    kantoor = een_kantoor(medewerkers=2, balies=2)
    plek, collega = een_werkplek(kantoor, 0), een_werkplek(kantoor, 1)
    een_inloper(kantoor)
    bezoek = help_(plek, "09:40")
    hier: dict[str, Any] = {"werkplek_id": collega, "bezoek_id": bezoek.id, "nu": op("09:41")}
    for daad in (
        lambda: bezoek_afronden(uitkomst="niet", **hier),
        lambda: bezoek_starten(**hier),
        lambda: extra_tijd_geven(minuten=5, **hier),
        lambda: product_toevoegen(product="paspoort", **hier),
    ):
        with pytest.raises(NietMogelijkNu):
            daad()
    assert Bezoek.objects.get().status == "in_behandeling"


def test_apart_zetten_maakt_de_balie_vrij_en_hervatten_geeft_de_plek_terug(kantoor):
    plek = een_werkplek(kantoor)
    eerste, tweede = een_inloper(kantoor, "09:30"), een_inloper(kantoor, "09:31")
    help_(plek, "09:40")
    for _ in range(2):
        bezoek_parkeren(bezoek_id=eerste.id, nu=op("09:42"))
    apart = Bezoek.objects.get(id=eerste.id)
    assert (apart.status, apart.balie, apart.uiterste_op) == ("geparkeerd", None, eerste.uiterste_op)
    assert help_(plek, "09:42").id == tweede.id
    bezoek_afronden(werkplek_id=plek, bezoek_id=tweede.id, uitkomst="geholpen", nu=op("09:50"))
    with pytest.raises(NiemandAanDeBeurt):
        roep(plek, "09:50")
    for _ in range(2):
        bezoek_hervatten(bezoek_id=eerste.id, nu=op("09:51"))
    assert help_(plek, "09:52").id == eerste.id
    assert Bezoek.objects.get(id=eerste.id).begonnen_op == op("09:40")
    assert soorten(eerste).count("bezoek.geparkeerd") == soorten(eerste).count("bezoek.hervat") == 1


def test_wie_geroepen_is_staat_niet_apart_en_wie_klaar_is_hervat_niemand(kantoor):
    plek = een_werkplek(kantoor)
    bezoek = een_inloper(kantoor)
    roep(plek, "09:40")
    with pytest.raises(NietMogelijkNu):
        bezoek_parkeren(bezoek_id=bezoek.id, nu=op("09:41"))
    with pytest.raises(NietMogelijkNu):
        bezoek_hervatten(bezoek_id=bezoek.id, nu=op("09:41"))


def test_extra_tijd_twee_keer_gedrukt_is_een_keer_en_verandert_de_planning_niet(kantoor):
    plek = een_werkplek(kantoor)
    een_inloper(kantoor)
    bezoek = help_(plek, "09:40")
    for minuten in (10, 10, 15):
        extra_tijd_geven(werkplek_id=plek, bezoek_id=bezoek.id, minuten=minuten, nu=op("09:41"))
    assert Bezoek.objects.get().extra_minuten == 15
    assert bezoek.delen.get().minuten == 10
    assert soorten(bezoek).count("bezoek.extra_tijd") == 2
    with pytest.raises(TijdOnmogelijk):
        extra_tijd_geven(werkplek_id=plek, bezoek_id=bezoek.id, minuten=61, nu=op("09:42"))


def test_extra_tijd_en_een_product_erbij_kan_als_het_bezoek_begonnen_is(kantoor):
    plek = een_werkplek(kantoor)
    een_inloper(kantoor)
    hier: dict[str, Any] = {
        "werkplek_id": plek,
        "bezoek_id": roep(plek, "09:40").bezoek_id,
        "nu": op("09:41"),
    }
    with pytest.raises(NietMogelijkNu):
        extra_tijd_geven(minuten=5, **hier)
    with pytest.raises(NietMogelijkNu):
        product_toevoegen(product="paspoort", **hier)


def test_een_product_erbij_staat_er_een_keer_met_de_eigen_minuten(kantoor):
    een_product("rijbewijs", locatie=kantoor.locatie, minuten=15)
    plek = een_werkplek(kantoor)
    een_inloper(kantoor)
    bezoek = help_(plek, "09:40")
    for _ in range(2):
        product_toevoegen(werkplek_id=plek, bezoek_id=bezoek.id, product="rijbewijs", nu=op("09:41"))
    assert list(bezoek.delen.values_list("product__code", "minuten", "volgorde")) == [
        ("paspoort", 10, 0),
        ("rijbewijs", 15, 1),
    ]
    with pytest.raises(NietGevonden):
        product_toevoegen(werkplek_id=plek, bezoek_id=bezoek.id, product="bestaat-niet", nu=op("09:42"))
