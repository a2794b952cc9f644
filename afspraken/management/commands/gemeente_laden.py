"""``manage.py gemeente_laden <map>``: put a municipality in the database from its four data files."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from locaties.rules.gegevensvormen import BESTANDEN
from toegankelijkheid.actions.gemeente_laden import GegevensOnjuist, gemeente_laden


class Command(BaseCommand):
    """Repeatable and all or nothing; every fault is one line."""

    # It needs the database, not the pages: a fault in those must not keep the data out.
    requires_system_checks = []
    help = "Laad een gemeente uit een map met gegevensbestanden."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Ask for the folder."""
        parser.add_argument("map", type=Path, help=f"map met {', '.join(BESTANDEN)}")

    def handle(self, *args: Any, **options: Any) -> None:
        """Read, load, tell."""
        bestanden = {naam: _lees(options["map"] / naam) for naam in BESTANDEN}
        try:
            geladen = gemeente_laden(bestanden=bestanden, nu=timezone.now())
        except GegevensOnjuist as fout:
            for regel in fout.fouten:
                self.stderr.write(str(regel))
            raise CommandError(f"{fout.melding} ({len(fout.fouten)} fouten)") from fout
        self.stdout.write(
            f"Geladen: {geladen.locaties} locaties, {geladen.producten} producten,"
            f" {geladen.behoeften} behoeften, {geladen.medewerkers} medewerkers."
        )


def _lees(pad: Path) -> Any:
    """Return the parsed file."""
    try:
        return json.loads(pad.read_text(encoding="utf-8"))
    except FileNotFoundError as fout:
        raise CommandError(f"{pad.name}: dit bestand is er niet (gezocht in {pad.parent})") from fout
    except UnicodeDecodeError as fout:
        raise CommandError(f"{pad.name}: dit bestand is geen UTF-8-tekst") from fout
    except json.JSONDecodeError as fout:
        raise CommandError(
            f"{pad.name}: regel {fout.lineno}, teken {fout.colno}: dit is geen geldige JSON ({fout.msg})"
        ) from fout
    except OSError as fout:
        raise CommandError(f"{pad.name}: dit bestand kan niet gelezen worden ({fout.strerror})") from fout
