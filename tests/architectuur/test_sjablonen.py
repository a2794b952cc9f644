"""Templates obey the content security policy: nothing inline. And what is typed survives another language."""

import re

import pytest

from tests.architectuur.bestanden import bestanden, regels

TYPT = re.compile(r"""include "delen/(?:veld|tegels|vinkje|datumveld)\.html"|type="search\"""")
INLINE = {
    "style-attribuut": re.compile(r"<[^>]*\sstyle\s*=", re.IGNORECASE),
    "style-element": re.compile(r"<style\b", re.IGNORECASE),
    "on-attribuut": re.compile(r"<[^>]*\s(hx-)?on[a-z:-]+\s*=", re.IGNORECASE),
    "script zonder bron": re.compile(
        r"<script\b(?![^>]*\b(src|nonce|type=\"application/json\"))", re.IGNORECASE
    ),
    "javascript-adres": re.compile(r"javascript:|hx-vals\s*=\s*['\"]js:", re.IGNORECASE),
}


@pytest.mark.parametrize("soort", INLINE)
def test_geen_sjabloon_heeft_opmaak_of_script_in_de_regel(soort):
    # Mail has no policy and no style sheets of ours: only pages count.
    paginas = [pad for pad in bestanden() if pad.suffix == ".html" and "berichten" not in pad.parts]
    gevonden = [
        f"{pad}:{nummer}"
        for pad in paginas
        for nummer, regel in enumerate(regels(pad), 1)
        if INLINE[soort].search(regel)
    ]
    assert gevonden == []


def test_waar_iemand_typt_gaat_dat_mee_naar_de_andere_taal():
    """A part of a page (in delen/) has no header; the page that takes it in binds the button."""
    paginas = [
        pad
        for pad in bestanden()
        if pad.suffix == ".html" and pad.parts[1] in {"site", "mijn"} and "delen" not in pad.parts
    ]
    vergeten = [
        str(pad)
        for pad in paginas
        if any(TYPT.search(regel) for regel in regels(pad))
        and not any("block taalkeuze" in regel and "formulier_id=" in regel for regel in regels(pad))
    ]
    assert vergeten == []
