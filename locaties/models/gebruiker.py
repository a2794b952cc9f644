"""Who logs in, and what they may do where."""

from __future__ import annotations

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.translation import gettext_lazy as _


class Gebruiker(AbstractUser):
    """The user model, ours from the first migration.

    ``pincode``: hashed, "" for none; it unlocks the tablet and nothing else. ``pincode_mis``: wrong in a row.
    """

    pincode = models.CharField(max_length=128, blank=True)
    pincode_op = models.DateTimeField(null=True, blank=True)
    pincode_mis = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name = _("gebruiker")
        verbose_name_plural = _("gebruikers")


class Rol(models.Model):
    """A role at one locatie; without locatie it holds for all."""

    class Soort(models.TextChoices):
        HOST = "host", _("host")
        BALIEMEDEWERKER = "baliemedewerker", _("baliemedewerker")
        TELEFONIST = "telefonist", _("telefonist 14 070")
        PLANNER = "planner", _("planner")
        BEHEERDER = "beheerder", _("beheerder")

    gebruiker = models.ForeignKey(Gebruiker, on_delete=models.CASCADE, related_name="rollen")
    locatie = models.ForeignKey("locaties.Locatie", on_delete=models.CASCADE, null=True, blank=True)
    soort = models.CharField(max_length=20, choices=Soort.choices)

    class Meta:
        verbose_name = _("rol")
        verbose_name_plural = _("rollen")
        constraints = [
            models.UniqueConstraint(fields=["gebruiker", "locatie", "soort"], name="rol_een_keer"),
            models.UniqueConstraint(
                fields=["gebruiker", "soort"],
                condition=models.Q(locatie__isnull=True),
                name="rol_overal_een_keer",
            ),
        ]

    def __str__(self) -> str:
        """Role and place."""
        return f"{self.soort} ({self.locatie or 'alle locaties'})"
