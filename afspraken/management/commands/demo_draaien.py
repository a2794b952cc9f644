"""``manage.py demo_draaien``: run the demo and say where it is and how to log in."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from afspraken.demo.dag.kantoordag import is_er_een_open
from afspraken.demo.dag.speler import echte_tijd
from afspraken.demo.draaien import Draaiend
from afspraken.demo.gebruikers import INLOGGEN, WACHTWOORD, code_nu, geheim
from afspraken.demo.laden import GeenDemo
from afspraken.queries.demotijd import demotijd


class Command(BaseCommand):
    """Site, worker and player of a day, until Ctrl-C."""

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
            f"Telefonist           {adres}/telefoon/\n"
            f"Host                 {adres}/ontvangst/\n"
            f"Baliemedewerker      {adres}/balie/\n"
            f"Scherm in de hal     {adres}/scherm/\n"
            f"Hoe druk is het?     {adres}/drukte/\n"
            f"Planner en beheerder {adres}/beheer/\n"
            f"Speel een dag        {adres}/beheer/demo/\n"
            f"Alle berichten       {adres}/beheer/berichten/\n"
            f"Catalogus            {adres}/catalogus/\n"
        )
        if not is_er_een_open(nu=demotijd(echt=echte_tijd())):
            self.stdout.write(
                "Alle kantoren zijn nu dicht. Speel een dag, dan gaat er een open:"
                f" {adres}/beheer/demo/ of manage.py demo_dag\n"
            )

    def _toon_inloggen(self) -> None:
        self.stdout.write(f"Wachtwoord voor iedereen: {WACHTWOORD}")
        for inlog in INLOGGEN:
            naam = f"{inlog.naam:<11} code nu {code_nu(inlog.naam)}"
            self.stdout.write(f"  {naam}  geheim {geheim(inlog.naam)}  {inlog.uitleg}")
        self.stdout.write("Een code geldt 30 seconden. Nieuwe codes: manage.py demo_draaien --codes\n")
        self.stdout.flush()
