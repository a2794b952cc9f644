"""Opening hours in the words of people."""

from __future__ import annotations

from datetime import time

from afspraken.rules.openingsteksten import Openingsuren, openingsteksten

VAN, TOT = time(8, 30), time(16, 30)


def test_dagen_met_dezelfde_uren_staan_bij_elkaar():
    uren = [Openingsuren(dag, VAN, TOT) for dag in (0, 1, 2, 4)]
    assert openingsteksten(uren, "nl") == (
        "Maandag tot en met woensdag: 8.30 tot 16.30 uur",
        "Vrijdag: 8.30 tot 16.30 uur",
    )


def test_twee_dagen_naast_elkaar_en_twee_tijden_op_een_dag():
    uren = [
        Openingsuren(dag, *tijden)
        for dag in (1, 2)
        for tijden in ((time(9), time(12), "inloop"), (time(12), time(14), "afspraak"))
    ]
    tekst = "9.00 tot 12.00 uur (zonder afspraak), 12.00 tot 14.00 uur (met afspraak)"
    assert openingsteksten(uren, "nl") == (f"Dinsdag en woensdag: {tekst}",)


def test_in_het_engels_houden_dagen_hun_hoofdletter():
    uren = [Openingsuren(dag, VAN, TOT) for dag in range(5)]
    assert openingsteksten(uren, "en") == ("Monday to Friday: 8:30 to 16:30",)


def test_een_kantoor_zonder_uren_heeft_geen_regels():
    assert openingsteksten([], "nl") == ()
