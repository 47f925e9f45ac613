"""The guided tour: the main job of an agent, on real parts, by keyboard alone, each step said and pictured.

1 found in the register of employed persons, refused in writing, signed, served; 2 not found, the application waits for
suitable work; 3 the central API gone: papers, a waiting application, a receipt, and the check that runs by itself.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import typer

from dost_desktop.clock import DeskClock
from dost_desktop.diagnostics.crash import watch_for_crashes
from dost_desktop.domain.dates import instant_text
from dost_desktop.domain.person_file import Notice
from dost_desktop.domain.vocabulary import ApplicationState
from dost_desktop.practice import PracticeFacts, PracticeOffice
from dost_desktop.security.wrapped_keys import read_agents
from dost_desktop.settings.paths import home_paths
from dost_desktop.signing.verify_command import run as verify
from dost_desktop.whole_file import write_whole
from ui.app import application, window_of
from ui.desk_window import DeskWindow
from ui.session import Session
from ui.tour.hands import Hands, StepFailed
from ui.tour.steps import AtTheDesk

FAILED: Final = 3
_FOUND: Final = ApplicationState.FOUND_EMPLOYED
_OFFERING: Final = ApplicationState.OFFERING_WORK
_CASES: Final = ("found 4.1.1", "not found", "found 4.1.2")


class Story:
    """What is said on the way, on the screen and in the log."""

    def __init__(self, log: Path) -> None:
        self._log = log
        self._number = 0

    def step(self, words: str) -> str:
        """The next step begins."""
        self._number += 1
        self._tell(f"{self._number:>2}. {words}")
        return words

    def say(self, words: str) -> None:
        """Something happened in it."""
        self._tell(f"      {words}")

    def _tell(self, line: str) -> None:
        typer.echo(line)
        with self._log.open("a", encoding="utf-8") as log:
            log.write(f"{instant_text(DeskClock().now())} {line}\n")


def play(office: PracticeOffice, facts: PracticeFacts) -> int:
    """Play the whole tour in the practice office; 0 when every step came to its end."""
    out = office.home
    story = Story(out / "tour.log")
    app = application()
    window = window_of(app, home_paths(office.desk_home))
    hands = Hands(app, window, out / "pictures")
    bugs: list[str] = []
    watch_for_crashes(window.paths.crashes, lambda report: bugs.append(report.code))
    window.show()
    try:
        Tour(office, facts, window, hands, story).play()
        if bugs:
            story.say(f"a bug on the way: {', '.join(bugs)}; its report lies in {window.paths.crashes}")
            return FAILED
    except StepFailed as failed:
        story.say(f"stopped in step “{failed.facts['step']}”: {failed.facts['waited_for']} did not come")
        return FAILED
    finally:
        window.close()
    typer.echo(f"\nnotice   {out / 'notice.pdf'}\nlog      {out / 'tour.log'}\npictures {out / 'pictures'}")
    return 0


class Tour:
    """The steps in order."""

    def __init__(
        self, office: PracticeOffice, facts: PracticeFacts, window: DeskWindow, hands: Hands, story: Story
    ) -> None:
        self._office, self._facts, self._window = office, facts, window
        self._hands, self._story = hands, story

    def play(self) -> None:
        """All of it."""
        self._begin("sign in")
        session = self._sign_in()
        desk = AtTheDesk(self._hands, session, self._story.say)
        first = self._person("found 4.1.1")
        notice = self._end_what_was_begun(session, desk, first)
        self._serve_what_lies_there(session, desk)
        if notice is None:
            self._begin("call the next ticket (F2): the 20 minutes begin")
            desk.call()
            notice = self._refused_in_writing(desk, first)
        self._not_found(session, desk, self._person("not found"))
        self._without_connection(session, desk, self._person("found 4.1.2"))
        self._look_around()
        self._everything_arrived(session, notice)

    def _begin(self, words: str) -> None:
        self._hands.step = self._story.step(words)

    def _person(self, case: str) -> Mapping[str, Any]:
        return next(each for each in self._facts.persons if each["case"] == case)

    def _sign_in(self) -> Session:
        known = {each.agent for each in read_agents(self._window.paths.keys)}
        agents = [each for each in self._facts.agents if each.role == "agent"]
        agent = next((each for each in agents if each.agent in known), agents[0])
        self._hands.pause(400)
        self._hands.picture("sign-in")
        if not known:
            self._hands.type(agent.agent)
            self._hands.press("Tab")
        self._hands.type(agent.password)
        self._hands.press("Enter")
        session = self._hands.wait_for("the session", lambda: self._window.session)
        self._story.say(f"{agent.name} sits at {session.desk.name}")
        self._hands.wait_for("the first sync", lambda: session.sync_state.last_contact)
        return session

    def _end_what_was_begun(
        self, session: Session, desk: AtTheDesk, first: Mapping[str, Any]
    ) -> Notice | None:
        """A tour that was killed left a case open: it goes on first; the notice that it came to."""
        self._hands.pause(800)
        case = session.case
        if case is None:
            return None
        self._begin("continue the half-done case (F3)")
        self._hands.press("F3")
        self._hands.pause(1500)
        self._hands.picture("continued")
        person = self._person_of(session)
        if person is None:
            self._story.say("nobody was identified yet")
            return self._refused_in_writing(desk, first)
        return self._go_on(desk, person)

    def _serve_what_lies_there(self, session: Session, desk: AtTheDesk) -> None:
        """A tour that was killed between signature and receipt left a notice that nobody has taken."""
        for case in _CASES:
            person = self._person(case)
            for notice in desk.unserved(person):
                self._begin("hand over what was signed before")
                session.open_case(desk.file_of(person).id, notice.application)
                self._hands.pause(1500)
                desk.print_if_not_yet(person, notice.id)
                desk.record_receipt(person, notice.id)

    def _person_of(self, session: Session) -> Mapping[str, Any] | None:
        case = session.case
        if case is None or case.file_id is None:
            return None
        with session.desk.open_reading() as reading:
            identity = reading.file(case.file_id).identity
        number = identity.number if identity else ""
        return next((each for each in self._facts.persons if each["number"] == number), None)

    def _go_on(self, desk: AtTheDesk, person: Mapping[str, Any]) -> Notice | None:
        if desk.open_application(person) is None:
            notice = desk.file_of(person).notices[-1]
            desk.print_if_not_yet(person, notice.id)
            self._keep(notice)
            if notice.served_at is None:
                desk.hand_over(person, notice.id)
            else:
                desk.finish()
            return notice
        if desk.wait_for_state(person, _FOUND, _OFFERING).state is _FOUND:
            return self._refuse(desk, person)
        desk.finish()
        return None

    def _refused_in_writing(self, desk: AtTheDesk, person: Mapping[str, Any]) -> Notice:
        self._hands.picture("intake")
        self._begin("identify the person by the card: MEİS is asked first")
        desk.identify_by_card(person)
        self._hands.picture("identified")
        self._begin("open the application (Ctrl+Enter): the register of employed persons is asked")
        desk.go_on(person)
        desk.wait_for_state(person, _FOUND)
        self._story.say("found as employed: the attested answer stands in the file")
        self._hands.pause(600)
        self._hands.picture("found-as-employed")
        return self._refuse(desk, person)

    def _refuse(self, desk: AtTheDesk, person: Mapping[str, Any]) -> Notice:
        self._begin("prepare the refusal (Ctrl+Shift+R), the letter beside it")
        desk.prepare_refusal()
        self._hands.picture("refusal")
        self._begin("Ctrl+Enter twice: numbered, drawn, signed, verified, recorded")
        notice = desk.sign(person)
        desk.wait_for_print(person, notice.id)
        self._hands.pause(600)
        self._hands.picture("signed")
        self._keep(notice)
        self._begin("hand the notice over against a receipt")
        desk.hand_over(person, notice.id)
        return notice

    def _keep(self, notice: Notice) -> None:
        """The signed bytes, and the verdict of our own verification on them."""
        session = self._window.session
        if session is None:
            return
        with session.desk.open_reading() as reading:
            pdf = reading.blobs.get(notice.pdf)
        target = self._office.home / "notice.pdf"
        write_whole(target, pdf)
        with (self._office.home / "verdict.txt").open("w", encoding="utf-8") as out:
            trusted = verify([target], False, session.office.paths.trust, out, lang="en") == 0
        self._story.say(f"dost-desktop verify: {'valid and trusted' if trusted else 'NOT valid'}")
        if not trusted:
            raise StepFailed(step=self._hands.step, waited_for="a valid signature")

    def _not_found(self, session: Session, desk: AtTheDesk, person: Mapping[str, Any]) -> None:
        self._begin("not found in the register: the application waits for suitable work")
        known = desk.open_application(person)
        if known is None:
            desk.come_without_ticket()
            desk.identify_by_number(person)
            desk.go_on(person)
            desk.wait_for_state(person, _OFFERING)
            self._hands.pause(600)
            self._hands.picture("not-found")
            desk.finish_waiting()
        elif known.state is _OFFERING:
            self._story.say("this person's application waits already, from an earlier tour")
        else:
            self._story.say("this person's application was opened in an earlier tour")
            session.open_case(desk.file_of(person).id, known.id)
            desk.wait_for_state(person, _OFFERING)
        self._hands.press("Ctrl+3")
        self._hands.pause(1000)
        self._hands.picture("applications")

    def _without_connection(self, session: Session, desk: AtTheDesk, person: Mapping[str, Any]) -> None:
        self._begin("the central API is gone before the register answers")
        if desk.open_application(person) is None:
            if not self._office.has_own_central:
                self._story.say("it was running before this tour and is left alone: no case without it")
                return
            self._wait_for_the_register(desk, person)
        self._begin("the central API is back: the check runs by itself")
        self._office.start_central()
        session.sync_now()
        application = desk.open_application(person)
        if application is not None and application.state is ApplicationState.OPEN:
            session.open_case(
                desk.file_of(person).id, application.id
            )  # an earlier tour ended before it asked
        application = desk.wait_for_state(person, _FOUND, _OFFERING)
        self._story.say("the register has answered, nobody had to ask again")
        session.open_case(desk.file_of(person).id, application.id)
        self._hands.pause(1500)
        self._hands.picture("answered-by-itself")
        self._refuse_from_list(desk, person)

    def _wait_for_the_register(self, desk: AtTheDesk, person: Mapping[str, Any]) -> None:
        desk.come_without_ticket()
        desk.identify_by_number(person)
        self._office.stop_central()
        desk.go_on(person)
        desk.wait_for_state(person, ApplicationState.WAITING_REGISTER)
        self._story.say("saved, findable, waiting for the register; the window says so")
        self._hands.pause(1200)
        self._hands.press("Ctrl+P")
        self._hands.pause(2500)
        self._hands.picture("waiting-for-the-register")
        desk.finish_waiting()

    def _refuse_from_list(self, desk: AtTheDesk, person: Mapping[str, Any]) -> None:
        self._begin("and the refusal goes on from there")
        desk.prepare_refusal()
        notice = desk.sign(person)
        desk.wait_for_print(person, notice.id)
        desk.record_receipt(person, notice.id)

    def _look_around(self) -> None:
        self._begin("the journal of written answers, the persons, what waits to be sent")
        self._hands.press("Ctrl+4")
        self._hands.pause(1500)
        self._hands.picture("notices")
        self._hands.press("Ctrl+F")
        self._hands.type("seferov")  # found without the Azerbaijani letters
        self._hands.press("Enter")
        self._hands.pause(1500)
        self._hands.picture("persons")
        self._hands.press("Ctrl+R")
        self._hands.pause(1200)
        self._hands.picture("outbox")

    def _everything_arrived(self, session: Session, notice: Notice) -> None:
        self._begin("the central system has everything")
        session.sync_now()
        self._hands.wait_for(
            "an empty outbox",
            lambda: session.sync_state.last_contact and not session.sync_state.waiting,
        )
        if session.sync_state.needs_you or session.sync_state.alarms:
            raise StepFailed(step=self._hands.step, waited_for="a sync that needs nobody")
        page = self._office.public_page(notice.verify_code)
        (self._office.home / "public-page.html").write_text(page, "utf-8")
        if notice.number not in page:
            raise StepFailed(step=self._hands.step, waited_for="the notice on the public page")
        self._story.say(f"the public page knows {notice.number}")
        told = {"notice": notice.number, "pdf": notice.pdf, "verify": notice.verify_code}
        write_whole(self._office.home / "tour.json", json.dumps(told, indent=1).encode())
