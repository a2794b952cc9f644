"""Who is called next, and why."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from afspraken.rules.volgorde import Keuze, Reden, Uitleg, Voorbij, houdt_vrij, verdeel, volgende
from afspraken.rules.wachtrij import Plaats, Verwacht, Wachtende

from .wachtrijbouwers import bezet, inloper, met_afspraak, om, plaats, verwacht

TOLK = frozenset({"communicatie"})
LAAG = frozenset({"verlaagde_balie"})


def _roept(
    plek: Plaats,
    wie: Sequence[Wachtende],
    *,
    om_: str = "10:15",
    met: Sequence[Plaats] = (),
    straks: Sequence[Verwacht] = (),
) -> Keuze | None:
    return volgende(wie, [plek, *met], plek, straks, om(om_))


def _nummer(keuze: Keuze | None) -> int | None:
    return None if keuze is None else keuze.wachtende_id.int % 1000


@pytest.mark.parametrize(
    ("wie", "nummer"),
    [
        pytest.param([], None, id="niemand"),
        pytest.param([inloper(2, sinds="10:02"), inloper(1, sinds="10:01")], 1, id="op aankomst"),
        pytest.param([inloper(2, sinds="10:01"), inloper(1, sinds="10:01")], 1, id="gelijk: op nummer"),
        # Walk-in of 10:00 is promised 10:15, the appointment of 10:15 is promised 10:20.
        pytest.param([met_afspraak(3, op="10:15"), inloper(1, sinds="10:00")], 1, id="inloop eerder beloofd"),
        pytest.param(
            [met_afspraak(3, op="10:15"), inloper(1, sinds="10:06")], 3, id="afspraak eerder beloofd"
        ),
        pytest.param([met_afspraak(3, op="10:26")], None, id="niemand meer dan tien minuten te vroeg"),
        pytest.param([met_afspraak(3, op="10:25")], 3, id="tien minuten te vroeg mag"),
        pytest.param(
            [met_afspraak(3, op="10:18"), met_afspraak(4, op="10:20", specialismen=TOLK)],
            4,
            id="met specialisme is de afgesproken tijd het uiterste",
        ),
    ],
)
def test_wie_het_eerst_beloofd_is_gaat_eerst(wie: Sequence[Wachtende], nummer: int | None) -> None:
    assert _nummer(_roept(plaats(1, specialismen=TOLK), wie)) == nummer


@pytest.mark.parametrize(
    ("vraag", "past"),
    [
        ({"product_ids": frozenset({1, 2})}, True),
        ({"product_ids": frozenset({1, 9})}, False),
        ({"specialismen": TOLK}, True),
        ({"specialismen": TOLK | {"gebaren"}}, False),
        ({"voorzieningen": LAAG}, True),
        ({"voorzieningen": LAAG | {"ringleiding"}}, False),
        ({"voor_medewerker": 1}, True),
        ({"voor_medewerker": 2}, False),
    ],
)
def test_alles_wat_nodig_is_moet_er_zijn(vraag: dict[str, Any], past: bool) -> None:
    hier = plaats(1, specialismen=TOLK, voorzieningen=LAAG)
    assert (_roept(hier, [inloper(1, sinds="10:00", **vraag)]) is not None) is past


def test_een_andere_balie_dan_de_beloofde_mag_ook_als_die_bezet_is() -> None:
    wie = [met_afspraak(1, op="10:15", balie_id=2)]
    keuze = _roept(plaats(1), wie, met=[bezet(2, tot="10:40")])
    assert keuze is not None
    assert keuze.uitleg == Uitleg(Reden.AFSPRAAK, om("10:15"))


def test_wie_hier_beloofd_is_wordt_hier_geroepen() -> None:
    wie = [met_afspraak(1, op="10:15"), met_afspraak(2, op="10:15", balie_id=7)]
    keuze = _roept(plaats(7), wie)
    assert keuze is not None
    assert _nummer(keuze) == 2
    assert keuze.uitleg == Uitleg(Reden.HIER_BELOOFD, om("10:15"))


def test_bij_gelijke_belofte_gaat_voor_wiens_taal_hier_gesproken_wordt() -> None:
    wie = [met_afspraak(1, op="10:15", spreektaal="pl"), met_afspraak(2, op="10:15", spreektaal="ar")]
    assert _nummer(_roept(plaats(1, talen=frozenset({"nl", "ar"})), wie)) == 2
    assert _nummer(_roept(plaats(1, talen=frozenset({"nl"})), wie)) == 1


def test_wie_wacht_op_een_medewerker_leest_dat_zo() -> None:
    keuze = _roept(plaats(1), [inloper(1, sinds="10:00", voor_medewerker=1)])
    assert keuze is not None
    assert keuze.uitleg == Uitleg(Reden.VOOR_MEDEWERKER)


def test_de_uitleg_noemt_de_afspraak_en_de_scholing_en_geen_voorziening() -> None:
    wie = [met_afspraak(1, op="10:20", specialismen=TOLK, voorzieningen=LAAG)]
    keuze = _roept(plaats(1, specialismen=TOLK, voorzieningen=LAAG), wie)
    assert keuze is not None
    assert keuze.uitleg == Uitleg(Reden.AFSPRAAK, om("10:20"), ("communicatie",))


# ---- look-ahead

ZELDZAAM = [
    pytest.param({"specialismen": TOLK}, id="enige met de scholing"),
    pytest.param({"voorzieningen": LAAG}, id="enige verlaagde balie"),
]


@pytest.mark.parametrize("eis", ZELDZAAM)
def test_de_enige_die_straks_nodig_is_begint_niet_aan_een_gewone_vraag(eis: dict[str, Any]) -> None:
    hier, wie = plaats(1, **eis), [inloper(1, sinds="10:10")]
    straks = [verwacht(1, op="10:18", **eis)]
    assert _roept(hier, wie, straks=straks) is None
    waarom = houdt_vrij(wie, [hier], hier, straks, om("10:15"))
    assert waarom == Uitleg(Reden.AFSPRAAK, om("10:18"), tuple(eis.get("specialismen", ())))


@pytest.mark.parametrize("eis", ZELDZAAM)
@pytest.mark.parametrize(
    ("straks_om", "minuten", "ander"),
    [
        pytest.param("10:24", 20.0, [], id="nog niet binnen acht minuten"),
        pytest.param("10:18", 3.0, [], id="de gewone vraag is op tijd klaar"),
        pytest.param("10:18", 10.0, [plaats(2)], id="een ander is vrij"),
        pytest.param("10:22", 10.0, [bezet(2, tot="10:17")], id="een ander is dan naar verwachting vrij"),
        pytest.param("10:09", 10.0, [], id="de afspraak is vijf minuten na zijn tijd niet gekomen"),
    ],
)
def test_anders_begint_die_gewoon(
    eis: dict[str, Any], straks_om: str, minuten: float, ander: list[Plaats]
) -> None:
    met = [Plaats(**{veld: getattr(p, veld) for veld in p.__dataclass_fields__} | eis) for p in ander]
    wie = [inloper(1, sinds="10:00", minuten=minuten), inloper(2, sinds="10:01", minuten=minuten)]
    keuze = _roept(plaats(1, **eis), wie, met=met, straks=[verwacht(1, op=straks_om, **eis)])
    assert _nummer(keuze) == 1


@pytest.mark.parametrize(
    "ander",
    [
        pytest.param(plaats(2), id="kan het niet"),
        pytest.param(bezet(2, tot="10:30", specialismen=TOLK), id="is dan nog bezig"),
        pytest.param(bezet(2, tot="10:17", specialismen=TOLK), id="is misschien nog bezig"),
        pytest.param(bezet(2, tot="10:10", specialismen=TOLK), id="had al klaar moeten zijn"),
        pytest.param(plaats(2, specialismen=TOLK, tot=om("10:17")), id="is dan naar huis"),
        pytest.param(
            plaats(2, specialismen=TOLK, pauzes=((om("10:16"), om("10:46")),)), id="heeft dan pauze"
        ),
        pytest.param(
            plaats(2, specialismen=TOLK, vrij=False, is_pauze=True), id="komt wie weet wanneer terug"
        ),
    ],
)
def test_een_ander_die_dan_niet_kan_telt_niet(ander: Plaats) -> None:
    wie, straks = [inloper(1, sinds="10:10")], [verwacht(1, op="10:18", specialismen=TOLK)]
    assert _roept(plaats(1, specialismen=TOLK), wie, met=[ander], straks=straks) is None


def test_twee_beloofden_hebben_allebei_iemand_nodig() -> None:
    """One free colleague covers the first appointment, not the second."""
    wie = [inloper(1, sinds="10:10")]
    een, twee = (verwacht(n, op="10:18", specialismen=TOLK) for n in (1, 2))
    hier, ander = plaats(1, specialismen=TOLK), plaats(2, specialismen=TOLK)
    assert _nummer(_roept(hier, wie, met=[ander], straks=[een])) == 1
    assert _roept(hier, wie, met=[ander], straks=[een, twee]) is None


def test_wie_er_al_is_gaat_voor_een_gewone_vraag_die_eerder_beloofd_is() -> None:
    wie = [inloper(1, sinds="10:01"), met_afspraak(2, op="10:20", specialismen=TOLK)]
    keuze = _roept(plaats(1, specialismen=TOLK), wie)
    assert keuze is not None
    assert _nummer(keuze) == 2
    assert keuze.uitleg.voorbij is Voorbij.AFSPRAAK_STRAKS


def test_vooruitzien_houdt_niemand_tegen_die_zelf_iets_nodig_heeft() -> None:
    wie = [inloper(1, sinds="10:10", specialismen=TOLK)]
    straks = [verwacht(1, op="10:18", specialismen=TOLK)]
    assert _nummer(_roept(plaats(1, specialismen=TOLK), wie, straks=straks)) == 1


# ---- several are free


def test_wie_het_minst_kan_neemt_een_gewone_vraag() -> None:
    kundig = plaats(1, specialismen=TOLK, product_ids=frozenset({1, 2, 3}))
    gewoon, veelzijdig = plaats(2), plaats(3, product_ids=frozenset({1, 2, 3}))
    uit = verdeel([inloper(1, sinds="10:10")], [kundig, veelzijdig, gewoon], [], om("10:15"))
    assert [werkplek for werkplek, _ in uit] == [2]


def test_niemand_wacht_terwijl_iemand_die_het_kan_om_de_volgende_vraagt() -> None:
    """Who presses gets a visit, also when a colleague who can be missed better is free."""
    kundig = plaats(1, specialismen=TOLK)
    assert _nummer(_roept(kundig, [inloper(1, sinds="10:10")], met=[plaats(2)])) == 1


def test_de_beloofde_balie_gaat_voor_wie_het_minst_kan() -> None:
    wie = [met_afspraak(1, op="10:15", balie_id=1)]
    uit = verdeel(wie, [plaats(1, specialismen=TOLK), plaats(2)], [], om("10:15"))
    assert [(werkplek, keuze.uitleg.reden) for werkplek, keuze in uit] == [(1, Reden.HIER_BELOOFD)]


def test_onder_gelijken_neemt_wie_de_taal_spreekt() -> None:
    plaatsen = [plaats(n, talen=frozenset({"nl", taal})) for n, taal in ((1, "en"), (2, "ar"))]
    uit = verdeel([inloper(1, sinds="10:10", spreektaal="ar")], plaatsen, [], om("10:15"))
    assert [werkplek for werkplek, _ in uit] == [2]


def test_wie_als_enige_de_tweede_kan_helpen_laat_de_eerste_aan_een_vrije_collega() -> None:
    wie = [inloper(1, sinds="10:05"), inloper(2, sinds="10:06", specialismen=TOLK)]
    keuze = _roept(plaats(1, specialismen=TOLK), wie, met=[plaats(2)])
    assert keuze is not None
    assert _nummer(keuze) == 2
    assert keuze.uitleg.voorbij is Voorbij.COLLEGA_VRIJ


def test_maar_niet_als_de_eerste_al_over_zijn_uiterste_tijd_is() -> None:
    wie = [inloper(1, sinds="10:00"), inloper(2, sinds="10:01", specialismen=TOLK)]
    assert _nummer(_roept(plaats(1, specialismen=TOLK), wie, met=[plaats(2)], om_="10:15")) == 1


def test_een_vrije_collega_die_het_niet_kan_verandert_niets() -> None:
    wie = [
        inloper(1, sinds="10:05", product_ids=frozenset({9})),
        inloper(2, sinds="10:06", product_ids=frozenset({9})),
    ]
    kundig = plaats(1, product_ids=frozenset({1, 9}))
    assert _nummer(_roept(kundig, wie, met=[plaats(2)])) == 1


def test_twee_vrijen_nemen_wie_naar_hun_eigen_balie_moet() -> None:
    """Who presses first leaves the other's reserved visit to the other."""
    wie = [met_afspraak(1, op="10:15", balie_id=2), met_afspraak(2, op="10:16", balie_id=1)]
    assert _nummer(_roept(plaats(1), wie, met=[plaats(2)], om_="10:14")) == 2


def test_in_pauze_wordt_niemand_geroepen() -> None:
    rust = plaats(1, is_pauze=True)
    assert verdeel([inloper(1, sinds="10:00")], [rust], [], om("10:15")) == []
