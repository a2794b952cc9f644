"""Privacy canary over the day itself: booked, here, called, passed on, done, and gone a week later.

Who somebody is, staff reads on the pages on which it helps that person. What somebody needs and told is read
only by who helps at that moment, on the own workplace.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import pytest_django

from tests.afspraken.kanarie import BEHOEFTE, CATALOGUS, HUIS_VAN_WIE, NAAM, WIE, gevonden
from tests.afspraken.kanariedag import ALLES, REDEN, ROLLEN, VERHAAL, WIE_OOK, Bewijs, speel_de_dag
from tests.architectuur.rechtentoneel import ongedaan

pytestmark = pytest.mark.django_db
OVER_EEN_PERSOON = {
    "telefoon_zoeken",
    "telefoon_afspraak",
    "telefoon_afdrukken",
    "telefoon_annuleren",
    "telefoon_verzetten",
    "telefoon_persoon_weghalen",
}
AAN_DE_INGANG = {"ontvangst_lijst", "ontvangst_daglijst"}
ZIET_WIE = {
    "telefonist": OVER_EEN_PERSOON,
    **dict.fromkeys(("host", "planner", "beheerder"), OVER_EEN_PERSOON | AAN_DE_INGANG),
    "wie helpt": {"balie_werkplek"},
}
VAN_DE_DAG = {"nummer", "aan_de_beurt", "gemist"}
BLIJFT = {"in de hal", "aan de balie", "doorgegeven", "bij de collega", "klaar"}


@pytest.fixture(scope="module")
def bewijs(django_db_setup: None, django_db_blocker: pytest_django.DjangoDbBlocker) -> Iterator[Bewijs]:
    """One day for all tests."""
    with django_db_blocker.unblock(), ongedaan():
        yield speel_de_dag()


def tabellen_met(bewijs: Bewijs, uur: str, woorden: tuple[str, ...]) -> set[str]:
    return {tabel for tabel, gezien in bewijs.tabellen[uur].items() if gezien & set(woorden)}


def test_in_de_database_staat_het_op_elk_uur_alleen_op_zijn_eigen_plek(bewijs: Bewijs) -> None:
    assert bewijs.tabellen.keys() >= BLIJFT
    for uur in ("geboekt", *BLIJFT, "volgende dag"):
        assert tabellen_met(bewijs, uur, BEHOEFTE) == CATALOGUS, uur
        assert tabellen_met(bewijs, uur, WIE_OOK) == HUIS_VAN_WIE, uur
        assert tabellen_met(bewijs, uur, (VERHAAL,)) == set(), uur
        # Staff typed it to tell the citizen, who gets it by e-mail.
        assert tabellen_met(bewijs, uur, (REDEN,)) == {"afspraken_afspraak", "afspraken_bericht"}, uur


def test_het_was_er_wel_toen_het_nodig_was_en_de_volgende_dag_niet_meer(bewijs: Bewijs) -> None:
    assert bewijs.aantallen["doorgegeven"] == {"Afstemming": 1, "Beurtsms": 2, "Overdracht": 1}
    assert bewijs.aantallen["klaar"]["Overdracht"] == 0
    assert bewijs.aantallen["volgende dag"] == {"Afstemming": 0, "Beurtsms": 0, "Overdracht": 0}


def test_na_een_week_staat_niets_meer_in_welke_tabel_ook(bewijs: Bewijs) -> None:
    assert bewijs.tabellen["na een week"].keys() == CATALOGUS


def test_wat_iemand_nodig_heeft_en_vertelt_leest_alleen_wie_nu_helpt(bewijs: Bewijs) -> None:
    for uur, bladzijden in bewijs.bladzijden.items():
        gelezen = {wat for wat, gezien in bladzijden.items() if gezien & {*BEHOEFTE, VERHAAL}}
        assert gelezen == ({("wie helpt", "balie_werkplek")} if uur == "bij de collega" else set()), uur
    assert {BEHOEFTE[1], BEHOEFTE[3], VERHAAL} <= (
        bewijs.bladzijden["bij de collega"]["wie helpt", "balie_werkplek"]
    )


def test_wie_het_is_leest_alleen_personeel_dat_deze_persoon_helpt(bewijs: Bewijs) -> None:
    for uur, bladzijden in bewijs.bladzijden.items():
        gezien: dict[str, set[str]] = {}
        for (wie, adres), woorden in bladzijden.items():
            if woorden & set(WIE_OOK):
                gezien.setdefault(wie, set()).add(adres)
        assert gezien == {wie: waar for wie, waar in ZIET_WIE.items() if wie in gezien}, uur
        assert gezien.keys() >= set(ROLLEN), "the story reached nobody"


def test_openbaar_staat_er_niets(bewijs: Bewijs) -> None:
    """On the page behind the link, on the public pages, on a screen in the hall and in its streams."""
    openbaar = {"wie de link heeft", "scherm"}
    assert {("wie de link heeft", "mijn_bezoek"), ("scherm", "scherm")} <= bewijs.geopend
    assert [wat for uur in bewijs.bladzijden.values() for wat in uur if wat[0] in openbaar] == []


def test_berichten_noemen_niemand_en_niets(bewijs: Bewijs) -> None:
    assert {soort for soort, _tekst in bewijs.berichten} >= VAN_DE_DAG
    for soort, tekst in bewijs.berichten:
        mag = (REDEN,) if soort == "geannuleerd_door_burger" else ()
        assert gevonden(tuple(set(ALLES) - set(mag)), tekst) == [], soort
        assert soort not in VAN_DE_DAG or "paspoort" not in tekst.lower(), soort


def test_sessies_weten_van_niets(bewijs: Bewijs) -> None:
    assert bewijs.sessies
    assert [tekst for tekst in bewijs.sessies if gevonden(ALLES, tekst)] == []


def test_het_logboek_zwijgt_de_hele_dag(bewijs: Bewijs) -> None:
    """All logs at their loudest, and what the worker of the demo prints; the reason is in its e-mail."""
    assert "U bent aan de beurt." in bewijs.geschreven
    assert gevonden((*BEHOEFTE, *WIE, NAAM, VERHAAL), bewijs.geschreven) == []
