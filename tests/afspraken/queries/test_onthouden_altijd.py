"""Whatever happens in whatever order: what is remembered gives the answer that reading anew gives."""

from __future__ import annotations

import os
import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta
from unittest.mock import patch
from uuid import uuid4

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from afspraken.actions.afspraak_annuleren import afspraak_annuleren
from afspraken.actions.afspraak_verlengen import afspraak_verlengen
from afspraken.actions.afspraak_verzetten import afspraak_verzetten
from afspraken.actions.afspraken_verlopen import afspraken_verlopen
from afspraken.actions.medewerker_afmelden import medewerker_afmelden
from afspraken.models import Aanvraag, Afspraak
from afspraken.queries.aanbod import Aanbod, aanbod_van, kantoren
from afspraken.queries.geheugen import Geheugen
from locaties.models import Balie, Balieuitval, ExtraOpening, Inzet, Medewerker, Pauze, Sluiting
from locaties.rules.weigering import Weigering
from tests.afspraken.queries.test_onthouden import elders
from tests.afspraken.queries.wijzigingen import VRAAG, WOENSDAG, houd_vast
from tests.bouwers import (
    DINSDAG,
    NU,
    Kantoorscene,
    een_afspraak,
    een_bekwaamheid,
    een_inzet,
    een_kantoor,
    een_voorziening,
    op,
)

VOORBEELDEN = 150 if os.environ.get("AFSPRAKEN_DEEL") == "alles" else 12
Daad = Callable[[Kantoorscene, random.Random], object]


def een_tijd(toeval: random.Random) -> str:
    return f"{toeval.randint(9, 11):02}:{toeval.randrange(0, 60, 5):02}"


def staat(scene: Kantoorscene, toeval: random.Random) -> Afspraak:
    """Pick one of its appointments; a new one when there is none."""
    alle = list(Afspraak.objects.filter(locatie=scene.locatie).order_by("aangemaakt_op", "code"))
    return toeval.choice(alle) if alle else Afspraak()


def gooi_om(rijen: type[Balie | Medewerker], pk: int) -> None:
    """Switch on what is off, and off what is on."""
    rij = rijen.objects.get(pk=pk)
    rijen.objects.filter(pk=pk).update(is_actief=not rij.is_actief)


def verleng(scene: Kantoorscene, toeval: random.Random) -> None:
    aanvragen = Aanvraag.objects.filter(afspraak__locatie=scene.locatie, afspraak__status="vastgehouden")
    for aanvraag in aanvragen[:1]:
        afspraak_verlengen(aanvraag_id=aanvraag.pk, nu=NU + timedelta(minutes=10))


def meld_af(scene: Kantoorscene, toeval: random.Random) -> None:
    medewerker_afmelden(
        medewerker_id=toeval.choice(scene.medewerkers).pk,
        van=DINSDAG,
        tot_en_met=DINSDAG,
        reden="afwezig",
        nu=NU,
        gebruiker_id=None,
    )


DADEN: list[Daad] = [
    lambda s, t: een_afspraak(s, om=een_tijd(t), telefoon=f"06 1{t.randrange(10**7):07d}"),
    lambda s, t: een_afspraak(s, om=een_tijd(t), telefoon=f"06 1{t.randrange(10**7):07d}"),
    lambda s, t: houd_vast(s, een_tijd(t)),
    lambda s, t: afspraak_annuleren(afspraak_id=staat(s, t).pk, nu=NU, rol="burger"),
    lambda s, t: afspraak_verzetten(
        afspraak_id=staat(s, t).pk, begin=op(een_tijd(t)), nu=NU, rol="burger", locatie=s.locatie.code
    ),
    verleng,
    meld_af,
    lambda _, t: afspraken_verlopen(nu=NU + timedelta(minutes=t.randint(0, 60))),
    lambda s, t: gooi_om(Balie, t.choice(s.balies).pk),
    lambda s, t: gooi_om(Medewerker, t.choice(s.medewerkers).pk),
    lambda s, t: Balieuitval.objects.create(
        balie=t.choice(s.balies), begin=op(een_tijd(t)), einde=op("13:00")
    ),
    lambda s, _: Balieuitval.objects.filter(balie__in=s.balies).delete(),
    lambda s, t: een_voorziening("verlaagde_balie", t.choice(s.balies)),
    lambda s, t: t.choice(s.balies).voorzieningen.clear(),
    lambda s, _: Sluiting.objects.create(locatie=s.locatie, van=DINSDAG, tot_en_met=DINSDAG, reden="storm"),
    lambda s, _: Sluiting.objects.filter(locatie=s.locatie).delete(),
    lambda s, t: ExtraOpening.objects.create(
        locatie=s.locatie, datum=WOENSDAG, van=een_tijd(t), tot="13:00", soort="beide"
    ),
    lambda s, t: een_inzet(t.choice(s.medewerkers), s.locatie, van=een_tijd(t), tot="13:00", datum=WOENSDAG),
    lambda s, t: Inzet.objects.filter(locatie=s.locatie, datum=WOENSDAG).update(
        vrijgave_op=NU + timedelta(minutes=t.randint(0, 60))
    ),
    lambda s, _: Inzet.objects.filter(locatie=s.locatie, datum=WOENSDAG).delete(),
    lambda s, t: Pauze.objects.create(
        inzet=Inzet.objects.filter(locatie=s.locatie)[0], begin=op(een_tijd(t)), einde=op("12:30")
    ),
    lambda s, t: t.choice(s.medewerkers).producten.set(t.choice([[], [s.product]])),
    lambda s, t: een_bekwaamheid(t.choice(s.medewerkers), f"kan-{t.randrange(10**9)}"),
]


def antwoord(scene: Kantoorscene, nu: datetime) -> tuple[Aanbod, ...]:
    kantoor = kantoren([scene.locatie.code])
    tot = DINSDAG + timedelta(days=9)
    return aanbod_van(kantoor, vraag=VRAAG, van=NU.date(), tot=tot, nu=nu, aanloop_minuten=0)


@contextmanager
def zonder_geheugen() -> Iterator[None]:
    """Read everything anew, and leave what is remembered as it is."""
    with patch.object(Geheugen, "haal", lambda *_: {}), patch.object(Geheugen, "bewaar"):
        yield


def klopt(scene: Kantoorscene, nu: datetime) -> None:
    onthouden = antwoord(scene, nu)
    with zonder_geheugen():
        assert onthouden == antwoord(scene, nu)


def doe(daad: Daad, scene: Kantoorscene, toeval: random.Random, wijze: str) -> None:
    """Do it here, over another connection, or in vain; a refusal is an answer."""

    def poging() -> None:
        with suppress(Weigering, IndexError):
            daad(scene, toeval)

    if wijze == "elders":
        elders(poging)
    elif wijze == "teruggedraaid":
        with suppress(RuntimeError), transaction.atomic():
            poging()
            klopt(scene, NU)
            transaction.set_rollback(True)
    else:
        poging()


@pytest.mark.django_db(transaction=True)
@settings(max_examples=VOORBEELDEN, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    stappen=st.lists(
        st.tuples(
            st.sampled_from(range(len(DADEN))),
            st.sampled_from(["hier", "elders", "teruggedraaid"]),
            st.integers(0, 60),
        ),
        min_size=5,
        max_size=25,
    ),
    zaad=st.integers(0, 10**6),
)
def test_onthouden_is_altijd_wat_vers_gelezen_wordt(stappen: list[tuple[int, str, int]], zaad: int) -> None:
    toeval = random.Random(zaad)
    scene = een_kantoor(f"k{uuid4().hex[:8]}", medewerkers=2, balies=3)
    for nummer, wijze, later in stappen:
        antwoord(scene, NU)
        doe(DADEN[nummer], scene, toeval, wijze)
        klopt(scene, NU + timedelta(minutes=later))
