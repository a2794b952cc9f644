"""One of four is ill: the others still come, at the same time."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

import pytest

from afspraken.actions.afspraak_annuleren import afspraak_annuleren
from afspraken.actions.persoon_weghalen import EnigePersoon, persoon_weghalen
from afspraken.actions.stappen.dagslot import Dagsleutel, vergrendel
from afspraken.actions.stappen.weigeringen import NietTeWijzigen
from afspraken.models import Afspraak, Afspraakdeel, Bericht, Gebeurtenis
from afspraken.rules.aanvraag import Gevraagd
from locaties.models import Balie, Inzet, Locatiedag, Medewerker, Openingstijd, Product
from tests.bouwers import (
    NU,
    Kantoorscene,
    een_afspraak,
    een_behoefte,
    een_inzet,
    een_kantoor,
    een_leeftijdsgroep,
    een_medewerker,
    een_product,
    op,
)

pytestmark = pytest.mark.django_db


def _haal_weg(persoon: int, **velden: object) -> None:
    afspraak_id = Afspraak.objects.earliest("aangemaakt_op").pk
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
    assert Gebeurtenis.objects.filter(soort="afspraak.gewijzigd").count() == 1


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


def test_een_product_dat_langer_is_geworden_verdringt_niemand_en_houdt_niemand_tegen(
    kantoor: Kantoorscene,
) -> None:
    eerste = een_afspraak(kantoor, om="10:00", personen=2).afspraak_id
    een_afspraak(kantoor, om="10:15", telefoon="06 87654321")
    Product.objects.update(duur_minuten=40)

    persoon_weghalen(afspraak_id=eerste, persoon=0, nu=NU, rol="burger")

    deel = Afspraakdeel.objects.get(afspraak_id=eerste)
    assert (deel.persoon, deel.minuten, deel.begin, deel.einde) == (1, 10, op("10:00"), op("10:10"))


def test_ook_wat_niet_meer_in_de_catalogus_staat_en_niet_meer_open_is_houdt_niemand_tegen(
    kantoor: Kantoorscene,
) -> None:
    een_afspraak(kantoor, om="10:00", personen=3)
    Product.objects.update(is_actief=False, vorm="inloop")
    Inzet.objects.update(afgemeld_op=NU)
    Openingstijd.objects.all().delete()

    _haal_weg(0)

    assert _delen() == [(1, 10, op("10:00"), op("10:10")), (2, 5, op("10:10"), op("10:15"))]


def test_de_extra_tijd_blijft_bij_wie_er_nog_komt(kantoor: Kantoorscene) -> None:
    een_behoefte("meer_tijd", extra=10)
    een_afspraak(kantoor, om="10:00", personen=2, behoeften=("meer_tijd",))

    _haal_weg(0)

    assert _delen() == [(1, 10, op("10:00"), op("10:20"))]
    assert Afspraak.objects.get().einde == op("10:20")


@pytest.fixture
def samen(kantoor: Kantoorscene) -> Kantoorscene:
    """Nobody masters both: Farida does passports from 10:00, a colleague two licences right after."""
    rijbewijs = een_product("rijbewijs", locatie=kantoor.locatie)
    een_medewerker(kantoor, kan=[rijbewijs])
    een_afspraak(
        kantoor,
        om="10:00",
        producten=(Gevraagd("paspoort", ("", "")), Gevraagd("rijbewijs", ("", ""))),
    )
    assert [deel[2:] for deel in _delen()] == [
        (op("10:00"), op("10:10")),
        (op("10:10"), op("10:15")),
        (op("10:15"), op("10:25")),
        (op("10:25"), op("10:30")),
    ]
    return kantoor


def _wie() -> list[tuple[object, object]]:
    delen = Afspraak.objects.earliest("aangemaakt_op").delen.order_by("volgorde")
    return [(deel.medewerker_id, deel.balie_id) for deel in delen]


def _tweede() -> Medewerker:
    deel = Afspraakdeel.objects.order_by("volgorde").last()
    assert deel
    assert deel.medewerker
    return deel.medewerker


@pytest.mark.parametrize("persoon", [0, 1])
def test_met_twee_medewerkers_schuift_de_tweede_op_en_blijven_mensen_en_balie(
    samen: Kantoorscene, persoon: int
) -> None:
    wie = _wie()

    _haal_weg(persoon)

    blijft = 1 - persoon
    assert _delen() == [(blijft, 10, op("10:00"), op("10:10")), (blijft, 10, op("10:10"), op("10:20"))]
    assert _wie() == wie[::2]
    assert (Afspraak.objects.get().begin, Afspraak.objects.get().einde) == (op("10:00"), op("10:20"))


@pytest.mark.parametrize("waarom", ["begint later", "andere afspraak", "afgemeld", "ander kantoor"])
@pytest.mark.parametrize("persoon", [0, 1])
def test_kan_de_tweede_niet_eerder_dan_houdt_die_de_eigen_tijd(
    samen: Kantoorscene, waarom: str, persoon: int
) -> None:
    wie, tweede = _wie(), _tweede()
    _houd_bezig(samen, tweede, waarom)

    _haal_weg(persoon)

    blijft = 1 - persoon
    # The first stays until the second comes: the balie is theirs the whole time.
    assert _van(Afspraak.objects.earliest("aangemaakt_op")) == [
        (blijft, 10, op("10:00"), op("10:15")),
        (blijft, 10, op("10:15"), op("10:25")),
    ]
    assert _wie() == wie[::2]
    assert Afspraak.objects.earliest("aangemaakt_op").einde == op("10:25")


def _houd_bezig(scene: Kantoorscene, tweede: Medewerker, waarom: str) -> None:
    """Make that the second employee cannot come before 10:15."""
    if waarom == "begint later":
        tweede.inzetten.update(begin=op("10:15"))
    elif waarom == "afgemeld":
        tweede.inzetten.update(afgemeld_op=NU)
    else:
        kantoor = scene if waarom == "andere afspraak" else een_kantoor("segbroek")
        een_product("rijbewijs", locatie=kantoor.locatie)
        if kantoor is scene:
            Balie.objects.create(locatie=scene.locatie, nummer=9)
        else:
            een_inzet(tweede, kantoor.locatie, van="09:30", tot="12:00")
        een_afspraak(
            kantoor,
            om="10:05",
            nu=NU + timedelta(minutes=5),
            producten=(Gevraagd("rijbewijs"),),
            telefoon="06 87654321",
        )
        assert Afspraakdeel.objects.filter(medewerker=tweede, begin=op("10:05")).exists()


def _van(afspraak: Afspraak) -> list[tuple[int, int, object, object]]:
    rijen = afspraak.delen.order_by("volgorde")
    return [(deel.persoon, deel.minuten, deel.begin, deel.einde) for deel in rijen]


def test_een_tijd_die_iemand_te_lang_vasthield_staat_niet_in_de_weg(samen: Kantoorscene) -> None:
    _houd_bezig(samen, _tweede(), "andere afspraak")
    Afspraak.objects.filter(begin=op("10:05")).update(status="vastgehouden", vastgehouden_tot=NU)

    _haal_weg(1)

    assert Afspraak.objects.get(status="bevestigd").einde == op("10:20")


def test_ook_nog_een_persoon_kan_eruit_tot_er_een_over_is(kantoor: Kantoorscene) -> None:
    rijbewijs = een_product("rijbewijs", locatie=kantoor.locatie)
    een_medewerker(kantoor, kan=[rijbewijs], van="10:20")
    een_afspraak(
        kantoor,
        om="10:00",
        producten=(Gevraagd("paspoort", ("",) * 3), Gevraagd("rijbewijs", ("",) * 3)),
    )
    einden = []
    for persoon in (1, 0):
        _haal_weg(persoon)
        einden.append(Afspraak.objects.get().einde)
    with pytest.raises(EnigePersoon):
        _haal_weg(2)

    assert einden == [op("10:35"), op("10:30")]
    assert _delen() == [(2, 10, op("10:00"), op("10:20")), (2, 10, op("10:20"), op("10:30"))]


def test_valt_het_werk_van_de_eerste_helemaal_weg_dan_blijft_de_begintijd_beloofd(
    kantoor: Kantoorscene,
) -> None:
    rijbewijs = een_product("rijbewijs", locatie=kantoor.locatie)
    een_medewerker(kantoor, kan=[rijbewijs], van="10:10")
    een_afspraak(kantoor, om="10:00", producten=(Gevraagd("paspoort"), Gevraagd("rijbewijs", ("", ""))))

    _haal_weg(0)

    assert _delen() == [(1, 10, op("10:10"), op("10:20"))]
    assert (Afspraak.objects.get().begin, Afspraak.objects.get().einde) == (op("10:00"), op("10:20"))
