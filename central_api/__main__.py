"""``python -m central_api``: the same as the ``central-api`` command."""

from central_api.cli import main

main()
