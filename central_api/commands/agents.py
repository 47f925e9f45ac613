"""``central-api agents``: who works where, as what, and with which first password."""

from __future__ import annotations

import sys
from typing import Annotated, Final, get_args

import typer

from central_api.administration import note
from central_api.commands.opening import AsJson, Data, answer, card_of, failed, opened, tell
from central_api.lookups import normalised
from central_api.office import Office
from central_api.passwords import pronounceable
from central_api.staff import SignedIn, Staff, Standing
from dost_desktop.contract.messages import AgentCard
from dost_desktop.domain.dates import legal_date
from dost_desktop.domain.errors import InvalidValue
from dost_desktop.domain.ids import NumberKind, file_id

commands = typer.Typer(no_args_is_help=True, help="Who works where.")

Agent = Annotated[str, typer.Argument(help="Sign-in name.")]
_ROLES: Final = get_args(AgentCard.model_fields["role"].annotation)
_OFFICER: Final = "back_office"
_ROLE_HELP: Final = "agent, back_office, head or administrator"
_OFFICE_HELP: Final = "An officer's own back office: 01 to 06. Without: all of them."
_STDIN: Final = "-"


@commands.command(name="add")
def add(
    agent: Agent,
    name: Annotated[str, typer.Option(help="Surname, given name, patronymic.")],
    centre: Annotated[str, typer.Option()],
    data: Data,
    role: Annotated[str, typer.Option(help=_ROLE_HELP)] = "agent",
    post: Annotated[str, typer.Option()] = "sosial agent",
    back_office: Annotated[str, typer.Option(help=_OFFICE_HELP)] = "",
    pin: Annotated[
        str,
        typer.Option(help="- reads the agent's own FİN: nobody serves their own case. It is not kept."),
    ] = "",
    as_json: AsJson = False,
) -> None:
    """Add an agent, or give a known one a new post and password; the password is printed once."""
    _check_role(role)
    password = pronounceable()
    card = card_of(AgentCard, {"agent": agent, "name": name, "role": role, "post": post, "centre": centre})
    own = _own_number(pin)
    with opened(data) as office:
        _check_back_office(office, role, back_office)
        if own:
            card = card.model_copy(update={"person": _own_file(office, own)})
        office.accounts.add(card, password, back_office)
        note(office.settings.data, "agent added", agent=agent, role=role, centre=centre)
    answer(password, as_json=as_json, agent=agent, password=password)


@commands.command(name="list")
def everybody(data: Data, as_json: AsJson = False) -> None:
    """Everybody who holds a post now."""
    with opened(data) as office:
        cards = office.accounts.all()
    tell(
        cards,
        lambda card: f"{card.agent:<12} {card.role:<14} {card.centre:<6} {card.name}",
        as_json=as_json,
    )


@commands.command(name="show")
def show(agent: Agent, data: Data, as_json: AsJson = False) -> None:
    """One agent: the posts with their time, keys, lock, and where they are signed in."""
    with opened(data) as office:
        standing = Staff(office.accounts).of(agent)
    tell([standing], _told, as_json=as_json)


@commands.command(name="move")
def move(
    agent: Agent,
    data: Data,
    centre: Annotated[str | None, typer.Option(help="The new centre.")] = None,
    role: Annotated[str | None, typer.Option(help=_ROLE_HELP)] = None,
    post: Annotated[str | None, typer.Option()] = None,
    back_office: Annotated[str | None, typer.Option(help=_OFFICE_HELP)] = None,
    as_json: AsJson = False,
) -> None:
    """Another centre, role, post or back office from now on; what is not named stays. The password stays."""
    if role is not None:
        _check_role(role)
    with opened(data) as office:
        staff = Staff(office.accounts)
        held = next((each for each in staff.of(agent).posts if each.until is None), None)
        if back_office is not None:
            _check_back_office(office, role or (held.role if held else ""), back_office)
        moved = staff.move(agent, centre=centre, role=role, post=post, back_office=back_office)
        if moved:
            now = staff.of(agent).posts[0]
            note(office.settings.data, "agent moved", agent=agent, role=now.role, centre=now.centre)
    answer("moved" if moved else "that is the post held: nothing changed", as_json=as_json, moved=moved)


@commands.command(name="password")
def password(agent: Agent, data: Data, as_json: AsJson = False) -> None:
    """A new first password, printed once; every session of the agent ends."""
    fresh = pronounceable()
    with opened(data) as office:
        ended = Staff(office.accounts).renew_password(agent, fresh)
        note(office.settings.data, "password renewed", agent=agent, sessions_ended=ended)
    answer(fresh, as_json=as_json, agent=agent, password=fresh, sessions_ended=ended)


@commands.command(name="unlock")
def unlock(agent: Agent, data: Data, as_json: AsJson = False) -> None:
    """Forget the agent's wrong tries, so that they may sign in at once."""
    with opened(data) as office:
        was_counted = Staff(office.accounts).unlock(agent)
        note(office.settings.data, "agent unlocked", agent=agent)
    answer("unlocked" if was_counted else "was not locked", as_json=as_json, unlocked=was_counted)


@commands.command(name="end")
def end(agent: Agent, data: Data, as_json: AsJson = False) -> None:
    """The post ends now: no sign-in, sessions and keys end. What was done before stays valid."""
    with opened(data) as office:
        had_one = Staff(office.accounts).end(agent)
        if had_one:
            note(office.settings.data, "post ended", agent=agent)
    answer("ended" if had_one else "held no post", as_json=as_json, ended=had_one)


@commands.command(name="sessions")
def sessions(agent: Agent, data: Data, as_json: AsJson = False) -> None:
    """At which desks the agent is signed in."""
    with opened(data) as office:
        rows = Staff(office.accounts).sessions(agent)
    tell(rows, _session, as_json=as_json)


def _check_role(role: str) -> None:
    if role not in _ROLES:
        raise failed(f"--role is one of {', '.join(_ROLES)}")


def _check_back_office(office: Office, role: str, code: str) -> None:
    known = office.laws.current(legal_date(office.clock())).back_offices
    if code and role != _OFFICER:
        raise failed("--back-office is for --role back_office alone")
    if code and code not in known:
        raise failed(f"--back-office is one of {', '.join(sorted(known))}")


def _own_number(pin: str) -> str:
    if pin not in {"", _STDIN}:
        raise failed("--pin: only - : a number on the command line is seen by others")
    return sys.stdin.readline().strip() if pin else ""


def _own_file(office: Office, pin: str) -> str:
    try:
        return str(file_id(office.lookups.secret, NumberKind.PIN, normalised(NumberKind.PIN, pin)))
    except InvalidValue as wrong:
        raise failed(f"--pin: {wrong.problem}") from None


def _told(standing: Standing) -> str:
    own = "known" if standing.own_file_known else "not known: own cases cannot be noticed"
    lines = [f"{standing.agent}  {standing.name}", f"own file: {own}"]
    if standing.locked_until:
        lines.append(f"locked until {standing.locked_until}")
    lines += [
        f"{each.since} - {each.until or 'now':<24}  {each.role} {each.back_office} at {each.centre}: {each.post}"
        for each in standing.posts
    ]
    lines.append(f"keys in use at: {', '.join(standing.keys) or 'no desk'}")
    lines += [f"signed in at {_session(each)}" for each in standing.sessions]
    return "\n".join(lines)


def _session(each: SignedIn) -> str:
    how = "password" if each.by_password else "key"
    return f"{each.desk:<10} since {each.signed_in_at} by {how}, at most until {each.until}"
