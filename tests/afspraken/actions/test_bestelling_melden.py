"""An order that fails is a knelpunt; nothing of it stays when what was agreed is wiped."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

import pytest

from afspraken.actions.afspraak_annuleren import afspraak_annuleren
from afspraken.actions.afstemmingen_vergeten import afstemmingen_vergeten
from afspraken.actions.behoeften_wijzigen import behoeften_wijzigen
from afspraken.actions.bestelling_melden import bestelling_melden
from afspraken.actions.gegevens_opruimen import gegevens_opruimen
from afspraken.actions.knelpunt_oplossen import knelpunt_oplossen
from afspraken.actions.toestemming_intrekken import toestemming_intrekken
from afspraken.models import Afspraak, Gebeurtenis, Knelpunt
from tests.bouwers import NU, Kantoorscene, een_afspraak, een_behoefte
from toegankelijkheid.models import Behoefte, Bestelling

pytestmark = pytest.mark.django_db


def _annuleer(afspraak: Afspraak) -> None:
    afspraak_annuleren(afspraak_id=afspraak.pk, nu=NU, rol="burger")


def _trek_in(afspraak: Afspraak) -> None:
    toestemming_intrekken(afspraak_id=afspraak.pk, nu=NU, rol="burger")


def _kies_niets(afspraak: Afspraak) -> None:
    behoeften_wijzigen(afspraak_id=afspraak.pk, behoeften=(), toestemming=False, nu=NU, rol="burger")


def _een_dag_later(afspraak: Afspraak) -> None:
    afstemmingen_vergeten(nu=afspraak.einde + timedelta(hours=24))


@pytest.fixture
def afspraak(kantoor: Kantoorscene) -> Afspraak:
    """An appointment whose interpreter cannot come, and a planner who wrote how that was solved."""
    een_behoefte("tolk", bestelling=0)
    een_afspraak(kantoor, behoeften=("tolk",))
    bestelling_melden(
        bestelling_id=Bestelling.objects.get().pk, status="niet_beschikbaar", nu=NU, locatie_ids=None
    )
    return Afspraak.objects.get()


@pytest.mark.parametrize("wis", [_annuleer, _trek_in, _kies_niets, _een_dag_later])
@pytest.mark.parametrize("is_opgelost", [False, True])
def test_wat_is_gewist_laat_geen_knelpunt_achter(
    afspraak: Afspraak, wis: Callable[[Afspraak], None], is_opgelost: bool
) -> None:
    if is_opgelost:
        _los_op()

    wis(afspraak)

    assert not Knelpunt.objects.exists()
    assert not Gebeurtenis.objects.filter(soort__startswith="knelpunt").exists()


def test_het_knelpunt_blijft_zolang_er_nog_iets_niet_lukt(kantoor: Kantoorscene) -> None:
    een_behoefte("tolk", bestelling=0)
    een_behoefte("kar", bestelling=0)
    Behoefte.objects.filter(code="kar").update(bestelling_wat="kar")
    een_afspraak(kantoor, behoeften=("tolk", "kar"))
    een, twee = (str(pk) for pk in Bestelling.objects.values_list("pk", flat=True))
    for bestelling, status in ((een, "niet_beschikbaar"), (twee, "niet_beschikbaar"), (een, "bevestigd")):
        bestelling_melden(bestelling_id=UUID(bestelling), status=status, nu=NU, locatie_ids=None)

    assert Knelpunt.objects.get().opgelost_op is None
    bestelling_melden(bestelling_id=UUID(twee), status="bevestigd", nu=NU, locatie_ids=None)
    assert Knelpunt.objects.get().opgelost_op == NU


def test_wat_iemand_over_een_oplossing_typt_staat_niet_in_de_geschiedenis(afspraak: Afspraak) -> None:
    Knelpunt.objects.update(soort="medewerker_afgemeld")

    _los_op()

    assert Gebeurtenis.objects.get(soort="knelpunt.opgelost").reden == ""


def test_getypte_redenen_gaan_met_de_persoon_weg(afspraak: Afspraak) -> None:
    Knelpunt.objects.update(soort="medewerker_afgemeld")
    _los_op()
    afspraak_annuleren(afspraak_id=afspraak.pk, nu=NU, rol="telefonist", reden="kanarie")

    gegevens_opruimen(nu=NU + timedelta(days=8))

    assert not Gebeurtenis.objects.filter(reden__contains="kanarie").exists()
    assert not Knelpunt.objects.filter(oplossing__contains="kanarie").exists()


def _los_op() -> None:
    knelpunt_oplossen(
        knelpunt_id=Knelpunt.objects.get().pk,
        oplossing="de kanarie-tolk komt een andere keer",
        locatie_ids=None,
        nu=NU,
        rol="planner",
        gebruiker_id=None,
    )
