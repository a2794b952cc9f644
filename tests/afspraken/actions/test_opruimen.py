"""What the sweeps let go of and wipe, and what they leave alone."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.core.serializers import serialize

from afspraken.actions.afspraak_annuleren import afspraak_annuleren
from afspraken.actions.afspraak_vasthouden import afspraak_vasthouden
from afspraken.actions.afspraken_verlopen import afspraken_verlopen
from afspraken.actions.afstemmingen_vergeten import afstemmingen_vergeten
from afspraken.actions.gegevens_opruimen import gegevens_opruimen
from afspraken.actions.te_regelen_mailen import te_regelen_mailen
from afspraken.actions.toegangscode_sturen import toegangscode_sturen
from afspraken.models import (
    Aanvraag,
    Afspraak,
    Afspraakdeel,
    Behandelduur,
    Bericht,
    Bezoek,
    Contact,
    Knelpunt,
    Toegangscode,
    Verwachting,
)
from afspraken.queries.bericht_inhoud import bericht_inhoud
from locaties.models import Gebruiker, Locatie, Locatiedag, Rol
from tests.bouwers import (
    DINSDAG,
    NU,
    Kantoorscene,
    een_aanvraag,
    een_afspraak,
    een_behoefte,
    een_voorziening,
    op,
)
from tests.dagbouwers import een_bezoeker, een_inloper
from tests.verwachtingbouwers import een_verwachting
from toegankelijkheid.models import Afstemming, Bestelling, Toestemming

pytestmark = pytest.mark.django_db
NA_AFLOOP = op("12:00")


def test_een_verlopen_houdtijd_is_weer_van_iedereen(kantoor: Kantoorscene) -> None:
    aanvraag = een_aanvraag(kantoor)
    houdt = afspraak_vasthouden(aanvraag_id=aanvraag, locatie="loosduinen", begin=op("10:00"), nu=NU)
    versie = Locatiedag.objects.get().versie
    assert afspraken_verlopen(nu=houdt.tot - timedelta(seconds=1)) == 0
    assert afspraken_verlopen(nu=houdt.tot) == 1
    assert Afspraak.objects.get().status == "verlopen"
    assert not Afspraakdeel.objects.filter(is_actief=True).exists()
    assert Locatiedag.objects.get().versie > versie
    assert afspraken_verlopen(nu=houdt.tot) == 0


def test_een_bevestigde_afspraak_verloopt_niet(kantoor: Kantoorscene) -> None:
    een_afspraak(kantoor)
    assert afspraken_verlopen(nu=NU + timedelta(days=30)) == 0


def test_een_voorlopige_afspraak_verloopt_met_zijn_afstemming(kantoor: Kantoorscene) -> None:
    gemaakt = _met_afstemming(kantoor)
    Afspraak.objects.filter(id=gemaakt).update(status="voorlopig", vastgehouden_tot=NU)
    assert afspraken_verlopen(nu=NU) == 1
    afspraak = Afspraak.objects.get()
    assert (afspraak.status, afspraak.afstemming_id, Afstemming.objects.count()) == ("verlopen", None, 0)
    assert afspraak.gebeurtenissen.filter(soort="afspraak.verlopen").count() == 1


def test_een_voorlopige_afspraak_die_verloopt_laat_geen_knelpunt_achter(kantoor: Kantoorscene) -> None:
    gemaakt = _met_afstemming(kantoor)
    blijft = een_afspraak(kantoor, om="11:00", telefoon="06 87654321").afspraak_id
    Afspraak.objects.filter(id=gemaakt).update(status="voorlopig", vastgehouden_tot=NU)
    for afspraak_id in (gemaakt, blijft):
        for soort in ("medewerker_afgemeld", "bestelling"):
            Knelpunt.objects.create(afspraak_id=afspraak_id, soort=soort, sinds=NU, reden="afwezig")

    assert afspraken_verlopen(nu=NU) == 1

    knelpunten = Knelpunt.objects.order_by("soort").values_list("soort", "opgelost_op", "oplossing")
    assert list(knelpunten.filter(afspraak_id=gemaakt)) == [("medewerker_afgemeld", NU, "verlopen")]
    assert list(knelpunten.filter(afspraak_id=blijft)) == [
        ("bestelling", None, ""),
        ("medewerker_afgemeld", None, ""),
    ]


def _met_afstemming(kantoor: Kantoorscene, om: str = "10:00") -> Any:
    een_behoefte("meer_tijd", extra=10, balie=[een_voorziening("lage_balie", *kantoor.balies)])
    return een_afspraak(kantoor, om=om, behoeften=("meer_tijd",)).afspraak_id


def test_na_een_dag_is_de_afstemming_weg_en_zie_je_niet_wie_er_een_had(kantoor: Kantoorscene) -> None:
    met = _met_afstemming(kantoor)
    zonder = een_afspraak(kantoor, om="11:00", telefoon="06 87654321").afspraak_id
    assert afstemmingen_vergeten(nu=op("10:25")) == 0
    nu = NA_AFLOOP + timedelta(hours=23, minutes=30)
    while afstemmingen_vergeten(nu=nu):
        continue
    assert (Afstemming.objects.count(), Toestemming.objects.count()) == (0, 0)
    sporen = [
        (
            afspraak.afstemming_id,
            afspraak.einde - afspraak.begin,
            [(d.minuten, d.cel, d.cellen, d.balie_id, d.einde - d.begin) for d in afspraak.delen.all()],
        )
        for afspraak in Afspraak.objects.filter(id__in=[met, zonder])
    ]
    assert len(sporen) == 2
    assert sporen[0] == sporen[1]


def test_een_afgezegde_afspraak_is_meteen_gelijk_en_een_komende_blijft_zoals_hij_is(
    kantoor: Kantoorscene,
) -> None:
    weg = _met_afstemming(kantoor)
    blijft = een_afspraak(kantoor, om="11:00", telefoon="06 87654321").afspraak_id
    afspraak_annuleren(afspraak_id=weg, nu=NU + timedelta(hours=1), rol="burger")
    assert afstemmingen_vergeten(nu=NU + timedelta(hours=1)) == 1
    assert list(Afspraakdeel.objects.filter(afspraak=weg).values("minuten", "balie")) == [
        {"minuten": 0, "balie": None}
    ]
    assert set(Afspraakdeel.objects.filter(afspraak=blijft).values_list("minuten", "balie")) == {
        (10, kantoor.balies[0].id)
    }


def test_een_oude_aanvraag_gaat_weg_met_wat_hij_vasthield(kantoor: Kantoorscene) -> None:
    aanvraag = een_aanvraag(kantoor)
    houdt = afspraak_vasthouden(aanvraag_id=aanvraag, locatie="loosduinen", begin=op("10:00"), nu=NU)
    afspraken_verlopen(nu=houdt.tot)
    gegevens_opruimen(nu=NU + timedelta(hours=23))
    assert (Aanvraag.objects.count(), Afspraak.objects.count()) == (1, 1)
    gegevens_opruimen(nu=NU + timedelta(hours=25))
    assert (Aanvraag.objects.count(), Afspraak.objects.count()) == (0, 0)


def test_zeven_dagen_na_het_bezoek_weet_niemand_meer_wie_het_was(kantoor: Kantoorscene) -> None:
    gemaakt = een_afspraak(kantoor, spreektaal="Tigrinya")
    Bericht.objects.update(status="verstuurd", tekst="06 12345678 De Wit", onderwerp="De Wit")
    einde = Afspraak.objects.get().einde
    gegevens_opruimen(nu=einde + timedelta(days=7) - timedelta(seconds=1))
    assert Contact.objects.get().achternaam == "De Wit"
    assert gegevens_opruimen(nu=einde + timedelta(days=7)) > 0
    over = serialize("json", [*Afspraak.objects.all(), *Contact.objects.all(), *Bericht.objects.all()])
    assert not [woord for woord in ("De Wit", "12345678", "Tigrinya") if woord in over]
    assert Afspraak.objects.get().id == gemaakt.afspraak_id
    assert gegevens_opruimen(nu=einde + timedelta(days=7)) == 0, "nothing is left to do"


def test_ook_het_bezoek_vergeet_na_zeven_dagen_welke_taal_iemand_spreekt(kantoor: Kantoorscene) -> None:
    een_bezoeker(kantoor, "10:00", "09:55", spreektaal="pl")
    een_inloper(kantoor, "09:30", spreektaal="ti")
    gegevens_opruimen(nu=op("09:00") + timedelta(days=7))
    assert set(Bezoek.objects.values_list("spreektaal", flat=True)) == {"pl", "ti"}
    gegevens_opruimen(nu=op("09:00") + timedelta(days=8))
    assert set(Bezoek.objects.values_list("spreektaal", flat=True)) == {""}


def test_na_afzeggen_beginnen_de_zeven_dagen_meteen(kantoor: Kantoorscene) -> None:
    gemaakt = een_afspraak(kantoor)
    afgezegd = NU + timedelta(hours=2)
    afspraak_annuleren(afspraak_id=gemaakt.afspraak_id, nu=afgezegd, rol="burger")
    Afspraak.objects.update(begin=op("10:00") + timedelta(days=30), einde=op("10:10") + timedelta(days=30))
    gegevens_opruimen(nu=afgezegd + timedelta(days=7))
    assert Contact.objects.get().achternaam == ""


def test_een_code_die_niet_meer_werkt_gaat_weg(kantoor: Kantoorscene) -> None:
    een_afspraak(kantoor)
    toegangscode_sturen(contact_id=Contact.objects.get().id, doel="behoeften", nu=NU)
    gegevens_opruimen(nu=NU + timedelta(minutes=30))
    assert Toegangscode.objects.count() == 1
    gegevens_opruimen(nu=NU + timedelta(hours=2))
    assert Toegangscode.objects.count() == 0


@pytest.fixture
def bestelling(kantoor: Kantoorscene) -> Bestelling:
    """Something to arrange at the office, and a planner who hears of it."""
    planner = Gebruiker.objects.create(username="planner", email="planner@example.nl")
    Rol.objects.create(gebruiker=planner, locatie=kantoor.locatie, soort="planner")
    weg = Gebruiker.objects.create(username="weg", email="weg@example.nl", is_active=False)
    Rol.objects.create(gebruiker=weg, locatie=None, soort="planner")
    afstemming = Afstemming.objects.create(verzegeld=b"", wissen_na=NU + timedelta(days=30), aangemaakt_op=NU)
    return Bestelling.objects.create(
        afstemming=afstemming,
        locatie=kantoor.locatie,
        wat="gebarentolk",
        voor_datum=op("10:00").date(),
        eigenaar="Farida el Amrani",
        gewijzigd_op=NU,
    )


@pytest.mark.parametrize(
    ("moment", "aantal"),
    [
        (datetime(2026, 11, 2, 5, 59, tzinfo=UTC), 0),  # Monday 06:59
        (datetime(2026, 11, 2, 6, 0, tzinfo=UTC), 1),
        (datetime(2026, 11, 2, 17, 0, tzinfo=UTC), 0),  # Monday 18:00
        (datetime(2026, 11, 1, 9, 0, tzinfo=UTC), 0),  # Sunday
        (datetime(2026, 12, 25, 9, 0, tzinfo=UTC), 0),  # Christmas
    ],
)
def test_alleen_op_de_ochtend_van_een_werkdag(bestelling: Bestelling, moment: datetime, aantal: int) -> None:
    assert te_regelen_mailen(nu=moment) == aantal


def test_elke_werkdag_een_mail_zolang_er_iets_open_staat(bestelling: Bestelling) -> None:
    Locatie.objects.create(code="leeg", naam="Leeg", korte_naam="Leeg", adres="x", telefoon="x")
    assert te_regelen_mailen(nu=NU) == 1
    assert te_regelen_mailen(nu=NU + timedelta(hours=1)) == 0
    assert te_regelen_mailen(nu=NU + timedelta(days=1)) == 1
    bestelling.status = "bevestigd"
    bestelling.save()
    assert te_regelen_mailen(nu=NU + timedelta(days=2)) == 0
    assert set(Bericht.objects.values_list("adres", flat=True)) == {"planner@example.nl"}


def test_de_mail_verklapt_niet_wat_er_geregeld_moet_worden(bestelling: Bestelling) -> None:
    te_regelen_mailen(nu=NU)
    inhoud = bericht_inhoud(bericht_id=Bericht.objects.get().id, nu=NU)
    assert inhoud
    assert "tolk" not in inhoud.tekst + inhoud.onderwerp
    assert "nog 1 ding regelen" in inhoud.tekst
    assert inhoud.tekst.count("/beheer/te-regelen/") == 1


def test_is_het_intussen_geregeld_dan_gaat_de_mail_niet_meer_weg(bestelling: Bestelling) -> None:
    te_regelen_mailen(nu=NU)
    bestelling.status = "bevestigd"
    bestelling.save()
    assert bericht_inhoud(bericht_id=Bericht.objects.get().id, nu=NU) is None


def test_van_een_verwachting_blijft_alleen_hoe_goed_zij_was(kantoor: Kantoorscene) -> None:
    bezoeken = [een_inloper(kantoor), een_inloper(kantoor)]
    een_verwachting(bezoeken[0], "09:40", "09:55", soort="geen_collega", later=20, gemeld=20)
    een_verwachting(bezoeken[1], "09:40", "09:55", soort="geen_collega", eerste_p50=None, eerste_p80=None)
    Bezoek.objects.update(status="afgerond", klaar_op=op("10:00"))
    afstemmingen_vergeten(nu=op("10:00") + timedelta(hours=22))
    assert Verwachting.objects.filter(soort="geen_collega").count() == 2
    afstemmingen_vergeten(nu=op("10:00") + timedelta(hours=23))
    rij = Verwachting.objects.get()
    assert (rij.soort, rij.van, rij.tot, rij.later, rij.gemeld) == ("niets", None, None, 0, 0)
    assert (rij.eerste_p50, rij.eerste_p80) == (op("09:40"), op("09:55"))


def test_wat_het_kantoor_van_duren_leerde_gaat_na_dertien_weken_weg(kantoor: Kantoorscene) -> None:
    for dagen in (90, 91):
        dag = DINSDAG - timedelta(days=dagen)
        Behandelduur.objects.create(
            locatie=kantoor.locatie, product=kantoor.product, datum=dag, verhouding=dagen
        )
    gegevens_opruimen(nu=op("12:00"))
    assert [duur.verhouding for duur in Behandelduur.objects.all()] == [90]
