"""Numbers on paper never meet those of the system."""

from afspraken.rules.reservenummers import RESERVE


def test_reservenummers_liggen_boven_wat_een_kantoor_op_een_dag_geeft():
    assert min(RESERVE) > 900
    assert len(RESERVE) == 40
