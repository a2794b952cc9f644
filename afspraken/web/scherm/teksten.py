"""What the letters on the tickets mean."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

SOORTEN = {"A": _("Met afspraak"), "B": _("Zonder afspraak"), "C": _("Afhalen")}
