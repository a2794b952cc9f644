"""A draft comes out of its envelope as it went in."""

from __future__ import annotations

import json
from dataclasses import fields
from datetime import UTC

from hypothesis import given
from hypothesis import strategies as st

from afspraken.rules.aanvraag import Aanvraaggegevens, Gevraagd

TEKST = st.text(max_size=30)
GEVRAAGD = st.builds(Gevraagd, TEKST, st.lists(TEKST, min_size=1, max_size=6).map(tuple))
GEGEVENS = st.builds(
    Aanvraaggegevens,
    taal=st.sampled_from(["nl", "en"]),
    producten=st.lists(GEVRAAGD, max_size=3).map(tuple),
    gebeurtenis_op=st.none() | st.dates(),
    hulp=st.none() | st.booleans(),
    behoeften=st.lists(TEKST, max_size=4).map(tuple),
    toestemming=st.none() | st.booleans(),
    begeleiding=TEKST,
    spreektaal=TEKST,
    locatie=TEKST,
    begin=st.none() | st.datetimes(timezones=st.just(UTC)),
    achternaam=TEKST,
    telefoon=TEKST,
    email=TEKST,
    gedeeld=st.booleans(),
)


@given(GEGEVENS)
def test_heen_en_terug_door_json_verandert_er_niets(gegevens: Aanvraaggegevens) -> None:
    assert Aanvraaggegevens.uit_json(json.loads(json.dumps(gegevens.als_json()))) == gegevens


@given(GEGEVENS)
def test_een_oudere_of_nieuwere_versie_blijft_leesbaar(gegevens: Aanvraaggegevens) -> None:
    waarden = gegevens.als_json()
    del waarden["spreektaal"]
    gelezen = Aanvraaggegevens.uit_json(waarden | {"later_bedacht": 1})
    assert {f.name for f in fields(gelezen) if getattr(gelezen, f.name) != getattr(gegevens, f.name)} <= {
        "spreektaal"
    }


@given(st.lists(GEVRAAGD, max_size=3).map(tuple))
def test_er_komen_zoveel_mensen_als_het_product_met_de_meeste(producten: tuple[Gevraagd, ...]) -> None:
    aantallen = [len(g.groepen) for g in producten]
    assert Aanvraaggegevens(producten=producten).personen == (max(aantallen) if aantallen else 0)
