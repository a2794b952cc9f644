"""Rules of the whole office: alarms, an employee who falls out, and the end of the day."""

from __future__ import annotations

import sys

from hypothesis import strategies as st
from hypothesis.stateful import rule

from afspraken.actions.alarm_beantwoorden import alarm_beantwoorden
from afspraken.actions.alarm_slaan import alarm_slaan
from afspraken.actions.dag_afsluiten import Besluit, dag_afsluiten
from afspraken.actions.medewerker_afmelden import medewerker_afmelden
from tests.bouwers import DINSDAG, op

from .balie import Balie
from .hal import nummers
from .stand import lees

# How each visit that is still open ends.
BESLUITEN = {
    "wachtend": Besluit("weggestuurd", reden="geen_plek"),
    "opgeroepen": Besluit("niet_verschenen"),
    "in_behandeling": Besluit("afgerond", uitkomst="geholpen"),
    "geparkeerd": Besluit("vertrokken"),
}
SLUIT = op("12:00")
# Odd: decide on everybody; divisible by five: after closing time.
OP_EEN_NA, MET_IEDEREEN = 10, 5


class Dagmachine(Balie):
    """Everybody, and the clock."""

    @rule(nummer=nummers, wat=st.sampled_from(["sla_alarm", "beantwoord", "val_uit", "sluit_de_dag"]))
    def op_kantoor(self, nummer: int, wat: str) -> None:
        """One rule for all of them, so that no run goes without most."""
        getattr(self, wat)(nummer)

    def teardown(self) -> None:
        """However a run ended: the day can be closed, but not while somebody is forgotten."""
        try:
            if sys.exc_info()[0] is None:
                self.sluit_de_dag(OP_EEN_NA)
                self.sluit_de_dag(MET_IEDEREEN)
                self.alles_klopt()
        finally:
            super().teardown()

    def sla_alarm(self, nummer: int) -> None:
        """Help, now."""
        if plek := self.plek(nummer):
            self.doe(alarm_slaan, not plek["einde"], werkplek_id=plek["id"])

    def beantwoord(self, nummer: int) -> None:
        """Who is first answers; later ones hear who."""
        if alarmen := self.stand.alarmen:
            alarm = alarmen[nummer % len(alarmen)]
            door, _ = self.doe(alarm_beantwoorden, True, alarm_id=alarm["id"], door=f"collega {nummer}")
            eerst = alarm["beantwoord_door"] if alarm["beantwoord_op"] else f"collega {nummer}"
            assert door == eerst

    def val_uit(self, nummer: int) -> None:
        """An employee goes home ill; the appointments of the day are looked at again."""
        wie = self.scene.medewerkers[nummer % 3].pk
        velden = {"van": DINSDAG, "tot_en_met": DINSDAG, "reden": "afwezig", "gebruiker_id": None}
        self.doe(medewerker_afmelden, True, medewerker_id=wie, **velden)

    def sluit_de_dag(self, nummer: int) -> None:
        """Not before closing time, and not while anybody is forgotten."""
        vergeet = nummer % 2 == 0
        if nummer % 5 == 0:
            self.nu = max(self.nu, SLUIT)
        open_ = self.stand.open()
        besluiten = {rij["id"]: BESLUITEN[rij["status"]] for rij in open_[1 if vergeet else 0 :]}
        mag = self.nu >= SLUIT and len(besluiten) == len(open_)
        velden = {"locatie_id": self.scene.locatie.pk, "datum": DINSDAG, "besluiten": besluiten}
        _, nee = self.doe(dag_afsluiten, mag, rol="host", **velden)
        if not nee:
            self.mag |= {rij["id"]: BESLUITEN[rij["status"]].naar for rij in open_}
            na = lees()
            assert na.open() == [], "somebody was forgotten"
            assert all(plek["einde"] for plek in na.werkplekken.values()), "a workplace is still open"
            assert all(alarm["beantwoord_op"] for alarm in na.alarmen), "an alarm still rings"
