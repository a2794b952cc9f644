"""An SMS leaves once, whatever happens on the way."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from afspraken.actions.afspraak_annuleren import afspraak_annuleren
from afspraken.actions.bericht_claimen import bericht_claimen
from afspraken.actions.bericht_status_bijwerken import bericht_status_bijwerken
from afspraken.actions.bericht_vastleggen import bericht_vastleggen
from afspraken.models import Bericht, Gebeurtenis
from afspraken.rules.gsm7 import past_in_een_deel
from afspraken.werk.werker import Werker
from tests.afspraken.werk.conftest import Klokje, bericht
from tests.bouwers import NU, Kantoorscene, een_afspraak, op
from tests.nagemaakt.twilio import (
    AANGENOMEN_MAAR_502,
    AANGENOMEN_MAAR_STIL,
    GEEN_MOBIEL,
    NIET_AANGENOMEN_EN_STIL,
    STORING,
    TE_DRUK,
    NagemaakteTwilio,
)

pytestmark = pytest.mark.django_db
MINUUT = timedelta(seconds=60)


def test_de_bevestiging_gaat_weg_met_link_en_blijft_leesbaar(
    kantoor: Kantoorscene, werker: Werker, twilio: NagemaakteTwilio
) -> None:
    gemaakt = een_afspraak(kantoor)
    werker.draai_leeg()
    (sms,) = twilio.berichten
    rij = bericht("bevestiging")
    assert (rij.status, rij.provider_id, rij.tekst) == ("verstuurd", sms.sid, sms.tekst)
    assert f"https://afspraken.denhaag.nl/a/{gemaakt.link}" in sms.tekst
    assert gemaakt.code in sms.tekst
    assert past_in_een_deel(sms.tekst)
    assert Client().get(f"/a/{gemaakt.link}").headers["Location"] == f"/a/{gemaakt.link}/"
    assert sms.naar == "+31612345678"
    assert sms.status_url == f"https://afspraken.denhaag.nl/provider/sms/?bericht={rij.id}"


def test_de_herinnering_wacht_op_haar_tijd_en_zegt_dan_morgen(
    kantoor: Kantoorscene, werker: Werker, klok: Klokje, twilio: NagemaakteTwilio
) -> None:
    een_afspraak(kantoor)
    werker.draai_leeg()
    assert bericht("herinnering").status == "klaar"
    klok.nu = op("10:00") - timedelta(days=1)
    werker.draai_leeg()
    assert twilio.berichten[-1].tekst.startswith("Morgen 10.00 uur Loosduinen.")


@pytest.mark.parametrize("storing", [AANGENOMEN_MAAR_STIL, AANGENOMEN_MAAR_502])
def test_wat_toch_was_aangenomen_wordt_gevonden_en_niet_nog_eens_verstuurd(
    kantoor: Kantoorscene, werker: Werker, klok: Klokje, twilio: NagemaakteTwilio, storing: str
) -> None:
    een_afspraak(kantoor)
    twilio.volgende.append(storing)
    werker.draai_leeg()
    assert bericht("bevestiging").status == "onzeker"
    klok.verder(seconds=30)
    werker.draai_leeg()
    assert bericht("bevestiging").status == "onzeker", "nobody asks before the lease is over"
    klok.verder(seconds=31)
    werker.draai_leeg()
    assert [sms.sid for sms in twilio.berichten] == [bericht("bevestiging").provider_id]
    assert bericht("bevestiging").status == "verstuurd"


@pytest.mark.parametrize("storing", [NIET_AANGENOMEN_EN_STIL, STORING])
def test_wat_niet_was_aangenomen_gaat_na_navragen_alsnog(
    kantoor: Kantoorscene, werker: Werker, klok: Klokje, twilio: NagemaakteTwilio, storing: str
) -> None:
    een_afspraak(kantoor)
    twilio.volgende.append(storing)
    werker.draai_leeg()
    assert (bericht("bevestiging").status, len(twilio.berichten)) == ("onzeker", 0)
    klok.verder(seconds=61)
    werker.draai_leeg()
    assert (bericht("bevestiging").status, len(twilio.berichten)) == ("verstuurd", 1)
    assert [soort for soort, _ in twilio.verzoeken] == ["POST", "GET", "POST"]


def test_lukt_navragen_niet_dan_wordt_er_niets_verstuurd(
    kantoor: Kantoorscene, werker: Werker, klok: Klokje, twilio: NagemaakteTwilio
) -> None:
    een_afspraak(kantoor)
    twilio.volgende.append(NIET_AANGENOMEN_EN_STIL)
    werker.draai_leeg()
    twilio.volgende_lijst.append(STORING)
    klok.verder(seconds=61)
    werker.draai_leeg()
    assert (bericht("bevestiging").status, len(twilio.berichten)) == ("onzeker", 0)
    klok.verder(seconds=61)
    werker.draai_leeg()
    assert (bericht("bevestiging").status, len(twilio.berichten)) == ("verstuurd", 1)


def test_te_druk_wacht_en_probeert_opnieuw_zonder_navragen(
    kantoor: Kantoorscene, werker: Werker, klok: Klokje, twilio: NagemaakteTwilio
) -> None:
    een_afspraak(kantoor)
    twilio.volgende.extend([TE_DRUK, TE_DRUK])
    werker.draai_leeg()
    rij = bericht("bevestiging")
    assert (rij.status, rij.fout) == ("klaar", "20429")
    assert timedelta(seconds=12) <= rij.versturen_na - klok.nu <= timedelta(seconds=15)
    for _ in range(2):
        klok.verder(seconds=31)
        werker.draai_leeg()
    assert (bericht("bevestiging").status, len(twilio.berichten)) == ("verstuurd", 1)
    assert [soort for soort, _ in twilio.verzoeken] == ["POST", "POST", "POST"]


def test_wat_een_dag_lang_niet_lukt_staat_zichtbaar_als_mislukt(
    kantoor: Kantoorscene, werker: Werker, klok: Klokje, twilio: NagemaakteTwilio
) -> None:
    een_afspraak(kantoor)
    twilio.bij_nummer["+31612345678"] = TE_DRUK
    for _ in range(30):
        werker.draai_leeg()
        klok.verder(hours=1)
    assert (bericht("bevestiging").status, bericht("bevestiging").fout) == ("mislukt", "20429")
    assert Gebeurtenis.objects.filter(soort="bericht.mislukt").exists()


def test_een_nummer_dat_niet_kan_is_meteen_mislukt(
    kantoor: Kantoorscene, werker: Werker, twilio: NagemaakteTwilio
) -> None:
    een_afspraak(kantoor)
    twilio.volgende.append(GEEN_MOBIEL)
    werker.draai_leeg()
    assert (bericht("bevestiging").status, bericht("bevestiging").fout) == ("mislukt", "21614")
    gebeurtenis = Gebeurtenis.objects.get(soort="bericht.mislukt")
    assert gebeurtenis.gegevens == {"berichtsoort": "bevestiging", "kanaal": "sms"}


def test_wat_zijn_zin_verloor_wordt_nooit_meer_verstuurd(
    kantoor: Kantoorscene, werker: Werker, klok: Klokje, twilio: NagemaakteTwilio
) -> None:
    een_afspraak(kantoor)
    klok.nu = op("10:00") + timedelta(hours=1)
    werker.draai_leeg()
    assert twilio.berichten == []
    assert {b.status for b in Bericht.objects.all()} == {"vervallen"}


def test_een_bevestiging_van_wat_intussen_is_afgezegd_gaat_niet_meer_weg(
    kantoor: Kantoorscene, werker: Werker, klok: Klokje, twilio: NagemaakteTwilio
) -> None:
    gemaakt = een_afspraak(kantoor)
    twilio.volgende.append(NIET_AANGENOMEN_EN_STIL)
    werker.draai_leeg()
    afspraak_annuleren(afspraak_id=gemaakt.afspraak_id, nu=klok.nu, rol="burger")
    klok.verder(seconds=61)
    werker.draai_leeg()
    assert bericht("bevestiging").status == "vervallen"
    (sms,) = twilio.berichten
    assert "is afgezegd" in sms.tekst


def test_wie_doodgaat_na_het_pakken_heeft_niets_verstuurd_en_een_ander_gaat_verder(
    kantoor: Kantoorscene, werker: Werker, klok: Klokje, twilio: NagemaakteTwilio
) -> None:
    een_afspraak(kantoor)
    assert bericht_claimen(bericht_id=bericht("bevestiging").id, wie="dood", nu=klok.nu, lease=MINUUT)
    werker.draai_leeg()
    assert twilio.berichten == []
    klok.verder(seconds=61)
    werker.draai_leeg()
    assert [soort for soort, _ in twilio.verzoeken] == ["POST"]


def test_wie_doodgaat_na_het_versturen_wordt_door_navragen_ontdekt(
    kantoor: Kantoorscene, werker: Werker, klok: Klokje, twilio: NagemaakteTwilio
) -> None:
    een_afspraak(kantoor)
    rij = bericht("bevestiging")
    bericht_claimen(bericht_id=rij.id, wie="dood", nu=klok.nu, lease=MINUUT)
    assert bericht_vastleggen(
        bericht_id=rij.id,
        wie="dood",
        naar="+31612345678",
        onderwerp="",
        tekst="Hallo",
        nu=klok.nu,
        lease=MINUUT,
    ).mag
    twilio.neem_aan({"To": "+31612345678", "From": "DenHaag", "Body": "Hallo"})
    klok.verder(seconds=61)
    werker.draai_leeg()
    assert (bericht("bevestiging").status, len(twilio.berichten)) == ("verstuurd", 1)


def test_wie_zijn_lease_liet_verlopen_mag_niet_meer_versturen(kantoor: Kantoorscene, klok: Klokje) -> None:
    een_afspraak(kantoor)
    rij = bericht("bevestiging")
    bericht_claimen(bericht_id=rij.id, wie="traag", nu=klok.nu, lease=MINUUT)
    klok.verder(seconds=61)
    leg_vast: dict[str, Any] = {"bericht_id": rij.id, "naar": "", "onderwerp": "", "tekst": "x"}
    leg_vast |= {"nu": klok.nu, "lease": MINUUT}
    assert not bericht_vastleggen(wie="traag", **leg_vast).mag
    assert bericht_claimen(bericht_id=rij.id, wie="vlot", nu=klok.nu, lease=MINUUT)
    assert not bericht_vastleggen(wie="traag", **leg_vast).mag


def test_twee_werkers_pakken_hetzelfde_bericht_niet(kantoor: Kantoorscene, klok: Klokje) -> None:
    een_afspraak(kantoor)
    rij = bericht("bevestiging")
    claims = [
        bericht_claimen(bericht_id=rij.id, wie=wie, nu=klok.nu, lease=MINUUT) for wie in ("een", "twee")
    ]
    assert [bool(claim) for claim in claims] == [True, False]


def test_twee_gelijke_teksten_naar_een_nummer_delen_geen_bewijs(
    kantoor: Kantoorscene, werker: Werker, klok: Klokje, twilio: NagemaakteTwilio
) -> None:
    een_afspraak(kantoor)
    rij = bericht("bevestiging")
    Bericht.objects.filter(soort="herinnering").delete()
    Bericht.objects.create(
        afspraak=rij.afspraak,
        contact=rij.contact,
        soort=rij.soort,
        kanaal="sms",
        dedupe=f"nog-eens:{uuid4()}",
        versturen_na=NU,
        nutteloos_na=rij.nutteloos_na,
        aangemaakt_op=NU,
    )
    twilio.volgende.extend([AANGENOMEN_MAAR_STIL, NIET_AANGENOMEN_EN_STIL])
    werker.draai_leeg()
    assert len(twilio.berichten) == 1
    for _ in range(3):
        klok.verder(seconds=61)
        werker.draai_leeg()
    assert {b.status for b in Bericht.objects.all()} == {"verstuurd"}
    assert {b.provider_id for b in Bericht.objects.all()} == {sms.sid for sms in twilio.berichten}
    assert len(twilio.berichten) == 2


def test_een_melding_van_de_provider_maakt_navragen_overbodig(
    kantoor: Kantoorscene, werker: Werker, klok: Klokje, twilio: NagemaakteTwilio
) -> None:
    een_afspraak(kantoor)
    twilio.volgende.append(AANGENOMEN_MAAR_STIL)
    werker.draai_leeg()
    rij = bericht("bevestiging")
    assert bericht_status_bijwerken(bericht_id=rij.id, provider_id="SM1", gemeld="sent", nu=klok.nu)
    klok.verder(seconds=61)
    werker.draai_leeg()
    assert (bericht("bevestiging").status, bericht("bevestiging").provider_id) == ("verstuurd", "SM1")
    assert [soort for soort, _ in twilio.verzoeken] == ["POST"]
