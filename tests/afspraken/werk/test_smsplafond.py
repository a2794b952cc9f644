"""SMS of one day have limits: per number, per visitor and of the municipality, with an honest stop."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from afspraken.actions.bericht_opnieuw import bericht_opnieuw
from afspraken.actions.beurtsms_vragen import beurtsms_vragen
from afspraken.actions.gegevens_opruimen import gegevens_opruimen
from afspraken.actions.stappen.beurtsms import TeVeelSms
from afspraken.actions.stappen.dagberichten import bericht_nummer
from afspraken.actions.stappen.smsplafond import GeenSmsMeer
from afspraken.actions.toegangscode_sturen import toegangscode_sturen
from afspraken.models import Adresteller, Bericht, Bezoek, Contact, Gebeurtenis, Knelpunt
from afspraken.queries.zonder_sms import zonder_sms
from afspraken.rules.link import link_token
from afspraken.werk.werker import Werker
from tests.afspraken.web.personeel import ingelogd
from tests.afspraken.werk.conftest import Klokje, bericht
from tests.bouwers import NU, Kantoorscene, een_afspraak, op
from tests.dagbouwers import een_inloper
from tests.nagemaakt.twilio import STORING, TE_DRUK, NagemaakteTwilio

pytestmark = pytest.mark.django_db
NUMMER = "06 12345678"
MAANDAG = NU.date()


@pytest.fixture(autouse=True)
def ruim(settings: Any) -> None:
    """One limit at a time: each test sets its own."""
    settings.SMS_PER_NUMMER_PER_DAG = settings.SMS_PER_BEZOEKER_PER_DAG = settings.SMS_BUDGET_PER_DAG = 1000


@pytest.fixture
def herhaal(kantoor: Kantoorscene, werker: Werker, klok: Klokje) -> Callable[..., None]:
    """Make an appointment and send its confirmation so many times."""

    def doe(keer: int, **velden: Any) -> None:
        gemaakt = een_afspraak(kantoor, **velden)
        for _keer in range(keer - 1):
            klok.verder(minutes=1)
            bericht_opnieuw(afspraak_id=gemaakt.afspraak_id, nu=klok.nu, gebruiker_id=None)
        werker.draai_leeg()

    return doe


def uitkomsten() -> list[tuple[str, str, str]]:
    """Channel, state and reason of each message that had to leave, in the order in which it was made."""
    rijen = Bericht.objects.exclude(soort="herinnering").order_by("aangemaakt_op", "dedupe")
    return list(rijen.values_list("kanaal", "status", "fout"))


@pytest.mark.parametrize(
    ("plafond", "fout"),
    [
        ("SMS_PER_NUMMER_PER_DAG", "sms_vol_nummer"),
        ("SMS_PER_BEZOEKER_PER_DAG", "sms_vol_bezoeker"),
        ("SMS_BUDGET_PER_DAG", "sms_vol_gemeente"),
    ],
)
def test_elk_plafond_telt_sms_en_houdt_op_tijd_op(
    settings: Any, herhaal: Any, twilio: NagemaakteTwilio, plafond: str, fout: str
) -> None:
    setattr(settings, plafond, 2)
    herhaal(4)
    assert len(twilio.berichten) == 2
    assert sorted(uitkomsten()) == 2 * [("sms", "mislukt", fout)] + 2 * [("sms", "verstuurd", "")]
    assert max(Adresteller.objects.values_list("aantal", flat=True)) == 2
    knelpunt = Knelpunt.objects.get()
    assert (knelpunt.soort, knelpunt.opgelost_op) == ("sms_vol", None)
    assert "vandaag geen sms meer" in knelpunt.reden
    assert Gebeurtenis.objects.filter(soort="bericht.mislukt", reden=fout).count() == 2


def test_de_plafonds_gelden_elk_voor_wat_zij_tellen(
    settings: Any, kantoor: Kantoorscene, werker: Werker, twilio: NagemaakteTwilio
) -> None:
    settings.SMS_PER_NUMMER_PER_DAG = 1
    for om, telefoon in (("09:00", NUMMER), ("09:20", "06 87654321"), ("09:40", NUMMER)):
        een_afspraak(kantoor, om=om, telefoon=telefoon, herkomst="telefoon")
    werker.draai_leeg()
    assert sorted(sms.naar for sms in twilio.berichten) == ["+31612345678", "+31687654321"]


def test_een_gedeeld_nummer_heeft_geen_plafond_per_nummer(
    settings: Any, kantoor: Kantoorscene, werker: Werker, twilio: NagemaakteTwilio
) -> None:
    settings.SMS_PER_NUMMER_PER_DAG = 1
    for om in ("09:00", "09:20", "09:40"):
        een_afspraak(kantoor, om=om, herkomst="telefoon", gedeeld=True)
    werker.draai_leeg()
    assert len(twilio.berichten) == 3


def test_wie_ook_een_mailadres_gaf_krijgt_het_daar(
    settings: Any, herhaal: Any, twilio: NagemaakteTwilio, postbus: list[Any]
) -> None:
    settings.SMS_BUDGET_PER_DAG = 1
    herhaal(2, kanaal="sms", email="de.wit@voorbeeld.nl")
    assert (len(twilio.berichten), [mail.to for mail in postbus]) == (1, [["de.wit@voorbeeld.nl"]])
    assert sorted(uitkomsten()) == [("email", "verstuurd", ""), ("sms", "verstuurd", "")]
    assert Gebeurtenis.objects.filter(soort="bericht.omgeleid", reden="sms_vol_gemeente").count() == 1
    assert not Knelpunt.objects.exists()


@pytest.mark.parametrize("storing", [TE_DRUK, STORING])
def test_wat_nog_een_keer_wordt_geprobeerd_telt_een_keer(
    settings: Any, kantoor: Kantoorscene, werker: Werker, klok: Klokje, twilio: NagemaakteTwilio, storing: str
) -> None:
    settings.SMS_BUDGET_PER_DAG = 1
    een_afspraak(kantoor)
    twilio.volgende.append(storing)
    werker.draai_leeg()
    klok.verder(minutes=10)
    werker.draai_leeg()
    assert (bericht("bevestiging").status, len(twilio.berichten)) == ("verstuurd", 1)


def test_de_volgende_dag_begint_opnieuw_en_de_tellers_gaan_weg(
    settings: Any, kantoor: Kantoorscene, werker: Werker, klok: Klokje, twilio: NagemaakteTwilio
) -> None:
    settings.SMS_BUDGET_PER_DAG = 1
    gemaakt = een_afspraak(kantoor, om="11:00")
    werker.draai_leeg()
    for klok.nu, verstuurd in ((op("23:59", MAANDAG), 1), (op("00:00"), 2)):
        bericht_opnieuw(afspraak_id=gemaakt.afspraak_id, nu=klok.nu, gebruiker_id=None)
        werker.draai_leeg()
        assert len(twilio.berichten) == verstuurd
    assert Adresteller.objects.count() == 6
    gegevens_opruimen(nu=op("00:59"))
    assert Adresteller.objects.count() == 6, "the day is over, and who is still counting in it is not"
    gegevens_opruimen(nu=op("01:00"))
    assert Adresteller.objects.count() == 3, "those of today"


def test_de_tellers_weten_geen_nummer_en_zijn_per_dag_anders(
    kantoor: Kantoorscene, werker: Werker, klok: Klokje, twilio: NagemaakteTwilio
) -> None:
    gemaakt = een_afspraak(kantoor)
    werker.draai_leeg()
    gisteren = set(Adresteller.objects.values_list("sleutel", flat=True))
    klok.nu = op("08:00")
    bericht_opnieuw(afspraak_id=gemaakt.afspraak_id, nu=klok.nu, gebruiker_id=None)
    werker.draai_leeg()
    vandaag = set(Adresteller.objects.values_list("sleutel", flat=True)) - gisteren
    assert (len(gisteren), len(vandaag), {len(sleutel) for sleutel in gisteren | vandaag}) == (3, 3, {64})
    assert "12345678" not in str(list(Adresteller.objects.values()))


def een_wachtende(kantoor: Kantoorscene, telefoon: str = NUMMER) -> Bezoek:
    bezoek = een_inloper(kantoor, "09:30")
    beurtsms_vragen(bezoek_id=bezoek.id, telefoon=telefoon, nu=op("09:31"), rol="host")
    return bezoek


def test_in_de_hal_hoort_de_host_het_en_leest_de_bezoeker_het(
    settings: Any, kantoor: Kantoorscene, werker: Werker, klok: Klokje, twilio: NagemaakteTwilio
) -> None:
    bezoek = een_wachtende(kantoor)
    settings.SMS_BUDGET_PER_DAG = 0
    bericht_nummer(bezoek, nu=op("09:31"))
    klok.nu = op("09:32")
    werker.draai_leeg()
    assert (len(twilio.berichten), Knelpunt.objects.count()) == (0, 0)
    assert zonder_sms(locatie_id=kantoor.locatie.pk, nu=op("09:33")).nummers == (str(bezoek),)
    with time_machine.travel(op("09:33"), tick=False):
        lijst = ingelogd("host", locatie=kantoor.locatie).get(reverse("ontvangst_lijst", args=["loosduinen"]))
        token = link_token(settings.LINK_SLEUTEL, bezoek.id, 0)
        eigen = Client(headers={"accept-language": "nl"}).get(reverse("mijn_bezoek", args=[token]))
    assert f"Wij konden geen sms sturen aan {bezoek}. Zeg het deze bezoeker zelf." in lijst.content.decode()
    assert "De gemeente stuurt vandaag geen sms meer." in lijst.content.decode()
    assert "Wij kunnen u vandaag geen sms meer sturen." in eigen.content.decode()
    Bezoek.objects.update(status="vertrokken", klaar_op=op("09:34"))
    assert zonder_sms(locatie_id=kantoor.locatie.pk, nu=op("09:35")).nummers == ()


def test_wie_niets_meer_zou_krijgen_hoort_dat_als_hij_het_vraagt(
    settings: Any, kantoor: Kantoorscene, werker: Werker, klok: Klokje, twilio: NagemaakteTwilio
) -> None:
    settings.SMS_PER_NUMMER_PER_DAG = 1
    bericht_nummer(een_wachtende(kantoor), nu=op("09:31"))
    klok.nu = op("09:32")
    werker.draai_leeg()
    assert len(twilio.berichten) == 1
    with pytest.raises(TeVeelSms):
        een_wachtende(kantoor)
    een_wachtende(kantoor, "06 87654321")


def test_zonder_sms_belooft_niemand_een_code(settings: Any, kantoor: Kantoorscene) -> None:
    een_afspraak(kantoor)
    settings.SMS_BUDGET_PER_DAG = 0
    with pytest.raises(GeenSmsMeer):
        toegangscode_sturen(contact_id=Contact.objects.get().pk, doel="behoeften", nu=NU)
    settings.BEVESTIGEN_MET_CODE = True
    with pytest.raises(GeenSmsMeer):
        een_afspraak(kantoor, om="11:00", herkomst="site")
    een_afspraak(kantoor, om="11:20", herkomst="site", kanaal="email", email="de.wit@voorbeeld.nl")
    assert Bericht.objects.get(soort="code").kanaal == "email"


def test_een_code_gaat_nooit_naar_een_ander_adres(
    settings: Any, kantoor: Kantoorscene, werker: Werker, twilio: NagemaakteTwilio, postbus: list[Any]
) -> None:
    een_afspraak(kantoor, kanaal="sms", email="de.wit@voorbeeld.nl", herkomst="telefoon")
    werker.draai_leeg()
    toegangscode_sturen(contact_id=Contact.objects.get().pk, doel="behoeften", nu=NU + timedelta(minutes=1))
    settings.SMS_BUDGET_PER_DAG = 0
    werker.draai_leeg()
    assert (bericht("code").status, bericht("code").gegevens, postbus) == ("mislukt", {}, [])
    assert not Knelpunt.objects.exists()
