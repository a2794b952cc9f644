"""One database and one crew for all tests of this folder."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.gelijktijdig.databank import eigen_databank
from tests.gelijktijdig.ploeg import Ploeg

TEGELIJK = 20


@pytest.fixture(scope="session")
def ploeg_van_twintig(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ploeg]:
    """Twenty processes on a database of their own."""
    with eigen_databank(tmp_path_factory.mktemp("gelijktijdig")) as url:
        ploeg = Ploeg(TEGELIJK, url)
        yield ploeg
        ploeg.naar_huis()


@pytest.fixture
def ploeg(ploeg_van_twintig: Ploeg) -> Ploeg:
    """The crew, before an empty agenda."""
    ploeg_van_twintig.een("opruimen")
    return ploeg_van_twintig
