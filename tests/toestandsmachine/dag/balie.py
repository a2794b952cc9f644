"""Rules of the counter: sit, call, help, pass on, finish."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import initialize, rule

from afspraken.actions.bezoek_afronden import bezoek_afronden
from afspraken.actions.bezoek_doorgeven import bezoek_doorgeven
from afspraken.actions.bezoek_parkeren import bezoek_parkeren
from afspraken.actions.bezoek_starten import bezoek_starten
from afspraken.actions.bezoeker_niet_hier import bezoeker_niet_hier
from afspraken.actions.bezoeker_opnieuw_oproepen import bezoeker_opnieuw_oproepen
from afspraken.actions.bezoeker_oproepen import bezoeker_oproepen
from afspraken.actions.extra_tijd_geven import extra_tijd_geven
from afspraken.actions.niet_hier_terugdraaien import niet_hier_terugdraaien
from afspraken.actions.product_toevoegen import product_toevoegen
from afspraken.actions.werkplek_hervatten import werkplek_hervatten
from afspraken.actions.werkplek_openen import werkplek_openen
from afspraken.actions.werkplek_pauzeren import werkplek_pauzeren
from afspraken.actions.werkplek_sluiten import werkplek_sluiten
from afspraken.queries.wachtrijstand import wachtrijstand
from afspraken.rules.volgorde import volgende
from locaties.models import Inzet

from .hal import Hal, nummers
from .stand import Rij
from .wereld import PRODUCTEN

# More often: what the rest needs to happen at all.
KNOPPEN = (
    *("help_volgende", "help_volgende", "is_niet_hier") * 2,
    *("ga_zitten", "roep_volgende", "roep_deze", "rond_af", "geef_door", "zet_even_apart", "doe_er_meer"),
    *("begin", "kom_terug", "roep_nog_eens", "toch_wel_hier", "ga_weg"),
)


class Balie(Hal):
    """Everybody with a counter."""

    @initialize()
    def ga_open(self) -> None:
        """Two sit down before the doors open, and some people are in the hall already."""
        for nummer in (0, 1):
            self.ga_zitten(4 * nummer)
            self.alles_klopt()
        for nummer in range(4):
            self.meld_aan(2 * nummer)
            self.alles_klopt()
        for nummer in range(2):
            self.schrijf_in(nummer)
            self.alles_klopt()
        self.help_volgende(1)
        self.alles_klopt()
        self.roep_volgende(0)
        self.alles_klopt()
        self.roep_nog_eens(1)
        self.alles_klopt()

    @rule(nummer=nummers, knoppen=st.lists(st.sampled_from(KNOPPEN), min_size=3, max_size=3))
    def aan_de_balie(self, nummer: int, knoppen: list[str]) -> None:
        """Three presses; one rule for all buttons, so that no run goes without most."""
        for knop in knoppen:
            getattr(self, knop)(nummer)
            self.alles_klopt()

    def ga_zitten(self, nummer: int) -> None:
        """At a free balie; who sat elsewhere leaves it."""
        wie, waar = nummer % 3, nummer // 3 % 3
        open_ = [rij for rij in self.stand.werkplekken.values() if not rij["einde"]]
        pk, balie = self.scene.medewerkers[wie].pk, self.scene.balies[waar].pk
        mijn = next((rij for rij in open_ if rij["medewerker_id"] == pk), None)
        bezet = any(rij["balie_id"] == balie and rij["medewerker_id"] != pk for rij in open_)
        verlaat = mijn is not None and mijn["balie_id"] != balie and self.hier(mijn) is not None
        self.doe(werkplek_openen, not bezet and not verlaat, medewerker_id=pk, balie_id=balie)

    def help_volgende(self, nummer: int) -> None:
        """Call who is next, and begin."""
        self.roep_volgende(nummer)
        self.alles_klopt()
        self.begin(nummer | 1)

    def roep_volgende(self, nummer: int) -> None:
        """Press "Volgende": whom the rule picks in the same state, and nobody else."""
        if plek := self.plek(nummer):
            hier = self.hier(plek)
            mag = not plek["einde"] and (hier is not None or not plek["pauze_sinds"])
            keuze = self._regel(plek) if mag and hier is None else None
            uit, nee = self.doe(
                bezoeker_oproepen, mag and (hier or keuze) is not None, werkplek_id=plek["id"]
            )
            if nee:
                return
            hoort = hier["id"] if hier else keuze
            assert uit.bezoek_id == hoort, "another one was called than the rule says"
            self.mag[uit.bezoek_id] = hier["status"] if hier else "opgeroepen"

    def _regel(self, plek: Rij) -> object:
        stand = wachtrijstand(self.scene.locatie, self.nu)
        keuze = volgende(stand.wachtenden, stand.plaatsen, stand.plaats(plek["id"]), stand.verwacht, stand.nu)
        return keuze and keuze.wachtende_id

    def roep_deze(self, nummer: int) -> None:
        """Call one in particular."""
        plek, rij = self.plek(nummer), self.wie(nummer, "wachtend", "geparkeerd")
        if plek and rij:
            hier = self.hier(plek)
            if hier:
                mag = not plek["einde"] and hier["id"] == rij["id"]
            else:
                vrij = not plek["einde"] and not plek["pauze_sinds"]
                mag = vrij and rij["status"] in {"wachtend", "geparkeerd"}
            self.doe(bezoeker_oproepen, mag, werkplek_id=plek["id"], bezoek_id=rij["id"])
            self.mag[rij["id"]] = "opgeroepen" if mag and not hier else rij["status"]

    def roep_nog_eens(self, nummer: int) -> None:
        """Call again."""
        if paar := self.paar(nummer, "opgeroepen"):
            plek, rij = paar
            mag = _is_hier(plek, rij) and rij["status"] == "opgeroepen"
            self.doe(bezoeker_opnieuw_oproepen, mag, werkplek_id=plek["id"], bezoek_id=rij["id"])
            self.mag[rij["id"]] = rij["status"]

    def is_niet_hier(self, nummer: int) -> None:
        """Nobody came: keeps the place; gone after three times, but never who is fetched."""
        if paar := self.paar(nummer, "opgeroepen"):
            plek, rij = paar
            mag = _is_hier(plek, rij) and rij["status"] == "opgeroepen"
            self.doe(bezoeker_niet_hier, mag, werkplek_id=plek["id"], bezoek_id=rij["id"])
            weg = rij["gemist"] >= 2 and rij["roepwijze"] != "ophalen"
            self.mag[rij["id"]] = rij["status"] if not mag else "niet_verschenen" if weg else "wachtend"

    def toch_wel_hier(self, nummer: int) -> None:
        """Undo the miss."""
        if rij := self.wie(nummer, "niet_verschenen"):
            mag = rij["gemist"] > 0 and rij["status"] in {"niet_verschenen", "wachtend"}
            self.doe(niet_hier_terugdraaien, mag, bezoek_id=rij["id"])
            self.mag[rij["id"]] = "wachtend" if mag else rij["status"]

    def begin(self, nummer: int) -> None:
        """Somebody sits down."""
        if paar := self.paar(nummer, "opgeroepen"):
            plek, rij = paar
            mag = _is_hier(plek, rij) and rij["status"] in {"opgeroepen", "in_behandeling"}
            self.doe(bezoek_starten, mag, werkplek_id=plek["id"], bezoek_id=rij["id"])
            self.mag[rij["id"]] = "in_behandeling" if mag else rij["status"]

    def doe_er_meer(self, nummer: int) -> None:
        """Extra time, or one more product."""
        minuten, product = (0, 5, 15, 61)[nummer % 4], ("", *PRODUCTEN)[nummer % 3]
        if paar := self.paar(nummer, "in_behandeling"):
            plek, rij = paar
            wie = {"werkplek_id": plek["id"], "bezoek_id": rij["id"]}
            mag = _is_hier(plek, rij) and rij["status"] == "in_behandeling"
            if product:
                self.doe(product_toevoegen, mag, product=product, **wie)
            else:
                self.doe(extra_tijd_geven, mag and minuten <= 60, minuten=minuten, **wie)
            self.mag[rij["id"]] = rij["status"]

    def zet_even_apart(self, nummer: int) -> None:
        """Make photographs first."""
        if paar := self.paar(nummer, "in_behandeling"):
            plek, rij = paar
            # Who was called comes first; who stands apart is at no balie any more.
            mag = _is_hier(plek, rij) and rij["status"] == "in_behandeling"
            self.doe(bezoek_parkeren, mag, werkplek_id=plek["id"], bezoek_id=rij["id"])
            self.mag[rij["id"]] = "geparkeerd" if mag else rij["status"]

    def geef_door(self, nummer: int) -> None:
        """To a colleague, to who was trained, or for one more product."""
        aan = ("collega", "opleiding", "product")[nummer % 3]
        if paar := self.paar(nummer, "in_behandeling"):
            plek, rij = paar
            mag: bool | None = _is_hier(plek, rij) and rij["status"] == "in_behandeling"
            collega = self.scene.medewerkers[nummer % 3].pk
            soorten: dict[str, dict[str, Any]] = {
                "collega": {"medewerker_id": collega},
                "opleiding": {"specialisme": "begrijpelijk"},
                "product": {"product": "rijbewijs"},
            }
            if mag and aan == "collega":
                mag = Inzet.objects.filter(medewerker=collega, afgemeld_op=None, einde__gt=self.nu).exists()
            if mag and aan == "product":
                mag = None  # is on the list already, and done
            wie = {"werkplek_id": plek["id"], "bezoek_id": rij["id"], "verhaal": "De foto was te oud."}
            _, nee = self.doe(bezoek_doorgeven, mag, **wie, **soorten[aan])
            self.mag[rij["id"]] = rij["status"] if nee else "wachtend"

    def rond_af(self, nummer: int) -> None:
        """Ready; once more changes nothing."""
        uitkomst = ("geholpen", "deels", "niet", "niet_mogelijk")[nummer % 4]
        if paar := self.paar(nummer, "in_behandeling"):
            plek, rij = paar
            mag = _is_hier(plek, rij) and rij["status"] in {"in_behandeling", "afgerond"}
            wie = {"werkplek_id": plek["id"], "bezoek_id": rij["id"]}
            self.doe(bezoek_afronden, mag, uitkomst=uitkomst, **wie)
            self.mag[rij["id"]] = "afgerond" if mag else rij["status"]

    def ga_weg(self, nummer: int) -> None:
        """A pause, or home; who was called goes back to the hall."""
        sluit = nummer % 2 == 0
        if plek := self.plek(nummer):
            hier = self.hier(plek) if not plek["einde"] else None
            met = hier is not None and hier["status"] == "in_behandeling"
            if sluit:
                self.doe(werkplek_sluiten, not met, werkplek_id=plek["id"])
            else:
                mag = not plek["einde"] and (not met or bool(plek["pauze_sinds"]))
                self.doe(werkplek_pauzeren, mag, werkplek_id=plek["id"])
            if hier is not None:
                self.mag[hier["id"]] = hier["status"] if met else "wachtend"

    def kom_terug(self, nummer: int) -> None:
        """End the pause."""
        if plek := self.plek(nummer):
            self.doe(werkplek_hervatten, not plek["einde"], werkplek_id=plek["id"])


def _is_hier(plek: Rij, rij: Rij) -> bool:
    """Whether this visit is, or was last, at this workplace."""
    return (plek["medewerker_id"], plek["balie_id"]) == (rij["medewerker_id"], rij["balie_id"])
