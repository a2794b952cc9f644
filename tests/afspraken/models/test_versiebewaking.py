"""The database raises the versions itself; without that the site does not start."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command
from django.db import connection, models

from afspraken.models import Afspraak
from afspraken.models.versiebewaking import (
    versiebewaking_aanzetten,
    versiebewaking_controleren,
    versiebewaking_uitzetten,
    versiebewaking_voor_migratie,
)
from locaties.models import Inzet, Locatie, Locatiedag, Locatieversie
from tests.bouwers import DINSDAG, Kantoorscene, een_afspraak, een_kantoor

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def kantoor() -> Iterator[Kantoorscene]:
    """An office; whatever the test takes away of the database comes back."""
    yield een_kantoor()
    versiebewaking_aanzetten()


def versie() -> int:
    return Locatieversie.objects.get().versie


def test_elk_kantoor_heeft_vanaf_het_begin_een_versie_die_nergens_anders_begint(
    kantoor: Kantoorscene,
) -> None:
    een_kantoor("escamp")
    assert Locatieversie.objects.count() == Locatie.objects.count()
    assert len(set(Locatieversie.objects.values_list("versie", flat=True))) == Locatie.objects.count()


def test_wie_alleen_een_dag_raakt_laat_het_kantoor_met_rust(kantoor: Kantoorscene) -> None:
    een_afspraak(kantoor)
    voor, dag = versie(), Locatiedag.objects.get().versie
    Inzet.objects.update(soort="afspraak")
    assert versie() == voor
    assert Locatiedag.objects.get().versie > dag


def test_een_dag_zonder_rij_telt_bij_het_kantoor(kantoor: Kantoorscene) -> None:
    voor = versie()
    Inzet.objects.filter(datum=DINSDAG).update(soort="afspraak")
    assert not Locatiedag.objects.exists()
    assert versie() > voor


def test_de_naam_van_een_bezoeker_of_de_taal_verandert_geen_versie(kantoor: Kantoorscene) -> None:
    """Only what free times are made of; else every click would make everybody read anew."""
    een_afspraak(kantoor)
    voor = (versie(), Locatiedag.objects.get().versie)
    Afspraak.objects.update(taal="en", status="aangemeld")
    assert (versie(), Locatiedag.objects.get().versie) == voor


def test_zonder_wordt_niet_gestart_en_migrate_zet_ze_terug(kantoor: Kantoorscene) -> None:
    versiebewaking_controleren()
    voor = versie()
    versiebewaking_uitzetten()
    with pytest.raises(ImproperlyConfigured, match="Version triggers missing"):
        versiebewaking_controleren()
    Inzet.objects.update(soort="afspraak")
    assert versie() == voor

    call_command("migrate", verbosity=0)
    versiebewaking_controleren()
    # What was changed meanwhile, nobody was told: so everybody reads anew.
    assert versie() > voor


def test_een_enkele_die_ontbreekt_valt_op(kantoor: Kantoorscene) -> None:
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SELECT tgname FROM pg_trigger WHERE tgname LIKE 'versie_locaties_pauze_update%'")
        else:
            cursor.execute("SELECT name FROM sqlite_master WHERE name LIKE 'versie_locaties_pauze_update%'")
        ((naam,),) = cursor.fetchall()
        cursor.execute(
            f"DROP TRIGGER {naam}" + (" ON locaties_pauze" if connection.vendor == "postgresql" else "")
        )
    with pytest.raises(ImproperlyConfigured, match="versie_locaties_pauze_update"):
        versiebewaking_controleren()
    versiebewaking_aanzetten()
    versiebewaking_controleren()


def test_er_is_alleen_iets_te_wijken_als_er_iets_te_migreren_is(kantoor: Kantoorscene) -> None:
    versiebewaking_voor_migratie(plan=[])
    versiebewaking_controleren()
    versiebewaking_voor_migratie(plan=["a migration"])
    with pytest.raises(ImproperlyConfigured):
        versiebewaking_controleren()


def herschrijf_tabel() -> None:
    """Do what a migration does to a table that other triggers look into."""
    oud, nieuw = Locatiedag._meta.get_field("versie"), models.BigIntegerField(default=0)
    nieuw.set_attributes_from_name("versie")
    with connection.schema_editor() as editor:
        editor.alter_field(Locatiedag, oud, nieuw)
        editor.alter_field(Locatiedag, nieuw, oud)


def test_een_migratie_kan_een_tabel_met_versies_herschrijven(kantoor: Kantoorscene) -> None:
    versiebewaking_voor_migratie(plan=["a migration"])
    herschrijf_tabel()
    versiebewaking_aanzetten()
    een_afspraak(kantoor)
    assert Locatiedag.objects.get().versie > 1


def test_controle_met_de_triggers_er_nog_op_kan_sqlite_dat_niet(kantoor: Kantoorscene) -> None:
    if connection.vendor == "postgresql":
        herschrijf_tabel()  # there a trigger is no part of the table
        versiebewaking_controleren()
        return
    with pytest.raises(Exception, match="error in trigger versie_"):
        herschrijf_tabel()
