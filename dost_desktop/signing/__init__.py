"""Signatures on notices: made at the desk with the agent's own key, verified at once and on demand.

Importing this package is cheap. `session` holds what the window hands to its worker process; the modules that
load the PDF and certificate libraries are imported there, never on the window's side.
"""
