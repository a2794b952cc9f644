"""Names of what the catalogue calls by a word."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

CATEGORIEEN = {
    "hulp": gettext_lazy("Hulp en vragen"),
    "reisdocumenten": gettext_lazy("Paspoort en identiteitskaart"),
    "rijbewijs": gettext_lazy("Rijbewijs"),
    "adres": gettext_lazy("Verhuizen en adres"),
    "familie": gettext_lazy("Geboorte, trouwen en overlijden"),
    "verklaringen": gettext_lazy("Uittreksels en verklaringen"),
    "nationaliteit": gettext_lazy("Nederlander worden"),
    "parkeren en vervoer": gettext_lazy("Parkeren en vervoer"),
    "geld en zorg": gettext_lazy("Geld en zorg"),
    "digitaal": gettext_lazy("DigiD en hulp met de computer"),
}


def categorienaam(categorie: str) -> str:
    """Return the name of a category; one that we do not know is shown as it is."""
    return str(CATEGORIEEN.get(categorie, categorie[:1].upper() + categorie[1:]))


def reden_tekst(reden: str) -> str:
    """Return why an office has no first free moment."""
    if reden == "niet_hier":
        return _("Hier kan dit niet.")
    if reden == "geen_voorziening":
        return _("Dit kantoor heeft niet alles wat u nodig hebt.")
    return _("Hier is de komende weken geen plek.")
