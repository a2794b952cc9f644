"""Words on the screens of the phone agent."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

JA_NEE = [("ja", _("Ja")), ("nee", _("Nee"))]
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
ROLWOORDEN = {
    "bezoeker": _("bezoeker"),
    "ouder": _("ouder"),
    "helper": _("helpt de bezoeker"),
    "intermediair": _("hulpverlener"),
}
KANAALWOORDEN = {
    "sms": _("sms"),
    "email": _("e-mail"),
    "gesproken": _("telefoongesprek"),
    "papier": _("brief"),
}
STANDEN = {
    "klaar": _("gaat nog weg"),
    "bezig": _("gaat nu weg"),
    "onzeker": _("wij zoeken uit of het is verstuurd"),
    "verstuurd": _("verstuurd"),
    "afgeleverd": _("aangekomen"),
    "mislukt": _("niet gelukt"),
    "vervallen": _("niet meer nodig"),
}
BEGELEIDING = {"eigen_tolk": _("Neemt een eigen tolk mee"), "iemand_mee": _("Er komt iemand mee")}
SOORTEN = {
    "bevestiging": _("Bevestiging"),
    "gewijzigd": _("Wijziging"),
    "geannuleerd_door_burger": _("Afzegging"),
    "geannuleerd_door_gemeente": _("Afzegging door de gemeente"),
    "herinnering": _("Herinnering"),
    "code": _("Code voor de inwoner"),
    "nummer": _("Nummer in de hal"),
    "aan_de_beurt": _("Aan de beurt"),
    "gemist": _("Gemist bij het oproepen"),
    "vertraging": _("Langer wachten"),
}
VOORVALLEN = {
    "afspraak.gemaakt": _("Afspraak gemaakt"),
    "afspraak.bevestigd": _("De inwoner zegt dat het doorgaat"),
    "afspraak.gewijzigd": _("Afspraak aangepast"),
    "afspraak.verlopen": _("De inwoner bevestigde niet op tijd"),
    "afspraak.geannuleerd": _("Afspraak afgezegd"),
    "afspraak.niet_verschenen": _("De inwoner is niet gekomen"),
    "afspraak.herplaatst": _("Een collega neemt de afspraak over"),
    "afspraak.herschikt": _("Een andere medewerker of balie op dezelfde tijd"),
    "bericht.opnieuw": _("Bevestiging opnieuw gestuurd"),
    "link.gewisseld": _("De inwoner kreeg een nieuwe link"),
    "bericht.mislukt": _("Bericht niet aangekomen"),
    "bericht.omgeleid": _("Bericht per e-mail gestuurd: er gaat vandaag geen sms meer uit"),
    "bericht.vervallen": _("Bericht niet verstuurd: het had geen zin meer"),
    "knelpunt.gemeld": _("Knelpunt: de afspraak kan zo niet doorgaan"),
    "knelpunt.opgelost": _("Knelpunt opgelost"),
    "bezoek.aangemeld": _("Aangekomen"),
    "bezoek.ingeschreven": _("Aangekomen zonder afspraak"),
    "bezoek.teruggedraaid": _("Aankomst teruggedraaid"),
    "bezoek.beurtsms_gevraagd": _("Wil een sms aan de beurt"),
    "bezoek.beurtsms_gestopt": _("Wil geen sms meer"),
    "bezoek.opgeroepen": _("Opgeroepen"),
    "bezoek.opnieuw_opgeroepen": _("Nog een keer opgeroepen"),
    "bezoek.niet_hier": _("Opgeroepen, maar niet gekomen"),
    "bezoek.niet_hier_teruggedraaid": _("Toch gekomen"),
    "bezoek.teruggezet": _("Wacht weer: de balie ging dicht"),
    "bezoek.begonnen": _("Gesprek begonnen"),
    "bezoek.geparkeerd": _("Staat even apart"),
    "bezoek.hervat": _("Wacht weer"),
    "bezoek.extra_tijd": _("Extra tijd gegeven"),
    "bezoek.product_erbij": _("Er kwam iets bij"),
    "bezoek.doorgegeven": _("Doorgegeven aan een collega"),
    "bezoek.afgerond": _("Bezoek klaar"),
    "bezoek.weggestuurd": _("Niet geholpen"),
    "bezoek.vertrokken": _("Weggegaan"),
    "bezoek.vertrokken_teruggedraaid": _("Toch niet weggegaan"),
    "bezoek.niet_verschenen": _("Aangekomen, maar niet gezien bij het oproepen"),
}
WIE = {
    "burger": _("inwoner"),
    "telefonist": _("telefonist"),
    "planner": _("planner"),
    "personeel": _("medewerker"),
    "werker": _("vanzelf"),
}
REDENEN = {
    "medewerker_afgemeld": _("de medewerker is er niet"),
    "ruimte": _("zo past er nog iemand bij"),
    "te_laat": _("het was te laat"),
    "achterhaald": _("de afspraak is veranderd"),
    "geen_adres": _("er is geen adres"),
    "onzeker": _("wij weten niet of het is aangekomen"),
}
