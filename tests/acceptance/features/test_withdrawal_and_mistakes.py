"""Reads ``withdrawal_and_mistakes.feature``."""

from pytest_bdd import scenarios

scenarios("withdrawal_and_mistakes.feature")
