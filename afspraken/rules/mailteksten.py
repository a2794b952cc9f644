"""E-mail and paper texts: plain text, most important first, no name of the visitor, no need.

The line about what we arrange stands in every message, with needs or without: a line that only some
people get would itself tell something.
"""

from afspraken.rules.berichtdatum import tijd, volle_datum
from afspraken.rules.berichtsoort import DAGBERICHTEN, Berichtgegevens, Berichtsoort, NeemMee, Tekst

_ONDERWERP = {"nl": "Uw afspraak bij {gemeente}", "en": "Your appointment at {gemeente}"}
_ONDERWERP_DAG = {"nl": "Uw bezoek aan {gemeente}", "en": "Your visit to {gemeente}"}
_ONDERWERP_CODE = {"nl": "Uw code voor {gemeente}", "en": "Your code for {gemeente}"}

_OPENING: dict[str, dict[Berichtsoort, str]] = {
    "nl": {
        Berichtsoort.BEVESTIGING: "Uw afspraak staat. Wij verwachten u op {datum} om {tijd} in {kantoor}.",
        Berichtsoort.GEWIJZIGD: (
            "Uw afspraak is veranderd. Wij verwachten u nu op {datum} om {tijd} in {kantoor}."
        ),
        Berichtsoort.HERINNERING: (
            "Denkt u aan uw afspraak? Wij verwachten u op {datum} om {tijd} in {kantoor}."
        ),
        Berichtsoort.GEANNULEERD_DOOR_BURGER: (
            "U hebt uw afspraak van {datum} om {tijd} afgezegd. U hoeft niets meer te doen."
        ),
        Berichtsoort.GEANNULEERD_DOOR_GEMEENTE: (
            "Uw afspraak van {datum} om {tijd} in {kantoor} gaat niet door. Dat spijt ons."
        ),
        Berichtsoort.CODE: (
            "Uw code is {verificatiecode}.\n\nDe code werkt 10 minuten. Geef de code aan niemand anders.\n\n"
            "Hebt u niet om een code gevraagd? Dan hoeft u niets te doen."
        ),
        Berichtsoort.NUMMER: "Uw nummer is {nummer} in {kantoor}.",
        Berichtsoort.AAN_DE_BEURT: "U bent aan de beurt.",
        Berichtsoort.GEMIST: (
            "Wij hebben u gemist in {kantoor}. Bent u er nog? Ga naar de medewerker bij de ingang."
        ),
        Berichtsoort.VERTRAGING: (
            "U moet {minuten} minuten langer wachten. U bent om {tijd} aan de beurt. Sorry."
        ),
    },
    "en": {
        Berichtsoort.BEVESTIGING: (
            "Your appointment is booked. We expect you on {datum} at {tijd} at {kantoor}."
        ),
        Berichtsoort.GEWIJZIGD: (
            "Your appointment has changed. We now expect you on {datum} at {tijd} at {kantoor}."
        ),
        Berichtsoort.HERINNERING: (
            "Do not forget your appointment. We expect you on {datum} at {tijd} at {kantoor}."
        ),
        Berichtsoort.GEANNULEERD_DOOR_BURGER: (
            "You cancelled your appointment of {datum} at {tijd}. You do not need to do anything else."
        ),
        Berichtsoort.GEANNULEERD_DOOR_GEMEENTE: (
            "Your appointment of {datum} at {tijd} at {kantoor} is cancelled. We are sorry."
        ),
        Berichtsoort.CODE: (
            "Your code is {verificatiecode}.\n\nThe code works for 10 minutes."
            " Do not give it to anybody else.\n\n"
            "Did you not ask for a code? Then you do not need to do anything."
        ),
        Berichtsoort.NUMMER: "Your number is {nummer} at {kantoor}.",
        Berichtsoort.AAN_DE_BEURT: "It is your turn.",
        Berichtsoort.GEMIST: (
            "We missed you at {kantoor}. Are you still here? Go to the person at the entrance."
        ),
        Berichtsoort.VERTRAGING: (
            "You have to wait {minuten} minutes longer. It is your turn at {tijd}. Sorry."
        ),
    },
}

_REGELS: dict[str, dict[str, str]] = {
    "nl": {
        "adres": "Adres: {adres}",
        "code": "Uw code: {code}. Laat de code zien als u binnenkomt.",
        "producten": "Dit komt u regelen:",
        "neem_mee": "Neem mee:",
        "geregeld": "Vroeg u ons om iets voor u te regelen? Bekijk het via de link.",
        "geregeld_papier": "Vroeg u ons om iets voor u te regelen? Vraag ernaar of bel {telefoon}.",
        "contact": "Uw contactpersoon: {contactpersoon}, telefoon {contactpersoon_telefoon}.",
        "reden": "De reden: {reden}",
        "anders": "Wijzigen of afzeggen? Ga naar {link}",
        "nieuw": "Een nieuwe afspraak maken? Ga naar {link}",
        "bellen": "Bellen kan ook: {telefoon}.",
        "anders_papier": "Wijzigen of afzeggen? Bel {telefoon}.",
        "nieuw_papier": "Een nieuwe afspraak maken? Bel {telefoon}.",
        "buitenland": "Vanuit het buitenland: {telefoon_buitenland}.",
        "doven": "Kunt u niet bellen? {tekst_voor_doven}",
    },
    "en": {
        "adres": "Address: {adres}",
        "code": "Your code: {code}. Show the code when you come in.",
        "producten": "You come for:",
        "neem_mee": "Please bring:",
        "geregeld": "Did you ask us to arrange something for you? You can see it through the link.",
        "geregeld_papier": "Did you ask us to arrange something for you? Ask us or call {telefoon}.",
        "contact": "Your contact: {contactpersoon}, telephone {contactpersoon_telefoon}.",
        "reden": "The reason: {reden}",
        "anders": "Change or cancel? Go to {link}",
        "nieuw": "Make a new appointment? Go to {link}",
        "bellen": "You can also call: {telefoon}.",
        "anders_papier": "Change or cancel? Call {telefoon}.",
        "nieuw_papier": "Make a new appointment? Call {telefoon}.",
        "buitenland": "From abroad: {telefoon_buitenland}.",
        "doven": "Can you not call? {tekst_voor_doven}",
    },
}
_ZONDER_VERVOLG = {Berichtsoort.CODE, *DAGBERICHTEN} - {Berichtsoort.GEMIST}
_KOMT = {Berichtsoort.BEVESTIGING, Berichtsoort.GEWIJZIGD, Berichtsoort.HERINNERING}


def mail_tekst(soort: Berichtsoort, gegevens: Berichtgegevens, taal: str) -> Tekst:
    """A neutral subject and the plain text."""
    return _tekst(soort, gegevens, taal, met_link=True)


def papier_tekst(soort: Berichtsoort, gegevens: Berichtgegevens, taal: str) -> Tekst:
    """The same for who has no phone and no e-mail: what asks for a link asks for a call instead."""
    return _tekst(soort, gegevens, taal, met_link=False)


def _tekst(soort: Berichtsoort, gegevens: Berichtgegevens, taal: str, *, met_link: bool) -> Tekst:
    woorden = _woorden(gegevens, taal)
    alineas = [_OPENING[taal][soort].format_map(woorden)]
    if soort not in _ZONDER_VERVOLG:
        komt = soort in _KOMT
        alineas += (
            _komst(gegevens, taal, woorden, met_link=met_link) if komt else _reden(gegevens, taal, woorden)
        )
        link = "anders" if komt else "nieuw"
        alineas.append(_hoe_verder(gegevens, taal, woorden, link=link, met_link=met_link))
    onderwerp = _onderwerp(soort)[taal].format_map(woorden)
    return Tekst(onderwerp, "\n\n".join([*alineas, gegevens.gemeente]) + "\n")


def _onderwerp(soort: Berichtsoort) -> dict[str, str]:
    if soort is Berichtsoort.CODE:
        return _ONDERWERP_CODE
    return _ONDERWERP_DAG if soort in DAGBERICHTEN else _ONDERWERP


def _woorden(gegevens: Berichtgegevens, taal: str) -> dict[str, str]:
    plaatselijk = gegevens.begin.astimezone(gegevens.zone)
    velden = {naam: waarde for naam, waarde in vars(gegevens).items() if isinstance(waarde, str)}
    return velden | {
        "datum": volle_datum(plaatselijk, taal),
        "tijd": tijd(plaatselijk, taal),
        "kantoor": gegevens.locatie_naam,
    }


def _komst(gegevens: Berichtgegevens, taal: str, woorden: dict[str, str], *, met_link: bool) -> list[str]:
    regels = _REGELS[taal]
    alineas = [regels["adres"].format_map(woorden) + "\n" + regels["code"].format_map(woorden)]
    if gegevens.producten:
        alineas.append(_lijst(regels["producten"], gegevens.producten))
    if any(persoon.dingen for persoon in gegevens.neem_mee):
        alineas.append(regels["neem_mee"] + _per_persoon(gegevens.neem_mee))
    alineas.append(regels["geregeld" if met_link else "geregeld_papier"].format_map(woorden))
    if gegevens.contactpersoon and gegevens.contactpersoon_telefoon:
        alineas.append(regels["contact"].format_map(woorden))
    return alineas


def _reden(gegevens: Berichtgegevens, taal: str, woorden: dict[str, str]) -> list[str]:
    return [_REGELS[taal]["reden"].format_map(woorden)] if gegevens.reden else []


def _hoe_verder(
    gegevens: Berichtgegevens, taal: str, woorden: dict[str, str], *, link: str, met_link: bool
) -> str:
    namen = [link, "bellen"] if met_link and gegevens.link else [f"{link}_papier"]
    namen += ["buitenland"] if gegevens.telefoon_buitenland else []
    namen += ["doven"] if gegevens.tekst_voor_doven else []
    return "\n".join(_REGELS[taal][naam].format_map(woorden) for naam in namen)


def _per_persoon(neem_mee: tuple[NeemMee, ...]) -> str:
    """With one person the heading says it all."""
    met_iets = [persoon for persoon in neem_mee if persoon.dingen]
    if len(neem_mee) == 1:
        return _lijst("", met_iets[0].dingen)
    return "".join("\n" + _lijst(f"{persoon.wie}:", persoon.dingen) for persoon in met_iets)


def _lijst(kop: str, dingen: tuple[str, ...]) -> str:
    return kop + "".join(f"\n- {ding}" for ding in dingen)
