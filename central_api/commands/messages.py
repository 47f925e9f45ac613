"""``central-api messages``: what people were not told yet."""

from __future__ import annotations

from central_api.commands.opening import AsJson, Data, opened, tell


def standing_messages(data: Data, as_json: AsJson = False) -> None:
    """The messages to people that were not delivered: which are tried again, and which were given up."""
    with opened(data) as office:
        rows = office.messages.standing()
    tell(
        rows,
        lambda row: (
            f"{row.message:<24} {row.channel:<10} {row.state:<9} {row.tries} {row.due_at} {row.application}"
        ),
        as_json=as_json,
    )
