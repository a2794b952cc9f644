"""The demo city keeps what it promises, at every moment of the ten weeks."""

from collections import defaultdict
from datetime import UTC, date, datetime, time, timedelta

import pytest
from django.db import transaction

from afspraken.demo.laden import demo_laden
from afspraken.demo.roosters import WEKEN
from locaties.models import (
    Contactpersoon,
    Gemeente,
    Inzet,
    Locatie,
    Medewerker,
    Pauze,
    ProductOpLocatie,
)
from locaties.rules.tijdvak import cel_na, cel_van, cellen_van
from locaties.rules.werkdagen import is_feestdag
from toegankelijkheid.models import Bekwaamheid

# Both clock changes, Christmas and New Year, the holidays of spring, and years from now.
BEGINNEN = [date(2026, 9, 21), date(2026, 12, 7), date(2027, 3, 1), date(2031, 4, 7)]


@pytest.fixture(scope="module", params=BEGINNEN, ids=str)
def nu(request):
    """Noon on the day of loading."""
    return datetime.combine(request.param, time(11), UTC)


@pytest.fixture(scope="module")
def stad(nu, django_db_setup, django_db_blocker):
    """The demo city, loaded once for each day of loading; these tests only look at it."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield demo_laden(nu=nu)
        transaction.set_rollback(True)


def open_dagen(locatie: Locatie, nu: datetime):
    """Days on which people can come with an appointment, and the cells of that opening."""
    uren: dict[int, set[int]] = defaultdict(set)
    for tijd in locatie.openingstijden.exclude(soort="inloop"):
        uren[tijd.weekdag] |= set(range(cel_van(tijd.van), cel_na(tijd.tot)))
    dagen = [nu.date() + timedelta(days=n) for n in range(WEKEN * 7)]
    return [(dag, uren[dag.weekday()]) for dag in dagen if uren[dag.weekday()] and not is_feestdag(dag)]


def aanwezig(locatie: Locatie):
    """For each day: who works for appointments, and in which cells they sit at a counter."""
    pauzes: dict[int, set[int]] = defaultdict(set)
    for pauze in Pauze.objects.filter(inzet__locatie=locatie).select_related("inzet"):
        cellen = cellen_van(pauze.begin, pauze.einde, pauze.inzet.datum, locatie.zone)
        pauzes[pauze.inzet_id] |= set(range(*cellen))
    wie: dict[date, list[tuple[int, set[int]]]] = defaultdict(list)
    for inzet in Inzet.objects.filter(locatie=locatie).exclude(soort="inloop"):
        cellen = cellen_van(inzet.begin, inzet.einde, inzet.datum, locatie.zone)
        wie[inzet.datum].append((inzet.medewerker_id, set(range(*cellen)) - pauzes[inzet.pk]))
    return wie


def bekwaam(specialisme: str, dag: date) -> set[int]:
    return set(
        Bekwaamheid.objects.filter(
            specialisme__code=specialisme, geldig_van__lte=dag, geldig_tot__gte=dag
        ).values_list("medewerker_id", flat=True)
    )


def test_er_is_op_elk_moment_op_elk_kantoor_iemand_voor_toegankelijkheid(stad, nu):
    for locatie in Locatie.objects.all():
        wie = aanwezig(locatie)
        for dag, cellen in open_dagen(locatie, nu):
            kan = bekwaam("toegankelijkheid", dag)
            gedekt = set().union(*(bezet for iemand, bezet in wie[dag] if iemand in kan))
            assert cellen <= gedekt, f"{locatie} {dag}: {sorted(cellen - gedekt)}"


@pytest.mark.parametrize("specialisme", ["communicatie", "begrijpelijk"])
def test_er_is_op_elke_openingsdag_iemand_voor_elk_specialisme(stad, nu, specialisme):
    for locatie in Locatie.objects.all():
        wie = aanwezig(locatie)
        for dag, _ in open_dagen(locatie, nu):
            assert bekwaam(specialisme, dag) & {iemand for iemand, _ in wie[dag]}, f"{locatie} {dag}"


def test_elk_product_met_afspraak_heeft_elke_openingsdag_iemand_die_het_kan(stad, nu):
    kan = defaultdict(set)
    for medewerker, product in Medewerker.producten.through.objects.values_list("medewerker", "product"):
        kan[product].add(medewerker)
    for locatie in Locatie.objects.all():
        wie = aanwezig(locatie)
        producten = ProductOpLocatie.objects.filter(locatie=locatie).exclude(vorm="inloop")
        for dag, _ in open_dagen(locatie, nu):
            hier = {iemand for iemand, _ in wie[dag]}
            assert [
                p.product.code for p in producten.select_related("product") if not hier & kan[p.product_id]
            ] == []


def test_op_feestdagen_en_dichte_dagen_werkt_niemand(stad, nu):
    for locatie in Locatie.objects.all():
        mag = {dag for dag, _ in open_dagen(locatie, nu)}
        assert set(Inzet.objects.filter(locatie=locatie).values_list("datum", flat=True)) == mag


def test_niemand_werkt_op_twee_plekken_of_langer_dan_mag(stad):
    dagen = list(Inzet.objects.values_list("medewerker", "datum", "begin", "einde"))
    assert len({(wie, dag) for wie, dag, _, _ in dagen}) == len(dagen)
    assert max(einde - begin for _, _, begin, einde in dagen) <= timedelta(hours=9)


def test_een_lange_dienst_heeft_een_pauze(stad):
    lang = [i for i in Inzet.objects.prefetch_related("pauzes") if i.einde - i.begin > timedelta(hours=5.5)]
    assert lang
    assert all(i.begin < p.begin < p.einde < i.einde for i in lang for p in [i.pauzes.get()])


def test_elk_kantoor_heeft_een_contactpersoon_met_vervanger(stad, nu):
    dag = nu.date()
    dienst = Contactpersoon.objects.filter(van__lte=dag, tot_en_met__gte=dag + timedelta(weeks=WEKEN))
    assert {c.locatie.code for c in dienst if c.vervanger} == {loc.code for loc in Locatie.objects.all()}
    assert all(c.bereikbaar and c.bereikbaar_en for c in dienst)


def test_wanneer_en_hoe_de_gemeente_te_bereiken_is_staat_er_in_twee_talen(stad):
    stad_zelf = Gemeente.objects.get()
    assert stad_zelf.bereikbaar_en == "Monday to Friday, 8:30 to 17:00"
    assert stad_zelf.tekst_voor_doven
    assert stad_zelf.tekst_voor_doven_en


def test_er_zijn_vijftig_medewerkers_met_talen(stad):
    assert stad.geladen.medewerkers == Medewerker.objects.count() == 50
    assert all("nl" in medewerker.talen for medewerker in Medewerker.objects.all())
