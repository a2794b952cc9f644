"""What office-days would offer if nothing were taken: a booking changes nothing of it; remembered."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from afspraken.rules.plaatsing import Plek, Werker
from locaties.rules.opening import open_cellen
from locaties.rules.tijdvak import CEL_MINUTEN, CELLEN_PER_DAG, cellen_van, masker, wisselcellen

from .dagmasker import Dagmaskers
from .dagrijen import Dagrijen, Dagsleutel, Dienst, Uitval, lees_rooster
from .geheugen import Geheugen, Versies
from .kantoorfeiten import Kantoorfeiten
from .vaardigheden import Vaardigheid, vaardigheden

DAGEN = 5_000
HELE_DAG = masker(0, CELLEN_PER_DAG)
VOOR_NU = timedelta(days=3650)
geheugen: Geheugen[Dagsleutel, Dagmaskers] = Geheugen(DAGEN)


def dagroosters(
    dagen: Sequence[Dagsleutel], feiten: Mapping[int, Kantoorfeiten], versies: Versies[Dagsleutel]
) -> dict[Dagsleutel, Dagmaskers]:
    """Return these days without any booking; no statement when all are remembered, else one or two."""
    gevonden = geheugen.haal({sleutel: versies.rooster[sleutel] for sleutel in dagen})
    missen = [sleutel for sleutel in dagen if sleutel not in gevonden]
    if not missen:
        return gevonden
    rijen, uitval = lees_rooster(missen)
    wie = ((locatie, d.medewerker_id) for (locatie, _), dag in rijen.items() for d in dag.diensten)
    kan = vaardigheden(wie, versies.kantoor)
    gelezen = {
        sleutel: _rooster(sleutel, feiten[sleutel[0]], rijen[sleutel], uitval.get(sleutel[0], []), kan)
        for sleutel in missen
    }
    geheugen.bewaar(gelezen, versies.rooster)
    return gevonden | gelezen


def _rooster(
    sleutel: Dagsleutel,
    feiten: Kantoorfeiten,
    rijen: Dagrijen,
    uitval: Iterable[Uitval],
    kan: Mapping[tuple[int, int], Vaardigheid],
) -> Dagmaskers:
    locatie, datum = sleutel
    return Dagmaskers(
        open=_open(feiten, datum),
        werkers=tuple(
            _werker(dienst, datum, feiten.zone, rijen, kan[locatie, dienst.medewerker_id])
            for dienst in rijen.diensten
        ),
        plekken=_plekken(feiten, datum, list(uitval)),
        vrijgaven={d.inzet_id: d.vrijgave_op for d in rijen.diensten if d.vrijgave_op is not None},
        vastgehouden=(),
    )


def _open(feiten: Kantoorfeiten, datum: date) -> dict[str, int]:
    """A rule for one category counts only when everything asked is of that category."""
    bestaat = ~wisselcellen(datum, feiten.zone)
    return {
        categorie: bestaat
        & open_cellen(datum, feiten.week, feiten.extra, feiten.gesloten, frozenset({categorie} - {""}))
        for categorie in {"", *(regel.categorie for regel in feiten.week)}
    }


def _werker(dienst: Dienst, datum: date, zone: ZoneInfo, rijen: Dagrijen, kan: Vaardigheid) -> Werker:
    vrij = _dienstcellen(dienst, datum, zone)
    for begin, einde in rijen.pauzes.get(dienst.inzet_id, ()):
        vrij &= ~masker(*cellen_van(begin, einde, datum, zone))
    return Werker(
        dienst.inzet_id,
        dienst.medewerker_id,
        vrij,
        kan.producten,
        kan.specialismen_op(datum),
    )


def _dienstcellen(dienst: Dienst, datum: date, zone: ZoneInfo) -> int:
    """Whole cells inside the shift."""
    eerste, laatste = cellen_van(dienst.begin, dienst.einde, datum, zone)
    return masker(eerste + _is_scheef(dienst.begin, zone), laatste - _is_scheef(dienst.einde, zone))


def _is_scheef(moment: datetime, zone: ZoneInfo) -> bool:
    """Whether it lies inside a cell of the wall clock."""
    lokaal = moment.astimezone(zone)
    return bool(lokaal.minute % CEL_MINUTEN or lokaal.second)


def _plekken(feiten: Kantoorfeiten, datum: date, uitval: list[Uitval]) -> tuple[Plek, ...]:
    return tuple(
        _plek(
            balie,
            eigen,
            _kapot([u for u in uitval if u.balie_id == balie], datum, feiten.zone),
        )
        for balie, eigen in feiten.balies
    )


def _plek(balie: int, eigen: frozenset[str], kapot: list[tuple[str | None, int]]) -> Plek:
    vrij = HELE_DAG
    for voorziening, cellen in kapot:
        if voorziening is None:
            vrij &= ~cellen
    stuk = tuple((voorziening, cellen) for voorziening, cellen in kapot if voorziening is not None and cellen)
    return Plek(balie, vrij, eigen, "afhalen" in eigen, stuk)


def _kapot(uitval: list[Uitval], datum: date, zone: ZoneInfo) -> list[tuple[str | None, int]]:
    return [
        (u.voorziening, masker(*cellen_van(u.begin, u.einde or u.begin + VOOR_NU, datum, zone)))
        for u in uitval
    ]
