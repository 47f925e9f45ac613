"""Reads ``suitable_work.feature``."""

from pytest_bdd import scenarios

scenarios("suitable_work.feature")
