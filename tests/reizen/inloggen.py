"""Staff log in with a password and the code of their app."""

from __future__ import annotations

from afspraken.demo.gebruikers import WACHTWOORD, code_nu

from .reis import Reis


def log_in(reis: Reis, naam: str, *, pad: str = "/telefoon/") -> None:
    """Open a staff page and pass the door."""
    reis.open(pad)
    reis.kop("Inloggen")
    reis.vul("Gebruikersnaam", naam)
    reis.vul("Wachtwoord", WACHTWOORD)
    reis.knop("Inloggen")
    reis.kop("Vul uw code in")
    reis.pagina.locator("[name=code]").fill(code_nu(naam))
    reis.knop("Inloggen")
