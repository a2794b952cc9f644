"""Words on the screens of the phone agent."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

JA_NEE = [("ja", _("Ja")), ("nee", _("Nee"))]
BEHOEFTEGROEPEN = {
    "bewegen": _("Bewegen"),
    "zien": _("Zien"),
    "horen": _("Horen"),
    "praten": _("Praten"),
    "begrijpen": _("Begrijpen"),
    "rust": _("Rust"),
    "steun": _("Steun"),
}
LEEFTIJDSGROEPEN = {
    "": _("Aantal mensen"),
    "0-11": _("0 tot en met 11 jaar"),
    "12-17": _("12 tot en met 17 jaar"),
    "18+": _("18 jaar of ouder"),
}
KANALEN = [
    ("sms", _("Met een sms")),
    ("email", _("Met een e-mail")),
    ("papier", _("Op papier")),
]
ROLLEN = [
    ("bezoeker", _("De bezoeker zelf")),
    ("ouder", _("Een ouder")),
    ("helper", _("Iemand die helpt")),
    ("intermediair", _("Een hulpverlener")),
]
BEGELEIDING = {"eigen_tolk": _("Neemt een eigen tolk mee"), "iemand_mee": _("Er komt iemand mee")}
SOORTEN = {
    "bevestiging": _("Bevestiging"),
    "gewijzigd": _("Wijziging"),
    "geannuleerd_door_burger": _("Afzegging"),
    "geannuleerd_door_gemeente": _("Afzegging door de gemeente"),
    "herinnering": _("Herinnering"),
    "code": _("Code voor de inwoner"),
}
VOORVALLEN = {
    "afspraak.gemaakt": _("Afspraak gemaakt"),
    "afspraak.bevestigd": _("De inwoner zegt dat het doorgaat"),
    "afspraak.gewijzigd": _("Afspraak aangepast"),
    "afspraak.verzet": _("Andere tijd gekozen"),
    "afspraak.geannuleerd": _("Afspraak afgezegd"),
    "afspraak.herplaatst": _("Een collega neemt de afspraak over"),
    "persoon.weggehaald": _("Een persoon komt niet mee"),
    "bericht.opnieuw": _("Bevestiging opnieuw gestuurd"),
    "link.gewisseld": _("De inwoner kreeg een nieuwe link"),
    "toegangscode.gestuurd": _("Code gestuurd"),
    "toegangscode.gebruikt": _("Code gebruikt"),
    "knelpunt.gemeld": _("Knelpunt: de afspraak kan zo niet doorgaan"),
    "knelpunt.opgelost": _("Knelpunt opgelost"),
}
WIE = {
    "burger": _("inwoner"),
    "telefonist": _("telefonist"),
    "planner": _("planner"),
    "personeel": _("medewerker"),
}
