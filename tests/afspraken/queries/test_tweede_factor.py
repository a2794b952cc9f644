"""The seal of a second factor: what it takes in, and where it opens."""

from __future__ import annotations

from base64 import b64encode
from typing import Any

import pytest

from afspraken.queries.tweede_factor import KOLOM, MERK, RIJ, hersluit_geheim, open_geheim, sluit_geheim
from toegankelijkheid.models.zegel import ZegelGebroken, verzegel

GEHEIM = "JBSWY3DPEHPK3PXP"


@pytest.mark.parametrize("geheim", [GEHEIM, "0af3" * 20, "x"], ids=["app", "herstelcodes", "kort"])
def test_wat_een_oudere_versie_bewaarde_krijgt_een_zegel(geheim: str) -> None:
    assert open_geheim(bewaard=geheim) == geheim
    verzegeld = hersluit_geheim(bewaard=geheim)
    assert verzegeld.startswith(MERK)
    assert open_geheim(bewaard=verzegeld) == geheim
    assert hersluit_geheim(bewaard=verzegeld) == verzegeld


def test_wat_onder_een_oude_sleutel_ligt_gaat_onder_de_eerste(settings: Any) -> None:
    settings.ZEGEL_SLEUTELS = ["o" * 40]
    oud = sluit_geheim(geheim=GEHEIM)
    settings.ZEGEL_SLEUTELS = ["n" * 40, "o" * 40]
    nieuw = hersluit_geheim(bewaard=oud)
    settings.ZEGEL_SLEUTELS = ["n" * 40]
    assert open_geheim(bewaard=nieuw) == GEHEIM


def test_een_zegel_van_een_andere_plek_opent_hier_niets() -> None:
    zegel = verzegel(tabel="django_session", kolom=KOLOM, rij=RIJ, inhoud=GEHEIM)
    with pytest.raises(ZegelGebroken):
        open_geheim(bewaard=MERK + b64encode(zegel).decode())
