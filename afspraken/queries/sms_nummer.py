"""Where does an SMS go?"""

from __future__ import annotations

from typing import cast

from afspraken.models import Bericht, Beurtsms
from afspraken.models.beurtsms import KOLOM, TABEL
from toegankelijkheid.models.zegel import open_zegel

# What ``sms_nummer`` needs at hand.
BIJ_HET_NUMMER = ("contact", "bezoek__beurtsms")


def sms_nummer(bericht: Bericht) -> str:
    """Return the number of the contact, of this message alone, or of the visit; "" when that was taken back.

    No statement after ``select_related(*BIJ_HET_NUMMER)``.
    """
    if bericht.contact is not None:
        return bericht.contact.telefoon
    if bericht.adres:
        return bericht.adres
    gevraagd = getattr(bericht.bezoek, "beurtsms", None)
    return nummer_van(gevraagd) if gevraagd else ""


def nummer_van(gevraagd: Beurtsms) -> str:
    """Open the seal. No statement."""
    return cast("str", open_zegel(tabel=TABEL, kolom=KOLOM, rij=gevraagd.bezoek_id, zegel=gevraagd.verzegeld))
