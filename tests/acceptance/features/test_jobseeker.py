"""Reads ``jobseeker.feature``."""

from pytest_bdd import scenarios

scenarios("jobseeker.feature")
