"""SMS texts: GSM-7, one part, no name, no need, no product that tells a story.

Each kind is a ladder from the fullest wording to the shortest; the first that fits one part is sent, so a
long office name or host name costs words and never a second part.
"""

from afspraken.rules.berichtdatum import datum, korte_datum, tijd, wanneer
from afspraken.rules.berichtsoort import Berichtgegevens, Berichtsoort
from afspraken.rules.gsm7 import naar_gsm7, past_in_een_deel

_LADDERS: dict[str, dict[Berichtsoort, tuple[str, ...]]] = {
    "nl": {
        Berichtsoort.BEVESTIGING: (
            "{gemeente}: afspraak {datum} {tijd}, {kantoor}, code {code}. "
            "Wijzigen of afzeggen: {link} of bel {telefoon}",
            "{gemeente}: afspraak {kort} {tijd}, {kantoor}, code {code}. "
            "Wijzigen of afzeggen: {link} of bel {telefoon}",
            "{gemeente}: {kort} {tijd}, {kantoor}, code {code}. "
            "Wijzigen of afzeggen: {link} of bel {telefoon}",
            "{gemeente}: {kort} {tijd}, {kantoor}, code {code}. Wijzigen: {link} of bel {telefoon}",
        ),
        Berichtsoort.GEWIJZIGD: (
            "{gemeente}: uw afspraak is nu {datum} {tijd}, {kantoor}, code {code}. "
            "Wijzigen of afzeggen: {link} of bel {telefoon}",
            "{gemeente}: uw afspraak is nu {kort} {tijd}, {kantoor}, code {code}. "
            "Bekijken: {link} of bel {telefoon}",
            "{gemeente}: uw afspraak is nu {kort} {tijd}, {kantoor}. Bekijken: {link} of bel {telefoon}",
        ),
        Berichtsoort.GEANNULEERD_DOOR_BURGER: (
            "{gemeente}: uw afspraak van {datum} {tijd} is afgezegd. "
            "Nieuwe afspraak? {link} of bel {telefoon}",
            "{gemeente}: afspraak {kort} {tijd} is afgezegd. Nieuwe afspraak? {link} of bel {telefoon}",
        ),
        Berichtsoort.GEANNULEERD_DOOR_GEMEENTE: (
            "{gemeente}: uw afspraak {datum} {tijd}, {kantoor}, gaat niet door. Sorry. "
            "Nieuwe afspraak? {link} of bel {telefoon}",
            "{gemeente}: uw afspraak {kort} {tijd} gaat niet door. Sorry. "
            "Nieuwe afspraak? {link} of bel {telefoon}",
        ),
        Berichtsoort.HERINNERING: (
            "{Wanneer} {tijd} {kantoor}. Neem mee: {meenemen}. Kunt u niet? {link} of bel {telefoon}",
            "{Wanneer} {tijd} {kantoor}. Wat neemt u mee? Kunt u niet komen? Zie {link} of bel {telefoon}",
            "{Wanneer} {tijd} {kantoor}. Meer weten of afzeggen? {link} of bel {telefoon}",
        ),
        Berichtsoort.CODE: (
            "{verificatiecode} is uw code voor {gemeente}. De code werkt 10 minuten. "
            "Geef de code aan niemand anders.",
            "{verificatiecode} is uw code voor {gemeente}. De code werkt 10 minuten.",
        ),
        Berichtsoort.NUMMER: (
            "{gemeente}: uw nummer is {nummer} in {kantoor}. Volg het hier: {link}",
            "{gemeente}: uw nummer is {nummer}. Volg het hier: {link}",
            "Uw nummer is {nummer}. Volg het hier: {link}",
        ),
        Berichtsoort.AAN_DE_BEURT: ("U bent aan de beurt. Kom naar balie {balie}.", "U bent aan de beurt."),
        Berichtsoort.GEMIST: (
            "Wij hebben u gemist. Bent u er nog? Ga naar de ingang. "
            "Nieuwe afspraak? {link} of bel {telefoon}",
            "Wij hebben u gemist. Nieuwe afspraak? {link} of bel {telefoon}",
        ),
        Berichtsoort.VERTRAGING: (
            "U moet {minuten} minuten langer wachten. U bent om {tijd} aan de beurt. Sorry.",
        ),
    },
    "en": {
        Berichtsoort.BEVESTIGING: (
            "{gemeente}: appointment {datum} {tijd}, {kantoor}, code {code}. "
            "Change or cancel: {link} or call {telefoon}",
            "{gemeente}: appointment {kort} {tijd}, {kantoor}, code {code}. "
            "Change or cancel: {link} or call {telefoon}",
            "{gemeente}: {kort} {tijd}, {kantoor}, code {code}. Change or cancel: {link} or call {telefoon}",
            "{gemeente}: {kort} {tijd}, {kantoor}, code {code}. Change: {link} or call {telefoon}",
        ),
        Berichtsoort.GEWIJZIGD: (
            "{gemeente}: your appointment is now {datum} {tijd}, {kantoor}, code {code}. "
            "Change or cancel: {link} or call {telefoon}",
            "{gemeente}: appointment is now {kort} {tijd}, {kantoor}, code {code}. "
            "View: {link} or call {telefoon}",
            "{gemeente}: appointment is now {kort} {tijd}, {kantoor}. View: {link} or call {telefoon}",
        ),
        Berichtsoort.GEANNULEERD_DOOR_BURGER: (
            "{gemeente}: your appointment of {datum} {tijd} is cancelled. "
            "New appointment? {link} or call {telefoon}",
            "{gemeente}: appointment {kort} {tijd} is cancelled. New one? {link} or call {telefoon}",
        ),
        Berichtsoort.GEANNULEERD_DOOR_GEMEENTE: (
            "{gemeente}: sorry, we have to cancel your appointment {datum} {tijd}, {kantoor}. "
            "New appointment? {link} or call {telefoon}",
            "{gemeente}: sorry, we cancel your appointment {kort} {tijd}. New one? {link} or call {telefoon}",
        ),
        Berichtsoort.HERINNERING: (
            "{Wanneer} {tijd} {kantoor}. Please bring: {meenemen}. Can't come? {link} or call {telefoon}",
            "{Wanneer} {tijd} {kantoor}. What to bring? Can't come? See {link} or call {telefoon}",
            "{Wanneer} {tijd} {kantoor}. More or cancel? {link} or call {telefoon}",
        ),
        Berichtsoort.CODE: (
            "{verificatiecode} is your code for {gemeente}. It works for 10 minutes. "
            "Do not give this code to anybody else.",
            "{verificatiecode} is your code for {gemeente}. It works for 10 minutes.",
        ),
        Berichtsoort.NUMMER: (
            "{gemeente}: your number is {nummer} at {kantoor}. Follow it here: {link}",
            "{gemeente}: your number is {nummer}. Follow it here: {link}",
            "Your number is {nummer}. Follow it here: {link}",
        ),
        Berichtsoort.AAN_DE_BEURT: ("It is your turn. Go to counter {balie}.", "It is your turn."),
        Berichtsoort.GEMIST: (
            "We missed you. Are you still here? Go to the entrance. "
            "New appointment? {link} or call {telefoon}",
            "We missed you. New appointment? {link} or call {telefoon}",
        ),
        Berichtsoort.VERTRAGING: (
            "You have to wait {minuten} minutes longer. It is your turn at {tijd}. Sorry.",
        ),
    },
}


def sms_tekst(soort: Berichtsoort, gegevens: Berichtgegevens, taal: str) -> str:
    """The fullest wording that fits one part; the shortest when none does (the message lint tells)."""
    woorden = _woorden(gegevens, taal)
    ladder = _LADDERS[taal][soort]
    if soort is Berichtsoort.HERINNERING and not gegevens.meenemen_kort:
        ladder = ladder[1:]
    if soort is Berichtsoort.AAN_DE_BEURT and not gegevens.balie:
        ladder = ladder[1:]
    teksten = [naar_gsm7(trede.format_map(woorden)) for trede in ladder]
    return next((tekst for tekst in teksten if past_in_een_deel(tekst)), teksten[-1])


def _woorden(gegevens: Berichtgegevens, taal: str) -> dict[str, str]:
    plaatselijk = gegevens.begin.astimezone(gegevens.zone)
    dag = wanneer(gegevens, taal)
    return {
        "gemeente": gegevens.gemeente,
        "telefoon": gegevens.telefoon,
        "kantoor": gegevens.locatie_kort,
        "code": gegevens.code,
        "link": gegevens.link,
        "meenemen": gegevens.meenemen_kort,
        "verificatiecode": gegevens.verificatiecode,
        "nummer": gegevens.nummer,
        "balie": gegevens.balie,
        "minuten": gegevens.minuten,
        "datum": datum(plaatselijk, taal),
        "kort": korte_datum(plaatselijk, taal),
        "tijd": tijd(plaatselijk, taal),
        "Wanneer": dag[0].upper() + dag[1:],
    }
