import logging
import socket
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from afspraken.kanalen.fout import KanaalFout
from afspraken.kanalen.sms import verstuur_sms, zoek_verstuurd
from afspraken.kanalen.twilio_client import maak_client
from tests.nagemaakt import twilio as fake

NAAR = "+31612345678"
TEKST = "Gemeente Den Haag: afspraak di 3 maart 10.20 uur"
KORT = 0.3


def verstuur(**anders):
    basis: dict[str, Any] = {"naar": NAAR, "tekst": TEKST, "bericht_id": uuid4()}
    return verstuur_sms(**(basis | anders))


def zoek(**anders):
    sinds = datetime.now(UTC)
    basis: dict[str, Any] = {"naar": NAAR, "tekst": TEKST, "bericht_id": uuid4(), "sinds": sinds}
    return zoek_verstuurd(**(basis | anders))


def test_een_sms_komt_aan_zoals_bedoeld(twilio):
    bericht_id = UUID(int=7)
    sid = verstuur(bericht_id=bericht_id, status_url="https://voorbeeld.nl/sms/status", geldig_seconden=180)
    gekregen = twilio.bericht(sid)
    assert (gekregen.naar, gekregen.van, gekregen.tekst) == (NAAR, "DenHaag", TEKST)
    assert gekregen.status_url == f"https://voorbeeld.nl/sms/status?bericht={bericht_id}"
    assert gekregen.geldig_seconden == 180


@pytest.mark.parametrize(("gevraagd", "gekregen"), [(-5, 1), (0, 1), (3600, 3600), (10**9, 36_000)])
def test_de_geldigheid_blijft_binnen_wat_de_provider_aanneemt(twilio, gevraagd, gekregen):
    assert twilio.bericht(verstuur(geldig_seconden=gevraagd)).geldig_seconden == gekregen


def test_zonder_eigen_adres_wordt_geen_bericht_terug_gevraagd(twilio):
    assert twilio.bericht(verstuur()).status_url == ""


@pytest.mark.parametrize("code", [fake.ONGELDIG, fake.GEEN_MOBIEL, fake.AFGEMELD, fake.REGIO_DICHT])
def test_een_nummer_dat_nooit_kan_is_definitief(twilio, code):
    twilio.bij_nummer[NAAR] = code
    with pytest.raises(KanaalFout) as fout:
        verstuur()
    assert (fout.value.code, fout.value.is_definitief, fout.value.is_onzeker) == (code, True, False)


def test_te_druk_is_niet_verstuurd_en_mag_later_opnieuw(twilio):
    twilio.volgende.append(fake.TE_DRUK)
    with pytest.raises(KanaalFout) as fout:
        verstuur()
    assert (fout.value.code, fout.value.is_definitief, fout.value.is_onzeker) == ("20429", False, False)
    assert verstuur() == twilio.berichten[0].sid


@pytest.mark.parametrize("code", ["21602", "21603"])
def test_een_onbekende_fout_is_niet_definitief(twilio, code):
    twilio.volgende.append(code)
    with pytest.raises(KanaalFout) as fout:
        verstuur()
    assert (fout.value.code, fout.value.is_definitief, fout.value.is_onzeker) == (code, False, False)


def test_een_verkeerd_wachtwoord_maakt_geen_bericht_kwijt(twilio, settings):
    settings.TWILIO_AUTH_TOKEN = "verkeerd"
    with pytest.raises(KanaalFout) as fout:
        verstuur()
    assert (fout.value.code, fout.value.is_definitief, fout.value.is_onzeker) == ("20003", False, False)


@pytest.mark.parametrize(
    ("storing", "aangenomen"),
    [
        (fake.STORING, 0),
        (fake.NIET_AANGENOMEN_EN_STIL, 0),
        (fake.AANGENOMEN_MAAR_STIL, 1),
        (fake.AANGENOMEN_MAAR_502, 1),
        (fake.ONLEESBAAR_ANTWOORD, 1),
    ],
)
def test_een_onbekende_afloop_is_onzeker_en_wordt_nagevraagd(twilio, storing, aangenomen):
    begonnen = datetime.now(UTC)
    twilio.volgende.append(storing)
    with pytest.raises(KanaalFout) as fout:
        verstuur(wacht_seconden=KORT)
    assert (fout.value.is_definitief, fout.value.is_onzeker) == (False, True)
    assert len(twilio.berichten) == aangenomen
    assert zoek(sinds=begonnen) == (twilio.berichten[0].sid if aangenomen else None)


def test_zonder_verbinding_is_zeker_niets_verstuurd(twilio, settings):
    with socket.socket() as bezet:
        bezet.bind(("127.0.0.1", 0))  # bound, not listening: refuses
        settings.TWILIO_BASIS_URL = f"http://127.0.0.1:{bezet.getsockname()[1]}"
        with pytest.raises(KanaalFout) as fout:
            verstuur()
    assert (fout.value.code, fout.value.is_definitief, fout.value.is_onzeker) == ("netwerk", False, False)


def test_de_client_wacht_hoogstens_tien_seconden(twilio):
    assert maak_client().http_client.timeout == 10


def test_navragen_vindt_ook_wat_nog_bij_de_provider_wacht(twilio):
    sid = verstuur()
    assert twilio.bericht(sid).verstuurd_op is None
    assert zoek() == sid


def test_navragen_neemt_geen_ander_bericht_voor_het_onze(twilio):
    ander_nummer = verstuur(naar="+31687654321")
    andere_tekst = verstuur(tekst="123456 is uw code")
    al_bekend = verstuur()
    oud = verstuur()
    twilio.bericht(oud).gemaakt_op -= timedelta(minutes=5)
    assert zoek(bekend=[al_bekend]) is None
    assert zoek(tekst="123456 is uw code") == andere_tekst
    assert zoek(naar="+31687654321") == ander_nummer


def test_navragen_werkt_als_de_provider_de_tekst_niet_bewaart(twilio):
    twilio.bewaart_inhoud = False
    assert zoek(sinds=datetime.now(UTC)) is None
    assert verstuur() == zoek()


@pytest.mark.parametrize("storing", [fake.STORING, fake.TE_DRUK])
def test_mislukt_navragen_zegt_niet_dat_er_niets_is(twilio, storing):
    twilio.volgende_lijst.append(storing)
    with pytest.raises(KanaalFout) as fout:
        zoek()
    assert (fout.value.is_definitief, fout.value.is_onzeker) == (False, False)


def test_nummer_en_tekst_komen_nooit_in_het_log(twilio, caplog):
    caplog.set_level(logging.DEBUG)
    verstuur()
    zoek()
    twilio.bij_nummer[NAAR] = fake.ONGELDIG
    with pytest.raises(KanaalFout) as fout:
        verstuur()
    alles = caplog.text + repr(fout.value)
    assert not any(geheim in alles for geheim in ("612345678", "10.20 uur", twilio.token))


def test_zonder_account_gaat_de_sms_naar_de_console(settings, capsys):
    settings.TWILIO_ACCOUNT_SID = settings.TWILIO_AUTH_TOKEN = ""
    bericht_id = uuid4()
    assert verstuur(bericht_id=bericht_id) == f"console-{bericht_id}"
    getoond = capsys.readouterr().out
    assert TEKST in getoond
    assert "612345" not in getoond
    assert zoek() is None
