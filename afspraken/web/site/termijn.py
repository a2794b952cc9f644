"""What a legal term means for the choice of a day."""

from __future__ import annotations

from datetime import date

from afspraken.web.site.stappen import Stand
from locaties.rules.werkdagen import werkdagen_erbij


def laatste_dag(stand: Stand) -> date | None:
    """Return the last day the law allows; None when there is no term or no date."""
    gebeurd = stand.gegevens.gebeurtenis_op
    termijnen = [product.wettelijke_termijn for product in stand.gekozen if product.wettelijke_termijn]
    if gebeurd is None or not termijnen:
        return None
    return werkdagen_erbij(gebeurd, min(termijnen))
