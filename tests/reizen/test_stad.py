"""The city under the journeys comes back as it was, but never under a version that was there before."""

from __future__ import annotations

import pytest

from locaties.models import Locatieversie

from .stad import bewaarde_stad


def _versies() -> dict[int, int]:
    return dict(Locatieversie.objects.values_list("locatie_id", "versie"))


@pytest.mark.django_db(transaction=True)
def test_een_stad_die_terugkomt_heeft_versies_die_er_nooit_waren() -> None:
    terug = bewaarde_stad()
    gezien: set[tuple[int, int]] = set()
    for _ in range(3):
        terug()
        versies = _versies()
        assert len(versies) == 8
        assert not gezien & set(versies.items())
        gezien |= set(versies.items())
