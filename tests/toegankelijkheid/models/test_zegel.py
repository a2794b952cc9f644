"""A seal opens in its own place under a known key, and nowhere else."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.core.exceptions import ImproperlyConfigured

from toegankelijkheid.models.zegel import ZegelGebroken, is_onder_eerste_sleutel, open_zegel, verzegel

OUD, NIEUW, VREEMD = "oud-" * 10, "nieuw-" * 10, "vreemd-" * 10
RIJ = UUID("5f3f5a0e-6d9a-4b39-8d8c-000000000001")
PLEK: dict[str, Any] = {"tabel": "t", "kolom": "k", "rij": RIJ}


@pytest.fixture(autouse=True)
def _sleutel(settings):
    settings.ZEGEL_SLEUTELS = [OUD]


@pytest.mark.parametrize(
    "inhoud",
    [False, True, 0, 1, "", None, [], {}, 0.5, "één ‘rolstoel’ 🦽", {"behoeften": ["zien"], "tolk": False}],
    ids=repr,
)
def test_wat_erin_gaat_komt_er_precies_zo_uit(inhoud):
    terug = open_zegel(**PLEK, zegel=verzegel(**PLEK, inhoud=inhoud))
    assert (type(terug), terug) == (type(inhoud), inhoud)


def test_een_zegel_uit_de_database_mag_een_memoryview_zijn():
    assert open_zegel(**PLEK, zegel=memoryview(verzegel(**PLEK, inhoud="x"))) == "x"


def test_twee_keer_hetzelfde_geeft_twee_verschillende_zegels():
    assert verzegel(**PLEK, inhoud="x") != verzegel(**PLEK, inhoud="x")


def test_de_inhoud_staat_niet_leesbaar_in_het_zegel():
    assert b"rolstoel" not in verzegel(**PLEK, inhoud={"behoeften": ["rolstoel"]})


@pytest.mark.parametrize(
    "ander",
    [{"tabel": "ander"}, {"kolom": "ander"}, {"rij": uuid4()}],
    ids=["andere tabel", "andere kolom", "andere rij"],
)
def test_een_verplaatst_zegel_gaat_niet_open(ander):
    zegel = verzegel(**PLEK, inhoud="geheim")
    with pytest.raises(ZegelGebroken):
        open_zegel(**(PLEK | ander), zegel=zegel)


def test_een_verkeerde_sleutel_opent_niets(settings):
    zegel = verzegel(**PLEK, inhoud="geheim")
    settings.ZEGEL_SLEUTELS = [VREEMD]
    with pytest.raises(ZegelGebroken):
        open_zegel(**PLEK, zegel=zegel)


def test_een_verkeerde_sleutel_met_het_goede_nummer_opent_niets(settings):
    zegel = verzegel(**PLEK, inhoud="geheim")
    settings.ZEGEL_SLEUTELS = [VREEMD]
    vermomd = verzegel(**PLEK, inhoud="")[:5] + zegel[5:]
    with pytest.raises(ZegelGebroken):
        open_zegel(**PLEK, zegel=vermomd)


@pytest.mark.parametrize("plaats", range(0, 40, 3))
def test_elke_veranderde_byte_wordt_gemerkt(plaats):
    zegel = bytearray(verzegel(**PLEK, inhoud="geheim genoeg"))
    zegel[plaats] ^= 1
    with pytest.raises(ZegelGebroken):
        open_zegel(**PLEK, zegel=bytes(zegel))


@pytest.mark.parametrize("lengte", [0, 1, 5, 10, 17, 20])
def test_een_afgekapt_zegel_gaat_niet_open(lengte):
    with pytest.raises(ZegelGebroken):
        open_zegel(**PLEK, zegel=verzegel(**PLEK, inhoud="geheim")[:lengte])


def test_leesbare_tekst_in_de_kolom_wordt_nooit_getoond():
    with pytest.raises(ZegelGebroken) as fout:
        open_zegel(**PLEK, zegel=b'{"behoeften": ["rolstoel"], "handelingen": []}')
    assert "rolstoel" not in str(fout.value)


def test_na_een_nieuwe_sleutel_gaat_het_oude_nog_open_en_verzegelt_de_nieuwe(settings):
    oud = verzegel(**PLEK, inhoud="eerder")
    settings.ZEGEL_SLEUTELS = [NIEUW, OUD]
    nieuw = verzegel(**PLEK, inhoud="later")
    assert open_zegel(**PLEK, zegel=oud) == "eerder"
    assert (is_onder_eerste_sleutel(oud), is_onder_eerste_sleutel(nieuw)) == (False, True)
    settings.ZEGEL_SLEUTELS = [NIEUW]
    assert open_zegel(**PLEK, zegel=nieuw) == "later"


def test_acht_draden_lezen_elk_hun_eigen_inhoud():
    rijen = [uuid4() for _ in range(200)]
    zegels = [verzegel(tabel="t", kolom="k", rij=rij, inhoud=str(rij)) for rij in rijen]
    with ThreadPoolExecutor(8) as draden:
        gelezen = list(
            draden.map(
                lambda paar: open_zegel(tabel="t", kolom="k", rij=paar[0], zegel=paar[1]),
                zip(rijen, zegels, strict=True),
            )
        )
    assert gelezen == [str(rij) for rij in rijen]


@pytest.mark.parametrize("sleutel", ["", "kort", "x" * 31])
def test_een_te_korte_sleutel_wordt_geweigerd(settings, sleutel):
    settings.ZEGEL_SLEUTELS = [sleutel]
    with pytest.raises(ImproperlyConfigured):
        verzegel(**PLEK, inhoud="x")


@pytest.mark.parametrize("inhoud", [object(), {1, 2}, float("nan")], ids=["object", "set", "nan"])
def test_wat_geen_json_is_wordt_niet_verzegeld(inhoud):
    with pytest.raises((TypeError, ValueError)):
        verzegel(**PLEK, inhoud=inhoud)
