"""Reads ``back_office.feature``."""

from pytest_bdd import scenarios

scenarios("back_office.feature")
