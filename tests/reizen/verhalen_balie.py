"""The story behind the pictures of the counter, of the queue and of the end of a day."""

from __future__ import annotations

import re
from datetime import date

from afspraken.models import Afspraakdeel, Bezoek, Overdracht
from afspraken.models.overdracht import KOLOM, TABEL
from locaties.models import Balie
from toegankelijkheid.models.zegel import verzegel

from .hal import KANTOOR, boek, is_er, loopt_binnen
from .inloggen import log_in
from .klok import BEGIN
from .reis import Reis
from .verhalen import Foto

LEYWEG = "dh-leyweg"
VERHAAL = "Mevrouw begrijpt de brief nu. Ze wil weten hoe ze bezwaar maakt."


def balie(reis: Reis, foto: Foto) -> None:
    """Somebody with a story and an agreement is called, helped and finished."""
    verwacht = boek("rolstoel", "praten", naam="Baksh", telefoon="06 33333333")
    Afspraakdeel.objects.filter(afspraak=verwacht).update(
        balie=Balie.objects.get(locatie__code=KANTOOR, nummer=13)
    )
    bezoeker = is_er(verwacht, BEGIN)
    _vertelde(bezoeker)
    for product in ("rijbewijs_aanvragen", "verhuizing", "paspoort"):
        loopt_binnen(product=product)
    log_in(reis, "balie", pad="/balie/")
    foto("80_balie_kiezen")
    reis.knop("Ga hier zitten balie 13")
    foto("81_balie_vrij")
    reis.knop(re.compile("^Roep A"))
    foto("82_balie_opgeroepen")
    reis.knop("Begin")
    reis.knop("Lees wat we regelen")
    foto("83_balie_helpen")
    reis.link("Geef door")
    foto("84_balie_doorgeven")
    reis.open("/balie/werkplek/")
    reis.link("Klaar")
    foto("85_balie_afronden")
    reis.pagina.locator("summary", has_text="Alarm").click()
    reis.knop("Roep nu hulp")
    foto("86_balie_alarm")


def einde_van_de_dag(reis: Reis, foto: Foto) -> None:
    """The whole queue, and a day that somebody forgot to close."""
    log_in(reis, "planner", pad=f"/ontvangst/{KANTOOR}/wachtrij/")
    reis.open(f"/ontvangst/{KANTOOR}/wachtrij/")
    foto("87_wachtrij")
    for product in ("paspoort", "verhuizing"):
        loopt_binnen(product=product, kantoor=LEYWEG)
    Bezoek.objects.filter(locatie__code=LEYWEG).update(datum=date(2026, 10, 30))
    reis.open(f"/ontvangst/{LEYWEG}/afsluiten/")
    foto("88_dag_afsluiten")
    reis.open(f"/ontvangst/{KANTOOR}/afsluiten/")
    foto("89_nog_open")


def _vertelde(bezoek: Bezoek) -> None:
    """A colleague at an earlier balie wrote down what was said."""
    zegel = verzegel(tabel=TABEL, kolom=KOLOM, rij=bezoek.id, inhoud=[VERHAAL])
    Overdracht.objects.create(bezoek=bezoek, verzegeld=zegel)
