"""``central-api centres``: the centres, as their letters name them."""

from __future__ import annotations

from typing import Annotated

import typer

from central_api.administration import CannotBeDone, note
from central_api.commands.opening import AsJson, Data, answer, card_of, opened, tell
from central_api.enrolment import add_centre, all_centres, change_centre
from dost_desktop.contract.messages import CentreCard

commands = typer.Typer(no_args_is_help=True, help="The centres.")

Code = Annotated[str, typer.Argument(help="Category and number: B03.")]
Court = Annotated[str | None, typer.Option(help="Where a refusal may be contested.")]
AppealBody = Annotated[str | None, typer.Option(help="Who hears a complaint.")]
AppealAddress = Annotated[str | None, typer.Option(help="Where that is.")]


@commands.command(name="add")
def add(
    code: Code,
    name: Annotated[str, typer.Option()],
    address: Annotated[str, typer.Option()],
    phone: Annotated[str, typer.Option()],
    data: Data,
    court: Court = None,
    appeal_body: AppealBody = None,
    appeal_address: AppealAddress = None,
    as_json: AsJson = False,
) -> None:
    """Add a centre; a known one stays as it is."""
    given = _given(name, address, phone, court, appeal_body, appeal_address)
    card = card_of(CentreCard, {"code": code, "category": code[:1], **given})
    with opened(data) as office:
        is_new = add_centre(office.database, card)
        if is_new:
            note(office.settings.data, "centre added", centre=code)
    answer("added" if is_new else "is known: centres change", as_json=as_json, added=is_new)


@commands.command(name="change")
def change(
    code: Code,
    data: Data,
    name: Annotated[str | None, typer.Option()] = None,
    address: Annotated[str | None, typer.Option()] = None,
    phone: Annotated[str | None, typer.Option()] = None,
    court: Court = None,
    appeal_body: AppealBody = None,
    appeal_address: AppealAddress = None,
    as_json: AsJson = False,
) -> None:
    """What its letters say from now on; what is not named stays."""
    given = _given(name, address, phone, court, appeal_body, appeal_address)
    with opened(data) as office:
        held = next((each for each in all_centres(office.database) if each.code == code), None)
        if held is None:
            raise CannotBeDone(f"no centre is called {code}")
        card = card_of(CentreCard, held.model_dump() | given)
        changed = change_centre(office.database, card) if card != held else False
        if changed:
            note(office.settings.data, "centre changed", centre=code)
    answer("changed" if changed else "nothing changed", as_json=as_json, changed=changed)


@commands.command(name="list")
def every_one(data: Data, as_json: AsJson = False) -> None:
    """Every centre."""
    with opened(data) as office:
        cards = all_centres(office.database)
    tell(cards, lambda card: f"{card.code:<6} {card.name}  {card.address}  {card.phone}", as_json=as_json)


def _given(
    name: str | None,
    address: str | None,
    phone: str | None,
    court: str | None,
    appeal_body: str | None,
    appeal_address: str | None,
) -> dict[str, str]:
    said = {
        "name": name,
        "address": address,
        "phone": phone,
        "court": court,
        "appeal_body": appeal_body,
        "appeal_address": appeal_address,
    }
    return {key: value for key, value in said.items() if value is not None}
