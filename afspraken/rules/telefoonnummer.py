"""Read a phone number in any way people write it, and say whether an SMS can go there.

SMS goes to an allow-list of mobile ranges only: premium and far-away numbers are how text-message fraud
is paid for.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass

import phonenumbers
from phonenumbers import PhoneNumberFormat, PhoneNumberType

from locaties.rules.weigering import Weigering

STANDAARD_SMS_LANDEN = frozenset({"NL"})

_VOORVOEGSEL = re.compile(r"^\s*(?:tel(?:efoon)?|mob(?:iel)?|nummer|nr)\s*[:.]?\s*", re.IGNORECASE)
# Digits and the signs people put between them; the invisible ones come along with copy and paste.
_TOEGESTAAN = re.compile(r"[\d\s+()\[\]./\\,:;_'\u00b7\u2022\u2010-\u2015\u2212-]+")
_ONZICHTBAAR = re.compile(r"[\u00ad\u200b-\u200f\u2060\u202a-\u202e\u2066-\u2069\ufeff]")
_SCHEIDING = re.compile(r"[^\d+()]")
_MOBIEL = frozenset({PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE_OR_MOBILE})
_GEEN_PERSOON = frozenset(
    {
        PhoneNumberType.PREMIUM_RATE,
        PhoneNumberType.TOLL_FREE,
        PhoneNumberType.SHARED_COST,
        PhoneNumberType.PAGER,
    }
)
_KORTSTE_NATIONAAL = 1_000_000


class Onleesbaar(Weigering):
    """What was typed is no phone number we can call or text."""

    code = "telefoonnummer_onleesbaar"
    melding = (
        "Dit telefoonnummer klopt niet. Kijk of er een cijfer te veel of te weinig staat."
        " Een voorbeeld: 06 1234 5678."
    )


@dataclass(frozen=True)
class Telefoonnummer:
    e164: str
    is_mobiel: bool
    kan_sms: bool
    land: str

    @property
    def toonbaar(self) -> str:
        """As people write it: 06 1234 5678, 070 353 3000, +32 470 12 34 56."""
        return toonbaar(self.e164)


def lees_telefoonnummer(
    tekst: str, regio: str = "NL", *, sms_landen: Collection[str] = STANDAARD_SMS_LANDEN
) -> Telefoonnummer:
    """Read what was typed; a landline is fine, but gets no SMS."""
    nummer = _ontleed(tekst, regio)
    soort = phonenumbers.number_type(nummer)
    if not phonenumbers.is_valid_number(nummer) or soort in _GEEN_PERSOON:
        raise Onleesbaar
    if (nummer.national_number or 0) < _KORTSTE_NATIONAAL:  # 14 070 and its like: the municipality itself
        raise Onleesbaar
    e164 = phonenumbers.format_number(nummer, PhoneNumberFormat.E164)
    land = phonenumbers.region_code_for_number(nummer) or ""
    is_mobiel = soort in _MOBIEL and not e164.startswith("+3197")  # 097 is for machines
    return Telefoonnummer(e164, is_mobiel, kan_sms=is_mobiel and land in sms_landen, land=land)


def toonbaar(e164: str) -> str:
    """A stored number, the way it is read aloud: Dutch numbers with a 0, others with their country."""
    nummer = phonenumbers.parse(e164, None)
    if e164.startswith("+316") and len(e164) == len("+31612345678"):
        return f"06 {e164[4:8]} {e164[8:]}"
    vorm = PhoneNumberFormat.NATIONAL if nummer.country_code == 31 else PhoneNumberFormat.INTERNATIONAL
    return phonenumbers.format_number(nummer, vorm)


def gemaskeerd(e164: str) -> str:
    """Enough to tell two numbers apart on a console, too little to call."""
    return f"{e164[:3]}{'*' * max(len(e164) - 6, 3)}{e164[-3:]}"


def _ontleed(tekst: str, regio: str) -> phonenumbers.PhoneNumber:
    kaal = _VOORVOEGSEL.sub("", _ONZICHTBAAR.sub("", tekst[:100])).strip()
    if not _TOEGESTAAN.fullmatch(kaal):  # letters would silently become digits or an extension
        raise Onleesbaar
    try:
        return phonenumbers.parse(_SCHEIDING.sub("", kaal), regio)
    except phonenumbers.NumberParseException as fout:
        raise Onleesbaar from fout
