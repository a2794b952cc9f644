"""Loading a municipality: repeatable, all or nothing, and every fault is said."""

import json
from copy import deepcopy
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from afspraken.demo.stad import lees_stad
from locaties.models import (
    Balie,
    Leeftijdsgroep,
    Locatie,
    Locatieversie,
    Openingstijd,
    Product,
    ProductOpLocatie,
)
from locaties.rules.gegevensvormen import BEHOEFTEN, LOCATIES, MEDEWERKERS, PRODUCTEN
from toegankelijkheid.actions.gemeente_laden import GegevensOnjuist, gemeente_laden
from toegankelijkheid.models import Behoefte, Bekwaamheid

TABELLEN = (Locatie, Openingstijd, Balie, Product, Leeftijdsgroep, ProductOpLocatie, Behoefte, Bekwaamheid)


@pytest.fixture
def bestanden(nu):
    """The files of the demo city."""
    return lees_stad(vandaag=nu.date())


def tellingen():
    return {tabel.__name__: tabel.objects.count() for tabel in TABELLEN}


def fouten_van(bestanden, nu):
    with pytest.raises(GegevensOnjuist) as weigering:
        gemeente_laden(bestanden=bestanden, nu=nu)
    return [str(fout) for fout in weigering.value.fouten]


def zet(bestanden, waarde, *pad):
    """Put a value somewhere deep in the files."""
    deel = bestanden
    for stap in pad[:-1]:
        deel = deel[stap]
    deel[pad[-1]] = waarde


@pytest.mark.django_db
def test_de_demostad_komt_er_helemaal_in(bestanden, nu):
    geladen = gemeente_laden(bestanden=bestanden, nu=nu)
    assert (geladen.locaties, geladen.producten, geladen.behoeften, geladen.medewerkers) == (8, 37, 15, 50)
    assert Product.objects.get(code="idkaart").leeftijdsgroepen.count() == 3
    assert Product.objects.get(code="naturalisatie").op_locaties.count() == 2
    assert set(Behoefte.objects.get(code="rolstoel").vereist_balie.values_list("code", flat=True)) == {
        "verlaagde_balie"
    }


@pytest.mark.django_db
def test_wat_alleen_inloop_is_krijgt_geen_afspraak(bestanden, nu):
    gemeente_laden(bestanden=bestanden, nu=nu)
    vormen = ProductOpLocatie.objects.filter(product__code="rijbewijs_afhalen").values_list("vorm", flat=True)
    assert set(vormen) == {"inloop"}


@pytest.mark.django_db
def test_nog_een_keer_laden_verdubbelt_niets_en_verhoogt_de_versies(bestanden, nu):
    gemeente_laden(bestanden=bestanden, nu=nu)
    eerst, versies = tellingen(), dict(Locatieversie.objects.values_list("locatie_id", "versie"))
    gemeente_laden(bestanden=bestanden, nu=nu)
    assert tellingen() == eerst
    nieuw = dict(Locatieversie.objects.values_list("locatie_id", "versie"))
    assert versies
    assert all(nieuw[locatie] > versie for locatie, versie in versies.items())


@pytest.mark.django_db
def test_een_balie_die_uit_het_bestand_verdwijnt_doet_niet_meer_mee(bestanden, nu):
    gemeente_laden(bestanden=bestanden, nu=nu)
    weg = bestanden[LOCATIES]["locaties"][0]["balies"].pop(0)
    gemeente_laden(bestanden=bestanden, nu=nu)
    assert not Balie.objects.get(locatie__code="dh-spui", nummer=weg["nummer"]).is_actief


@pytest.mark.django_db
def test_een_fout_laat_alles_zoals_het_was(bestanden, nu):
    gemeente_laden(bestanden=bestanden, nu=nu)
    eerst = tellingen()
    bestanden[LOCATIES]["locaties"][0]["naam"] = "Nieuwe naam"
    bestanden[MEDEWERKERS]["medewerkers"][-1]["locatie"] = "bestaat-niet"
    fouten_van(bestanden, nu)
    assert tellingen() == eerst
    assert not Locatie.objects.filter(naam="Nieuwe naam").exists()


FOUTEN = [
    (
        (PRODUCTEN, "producten", 1, "duur_minuten"),
        "tien",
        "producten.json: paspoort: duur_minuten: hier hoort",
    ),
    ((PRODUCTEN, "producten", 1, "duur_minuten"), None, "duur_minuten: dit veld ontbreekt"),
    ((PRODUCTEN, "producten", 1, "durr"), 3, "producten.json: paspoort: durr: dit veld bestaat niet"),
    ((PRODUCTEN, "producten", 1, "vorm"), "soms", "kies uit: afspraak, inloop, beide"),
    ((PRODUCTEN, "producten", 1, "code"), "idkaart", "idkaart: code: deze code staat er twee keer in"),
    ((PRODUCTEN, "producten", 1, "locaties"), ["dh-mars"], "paspoort: locaties: “dh-mars” bestaat niet"),
    ((PRODUCTEN, "producten", 1, "goed_om_te_weten"), "x" * 301, "de tekst is te lang (301 tekens"),
    ((PRODUCTEN, "producten", 1, "kosten"), {"bedrag": "gratis"}, "kosten: bedrag hier hoort een getal"),
    ((PRODUCTEN, "producten"), {}, "producten.json: producten: hier hoort een lijst"),
    ((PRODUCTEN,), [], "producten.json: dit bestand ontbreekt"),
    (
        (LOCATIES, "locaties", 0, "openingstijden", 0, "van"),
        "8.30",
        "openingstijden nummer 1: van: hier hoort een tijd",
    ),
    ((LOCATIES, "locaties", 0, "openingstijden", 0, "tot"), "08:30", "08:30 ligt niet na 08:30"),
    ((LOCATIES, "locaties", 0, "balies", 0, "nummer"), 2, "dh-spui: balies: balie 2 staat er twee keer in"),
    ((LOCATIES, "locaties", 0, "balies", 0, "voorzieningen"), ["zitplaats"], "“zitplaats” bestaat niet"),
    ((LOCATIES, "gemeente", "telefoon"), 14070, "locaties.json: gemeente: telefoon: hier hoort tekst"),
    ((BEHOEFTEN, "behoeften", 2, "specialisme"), "toveren", "zien: specialisme: “toveren” bestaat niet"),
    ((MEDEWERKERS, "medewerkers", 0, "bekwaamheden", 0, "geldig_tot"), "2026-13-01", "hier hoort een datum"),
    (
        (MEDEWERKERS, "medewerkers", 0, "bekwaamheden", 0, "geldig_tot"),
        "2001-01-01",
        "2001-01-01 ligt niet na",
    ),
    ((MEDEWERKERS, "medewerkers", 0, "pakketten"), ["alles"], "pakketten: “alles” bestaat niet"),
]


@pytest.mark.django_db
@pytest.mark.parametrize(("pad", "waarde", "melding"), FOUTEN, ids=[fout[2] for fout in FOUTEN])
def test_elke_fout_is_een_duidelijke_regel(bestanden, nu, pad, waarde, melding):
    zet(bestanden, waarde, *pad)
    assert any(melding in regel for regel in fouten_van(bestanden, nu))


def zonder_voorziening(bestanden, voorziening):
    for locatie in bestanden[LOCATIES]["locaties"]:
        locatie["gebouw"] = [v for v in locatie["gebouw"] if v != voorziening]
        for balie in locatie["balies"]:
            balie["voorzieningen"] = [v for v in balie["voorzieningen"] if v != voorziening]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("voorziening", "melding"),
    [
        (
            "verlaagde_balie",
            "behoeften.json: rolstoel: geen locatie kan dit waarmaken: geen enkele balie heeft",
        ),
        (
            "hulphond_welkom",
            "behoeften.json: hulphond: geen locatie kan dit waarmaken: geen enkel gebouw heeft",
        ),
    ],
)
def test_een_behoefte_zonder_voorziening_wordt_geweigerd(bestanden, nu, voorziening, melding):
    zonder_voorziening(bestanden, voorziening)
    assert any(regel.startswith(melding) for regel in fouten_van(bestanden, nu))


@pytest.mark.django_db
def test_een_behoefte_waarvoor_alle_certificaten_verlopen_zijn_wordt_geweigerd(bestanden, nu):
    for medewerker in bestanden[MEDEWERKERS]["medewerkers"]:
        for bekwaamheid in medewerker["bekwaamheden"]:
            bekwaamheid.update(geldig_van="2020-01-01", geldig_tot="2023-01-01")
    regels = fouten_van(bestanden, nu)
    assert any("slechthorend: geen locatie kan dit waarmaken: geen enkele medewerker" in r for r in regels)


@pytest.mark.django_db
def test_een_behoefte_die_nergens_tegelijk_kan_wordt_geweigerd(bestanden, nu):
    rust = next(b for b in bestanden[BEHOEFTEN]["behoeften"] if b["code"] == "rust")
    rust["vereist_gebouw"] = ["automatische_deur"]
    rust["vereist_balie"] = ["aparte_kamer", "afhalen"]
    assert any("rust: geen locatie" in regel for regel in fouten_van(bestanden, nu))


RAAR = [None, "", "x" * 500, -1, 10**9, 1.5, True, [], [None], [[1]], {}, {"a": 1}, "2026-02-30", "\x00"]


def paden(deel, pad=()):
    """Return the path to every value in the files; of long lists only the first two."""
    stappen = list(deel.items()) if isinstance(deel, dict) else list(enumerate(deel))[:2]
    for stap, waarde in stappen:
        yield (*pad, stap)
        if isinstance(waarde, dict | list):
            yield from paden(waarde, (*pad, stap))


@pytest.mark.parametrize("raar", RAAR, ids=repr)
def test_wat_er_ook_in_het_bestand_staat_het_wordt_een_zin_en_geen_storing(bestanden, nu, raar):
    from locaties.rules.gegevensverband import keur_bestanden  # noqa: PLC0415 - only here

    geweigerd = 0
    for pad in paden(bestanden):
        stuk = deepcopy_langs(bestanden, pad)
        zet(stuk, deepcopy(raar), *pad)
        geweigerd += bool([str(fout) for fout in keur_bestanden(stuk)])
    assert geweigerd > 0


def deepcopy_langs(deel, pad):
    """Copy only what lies on the way to the value: the rest is not touched."""
    if not pad:
        return deel
    kopie = dict(deel) if isinstance(deel, dict) else list(deel)
    if isinstance(kopie[pad[0]], dict | list):
        kopie[pad[0]] = deepcopy_langs(kopie[pad[0]], pad[1:])
    return kopie


def schrijf(map_, bestanden):
    for naam, inhoud in bestanden.items():
        (map_ / naam).write_text(json.dumps(inhoud), encoding="utf-8")


@pytest.mark.django_db
def test_het_commando_laadt_een_map(tmp_path, bestanden):
    schrijf(tmp_path, bestanden)
    uit = StringIO()
    call_command("gemeente_laden", str(tmp_path), stdout=uit)
    assert "8 locaties, 37 producten" in uit.getvalue()


@pytest.mark.django_db
def test_het_commando_noemt_elke_fout_op_een_regel(tmp_path, bestanden):
    bestanden[PRODUCTEN]["producten"][0]["vorm"] = "soms"
    bestanden[LOCATIES]["locaties"][0]["postcode"] = "veel te lang"
    schrijf(tmp_path, bestanden)
    fout = StringIO()
    with pytest.raises(CommandError, match="2 fouten"):
        call_command("gemeente_laden", str(tmp_path), stderr=fout)
    assert [regel.split(": ")[1] for regel in fout.getvalue().splitlines()] == ["dh-spui", "vraag_of_brief"]


@pytest.mark.parametrize(
    ("inhoud", "melding"),
    [
        (b'{"gemeente": ', "locaties.json: regel 1, teken 14: dit is geen geldige JSON"),
        (b"\xff\xfe", "locaties.json: dit bestand is geen UTF-8-tekst"),
        (None, "locaties.json: dit bestand is er niet"),
    ],
)
def test_een_stuk_bestand_is_een_zin(tmp_path, inhoud, melding):
    if inhoud is not None:
        (tmp_path / LOCATIES).write_bytes(inhoud)
    with pytest.raises(CommandError, match=melding):
        call_command("gemeente_laden", str(tmp_path))
