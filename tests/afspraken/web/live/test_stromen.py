"""A stream from its first byte to its last."""

from __future__ import annotations

import asyncio

import pytest

from afspraken.web.live import omroep as omroepmodule
from afspraken.web.live import stromen

from .lijn import KANTOOR, Lijn, Toneel, speel


@pytest.fixture
def toneel(monkeypatch: pytest.MonkeyPatch) -> Toneel:
    """A fresh stage behind the door of the test."""
    nieuw = Toneel()
    monkeypatch.setattr(stromen, "vraag_aan_de_deur", nieuw.deur)
    return nieuw


def test_een_stroom_zegt_meteen_de_versie_en_daarna_elke_nieuwe_een_keer(toneel):
    async def verhaal():
        lijn = Lijn(toneel)
        await lijn.wacht_tot(lambda: lijn.versies == [1])
        toneel.omroep.meld(KANTOOR, 2)
        toneel.omroep.meld(99, 5)
        await lijn.wacht_tot(lambda: lijn.versies == [1, 2])
        toneel.omroep.meld(KANTOOR, 3)
        await lijn.wacht_tot(lambda: lijn.versies == [1, 2, 3])
        assert lijn.status == 200
        assert dict(lijn.gekomen[0]["headers"])[b"content-type"].startswith(b"text/event-stream")
        assert lijn.tekst.startswith("retry: 2000\n\n")
        await lijn.hang_op()

    speel(verhaal)


def test_wie_traag_is_krijgt_alleen_het_nieuwste(toneel):
    async def verhaal():
        lijn = Lijn(toneel)
        await lijn.wacht_tot(lambda: lijn.versies == [1])
        lijn.open.clear()
        for versie in range(2, 100):
            toneel.omroep.meld(KANTOOR, versie)
            await asyncio.sleep(0)
        lijn.open.set()
        await lijn.wacht_tot(lambda: lijn.versies[-1] == 99)
        assert len(lijn.versies) <= 3, lijn.versies
        await lijn.hang_op()

    speel(verhaal)


def test_wie_niet_meer_mag_wordt_bij_de_volgende_hartslag_afgesloten(toneel, monkeypatch):
    monkeypatch.setattr(stromen, "HARTSLAG", 0.01)

    async def verhaal():
        lijn = Lijn(toneel)
        await lijn.wacht_tot(lambda: "event: hartslag" in lijn.tekst)
        assert not lijn.taak.done()
        toneel.mag = False
        await asyncio.wait_for(lijn.taak, 5)
        assert lijn.gekomen[-1] == {"type": "http.response.body", "body": b""}

    speel(verhaal)


def test_de_bron_is_open_zolang_iemand_luistert(toneel):
    async def verhaal():
        eerste, tweede = Lijn(toneel), Lijn(toneel)
        await eerste.wacht_tot(lambda: eerste.versies == tweede.versies == [1])
        await eerste.hang_op()
        assert toneel.bron_open
        await tweede.hang_op()
        await asyncio.sleep(0)
        assert not toneel.bron_open

    speel(verhaal)


def test_boven_het_aantal_en_met_te_veel_vensters_is_het_vol(toneel, monkeypatch):
    monkeypatch.setattr(omroepmodule, "MAX_PER_WIE", 2)

    async def kom(wie: str) -> Lijn:
        toneel.wie = wie
        lijn = Lijn(toneel)
        await lijn.wacht_tot(lambda: bool(lijn.gekomen))
        return lijn

    async def verhaal():
        lijnen = [await kom(wie) for wie in ("a", "a", "a", "b", "c")]
        assert [lijn.status for lijn in lijnen] == [200, 200, 503, 200, 503]
        await lijnen[0].hang_op()
        laat = await kom("c")
        assert laat.status == 200
        for lijn in (lijnen[1], lijnen[3], laat):
            await lijn.hang_op()

    speel(verhaal)


def test_een_server_die_stopt_wacht_niet_op_open_stromen(toneel):
    async def verhaal():
        lijnen = [Lijn(toneel), Lijn(toneel)]
        await lijnen[0].wacht_tot(lambda: all(lijn.versies for lijn in lijnen))
        toneel.omroep.stop()
        await asyncio.wait_for(asyncio.gather(*(lijn.taak for lijn in lijnen)), 5)
        laat = Lijn(toneel)
        await laat.taak
        assert laat.status == 503

    speel(verhaal)


def test_een_weigering_is_kort_en_vraagt_maar_een_keer(toneel):
    toneel.mag = False

    async def verhaal():
        lijn = Lijn(toneel)
        await lijn.taak
        assert (lijn.status, lijn.tekst, toneel.gevraagd) == (403, "", 1)
        assert not toneel.bron_open

    speel(verhaal)


def test_alle_andere_adressen_zijn_voor_de_site(toneel):
    async def verhaal():
        for soort, pad in (("http", "/balie/"), ("lifespan", "/live/"), ("http", "/a/live/")):
            await toneel.app({"type": soort, "path": pad}, None, None)

    speel(verhaal)
    assert toneel.site_gevraagd == ["/balie/", "/live/", "/a/live/"]
    assert toneel.gevraagd == 0
