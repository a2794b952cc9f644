"""Write who can be reached, with a derived link and a keyed hash of each address."""

from __future__ import annotations

import hmac
from hashlib import sha256
from uuid import uuid4

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from afspraken.models import Afspraak, Contact
from afspraken.rules.aanvraag import Aanvraaggegevens
from afspraken.rules.link import link_hash, link_token
from afspraken.rules.telefoonnummer import lees_telefoonnummer
from locaties.rules.weigering import Weigering

from .toegangscode import KAN_STUREN


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


class EmailKloptNiet(Weigering):
    """No mail can go there; the pages check it too, but keep half an address while a time is held longer."""

    code = "email_klopt_niet"
    melding = "Dit e-mailadres klopt niet. Kijk of u het goed hebt getypt. Een voorbeeld: naam@voorbeeld.nl."


class GeenCodeMogelijk(Weigering):
    """A code must make the appointment sure, and nothing can carry it."""

    code = "geen_code_mogelijk"
    melding = (
        "Kies sms of e-mail. Wij sturen u een code om de afspraak zeker te maken."
        " Lukt dat niet? Bel ons, dan maken wij de afspraak met u."
    )


def toets_code_mogelijk(contact: Contact) -> None:
    """Where a code is asked, paper would be a way around it. Raises ``GeenCodeMogelijk`` (site only)."""
    if settings.BEVESTIGEN_MET_CODE and contact.kanaal not in KAN_STUREN:
        raise GeenCodeMogelijk


def nieuw_contact(afspraak: Afspraak, gegevens: Aanvraaggegevens) -> Contact:
    """Return an unsaved contact.

    Raises ``GegevensOntbreken``, ``NietBereikbaar``, ``Onleesbaar``, ``EmailKloptNiet``.
    """
    if not gegevens.achternaam.strip():
        raise GegevensOntbreken
    telefoon = lees_telefoonnummer(gegevens.telefoon) if gegevens.telefoon.strip() else None
    email = _email(gegevens.email)
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
        telefoonsleutel=adressleutel(telefoon.e164 if telefoon else ""),
        emailsleutel=adressleutel(email.lower()),
        gedeeld=gegevens.gedeeld,
        link_hash=link_hash(link_van(pk, 0)),
    )


def _email(getypt: str) -> str:
    email = getypt.strip()
    if email:
        try:
            validate_email(email)
        except ValidationError as fout:
            raise EmailKloptNiet from fout
    return email


def link_van(contact_id: object, versie: int) -> str:
    """Token of the link of this contact."""
    return link_token(settings.LINK_SLEUTEL, contact_id, versie)  # type: ignore[arg-type]


def adressleutel(adres: str) -> str:
    """Keyed hash of a normalised address: the same for the same person, readable by nobody."""
    if not adres:
        return ""
    return hmac.new(settings.ADRES_SLEUTEL.encode(), adres.encode(), sha256).hexdigest()
