"""The same form, sent many times at once: a double click, a nervous finger, a proxy that repeats."""

from __future__ import annotations

from uuid import uuid4

import pytest

from tests.gelijktijdig.ploeg import Ploeg
from tests.gelijktijdig.test_een_plek import een_code

pytestmark = pytest.mark.gelijktijdig


@pytest.mark.parametrize("na_minuten", [1, 45], ids=["nog vastgehouden", "te laat, nog vrij"])
def test_twintig_keer_hetzelfde_formulier_is_een_afspraak(ploeg: Ploeg, na_minuten: int) -> None:
    kantoor, formulier = een_code(), str(uuid4())
    ploeg.een("bouw", kantoor=kantoor, plaatsen=2)
    aanvraag = ploeg.een("aanvraag", kantoor=kantoor)
    ploeg.een("houd_vast", aanvraag=aanvraag, kantoor=kantoor, om="10:00")

    gegevens = {"aanvraag": aanvraag, "formulier": formulier, "na_minuten": na_minuten}
    uitkomsten = ploeg.samen([("maak", gegevens)] * 20)

    assert [u.fout or u.weigering for u in uitkomsten if u.fout or u.weigering] == []
    assert {u.uit for u in uitkomsten} == set(ploeg.een("staande", kantoor=kantoor))
    assert len(ploeg.een("van_formulier", formulier=formulier)) == 1
    assert ploeg.een("half") == []


def test_hetzelfde_formulier_uit_twintig_tabbladen_is_een_afspraak(ploeg: Ploeg) -> None:
    """Each tab holds another time; the form is one promise all the same."""
    kantoor, formulier = een_code(), str(uuid4())
    ploeg.een("bouw", kantoor=kantoor, plaatsen=4)
    aanvragen = ploeg.een("aanvragen", kantoor=kantoor, aantal=20)
    tijden = [f"{9 + i // 6:02}:{i % 6 * 10:02}" for i in range(18)] + ["09:00", "10:00"]

    uitkomsten = ploeg.samen(
        [
            ("boek", {"aanvraag": aanvraag, "kantoor": kantoor, "om": om, "formulier": formulier})
            for aanvraag, om in zip(aanvragen, tijden, strict=True)
        ]
    )

    assert [u.fout or u.weigering for u in uitkomsten if u.fout or u.weigering] == []
    assert {u.uit for u in uitkomsten} == set(ploeg.een("van_formulier", formulier=formulier))
    assert len(ploeg.een("staande", kantoor=kantoor)) == 1
    assert ploeg.een("half") == []
