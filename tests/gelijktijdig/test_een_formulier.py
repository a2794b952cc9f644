"""The same form, sent many times at once: a double click, a nervous finger, a proxy that repeats."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import uuid4

import pytest

from tests.gelijktijdig.databank import eigen_databank
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


def test_twintig_keer_klikken_geeft_twintig_keer_dezelfde_pagina(ploeg: Ploeg) -> None:
    kantoor = een_code()
    ploeg.een("bouw", kantoor=kantoor, plaatsen=2)
    getypt = ploeg.een("tot_controle", kantoor=kantoor)

    uitkomsten = ploeg.samen([("verstuur", getypt)] * 20)

    zelfde_pagina(ploeg, kantoor, getypt["formulier"], [u.uit or u.weigering or u.fout for u in uitkomsten])


def zelfde_pagina(ploeg: Ploeg, kantoor: str, formulier: str, paginas: list[str]) -> None:
    """Everybody sees the confirmation of the one appointment that there is."""
    assert len(set(paginas)) == 1, set(paginas)
    assert paginas[0].endswith("/bevestigd/"), paginas[0]
    assert ploeg.een("staande", kantoor=kantoor) == ploeg.een("van_formulier", formulier=formulier)
    assert len(ploeg.een("staande", kantoor=kantoor)) == 1
    assert ploeg.een("half") == []


@pytest.fixture(scope="module")
def ploeg_die_er_twee_verliest(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ploeg]:
    """Twenty-two processes on a database of their own: two of them fall."""
    with eigen_databank(tmp_path_factory.mktemp("formulier")) as url:
        ploeg = Ploeg(22, url)
        yield ploeg
        ploeg.naar_huis()


@pytest.mark.parametrize(
    "val_bij",
    ["actions.afspraak_maken.noteer", "web.site.views.controleren.redirect"],
    ids=["voor het vastleggen", "na het vastleggen"],
)
def test_na_een_val_geeft_twintig_keer_klikken_een_afspraak(
    ploeg_die_er_twee_verliest: Ploeg, val_bij: str
) -> None:
    """The process falls while it makes the appointment, or before it can say so."""
    ploeg, kantoor = ploeg_die_er_twee_verliest, een_code()
    ploeg.een("opruimen")
    ploeg.een("bouw", kantoor=kantoor, plaatsen=2)
    getypt = ploeg.een("tot_controle", kantoor=kantoor)
    slachtoffer = ploeg.kinderen.pop()
    slachtoffer.zeg(("verstuur", {**getypt, "val_bij": val_bij}))
    with pytest.raises(AssertionError, match="is gone"):
        slachtoffer.lees()
    na_val = ploeg.een("van_formulier", formulier=getypt["formulier"])
    assert len(na_val) == (0 if val_bij.startswith("actions") else 1)

    uitkomsten = ploeg.samen([("verstuur", getypt)] * 20)

    zelfde_pagina(ploeg, kantoor, getypt["formulier"], [u.uit or u.weigering or u.fout for u in uitkomsten])
    assert ploeg.een("van_formulier", formulier=getypt["formulier"])[: len(na_val)] == na_val
