"""A full day of the largest office, played through the deeds: nobody is forgotten and the books balance."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, datetime, timedelta
from itertools import pairwise
from uuid import UUID

import pytest
from django.db.models import Count

from afspraken.actions.afstemmingen_vergeten import afstemmingen_vergeten
from afspraken.demo.dag.plan import Gast
from afspraken.demo.dag.voortgang import speelbare_kantoren
from afspraken.demo.laden import demo_laden
from afspraken.models import (
    Afspraak,
    Bezoek,
    Bezoekdeel,
    Gebeurtenis,
    Knelpunt,
    Oproep,
    Overdracht,
    Werkplek,
)
from afspraken.rules.bezoekstatus import EINDE
from locaties.models import Locatie
from tests.afspraken.demo.dag.spelen import speel
from tests.bouwers import DINSDAG, NU
from toegankelijkheid.models import Afstemming, Bestelling, Toestemming

pytestmark = pytest.mark.django_db(transaction=True)
# What each event makes of a visit, as a reader of the books would follow it.
NAAR = {
    "bezoek.aangemeld": "wachtend",
    "bezoek.ingeschreven": "wachtend",
    "bezoek.opgeroepen": "opgeroepen",
    "bezoek.begonnen": "in_behandeling",
    "bezoek.niet_hier": "wachtend",
    "bezoek.doorgegeven": "wachtend",
    "bezoek.extra_tijd": "in_behandeling",
    "bezoek.afgerond": "afgerond",
    "bezoek.weggestuurd": "weggestuurd",
    "bezoek.vertrokken": "vertrokken",
}
MAG_NA = {
    "": {"bezoek.aangemeld", "bezoek.ingeschreven"},
    "wachtend": {"bezoek.opgeroepen", "bezoek.weggestuurd", "bezoek.vertrokken"},
    "opgeroepen": {"bezoek.begonnen", "bezoek.niet_hier"},
    "in_behandeling": {"bezoek.extra_tijd", "bezoek.doorgegeven", "bezoek.afgerond"},
}


def toets_de_dag(belasting: int) -> None:
    demo_laden(nu=NU)
    locatie = Locatie.objects.get(code=speelbare_kantoren()[0][0])
    _, komen = speel(locatie, DINSDAG, belasting=belasting)
    toets_einde(komen)
    toets_ketens()
    toets_oproepen()
    toets_balies()
    toets_cijfers()
    toets_dag_erna(DINSDAG)


def toets_einde(komen: tuple[Gast, ...]) -> None:
    """Who was expected either came or is written down as not; every visit is in an end state."""
    afspraken = {a.formulier: a for a in Afspraak.objects.all()}
    gekomen = {a.formulier for a in afspraken.values() if a.status == Afspraak.Status.AANGEMELD}
    niet = {a.formulier for a in afspraken.values() if a.status == Afspraak.Status.NIET_VERSCHENEN}
    assert gekomen | niet == set(afspraken)
    verwacht = {g.sleutel: g.komt is not None for g in komen if g.sleutel in afspraken}
    assert gekomen == {sleutel for sleutel, komt in verwacht.items() if komt}
    inlopers = {g.sleutel for g in komen if g.wens is None}
    assert set(Bezoek.objects.filter(afspraak=None).values_list("id", flat=True)) == inlopers
    assert Bezoek.objects.count() == len(gekomen) + len(inlopers)
    assert set(Bezoek.objects.values_list("status", flat=True)) <= EINDE
    assert not Werkplek.objects.filter(einde=None).exists()
    assert not Overdracht.objects.exists()


def toets_ketens() -> None:
    """The events of each visit are one chain, each step allowed, that ends where the visit did."""
    keten: dict[UUID, list[str]] = defaultdict(list)
    rijen = Gebeurtenis.objects.filter(bezoek__isnull=False).order_by("op", "id")
    for bezoek_id, soort in rijen.values_list("bezoek_id", "soort"):
        keten[bezoek_id].append(soort)
    for bezoek in Bezoek.objects.all():
        staat = ""
        for soort in keten[bezoek.id]:
            assert soort in MAG_NA[staat], (str(bezoek), keten[bezoek.id])
            staat = NAAR[soort]
        if bezoek.status == Bezoek.Status.NIET_VERSCHENEN:
            assert keten[bezoek.id].count("bezoek.niet_hier") == 3
        else:
            assert staat == bezoek.status, (str(bezoek), keten[bezoek.id])


def toets_oproepen() -> None:
    """As many calls as events of a call; tickets are 1, 2, 3 ... per letter."""
    geteld = dict(Oproep.objects.order_by().values_list("bezoek_id").annotate(Count("id")))
    geroepen = Gebeurtenis.objects.filter(soort="bezoek.opgeroepen").order_by()
    assert geteld == dict(geroepen.values_list("bezoek_id").annotate(Count("id")))
    for letter in "ABC":
        nummers = Bezoek.objects.filter(letter=letter).order_by("nummer").values_list("nummer", flat=True)
        assert list(nummers) == list(range(1, len(nummers) + 1))


def toets_balies() -> None:
    """Nobody sat at two balies at a time, and at no balie two people."""
    for wie in ("medewerker_id", "balie_id"):
        perioden: dict[int, list[tuple[datetime, datetime]]] = defaultdict(list)
        for plek in Werkplek.objects.order_by("begin", "einde"):
            assert plek.einde is not None
            perioden[getattr(plek, wie)].append((plek.begin, plek.einde))
        for rij in perioden.values():
            assert all(eerder[1] <= later[0] for eerder, later in pairwise(rij))


def toets_cijfers() -> None:
    """Waits are whole seconds from arrival, or the appointed time if later, to the first call."""
    for bezoek in Bezoek.objects.exclude(eerst_geroepen_op=None).select_related("afspraak"):
        geroepen = bezoek.eerst_geroepen_op
        assert geroepen is not None
        assert geroepen >= bezoek.vroegste_op
        wacht = max(timedelta(), geroepen - bezoek.wacht_sinds)
        assert wacht == timedelta(seconds=int(wacht.total_seconds()))
        assert bezoek.klaar_op is not None
        assert bezoek.aangekomen_op <= geroepen <= bezoek.klaar_op
    geholpen = Bezoek.objects.filter(status=Bezoek.Status.AFGEROND)
    assert not geholpen.filter(uitkomst="").exists()
    assert not geholpen.filter(begonnen_op=None).exists()
    per_uitkomst = dict(geholpen.order_by().values_list("uitkomst").annotate(Count("id")))
    assert sum(per_uitkomst.values()) == geholpen.count()


def toets_dag_erna(datum: date) -> None:
    """The sweeps leave nothing of what was needed: not a line, not a longer visit, not a way of calling."""
    assert Afstemming.objects.exists()
    morgen = NU + timedelta(days=(datum - NU.date()).days + 2)
    while afstemmingen_vergeten(nu=morgen):
        pass
    for model in (Afstemming, Bestelling, Toestemming):
        assert not model.objects.exists()
    assert not Afspraak.objects.exclude(afstemming_id=None).exists()
    assert not Bezoek.objects.exclude(afstemming_id=None, roepwijze="scherm", balie=None).exists()
    assert not Bezoekdeel.objects.filter(minuten__gt=0).exists()
    assert not Knelpunt.objects.filter(soort="bestelling").exists()


def test_na_een_hele_dag_is_elk_bezoek_afgelopen_en_kloppen_de_boeken() -> None:
    toets_de_dag(30)


@pytest.mark.alles
def test_ook_na_een_dag_die_bijna_te_druk_is() -> None:
    toets_de_dag(95)
