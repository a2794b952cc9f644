"""The two nights on which the clock changes: holds, offers, bookings, reminders and calendar stay right."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from uuid import uuid4

import pytest

from afspraken.actions.afspraak_maken import Gemaakt, afspraak_maken
from afspraken.actions.afspraak_vasthouden import afspraak_vasthouden
from afspraken.actions.afspraken_verlopen import afspraken_verlopen
from afspraken.actions.stappen.weigeringen import TijdNietMogelijk
from afspraken.kanalen.agenda_ics import agenda_ics
from afspraken.models import Afspraak, Bericht
from afspraken.queries.bericht_inhoud import bericht_inhoud
from afspraken.queries.te_versturen import te_versturen
from afspraken.queries.vraag import vraag_voor
from afspraken.queries.vrije_tijden import vrije_tijden
from afspraken.rules.aanvraag import Gevraagd
from locaties.models import ExtraOpening
from tests.bouwers import ZONE, Kantoorscene, een_aanvraag, een_kantoor, op

pytestmark = pytest.mark.django_db
WINTERTIJD, ZOMERTIJD = date(2026, 10, 25), date(2027, 3, 28)
# Half past two comes twice in October, and never in March.
EERSTE, TWEEDE = (datetime(2026, 10, 25, 2, 30, tzinfo=ZONE, fold=f).astimezone(UTC) for f in (0, 1))
IN_MAART = datetime(2027, 3, 28, 1, 30, tzinfo=ZONE).astimezone(UTC)


@pytest.mark.parametrize("nu", [EERSTE, TWEEDE, IN_MAART])
def test_twintig_minuten_zijn_twintig_minuten_in_de_nacht_van_de_klok(nu: datetime) -> None:
    scene = een_kantoor(datum=nu.date() + timedelta(days=2))
    aanvraag, begin = een_aanvraag(scene, nu=nu), op("10:00", nu.date() + timedelta(days=2))
    gehouden = afspraak_vasthouden(aanvraag_id=aanvraag, locatie="loosduinen", begin=begin, nu=nu)

    assert gehouden.tot - nu == timedelta(minutes=20)
    assert afspraken_verlopen(nu=nu + timedelta(minutes=19)) == 0
    assert afspraken_verlopen(nu=nu + timedelta(minutes=20)) == 1


@pytest.mark.parametrize(
    ("nu", "dag", "begin_utc", "herinnering_utc"),
    [
        (EERSTE, date(2026, 10, 26), "2026-10-26T09:40", "2026-10-25T09:40"),
        (TWEEDE, date(2026, 10, 26), "2026-10-26T09:40", "2026-10-25T09:40"),
        (IN_MAART, date(2027, 3, 29), "2027-03-29T08:40", "2027-03-28T08:40"),
        (IN_MAART - timedelta(hours=20), date(2027, 3, 28), "2027-03-28T08:40", "2027-03-27T09:40"),
        (EERSTE - timedelta(hours=20), date(2026, 10, 25), "2026-10-25T09:40", "2026-10-24T08:40"),
    ],
)
def test_geboekt_herinnerd_en_in_de_agenda_op_de_klok_van_het_kantoor(
    nu: datetime, dag: date, begin_utc: str, herinnering_utc: str
) -> None:
    scene = een_kantoor(datum=dag)
    _open_op(scene, dag)
    _boek(scene, dag, nu)

    assert Afspraak.objects.get().begin == _utc(begin_utc)
    assert Bericht.objects.get(soort="herinnering").versturen_na == _utc(herinnering_utc)
    inhoud = bericht_inhoud(bericht_id=Bericht.objects.get(soort="bevestiging").pk, nu=nu)
    assert inhoud
    assert "10:40" in inhoud.tekst or "10.40" in inhoud.tekst
    assert inhoud.agenda
    ics = agenda_ics(
        uid=inhoud.agenda.uid,
        volgnummer=0,
        methode="REQUEST",
        begin=inhoud.agenda.begin,
        einde=inhoud.agenda.einde,
        samenvatting="",
        plaats="",
        omschrijving="",
        link="",
        nu=nu,
        organisator="afspraken@denhaag.nl",
    )
    assert f"DTSTART:{_utc(begin_utc):%Y%m%dT%H%M%SZ}".encode() in ics


def test_een_herinnering_in_het_dubbele_uur_is_een_keer_aan_de_beurt() -> None:
    maandag = date(2026, 10, 26)
    scene = een_kantoor(van="01:00", tot="04:00", datum=maandag)
    _boek(scene, maandag, EERSTE - timedelta(days=2), om="02:30")
    herinnering = Bericht.objects.get(soort="herinnering")
    Bericht.objects.exclude(pk=herinnering.pk).delete()

    assert herinnering.versturen_na == EERSTE
    assert te_versturen(nu=EERSTE - timedelta(minutes=1)) == ()
    assert te_versturen(nu=EERSTE) == (herinnering.pk,)
    Bericht.objects.update(status="verstuurd")
    assert te_versturen(nu=TWEEDE) == ()


@pytest.mark.parametrize("dag", [WINTERTIJD, ZOMERTIJD])
def test_het_uur_dat_er_niet_of_twee_keer_is_wordt_niet_aangeboden(dag: date) -> None:
    scene = een_kantoor(van="01:00", tot="04:00", datum=dag)
    _open_op(scene, dag, van=time(1), tot=time(4))
    nu = op("09:00", dag - timedelta(days=3))
    tijden = vrije_tijden(vraag=vraag_voor((Gevraagd("paspoort"),)), locatie="loosduinen", datum=dag, nu=nu)

    assert {tijd.wand[:2] for tijd in tijden} == {"01", "03"}
    assert len({tijd.begin for tijd in tijden}) == len(tijden)


@pytest.mark.parametrize("begin", [EERSTE, TWEEDE])
def test_half_drie_op_de_dag_van_de_wintertijd_is_niet_te_boeken(begin: datetime) -> None:
    scene = een_kantoor(van="01:00", tot="04:00", datum=WINTERTIJD)
    nu = begin - timedelta(days=3)
    aanvraag = een_aanvraag(scene, nu=nu)

    with pytest.raises(TijdNietMogelijk):
        afspraak_vasthouden(aanvraag_id=aanvraag, locatie="loosduinen", begin=begin, nu=nu)


def _open_op(scene: Kantoorscene, dag: date, *, van: time = time(9), tot: time = time(12)) -> None:
    """Easter 2027 is a holiday: an extra opening overrules it."""
    ExtraOpening.objects.create(locatie=scene.locatie, datum=dag, van=van, tot=tot, soort="afspraak")


def _boek(scene: Kantoorscene, dag: date, nu: datetime, *, om: str = "10:40") -> Gemaakt:
    aanvraag = een_aanvraag(scene, nu=nu, telefoon="", email="iemand@voorbeeld.nl")
    afspraak_vasthouden(aanvraag_id=aanvraag, locatie=scene.locatie.code, begin=op(om, dag), nu=nu)
    return afspraak_maken(aanvraag_id=aanvraag, formulier=uuid4(), nu=nu)


def _utc(tekst: str) -> datetime:
    return datetime.fromisoformat(tekst).replace(tzinfo=UTC)
