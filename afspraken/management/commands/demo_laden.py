"""``manage.py demo_laden``: the demo city, ready to be used."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from afspraken.demo.laden import GeenDemo, demo_laden


class Command(BaseCommand):
    """May be run again at any time: it adds what has become due."""

    # It needs the database, not the pages.
    requires_system_checks = []
    help = "Laad de demogemeente met medewerkers, roosters en inlognamen."

    def handle(self, *args: Any, **options: Any) -> None:
        """Load and tell."""
        try:
            stand = demo_laden(nu=timezone.now())
        except GeenDemo as fout:
            raise CommandError(fout.melding) from fout
        self.stdout.write(
            f"Demo geladen: {stand.geladen.locaties} locaties, {stand.geladen.producten} producten,"
            f" {stand.geladen.medewerkers} medewerkers, {stand.inzetten} nieuwe diensten."
        )
