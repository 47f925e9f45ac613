"""What stands in the README of an export: how to read and prove it with nothing but SHA-256 and Ed25519."""

from __future__ import annotations

from typing import Final

README: Final = """\
PERSONAL FILES OF THE SERVICE 05-04-05-00, exported from the central API.
They hold personal data: keep the folder locked away, and delete it when its purpose is done.

manifest.json       what is here: SHA-256 and size of every file, how many files, events and documents, and why
manifest.seal.json  the server's key and its Ed25519 signature over "dost/export/1", one line feed, and the bytes of
                    manifest.json. Compare the key with the one that the office publishes.
events.jsonl        one event a line, file by file, in order of "seq"
files.jsonl         one file a line: the centres that have it, and the server's receipt for its last event
keys.jsonl          the public keys: the server's, and of every agent at every desk, from when until when
agents.jsonl        who they were, and which post they held when
documents.jsonl     the signed documents by their SHA-256; "path" is null where the server has none (yet)
documents/          the documents themselves, PDF with their own signatures

TO PROVE A FILE
Keys, signatures and hashes: a hash is 64 hexadecimal digits; keys and signatures are base64url without padding.
"Canonical bytes of a tag and a value" are: the tag, one line feed, the value as JSON by RFC 8785.
1. data:      SHA-256 of the canonical bytes of dost/event-data/1 and {"data": ..., "salt": ...} is content.digest.
              Where both are null they were lawfully erased: an event "data_erased" of the file names this one.
2. agent:     signature is Ed25519 over the canonical bytes of dost/event-content/1 and content, by the key that
              keys.jsonl gives for content.agent at content.desk at that time (of desk "central": the server's).
3. chain:     hash is SHA-256 of the canonical bytes of dost/event-link/1 and
              {"content": ..., "prev": ..., "seq": ..., "signature": ...}; prev is the hash before it, 64 noughts first.
4. receipt:   signature is Ed25519 over the canonical bytes of dost/receipt/1 and all its other fields, by the server's
              key of that name; its hash is that of the event with its seq. Nothing up to there can have been changed.
5. documents: the SHA-256 of a document is the "pdf" of the event "notice_issued".
"central-api check --export FOLDER" does all of it, without a database.

WHAT THE FIELDS MEAN: docs/formats.md of the program.
"""
