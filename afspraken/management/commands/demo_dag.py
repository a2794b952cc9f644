"""``manage.py demo_dag``: play a day of an office; with --volg play what is started on the page."""

from __future__ import annotations

import os
import signal
import socket
import time
from argparse import ArgumentParser
from secrets import token_hex
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from afspraken.demo.dag.speler import Speler, echte_tijd
from afspraken.demo.dag.stand import BELASTING, dag_spelen, dag_terugzetten
from afspraken.demo.dag.voortgang import Voortgang, speelbare_kantoren, voortgang
from afspraken.demo.laden import GeenDemo
from afspraken.models import Demodag
from afspraken.queries.demotijd import demotijd
from locaties.rules.weigering import Weigering

VERTEL_ELKE = 5.0


class Command(BaseCommand):
    """Runs until the day is over, or until SIGTERM or SIGINT. Killed: run it again, it goes on."""

    help = "Speel een dag van een kantoor van de demo."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Which office, how fast, how busy."""
        parser.add_argument("--kantoor", default="", help="code; zonder: het grootste kantoor")
        parser.add_argument("--snelheid", type=int, default=30, help="1 tot 60 keer zo snel als echt")
        parser.add_argument(
            "--belasting", type=int, default=BELASTING, help="procent van de tijd van de ploeg"
        )
        parser.add_argument("--zaad", default="", help="hetzelfde zaad: dezelfde mensen")
        parser.add_argument("--stil", action="store_true", help="vertel niet hoe ver de dag is")
        parser.add_argument("--volg", action="store_true", help="speel wat op de bladzijde wordt gestart")
        parser.add_argument(
            "--terug", action="store_true", help="zet de dag terug en de klok op de echte tijd"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Start, play and tell."""
        if not settings.DEMO:
            raise CommandError(GeenDemo.melding)
        speler = Speler(wie=f"{socket.gethostname()[:20]}:{os.getpid()}:{token_hex(4)}")
        if options["volg"]:
            for teken in (signal.SIGTERM, signal.SIGINT):
                signal.signal(teken, lambda *_: speler.stop())
            speler.draai()
            return
        try:
            self._begin(options)
        except Weigering as fout:
            raise CommandError(fout.melding) from fout
        self._speel(speler, stil=options["stil"])

    def _begin(self, options: dict[str, Any]) -> None:
        if options["terug"]:
            dag_terugzetten(echt=echte_tijd())
        elif voortgang(nu=echte_tijd()) is None:
            dag_spelen(
                kantoor=options["kantoor"] or speelbare_kantoren()[0][0],
                snelheid=options["snelheid"],
                belasting=options["belasting"],
                zaad=options["zaad"],
                echt=echte_tijd(),
            )

    def _speel(self, speler: Speler, *, stil: bool) -> None:
        """Play along: when another process has the day, only tell."""
        verteld = 0.0
        while (stand := voortgang(nu=demotijd(echt=echte_tijd()))) and stand.staat != Demodag.Staat.KLAAR:
            if not stil and time.monotonic() - verteld > VERTEL_ELKE:
                verteld = time.monotonic()
                self._vertel(stand)
            if not speler.beurt():
                time.sleep(0.2)
        if not stil:
            self._vertel(stand)

    def _vertel(self, stand: Voortgang | None) -> None:
        if stand is None:
            self.stdout.write("De demo heeft weer de echte tijd.")
            return
        self.stdout.write(
            f"{stand.kantoor} {stand.datum} {stand.nu.astimezone():%H:%M} ({stand.staat_tekst}):"
            f" geboekt {stand.geboekt} van {stand.te_boeken}, gekomen {stand.gekomen} van {stand.verwacht},"
            f" wachten {stand.wachtend}, aan een balie {stand.aan_een_balie}, klaar {stand.klaar}"
        )
        self.stdout.flush()
