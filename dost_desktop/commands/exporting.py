"""``dost-desktop export``: what could not be sent, in one sealed file, also at a desk that is not let in any more."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import TextIO

from dost_desktop.commands.words import EXPORT
from dost_desktop.office import Office, SignedIn


def run(office: Office, signed_in: SignedIn, file: Path, out: TextIO, *, as_json: bool, lang: str) -> int:
    """Write the file and say what it holds; 1 when something is damaged here and not in it."""
    report = office.export_unsent(signed_in)(file)
    words = EXPORT[lang]
    if as_json:
        out.write(json.dumps(asdict(report) | {"path": str(report.path)}, ensure_ascii=False) + "\n")
    elif report.is_empty:
        out.write(words["nothing"] + "\n")
    else:
        counts = {name: value for name, value in asdict(report).items() if name != "left_out"}
        out.write(words["done"].format(**counts) + "\n")
        out.writelines(words["left_out"].format(name=name) + "\n" for name in report.left_out)
    return 1 if report.left_out else 0
