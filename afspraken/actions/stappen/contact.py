"""Write who can be reached, with a derived link and a keyed hash of the address."""

from __future__ import annotations

import hmac
from hashlib import sha256
from uuid import uuid4

from django.conf import settings

from afspraken.models import Afspraak, Contact
from afspraken.rules.aanvraag import Aanvraaggegevens
from afspraken.rules.link import link_hash, link_token
from afspraken.rules.telefoonnummer import lees_telefoonnummer
from locaties.rules.weigering import Weigering


class GegevensOntbreken(Weigering):
    """Something that we need was not filled in."""

    code = "gegevens_ontbreken"
    melding = "Vul uw achternaam in, en een telefoonnummer of een e-mailadres."


class NietBereikbaar(Weigering):
    """The chosen channel cannot reach the address given."""

    code = "niet_bereikbaar"
    melding = (
        "Naar dit nummer kunnen wij geen sms sturen. Kies een andere manier, of vul een mobiel nummer in."
    )


def nieuw_contact(afspraak: Afspraak, gegevens: Aanvraaggegevens) -> Contact:
    """Return an unsaved contact. Raises ``GegevensOntbreken``, ``NietBereikbaar``, ``Onleesbaar``."""
    if not gegevens.achternaam.strip():
        raise GegevensOntbreken
    telefoon = lees_telefoonnummer(gegevens.telefoon) if gegevens.telefoon.strip() else None
    email = gegevens.email.strip()
    kanaal = gegevens.kanaal or ("sms" if telefoon and telefoon.kan_sms else "email" if email else "")
    if kanaal == "sms" and not (telefoon and telefoon.kan_sms):
        raise NietBereikbaar
    if not kanaal or (kanaal == "email" and not email) or (kanaal == "gesproken" and not telefoon):
        raise GegevensOntbreken
    pk = uuid4()
    return Contact(
        id=pk,
        afspraak=afspraak,
        rol=gegevens.rol,
        achternaam=gegevens.achternaam.strip(),
        kanaal=kanaal,
        telefoon=telefoon.e164 if telefoon else "",
        email=email,
        adressleutel=adressleutel(telefoon.e164 if telefoon else email.lower()),
        gedeeld=gegevens.gedeeld,
        link_hash=link_hash(link_van(pk, 0)),
    )


def link_van(contact_id: object, versie: int) -> str:
    """Token of the link of this contact."""
    return link_token(settings.LINK_SLEUTEL, contact_id, versie)  # type: ignore[arg-type]


def adressleutel(adres: str) -> str:
    """Keyed hash of a normalised address: the same for the same person, readable by nobody."""
    if not adres:
        return ""
    return hmac.new(settings.ADRES_SLEUTEL.encode(), adres.encode(), sha256).hexdigest()
