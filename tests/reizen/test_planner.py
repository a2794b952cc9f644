"""The planner signs off an employee: appointments go on, or somebody is called."""

from __future__ import annotations

import re
from datetime import date

from django.utils.timezone import localdate

from afspraken.actions.medewerker_afmelden import medewerker_afmelden
from afspraken.models import Afspraak
from locaties.models import Medewerker

from .boeken import boek
from .inloggen import log_in
from .klok import Klok
from .reis import Reis


def test_een_collega_neemt_de_afspraak_over(telefoon: Reis, tablet: Reis) -> None:
    afspraak = Afspraak.objects.get(code=boek(telefoon))
    eerst = _wie(afspraak)
    log_in(tablet, "planner", pad="/beheer/afmelden/")
    _meld_af(tablet, eerst, localdate(afspraak.begin))
    tablet.ziet("1 afspraak gaat door met een collega")
    assert _wie(afspraak) != eerst


def test_kan_niemand_het_overnemen_dan_staat_er_wie_te_bellen(
    telefoon: Reis, tablet: Reis, klok: Klok
) -> None:
    code = boek(telefoon)
    afspraak = Afspraak.objects.get(code=code)
    dag, eerst = localdate(afspraak.begin), _wie(afspraak)
    anderen = Medewerker.objects.filter(inzetten__datum=dag, inzetten__locatie=afspraak.locatie)
    for ander in anderen.exclude(pk=eerst.pk).distinct():
        medewerker_afmelden(
            medewerker_id=ander.pk, van=dag, tot_en_met=dag, reden="verlof", nu=klok.now(), gebruiker_id=None
        )
    log_in(tablet, "planner", pad="/beheer/afmelden/")
    _meld_af(tablet, eerst, dag)
    tablet.ziet("Voor 1 afspraak is er niemand")
    tablet.ziet("06 1234 5678")
    tablet.link("Naar alle knelpunten")
    tablet.vul("Hoe is het opgelost", "Gebeld, komt morgen")
    tablet.knop("Opgelost")
    tablet.ziet("Geen knelpunten")
    assert Afspraak.objects.get(code=code).status == Afspraak.Status.BEVESTIGD


def _wie(afspraak: Afspraak) -> Medewerker:
    """Return who helps at this appointment."""
    medewerker = afspraak.delen.get().medewerker
    assert medewerker
    return medewerker


def _meld_af(reis: Reis, medewerker: Medewerker, dag: date) -> None:
    reis.kop("Medewerker afmelden")
    reis.pagina.locator("[name=medewerker]").select_option(value=str(medewerker.pk))
    for veld in ("van", "tot_en_met"):
        for nummer, deel in enumerate((dag.day, dag.month, dag.year)):
            reis.pagina.locator(f"[name={veld}_{nummer}]").fill(str(deel))
    reis.pagina.locator("[name=reden]").select_option("verlof")
    reis.knop(re.compile("^Meld de medewerker af"))
