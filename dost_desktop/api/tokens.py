"""Tokens: short access, rotating refresh. A new pair is kept before it is used, so that a crash never loses both."""

from __future__ import annotations

import threading
from typing import Final, Protocol

from dost_desktop.api.transport import PATIENT, Received, Request, Transport, read_message
from dost_desktop.contract.messages import Problem, Refresh, Tokens
from dost_desktop.sync.needs import NoAnswer

_UNAUTHORIZED: Final = 401
NOT_SIGNED_IN: Final = Problem(title="Unauthorized", status=_UNAUTHORIZED, code="token.missing")


class TokenStore(Protocol):
    """Where a pair of tokens is kept between two requests, or between two days.

    The desk's own are needed before its database is open: an agent who is new at a desk signs in online first.
    """

    def load(self) -> Tokens | None: ...

    def reread(self) -> Tokens | None:
        """The pair as it is kept now: another program of this desk may have renewed it."""
        ...

    def save(self, tokens: Tokens | None) -> None: ...


class TokensInMemory:
    """An agent's tokens: gone when the program ends."""

    def __init__(self, tokens: Tokens | None = None) -> None:
        self._tokens = tokens

    def load(self) -> Tokens | None:
        """The pair, if there is one."""
        return self._tokens

    def reread(self) -> Tokens | None:
        """The same: nobody else knows them."""
        return self._tokens

    def save(self, tokens: Tokens | None) -> None:
        """Keep this pair; None forgets."""
        self._tokens = tokens


class SignedLine:
    """The transport with somebody's tokens; renews them once when the server no longer takes them."""

    def __init__(self, transport: Transport, store: TokenStore, refresh_path: str) -> None:
        self._transport, self._store, self._refresh_path = transport, store, refresh_path
        self._renewing = threading.Lock()

    def send(self, request: Request) -> Received | Problem | NoAnswer:
        """Ask with the token; when it is turned away, renew it and ask once more: nothing was carried out.

        Another 401 is an answer: a wrong password must not be sent a second time, tries are counted.
        """
        tokens = self._store.load()
        if tokens is None:
            return NOT_SIGNED_IN
        for _ in range(2):  # what another program renewed may have run out as well
            answer = self._transport.send(request, tokens.access)
            if not (isinstance(answer, Problem) and _is_of_the_token(answer)):
                return answer
            renewed = self._renewed(tokens)
            if not isinstance(renewed, Tokens):
                return renewed
            tokens = renewed
        return self._transport.send(request, tokens.access)

    def sign_in(self, tokens: Tokens) -> None:
        """These tokens from now on."""
        self._store.save(tokens)

    def sign_out(self) -> None:
        """Forget the tokens."""
        self._store.save(None)

    def _renewed(self, refused: Tokens) -> Tokens | Problem | NoAnswer:
        """The pair after ``refused``: another thread, or program, may have fetched it meanwhile.

        A refresh token that is shown again after its successor was used ends the desk's whole family of tokens.
        """
        with self._renewing:
            tokens = self._store.reread()
            if tokens is None:
                return NOT_SIGNED_IN
            if tokens.access != refused.access:
                return tokens
            body = Refresh(refresh=tokens.refresh)
            answer = self._transport.send(Request("POST", self._refresh_path, body, patience=PATIENT))
            if not isinstance(answer, Received):
                return answer
            renewed = read_message(Tokens, answer)
            if isinstance(renewed, Tokens):
                kept = self._store.reread()
                if kept is None:  # signed out meanwhile
                    return NOT_SIGNED_IN
                if kept.access != tokens.access:
                    return kept  # another program was quicker, and may have used its pair: this one never arrived
                self._store.save(renewed)
            return renewed


def _is_of_the_token(problem: Problem) -> bool:
    return problem.status == _UNAUTHORIZED and problem.code.startswith("token.")
