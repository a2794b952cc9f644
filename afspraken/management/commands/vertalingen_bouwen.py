"""Compile the translations; with --verzamel bring the catalogues up to date, with --controleer judge them."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

import polib
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from afspraken.management.vertalingen.bronnen import Zin, zinnen
from afspraken.management.vertalingen.catalogus import compileer, gebreken, po_pad, werk_bij


class Command(BaseCommand):
    """Dutch is the language of the sources and has no catalogue of its own."""

    help = "Vertalingen bijwerken (--verzamel), nakijken (--controleer) en bouwen."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Two switches."""
        parser.add_argument("--verzamel", action="store_true", help="zinnen uit de bron in de .po zetten")
        parser.add_argument("--controleer", action="store_true", help="faalt als er een vertaling ontbreekt")

    def handle(self, *args: Any, **options: Any) -> None:
        """Collect, judge and compile, in that order."""
        map_ = Path(settings.LOCALE_PATHS[0])
        talen = [taal for taal, _naam in settings.LANGUAGES if taal != settings.LANGUAGE_CODE]
        moet_lezen = options["verzamel"] or options["controleer"]
        bron = zinnen(Path(settings.BASE_DIR)) if moet_lezen else []
        fouten: list[str] = []
        for taal in talen:
            pad = po_pad(map_, taal)
            if options["verzamel"]:
                self._verzamel(pad, bron, taal)
            if options["controleer"]:
                fouten += self._controleer(pad, bron, taal)
            if pad.exists():
                compileer(pad)
        if fouten:
            raise CommandError("\n".join([*fouten, f"{len(fouten)} vertalingen zijn niet in orde."]))

    def _verzamel(self, pad: Path, bron: list[Zin], taal: str) -> None:
        catalogus = werk_bij(pad, bron, taal)
        self.stdout.write(
            f"{taal}: {len(catalogus)} zinnen, {len(catalogus.untranslated_entries())} nog niet vertaald"
        )

    def _controleer(self, pad: Path, bron: list[Zin], taal: str) -> list[str]:
        catalogus = polib.pofile(str(pad)) if pad.exists() else polib.POFile()
        return [f"{taal}: {fout}" for fout in gebreken(catalogus, bron)]
