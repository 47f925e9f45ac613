"""One uploaded file, judged in a process of its own: whatever it does to the parsers, it does to nobody else.

Run as ``python -m central_api.file_check_child``: the question comes in on standard input (one line of JSON, then the
file), the answer goes out on standard output as one JSON object, and the process ends.
"""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Final

from central_api.process_limits import limit_this_process
from dost_desktop.signing.facts import Verdict
from dost_desktop.signing.trust_list import TrustList, shipped_trust, trust_in
from dost_desktop.signing.verify import verify_file

_MOST_SIGNATURES: Final = 20  # a notice has one or two


def main() -> None:
    """Answer one question. Ends with a code other than 0 where the limits or the trust folder stop it."""
    limit_this_process()
    question = json.loads(sys.stdin.buffer.readline())
    trusted = _trusted(question["trust"])
    verdict = verify_file(
        sys.stdin.buffer.read(),
        trusted.roots,
        stamp_roots=trusted.stamp_roots,
        revocation_lists=trusted.revocation_lists,
        now=datetime.fromisoformat(question["now"]),
    )
    shown = Verdict(verdict.signatures[:_MOST_SIGNATURES], verdict.file_problem)
    told = {"trust_known": bool(trusted.roots), "verdict": asdict(shown)}
    sys.stdout.write(json.dumps(told, default=datetime.isoformat))


def _trusted(folder: str) -> TrustList:
    return trust_in(Path(folder)) if folder else shipped_trust()


if __name__ == "__main__":
    main()
