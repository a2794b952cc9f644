"""The plug is pulled out of PostgreSQL while people book: what was confirmed is still there afterwards."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.gelijktijdig.cluster import Cluster, eigen_cluster
from tests.gelijktijdig.databank import databank_op
from tests.gelijktijdig.ploeg import Ploeg
from tests.storing import test_neergehaald as proef

pytestmark = [pytest.mark.storing, pytest.mark.postgresql, pytest.mark.alles]

KEREN = 3
PER_KEER = 40  # bookings confirmed between two falls


@pytest.fixture
def cluster() -> Iterator[Cluster]:
    """A server that nobody else uses."""
    with eigen_cluster() as server:
        yield server


def valt_om(drukte: proef.Drukte, cluster: Cluster) -> None:
    """Let the server fall at a random moment, start it again, and let people go on."""
    for keer in range(KEREN):
        drukte.wacht_op(bevestigd=(keer + 1) * PER_KEER)
        time.sleep(random.uniform(0, 0.5))
        cluster.valt_om()
        cluster.start()
    drukte.wacht_op(bevestigd=(KEREN + 1) * PER_KEER)


def test_drie_keer_omgevallen_en_niets_bevestigds_kwijt(cluster: Cluster, tmp_path: Path) -> None:
    with databank_op(cluster.url) as url:
        logboek = proef.onder_vuur(
            url, tmp_path, lambda drukte: valt_om(drukte, cluster), databank_valt_om=True
        )
    print(f"{len(logboek.bevestigd)} confirmed, {logboek.weg} broken, {len(logboek.onbeslist())} unheard of")
    assert len(logboek.bevestigd) >= (KEREN + 1) * PER_KEER
    assert logboek.weg >= KEREN, "nobody noticed"


def test_controle_een_server_die_te_vroeg_ja_zegt_verliest_bevestigde_afspraken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same fall, on a server that answers before it has written."""
    gemist: set[str] = set()

    def tel(ploeg: Ploeg, kantoor: str, logboek: proef.Logboek) -> None:
        gemist.update(proef.kwijt(ploeg, kantoor, logboek))

    monkeypatch.setattr(proef, "niets_weg_half_of_dubbel", tel)
    snel = ("synchronous_commit=off", "wal_writer_delay=10000ms", "wal_writer_flush_after=0")
    with eigen_cluster(*snel) as cluster, databank_op(cluster.url) as url:
        proef.onder_vuur(url, tmp_path, lambda drukte: valt_om(drukte, cluster), databank_valt_om=True)
    assert gemist
