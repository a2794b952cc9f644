"""What the tests of this folder look at: the files of the project, and its Python as a tree."""

import ast
import subprocess
from functools import cache
from pathlib import Path

WORTEL = Path(__file__).resolve().parent.parent.parent
PAKKETTEN = ("afspraken", "locaties", "toegankelijkheid")


@cache
def bestanden() -> tuple[Path, ...]:
    """Return every file that is or would be committed, relative to the root."""
    opdracht = ["git", "-c", f"safe.directory={WORTEL}", "ls-files", "-z", "--cached", "--others"]
    uit = subprocess.run(
        [*opdracht, "--exclude-standard"], cwd=WORTEL, capture_output=True, check=True
    ).stdout.decode()
    return tuple(sorted(Path(naam) for naam in set(uit.split("\0")) if naam and (WORTEL / naam).is_file()))


def code(*lagen: str) -> tuple[Path, ...]:
    """Return the Python of the product (of these layers only), without migrations."""
    return tuple(
        pad
        for pad in bestanden()
        if pad.suffix == ".py"
        and pad.parts[0] in PAKKETTEN
        and "migrations" not in pad.parts
        and (not lagen or pad.parts[1] in lagen)
    )


@cache
def boom(pad: Path) -> ast.Module:
    """Return a file as a syntax tree."""
    return ast.parse((WORTEL / pad).read_text())


def regels(pad: Path) -> list[str]:
    """Return the lines of a text file; nothing for a picture."""
    inhoud = (WORTEL / pad).read_bytes()
    return [] if b"\0" in inhoud else inhoud.decode().splitlines()
