"""The history of an appointment is the same with and without a need: names, roles and data."""

from __future__ import annotations

import ast
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from afspraken.actions.afspraak_annuleren import afspraak_annuleren
from afspraken.actions.afspraak_verzetten import afspraak_verzetten
from afspraken.actions.afstemmingen_vergeten import afstemmingen_vergeten
from afspraken.actions.behoeften_wijzigen import behoeften_wijzigen
from afspraken.actions.bericht_opnieuw import bericht_opnieuw
from afspraken.actions.bestelling_melden import bestelling_melden
from afspraken.actions.gegevens_opruimen import gegevens_opruimen
from afspraken.actions.knelpunt_oplossen import knelpunt_oplossen
from afspraken.actions.link_wisselen import link_wisselen
from afspraken.actions.medewerker_afmelden import medewerker_afmelden
from afspraken.actions.persoon_weghalen import persoon_weghalen
from afspraken.actions.stappen.outbox import sluit_af
from afspraken.actions.toegangscode_controleren import toegangscode_controleren
from afspraken.actions.toegangscode_sturen import toegangscode_sturen
from afspraken.actions.toestemming_intrekken import toestemming_intrekken
from afspraken.models import Afspraak, Bericht, Gebeurtenis, Knelpunt
from afspraken.rules.bezoekstatus import EINDE
from afspraken.web.telefoon.teksten import VOORVALLEN
from tests.architectuur.bestanden import boom, code
from tests.bouwers import (
    DINSDAG,
    NU,
    Kantoorscene,
    een_afspraak,
    een_behoefte,
    een_kantoor,
    een_medewerker,
    een_voorziening,
    op,
)
from toegankelijkheid.models import Bestelling

pytestmark = pytest.mark.django_db
KANARIE = "kanariebehoefte"


@pytest.fixture
def kantoor() -> Kantoorscene:
    scene = een_kantoor(balies=2)
    een_behoefte(KANARIE, extra=5, bestelling=0, balie=[een_voorziening("laag", *scene.balies)])
    een_behoefte("anders", extra=10)
    return scene


def _boek(scene: Kantoorscene, *, hulp: bool, om: str = "10:00") -> Afspraak:
    velden: dict[str, Any] = {"behoeften": (KANARIE,)} if hulp else {}
    return Afspraak.objects.get(code=een_afspraak(scene, om=om, personen=2, **velden).code)


def _verzet(afspraak: Afspraak) -> None:
    afspraak_verzetten(afspraak_id=afspraak.pk, begin=op("11:00"), nu=NU, rol="burger")


def _haal_weg(afspraak: Afspraak) -> None:
    persoon_weghalen(afspraak_id=afspraak.pk, persoon=1, nu=NU, rol="burger")


def _kies_anders(afspraak: Afspraak) -> None:
    behoeften_wijzigen(afspraak_id=afspraak.pk, behoeften=["anders"], toestemming=True, nu=NU, rol="burger")


def _kies_niets(afspraak: Afspraak) -> None:
    behoeften_wijzigen(afspraak_id=afspraak.pk, behoeften=[], toestemming=False, nu=NU, rol="burger")


def _trek_in(afspraak: Afspraak) -> None:
    toestemming_intrekken(afspraak_id=afspraak.pk, nu=NU, rol="burger")


def _vraag_een_code(afspraak: Afspraak) -> None:
    contact_id = afspraak.contacten.get().pk
    toegangscode_sturen(contact_id=contact_id, doel="behoeften", nu=NU)
    bericht = Bericht.objects.get(soort="code")
    cijfers = bericht.gegevens["verificatiecode"]
    toegangscode_controleren(contact_id=contact_id, doel="behoeften", code=cijfers, nu=NU)
    sluit_af(bericht, "mislukt", nu=NU, fout="30003")


def _wissel_de_link(afspraak: Afspraak) -> None:
    link_wisselen(contact_id=afspraak.contacten.get().pk, nu=NU)


def _meld_af(afspraak: Afspraak) -> None:
    medewerker = afspraak.delen.earliest("volgorde").medewerker_id
    assert medewerker
    medewerker_afmelden(
        medewerker_id=medewerker, van=DINSDAG, tot_en_met=DINSDAG, reden="weg", nu=NU, gebruiker_id=None
    )


def _meld_af_en_los_op(afspraak: Afspraak) -> None:
    _meld_af(afspraak)
    knelpunt_oplossen(
        knelpunt_id=Knelpunt.objects.get().pk,
        oplossing=KANARIE,
        locatie_ids=None,
        nu=NU,
        rol="personeel",
        gebruiker_id=None,
    )


def _de_tolk_kan_niet(afspraak: Afspraak) -> None:
    for bestelling in Bestelling.objects.all():
        bestelling_melden(bestelling_id=bestelling.pk, status="niet_beschikbaar", nu=NU, locatie_ids=None)
    for knelpunt in Knelpunt.objects.all():
        knelpunt_oplossen(
            knelpunt_id=knelpunt.pk,
            oplossing=KANARIE,
            locatie_ids=None,
            nu=NU,
            rol="personeel",
            gebruiker_id=None,
        )


def _zeg_af(afspraak: Afspraak) -> None:
    afspraak_annuleren(afspraak_id=afspraak.pk, nu=NU, rol="telefonist", door="gemeente", reden=KANARIE)


def _stuur_opnieuw(afspraak: Afspraak) -> None:
    bericht_opnieuw(afspraak_id=afspraak.pk, nu=NU, gebruiker_id=None)


def _een_bericht_mislukt(afspraak: Afspraak) -> None:
    sluit_af(afspraak.berichten.get(soort="bevestiging"), "mislukt", nu=NU, fout="30003")


def _ruim_op(afspraak: Afspraak) -> None:
    later = afspraak.einde + timedelta(days=30)
    afstemmingen_vergeten(nu=later)
    gegevens_opruimen(nu=later)


Daad = Callable[[Afspraak], None]
WIJZIGEN: list[Daad] = [_verzet, _haal_weg, _kies_anders, _kies_niets]
ALLES: list[Daad] = [
    *WIJZIGEN,
    _vraag_een_code,
    _wissel_de_link,
    _meld_af,
    _meld_af_en_los_op,
    _de_tolk_kan_niet,
    _zeg_af,
    _stuur_opnieuw,
    _een_bericht_mislukt,
    _ruim_op,
]


def _naam(daad: Daad) -> str:
    return daad.__name__.strip("_").replace("_", " ")


def _sporen() -> list[dict[str, Any]]:
    velden = ("soort", "rol", "gebruiker_id", "reden", "gegevens")
    return list(Gebeurtenis.objects.order_by("id").values(*velden))


@pytest.mark.parametrize("daad", ALLES, ids=_naam)
def test_de_geschiedenis_is_met_en_zonder_behoefte_dezelfde(kantoor: Kantoorscene, daad: Daad) -> None:
    sporen = []
    for hulp in (False, True):
        daad(_boek(kantoor, hulp=hulp))
        sporen.append(_sporen())
        Afspraak.objects.all().delete()
        kantoor.medewerkers[0].inzetten.update(afgemeld_op=None)

    assert sporen[0] == sporen[1] != []
    assert KANARIE not in str(sporen)


@pytest.mark.parametrize("daad", [*WIJZIGEN, _trek_in], ids=_naam)
def test_elke_wijziging_laat_dezelfde_regel_achter(kantoor: Kantoorscene, daad: Daad) -> None:
    daad(_boek(kantoor, hulp=True))
    gewijzigd = {"soort": "afspraak.gewijzigd", "rol": "burger", "gebruiker_id": None}
    assert _sporen()[1:] == [gewijzigd | {"reden": "", "gegevens": {}}]


def test_de_volgorde_van_overnemen_zegt_niet_wie_voorgaat(kantoor: Kantoorscene) -> None:
    """Whoever needs something is given a colleague first; the numbers of the events follow the day."""
    zonder, met = _boek(kantoor, hulp=False, om="09:00"), _boek(kantoor, hulp=True, om="11:00")
    een_medewerker(kantoor)
    _meld_af(met)
    overgenomen = Gebeurtenis.objects.filter(soort="afspraak.herplaatst").order_by("id")
    assert list(overgenomen.values_list("afspraak_id", flat=True)) == [zonder.pk, met.pk]


def _soorten(pad: Path) -> set[str]:
    """Names of the events that a module writes; a name made of parts must begin with what it is about."""
    return {
        ast.unparse(aanroep.args[1])
        for aanroep in ast.walk(boom(pad))
        if isinstance(aanroep, ast.Call) and ast.unparse(aanroep.func) in {"noteer", "noteer_bezoek"}
    }


def test_elke_gebeurtenis_heeft_woorden_voor_wie_haar_leest() -> None:
    geschreven = set[str]().union(*(_soorten(pad) for pad in code("actions")))
    uit_delen = {naam for naam in geschreven if naam.startswith("f")}
    assert uit_delen == {"f'bericht.{bericht.status}'", "f'bezoek.{bezoek.status}'"}
    vast = {ast.literal_eval(naam) for naam in geschreven - uit_delen}
    einden = {f"bezoek.{status}" for status in EINDE}
    assert vast | {"bericht.mislukt", "bericht.omgeleid", "bericht.vervallen"} | einden == VOORVALLEN.keys()
