"""Booking a time for which others get another employee or balie: they keep their time, and hear nothing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from random import Random
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from afspraken.actions.afspraak_vasthouden import afspraak_vasthouden
from afspraken.actions.stappen.plaats import kies_plaats, lees_dag, start_van
from afspraken.actions.stappen.weigeringen import TijdBezet
from afspraken.actions.stappen.wissel import schrijf_wissels
from afspraken.models import Afspraak, Afspraakdeel, Bericht, Gebeurtenis
from afspraken.queries.bestaande_vraag import vereisten_bij
from afspraken.queries.dagblokken import dagblokken
from afspraken.queries.vraag import vraag_voor
from afspraken.queries.vrije_tijden import vrije_dagen, vrije_tijden
from afspraken.rules.aanvraag import Gevraagd
from afspraken.rules.blok import Blok, Wissel
from afspraken.rules.plaatsing import Keuze
from afspraken.rules.vraag import Vraag
from locaties.models import Balieuitval, Inzet, Medewerker, Pauze
from tests.bouwers import (
    DINSDAG,
    NU,
    Kantoorscene,
    een_aanvraag,
    een_afspraak,
    een_behoefte,
    een_bekwaamheid,
    een_kantoor,
    een_medewerker,
    een_voorziening,
    op,
)
from toegankelijkheid.models import Afstemming, Specialisme
from toegankelijkheid.queries.behoeften import vereisten_van

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene(db: None) -> Kantoorscene:
    """A specialist at the low balie with an ordinary appointment at 10:00; a colleague came later."""
    scene = een_kantoor(balies=1)
    een_bekwaamheid(scene.medewerkers[0], "communicatie")
    een_voorziening("verlaagde_balie", scene.balies[0])
    een_behoefte("horen", specialisme="communicatie")
    een_behoefte("rolstoel", balie=[een_voorziening("verlaagde_balie")])
    een_afspraak(scene, om="10:00")
    scene.medewerkers.append(een_medewerker(scene))
    scene.balies.append(scene.locatie.balies.create(nummer=2))
    return scene


def _deel(code: str) -> Afspraakdeel:
    return Afspraakdeel.objects.get(afspraak__code=code)


def _vraag(*behoeften: str) -> Vraag:
    return vraag_voor((Gevraagd("paspoort", ("",)),), vereisten_van(codes=behoeften) if behoeften else None)


def _wanden(*behoeften: str) -> list[str]:
    gevonden = vrije_tijden(vraag=_vraag(*behoeften), locatie="loosduinen", datum=DINSDAG, nu=NU)
    return [tijd.wand for tijd in gevonden]


def _wie_en_waar(deel: Afspraakdeel) -> tuple[Medewerker | None, int | None]:
    return deel.medewerker, deel.balie_id


def test_de_collega_neemt_over_en_de_specialist_komt_vrij(scene: Kantoorscene) -> None:
    eerst = Afspraak.objects.get()

    gemaakt = een_afspraak(scene, om="10:00", behoeften=("horen", "rolstoel"), telefoon="06 87654321")

    specialist, collega = scene.medewerkers
    assert _wie_en_waar(_deel(gemaakt.code)) == (specialist, scene.balies[0].pk)
    verschoven = _deel(eerst.code)
    assert _wie_en_waar(verschoven) == (collega, scene.balies[1].pk)
    assert verschoven.inzet == collega.inzetten.get()


def test_wie_wordt_herschikt_houdt_zijn_tijd_en_hoort_niets(scene: Kantoorscene) -> None:
    eerst = Afspraak.objects.values().get()
    berichten = Bericht.objects.count()
    deel = Afspraakdeel.objects.get()

    een_afspraak(scene, om="10:00", behoeften=("horen",), telefoon="06 87654321")

    assert Afspraak.objects.filter(id=eerst["id"]).values().get() == eerst
    na = _deel(eerst["code"])
    assert (na.pk, na.begin, na.einde, na.cel, na.cellen) == (
        deel.pk,
        deel.begin,
        deel.einde,
        deel.cel,
        deel.cellen,
    )
    nieuw = Afspraak.objects.exclude(id=eerst["id"]).get()
    assert Bericht.objects.exclude(afspraak=nieuw).count() == berichten


def test_het_logboek_zegt_dat_het_gebeurde_en_niet_voor_wie(scene: Kantoorscene) -> None:
    eerst = Afspraak.objects.get()
    een_afspraak(scene, om="10:00", behoeften=("horen",), telefoon="06 87654321")
    regel = Gebeurtenis.objects.get(soort="afspraak.herschikt")
    assert (regel.afspraak, regel.rol, regel.op, regel.gegevens) == (eerst, "werker", NU, {})
    assert regel.reden == "ruimte"


def test_zo_n_tijd_wordt_ook_aangeboden(scene: Kantoorscene) -> None:
    assert "10:00" in _wanden("horen")
    assert "10:00" in _wanden("rolstoel")


def _beloof(deel: Afspraakdeel) -> None:
    Afspraakdeel.objects.update(vastgezet=True)


def _kom_aan(deel: Afspraakdeel) -> None:
    Afspraak.objects.update(status="aangemeld")


def _geef_pauze(deel: Afspraakdeel) -> None:
    assert deel.inzet
    Pauze.objects.create(inzet=deel.inzet, begin=op("09:55"), einde=op("10:05"))


def _sluit_balie(deel: Afspraakdeel) -> None:
    assert deel.balie
    Balieuitval.objects.create(balie=deel.balie, begin=op("09:55"), einde=op("10:05"))


def test_een_volle_dag_is_te_kiezen_als_er_voor_een_behoefte_ruimte_te_maken_is(scene: Kantoorscene) -> None:
    """The specialist is busy the whole morning with what the colleague can do."""
    Inzet.objects.update(begin=op("10:00"), einde=op("10:10"))

    def dagen(*behoeften: str) -> list[date]:
        vraag = _vraag(*behoeften)
        tot = DINSDAG + timedelta(days=7)
        return [d.datum for d in vrije_dagen(vraag=vraag, locatie="loosduinen", van=DINSDAG, tot=tot, nu=NU)]

    assert dagen("horen") == [DINSDAG]
    assert _wanden("horen") == ["10:00"]
    Afspraakdeel.objects.update(vastgezet=True)
    assert dagen("horen") == []


@pytest.mark.parametrize("gebeurt", [_beloof, _kom_aan, _geef_pauze, _sluit_balie])
def test_wie_beloofd_is_er_al_is_of_een_knelpunt_heeft_blijft_staan(
    scene: Kantoorscene, gebeurt: Callable[[Afspraakdeel], None]
) -> None:
    deel = Afspraakdeel.objects.get()
    gebeurt(deel)
    assert "10:00" not in _wanden("horen", "rolstoel")
    with pytest.raises(TijdBezet):
        een_afspraak(scene, om="10:00", behoeften=("horen", "rolstoel"), telefoon="06 87654321")
    assert _wie_en_waar(Afspraakdeel.objects.get(pk=deel.pk)) == (deel.medewerker, deel.balie_id)


def test_wie_begonnen_is_blijft_staan(scene: Kantoorscene) -> None:
    blokken = dagblokken(locatie_id=scene.locatie.pk, datum=DINSDAG, nu=op("10:00"))
    assert [blok.is_vast for blok in blokken] == [True]


def test_wat_een_ander_nodig_heeft_blijft_hem_bij(scene: Kantoorscene) -> None:
    """Who stands at 10:00 needs the training as well: the colleague without it does not get them."""
    gemaakt = een_afspraak(scene, om="11:00", behoeften=("horen", "rolstoel"), telefoon="06 87654321")
    assert "11:00" not in _wanden("horen")
    assert "11:00" not in _wanden("rolstoel")
    specialist = scene.medewerkers[0]
    een_afspraak(scene, om="11:00", telefoon="06 11111111")
    assert _wie_en_waar(_deel(gemaakt.code)) == (specialist, scene.balies[0].pk)


def test_wat_een_ander_nodig_heeft_staat_in_gewone_codes_en_niets_wordt_geopend(
    scene: Kantoorscene, monkeypatch: pytest.MonkeyPatch
) -> None:
    gemaakt = een_afspraak(scene, om="11:00", behoeften=("horen", "rolstoel"), telefoon="06 87654321")
    Afstemming.objects.update(verzegeld=b"dicht")  # opening this would raise

    blok = next(b for b in _blokken(scene) if b.afspraak_id == gemaakt.afspraak_id)

    assert blok.specialismen == frozenset({"communicatie"})
    assert blok.voorzieningen == frozenset({"verlaagde_balie"})
    assert blok.heeft_behoefte


def test_van_wie_nog_invult_blijft_alles_zoals_het_is(scene: Kantoorscene) -> None:
    """Their needs are sealed in the draft: a colleague without the training may not take over."""
    aanvraag = een_aanvraag(scene, behoeften=("horen",), telefoon="06 87654321")
    afspraak_vasthouden(aanvraag_id=aanvraag, locatie="loosduinen", begin=op("11:00"), nu=NU)
    assert "11:00" not in _wanden("horen")


def _blokken(scene: Kantoorscene) -> tuple[Blok, ...]:
    return dagblokken(locatie_id=scene.locatie.pk, datum=DINSDAG, nu=NU)


def _geruild(scene: Kantoorscene) -> list[Wissel]:
    """Two at the same time who change places."""
    een_afspraak(scene, om="10:00", telefoon="06 87654321")
    een, twee = _blokken(scene)
    return [
        Wissel(een, Blok(een.afspraak_id, twee.beurten, twee.balie_id)),
        Wissel(twee, Blok(twee.afspraak_id, een.beurten, een.balie_id)),
    ]


def test_twee_kunnen_van_plek_ruilen(scene: Kantoorscene) -> None:
    wissels = _geruild(scene)
    schrijf_wissels(wissels)
    na = {blok.afspraak_id: (blok.beurten, blok.balie_id) for blok in _blokken(scene)}
    assert na == {w.naar.afspraak_id: (w.naar.beurten, w.naar.balie_id) for w in wissels}


def test_ruilen_zonder_eerst_los_te_laten_houdt_de_database_tegen(scene: Kantoorscene) -> None:
    """The negative control: both engines check row by row."""
    wissel = _geruild(scene)[0]
    with pytest.raises(IntegrityError), transaction.atomic():
        Afspraakdeel.objects.filter(afspraak_id=wissel.blok.afspraak_id).update(
            medewerker_id=wissel.werkers[0].medewerker_id, balie_id=wissel.balie_id
        )


def _drukke_dag(zaad: int) -> Kantoorscene:
    toeval = Random(zaad)
    scene = een_kantoor(f"kantoor-{zaad}", medewerkers=3, balies=3, van="09:00", tot="10:00")
    een_bekwaamheid(scene.medewerkers[0], "communicatie")
    een_voorziening("verlaagde_balie", scene.balies[0])
    for nummer in range(9):
        behoeften = toeval.choice([(), (), ("horen",), ("rolstoel",)])
        om = f"09:{5 * toeval.randrange(10):02}"
        try:
            een_afspraak(
                scene,
                om=om,
                behoeften=behoeften,
                telefoon=f"06 1234{zaad:02}{nummer:02}",
                personen=toeval.choice([1, 2]),
            )
        except TijdBezet:
            continue
    return scene


@pytest.mark.parametrize("zaad", [0, 2])
def test_elke_aangeboden_tijd_is_te_boeken_en_daarna_klopt_de_dag(scene: Kantoorscene, zaad: int) -> None:
    druk, herschikt = _drukke_dag(zaad), 0
    for behoeften in ((), ("horen",), ("rolstoel",), ("horen", "rolstoel")):
        vraag = _vraag(*behoeften)
        aangeboden = vrije_tijden(vraag=vraag, locatie=druk.locatie.code, datum=DINSDAG, nu=NU)
        for tijd in aangeboden:
            voor = _beloofd()
            punt = transaction.savepoint()
            een_afspraak(druk, om=tijd.wand, behoeften=behoeften, telefoon="06 55555555")
            assert voor.items() <= _beloofd().items()
            assert _dag_klopt(druk)
            herschikt += Gebeurtenis.objects.filter(soort="afspraak.herschikt").count()
            transaction.savepoint_rollback(punt)
    assert herschikt


def _beloofd() -> dict[int, tuple[Any, ...]]:
    """What citizens know of."""
    velden = ("afspraak_id", "product_id", "begin", "einde", "afspraak__status", "afspraak__volgnummer")
    return {rij[0]: rij[1:] for rij in Afspraakdeel.objects.values_list("pk", *velden)}


def _dag_klopt(scene: Kantoorscene) -> bool:
    """Everybody has an employee and a balie that can; that nobody is used twice, the database guards."""
    for deel in Afspraakdeel.objects.filter(locatie=scene.locatie, is_actief=True).select_related("afspraak"):
        eisen = vereisten_bij(deel.afspraak)
        if deel.medewerker is None or deel.balie is None:
            return False
        kan = set(deel.medewerker.bekwaamheden.values_list("specialisme__code", flat=True))
        heeft = set(deel.balie.voorzieningen.values_list("code", flat=True))
        if not eisen.specialismen <= kan or not eisen.balie <= heeft:
            return False
    return True


def test_wie_kiest_beslist_op_wat_er_nu_staat(scene: Kantoorscene) -> None:
    """Nothing is written while choosing."""
    start = start_van("loosduinen", op("10:00"))
    dag = lees_dag(start, _vraag("horen"), nu=NU, zonder_aanloop=True, zonder_afspraak=None)
    gekozen = kies_plaats(start, _vraag("horen"), dag, nu=NU, zonder_afspraak=None)
    assert [w.blok.afspraak_id for w in gekozen.wissels] == [Afspraak.objects.get().id]
    assert Afspraakdeel.objects.get().medewerker == scene.medewerkers[0]


@pytest.fixture
def beschermd(scene: Kantoorscene) -> Kantoorscene:
    """Only the specialist is there; one appointment in three asks for the training."""
    scene.medewerkers[1].inzetten.all().delete()
    Specialisme.objects.update(aandeel_vraag=0.33)
    return scene


def _wanden_op(nu: datetime, *behoeften: str) -> set[str]:
    gevonden = vrije_tijden(vraag=_vraag(*behoeften), locatie="loosduinen", datum=DINSDAG, nu=nu)
    return {tijd.wand for tijd in gevonden}


EEN_WEEK_EERDER = NU - timedelta(days=7)


def test_een_gewone_vraag_laat_tijd_van_de_specialist_vrij_en_een_behoefte_krijgt_die(
    beschermd: Kantoorscene,
) -> None:
    gewoon = _wanden_op(EEN_WEEK_EERDER)
    met_behoefte = _wanden_op(EEN_WEEK_EERDER, "horen")
    een_afspraak(beschermd, om="09:00", personen=6, telefoon="06 22222222", nu=EEN_WEEK_EERDER)
    een_afspraak(beschermd, om="10:10", personen=6, telefoon="06 33333333", nu=EEN_WEEK_EERDER)
    een_afspraak(beschermd, om="10:45", personen=6, telefoon="06 44444444", nu=EEN_WEEK_EERDER)
    assert gewoon == met_behoefte
    assert _wanden_op(EEN_WEEK_EERDER) < _wanden_op(EEN_WEEK_EERDER, "horen")


def test_wat_beschermd_is_wordt_ook_niet_geboekt(beschermd: Kantoorscene) -> None:
    Specialisme.objects.update(aandeel_vraag=4)  # more than there is time for
    with pytest.raises(TijdBezet):
        een_afspraak(beschermd, om="09:00", telefoon="06 22222222", nu=EEN_WEEK_EERDER)
    een_afspraak(beschermd, om="09:00", behoeften=("horen",), telefoon="06 22222222", nu=EEN_WEEK_EERDER)


def test_wie_er_al_staat_wordt_niets_onthouden(beschermd: Kantoorscene) -> None:
    """Without the need it is an ordinary question, at a time that is kept for others: but it stands there."""
    Specialisme.objects.update(aandeel_vraag=4)  # more than there is time for
    gemaakt = een_afspraak(
        beschermd, om="11:00", behoeften=("horen",), telefoon="06 22222222", nu=EEN_WEEK_EERDER
    )

    def kies(om: str) -> Keuze:
        start = start_van("loosduinen", op(om))
        eigen = gemaakt.afspraak_id
        dag = lees_dag(start, _vraag(), nu=EEN_WEEK_EERDER, zonder_aanloop=True, zonder_afspraak=eigen)
        return kies_plaats(start, _vraag(), dag, nu=EEN_WEEK_EERDER, zonder_afspraak=eigen).keuze

    assert kies("11:00").werkers[0].medewerker_id == beschermd.medewerkers[0].pk
    with pytest.raises(TijdBezet):
        kies("11:20")


def test_op_de_dag_zelf_is_alles_vrij(beschermd: Kantoorscene) -> None:
    Specialisme.objects.update(aandeel_vraag=4)  # more than there is time for
    assert "11:00" not in _wanden_op(EEN_WEEK_EERDER)
    assert "11:00" in _wanden_op(op("08:00"))
