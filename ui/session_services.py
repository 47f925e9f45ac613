"""Every use case of a signed-in agent, built by hand in one place."""

from __future__ import annotations

from dataclasses import dataclass

from dost_desktop.office import Office, SignedIn
from dost_desktop.services.ask_status import AskStatus, RecordStatus
from dost_desktop.services.attach_scan import AttachScan
from dost_desktop.services.check_employment import AskEmployment, RecordEmploymentCheck
from dost_desktop.services.check_representative import (
    CheckPermit,
    CheckPowerOfAttorney,
    CountApplicants,
    LookUpRepresentative,
)
from dost_desktop.services.close_review import CloseReview
from dost_desktop.services.confirmation_letter import ConfirmationLetter
from dost_desktop.services.correct_identity import CorrectIdentity
from dost_desktop.services.file_extract import FileExtract
from dost_desktop.services.fill_form import FillForm
from dost_desktop.services.find_alike import FindAlike
from dost_desktop.services.form_letter import FormLetter
from dost_desktop.services.give_explanation import GiveExplanation
from dost_desktop.services.half_done import ContinueCase
from dost_desktop.services.hand_over import RecordPrint, ServeNotice
from dost_desktop.services.identify_person import LookUpPerson
from dost_desktop.services.keep_drafts import KeepDrafts
from dost_desktop.services.link_files import LinkFiles
from dost_desktop.services.look_at_file import LookAtCase
from dost_desktop.services.look_at_notice import LookAtNotice
from dost_desktop.services.look_at_person import LookAtPerson
from dost_desktop.services.offer_work import AnswerOffer, OfferWork
from dost_desktop.services.open_application import OpenApplication
from dost_desktop.services.open_next import OpenNext
from dost_desktop.services.printable import PaperDesk
from dost_desktop.services.purposes import Purposes
from dost_desktop.services.recall_letter import RecallLetter
from dost_desktop.services.record_contact import RecordContact
from dost_desktop.services.record_in_wrong_file import RecordInWrongFile
from dost_desktop.services.record_profile import RecordProfile
from dost_desktop.services.refer import IssueReferral, RecordEmployerAnswer
from dost_desktop.services.referral_letter import ReferralLetter
from dost_desktop.services.refuse_application import RefuseApplication
from dost_desktop.services.reminders import LookAtReminders
from dost_desktop.services.run_case import RunCase
from dost_desktop.services.send_to_back_office import SendToBackOffice
from dost_desktop.services.serve_ticket import CallTicket, FinishCase, NoteNeeds
from dost_desktop.services.show_paper import ShowPaper
from dost_desktop.services.show_representation import ShowRepresentation
from dost_desktop.services.suitable_work import (
    AskNoSuitableWork,
    FindVacancies,
    RecordNoSuitableWork,
    SearchWorkAgain,
)
from dost_desktop.services.which_step import WhichStep
from dost_desktop.services.withdraw_application import WithdrawApplication


@dataclass(frozen=True, slots=True)
class SessionServices:
    """What the screens are given."""

    cases: RunCase
    call_ticket: CallTicket
    finish_case: FinishCase
    continue_case: ContinueCase
    note_needs: NoteNeeds
    look_up: LookUpPerson
    attach_scan: AttachScan
    open_application: OpenApplication
    look_at_case: LookAtCase
    look_at_person: LookAtPerson
    look_at_notice: LookAtNotice
    record_contact: RecordContact
    correct_identity: CorrectIdentity
    link_files: LinkFiles
    record_in_wrong_file: RecordInWrongFile
    close_review: CloseReview
    ask_employment: AskEmployment
    record_check: RecordEmploymentCheck
    refuse: RefuseApplication
    withdraw: WithdrawApplication
    record_print: RecordPrint
    serve: ServeNotice
    show_paper: ShowPaper
    explain: GiveExplanation
    check_permit: CheckPermit
    find_alike: FindAlike
    look_up_representative: LookUpRepresentative
    check_power_of_attorney: CheckPowerOfAttorney
    count_applicants: CountApplicants
    show_representation: ShowRepresentation
    drafts: KeepDrafts
    which_step: WhichStep
    purposes: Purposes
    find_vacancies: FindVacancies
    offer_work: OfferWork
    answer_offer: AnswerOffer
    issue_referral: IssueReferral
    record_employer: RecordEmployerAnswer
    ask_no_work: AskNoSuitableWork
    record_no_work: RecordNoSuitableWork
    search_work_again: SearchWorkAgain
    send_to_back_office: SendToBackOffice
    record_profile: RecordProfile
    reminders: LookAtReminders
    fill_form: FillForm
    open_next: OpenNext
    record_status: RecordStatus
    ask_status: AskStatus
    papers: PaperDesk
    referral_letter: ReferralLetter
    recall_letter: RecallLetter
    file_extract: FileExtract
    confirmation_letter: ConfirmationLetter
    form_letter: FormLetter


def services_of(office: Office, signed_in: SignedIn) -> SessionServices:
    """The use cases of this agent at this desk."""
    desk, enrolled = signed_in.desk, office.card.enrolled
    cases = RunCase(desk)
    purposes = Purposes()
    papers = PaperDesk(desk, office.catalogue, enrolled.practice, purposes)
    return SessionServices(
        cases=cases,
        call_ticket=CallTicket(cases, signed_in.queue),
        finish_case=FinishCase(cases, signed_in.queue),
        continue_case=ContinueCase(cases, signed_in.cases),
        note_needs=NoteNeeds(cases, signed_in.queue),
        look_up=LookUpPerson(desk, signed_in.registers),
        attach_scan=AttachScan(desk),
        open_application=OpenApplication(desk),
        look_at_case=LookAtCase(desk, purposes),
        look_at_person=LookAtPerson(desk, purposes),
        look_at_notice=LookAtNotice(desk, purposes),
        record_contact=RecordContact(desk),
        correct_identity=CorrectIdentity(desk),
        link_files=LinkFiles(desk),
        record_in_wrong_file=RecordInWrongFile(desk),
        close_review=CloseReview(desk),
        ask_employment=AskEmployment(desk, signed_in.registers),
        record_check=RecordEmploymentCheck(desk),
        refuse=RefuseApplication(desk, office.catalogue, enrolled.public_url, enrolled.practice),
        withdraw=WithdrawApplication(desk),
        record_print=RecordPrint(desk),
        serve=ServeNotice(desk),
        show_paper=ShowPaper(desk),
        explain=GiveExplanation(desk),
        check_permit=CheckPermit(desk, signed_in.registers),
        find_alike=FindAlike(desk),
        look_up_representative=LookUpRepresentative(desk, signed_in.registers),
        check_power_of_attorney=CheckPowerOfAttorney(desk, signed_in.registers),
        count_applicants=CountApplicants(desk, office.catalogue.office.terms.one_representative_days),
        show_representation=ShowRepresentation(desk),
        drafts=KeepDrafts(desk),
        which_step=WhichStep(desk),
        purposes=purposes,
        find_vacancies=FindVacancies(signed_in.work),
        offer_work=OfferWork(desk),
        answer_offer=AnswerOffer(desk),
        issue_referral=IssueReferral(desk),
        record_employer=RecordEmployerAnswer(desk),
        ask_no_work=AskNoSuitableWork(desk, signed_in.work),
        record_no_work=RecordNoSuitableWork(desk),
        search_work_again=SearchWorkAgain(desk),
        send_to_back_office=SendToBackOffice(desk),
        record_profile=RecordProfile(desk),
        reminders=LookAtReminders(desk),
        fill_form=FillForm(desk),
        open_next=OpenNext(desk),
        record_status=RecordStatus(desk),
        ask_status=AskStatus(desk, signed_in.registers, purposes),
        papers=papers,
        referral_letter=ReferralLetter(papers),
        recall_letter=RecallLetter(papers),
        file_extract=FileExtract(papers),
        confirmation_letter=ConfirmationLetter(papers),
        form_letter=FormLetter(papers),
    )
