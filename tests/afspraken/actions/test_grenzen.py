"""The ceilings of the self-service hold, also for who waits five minutes or presses everywhere at once."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime, timedelta
from importlib import import_module
from threading import Barrier, BrokenBarrierError, Thread
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.apps import apps
from django.db import connection

from afspraken.actions.aanvraag_bijwerken import aanvraag_bijwerken
from afspraken.actions.aanvraag_opnieuw import aanvraag_opnieuw
from afspraken.actions.afspraak_maken import Gemaakt, afspraak_maken
from afspraken.actions.afspraak_vasthouden import afspraak_vasthouden
from afspraken.actions.gegevens_opruimen import gegevens_opruimen
from afspraken.actions.stappen import gebeurtenis
from afspraken.actions.stappen.contact import GegevensOntbreken, adressleutel
from afspraken.actions.stappen.grenzen import (
    TeDruk,
    TeVeelAfspraken,
    TeVeelVastgehouden,
    afzender_van,
    tel_boeking,
)
from afspraken.models import Aanvraag, Adresteller, Afspraak, Contact
from locaties.models import Locatie, Product
from tests.bouwers import NU, Kantoorscene, een_aanvraag, een_afspraak, een_kantoor, op

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def laag_plafond(settings: Any) -> None:
    settings.MAX_BOEKINGEN_PER_ADRES_PER_UUR = 3


@pytest.fixture
def kantoor() -> Kantoorscene:
    return een_kantoor()


def _houd_vast(adres: str, om: str, *, nu: datetime = NU, herkomst: str = "site") -> UUID:
    aanvraag = een_aanvraag(Kantoorscene(Locatie.objects.get(), Product.objects.get()))
    afspraak_vasthouden(
        aanvraag_id=aanvraag,
        locatie="loosduinen",
        begin=op(om),
        nu=nu,
        herkomst=herkomst,
        afzender_ip=adres,
    )
    return aanvraag


def _houd_drie_tijden_vast(settings: Any, adres: str = "192.0.2.1") -> list[UUID]:
    """Hold as much as one address may."""
    settings.MAX_VASTGEHOUDEN_PER_ADRES = 3
    een_kantoor()
    return [_houd_vast(adres, om) for om in ("09:00", "09:20", "09:40")]


def test_een_adres_houdt_niet_meer_tijden_tegelijk_vast_dan_het_plafond(settings: Any) -> None:
    _houd_drie_tijden_vast(settings)

    with pytest.raises(TeVeelVastgehouden):
        _houd_vast("192.0.2.1", "10:00")
    assert Afspraak.objects.count() == 3
    _houd_vast("192.0.2.2", "10:00")


def test_een_andere_tijd_kiezen_telt_niet_erbij(settings: Any) -> None:
    aanvragen = _houd_drie_tijden_vast(settings)

    for om in ("10:00", "10:20"):
        afspraak_vasthouden(
            aanvraag_id=aanvragen[0], locatie="loosduinen", begin=op(om), nu=NU, afzender_ip="192.0.2.1"
        )
    assert Afspraak.objects.filter(status="vastgehouden").count() == 3


@pytest.mark.parametrize("hoe", ["afspraak gemaakt", "opnieuw begonnen", "tijd verlopen"])
def test_wat_niet_meer_wordt_vastgehouden_geeft_weer_ruimte(settings: Any, hoe: str) -> None:
    aanvraag, nu = _houd_drie_tijden_vast(settings)[0], NU
    if hoe == "afspraak gemaakt":
        afspraak_maken(aanvraag_id=aanvraag, formulier=uuid4(), nu=NU)
    elif hoe == "opnieuw begonnen":
        aanvraag_opnieuw(aanvraag_id=aanvraag, nu=NU)
    else:
        nu = NU + timedelta(minutes=20)

    _houd_vast("192.0.2.1", "10:00", nu=nu)


def test_wie_geweigerd_wordt_houdt_wat_hij_had(settings: Any) -> None:
    aanvraag = _houd_drie_tijden_vast(settings)[0]
    settings.MAX_VASTGEHOUDEN_PER_ADRES = 2

    with pytest.raises(TeVeelVastgehouden):
        afspraak_vasthouden(
            aanvraag_id=aanvraag, locatie="loosduinen", begin=op("10:00"), nu=NU, afzender_ip="192.0.2.1"
        )
    afspraak = Aanvraag.objects.get(id=aanvraag).afspraak
    assert afspraak is not None
    assert (afspraak.status, afspraak.begin) == ("vastgehouden", op("09:00"))


def test_de_telefonist_heeft_geen_plafond(settings: Any) -> None:
    _houd_drie_tijden_vast(settings)

    _houd_vast("192.0.2.1", "10:00", herkomst="telefoon")

    assert Afspraak.objects.filter(status="vastgehouden").count() == 4


@pytest.mark.parametrize(
    ("adressen", "samen"),
    [
        (("2001:db8:1:2::1", "2001:db8:1:2:ffff::9"), True),
        (("2001:db8:1:2::1", "2001:db8:1:3::1"), False),
        (("::ffff:192.0.2.1", "192.0.2.1"), True),
        (("::ffff:192.0.2.1", "::ffff:192.0.2.2"), False),
        (("geen adres", "geen adres"), True),
    ],
)
def test_wie_een_aansluiting_deelt_is_een_afzender(adressen: tuple[str, str], samen: bool) -> None:
    assert len({afzender_van(adres) for adres in adressen}) == (1 if samen else 2)


def test_van_het_adres_zelf_blijft_niets_leesbaar(settings: Any) -> None:
    _houd_drie_tijden_vast(settings, "198.51.100.77")

    sleutel = Aanvraag.objects.values_list("afzender", flat=True).distinct().get()
    assert len(sleutel) == 64
    settings.ADRES_SLEUTEL = "een andere sleutel"
    assert afzender_van("198.51.100.77") != sleutel
    assert afzender_van("") == ""


def _boek(adres: str, keer: int, *, nu: datetime = NU) -> None:
    for _ in range(keer):
        tel_boeking(adres, nu=nu)


def test_het_plafond_per_adres_geldt_het_hele_uur() -> None:
    _boek("192.0.2.1", 3)

    with pytest.raises(TeDruk):
        _boek("192.0.2.1", 1, nu=NU + timedelta(minutes=59))
    _boek("192.0.2.2", 1)
    _boek("192.0.2.1", 3, nu=NU + timedelta(hours=1))


def test_een_abonnee_met_veel_ipv6_adressen_telt_een_keer() -> None:
    for laatste in ("1", "2", "3"):
        _boek(f"2001:db8:1:2::{laatste}", 1)

    with pytest.raises(TeDruk):
        _boek("2001:db8:1:2:ffff::9", 1)
    _boek("2001:db8:1:3::1", 1)


def test_alleen_een_gemaakte_afspraak_op_de_site_telt(kantoor: Kantoorscene) -> None:
    aanvraag = _houd_vast("192.0.2.1", "10:00")
    aanvraag_bijwerken(aanvraag_id=aanvraag, nu=NU, achternaam="")
    with pytest.raises(GegevensOntbreken):
        _maak(aanvraag)
    een_afspraak(kantoor, om="11:00", herkomst="telefoon")
    assert not Adresteller.objects.exists()

    aanvraag_bijwerken(aanvraag_id=aanvraag, nu=NU, achternaam="De Wit")
    formulier = uuid4()
    assert _maak(aanvraag, formulier) == _maak(aanvraag, formulier)
    assert Adresteller.objects.get().aantal == 1


def test_boven_het_plafond_wordt_niets_gemaakt(kantoor: Kantoorscene) -> None:
    _boek("192.0.2.1", 3)

    with pytest.raises(TeDruk):
        _maak(_houd_vast("192.0.2.1", "10:00"))
    assert (Afspraak.objects.get().status, Adresteller.objects.get().aantal) == ("vastgehouden", 3)


def test_tellers_van_twee_uren_zijn_niet_aan_elkaar_te_knopen_en_gaan_weg() -> None:
    _boek("192.0.2.1", 1)
    _boek("192.0.2.1", 1, nu=NU + timedelta(hours=1))

    sleutels = set(Adresteller.objects.values_list("sleutel", flat=True))
    assert (len(sleutels), {len(sleutel) for sleutel in sleutels}) == (2, {64})
    gegevens_opruimen(nu=NU + timedelta(hours=2) - timedelta(seconds=1))
    assert Adresteller.objects.count() == 2
    gegevens_opruimen(nu=NU + timedelta(hours=2))
    assert Adresteller.objects.get().uur == NU + timedelta(hours=1)


def _maak(aanvraag: UUID, formulier: UUID | None = None) -> Gemaakt:
    return afspraak_maken(
        aanvraag_id=aanvraag, formulier=formulier or uuid4(), nu=NU, afzender_ip="192.0.2.1"
    )


NUMMER, MAIL = "06 12345678", "de.wit@voorbeeld.nl"


def _boek_als(kantoor: Kantoorscene, om: str, telefoon: str, email: str, kanaal: str, **velden: Any) -> None:
    een_afspraak(
        kantoor,
        om=om,
        **{"herkomst": "site", "telefoon": telefoon, "email": email, "kanaal": kanaal} | velden,
    )


@pytest.mark.parametrize(
    ("telefoon", "email", "kanaal"),
    [
        ("070 353 3000", MAIL, "email"),
        ("06 87654321", MAIL.upper(), "email"),
        ("", MAIL, "email"),
        (NUMMER, "ander@voorbeeld.nl", "sms"),
        (NUMMER, "ander@voorbeeld.nl", "email"),
        ("+31 6 1234 5678", "", "sms"),
    ],
)
def test_een_ander_adres_ernaast_geeft_geen_derde_afspraak(
    kantoor: Kantoorscene, telefoon: str, email: str, kanaal: str
) -> None:
    for om, gekozen in (("09:00", "sms"), ("09:20", "email")):
        _boek_als(kantoor, om, NUMMER, MAIL, gekozen)

    with pytest.raises(TeVeelAfspraken):
        _boek_als(kantoor, "10:00", telefoon, email, kanaal)


def test_een_op_elk_van_twee_adressen_is_nog_niet_vol(kantoor: Kantoorscene) -> None:
    _boek_als(kantoor, "09:00", NUMMER, "", "sms")
    _boek_als(kantoor, "09:20", "", MAIL, "email")

    _boek_als(kantoor, "10:00", NUMMER, MAIL, "sms")

    with pytest.raises(TeVeelAfspraken):
        _boek_als(kantoor, "10:20", "", MAIL, "email")


def test_een_voorlopige_afspraak_die_is_verlopen_telt_niet_meer(settings: Any, kantoor: Kantoorscene) -> None:
    settings.BEVESTIGEN_MET_CODE = True
    for om in ("09:00", "09:20"):
        _boek_als(kantoor, om, NUMMER, "", "sms")
    einden = Afspraak.objects.filter(status="voorlopig").values_list("vastgehouden_tot", flat=True)
    over = max(filter(None, einden))
    aanvraag = _houd_vast("192.0.2.1", "10:00", nu=over - timedelta(seconds=1))

    def maak(nu: datetime) -> None:
        afspraak_maken(aanvraag_id=aanvraag, formulier=uuid4(), nu=nu, herkomst="site")

    with pytest.raises(TeVeelAfspraken):
        maak(over - timedelta(seconds=1))
    # The sweep that writes them off may come later.
    maak(over)
    assert Afspraak.objects.filter(status="voorlopig").count() == 3


def test_een_gedeeld_nummer_maakt_een_eigen_mailadres_niet_grenzeloos(kantoor: Kantoorscene) -> None:
    _boek_als(kantoor, "09:00", NUMMER, "", "sms", herkomst="telefoon", gedeeld=True)
    for om in ("09:20", "09:40"):
        _boek_als(kantoor, om, NUMMER, MAIL, "email")

    with pytest.raises(TeVeelAfspraken):
        _boek_als(kantoor, "10:00", NUMMER, MAIL, "email")
    _boek_als(kantoor, "10:20", NUMMER, "ander@voorbeeld.nl", "email")


def test_van_nummer_en_mailadres_blijft_alleen_een_sleutel_over(kantoor: Kantoorscene) -> None:
    _boek_als(kantoor, "09:00", NUMMER, MAIL, "email")
    contact = Contact.objects.get()
    assert contact.telefoonsleutel == adressleutel("+31612345678") != contact.emailsleutel
    assert contact.emailsleutel == adressleutel(MAIL)

    gegevens_opruimen(nu=op("09:10") + timedelta(days=8))

    contact.refresh_from_db()
    assert (contact.telefoonsleutel, contact.emailsleutel) == ("", "")


def test_de_migratie_geeft_wie_al_een_afspraak_heeft_dezelfde_sleutels(kantoor: Kantoorscene) -> None:
    for om, telefoon, email in (("09:00", NUMMER, MAIL), ("09:20", "", MAIL), ("09:40", NUMMER, "")):
        _boek_als(kantoor, om, telefoon, email, "email" if email else "sms", herkomst="telefoon")
    wil = sorted(Contact.objects.values_list("telefoonsleutel", "emailsleutel"))
    Contact.objects.update(telefoonsleutel="zoals het was", emailsleutel="")

    migratie = import_module("afspraken.migrations.0005_sleutel_per_adres")
    migratie.sleutels_maken(apps, None)

    assert sorted(Contact.objects.values_list("telefoonsleutel", "emailsleutel")) == wil
    assert len({sleutel for rij in wil for sleutel in rij}) == 3


@pytest.mark.postgresql
def test_tegelijk_boeken_op_twee_kantoren_geeft_geen_derde_afspraak(monkeypatch: pytest.MonkeyPatch) -> None:
    kantoren = [een_kantoor(code) for code in ("loosduinen", "segbroek")]
    een_afspraak(kantoren[0], om="09:00", herkomst="site")
    samen, geweigerd = Barrier(2), []
    noteer = gebeurtenis.noteer

    def wacht_op_de_ander(*args: Any, **velden: Any) -> None:
        with suppress(BrokenBarrierError):
            samen.wait(1)
        noteer(*args, **velden)

    monkeypatch.setattr("afspraken.actions.afspraak_maken.noteer", wacht_op_de_ander)

    def boek(kantoor: Any) -> None:
        try:
            een_afspraak(kantoor, om="11:00", herkomst="site")
        except TeVeelAfspraken as fout:
            geweigerd.append(fout)
        finally:
            connection.close()

    draden = [Thread(target=boek, args=[kantoor]) for kantoor in kantoren]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join()

    assert (Afspraak.objects.filter(status="bevestigd").count(), len(geweigerd)) == (2, 1)
