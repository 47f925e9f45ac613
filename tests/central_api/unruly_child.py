"""A process that does what hostile files wish it did; which deed, the file says."""

from __future__ import annotations

import json
import os
import sys
import tempfile
import time

from central_api.process_limits import limit_this_process


def main() -> None:
    limit_this_process()
    sys.stdin.buffer.readline()
    match sys.stdin.buffer.read():
        case b"sleeps":
            time.sleep(60)
        case b"eats":
            bytearray(1 << 31)
        case b"talks":
            while True:
                sys.stdout.write("{" * 100_000)
        case b"dies":
            os.abort()
        case b"lies":
            sys.stdout.write('{"verdict": {"signatures": "all of them"}}')
        case b"writes":
            with tempfile.TemporaryFile() as file:
                file.write(b"x" * 100_000)
        case b"tells":
            told = {**SIGNATURE, "signer": os.environ.get("DATABASE_URL", "")}
            sys.stdout.write(json.dumps({"trust_known": True, "verdict": {"signatures": [told]}}))


SIGNATURE = {
    "certificate_no": "",
    "issuer": "",
    "signed_at": None,
    "time_proven": False,
    "revocation_known": False,
    "extended": False,
    "findings": [],
}

if __name__ == "__main__":
    main()
