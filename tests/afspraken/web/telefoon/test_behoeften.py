"""The phone agent changes what we arrange, and never reads what was kept."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from afspraken.models import Afspraak, Gebeurtenis
from tests.afspraken.web.personeel import ingelogd
from tests.bouwers import Kantoorscene, een_afspraak, een_behoefte, een_kantoor, een_voorziening, op
from toegankelijkheid.actions.behoeften_lezen import behoeften_lezen
from toegankelijkheid.models import Afstemming, Inzage, Toestemming

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vaste_klok")]
JA = {"toestemming": "on"}


@pytest.fixture
def telefonist() -> Client:
    return ingelogd("telefonist")


@pytest.fixture
def scene(kantoor: Kantoorscene) -> Kantoorscene:
    """Two needs that fit, and one for which this office has no room."""
    een_behoefte("uitleg")
    een_behoefte("meer_tijd", extra=10)
    een_behoefte("kamer", balie=[een_voorziening("aparte_kamer")])
    return kantoor


def _adres(afspraak_id: object, naam: str = "telefoon_behoeften") -> str:
    return reverse(naam, args=[afspraak_id])


def _bewaard() -> set[str]:
    afstemming_id = Afspraak.objects.get().afstemming_id
    assert afstemming_id
    gelezen = behoeften_lezen(
        afstemming_id=afstemming_id, gebruiker_id=None, rol="burger", doel="test", nu=op("08:00")
    )
    return set(gelezen.behoeften)


def test_de_bladzijde_is_gelijk_wat_er_ook_is_bewaard(telefonist, scene):
    gemaakt = een_afspraak(scene)
    adres = _adres(gemaakt.afspraak_id)
    telefonist.post(adres, {"behoeften": ["uitleg"], **JA})
    met = telefonist.get(adres).content.decode()
    telefonist.post(_adres(gemaakt.afspraak_id, "telefoon_toestemming_intrekken"))
    zonder = telefonist.get(adres).content.decode()
    assert _zonder_kenmerk(met) == _zonder_kenmerk(zonder)
    assert " checked" not in met
    assert not Inzage.objects.exists()


def _zonder_kenmerk(bladzijde: str) -> list[str]:
    """Leave out what differs each time: tokens and nonces."""
    return [regel for regel in bladzijde.splitlines() if "csrf" not in regel and "nonce" not in regel]


def test_wat_de_beller_nu_kiest_komt_in_de_plaats_met_mondelinge_toestemming(telefonist, scene):
    gemaakt = een_afspraak(scene, behoeften=("uitleg",))
    antwoord = telefonist.post(_adres(gemaakt.afspraak_id), {"behoeften": ["meer_tijd"], **JA}, follow=True)
    assert "Wij regelen wat de inwoner nu heeft gevraagd" in antwoord.content.decode()
    assert "Afspraak aangepast" in antwoord.content.decode()
    assert "meer_tijd" not in antwoord.content.decode()
    assert _bewaard() == {"meer_tijd"}
    assert Toestemming.objects.get().wijze == "mondeling"
    assert Afspraak.objects.get().einde == op("10:20")
    voorval = Gebeurtenis.objects.get(soort="afspraak.gewijzigd")
    assert (voorval.rol, voorval.gebruiker_id) == ("telefonist", antwoord.wsgi_request.user.pk)


def test_zonder_toestemming_verandert_er_niets_en_de_keuze_blijft_staan(telefonist, scene):
    gemaakt = een_afspraak(scene, behoeften=("uitleg",))
    antwoord = telefonist.post(_adres(gemaakt.afspraak_id), {"behoeften": ["meer_tijd"]})
    assert antwoord.status_code == 422
    assert "Vraag om toestemming en zet een vinkje" in antwoord.content.decode()
    assert _gekozen(antwoord.content.decode()) == ["meer_tijd"]
    assert _bewaard() == {"uitleg"}


def _gekozen(bladzijde: str) -> list[str]:
    vakken = [stuk for stuk in bladzijde.split("<input") if 'name="behoeften"' in stuk and " checked" in stuk]
    return [vak.split('value="')[1].split('"')[0] for vak in vakken]


@pytest.mark.parametrize(
    ("behoeften", "zin"),
    [
        ([], "Kies wat nodig is"),
        (["bestaat_niet"], "Deze keuze kennen wij niet"),
        (["\x00"], "kennen wij niet"),
    ],
)
def test_een_keuze_die_niet_kan_is_een_zin(telefonist, scene, behoeften, zin):
    gemaakt = een_afspraak(scene, behoeften=("uitleg",))
    antwoord = telefonist.post(_adres(gemaakt.afspraak_id), {"behoeften": behoeften, **JA})
    assert antwoord.status_code == 422
    assert zin in antwoord.content.decode()
    assert _bewaard() == {"uitleg"}


def test_wat_niet_past_op_deze_tijd_is_een_zin_en_alles_blijft_zo(telefonist, scene):
    gemaakt = een_afspraak(scene, behoeften=("uitleg",))
    antwoord = telefonist.post(_adres(gemaakt.afspraak_id), {"behoeften": ["kamer"], **JA})
    assert antwoord.status_code == 409
    bladzijde = antwoord.content.decode()
    assert "Maak een nieuwe afspraak met deze hulp" in bladzijde
    assert _gekozen(bladzijde) == ["kamer"]
    assert _bewaard() == {"uitleg"}


def test_intrekken_wist_meteen_en_de_afspraak_blijft(telefonist, scene):
    gemaakt = een_afspraak(scene, behoeften=("meer_tijd",))
    adres = _adres(gemaakt.afspraak_id, "telefoon_toestemming_intrekken")
    for _keer in range(2):
        antwoord = telefonist.post(adres, follow=True)
        assert "Wij bewaren niets meer over hulp" in antwoord.content.decode()
    afspraak = Afspraak.objects.get()
    assert (afspraak.status, afspraak.afstemming_id, afspraak.einde) == ("bevestigd", None, op("10:10"))
    assert not Afstemming.objects.exists()


def test_intrekken_bij_lezen_wist_niets(telefonist, scene):
    gemaakt = een_afspraak(scene, behoeften=("uitleg",))
    antwoord = telefonist.get(_adres(gemaakt.afspraak_id, "telefoon_toestemming_intrekken"))
    assert antwoord["Location"] == _adres(gemaakt.afspraak_id)
    assert _bewaard() == {"uitleg"}


def test_na_afzeggen_kan_alleen_nog_gewist(telefonist, scene):
    gemaakt = een_afspraak(scene, behoeften=("uitleg",))
    Afspraak.objects.update(status="geannuleerd")
    adres, wis = _adres(gemaakt.afspraak_id), _adres(gemaakt.afspraak_id, "telefoon_toestemming_intrekken")
    afspraakbladzijde = telefonist.get(reverse("telefoon_afspraak", args=[gemaakt.afspraak_id]))
    assert adres in afspraakbladzijde.content.decode()
    bladzijde = telefonist.get(adres).content.decode()
    assert "niet meer veranderen" in bladzijde
    assert wis in bladzijde
    assert telefonist.post(adres, {"behoeften": ["meer_tijd"], **JA}).status_code == 409
    telefonist.post(wis)
    assert Afspraak.objects.get().afstemming_id is None


def test_een_host_van_een_ander_kantoor_vindt_de_afspraak_niet(kantoor):
    een_behoefte("uitleg")
    gemaakt = een_afspraak(een_kantoor("segbroek"), behoeften=("uitleg",))
    host = ingelogd("host", locatie=kantoor.locatie)
    for naam in ("telefoon_behoeften", "telefoon_toestemming_intrekken"):
        assert host.get(_adres(gemaakt.afspraak_id, naam)).status_code == 404
        assert host.post(_adres(gemaakt.afspraak_id, naam), {"behoeften": [], **JA}).status_code == 404
    assert _bewaard() == {"uitleg"}
