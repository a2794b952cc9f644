"""A deaf citizen asks for a sign language interpreter: ordered in time, or one on a screen."""

from __future__ import annotations

import re

from .boeken import eerste_plek, kies_aantal, kies_dag, kies_hulp, kies_product, kies_tijd, maak, vul_gegevens
from .inloggen import log_in
from .reis import Reis

TOLK = "Ik wil een tolk gebarentaal"
OP_SCHERM = "U krijgt een tolk op een scherm"
BESTELD = "tolk Nederlandse Gebarentaal"


def test_een_tolk_die_op_tijd_is_gevraagd_staat_op_de_lijst_te_regelen(telefoon: Reis, tablet: Reis) -> None:
    _tot_moment(telefoon)
    kies_dag(telefoon, nummer=-1)
    telefoon.ziet_niet(OP_SCHERM)
    kies_tijd(telefoon)
    vul_gegevens(telefoon, telefoon="", email="doof@voorbeeld.nl")
    code = maak(telefoon)
    log_in(tablet, "planner", pad="/beheer/te-regelen/")
    tablet.ziet(BESTELD)
    tablet.ziet(code)
    tablet.knop(re.compile(rf"{BESTELD} {code}"))
    tablet.ziet(BESTELD)


def test_een_tolk_die_te_laat_is_gevraagd_komt_op_een_scherm(telefoon: Reis, tablet: Reis) -> None:
    _tot_moment(telefoon)
    telefoon.ziet(OP_SCHERM)
    kies_tijd(telefoon)
    vul_gegevens(telefoon, telefoon="", email="doof@voorbeeld.nl")
    code = maak(telefoon)
    log_in(tablet, "planner", pad="/beheer/te-regelen/")
    tablet.ziet_niet(code)


def _tot_moment(reis: Reis) -> None:
    kies_product(reis)
    kies_aantal(reis, volwassen=1)
    kies_hulp(reis, TOLK)
    eerste_plek(reis)
