"""An SMS that may not leave today: by e-mail where there is an address, else on the list of who calls."""

from __future__ import annotations

from datetime import datetime

from afspraken.models import Bericht, Contact, Knelpunt
from afspraken.rules.berichtsoort import DAGBERICHTEN, Berichtsoort

from .gebeurtenis import noteer
from .outbox import sluit_af

SOORT = "sms_vol"
REDEN = "Er gaat vandaag geen sms meer uit. Bel over dit bericht, of stuur een e-mail of een brief."
# Nobody calls for these: a code is of no use any more, and a reminder only repeats what somebody knows.
NIET_OP_DE_LIJST = DAGBERICHTEN | {Berichtsoort.CODE, Berichtsoort.HERINNERING}


def leid_om(bericht: Bericht, vol: str, *, nu: datetime) -> None:
    """Put it in the outbox again as a mail, or end it; ``vol``: the limit that is reached.

    A message of the day stays where the host sees it (``queries/zonder_sms``). Others are a knelpunt.
    """
    if _kan_per_mail(bericht):
        _wordt_mail(bericht, vol, nu)
        return
    sluit_af(bericht, Bericht.Status.MISLUKT, nu=nu, fout=vol)
    if bericht.afspraak_id and bericht.soort not in NIET_OP_DE_LIJST:
        Knelpunt.objects.get_or_create(
            afspraak_id=bericht.afspraak_id,
            soort=SOORT,
            opgelost_op=None,
            defaults={"sinds": nu, "reden": REDEN},
        )


def _kan_per_mail(bericht: Bericht) -> bool:
    """A code only goes where it was asked for: that somebody has that very phone is what it shows."""
    contact = bericht.contact
    return contact is not None and bool(contact.email) and bericht.soort != Berichtsoort.CODE


def _wordt_mail(bericht: Bericht, vol: str, nu: datetime) -> None:
    bericht.kanaal, bericht.status, bericht.fout = Contact.Kanaal.EMAIL, Bericht.Status.KLAAR, vol
    bericht.lease_tot, bericht.lease_van = None, ""
    bericht.save()
    if bericht.afspraak_id and bericht.soort not in DAGBERICHTEN:
        noteer(
            bericht.afspraak_id,
            "bericht.omgeleid",
            nu=nu,
            rol="werker",
            reden=vol,
            berichtsoort=bericht.soort,
            kanaal=bericht.kanaal,
        )
