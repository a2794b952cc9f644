"""The message lint: every kind, office and language, with the longest date and the real host name."""

from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from afspraken.rules.berichtsoort import DAGBERICHTEN
from afspraken.rules.berichtteksten import Berichtgegevens, Berichtsoort, NeemMee, maak_bericht
from afspraken.rules.gsm7 import omvang, past_in_een_deel

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
KANTOREN = [
    "Stadhuis Spui",
    "Leyweg",
    "Laak",
    "Loosduinen",
    "Scheveningen",
    "Ypenburg",
    "Haagse Hout",
    "Segbroek",
]
LINK = "https://afspraken.denhaag.nl/a/" + "x" * 22
BREEDSTE_DAG = datetime(2026, 9, 30, 10, 20, tzinfo=AMSTERDAM)
VAN_DE_AFSPRAAK = [soort for soort in Berichtsoort if soort not in DAGBERICHTEN]
LANGSTE_KORTE_NAAM = "W" * 20
SMALSTE_DAG = datetime(2026, 5, 5, 9, 0, tzinfo=AMSTERDAM)


def gegevens(**anders: object) -> Berichtgegevens:
    begin = anders.get("begin", datetime(2026, 3, 3, 10, 20, tzinfo=AMSTERDAM))
    assert isinstance(begin, datetime)
    basis = Berichtgegevens(
        gemeente="Gemeente Den Haag",
        telefoon="14 070",
        telefoon_buitenland="+31 70 353 30 00",
        tekst_voor_doven="Gebruik KPN Teletolk of de chat op onze website.",
        locatie_naam="Stadsdeelkantoor Loosduinen",
        locatie_kort="Loosduinen",
        adres="Kleine Keizerstraat 3, 2553 CV Den Haag",
        begin=begin,
        zone=AMSTERDAM,
        code="K7M4QX",
        link=LINK,
        nu=begin - timedelta(days=1),
        producten=("Paspoort aanvragen",),
        neem_mee=(NeemMee("Persoon 1", ("uw oude paspoort", "een pasfoto")),),
        meenemen_kort="oude pas, pasfoto, pinpas",
        contactpersoon="Fatima el Amrani",
        contactpersoon_telefoon="070 353 12 34",
        verificatiecode="123456",
    )
    return replace(basis, **anders)  # type: ignore[arg-type]


@pytest.mark.parametrize("begin", [BREEDSTE_DAG, SMALSTE_DAG])
@pytest.mark.parametrize(
    "meenemen", ["", "oude pas, pasfoto, pinpas", "identiteitsbewijs, pasfoto, pinpas", "x" * 90]
)
@pytest.mark.parametrize("taal", ["nl", "en"])
@pytest.mark.parametrize("kantoor", KANTOREN)
@pytest.mark.parametrize("soort", VAN_DE_AFSPRAAK)
def test_elke_sms_is_een_deel_gsm7(soort, kantoor, taal, meenemen, begin):
    feiten = gegevens(locatie_kort=kantoor, begin=begin, meenemen_kort=meenemen)
    tekst = maak_bericht(soort, feiten, kanaal="sms", taal=taal).tekst
    assert past_in_een_deel(tekst), (omvang(tekst), tekst)
    assert soort is Berichtsoort.CODE or (LINK in tekst and "14 070" in tekst)
    assert "x" * 60 not in tekst


@pytest.mark.parametrize("balie", ["99", ""])
@pytest.mark.parametrize("begin", [BREEDSTE_DAG, SMALSTE_DAG])
@pytest.mark.parametrize("taal", ["nl", "en"])
@pytest.mark.parametrize("kantoor", [*KANTOREN, LANGSTE_KORTE_NAAM])
@pytest.mark.parametrize("soort", sorted(DAGBERICHTEN))
def test_elke_sms_van_de_dag_is_een_deel_gsm7(soort, kantoor, taal, begin, balie):
    feiten = gegevens(
        locatie_kort=kantoor, begin=begin, nummer="B 999", balie=balie, minuten="240", link=LINK + "/bezoek"
    )
    tekst = maak_bericht(soort, feiten, kanaal="sms", taal=taal).tekst
    assert past_in_een_deel(tekst), (omvang(tekst), tekst)
    assert (LINK in tekst) == (soort in {Berichtsoort.NUMMER, Berichtsoort.GEMIST})


def dagteksten(taal: str) -> dict[str, str]:
    feiten = gegevens(
        begin=datetime(2026, 3, 3, 10, 35, tzinfo=AMSTERDAM),
        link="https://a.nl",
        nummer="B 12",
        balie="3",
        minuten="15",
    )
    return {soort.value: maak_bericht(soort, feiten, kanaal="sms", taal=taal).tekst for soort in DAGBERICHTEN}


def test_de_sms_teksten_van_de_dag_staan_zoals_afgesproken():
    assert dagteksten("nl") == {
        "nummer": "Gemeente Den Haag: uw nummer is B 12 in Loosduinen. Volg het hier: https://a.nl",
        "aan_de_beurt": "U bent aan de beurt. Kom naar balie 3.",
        "gemist": (
            "Wij hebben u gemist. Bent u er nog? Ga naar de ingang."
            " Nieuwe afspraak? https://a.nl of bel 14 070"
        ),
        "vertraging": "U moet 15 minuten langer wachten. U bent om 10.35 uur aan de beurt. Sorry.",
    }
    assert dagteksten("en") == {
        "nummer": "Gemeente Den Haag: your number is B 12 at Loosduinen. Follow it here: https://a.nl",
        "aan_de_beurt": "It is your turn. Go to counter 3.",
        "gemist": (
            "We missed you. Are you still here? Go to the entrance."
            " New appointment? https://a.nl or call 14 070"
        ),
        "vertraging": "You have to wait 15 minutes longer. It is your turn at 10:35. Sorry.",
    }


def test_wie_wordt_opgehaald_krijgt_geen_balie_en_ook_niet_waarom():
    tekst = maak_bericht(Berichtsoort.AAN_DE_BEURT, gegevens(balie=""), kanaal="sms").tekst
    assert tekst == "U bent aan de beurt."


@pytest.mark.parametrize("taal", ["nl", "en"])
@pytest.mark.parametrize("soort", Berichtsoort)
def test_een_late_herinnering_met_de_langste_datum_past_ook(soort, taal):
    feiten = gegevens(begin=BREEDSTE_DAG, nu=BREEDSTE_DAG - timedelta(days=3), locatie_kort="Stadhuis Spui")
    assert past_in_een_deel(maak_bericht(soort, feiten, kanaal="sms", taal=taal).tekst)


def test_de_sms_teksten_staan_zoals_afgesproken():
    bevestiging = maak_bericht(Berichtsoort.BEVESTIGING, gegevens(link="https://a.nl/1"), kanaal="sms").tekst
    assert bevestiging == (
        "Gemeente Den Haag: afspraak di 3 maart 10.20 uur, Loosduinen, code K7M4QX."
        " Wijzigen of afzeggen: https://a.nl/1 of bel 14 070"
    )
    herinnering = maak_bericht(Berichtsoort.HERINNERING, gegevens(link="https://a.nl/1"), kanaal="sms").tekst
    assert herinnering == (
        "Morgen 10.20 uur Loosduinen. Neem mee: oude pas, pasfoto, pinpas."
        " Kunt u niet? https://a.nl/1 of bel 14 070"
    )


def test_zonder_korte_meeneemtekst_verwijst_de_herinnering_naar_de_link():
    tekst = maak_bericht(Berichtsoort.HERINNERING, gegevens(meenemen_kort=""), kanaal="sms").tekst
    assert f"Wat neemt u mee? Kunt u niet komen? Zie {LINK}" in tekst


@pytest.mark.parametrize(
    ("dagen", "nl", "en"),
    [
        (0, "Vandaag 10.20", "Today 10:20"),
        (1, "Morgen 10.20", "Tomorrow 10:20"),
        (2, "Di 3 maart 10.20", "Tue 3 March 10:20"),
    ],
)
def test_morgen_is_alleen_morgen_als_het_morgen_is(dagen, nl, en):
    feiten = gegevens()
    feiten = replace(feiten, nu=feiten.begin - timedelta(days=dagen))
    assert maak_bericht(Berichtsoort.HERINNERING, feiten, kanaal="sms").tekst.startswith(nl)
    assert maak_bericht(Berichtsoort.HERINNERING, feiten, kanaal="sms", taal="en").tekst.startswith(en)


@pytest.mark.parametrize("kanaal", ["sms", "email", "papier"])
@pytest.mark.parametrize(
    "soort", [s for s in (*VAN_DE_AFSPRAAK, Berichtsoort.VERTRAGING) if s is not Berichtsoort.CODE]
)
def test_de_tijd_is_die_van_het_kantoor(soort, kanaal):
    utc = datetime.fromisoformat("2026-10-26T09:40:00+00:00")
    tekst = maak_bericht(soort, gegevens(begin=utc), kanaal=kanaal).tekst
    assert "10.40 uur" in tekst


@pytest.mark.parametrize("taal", ["nl", "en"])
@pytest.mark.parametrize("soort", Berichtsoort)
def test_het_onderwerp_verraadt_niets(soort, taal):
    onderwerp = maak_bericht(soort, gegevens(), kanaal="email", taal=taal).onderwerp
    assert onderwerp in {
        "Uw afspraak bij Gemeente Den Haag",
        "Uw code voor Gemeente Den Haag",
        "Your appointment at Gemeente Den Haag",
        "Your code for Gemeente Den Haag",
        "Uw bezoek aan Gemeente Den Haag",
        "Your visit to Gemeente Den Haag",
    }


def test_de_sms_noemt_geen_product_reden_of_contactpersoon():
    for soort in Berichtsoort:
        tekst = maak_bericht(soort, gegevens(reden="medewerker ziek"), kanaal="sms").tekst
        assert not any(woord in tekst for woord in ("Paspoort", "ziek", "Fatima"))


def test_de_bevestiging_per_mail_zegt_alles_het_belangrijkste_eerst():
    tekst = maak_bericht(Berichtsoort.BEVESTIGING, gegevens(), kanaal="email").tekst
    assert tekst == (
        "Uw afspraak staat. Wij verwachten u op dinsdag 3 maart 2026 om 10.20 uur"
        " in Stadsdeelkantoor Loosduinen.\n"
        "\n"
        "Adres: Kleine Keizerstraat 3, 2553 CV Den Haag\n"
        "Uw code: K7M4QX. Laat de code zien als u binnenkomt.\n"
        "\n"
        "Dit komt u regelen:\n"
        "- Paspoort aanvragen\n"
        "\n"
        "Neem mee:\n"
        "- uw oude paspoort\n"
        "- een pasfoto\n"
        "\n"
        "Vroeg u ons om iets voor u te regelen? Bekijk het via de link.\n"
        "\n"
        "Uw contactpersoon: Fatima el Amrani, telefoon 070 353 12 34.\n"
        "\n"
        f"Wijzigen of afzeggen? Ga naar {LINK}\n"
        "Bellen kan ook: 14 070.\n"
        "Vanuit het buitenland: +31 70 353 30 00.\n"
        "Kunt u niet bellen? Gebruik KPN Teletolk of de chat op onze website.\n"
        "\n"
        "Gemeente Den Haag\n"
    )


def test_meenemen_staat_per_persoon_als_er_meer_komen():
    samen = (NeemMee("Persoon 1", ("pinpas",)), NeemMee("Persoon 2", ()), NeemMee("Persoon 3", ("pasfoto",)))
    tekst = maak_bericht(Berichtsoort.BEVESTIGING, gegevens(neem_mee=samen), kanaal="email").tekst
    assert "Neem mee:\nPersoon 1:\n- pinpas\nPersoon 3:\n- pasfoto\n" in tekst
    assert "Persoon 2" not in tekst


def test_papier_vraagt_nooit_om_een_link():
    for soort in Berichtsoort:
        for taal in ("nl", "en"):
            tekst = maak_bericht(soort, gegevens(), kanaal="papier", taal=taal).tekst
            assert "http" not in tekst
            assert "link" not in tekst
            vervolgt = soort not in {Berichtsoort.CODE, *DAGBERICHTEN} or soort is Berichtsoort.GEMIST
            assert ("14 070" in tekst) == vervolgt


def test_een_afzegging_door_de_gemeente_noemt_de_reden_en_biedt_een_nieuwe_aan():
    feiten = gegevens(reden="Het kantoor is die dag dicht.")
    tekst = maak_bericht(Berichtsoort.GEANNULEERD_DOOR_GEMEENTE, feiten, kanaal="email").tekst
    assert "De reden: Het kantoor is die dag dicht." in tekst
    assert f"Een nieuwe afspraak maken? Ga naar {LINK}" in tekst


@pytest.mark.parametrize("kanaal", ["sms", "email", "papier"])
@pytest.mark.parametrize("taal", ["nl", "en"])
@pytest.mark.parametrize("soort", Berichtsoort)
def test_geen_accolade_of_leeg_vak_blijft_staan(soort, taal, kanaal):
    kaal = gegevens(
        producten=(),
        neem_mee=(),
        contactpersoon="",
        telefoon_buitenland="",
        tekst_voor_doven="",
        meenemen_kort="",
    )
    tekst = maak_bericht(soort, kaal, kanaal=kanaal, taal=taal).tekst
    assert not set("{}") & set(tekst)
    assert "\n\n\n" not in tekst
    assert ": \n" not in tekst
    assert ", ," not in tekst


def test_een_onbekende_taal_krijgt_nederlands():
    feiten = gegevens()
    assert maak_bericht(Berichtsoort.BEVESTIGING, feiten, kanaal="email", taal="ar") == maak_bericht(
        Berichtsoort.BEVESTIGING, feiten, kanaal="email", taal="nl"
    )


def test_een_onbekend_kanaal_is_een_fout():
    with pytest.raises(ValueError, match="duif"):
        maak_bericht(Berichtsoort.BEVESTIGING, gegevens(), kanaal="duif")
