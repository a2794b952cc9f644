"""Rules of the hall: who comes, who goes, and the clock."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

from hypothesis import strategies as st
from hypothesis.stateful import rule

from afspraken.actions.aanmelden_terugdraaien import aanmelden_terugdraaien
from afspraken.actions.bezoek_hervatten import bezoek_hervatten
from afspraken.actions.bezoek_parkeren import bezoek_parkeren
from afspraken.actions.bezoeker_aanmelden import bezoeker_aanmelden
from afspraken.actions.bezoeker_inschrijven import bezoeker_inschrijven
from afspraken.actions.bezoeker_vertrokken import bezoeker_vertrokken
from afspraken.actions.bezoeker_wegsturen import bezoeker_wegsturen
from afspraken.rules.aanvraag import Gevraagd

from .basis import Dagbasis
from .wereld import BEHOEFTEN, PRODUCTEN

nummers = st.integers(0, 999)


class Hal(Dagbasis):
    """The door, the host and the own phone."""

    @rule(
        nummer=nummers,
        wat=st.sampled_from(
            [
                "meld_aan",
                "meld_aan",
                "schrijf_in",
                "schrijf_in",
                "draai_terug",
                "zet_apart",
                "haal_terug",
                "stuur_weg",
                "vertrek",
            ]
        ),
    )
    def in_de_hal(self, nummer: int, wat: str) -> None:
        """One rule for all of them, so that no run goes without most."""
        getattr(self, wat)(nummer)

    @rule(minuten=st.sampled_from([1, 2, 3, 5, 8, 15]))
    def verstrijk(self, minuten: int) -> None:
        """Time passes."""
        self.nu += timedelta(minutes=minuten)

    def meld_aan(self, nummer: int) -> None:
        """Somebody with an appointment is here; again is the same ticket."""
        afspraak_id = self.afspraken[nummer % len(self.afspraken)]
        was = next((r for r in self.stand.bezoeken.values() if r["afspraak_id"] == afspraak_id), None)
        uit, nee = self.doe(
            bezoeker_aanmelden, None, afspraak_id=afspraak_id, rol=("host", "burger")[nummer % 2]
        )
        if nee:
            return
        komt = was is None or was["status"] in {"vertrokken", "niet_verschenen"}
        assert was is None or was["id"] == uit.bezoek_id, "another ticket"
        self.mag[uit.bezoek_id] = "wachtend" if komt else was["status"]  # type: ignore[index]

    def schrijf_in(self, nummer: int) -> None:
        """Somebody without an appointment; the form is sent twice."""
        producten = (PRODUCTEN[:1], PRODUCTEN[1:], PRODUCTEN)[nummer % 3]
        behoefte = ("", "", *BEHOEFTEN)[nummer % 5]
        velden = {
            "bezoek_id": uuid4(),
            "locatie": self.scene.locatie.code,
            "producten": tuple(Gevraagd(code) for code in producten),
            "behoeften": (behoefte,) if behoefte else (),
            "rol": "host",
        }
        uit, nee = self.doe(bezoeker_inschrijven, None, **velden)
        if not nee:
            nog_eens, _ = self.doe(bezoeker_inschrijven, True, **velden)
            assert (nog_eens.letter, nog_eens.nummer) == (uit.letter, uit.nummer), "two numbers for one"
            self.mag[uit.bezoek_id] = "wachtend"

    def draai_terug(self, nummer: int) -> None:
        """Not here after all."""
        if rij := self.wie(nummer, "wachtend"):
            al = rij["status"] == "vertrokken"
            mag = True if rij["status"] == "wachtend" else None if al else False
            _, nee = self.doe(aanmelden_terugdraaien, mag, bezoek_id=rij["id"], rol="host")
            self.mag[rij["id"]] = rij["status"] if nee or al else "vertrokken"

    def zet_apart(self, nummer: int) -> None:
        """The host sets somebody apart."""
        if rij := self.wie(nummer, "wachtend", "geparkeerd"):
            mag = rij["status"] in {"wachtend", "in_behandeling", "geparkeerd"}
            self.doe(bezoek_parkeren, mag, bezoek_id=rij["id"], rol="host")
            self.mag[rij["id"]] = "geparkeerd" if mag else rij["status"]

    def haal_terug(self, nummer: int) -> None:
        """And back."""
        if rij := self.wie(nummer, "geparkeerd"):
            mag = rij["status"] in {"wachtend", "geparkeerd"}
            self.doe(bezoek_hervatten, mag, bezoek_id=rij["id"])
            self.mag[rij["id"]] = "wachtend" if mag else rij["status"]

    def stuur_weg(self, nummer: int) -> None:
        """We cannot help; that counts against us."""
        if rij := self.wie(nummer, "wachtend", "opgeroepen", "in_behandeling"):
            mag = rij["status"] in {"wachtend", "opgeroepen", "in_behandeling", "weggestuurd"}
            velden = {"bezoek_id": rij["id"], "reden": "papieren", "rol": "host"}
            self.doe(bezoeker_wegsturen, mag, **velden)
            self.mag[rij["id"]] = "weggestuurd" if mag else rij["status"]

    def vertrek(self, nummer: int) -> None:
        """Somebody went home."""
        if rij := self.wie(nummer, "wachtend", "geparkeerd"):
            mag = rij["status"] in {"wachtend", "opgeroepen", "geparkeerd", "vertrokken"}
            self.doe(bezoeker_vertrokken, mag, bezoek_id=rij["id"], rol="host")
            self.mag[rij["id"]] = "vertrokken" if mag else rij["status"]
