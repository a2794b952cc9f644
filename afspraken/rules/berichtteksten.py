"""One door to every text that leaves: kind, channel and language in, subject and text out."""

from afspraken.rules.berichtsoort import Berichtgegevens, Berichtsoort, NeemMee, Tekst
from afspraken.rules.mailteksten import mail_tekst, papier_tekst
from afspraken.rules.smsteksten import sms_tekst

__all__ = ["TALEN", "Berichtgegevens", "Berichtsoort", "NeemMee", "Tekst", "maak_bericht"]

TALEN = ("nl", "en")


def maak_bericht(soort: Berichtsoort, gegevens: Berichtgegevens, *, kanaal: str, taal: str = "nl") -> Tekst:
    """The text for `sms`, `email` or `papier`; a language we do not write gets Dutch."""
    taal = taal if taal in TALEN else "nl"
    match kanaal:
        case "sms":
            return Tekst("", sms_tekst(soort, gegevens, taal))
        case "email":
            return mail_tekst(soort, gegevens, taal)
        case "papier":
            return papier_tekst(soort, gegevens, taal)
        case _:
            raise ValueError(kanaal)
