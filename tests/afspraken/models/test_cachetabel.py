"""A bare migrate is enough: the table of the cache too."""

from __future__ import annotations

import pytest
from django.core.cache import cache
from django.db import connection
from django.db.models.signals import post_migrate

from afspraken.apps import AfsprakenConfig
from afspraken.models.cachetabel import cachetabel_maken

pytestmark = pytest.mark.django_db


def test_na_migrate_staat_de_tabel_er_en_nog_een_keer_doet_niets() -> None:
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE cache")

    for _keer in range(2):
        cachetabel_maken()

    cache.set("sleutel", 1)
    assert cache.get("sleutel") == 1


def test_migrate_roept_het_aan() -> None:
    ontvangers = {sleutel[0] for sleutel, *_rest in post_migrate.receivers}
    assert "cachetabel" in ontvangers
    assert AfsprakenConfig.name == "afspraken"
