"""Run the whole suite on SQLite, then all that asks a database on PostgreSQL; the last line adds both up.

`make test` calls this; `python tests/draaien.py tests/reizen -k tolk` runs a part, on both.
What cannot run here is named with its reason; with AFSPRAKEN_EIS_ALLES=1 that is a failure.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from dataclasses import dataclass, field
from pathlib import Path

import psycopg

WORTEL = Path(__file__).resolve().parent.parent
POSTGRESQL = os.environ.get("DATABASE_URL") or "postgres://postgres@127.0.0.1:5432/postgres"
ALLES = os.environ.get("AFSPRAKEN_DEEL") == "alles"
EIS_ALLES = os.environ.get("AFSPRAKEN_EIS_ALLES") == "1"


@dataclass
class Telling:
    """What the passes came to, together."""

    geslaagd: int = 0
    gefaald: int = 0
    overgeslagen: int = 0
    groen: bool = True
    niet_gedraaid: list[str] = field(default_factory=list)

    def tel(self, verslag: Path, *, groen: bool) -> None:
        """Add the counts of one pass; a pass that died before its report is a failure."""
        self.groen = self.groen and groen
        if not verslag.exists():
            self.groen = False
            return
        for suite in ET.parse(verslag).iter("testsuite"):  # noqa: S314 - our own report
            fout = int(suite.get("failures", 0)) + int(suite.get("errors", 0))
            over = int(suite.get("skipped", 0))
            self.gefaald += fout
            self.overgeslagen += over
            self.geslaagd += int(suite.get("tests", 0)) - fout - over


def chromium() -> str | None:
    """Return the browser for the journeys: $CHROMIUM first, then what the system has."""
    # The first is the same engine without the window around it: a new tab costs a third.
    namen = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, namen)), None)


def postgresql_weigert() -> str | None:
    """Return why PostgreSQL cannot be used, or None when it can."""
    if not POSTGRESQL.startswith("postgres"):
        return "DATABASE_URL wijst niet naar PostgreSQL"
    try:
        psycopg.connect(POSTGRESQL, connect_timeout=3).close()
    except psycopg.Error as fout:
        return str(fout).splitlines()[0]
    return None


def pytest_op(naam: str, database_url: str, telling: Telling) -> None:
    """Run pytest once on one engine; one process more than there are cores, for they wait a lot."""
    print(f"\n=== {naam} ===", flush=True)
    # -p tests.overslaan says what was skipped; the heavy figures run only when asked for.
    processen = str((os.cpu_count() or 1) + 1)
    verdeling = ["-n", processen, "--dist=worksteal"]  # tests of one file share what was costly to set up
    opdracht = [sys.executable, "-m", "pytest", *verdeling, "-p", "tests.overslaan", *sys.argv[1:]]
    if not ALLES:
        opdracht += ["-m", "not alles"]
    omgeving = {**os.environ, "AFSPRAKEN_DEMO": "1", "DATABASE_URL": database_url}
    if browser := chromium():
        omgeving["CHROMIUM"] = browser
    with tempfile.TemporaryDirectory() as map_:
        verslag = Path(map_) / "verslag.xml"
        uitkomst = subprocess.run([*opdracht, f"--junitxml={verslag}"], cwd=WORTEL, env=omgeving, check=False)
        telling.tel(verslag, groen=uitkomst.returncode == 0)


def main() -> int:
    """Run what can run, name what cannot, and end with one line."""
    telling = Telling()
    if chromium() is None:
        telling.niet_gedraaid.append(
            "reizen in de browser: geen Chromium (installeer chromium-headless-shell of zet CHROMIUM)"
        )
    weigering = postgresql_weigert()
    if weigering:
        telling.niet_gedraaid.append(f"PostgreSQL: {weigering} (start PostgreSQL of zet DATABASE_URL)")
    if EIS_ALLES and telling.niet_gedraaid:
        sys.exit("Alles moet draaien, maar dit kan niet:\n- " + "\n- ".join(telling.niet_gedraaid))
    pytest_op("SQLite", "", telling)
    if not weigering:
        pytest_op("PostgreSQL", POSTGRESQL, telling)
    if not ALLES:
        telling.niet_gedraaid.append("de volle cijfers (make test DEEL=alles)")
    if telling.niet_gedraaid:
        print("\nNiet gedraaid:", *telling.niet_gedraaid, sep="\n- ")
    print(f"{telling.geslaagd} passed, {telling.gefaald} failed, {telling.overgeslagen} skipped")
    return 0 if telling.groen else 1


if __name__ == "__main__":
    sys.exit(main())
