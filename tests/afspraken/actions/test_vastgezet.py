"""Who was promised stays promised while time and employee stay; another time promises nothing."""

from __future__ import annotations

from uuid import UUID

import pytest

from afspraken.actions.afspraak_verzetten import afspraak_verzetten
from afspraken.actions.behoeften_wijzigen import behoeften_wijzigen
from afspraken.actions.persoon_weghalen import persoon_weghalen
from afspraken.actions.toestemming_intrekken import toestemming_intrekken
from afspraken.models import Afspraakdeel
from locaties.models import Inzet
from tests.bouwers import NU, Kantoorscene, een_afspraak, een_behoefte, een_kantoor, een_medewerker, op

pytestmark = pytest.mark.django_db


def _vastgezet(scene: Kantoorscene, *, personen: int = 1, behoeften: tuple[str, ...] = ()) -> UUID:
    gemaakt = een_afspraak(scene, om="10:00", personen=personen, behoeften=behoeften)
    Afspraakdeel.objects.update(vastgezet=True)
    return gemaakt.afspraak_id


def _vast() -> list[bool]:
    return list(Afspraakdeel.objects.order_by("volgorde").values_list("vastgezet", flat=True))


def _wijzig(afspraak_id: UUID, *behoeften: str) -> None:
    behoeften_wijzigen(afspraak_id=afspraak_id, behoeften=behoeften, toestemming=True, nu=NU, rol="burger")


def test_wie_niet_vastgezet_was_wordt_het_ook_niet(kantoor: Kantoorscene) -> None:
    een_behoefte("meer_tijd", extra=10)
    gemaakt = een_afspraak(kantoor)
    _wijzig(gemaakt.afspraak_id, "meer_tijd")
    assert _vast() == [False]


def test_andere_hulp_op_dezelfde_tijd_bij_dezelfde_medewerker_blijft_vastgezet(kantoor: Kantoorscene) -> None:
    een_behoefte("meer_tijd", extra=10)
    _wijzig(_vastgezet(kantoor, personen=2), "meer_tijd")
    assert _vast() == [True, True]


def test_intrekken_op_dezelfde_tijd_bij_dezelfde_medewerker_blijft_vastgezet(kantoor: Kantoorscene) -> None:
    een_behoefte("meer_tijd", extra=10)
    afspraak_id = _vastgezet(kantoor, behoeften=("meer_tijd",))
    toestemming_intrekken(afspraak_id=afspraak_id, nu=NU, rol="burger")
    assert _vast() == [True]


def test_een_andere_medewerker_op_dezelfde_tijd_is_niet_beloofd(kantoor: Kantoorscene) -> None:
    een_behoefte("meer_tijd", extra=10)
    afspraak_id = _vastgezet(kantoor)
    Inzet.objects.update(afgemeld_op=NU)
    collega = een_medewerker(kantoor)
    _wijzig(afspraak_id, "meer_tijd")
    deel = Afspraakdeel.objects.get()
    assert (deel.medewerker, deel.vastgezet) == (collega, False)


def test_op_een_andere_tijd_is_niemand_beloofd(kantoor: Kantoorscene) -> None:
    afspraak_id = _vastgezet(kantoor)
    afspraak_verzetten(afspraak_id=afspraak_id, begin=op("11:00"), nu=NU, rol="burger")
    assert _vast() == [False]


def test_op_dezelfde_tijd_bij_een_ander_kantoor_is_niemand_beloofd(kantoor: Kantoorscene) -> None:
    ander = een_kantoor("segbroek")
    afspraak_id = _vastgezet(kantoor)
    afspraak_verzetten(
        afspraak_id=afspraak_id, begin=op("10:00"), locatie=ander.locatie.code, nu=NU, rol="burger"
    )
    assert _vast() == [False]


def test_als_een_persoon_niet_komt_blijft_de_rest_vastgezet(kantoor: Kantoorscene) -> None:
    afspraak_id = _vastgezet(kantoor, personen=3)
    persoon_weghalen(afspraak_id=afspraak_id, persoon=0, nu=NU, rol="burger")
    assert _vast() == [True, True]
