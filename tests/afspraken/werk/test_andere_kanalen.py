"""E-mail with its calendar file, paper, codes, and the demo without any account."""

from __future__ import annotations

from email.message import Message
from typing import Any

import icalendar
import pytest

from afspraken.actions.afspraak_annuleren import afspraak_annuleren
from afspraken.actions.afspraak_verzetten import afspraak_verzetten
from afspraken.actions.toegangscode_sturen import toegangscode_sturen
from afspraken.kanalen import email as emailkanaal
from afspraken.kanalen.fout import KanaalFout
from afspraken.models import Bericht, Contact
from afspraken.werk.werker import Werker
from tests.afspraken.werk.conftest import Klokje, bericht
from tests.bouwers import Kantoorscene, een_afspraak, een_leeftijdsgroep, op
from tests.nagemaakt.twilio import NagemaakteTwilio

pytestmark = pytest.mark.django_db
MAIL: dict[str, Any] = {"telefoon": "", "email": "m.dewit@example.nl"}


def _agenda(mail: Any) -> tuple[str, Any]:
    bijlage = next(deel for deel in mail.message().walk() if deel.get_content_type() == "text/calendar")
    assert isinstance(bijlage, Message)
    inhoud = bijlage.get_payload(decode=True)
    assert isinstance(inhoud, bytes)
    agenda = icalendar.Calendar.from_ical(inhoud.decode())
    return str(agenda["METHOD"]), next(iter(agenda.walk("VEVENT")))


def test_de_agenda_volgt_de_afspraak_van_maken_tot_afzeggen(
    kantoor: Kantoorscene, werker: Werker, klok: Klokje, postbus: list[Any]
) -> None:
    gemaakt = een_afspraak(kantoor, **MAIL)
    werker.draai_leeg()
    afspraak_verzetten(afspraak_id=gemaakt.afspraak_id, begin=op("11:00"), nu=klok.nu, rol="burger")
    werker.draai_leeg()
    afspraak_annuleren(afspraak_id=gemaakt.afspraak_id, nu=klok.nu, rol="burger")
    werker.draai_leeg()
    agendas = [_agenda(mail) for mail in postbus]
    assert [methode for methode, _ in agendas] == ["REQUEST", "REQUEST", "CANCEL"]
    assert [int(event["SEQUENCE"]) for _, event in agendas] == [0, 1, 2]
    assert len({str(event["UID"]) for _, event in agendas}) == 1
    assert [event["DTSTART"].dt for _, event in agendas] == [op("10:00"), op("11:00"), op("11:00")]


def test_de_mail_zegt_per_persoon_wat_mee_moet(
    kantoor: Kantoorscene, werker: Werker, postbus: list[Any]
) -> None:
    groep = een_leeftijdsgroep(kantoor.product, "0-11", 10, 5)
    groep.neem_mee_extra = ["toestemming van de andere ouder"]
    groep.save()
    from afspraken.rules.aanvraag import Gevraagd  # noqa: PLC0415 - only here

    een_afspraak(kantoor, producten=(Gevraagd(kantoor.product.code, ("0-11", "")),), **MAIL)
    werker.draai_leeg()
    tekst = postbus[0].body
    assert "Kind van 0 tot en met 11 jaar:\n- uw oude pas\n- toestemming van de andere ouder" in tekst
    assert "Persoon 2:\n- uw oude pas" in tekst
    assert "https://afspraken.denhaag.nl/a/" in tekst
    assert "De Wit" not in tekst + postbus[0].subject


def test_een_tweede_poging_per_mail_draagt_hetzelfde_kenmerk(
    kantoor: Kantoorscene,
    werker: Werker,
    klok: Klokje,
    postbus: list[Any],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    een_afspraak(kantoor, **MAIL)
    echt = emailkanaal._verstuur
    keren: list[int] = []

    def wankel(mail: Any) -> None:
        echt(mail)
        keren.append(1)
        if len(keren) == 1:
            raise KanaalFout("netwerk", is_onzeker=True)

    monkeypatch.setattr(emailkanaal, "_verstuur", wankel)
    werker.draai_leeg()
    assert bericht("bevestiging").status == "onzeker"
    klok.verder(seconds=61)
    werker.draai_leeg()
    assert bericht("bevestiging").status == "verstuurd"
    assert len({mail.extra_headers["Message-ID"] for mail in postbus}) == 1
    assert len(postbus) == 2


def test_papier_staat_klaar_om_te_printen_zonder_link(kantoor: Kantoorscene, werker: Werker) -> None:
    een_afspraak(kantoor, telefoon="", kanaal="papier")
    werker.draai_leeg()
    rij = bericht("bevestiging")
    assert rij.status == "verstuurd"
    assert "Wijzigen of afzeggen? Bel 14 070." in rij.tekst
    assert "/a/" not in rij.tekst


def test_een_adres_dat_er_niet_is_staat_als_mislukt(kantoor: Kantoorscene, werker: Werker) -> None:
    een_afspraak(kantoor)
    Contact.objects.update(telefoon="")
    werker.draai_leeg()
    assert (bericht("bevestiging").status, bericht("bevestiging").fout) == ("mislukt", "geen_adres")


@pytest.mark.parametrize("demo", [True, False])
def test_een_code_blijft_na_versturen_niet_staan(
    kantoor: Kantoorscene,
    werker: Werker,
    klok: Klokje,
    twilio: NagemaakteTwilio,
    settings: Any,
    demo: bool,
) -> None:
    settings.DEMO = demo
    een_afspraak(kantoor)
    toegangscode_sturen(contact_id=Contact.objects.get().id, doel="behoeften", nu=klok.nu)
    code = bericht("code").gegevens["verificatiecode"]
    werker.draai_leeg()
    rij = bericht("code")
    assert any(code in sms.tekst for sms in twilio.berichten)
    assert (rij.status, rij.gegevens) == ("verstuurd", {})
    assert (code in rij.tekst) is demo, "only the page of the demo may show it"
    klok.verder(minutes=10)
    werker.draai_leeg()
    assert bericht("code").tekst == ""


def test_de_demo_zonder_account_toont_alles_op_het_scherm(
    kantoor: Kantoorscene, werker: Werker, settings: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    settings.TWILIO_ACCOUNT_SID = settings.EMAIL_HOST = ""
    een_afspraak(kantoor)
    een_afspraak(kantoor, om="11:00", **MAIL)
    werker.draai_leeg()
    assert {b.status for b in Bericht.objects.filter(soort="bevestiging")} == {"verstuurd"}
    scherm = capsys.readouterr().out
    assert "[sms naar +31" in scherm
    assert "[e-mail] Uw afspraak bij Gemeente Den Haag" in scherm
    assert "612345678" not in scherm


def test_een_engels_gesprek_krijgt_engelse_berichten(
    kantoor: Kantoorscene, werker: Werker, postbus: list[Any]
) -> None:
    een_afspraak(kantoor, taal="en", **MAIL)
    werker.draai_leeg()
    assert postbus[0].subject == "Your appointment at Gemeente Den Haag"
