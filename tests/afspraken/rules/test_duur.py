"""Minutes per person and product."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afspraken.rules.duur import Groepduur, delen_van
from afspraken.rules.vraag import Vraag
from toegankelijkheid.rules.vereisten import Vereisten

GROEPEN = st.sampled_from(["", "0-11", "12-17", "18+", "onbekend"])
DUREN = st.fixed_dictionaries(
    {
        groep: st.builds(Groepduur, st.integers(5, 60), st.integers(0, 30))
        for groep in ("", "0-11", "12-17", "18+")
    }
)


@given(st.lists(GROEPEN, min_size=1, max_size=8), DUREN)
def test_de_langste_groep_telt_helemaal_en_de_anderen_hun_extra(
    groepen: list[str], duren: dict[str, Groepduur]
) -> None:
    delen = delen_van(7, groepen, duren)

    rij = [duren.get(groep, duren[""]) for groep in groepen]
    langste = max(duur.minuten for duur in rij)
    mogelijk = {
        langste + sum(d.extra for j, d in enumerate(rij) if j != i)
        for i, duur in enumerate(rij)
        if duur.minuten == langste
    }
    assert sum(deel.minuten for deel in delen) in mogelijk
    assert [(deel.product_id, deel.persoon, deel.groep) for deel in delen] == [
        (7, i, groep) for i, groep in enumerate(groepen)
    ]


@pytest.mark.parametrize(
    ("groepen", "minuten"),
    [
        ([""], [10]),
        (["", "", ""], [10, 5, 5]),
        (["18+", "0-11"], [5, 20]),
        (["0-11", "0-11"], [20, 15]),
    ],
)
def test_voorbeelden(groepen: list[str], minuten: list[int]) -> None:
    duren = {"": Groepduur(10, 5), "0-11": Groepduur(20, 15), "18+": Groepduur(10, 5)}
    assert [deel.minuten for deel in delen_van(1, groepen, duren)] == minuten


@given(st.lists(st.integers(1, 4), min_size=1, max_size=3), st.integers(0, 25))
def test_extra_tijd_voor_hulp_telt_een_keer(personen: list[int], extra: int) -> None:
    duur = {"": Groepduur(10, 5)}
    delen = tuple(deel for i, n in enumerate(personen) for deel in delen_van(i, [""] * n, duur))
    vereisten = Vereisten(frozenset(), frozenset(), frozenset(), extra, "scherm", ())
    zonder, met = Vraag(delen), Vraag(delen, vereisten)

    assert met.cellen == sum(met.cellen_per_deel()) == zonder.cellen + -(-extra // 5)
    assert zonder.cellen * 5 == sum(deel.minuten for deel in delen)
