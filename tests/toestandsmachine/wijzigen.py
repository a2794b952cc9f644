"""Rules on an appointment that there is: confirm, move, change, take out, withdraw, cancel."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from hypothesis import strategies as st
from hypothesis.stateful import rule

from afspraken.actions.afspraak_annuleren import afspraak_annuleren
from afspraken.actions.afspraak_bevestigen import afspraak_bevestigen
from afspraken.actions.afspraak_verzetten import afspraak_verzetten
from afspraken.actions.behoeften_wijzigen import behoeften_wijzigen
from afspraken.actions.bericht_opnieuw import bericht_opnieuw
from afspraken.actions.link_wisselen import link_wisselen
from afspraken.actions.persoon_weghalen import persoon_weghalen
from afspraken.actions.toegangscode_sturen import toegangscode_sturen
from afspraken.actions.toestemming_intrekken import toestemming_intrekken
from afspraken.models import Afspraak, Contact
from afspraken.queries.vraag_bij_afspraak import vraag_bij_afspraak

from .basis import GEEN_PLEK
from .boeken import Boeken
from .keuzes import BELOFTEN, Plek, behoeften, plekken, soms, vaak
from .model import KAN_CODE_KRIJGEN, Belofte

WERKT = timedelta(minutes=10)


class Wijzigen(Boeken):
    """What somebody does with an appointment, by the own link or through staff."""

    @rule(belofte=BELOFTEN, goed=vaak)
    def bevestig(self, belofte: UUID, goed: bool) -> None:
        """Type the code from the message."""
        b = self.liefst(belofte, lambda b: b.status == "voorlopig")
        if b is None:
            return
        contact, code = self._contact(b), b.getal if goed else "12"
        was, vers = b.status, bool(b.codes) and b.codes[-1] + WERKT > self.nu and b.pogingen < 5
        _, nee = self.doe(afspraak_bevestigen, afspraak_id=b.id, contact_id=contact, code=code)
        if was == "bevestigd":
            assert nee == ""
        elif not (was == "voorlopig" and b.houdt(self.nu)):
            assert nee == "voorlopig_verlopen"
        elif not vers:
            assert nee == "code_verlopen"
        else:
            assert nee == ("" if goed else "code_onjuist")
            b.pogingen += 1
            if goed:
                b.bevestigd(self.nu)

    @rule(belofte=BELOFTEN)
    def stuur_code(self, belofte: UUID) -> None:
        """Ask for a fresh code."""
        b = self.liefst(belofte, lambda b: b.status == "voorlopig")
        if b is None:
            return
        uur = sum(moment > self.nu - timedelta(hours=1) for moment in b.codes)
        dag = sum(moment > self.nu - timedelta(hours=24) for moment in b.codes)
        net = any(moment > self.nu - timedelta(seconds=30) for moment in b.codes)
        _, nee = self.doe(toegangscode_sturen, contact_id=self._contact(b), doel="bevestigen")
        if b.kanaal not in KAN_CODE_KRIJGEN:
            assert nee == "geen_kanaal"
        elif net:
            assert nee == ""
        elif uur >= 3 or dag >= 10:
            assert nee == "te_veel_codes"
        else:
            assert nee == ""
            b.berichten["code"] += 1
            self.krijgt_code(b)

    @rule(belofte=BELOFTEN, plek=plekken, zonder_aanloop=vaak, liefst=vaak)
    def verzet(self, belofte: UUID, plek: Plek, zonder_aanloop: bool, liefst: bool) -> None:
        """To another time, perhaps at the other office."""
        b = self.liefst(belofte, lambda b: liefst and b.mag_anders(self.nu))
        if b is None:
            return
        begin, aangeboden = self.kies(
            vraag_bij_afspraak(afspraak_id=b.id), plek, zonder_aanloop=zonder_aanloop, zonder_afspraak=b.id
        )
        _, nee = self.doe(
            afspraak_verzetten,
            afspraak_id=b.id,
            begin=begin,
            rol="burger",
            locatie=plek.kantoor,
            zonder_aanloop=zonder_aanloop,
        )
        if not b.mag_anders(self.nu):
            assert nee == "niet_te_wijzigen"
        elif (b.begin, b.locatie) == (begin, plek.kantoor):
            assert nee == ""
        elif nee:
            assert nee in GEEN_PLEK
            assert not aangeboden, "offered, and yet refused"
        else:
            b.geplaatst_op(plek.kantoor, begin, self.model.stap)
            b.gebeurtenissen["afspraak.gewijzigd"] += 1
            b.gewijzigd(self.nu)

    @rule(belofte=BELOFTEN, persoon=st.integers(0, 2), liefst=vaak)
    def haal_persoon_weg(self, belofte: UUID, persoon: int, liefst: bool) -> None:
        """One of them does not come."""
        b = self.liefst(belofte, lambda b: liefst and b.mag_anders(self.nu))
        if b is None:
            return
        _, nee = self.doe(persoon_weghalen, afspraak_id=b.id, persoon=persoon, rol="burger")
        if not b.mag_anders(self.nu):
            assert nee == "niet_te_wijzigen"
        elif persoon not in b.personen():
            assert nee == ""
        elif len(b.personen()) == 1:
            assert nee == "enige_persoon"
        else:
            assert nee == ""
            b.delen = tuple(deel for deel in b.delen if deel.persoon != persoon)
            b.einde = b.begin + b.nieuwe_duur()
            b.gebeurtenissen["afspraak.gewijzigd"] += 1
            b.gewijzigd(self.nu)

    @rule(belofte=BELOFTEN, nieuw=behoeften, toestemming=vaak, liefst=vaak)
    def wijzig_behoeften(self, belofte: UUID, nieuw: frozenset[str], toestemming: bool, liefst: bool) -> None:
        """Choose again what we arrange."""
        b = self.liefst(belofte, lambda b: liefst and b.mag_anders(self.nu))
        if b is None:
            return
        velden = {"behoeften": sorted(nieuw), "toestemming": toestemming, "rol": "burger"}
        _, nee = self.doe(behoeften_wijzigen, afspraak_id=b.id, **velden)
        if not b.mag_anders(self.nu):
            assert nee == "niet_te_wijzigen"
        elif nee:
            assert nee == "past_niet_op_deze_tijd"
        else:
            oud_einde = b.einde
            b.gebeurtenissen["afspraak.gewijzigd"] += 1
            b.behoeften = nieuw if toestemming else frozenset()
            b.geplaatst_op(b.locatie, b.begin, self.model.stap)
            if b.einde != oud_einde:
                b.gewijzigd(self.nu)

    @rule(belofte=BELOFTEN)
    def trek_toestemming_in(self, belofte: UUID) -> None:
        """It always works, and at once; the time comes back where that is possible."""
        b = self.liefst(belofte, lambda b: bool(b.behoeften))
        if b is None:
            return
        had, oud_einde = bool(b.behoeften), b.einde
        _, nee = self.doe(toestemming_intrekken, afspraak_id=b.id, rol="burger")
        assert nee == ""
        b.behoeften = frozenset()
        b.gebeurtenissen["afspraak.gewijzigd"] += had
        if had and b.mag_af(self.nu):
            nu_einde = Afspraak.objects.get(pk=b.id).einde
            assert nu_einde in {oud_einde, b.begin + b.nieuwe_duur()}
            b.einde = nu_einde
            if b.einde != oud_einde and b.status == "bevestigd":
                b.gewijzigd(self.nu)

    @rule(belofte=BELOFTEN, door=st.sampled_from(["burger", "gemeente"]), echt=soms)
    def annuleer(self, belofte: UUID, door: str, echt: bool) -> None:
        """Call it off, by either side; now and then, or nothing would be left."""
        b = self.liefst(belofte, lambda b: not echt or (bool(b.behoeften) and b.mag_af(self.nu)))
        if b is None or not (echt or b.status != "bevestigd"):
            return
        _, nee = self.doe(afspraak_annuleren, afspraak_id=b.id, rol=door, door=door)
        if b.status == "geannuleerd":
            assert nee == ""
        elif not b.mag_af(self.nu):
            assert nee == "niet_te_wijzigen"
        else:
            assert nee == ""
            b.geannuleerd(self.nu, door)

    @rule(belofte=BELOFTEN)
    def wissel_link(self, belofte: UUID) -> None:
        """The old link is dead; the new one goes to the own address."""
        b = self.model.beloften.get(belofte)
        if b is None:
            return
        soort = b.herhaald_als(self.nu)
        _, nee = self.doe(link_wisselen, contact_id=self._contact(b))
        assert nee == ""
        b.link_versie += 1
        if soort:
            b.berichten[soort] += 1

    @rule(belofte=BELOFTEN)
    def stuur_opnieuw(self, belofte: UUID) -> None:
        """Send the confirmation once more; a double click sends one."""
        b = self.model.beloften.get(belofte)
        if b is None:
            return
        soort, minuut = b.herhaald_als(self.nu), f"{self.nu:%d%H%M}"
        _, nee = self.doe(bericht_opnieuw, afspraak_id=b.id, gebruiker_id=None)
        assert nee == ("" if soort else "niet_te_versturen")
        if soort and minuut not in b.herhaald:
            b.herhaald.add(minuut)
            b.berichten[soort] += 1

    def _contact(self, b: Belofte) -> UUID:
        contact = Contact.objects.get(afspraak=b.id)
        assert contact.link_versie == b.link_versie
        return contact.id
