"""``python -m dost_desktop``: the same as the ``dost-desktop`` command."""

from dost_desktop.cli import main

main()
