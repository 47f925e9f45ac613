"""What is done at a desk without its window, one module a command; ``dost_desktop.cli`` reads what was typed."""
