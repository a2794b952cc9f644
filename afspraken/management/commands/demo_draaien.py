"""``manage.py demo_draaien``: run the demo and say where it is and how to log in."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from afspraken.demo.draaien import Draaiend
from afspraken.demo.gebruikers import INLOGGEN, WACHTWOORD, code_nu, geheim
from afspraken.demo.laden import GeenDemo


class Command(BaseCommand):
    """Site and worker, until Ctrl-C."""

    requires_system_checks = []
    help = "Draai de demo: de site en de werker."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Ask for the port."""
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--codes", action="store_true", help="toon alleen de inlogcodes van nu")

    def handle(self, *args: Any, **options: Any) -> None:
        """Print, run, and end with the exit code of the site."""
        if not settings.DEMO:
            raise CommandError(GeenDemo.melding)
        if not options["codes"]:
            self._toon_adressen(f"http://localhost:{options['port']}")
        self._toon_inloggen()
        if not options["codes"]:
            sys.exit(Draaiend(poort=options["port"], zeg=self.stdout.write).draai())

    def _toon_adressen(self, adres: str) -> None:
        self.stdout.write(
            f"\nVoor inwoners        {adres}/\n"
            f"Telefonist en host   {adres}/telefoon/\n"
            f"Planner en beheerder {adres}/beheer/\n"
            f"Alle berichten       {adres}/beheer/berichten/\n"
            f"Catalogus            {adres}/catalogus/\n"
        )

    def _toon_inloggen(self) -> None:
        self.stdout.write(f"Wachtwoord voor iedereen: {WACHTWOORD}")
        for inlog in INLOGGEN:
            naam = f"{inlog.naam:<11} code nu {code_nu(inlog.naam)}"
            self.stdout.write(f"  {naam}  geheim {geheim(inlog.naam)}  {inlog.uitleg}")
        self.stdout.write("Een code geldt 30 seconden. Nieuwe codes: manage.py demo_draaien --codes\n")
        self.stdout.flush()
