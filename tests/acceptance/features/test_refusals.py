"""Reads ``refusals.feature``."""

from pytest_bdd import scenarios

scenarios("refusals.feature")
