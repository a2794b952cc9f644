"""Send messages and keep what must be kept up: expiry, wiping, morning mail."""

from __future__ import annotations

import os
import signal
import socket
from argparse import ArgumentParser
from secrets import token_hex
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from afspraken.werk.startcheck import wat_ontbreekt
from afspraken.werk.werker import Werker


class Command(BaseCommand):
    """Runs until SIGTERM or SIGINT; more than one at once is fine."""

    help = "Berichten versturen en opruimen. Met --eenmaal: alleen wat nu klaar staat."

    # It must start, and start fast, whatever the pages of the site are like.
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        """One switch."""
        parser.add_argument("--eenmaal", action="store_true", help="doe wat nu klaar staat en stop")

    def handle(self, *args: Any, **options: Any) -> None:
        """Refuse without credentials, else run."""
        ontbreekt = wat_ontbreekt()
        if ontbreekt:
            raise CommandError(
                "De werker kan geen berichten versturen."
                f" Deze instellingen ontbreken: {', '.join(ontbreekt)}."
                " Vul ze in (docs/beheer.md). Alleen een demo (AFSPRAKEN_DEMO=1) kan zonder."
            )
        werker = Werker(wie=f"{socket.gethostname()[:20]}:{os.getpid()}:{token_hex(4)}")
        if options["eenmaal"]:
            werker.draai_leeg()
            return
        for teken in (signal.SIGTERM, signal.SIGINT):
            signal.signal(teken, lambda *_: werker.stop())
        self.stdout.write("De werker draait.")
        werker.draai()
        self.stdout.write("De werker is gestopt.")
