"""Templates obey the content security policy: nothing inline."""

import re

import pytest

from tests.architectuur.bestanden import bestanden, regels

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
