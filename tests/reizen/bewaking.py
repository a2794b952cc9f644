"""What no journey may cause, watched from the browser: script errors, CSP violations, broken files, a 500."""

from __future__ import annotations

from playwright.sync_api import ConsoleMessage, Page, Response

# The browser reports every 4xx on the console too; for a page (404, 409, 422) that is an answer, not a fault.
GEMELD_ANTWOORD = "Failed to load resource"
BLADZIJDEN = {"document", "xhr", "fetch", "eventsource"}


class Bewaking:
    """Collects faults of a page, to be judged at the end."""

    def __init__(self) -> None:
        """Nothing seen yet."""
        self.fouten: list[str] = []

    def let_op(self, pagina: Page) -> None:
        """Listen to this page."""
        pagina.on("console", self._console)
        pagina.on("pageerror", lambda fout: self.fouten.append(f"script: {fout}"))
        pagina.on("response", self._antwoord)

    def _console(self, bericht: ConsoleMessage) -> None:
        if bericht.type == "error" and not bericht.text.startswith(GEMELD_ANTWOORD):
            self.fouten.append(f"console: {bericht.text}")

    def _antwoord(self, antwoord: Response) -> None:
        is_bestand = antwoord.request.resource_type not in BLADZIJDEN
        if antwoord.status >= 500 or (antwoord.status >= 400 and is_bestand):
            self.fouten.append(f"{antwoord.status}: {antwoord.url}")
