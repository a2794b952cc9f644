"""One of four is ill: the others still come, at the same time."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from afspraken.actions.afspraak_annuleren import afspraak_annuleren
from afspraken.actions.persoon_weghalen import EnigePersoon, persoon_weghalen
from afspraken.actions.stappen.dagslot import Dagsleutel, vergrendel
from afspraken.actions.stappen.weigeringen import NietTeWijzigen, TijdBezet
from afspraken.models import Afspraak, Afspraakdeel, Bericht, Gebeurtenis
from afspraken.rules.aanvraag import Gevraagd
from locaties.models import Locatiedag, Product
from tests.bouwers import NU, Kantoorscene, een_afspraak, een_leeftijdsgroep, een_medewerker, een_product, op

pytestmark = pytest.mark.django_db


def _haal_weg(persoon: int, **velden: object) -> None:
    afspraak_id = Afspraak.objects.get().pk
    persoon_weghalen(afspraak_id=afspraak_id, persoon=persoon, rol="burger", **({"nu": NU} | velden))  # type: ignore[arg-type]


def _delen() -> list[tuple[int, int, object, object]]:
    rijen = Afspraakdeel.objects.filter(is_actief=True).order_by("volgorde")
    return [(deel.persoon, deel.minuten, deel.begin, deel.einde) for deel in rijen]


def test_de_anderen_sluiten_aan_en_de_begintijd_blijft(kantoor: Kantoorscene) -> None:
    een_afspraak(kantoor, om="10:00", personen=4)

    _haal_weg(1)

    assert _delen() == [
        (0, 10, op("10:00"), op("10:10")),
        (2, 5, op("10:10"), op("10:15")),
        (3, 5, op("10:15"), op("10:20")),
    ]
    afspraak = Afspraak.objects.get()
    assert (afspraak.begin, afspraak.einde, afspraak.volgnummer) == (op("10:00"), op("10:20"), 1)


def test_wie_overblijft_krijgt_de_volle_tijd_als_de_eerste_wegvalt(kantoor: Kantoorscene) -> None:
    een_afspraak(kantoor, om="10:00", personen=2)

    _haal_weg(0)

    assert _delen() == [(1, 10, op("10:00"), op("10:10"))]


def test_ook_als_de_langste_achteraan_stond(kantoor: Kantoorscene) -> None:
    een_leeftijdsgroep(kantoor.product, "0-11", 10, 5)
    een_leeftijdsgroep(kantoor.product, "18+", 20, 10)
    een_afspraak(kantoor, om="10:00", producten=(Gevraagd("paspoort", ("0-11", "0-11", "18+")),))

    _haal_weg(2)

    assert _delen() == [(0, 10, op("10:00"), op("10:10")), (1, 5, op("10:10"), op("10:15"))]


def test_de_tijd_die_vrijkomt_kan_een_ander_meteen_nemen(kantoor: Kantoorscene) -> None:
    een_afspraak(kantoor, om="10:00", personen=3)
    versie = Locatiedag.objects.get().versie

    _haal_weg(2)

    assert Locatiedag.objects.get().versie > versie
    assert een_afspraak(kantoor, om="10:15").code


def test_twee_keer_klikken_haalt_een_persoon_weg(kantoor: Kantoorscene) -> None:
    een_afspraak(kantoor, personen=3)

    _haal_weg(0)
    _haal_weg(0)

    assert [deel[0] for deel in _delen()] == [1, 2]
    assert Afspraak.objects.get().volgnummer == 1
    assert Gebeurtenis.objects.filter(soort="persoon.weggehaald").count() == 1


def test_iedereen_krijgt_bericht_en_een_nieuwe_herinnering(kantoor: Kantoorscene) -> None:
    een_afspraak(kantoor, personen=2)

    _haal_weg(1)

    klaar = Bericht.objects.filter(status="klaar").values_list("soort", flat=True)
    assert sorted(klaar) == ["gewijzigd", "herinnering"]


def test_de_enige_persoon_weghalen_is_afzeggen(kantoor: Kantoorscene) -> None:
    een_afspraak(kantoor)

    with pytest.raises(EnigePersoon):
        _haal_weg(0)


def test_na_het_begin_kan_het_niet_meer(kantoor: Kantoorscene) -> None:
    een_afspraak(kantoor, om="10:00", personen=2)

    with pytest.raises(NietTeWijzigen):
        _haal_weg(0, nu=op("10:00"))


def test_uit_een_afgezegde_afspraak_gaat_niemand_meer_weg(kantoor: Kantoorscene) -> None:
    een_afspraak(kantoor, personen=2)
    afspraak_annuleren(afspraak_id=Afspraak.objects.get().pk, nu=NU, rol="burger")

    with pytest.raises(NietTeWijzigen):
        _haal_weg(0)


def test_met_twee_producten_en_twee_medewerkers_blijft_ook_de_rest_staan(kantoor: Kantoorscene) -> None:
    rijbewijs = een_product("rijbewijs", locatie=kantoor.locatie)
    een_medewerker(kantoor, kan=[rijbewijs])
    een_afspraak(
        kantoor,
        om="10:00",
        producten=(Gevraagd("paspoort", ("", "")), Gevraagd("rijbewijs", ("", ""))),
    )

    _haal_weg(1)

    assert _delen() == [(0, 10, op("10:00"), op("10:10")), (0, 10, op("10:10"), op("10:20"))]


def test_een_collega_die_intussen_overneemt_blijft_het_doen(
    kantoor: Kantoorscene, monkeypatch: pytest.MonkeyPatch
) -> None:
    een_afspraak(kantoor, personen=2)
    collega = een_medewerker(kantoor)

    def net_na_een_wissel(dagen: Iterable[Dagsleutel]) -> None:
        vergrendel(dagen)
        Afspraakdeel.objects.update(medewerker=collega, inzet=collega.inzetten.get())

    monkeypatch.setattr("afspraken.actions.persoon_weghalen.vergrendel", net_na_een_wissel)

    _haal_weg(1)

    assert Afspraakdeel.objects.get().medewerker == collega


def test_een_product_dat_langer_is_geworden_verdringt_niemand(kantoor: Kantoorscene) -> None:
    een_afspraak(kantoor, om="10:00", personen=2)
    eerste = Afspraak.objects.get()
    een_afspraak(kantoor, om="10:15", telefoon="06 87654321")
    Product.objects.update(duur_minuten=40)

    with pytest.raises(TijdBezet):
        persoon_weghalen(afspraak_id=eerste.pk, persoon=0, nu=NU, rol="burger")
