"""The people who work the window in the scenarios: the agent, the officer of the back office, the head of the centre.

One robot each, and no other way in: real keys and clicks in the real window, against a real central API.
"""

from __future__ import annotations

from tests.acceptance.robot.at_back_office import AtBackOffice
from tests.acceptance.robot.at_case import AtCase
from tests.acceptance.robot.at_form import AtForm
from tests.acceptance.robot.at_intake import AtIntake
from tests.acceptance.robot.at_needs_look import AtNeedsLook
from tests.acceptance.robot.at_paper import AtPaper
from tests.acceptance.robot.at_refusal import AtRefusal
from tests.acceptance.robot.at_work import AtWork
from tests.acceptance.robot.sitting_down import SittingDown


class Agent(SittingDown, AtIntake, AtCase, AtForm, AtWork, AtRefusal, AtPaper):
    """A social agent at the desk."""

    role = "agent"


class Officer(SittingDown, AtBackOffice):
    """An officer of the back office."""

    role = "back_office"


class Head(SittingDown, AtNeedsLook):
    """The head of the centre."""

    role = "head"
