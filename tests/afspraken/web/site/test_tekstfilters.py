"""What the pages of the site do to a text."""

from __future__ import annotations

from afspraken.web.site.tekstfilters import bel


def test_een_nummer_is_te_bellen_door_het_aan_te_raken() -> None:
    assert 'href="tel:14070"' in bel("14 070")
    assert ">14 070</a>" in bel("14 070")


def test_wat_in_een_nummer_staat_wordt_nooit_opmaak() -> None:
    assert "<b>" not in bel("<b>14")
