"""Who may open what: one row for each address of the product, whoever made it.

``test_rechten.py`` asks every address for everybody and holds the answer against the row. A new address needs
a row: the key is the name of the route (of the admin: ``admin:<app>_<model>``, for all pages of that model).
What stands in the address (``<uuid:bezoek_id>``) gets its value from ``rechtentoneel.py``, and so does a form
that must be filled in before the office is looked at.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

ROLLEN = ("host", "baliemedewerker", "telefonist", "planner", "beheerder")
TELEFOON = "telefonist host planner"
# Who stands at the counter makes the next appointment there.
BOEKEN = "telefonist host planner baliemedewerker"
BALIE = "baliemedewerker"
KNELPUNTEN = "planner telefonist host"
TE_REGELEN = "planner host"
ONTVANGST = "host planner"
PLANNEN = "planner"
SCHERMEN = "host planner"
ELKE_ROL = " ".join(ROLLEN)


@dataclass(frozen=True, slots=True)
class Rij:
    """Who may, and how it is asked.

    ``soort``: ``openbaar`` (everybody), ``link`` (who has a living link), ``scherm`` (a paired screen),
    ``provider`` (a signature), ``inloggen`` (everybody, to log in), ``account`` (who logged in, for the own
    login), ``rol`` (these roles), ``admin`` (the beheerder in the catalogue).
    ``van_kantoor``: belongs to one office, who works elsewhere finds nothing. ``wijst_door``: a button; who
    only looks is sent to its page.
    ``is_bewijs``: where the second factor is shown. ``ook``: refusals that are right too for who may, because
    there is nothing to show or the login must be proven again.
    """

    soort: str
    rollen: frozenset[str] = frozenset()
    methodes: frozenset[str] = frozenset({"GET", "HEAD", "POST"})
    van_kantoor: bool = False
    is_bewijs: bool = False
    wijst_door: bool = False
    ook: frozenset[str] = frozenset()


def _methodes(tekst: str) -> frozenset[str]:
    namen = set(tekst.split())
    return frozenset(namen | {"HEAD"} if "GET" in namen else namen)


def openbaar(methodes: str = "GET POST") -> Rij:
    """Everybody."""
    return Rij("openbaar", methodes=_methodes(methodes))


def link(methodes: str = "GET POST", *, wijst_door: bool = False) -> Rij:
    """Who has the link of an appointment or a ticket."""
    return Rij("link", methodes=_methodes(methodes), wijst_door=wijst_door)


def scherm(methodes: str = "GET") -> Rij:
    """A screen that was paired."""
    return Rij("scherm", methodes=_methodes(methodes))


def rol(
    rollen: str,
    methodes: str = "GET POST",
    *ook: str,
    van_kantoor: bool = False,
    wijst_door: bool = False,
) -> Rij:
    """Staff with one of these roles; the beheerder always may."""
    wie = frozenset({*rollen.split(), "beheerder"})
    return Rij("rol", wie, _methodes(methodes), van_kantoor, wijst_door=wijst_door, ook=frozenset(ook))


def inloggen(methodes: str = "GET POST", *, is_bewijs: bool = False) -> Rij:
    """Everybody, to log in or out; who is logged in half goes on with the second factor."""
    return Rij("inloggen", methodes=_methodes(methodes), is_bewijs=is_bewijs, ook=frozenset({"inloggen"}))


def account(methodes: str = "GET POST", *, is_bewijs: bool = False) -> Rij:
    """Who logged in with a password, also without a second factor yet: that is where it is set."""
    ook = frozenset({"verboden", "niet gevonden", "tweede factor"})
    return Rij("account", methodes=_methodes(methodes), is_bewijs=is_bewijs, ook=ook)


def admin(methodes: str = "GET POST", *ook: str) -> Rij:
    """Who keeps the catalogue."""
    return Rij("admin", methodes=_methodes(methodes), ook=frozenset(ook))


SITE = {
    "start": openbaar("GET"),
    "taal_kiezen": openbaar("POST"),
    "aanvraag_opnieuw": openbaar("POST"),
    "aanvraag_verder": openbaar("GET"),
    "privacy": openbaar("GET"),
    "alle_drukte": openbaar("GET"),
    "drukte": openbaar("GET"),
    "drukte_json": openbaar("GET"),
    "toegankelijkheid_verklaring": openbaar("GET"),
    "product_kiezen": openbaar("GET"),
    "product_bekijken": openbaar(),
    "product_weghalen": openbaar("POST"),
    "personen_kiezen": openbaar(),
    "gebeurtenis_invullen": openbaar(),
    "hulp_kiezen": openbaar(),
    "behoeften_kiezen": openbaar(),
    "locatie_kiezen": openbaar(),
    "moment_kiezen": openbaar(),
    "geen_moment": openbaar("GET"),
    "moment_verlengen": openbaar(),
    "gegevens_invullen": openbaar(),
    "afspraak_controleren": openbaar("GET"),
    "afspraak_maken": openbaar(),
}
MIJN = {
    "mijn_afspraak": link("GET"),
    "mijn_afspraak_bevestigd": link("GET"),
    "mijn_afspraak_bevestigen": link(),
    "mijn_bevestigcode_sturen": link("POST"),
    "mijn_afspraak_verzet": link("GET"),
    "mijn_afspraak_aangepast": link("GET"),
    "mijn_agenda": link("GET"),
    "mijn_aanmelden": link(),
    "mijn_halen": link(),
    "mijn_binnen": link("POST"),
    "mijn_bezoek": link("GET"),
    "mijn_beurtsms_vragen": link(wijst_door=True),
    "mijn_beurtsms_stoppen": link(wijst_door=True),
    "mijn_afspraak_verzetten": link("GET"),
    "mijn_kantoor_kiezen": link("GET"),
    "mijn_dag_kiezen": link("GET"),
    "mijn_tijd_kiezen": link(),
    "mijn_afspraak_annuleren": link(),
    "mijn_persoon_weghalen": link(),
    "mijn_behoeften": link(),
    "mijn_toestemming_intrekken": link("POST"),
    "mijn_code": link(),
    "mijn_code_sturen": link("POST"),
    "mijn_link_wisselen": link(),
}
AAN_DE_TELEFOON = {
    "telefoon_zoeken": rol(TELEFOON),
    "telefoon_boeken": rol(BOEKEN),
    "telefoon_boeken_opnieuw": rol(BOEKEN),
    "telefoon_product": rol(BOEKEN),
    "telefoon_product_weghalen": rol(BOEKEN),
    "telefoon_moment": rol(BOEKEN),
    "telefoon_moment_verlengen": rol(BOEKEN),
    "telefoon_gegevens": rol(BOEKEN),
    "telefoon_controle": rol(BOEKEN),
    # Only of the appointment that was just made in this session.
    "telefoon_brief": rol(BOEKEN, "GET"),
    "telefoon_afspraak": rol(TELEFOON, "GET", van_kantoor=True),
    "telefoon_verzetten": rol(TELEFOON, van_kantoor=True),
    "telefoon_annuleren": rol(TELEFOON, van_kantoor=True),
    "telefoon_persoon_weghalen": rol(TELEFOON, van_kantoor=True),
    "telefoon_behoeften": rol(TELEFOON, van_kantoor=True),
    "telefoon_toestemming_intrekken": rol(TELEFOON, van_kantoor=True),
    "telefoon_opnieuw_sturen": rol(TELEFOON, van_kantoor=True),
    "telefoon_afdrukken": rol(TELEFOON, "GET", van_kantoor=True),
}
BIJ_DE_INGANG = {
    "ontvangst": rol(ONTVANGST, "GET"),
    "ontvangst_slot": rol(ONTVANGST),
    "ontvangst_op_slot": rol(ONTVANGST, "POST"),
    "ontvangst_pincode": rol(ONTVANGST, "GET POST", "tweede factor"),
    "ontvangst_pincode_weghalen": rol(ONTVANGST, "POST", "tweede factor"),
    "ontvangst_alarm_beantwoorden": rol(ONTVANGST, "POST", van_kantoor=True),
    "ontvangst_gehaald": rol(ONTVANGST, "POST", van_kantoor=True),
    "ontvangst_niet_gehaald": rol(ONTVANGST, "POST", van_kantoor=True),
    "ontvangst_lijst": rol(ONTVANGST, van_kantoor=True),
    "ontvangst_aanmelden": rol(ONTVANGST, "POST", van_kantoor=True),
    "ontvangst_terugdraaien": rol(ONTVANGST, "POST", van_kantoor=True),
    "ontvangst_product": rol(ONTVANGST, van_kantoor=True),
    "ontvangst_inschrijven": rol(ONTVANGST, van_kantoor=True),
    "ontvangst_boeken": rol(ONTVANGST, "POST", van_kantoor=True),
    "ontvangst_scannen": rol(ONTVANGST, "GET", van_kantoor=True),
    "ontvangst_daglijst": rol(ONTVANGST, "GET", van_kantoor=True),
    "ontvangst_reservenummers": rol(ONTVANGST, "GET", van_kantoor=True),
    "ontvangst_bon": rol(ONTVANGST, "GET", van_kantoor=True),
    "ontvangst_wegsturen": rol(ONTVANGST, van_kantoor=True),
    "ontvangst_wachtrij": rol(ONTVANGST, "GET", van_kantoor=True),
    "ontvangst_vertrokken": rol(ONTVANGST, "POST", van_kantoor=True),
    "ontvangst_vertrokken_terugdraaien": rol(ONTVANGST, "POST", van_kantoor=True),
    "ontvangst_niet_hier_terugdraaien": rol(ONTVANGST, "POST", van_kantoor=True),
    "ontvangst_balie_sluiten": rol(ONTVANGST, "POST", van_kantoor=True),
    "ontvangst_afsluiten": rol(ONTVANGST, van_kantoor=True),
}
AAN_DE_BALIE = {
    "balie": rol(BALIE, "GET"),
    "balie_kiezen": rol(BALIE, "GET", van_kantoor=True),
    "balie_openen": rol(BALIE, "POST", van_kantoor=True),
    "balie_sluiten": rol(BALIE, "POST"),
    "balie_pauzeren": rol(BALIE, "POST"),
    "balie_hervatten": rol(BALIE, "POST"),
    "balie_werkplek": rol(BALIE, "GET"),
    "balie_oproepen": rol(BALIE, "POST"),
    "balie_opnieuw_oproepen": rol(BALIE, "POST"),
    "balie_niet_hier": rol(BALIE, "POST"),
    "balie_niet_hier_terugdraaien": rol(BALIE, "POST"),
    "balie_starten": rol(BALIE, "POST"),
    "balie_parkeren": rol(BALIE, "POST"),
    "balie_bezoek_hervatten": rol(BALIE, "POST"),
    "balie_extra_tijd": rol(BALIE, "POST"),
    "balie_behoeften": rol(BALIE, "POST"),
    "balie_product": rol(BALIE, van_kantoor=True),
    "balie_doorgeven": rol(BALIE, van_kantoor=True),
    "balie_afronden": rol(BALIE, van_kantoor=True),
    "balie_raadsman": rol(BALIE, van_kantoor=True),
    "balie_vervolgafspraak": rol(BALIE, "POST"),
    "balie_alarm": rol(BALIE, "POST"),
    "balie_alarm_beantwoorden": rol(BALIE, "POST"),
}
LIVE = {
    # To who is in no office it says nothing, and shows no way elsewhere: the page that asks it must stay.
    "alarmen": openbaar("GET"),
    "live_kantoor": rol(ELKE_ROL, "GET", van_kantoor=True),
    "live_scherm": scherm(),
    "live_bezoek": link("GET"),
}
SCHERM = {
    "scherm": openbaar("GET"),
    "scherm_koppelen": openbaar(),
}
BEHEER = {
    "beheer_schermen": rol(SCHERMEN, "GET"),
    "beheer_scherm_maken": rol(SCHERMEN),
    "beheer_schermcode_geven": rol(SCHERMEN, van_kantoor=True, wijst_door=True),
    "beheer_schermtekst_wijzigen": rol(SCHERMEN, van_kantoor=True, wijst_door=True),
    "beheer_scherm_intrekken": rol(SCHERMEN, van_kantoor=True),
    "beheer_wachttijden": rol(PLANNEN, "GET"),
    "beheer_start": rol(ELKE_ROL, "GET"),
    "beheer_medewerker_afmelden": rol(PLANNEN),
    "beheer_knelpunten": rol(KNELPUNTEN, "GET"),
    "beheer_knelpunt_oplossen": rol(KNELPUNTEN, "POST", van_kantoor=True),
    "beheer_te_regelen": rol(TE_REGELEN, "GET"),
    "beheer_bestelling_bijwerken": rol(TE_REGELEN, "POST", van_kantoor=True),
    # Only in the demo: a day that is played, and messages that leave the machine never.
    "demo_dag": rol(ELKE_ROL),
    "beheer_berichten": openbaar("GET"),
}
ANDEREN = {"provider_sms_status": Rij("provider", methodes=frozenset({"POST"}))}
INLOGGEN = {
    "inloggen": inloggen("GET"),
    "account_login": inloggen(),
    "account_logout": inloggen(is_bewijs=True),
    "account_inactive": inloggen("GET"),
    "account_signup": inloggen(),
    "account_reset_password": inloggen(),
    "account_reset_password_done": inloggen("GET"),
    "account_reauthenticate": account(),
    "account_change_password": account(),
    "account_set_password": account(),
    "mfa_index": account("GET"),
    "mfa_authenticate": inloggen(is_bewijs=True),
    "mfa_reauthenticate": account(is_bewijs=True),
    "mfa_activate_totp": account(),
    "mfa_deactivate_totp": account(),
    "mfa_view_recovery_codes": account("GET"),
    "mfa_generate_recovery_codes": account(),
    "mfa_download_recovery_codes": account(),
    "mfa_list_webauthn": account("GET"),
    "mfa_add_webauthn": account(),
    "mfa_reauthenticate_webauthn": account(is_bewijs=True),
    "mfa_remove_webauthn": account(),
    "mfa_edit_webauthn": account(),
    "mfa_login_webauthn": inloggen(),
}
CATALOGUS = {
    "admin:index": admin(),
    "admin:login": admin(),
    "admin:logout": Rij("openbaar", ook=frozenset({"geen knop"})),
    "admin:password_change": admin(),
    "admin:password_change_done": admin("GET", "geen knop"),
    "admin:autocomplete": admin("GET", "verboden"),
    "admin:jsi18n": admin("GET"),
    "admin:view_on_site": admin("GET POST", "niet gevonden"),
    "admin:app_list": admin(),
    "admin:-": admin("GET POST", "niet gevonden"),
    "admin:auth_user_password_change": admin(),
    "admin:auth_group": admin(),
    "admin:account_emailaddress": admin(),
    # A second factor is taken away there, never read, added or changed.
    "admin:mfa_authenticator": admin("GET POST", "verboden"),
    "admin:locaties_product": admin(),
    "admin:locaties_voorziening": admin(),
    "admin:locaties_gemeente": admin(),
    "admin:locaties_contactpersoon": admin(),
    "admin:locaties_gebruiker": admin(),
    # The needs themselves are kept by who loads the catalogue: nobody deletes one.
    "admin:toegankelijkheid_behoefte": admin("GET POST", "verboden"),
    "admin:toegankelijkheid_specialisme": admin(),
    "admin:toegankelijkheid_bekwaamheid": admin(),
}
RECHTEN: Mapping[str, Rij] = {
    **SITE,
    **MIJN,
    **AAN_DE_TELEFOON,
    **BIJ_DE_INGANG,
    **AAN_DE_BALIE,
    **LIVE,
    **SCHERM,
    **BEHEER,
    **ANDEREN,
    **INLOGGEN,
    **CATALOGUS,
}
