"""Reads ``queue_and_papers.feature``."""

from pytest_bdd import scenarios

scenarios("queue_and_papers.feature")
