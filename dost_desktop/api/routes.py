"""Where the central API is asked what; the server's OpenAPI names the same paths."""

from __future__ import annotations

from typing import Final

HELLO: Final = "/v1/hello"
ENROL: Final = "/v1/desks/enrol"
REFRESH: Final = "/v1/sessions/refresh"
SIGN_IN: Final = "/v1/sessions"
SIGN_IN_BY_KEY: Final = "/v1/sessions/by-key"
AGENT_KEY: Final = "/v1/agents/me/key"
DATABASE_KEY: Final = "/v1/desks/database-key"
ROSTER: Final = "/v1/roster"
QUEUE: Final = "/v1/queue"
CALL_TICKET: Final = "/v1/queue/call"
TICKETS: Final = "/v1/queue"
FINISH: Final = "finish"
NO_SHOW: Final = "no-show"
CALL_AGAIN: Final = "call-again"
TRANSFER: Final = "transfer"
NEEDS: Final = "needs"
CASES: Final = "/v1/cases"
LOOKUPS: Final = "/v1/lookups"
PUSH: Final = "/v1/push"
FEED: Final = "/v1/feed"
FILES: Final = "/v1/files"
LEASES: Final = "/v1/leases"
BLOBS: Final = "/v1/blobs"
