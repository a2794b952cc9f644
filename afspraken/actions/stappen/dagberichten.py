"""Put the messages of the day in the outbox, inside the deed's own transaction.

The number and the turn go only to who asked for it at this visit. That it takes longer, or that we missed
somebody, is about what was agreed: who made an appointment hears it the way the appointment was confirmed.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from afspraken.models import Bericht, Bezoek, Contact, Oproep
from afspraken.rules.berichtsoort import Berichtsoort
from afspraken.rules.dagrand import dag_op
from afspraken.rules.herinneringen import GELDIGHEID_AAN_DE_BEURT

# A letter does not arrive in the hall.
OP_TIJD = (Contact.Kanaal.SMS, Contact.Kanaal.EMAIL)
WACHT = frozenset({Bezoek.Status.WACHTEND, Bezoek.Status.GEPARKEERD})
# A contact of the appointment, or None: the number that was given at the visit.
Lezers = Sequence[Contact | None]


def bericht_nummer(bezoek: Bezoek, *, nu: datetime) -> int:
    """The ticket with the link of its page, once per visit. Return how many messages that makes."""
    tot = _einde_dag(bezoek)
    return _zet_klaar(bezoek, Berichtsoort.NUMMER, _vrager(bezoek), nu=nu, tot=tot, sleutel="")


def bericht_aan_de_beurt(oproep: Oproep, *, nu: datetime) -> int:
    """Where to go, once per call; what was said before and has not left yet is taken out.

    At most one statement for who did not ask, a few for who did.
    """
    bezoek, soort = oproep.bezoek, Berichtsoort.AAN_DE_BEURT
    vrager = _vrager(bezoek)
    if vrager:
        _haal_terug(bezoek, soort, Berichtsoort.VERTRAGING)
    tot, sleutel = nu + GELDIGHEID_AAN_DE_BEURT, str(oproep.pk)
    return _zet_klaar(bezoek, soort, vrager, nu=nu, tot=tot, sleutel=sleutel, balie_id=oproep.balie_id)


def bericht_gemist(bezoek: Bezoek, *, nu: datetime) -> int:
    """We called and nobody came; once per miss (its last call), until the end of the day."""
    _haal_terug(bezoek, Berichtsoort.AAN_DE_BEURT)
    tot, sleutel = _einde_dag(bezoek), str(bezoek.oproepen.latest("op", "id").pk)
    return _zet_klaar(bezoek, Berichtsoort.GEMIST, _lezers(bezoek), nu=nu, tot=tot, sleutel=sleutel)


def bericht_vertraging(bezoek: Bezoek, *, minuten: int, nieuw_op: datetime, nu: datetime) -> int:
    """So many minutes longer, until the new time (aware UTC): once per new time, only to who waits.

    An earlier one that has not left yet is taken out. Four statements at most.
    """
    if bezoek.status not in WACHT or nieuw_op <= nu or minuten <= 0:
        return 0
    soort, op = Berichtsoort.VERTRAGING, nieuw_op.replace(second=0, microsecond=0).isoformat()
    _haal_terug(bezoek, soort, behalve=op)
    return _zet_klaar(
        bezoek, soort, _lezers(bezoek), nu=nu, tot=nieuw_op, sleutel=op, minuten=minuten, nieuw_op=op
    )


def _vrager(bezoek: Bezoek) -> Lezers:
    return [None] if hasattr(bezoek, "beurtsms") else []


def _lezers(bezoek: Bezoek) -> Lezers:
    """Who asked for it here; else who can be reached about the appointment."""
    bekend = Contact.objects.filter(afspraak__bezoek=bezoek, kanaal__in=OP_TIJD)
    return _vrager(bezoek) or list(bekend.order_by("id"))


def _zet_klaar(
    bezoek: Bezoek,
    soort: Berichtsoort,
    aan: Lezers,
    *,
    nu: datetime,
    tot: datetime,
    sleutel: str,
    **gegevens: Any,
) -> int:
    """Once per ``sleutel`` and reader."""
    Bericht.objects.bulk_create(
        [
            Bericht(
                afspraak_id=bezoek.afspraak_id,
                bezoek=bezoek,
                contact=contact,
                soort=soort.value,
                kanaal=contact.kanaal if contact else Contact.Kanaal.SMS,
                taal=bezoek.taal,
                gegevens=gegevens,
                dedupe=f"{bezoek.id}:{contact.id.hex[:12] if contact else 'hier'}:{soort.value}:{sleutel}",
                versturen_na=nu,
                nutteloos_na=tot,
                aangemaakt_op=nu,
            )
            for contact in aan
        ],
        ignore_conflicts=True,
    )
    return len(aan)


def _haal_terug(bezoek: Bezoek, *soorten: Berichtsoort, behalve: str = "") -> None:
    """Take out what has not left yet: the same may be told again later."""
    klaar = Bericht.objects.filter(bezoek=bezoek, soort__in=soorten, status=Bericht.Status.KLAAR)
    (klaar.exclude(dedupe__endswith=f":{behalve}") if behalve else klaar).delete()


def _einde_dag(bezoek: Bezoek) -> datetime:
    return dag_op(bezoek.datum, bezoek.locatie.zone)[1]
