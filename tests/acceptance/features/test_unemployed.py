"""Reads ``unemployed.feature``."""

from pytest_bdd import scenarios

scenarios("unemployed.feature")
