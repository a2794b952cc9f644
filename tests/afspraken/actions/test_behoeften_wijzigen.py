"""Choosing again what we arrange, and taking consent back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from uuid import UUID

import pytest

from afspraken.actions.behoeften_wijzigen import PastNietOpDezeTijd, behoeften_wijzigen
from afspraken.actions.stappen.weigeringen import NietTeWijzigen
from afspraken.actions.toestemming_intrekken import toestemming_intrekken
from afspraken.models import Afspraak, Afspraakdeel, Bericht, Gebeurtenis, Knelpunt
from locaties.models import Inzet
from locaties.rules.weigering import NietGevonden
from tests.bouwers import (
    NU,
    Kantoorscene,
    een_afspraak,
    een_behoefte,
    een_bekwaamheid,
    een_inzet,
    een_kantoor,
    een_voorziening,
    op,
)
from toegankelijkheid.actions.behoeften_lezen import behoeften_lezen
from toegankelijkheid.models import Afstemming, Bestelling, Toestemming

pytestmark = pytest.mark.django_db
LATER = date(2026, 11, 17)


@pytest.fixture
def kantoor() -> Kantoorscene:
    """Two balies; only the second is low and has a screen with an interpreter."""
    scene = een_kantoor(balies=2)
    een_inzet(scene.medewerkers[0], scene.locatie, van="09:00", tot="12:00", datum=LATER)
    een_bekwaamheid(scene.medewerkers[0], "communicatie")
    laag, scherm = (een_voorziening(code, scene.balies[1]) for code in ("verlaagde_balie", "tolk_op_afstand"))
    een_behoefte("rolstoel", extra=5, balie=[laag])
    een_behoefte("meer_tijd", extra=10)
    een_behoefte("hulphond")
    een_behoefte("gebarentolk", extra=10, specialisme="communicatie", bestelling=5, vervanging=scherm)
    een_behoefte("kamer", balie=[een_voorziening("aparte_kamer")])
    return scene


def _wijzig(
    afspraak_id: UUID, *behoeften: str, toestemming: bool = True, nu: datetime = NU, rol: str = "burger"
) -> None:
    behoeften_wijzigen(afspraak_id=afspraak_id, behoeften=behoeften, toestemming=toestemming, nu=nu, rol=rol)


def _gelezen(afspraak_id: UUID) -> Sequence[str]:
    afstemming_id = Afspraak.objects.get(id=afspraak_id).afstemming_id
    assert afstemming_id
    return behoeften_lezen(
        afstemming_id=afstemming_id, gebruiker_id=None, rol="burger", doel="test", nu=NU
    ).behoeften


@pytest.mark.parametrize(
    ("eerst", "dan", "einde", "balie"),
    [
        ((), ("hulphond",), "10:10", None),
        ((), ("rolstoel",), "10:15", 2),
        (("rolstoel",), ("meer_tijd",), "10:20", None),
        (("meer_tijd",), ("rolstoel", "meer_tijd"), "10:25", 2),
        (("meer_tijd",), ("hulphond",), "10:10", None),
    ],
)
def test_de_plaats_past_zich_aan_op_dezelfde_tijd(kantoor, eerst, dan, einde, balie):
    gemaakt = een_afspraak(kantoor, behoeften=eerst)
    _wijzig(gemaakt.afspraak_id, *dan)
    afspraak, deel = Afspraak.objects.get(), Afspraakdeel.objects.get()
    assert (afspraak.begin, afspraak.einde) == (deel.begin, deel.einde) == (op("10:00"), op(einde))
    if balie:
        assert deel.balie is not None
        assert deel.balie.nummer == balie
    assert set(_gelezen(gemaakt.afspraak_id)) == set(dan)
    assert Afstemming.objects.get().wissen_na == op(einde) + timedelta(hours=23)
    assert Toestemming.objects.count() == 1


@pytest.mark.parametrize(("rol", "wijze"), [("burger", "online"), ("telefonist", "mondeling")])
def test_toestemming_staat_er_zoals_zij_is_gegeven(kantoor, rol, wijze):
    _wijzig(een_afspraak(kantoor).afspraak_id, "hulphond", rol=rol)
    assert Toestemming.objects.get().wijze == wijze


@pytest.mark.parametrize(
    ("behoeften", "toestemming"), [((), True), (("meer_tijd",), False)], ids=["niets gekozen", "geen ja"]
)
def test_zonder_behoefte_of_toestemming_wordt_niets_bewaard(kantoor, behoeften, toestemming):
    gemaakt = een_afspraak(kantoor, behoeften=("meer_tijd",))
    _wijzig(gemaakt.afspraak_id, *behoeften, toestemming=toestemming)
    afspraak = Afspraak.objects.get()
    assert (afspraak.afstemming_id, afspraak.einde) == (None, op("10:10"))
    assert not Afstemming.objects.exists()


def test_wat_niet_past_verandert_niets(kantoor):
    gemaakt = een_afspraak(kantoor, om="10:00", behoeften=("rolstoel",))
    een_afspraak(kantoor, om="10:15")
    for behoefte in ("meer_tijd", "kamer"):
        with pytest.raises(PastNietOpDezeTijd):
            _wijzig(gemaakt.afspraak_id, behoefte)
    assert Afspraak.objects.get(code=gemaakt.code).einde == op("10:15")
    assert _gelezen(gemaakt.afspraak_id) == ("rolstoel",)


def test_een_begonnen_afspraak_verandert_niet_meer(kantoor):
    gemaakt = een_afspraak(kantoor)
    with pytest.raises(NietTeWijzigen):
        _wijzig(gemaakt.afspraak_id, "hulphond", nu=op("10:00"))


def test_een_bevestigde_tolk_blijft_ook_als_bestellen_nu_te_laat_zou_zijn(kantoor):
    gemaakt = een_afspraak(kantoor, datum=LATER, behoeften=("gebarentolk",))
    Bestelling.objects.update(status="bevestigd", eigenaar="Bert")
    _wijzig(gemaakt.afspraak_id, "gebarentolk", "hulphond", nu=op("12:00", date(2026, 11, 16)))
    bestelling = Bestelling.objects.get()
    assert (bestelling.status, bestelling.eigenaar) == ("bevestigd", "Bert")
    assert bestelling.afstemming_id == Afspraak.objects.get().afstemming_id
    assert Afstemming.objects.count() == 1


def test_een_tolk_die_niet_meer_nodig_is_verdwijnt_van_de_lijst(kantoor):
    gemaakt = een_afspraak(kantoor, datum=LATER, behoeften=("gebarentolk",))
    _wijzig(gemaakt.afspraak_id, "hulphond")
    assert not Bestelling.objects.exists()


def test_een_tolk_die_te_laat_gevraagd_wordt_komt_op_het_scherm(kantoor):
    gemaakt = een_afspraak(kantoor)
    _wijzig(gemaakt.afspraak_id, "gebarentolk")
    balie = Afspraakdeel.objects.get().balie
    assert balie is not None
    assert balie.nummer == 2
    assert not Bestelling.objects.exists()


def test_alleen_een_ander_einde_geeft_een_bericht_en_nooit_waarom(kantoor):
    gemaakt = een_afspraak(kantoor)
    _wijzig(gemaakt.afspraak_id, "hulphond")
    assert not Bericht.objects.filter(soort="gewijzigd").exists()
    _wijzig(gemaakt.afspraak_id, "meer_tijd")
    assert Bericht.objects.filter(soort="gewijzigd").count() == 1
    assert Afspraak.objects.get().volgnummer == 1
    sporen = [*Bericht.objects.values(), *Gebeurtenis.objects.values()]
    assert not any(woord in str(sporen) for woord in ("hulphond", "meer_tijd", "behoefte", "toestemming"))


def test_intrekken_wist_alles_en_geeft_de_extra_tijd_terug(kantoor):
    gemaakt = een_afspraak(kantoor, behoeften=("meer_tijd",))
    for _ in range(2):
        toestemming_intrekken(afspraak_id=gemaakt.afspraak_id, nu=NU, rol="burger")
    afspraak = Afspraak.objects.get()
    assert (afspraak.status, afspraak.einde, afspraak.afstemming_id) == ("bevestigd", op("10:10"), None)
    assert not Afstemming.objects.exists()
    assert not Toestemming.objects.exists()
    assert Gebeurtenis.objects.filter(soort="afspraak.gewijzigd").count() == 1


def test_intrekken_lukt_ook_als_er_geen_plaats_te_vinden_is(kantoor):
    gemaakt = een_afspraak(kantoor, behoeften=("meer_tijd",))
    Inzet.objects.update(afgemeld_op=NU)
    toestemming_intrekken(afspraak_id=gemaakt.afspraak_id, nu=NU, rol="burger")
    assert not Afstemming.objects.exists()
    assert Afspraakdeel.objects.get().einde == Afspraak.objects.get().einde == op("10:20")


def test_intrekken_kan_ook_na_het_bezoek(kantoor):
    gemaakt = een_afspraak(kantoor, behoeften=("meer_tijd",))
    toestemming_intrekken(afspraak_id=gemaakt.afspraak_id, nu=op("11:00"), rol="burger")
    assert Afspraak.objects.get().afstemming_id is None
    assert not Afstemming.objects.exists()


@pytest.mark.parametrize("minuten", [5, 35])
def test_wie_nog_niet_bevestigd_heeft_krijgt_geen_bericht_als_het_korter_wordt(kantoor, settings, minuten):
    settings.BEVESTIGEN_MET_CODE = True
    gemaakt = een_afspraak(kantoor, behoeften=("meer_tijd",), herkomst="site")
    toestemming_intrekken(afspraak_id=gemaakt.afspraak_id, nu=NU + timedelta(minutes=minuten), rol="burger")
    assert list(Bericht.objects.values_list("soort", flat=True)) == ["code"]
    assert not Gebeurtenis.objects.filter(soort="afspraak.verlopen").exists()
    assert (Afspraak.objects.get().einde == op("10:10")) == (minuten < 30)


def test_een_plaats_die_weer_klopt_lost_het_knelpunt_op(kantoor):
    gemaakt = een_afspraak(kantoor, behoeften=("rolstoel",))
    Knelpunt.objects.create(afspraak_id=gemaakt.afspraak_id, soort="balie", sinds=NU, reden="stuk")
    _wijzig(gemaakt.afspraak_id, "hulphond")
    assert Knelpunt.objects.get().opgelost_op == NU


@pytest.mark.parametrize("daad", [behoeften_wijzigen, toestemming_intrekken])
def test_een_onbekende_afspraak_is_niet_te_vinden(kantoor, daad):
    extra = {"behoeften": (), "toestemming": True} if daad is behoeften_wijzigen else {}
    with pytest.raises(NietGevonden):
        daad(afspraak_id=UUID(int=0), nu=NU, rol="burger", **extra)
