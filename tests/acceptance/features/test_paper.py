"""Reads ``paper.feature``."""

from pytest_bdd import scenarios

scenarios("paper.feature")
