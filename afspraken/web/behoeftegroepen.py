"""The groups of needs, as staff read them."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

BEHOEFTEGROEPEN = {
    "bewegen": _("Bewegen"),
    "zien": _("Zien"),
    "horen": _("Horen"),
    "praten": _("Praten"),
    "begrijpen": _("Begrijpen"),
    "rust": _("Rust"),
    "steun": _("Steun"),
}
