"""Pytest plugin: say what was skipped and why; where everything is demanded, a skip is a failure."""

import os

import pytest
from _pytest.terminal import TerminalReporter


def _reden(rapport: pytest.TestReport | pytest.CollectReport) -> str:
    """Return the reason of a skip without pytest's own prefix."""
    tekst = rapport.longrepr[2] if isinstance(rapport.longrepr, tuple) else str(rapport.longrepr)
    return tekst.removeprefix("Skipped: ")


def _eis_alles() -> bool:
    return os.environ.get("AFSPRAKEN_EIS_ALLES") == "1"


def _overgeslagen(session: pytest.Session) -> list[pytest.TestReport]:
    """Return the reports of skipped tests; an expected failure is not one of them."""
    verslag = session.config.pluginmanager.get_plugin("terminalreporter")
    return list(verslag.stats.get("skipped", ())) if verslag else []


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """Turn a green run with skips into a red one where everything must run."""
    is_hoofdproces = not hasattr(session.config, "workerinput")
    if (
        is_hoofdproces
        and _eis_alles()
        and _overgeslagen(session)
        and session.exitstatus == pytest.ExitCode.OK
    ):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: TerminalReporter) -> None:
    """List every skipped test with its reason, before pytest's own last line."""
    rapporten = terminalreporter.stats.get("skipped", [])
    if not rapporten:
        return
    titel = "Niet gedraaid (telt hier als fout)" if _eis_alles() else "Niet gedraaid"
    terminalreporter.section(titel)
    for rapport in rapporten:
        terminalreporter.write_line(f"{rapport.nodeid}: {_reden(rapport)}")
