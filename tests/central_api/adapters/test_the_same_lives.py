"""What the central API does with simulators it does with a ministry: the same tests, every question over HTTP."""

from __future__ import annotations

import functools
from collections.abc import Callable

import pytest

from central_api.adapters.http_mas import HttpMas
from central_api.office import Office
from tests.central_api import (
    test_decision_told,
    test_duties,
    test_messages,
    test_register_jobs,
    test_representatives,
    test_self_service,
    test_suitable_work,
)
from tests.central_api.test_representatives import outage
from tests.central_api.test_suitable_work import bank


@pytest.fixture(autouse=True)
def nothing_is_simulated(office: Office) -> None:
    assert isinstance(office.mas, HttpMas)
    assert not any(each.is_simulated for each in office.systems.standing())


__all__ = ["bank", "outage"]  # fixtures of theirs
AT_ONCE = (
    test_decision_told.test_a_status_that_is_asked_before_mas_heard_of_the_decision_does_not_undo_it,
    test_duties.test_mas_takes_the_form_and_a_later_question_agrees,
    test_duties.test_a_form_on_the_list_of_refusals_is_mended_and_taken,
    test_duties.test_where_mas_was_quicker_than_the_withdrawal_the_file_hears_of_it,
    test_duties.test_mas_hears_of_what_the_office_ended_by_itself,
    test_messages.test_the_setting_says_which_messages_mas_does_not_send,
    test_representatives.test_silent_notaries_are_asked_again_and_what_they_say_counts_at_the_desk,
    test_self_service.test_a_foreigner_is_found_by_the_number_of_the_permit,
    test_suitable_work.test_a_vacancy_has_what_the_five_tests_ask_for,
    test_suitable_work.test_no_suitable_work_has_one_reference_for_an_application,
)
LONG = (
    test_decision_told.test_what_the_office_ended_stands_although_mas_was_asked_before_it_had_heard,
    test_duties.test_it_happens_behind_the_requests_and_the_desk_gets_it_by_the_feed,
    test_duties.test_many_processes_hand_each_form_in_once,
    test_duties.test_what_was_answered_but_not_recorded_is_answered_the_same_again,
    test_duties.test_while_mas_is_away_the_form_waits,
    test_duties.test_a_bar_that_mas_learnt_of_meanwhile_holds_until_its_day,
    test_duties.test_with_a_status_nobody_asked_for_the_answer_brings_it_along,
    test_duties.test_a_number_that_mas_cannot_know_is_handed_in_once_and_stops_nothing,
    test_duties.test_the_form_of_a_withdrawn_application_is_never_judged,
    test_duties.test_an_application_that_the_head_opens_again_brings_a_form_of_its_own,
    test_messages.test_an_accepted_form_is_told_by_both_ways_in_one_run,
    test_messages.test_what_the_back_office_decides_is_told,
    test_messages.test_many_processes_tell_each_person_once,
    test_messages.test_a_message_that_does_not_arrive_is_recorded_tried_again_and_given_up_in_sight,
    test_messages.test_while_nobody_answers_the_messages_wait,
    test_register_jobs.test_while_the_register_is_away_it_is_asked_again_until_it_answers,
    test_representatives.test_what_meis_said_of_the_representative_is_about_that_very_number,
    test_representatives.test_the_notaries_answer_is_about_the_applicant,
    test_self_service.test_it_arrives_whole_and_any_desk_goes_on_with_it,
    test_suitable_work.test_pages_are_whole_in_order_and_not_sent_twice,
    test_suitable_work.test_a_silent_bank_and_a_number_of_no_person_are_said,
)


def over_http(test: Callable[..., None], *marks: pytest.MarkDecorator) -> Callable[..., None]:
    """The test, to be marked here without a mark on the one over there."""

    @functools.wraps(test)
    def again(*given: object, **more: object) -> None:
        test(*given, **more)

    again.pytestmark = [*getattr(test, "pytestmark", []), *(each.mark for each in marks)]  # type: ignore[attr-defined]
    return again


globals().update({each.__name__: over_http(each) for each in AT_ONCE})
globals().update({each.__name__: over_http(each, pytest.mark.long) for each in LONG})
