"""What stands behind a link, and which links are dead."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from afspraken.actions.link_wisselen import link_wisselen
from afspraken.models import Afspraak, Contact
from afspraken.queries.mijn_afspraak import LinkWerktNiet, mijn_afspraak
from afspraken.rules.aanvraag import Gevraagd
from locaties.models import Contactpersoon
from tests.bouwers import NU, Kantoorscene, een_afspraak, een_leeftijdsgroep, een_medewerker, op

pytestmark = pytest.mark.django_db


def test_de_link_toont_kantoor_tijd_en_producten(kantoor: Kantoorscene) -> None:
    gemaakt = een_afspraak(kantoor, om="10:00")

    mijn = mijn_afspraak(link=gemaakt.link, nu=NU)

    assert (mijn.code, mijn.begin, mijn.minuten) == (gemaakt.code, op("10:00"), 10)
    assert mijn.locatie.adres == "Kleine Keizerstraat 3"
    assert mijn.producten == ("Paspoort aanvragen",)
    assert mijn.mag_wijzigen


def test_ieder_mens_heeft_een_eigen_lijst_om_mee_te_nemen(kantoor: Kantoorscene) -> None:
    kind = een_leeftijdsgroep(kantoor.product, "0-11", 10, 5)
    kind.neem_mee_extra = ["toestemming van beide ouders"]
    kind.save()
    een_leeftijdsgroep(kantoor.product, "18+", 10, 5)
    gemaakt = een_afspraak(kantoor, producten=(Gevraagd("paspoort", ("18+", "0-11")),))

    volwassene, jongste = mijn_afspraak(link=gemaakt.link, nu=NU).personen

    assert volwassene.neem_mee == ("uw oude pas",)
    assert jongste.neem_mee == ("uw oude pas", "toestemming van beide ouders")
    assert (jongste.nummer, jongste.groep) == (1, "0-11")


def test_het_aantal_vragen_aan_de_database_hangt_niet_af_van_het_aantal_mensen(
    kantoor: Kantoorscene, django_assert_num_queries: object
) -> None:
    alleen = een_afspraak(kantoor, om="09:00")
    samen = een_afspraak(kantoor, om="10:00", personen=4)

    for link in (alleen.link, samen.link):
        with django_assert_num_queries(4):  # type: ignore[operator]
            mijn_afspraak(link=link, nu=NU)


def test_de_contactpersoon_van_die_dag_staat_erbij_met_vervanger(kantoor: Kantoorscene) -> None:
    vervanger = een_medewerker(kantoor)
    vervanger.naam = "Kees Bakker"
    vervanger.save()
    Contactpersoon.objects.create(
        locatie=kantoor.locatie,
        medewerker=kantoor.medewerkers[0],
        vervanger=vervanger,
        telefoon="070 123 45 67",
        van=date(2026, 11, 1),
        tot_en_met=date(2026, 11, 30),
    )
    gemaakt = een_afspraak(kantoor)

    wie = mijn_afspraak(link=gemaakt.link, nu=NU).contactpersoon

    assert wie is not None
    assert (wie.naam, wie.telefoon, wie.vervanger) == ("Farida el Amrani", "070 123 45 67", "Kees Bakker")


def test_de_contactpersoon_verraadt_geen_behoefte(kantoor: Kantoorscene) -> None:
    Contactpersoon.objects.create(
        locatie=kantoor.locatie,
        specialisme="gebarentaal",
        medewerker=kantoor.medewerkers[0],
        telefoon="070 123 45 67",
        van=date(2026, 11, 1),
        tot_en_met=date(2026, 11, 30),
    )
    gemaakt = een_afspraak(kantoor)

    assert mijn_afspraak(link=gemaakt.link, nu=NU).contactpersoon is None


def test_het_adres_staat_er_alleen_onherkenbaar(kantoor: Kantoorscene) -> None:
    sms = een_afspraak(kantoor, om="09:00")
    mail = een_afspraak(kantoor, om="10:00", telefoon="", email="sanne@voorbeeld.nl")

    assert mijn_afspraak(link=sms.link, nu=NU).bestemming == "het nummer dat eindigt op 678"
    assert mijn_afspraak(link=mail.link, nu=NU).bestemming == "s•••@voorbeeld.nl"


def test_een_verzonnen_link_bestaat_niet(kantoor: Kantoorscene) -> None:
    een_afspraak(kantoor)

    with pytest.raises(LinkWerktNiet):
        mijn_afspraak(link="A" * 22, nu=NU)


def test_een_dag_na_de_afspraak_werkt_de_link_niet_meer(kantoor: Kantoorscene) -> None:
    gemaakt = een_afspraak(kantoor, om="10:00")
    einde = op("10:10")

    assert mijn_afspraak(link=gemaakt.link, nu=einde + timedelta(hours=23)).code == gemaakt.code
    with pytest.raises(LinkWerktNiet):
        mijn_afspraak(link=gemaakt.link, nu=einde + timedelta(hours=24))


def test_na_wisselen_werkt_alleen_de_nieuwe_link(kantoor: Kantoorscene) -> None:
    gemaakt = een_afspraak(kantoor)
    contact = Contact.objects.get()

    link_wisselen(contact_id=contact.pk, nu=NU)

    with pytest.raises(LinkWerktNiet):
        mijn_afspraak(link=gemaakt.link, nu=NU)


@pytest.mark.parametrize(
    ("status", "na_begin", "mag"),
    [
        ("bevestigd", False, True),
        ("voorlopig", False, False),
        ("bevestigd", True, False),
        ("aangemeld", False, False),
        ("geannuleerd", False, False),
        ("niet_verschenen", True, False),
    ],
)
def test_wijzigen_mag_alleen_wat_staat_en_nog_komt(
    kantoor: Kantoorscene, status: str, na_begin: bool, mag: bool
) -> None:
    gemaakt = een_afspraak(kantoor, om="10:00")
    Afspraak.objects.update(status=status)

    mijn = mijn_afspraak(link=gemaakt.link, nu=op("10:00") if na_begin else NU)

    assert mijn.mag_wijzigen is mag
