"""What the municipality offers: where, when, who and what."""

from .balie import Balie, Balieuitval
from .gebruiker import Gebruiker, Rol
from .gemeente import Gemeente
from .locatie import ExtraOpening, Locatie, Openingstijd, Sluiting, Voorziening
from .medewerker import Contactpersoon, Inzet, Medewerker, Pauze
from .product import Leeftijdsgroep, Product, ProductOpLocatie
from .versie import Locatiedag, Locatieversie

__all__ = [
    "Balie",
    "Balieuitval",
    "Contactpersoon",
    "ExtraOpening",
    "Gebruiker",
    "Gemeente",
    "Inzet",
    "Leeftijdsgroep",
    "Locatie",
    "Locatiedag",
    "Locatieversie",
    "Medewerker",
    "Openingstijd",
    "Pauze",
    "Product",
    "ProductOpLocatie",
    "Rol",
    "Sluiting",
    "Voorziening",
]
