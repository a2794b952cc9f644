"""The shape of the four data files of a municipality."""

from __future__ import annotations

from locaties.rules.gegevensbestand import (
    Keuring,
    Onderdeel,
    Veld,
    Vorm,
    code,
    datum,
    een_van,
    entiteit,
    getal,
    ja_nee,
    keuze,
    lijst,
    mag,
    moet,
    tekst,
    tijd,
    webadres,
)

LOCATIES, PRODUCTEN, BEHOEFTEN, MEDEWERKERS = BESTANDEN = (
    "locaties.json",
    "producten.json",
    "behoeften.json",
    "medewerkers.json",
)
MINUTEN = getal(0, 480)
DAGEN = ("ma", "di", "wo", "do", "vr", "za", "zo")
SOORT = keuze("afspraak", "inloop", "beide")
ONDERDELEN = lijst(lambda _: "")  # what is inside is checked as entries of their own


def _tweetalig(naam: str, keuring: Keuring, *, verplicht: bool = False) -> dict[str, Veld]:
    return {naam: Veld(keuring, verplicht), f"{naam}_en": mag(keuring)}


GEMEENTE: Vorm = {
    "code": moet(code),
    "naam": moet(tekst(80)),
    "telefoon": moet(tekst(30)),
    "telefoon_buitenland": mag(tekst(30)),
    **_tweetalig("tekst_voor_doven", tekst(200)),
    **_tweetalig("bereikbaar", tekst(120)),
}
VOORZIENING: Vorm = {
    "code": moet(code),
    "plek": moet(keuze("balie", "gebouw")),
    **_tweetalig("naam", tekst(80), verplicht=True),
}
OPENINGSTIJD: Vorm = {
    "dag": moet(keuze(*DAGEN)),
    "van": moet(tijd),
    "tot": moet(tijd),
    "soort": moet(SOORT),
    "categorie": mag(tekst(40)),
    "geldig_van": mag(datum),
    "geldig_tot": mag(datum),
}
BALIE: Vorm = {
    "nummer": moet(getal(1, 9999)),
    "naam": mag(tekst(60)),
    "voorzieningen": moet(lijst(code)),
}
LOCATIE: Vorm = {
    "code": moet(code),
    "naam": moet(tekst(80)),
    "korte_naam": moet(tekst(20)),
    "soort": mag(tekst(80)),
    "adres": moet(tekst(120)),
    "postcode": moet(tekst(7)),
    "plaats": moet(tekst(60)),
    "lat": mag(getal(-90, 90, heel=False)),
    "lon": mag(getal(-180, 180, heel=False)),
    "telefoon": moet(tekst(30)),
    "gebouw": moet(lijst(code)),
    "raadsman": mag(tekst(80)),
    "raadsman_telefoon": mag(tekst(30)),
    "raadsman_bereikbaar": mag(tekst(120)),
    "openingstijden": moet(ONDERDELEN),
    "balies": moet(ONDERDELEN),
    "te_laat_na_minuten": mag(MINUTEN),
    "inloopnorm_minuten": mag(MINUTEN),
    "vertragingsnorm_minuten": mag(MINUTEN),
    "horizon_dagen": mag(getal(1, 366)),
}
LEEFTIJDSGROEP: Vorm = {
    "groep": moet(tekst(10)),
    "duur_minuten": moet(getal(1, 480)),
    "extra_minuten_per_persoon": mag(MINUTEN),
    **_tweetalig("neem_mee_extra", lijst(tekst(300))),
    **_tweetalig("wie", tekst(200)),
}
PRIJZEN: Vorm = {
    **{
        naam: mag(getal(0, 10000, heel=False)) for naam in ("bedrag", "tot_18", "online", "toeslag", "totaal")
    },
    "jaar": mag(een_van(getal(2000, 2100), tekst(20))),
    **_tweetalig("toelichting", tekst(200)),
}
PRODUCT: Vorm = {
    "code": moet(code),
    **_tweetalig("naam", tekst(100), verplicht=True),
    "upl_naam": mag(tekst(120)),
    "upl_uri": mag(webadres),
    "categorie": moet(tekst(40)),
    "duur_minuten": moet(getal(1, 480)),
    "extra_minuten_per_persoon": mag(MINUTEN),
    "max_personen": mag(getal(1, 20)),
    "vorm": moet(SOORT),
    "rij": mag(code),
    "locaties": moet(een_van(keuze("alle"), lijst(code))),
    "zelf_komen": mag(ja_nee),
    **_tweetalig("wie_komt_mee", tekst(200)),
    **_tweetalig("neem_mee", lijst(tekst(300))),
    **_tweetalig("meenemen_kort", tekst(60)),
    **_tweetalig("goed_om_te_weten", tekst(300)),
    "kosten": mag(entiteit(PRIJZEN)),
    "spoed": mag(entiteit(PRIJZEN)),
    "kan_online": mag(ja_nee),
    "online_adres": mag(webadres),
    "zoekwoorden": mag(lijst(tekst(60))),
    "min_leeftijd": mag(getal(0, 120)),
    "min_leeftijd_toelichting": mag(tekst(100)),
    "aanlooptijd_minuten": mag(getal(0, 60 * 24 * 60)),
    "horizon_dagen": mag(getal(1, 366)),
    "wettelijke_termijn_werkdagen": mag(getal(1, 100)),
    **_tweetalig("afhalen_toelichting", tekst(200)),
    "afhalen_locaties": mag(lijst(code)),
    "leeftijdsgroepen": mag(ONDERDELEN),
}
SPECIALISME: Vorm = {
    "code": moet(code),
    "naam": moet(tekst(120)),
    "aandeel_vraag": mag(getal(0, 1, heel=False)),
}
BESTELLING: Vorm = {
    "wat": moet(tekst(80)),
    "werkdagen": mag(getal(0, 60)),
    "binnen_werkdagen": mag(getal(0, 60)),
    "vervanging_balie": mag(code),
}
BEHOEFTE: Vorm = {
    "code": moet(code),
    "groep": moet(code),
    **_tweetalig("tekst", tekst(120), verplicht=True),
    **_tweetalig("uitleg", tekst(300), verplicht=True),
    "extra_minuten": mag(getal(0, 60)),
    "vereist_balie": mag(lijst(code)),
    "vereist_gebouw": mag(lijst(code)),
    "specialisme": mag(code),
    "bestelling": mag(entiteit(BESTELLING)),
    "roepwijze": mag(keuze("scherm", "ophalen")),
    "handelingen": mag(lijst(tekst(200))),
}
BEKWAAMHEID: Vorm = {
    "specialisme": moet(code),
    "certificaat": moet(tekst(120)),
    "geldig_van": moet(datum),
    "geldig_tot": moet(datum),
}
PAKKET: Vorm = {"code": moet(code), "producten": moet(lijst(code))}
MEDEWERKER: Vorm = {
    "code": moet(code),
    "naam": moet(tekst(80)),
    "toont_naam": mag(ja_nee),
    "telefoon": mag(tekst(30)),
    "talen": mag(lijst(code)),
    "locatie": moet(code),
    "inzetsoort": mag(SOORT),
    "pakketten": mag(lijst(code)),
    "producten": mag(lijst(code)),
    "bekwaamheden": mag(ONDERDELEN),
}
CONTACTPERSOON: Vorm = {
    "locatie": moet(code),
    "specialisme": mag(code),
    "medewerker": moet(code),
    "vervanger": mag(code),
    "telefoon": moet(tekst(30)),
    **_tweetalig("bereikbaar", tekst(80)),
    "van": moet(datum),
    "tot_en_met": moet(datum),
}
LIJSTEN = (
    Onderdeel(LOCATIES, "voorzieningen", VOORZIENING),
    Onderdeel(LOCATIES, "locaties", LOCATIE, {"openingstijden": OPENINGSTIJD, "balies": BALIE}),
    Onderdeel(PRODUCTEN, "producten", PRODUCT, {"leeftijdsgroepen": LEEFTIJDSGROEP}),
    Onderdeel(BEHOEFTEN, "specialismen", SPECIALISME),
    Onderdeel(BEHOEFTEN, "behoeften", BEHOEFTE),
    Onderdeel(MEDEWERKERS, "pakketten", PAKKET),
    Onderdeel(MEDEWERKERS, "medewerkers", MEDEWERKER, {"bekwaamheden": BEKWAAMHEID}),
    Onderdeel(MEDEWERKERS, "contactpersonen", CONTACTPERSOON),
)
