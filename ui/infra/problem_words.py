"""The words for every expected problem, by its key: English here, other languages through Qt Linguist.

Wording: what happened, then what to do next; no blame, no exclamation mark.
"""

from __future__ import annotations

from typing import Final

from ui.infra.marking import QT_TRANSLATE_NOOP

WORDS: Final[dict[str, str]] = {
    "act.not_allowed": QT_TRANSLATE_NOOP(
        "Problem", "This is not possible now. Reload the file to see what changed."
    ),
    "act.not_now": QT_TRANSLATE_NOOP(
        "Problem", "The application has moved on: this step is not possible in its present state."
    ),
    "act.not_your_role": QT_TRANSLATE_NOOP("Problem", "Your role does not do this. Ask who may."),
    "act.only_online": QT_TRANSLATE_NOOP(
        "Problem", "Only possible while connected. Try again when the central system answers."
    ),
    "act.own_case": QT_TRANSLATE_NOOP("Problem", "This is your own file. Ask a colleague to serve it."),
    "act.own_representation": QT_TRANSLATE_NOOP(
        "Problem", "You speak for this applicant yourself. Ask a colleague to serve them."
    ),
    "address.shape": QT_TRANSLATE_NOOP("Problem", "The address has at most {n} signs. Shorten it."),
    "age.minor_consent": QT_TRANSLATE_NOOP(
        "Problem", "The person is 15–17. Record the consent if there is one; you may continue without."
    ),
    "age.under_15": QT_TRANSLATE_NOOP(
        "Problem",
        "The person turns 15 on {date}. Registration is not possible today: prepare the notice or explain the date.",
    ),
    "agent.key_unknown": QT_TRANSLATE_NOOP(
        "Problem",
        "The central system was restored and does not know your key here. Sign out and in again online: then this is sent.",
    ),
    "agent.no_post": QT_TRANSLATE_NOOP(
        "Problem", "The agent had no post at this centre at that time. Tell the administrator."
    ),
    "applicant.name_missing": QT_TRANSLATE_NOOP(
        "Problem", "The name of the entity or household is missing. Write it as on its paper."
    ),
    "applicant.not_a_person": QT_TRANSLATE_NOOP(
        "Problem", "Registration is personal: explain it, and answer in writing if they insist."
    ),
    "applicant.speaker_missing": QT_TRANSLATE_NOOP(
        "Problem", "Somebody speaks for the entity or household. Record who."
    ),
    "application.already_jobseeker": QT_TRANSLATE_NOOP(
        "Problem", "The person is a registered jobseeker already. Choose another purpose."
    ),
    "application.already_open": QT_TRANSLATE_NOOP(
        "Problem", "An application of this kind is open: {application_no}. Continue it."
    ),
    "application.already_unemployed": QT_TRANSLATE_NOOP(
        "Problem",
        "By MAS the person is registered as unemployed already. Tell the person; nothing needs to be opened.",
    ),
    "application.barred": QT_TRANSLATE_NOOP(
        "Problem",
        "The person may apply again from {date}. Until then explain the date, or answer in writing.",
    ),
    "application.draft_found": QT_TRANSLATE_NOOP(
        "Problem", "There is a draft of {date}. Continue it or start a new one."
    ),
    "application.gone": QT_TRANSLATE_NOOP(
        "Problem",
        "The central system did not take this application. See why among what was not sent (Ctrl+R).",
    ),
    "application.in_wrong_file": QT_TRANSLATE_NOOP(
        "Problem", "This application was recorded in the wrong file. Open the right person's file."
    ),
    "application.kind_missing": QT_TRANSLATE_NOOP(
        "Problem", "Choose what the person comes for. What is possible is in the list."
    ),
    "application.kind_not_now": QT_TRANSLATE_NOOP(
        "Problem", "Not possible in the present status. Choose among what is possible."
    ),
    "application.not_jobseeker": QT_TRANSLATE_NOOP(
        "Problem", "By MAS the person is not a registered jobseeker. Help with the form first."
    ),
    "application.not_registered": QT_TRANSLATE_NOOP(
        "Problem", "By MAS the person is not registered. Help with the jobseeker's form first."
    ),
    "application.not_removed": QT_TRANSLATE_NOOP(
        "Problem", "The person is not temporarily removed: there is nothing to resume."
    ),
    "application.other_centre": QT_TRANSLATE_NOOP("Problem", "The application belongs to another centre."),
    "application.other_channel": QT_TRANSLATE_NOOP(
        "Problem", "This way of applying does not fit the channel. Choose another channel."
    ),
    "application.reason_missing": QT_TRANSLATE_NOOP("Problem", "Write why the application is opened again."),
    "application.removed_now": QT_TRANSLATE_NOOP(
        "Problem", "By MAS the person is temporarily removed. The registration must be resumed first."
    ),
    "application.self_service_from_mas": QT_TRANSLATE_NOOP(
        "Problem",
        "Self-service applications come from MAS by themselves. Choose how the person applies here.",
    ),
    "application.unknown": QT_TRANSLATE_NOOP("Problem", "This application is not in the file. Reload it."),
    "back_office.being_read": QT_TRANSLATE_NOOP("Problem", "The file is being read. It takes a moment."),
    "back_office.confirmed_already": QT_TRANSLATE_NOOP(
        "Problem", "It was confirmed meanwhile by {agent}. Nothing is left to decide."
    ),
    "back_office.contradicts": QT_TRANSLATE_NOOP(
        "Problem",
        "The file came broken: its chain does not hold. Nothing is decided on it; tell the administrator.",
    ),
    "back_office.not_in_passport": QT_TRANSLATE_NOOP(
        "Problem", "This back office is not in the passport. Choose another."
    ),
    "back_office.not_signed_in": QT_TRANSLATE_NOOP(
        "Problem", "The central system does not know this session. Lock the desk and sign in again."
    ),
    "back_office.offline": QT_TRANSLATE_NOOP(
        "Problem", "No connection. Decisions are made online only; try again when it is back."
    ),
    "back_office.other": QT_TRANSLATE_NOOP(
        "Problem", "This draft lies at another back office: its own officers decide it."
    ),
    "back_office.overdue": QT_TRANSLATE_NOOP("Problem", "{n} decisions are overdue. Start with the oldest."),
    "back_office.own_decision": QT_TRANSLATE_NOOP(
        "Problem", "You prepared this decision. Somebody else approves it."
    ),
    "back_office.reason_missing": QT_TRANSLATE_NOOP(
        "Problem", "The reason for return is missing. Say what the agent should mend."
    ),
    "back_office.register": QT_TRANSLATE_NOOP(
        "Problem", "The central system does not answer now. Try again in a minute."
    ),
    "back_office.returned": QT_TRANSLATE_NOOP(
        "Problem", "Returned by the back office: {reason}. Mend and send again."
    ),
    "back_office.returned_already": QT_TRANSLATE_NOOP(
        "Problem", "It was returned to the agent meanwhile by {agent}. Nothing is left to decide."
    ),
    "back_office.sent_again": QT_TRANSLATE_NOOP(
        "Problem", "The agent mended it and sent it again meanwhile. Look at it anew."
    ),
    "back_office.unknown": QT_TRANSLATE_NOOP(
        "Problem",
        "No answer came: whether it counts is not known yet. F5 shows it when the connection is back.",
    ),
    "back_office.withdrawn": QT_TRANSLATE_NOOP(
        "Problem", "The application was withdrawn meanwhile. Nothing is left to decide."
    ),
    "call.caller_not_checked": QT_TRANSLATE_NOOP(
        "Problem", "Ask the caller at least {n} things and tick what was named correctly."
    ),
    "call.reference_missing": QT_TRANSLATE_NOOP(
        "Problem", "The reference of the call is missing. Copy it from the call centre's screen."
    ),
    "card.can_number": QT_TRANSLATE_NOOP("Problem", "This is the 6-digit CAN. Type the document number."),
    "card.check_digit": QT_TRANSLATE_NOOP(
        "Problem", "A check digit does not match. What was read is below: compare with the card."
    ),
    "card.unreadable": QT_TRANSLATE_NOOP(
        "Problem", "The lines were not read in full. Read again or type the number."
    ),
    "card.wrong_layout": QT_TRANSLATE_NOOP(
        "Problem", "The keyboard layout changed some characters. They were put right, please check."
    ),
    "case.finished_elsewhere": QT_TRANSLATE_NOOP("Problem", "The case was finished at another desk."),
    "case.not_here": QT_TRANSLATE_NOOP(
        "Problem",
        "The case cannot be continued here yet: its application is still on the way, or there is no connection. Try again in a moment.",
    ),
    "case.open_twice": QT_TRANSLATE_NOOP(
        "Problem",
        "{ticket} goes on at desk {desk} too. Agree who serves the person; what was typed here is kept.",
    ),
    "case.taken_elsewhere": QT_TRANSLATE_NOOP(
        "Problem", "Desk {desk} goes on with this case. What was typed here is kept."
    ),
    "case.went": QT_TRANSLATE_NOOP("Problem", "{ticket}: desk {desk} goes on with the case."),
    "catalogue.broken": QT_TRANSLATE_NOOP(
        "Problem", "The catalogue file {file} is wrong in line {line}: {reason}. Tell the administrator."
    ),
    "catalogue.damaged": QT_TRANSLATE_NOOP(
        "Problem", "A newer law arrived damaged. Nothing was changed; it is fetched again in an hour."
    ),
    "catalogue.not_kept": QT_TRANSLATE_NOOP(
        "Problem", "The disk does not take the newer law. Free some space; it is fetched again in an hour."
    ),
    "catalogue.unreadable": QT_TRANSLATE_NOOP(
        "Problem",
        "This program cannot read the newer law. Work goes on by the law before it; have the program updated.",
    ),
    "chain.broken": QT_TRANSLATE_NOOP(
        "Problem", "The audit trail of this file does not add up. It is read-only: tell the administrator."
    ),
    "consent.in_future": QT_TRANSLATE_NOOP("Problem", "The consent is dated in the future. Check the date."),
    "consent.name_missing": QT_TRANSLATE_NOOP(
        "Problem", "The name of who consents is missing. Write it, or leave the consent empty."
    ),
    "date.birth_empty": QT_TRANSLATE_NOOP(
        "Problem", "The date of birth is missing. Copy it from the document."
    ),
    "date.does_not_exist": QT_TRANSLATE_NOOP("Problem", "There is no such day. Check day and month."),
    "date.ends_before_start": QT_TRANSLATE_NOOP(
        "Problem", "The period ends before it starts. Check both dates."
    ),
    "date.in_future": QT_TRANSLATE_NOOP("Problem", "The date of birth is in the future. Check the year."),
    "date.shape": QT_TRANSLATE_NOOP("Problem", "Write the date as dd.mm.yyyy, e.g. 22.11.2026."),
    "decline.right_not_explained": QT_TRANSLATE_NOOP(
        "Problem", "First explain the right to apply again, and record it."
    ),
    "desk.other_direction": QT_TRANSLATE_NOOP(
        "Problem", "That desk does not serve the direction of this ticket. Choose another place."
    ),
    "desk.too_long_alone": QT_TRANSLATE_NOOP(
        "Problem",
        "No connection for {n} days: no new cases are opened until the desk has sent. Open ones and answers go on.",
    ),
    "direction.no_desk": QT_TRANSLATE_NOOP(
        "Problem", "No desk of the centre serves this direction. Choose another place."
    ),
    "disagreement.new_number": QT_TRANSLATE_NOOP(
        "Problem",
        "Its paper is out under its number. Refuse anew in the case: the new answer takes its place.",
    ),
    "disagreement.nothing": QT_TRANSLATE_NOOP(
        "Problem", "This step recorded nothing that could be set aside."
    ),
    "disagreement.with_the_head": QT_TRANSLATE_NOOP(
        "Problem", "The head of the centre has it already. Wait for the finding, or choose yourself."
    ),
    "disk.low": QT_TRANSLATE_NOOP(
        "Problem", "{size} MB of disk left. Tell the administrator before scanning more."
    ),
    "document.date_empty": QT_TRANSLATE_NOOP(
        "Problem", "The last day of validity is missing. Copy it from the document."
    ),
    "document.duplicate": QT_TRANSLATE_NOOP(
        "Problem", "This document is already there. Open the existing entry."
    ),
    "document.expired": QT_TRANSLATE_NOOP(
        "Problem", "The document expired on {date}. Ask for a valid one or check the register."
    ),
    "document.form_missing": QT_TRANSLATE_NOOP(
        "Problem", "The form shown is not chosen. Choose original, copy, notarised copy or electronic copy."
    ),
    "document.form_not_accepted": QT_TRANSLATE_NOOP(
        "Problem", "This kind of document does not count in the form it was shown in. Ask for another form."
    ),
    "document.issued_in_future": QT_TRANSLATE_NOOP(
        "Problem", "The date of issue is in the future. Compare with the document."
    ),
    "document.kind_not_accepted": QT_TRANSLATE_NOOP(
        "Problem", "This kind is not accepted for the service. The list shows those that are."
    ),
    "document.no_expiry": QT_TRANSLATE_NOOP(
        "Problem", "The last day of validity is not on the document. Ask for a valid one."
    ),
    "document.number_empty": QT_TRANSLATE_NOOP("Problem", "The document number is missing, e.g. {example}."),
    "document.number_shape": QT_TRANSLATE_NOOP(
        "Problem", "The number does not fit this kind ({example}). Check kind and number."
    ),
    "document.number_signs": QT_TRANSLATE_NOOP(
        "Problem", "The number has letters and digits only, at most 20. Compare it with the paper."
    ),
    "document.register_expired": QT_TRANSLATE_NOOP(
        "Problem", "By the register the document expired on {date}. Tell the person; you may continue."
    ),
    "draft.recovered": QT_TRANSLATE_NOOP(
        "Problem", "The program closed unexpectedly. What you typed is back, continue."
    ),
    "email.shape": QT_TRANSLATE_NOOP(
        "Problem", "This is not an e-mail address, e.g. {example}. Check it or leave it empty."
    ),
    "ending.evidence_missing": QT_TRANSLATE_NOOP("Problem", "Name the paper that shows this ground."),
    "ending.ground_missing": QT_TRANSLATE_NOOP("Problem", "Choose the ground."),
    "ending.other_term": QT_TRANSLATE_NOOP("Problem", "By this ground the term ends on {date}."),
    "ending.own_initiative_off": QT_TRANSLATE_NOOP(
        "Problem", "Ending a registration on the office's own initiative is switched off."
    ),
    "ending.start_missing": QT_TRANSLATE_NOOP(
        "Problem", "From which day? Write the first day of the removal."
    ),
    "ending.term_is_over": QT_TRANSLATE_NOOP(
        "Problem", "The term ended on {date}. Write a later day, or leave the end open."
    ),
    "enrolment.desk_in_use": QT_TRANSLATE_NOOP(
        "Problem",
        "Agents already work at this desk, and the code is another desk's. Ask the administrator for a code for this desk.",
    ),
    "enrolment.refused": QT_TRANSLATE_NOOP(
        "Problem", "The desk was not enrolled. Check the code with the administrator."
    ),
    "erasure.basis_missing": QT_TRANSLATE_NOOP(
        "Problem", "The basis of the erasure is missing. Name the decision."
    ),
    "event.chain_broken": QT_TRANSLATE_NOOP(
        "Problem", "The record does not follow the one before it. Tell the administrator."
    ),
    "event.data_changed": QT_TRANSLATE_NOOP(
        "Problem", "The record does not fit its signature. Tell the administrator."
    ),
    "event.erased": QT_TRANSLATE_NOOP(
        "Problem", "The record's data were erased by law; it cannot be sent again."
    ),
    "event.id_reused": QT_TRANSLATE_NOOP(
        "Problem", "Another record has this number already. Tell the administrator."
    ),
    "event.in_future": QT_TRANSLATE_NOOP("Problem", "This PC's clock is ahead; it is tried again by itself."),
    "event.malformed": QT_TRANSLATE_NOOP(
        "Problem", "The central system cannot read this record. Tell the administrator."
    ),
    "event.not_decided": QT_TRANSLATE_NOOP(
        "Problem", "The record says more than the rules allow. Tell the administrator."
    ),
    "event.other_agent": QT_TRANSLATE_NOOP(
        "Problem", "An event was signed by somebody else than who recorded it."
    ),
    "event.other_desk": QT_TRANSLATE_NOOP(
        "Problem", "The record was made at another desk. Tell the administrator."
    ),
    "event.run_broken": QT_TRANSLATE_NOOP(
        "Problem", "The records of one click do not belong together. Tell the administrator."
    ),
    "event.signature": QT_TRANSLATE_NOOP(
        "Problem", "The agent's signature does not fit. Tell the administrator."
    ),
    "explanation.too_short": QT_TRANSLATE_NOOP(
        "Problem", "The explanation is too short. Say in one or two sentences what was explained."
    ),
    "export.disk_full": QT_TRANSLATE_NOOP(
        "Problem", "There is no room for the file; nothing was written. Choose another place."
    ),
    "export.not_written": QT_TRANSLATE_NOOP(
        "Problem", "The file could not be written there; nothing was left behind. Choose another place."
    ),
    "extract.purpose_missing": QT_TRANSLATE_NOOP(
        "Problem", "What the extract is for is missing. Write it in a few words."
    ),
    "fact.ban_over": QT_TRANSLATE_NOOP(
        "Problem", "6 months have passed since this day: the ban is over, this ground does not fit."
    ),
    "fact.day_missing": QT_TRANSLATE_NOOP("Problem", "The day is missing. The letter names it."),
    "fact.in_future": QT_TRANSLATE_NOOP("Problem", "This day is still to come. Check the date."),
    "fact.missing": QT_TRANSLATE_NOOP("Problem", "This is missing. The letter names it."),
    "fact.not_chosen": QT_TRANSLATE_NOOP("Problem", "Nothing is chosen. Choose what fits."),
    "fact.not_ticked": QT_TRANSLATE_NOOP(
        "Problem", "Check it, then tick it. If it is otherwise, this ground does not fit."
    ),
    "fact.out_of_order": QT_TRANSLATE_NOOP(
        "Problem", "This day lies before the one it must follow. Check both dates."
    ),
    "fact.paper_missing": QT_TRANSLATE_NOOP(
        "Problem", "Which document was shown? Write its name, number and date."
    ),
    "fact.study_over": QT_TRANSLATE_NOOP(
        "Problem", "The studies ended before the application: this ground does not fit."
    ),
    "file.not_looked_up": QT_TRANSLATE_NOOP("Problem", "Look the number up first: whose is it?"),
    "file.nothing_chosen": QT_TRANSLATE_NOOP("Problem", "Nothing is chosen. Choose what belongs elsewhere."),
    "file.other_centre": QT_TRANSLATE_NOOP(
        "Problem", "The file belongs to other centres. Their heads act in it."
    ),
    "file.reason_missing": QT_TRANSLATE_NOOP("Problem", "The reason is missing. Say why, briefly."),
    "file.same": QT_TRANSLATE_NOOP("Problem", "This is the same file. Choose the other one."),
    "form.address_missing": QT_TRANSLATE_NOOP("Problem", "Where does the person live? Write the address."),
    "form.education_missing": QT_TRANSLATE_NOOP("Problem", "Choose the level of education."),
    "form.end_missing": QT_TRANSLATE_NOOP("Problem", "Name the paper that shows that the cause ended."),
    "form.incomplete": QT_TRANSLATE_NOOP("Problem", "Fill in or mend what is missing: {n}."),
    "form.job_position_missing": QT_TRANSLATE_NOOP(
        "Problem", "Which position was it? Write it, or remove the job."
    ),
    "form.no_ground": QT_TRANSLATE_NOOP("Problem", "No ground of refusal fits what is known now."),
    "form.not_sent_yet": QT_TRANSLATE_NOOP(
        "Problem", "The form was not sent yet. Send it, pause the case, or take the application back."
    ),
    "form.number_shape": QT_TRANSLATE_NOOP("Problem", "Write a whole number, at most {n}."),
    "form.phone_missing": QT_TRANSLATE_NOOP(
        "Problem", "The mobile number is missing: messages of MAS go there."
    ),
    "form.specialty_missing": QT_TRANSLATE_NOOP(
        "Problem", "Which specialty or profession does the person have?"
    ),
    "form.transport_missing": QT_TRANSLATE_NOOP("Problem", "Ask how the person gets to work, and choose."),
    "form.until_missing": QT_TRANSLATE_NOOP("Problem", "Until which day? Write the last day of the removal."),
    "form.wanted_missing": QT_TRANSLATE_NOOP("Problem", "Which work does the person look for?"),
    "form.year_shape": QT_TRANSLATE_NOOP("Problem", "Write the year with four digits, at most {n}."),
    "ground.not_as_catalogued": QT_TRANSLATE_NOOP(
        "Problem", "Ground and article do not belong together. Choose the ground again."
    ),
    "ground.not_for_kind": QT_TRANSLATE_NOOP(
        "Problem", "This ground does not fit this kind of application. Choose another."
    ),
    "ground.not_for_status": QT_TRANSLATE_NOOP(
        "Problem", "This ground does not fit the registration as it stands. Choose another."
    ),
    "ground.not_in_force": QT_TRANSLATE_NOOP("Problem", "This ground is not in force today. Choose another."),
    "ground.not_the_case": QT_TRANSLATE_NOOP(
        "Problem", "The facts do not support this ground. Choose the one that fits."
    ),
    "guardianship.expired": QT_TRANSLATE_NOOP(
        "Problem",
        "The guardian's or curator's document ended on {date}. Ask for a valid one or prepare the notice.",
    ),
    "guardianship.issuer_missing": QT_TRANSLATE_NOOP(
        "Problem", "The authority that appointed the guardian or curator is missing. Copy it from the act."
    ),
    "guardianship.no_date": QT_TRANSLATE_NOOP(
        "Problem", "The guardian's or curator's document has no date. Copy it, or ask for a whole document."
    ),
    "hand_up.words_missing": QT_TRANSLATE_NOOP(
        "Problem", "Write for the head of the centre what to look at."
    ),
    "head.contradicts": QT_TRANSLATE_NOOP(
        "Problem", "The answer of the central system cannot be read. Tell the administrator."
    ),
    "head.not_signed_in": QT_TRANSLATE_NOOP(
        "Problem", "The central system does not let you in. Lock the desk and sign in again."
    ),
    "head.offline": QT_TRANSLATE_NOOP(
        "Problem",
        "The central system cannot be reached. Such acts count only online; try again with the connection.",
    ),
    "head.register": QT_TRANSLATE_NOOP(
        "Problem", "The central system is not well now. Try again in a moment."
    ),
    "identity.not_as_attested": QT_TRANSLATE_NOOP(
        "Problem", "The data differ from the register's answer. Ask the register again."
    ),
    "identity.other_file": QT_TRANSLATE_NOOP(
        "Problem", "The number does not belong to this file. Ask the register again."
    ),
    "identity.papers_missing": QT_TRANSLATE_NOOP(
        "Problem", "Without the register a paper is needed. Record the paper that was shown."
    ),
    "identity.papers_not_needed": QT_TRANSLATE_NOOP(
        "Problem", "The register knows this person: no paper is needed. Ask the register again."
    ),
    "identity.register_not_asked": QT_TRANSLATE_NOOP(
        "Problem", "The register was not asked yet. Ask it first, then use papers."
    ),
    "intake.incomplete": QT_TRANSLATE_NOOP("Problem", "{n} lines on the right are still open."),
    "interpreter.language_missing": QT_TRANSLATE_NOOP(
        "Problem", "The ticket asks for an interpreter. Write into which language."
    ),
    "law.over": QT_TRANSLATE_NOOP(
        "Problem", "Decided under a law that is no longer in force. Record it anew by the law in force now."
    ),
    "law_outdated": QT_TRANSLATE_NOOP(
        "Problem", "Decided under an older catalogue; it is checked again by itself."
    ),
    "look.nobody_found": QT_TRANSLATE_NOOP("Problem", "Nobody was found. Compare the number with the paper."),
    "look.none_closed": QT_TRANSLATE_NOOP(
        "Problem", "No refused or withdrawn application was found. Compare the number."
    ),
    "look.several_found": QT_TRANSLATE_NOOP(
        "Problem", "Several persons were found. Type the PIN or the whole number."
    ),
    "looks.refused": QT_TRANSLATE_NOOP(
        "Problem",
        "The central system did not take the notes of who looked at which file. They are kept and sent again; tell the"
        " administrator.",
    ),
    "lookup.in_future": QT_TRANSLATE_NOOP(
        "Problem", "The register's answer is younger than what rests on it. Tell the administrator."
    ),
    "lookup.newer_recorded": QT_TRANSLATE_NOOP(
        "Problem", "A newer answer is in the file already. Ask the register again."
    ),
    "lookup.other_application": QT_TRANSLATE_NOOP(
        "Problem", "This answer is about another application. Ask again."
    ),
    "lookup.other_person": QT_TRANSLATE_NOOP("Problem", "This answer is about another person. Ask again."),
    "lookup.other_register": QT_TRANSLATE_NOOP(
        "Problem", "This answer comes from another register. Ask the right one."
    ),
    "lookup.too_old": QT_TRANSLATE_NOOP(
        "Problem", "The register's answer is too old. Ask again before deciding."
    ),
    "lookup.unattested": QT_TRANSLATE_NOOP("Problem", "The register's answer is not signed. Ask again."),
    "migration_pin.length": QT_TRANSLATE_NOOP(
        "Problem", "A migration PIN has 5 or 6 characters. Look at the bottom of the card's front."
    ),
    "mobile.landline": QT_TRANSLATE_NOOP(
        "Problem", "This is not a mobile number. Ask for the mobile number."
    ),
    "mobile.shape": QT_TRANSLATE_NOOP("Problem", "The number is +994 and 9 digits. Check the digits."),
    "mobile.used_by_many": QT_TRANSLATE_NOOP(
        "Problem", "{n} persons have this number. Ask whether it is this person's."
    ),
    "name.empty": QT_TRANSLATE_NOOP("Problem", "The name is missing. Write it as on the paper."),
    "name.from_register_only": QT_TRANSLATE_NOOP(
        "Problem", "The name comes from the register and is not changed here. Note any difference."
    ),
    "name.shape": QT_TRANSLATE_NOOP(
        "Problem", "A name has letters, spaces and hyphens only. Write it as on the paper."
    ),
    "notice.already_recalled": QT_TRANSLATE_NOOP("Problem", "The notice was recalled already."),
    "notice.already_served": QT_TRANSLATE_NOOP("Problem", "The notice was handed over already."),
    "notice.already_superseded": QT_TRANSLATE_NOOP("Problem", "The notice was superseded already."),
    "notice.code_reused": QT_TRANSLATE_NOOP(
        "Problem", "Another notice has this check code already. Tell the administrator."
    ),
    "notice.elements_missing": QT_TRANSLATE_NOOP(
        "Problem", "The notice is not whole yet. What is missing is listed; each line leads to its field."
    ),
    "notice.exists": QT_TRANSLATE_NOOP("Problem", "This notice is recorded already."),
    "notice.fact_missing": QT_TRANSLATE_NOOP(
        "Problem", "The fact found is missing. Say what, from where, when."
    ),
    "notice.ground_missing": QT_TRANSLATE_NOOP("Problem", "No ground is chosen. Choose the one that fits."),
    "notice.must_supersede": QT_TRANSLATE_NOOP(
        "Problem", "New data leave notice {notice_no} without its ground. Prepare a superseding notice."
    ),
    "notice.no_numbers": QT_TRANSLATE_NOOP(
        "Problem",
        "The number block is used up. The notice gets a provisional number, confirmed at the next connection.",
    ),
    "notice.number_taken": QT_TRANSLATE_NOOP(
        "Problem", "The number was taken in between. Sign again: the next one is used."
    ),
    "notice.numbers_low": QT_TRANSLATE_NOOP(
        "Problem", "{n} numbers left. The block is refilled at the next connection."
    ),
    "notice.reason_too_short": QT_TRANSLATE_NOOP(
        "Problem", "The explanation is too short. The person must understand the decision from it."
    ),
    "notice.recall_reason_missing": QT_TRANSLATE_NOOP(
        "Problem", "The reason of the recall is missing. It is printed."
    ),
    "notice.reopened": QT_TRANSLATE_NOOP(
        "Problem", "The application was opened again after this written answer was given."
    ),
    "notice.second": QT_TRANSLATE_NOOP(
        "Problem", "Another written answer to the same application stands already."
    ),
    "notice.unknown": QT_TRANSLATE_NOOP("Problem", "This notice is not in the file. Reload it."),
    "number.not_leased": QT_TRANSLATE_NOOP(
        "Problem", "Number {number} was not leased to this desk. Open the application again: it gets another."
    ),
    "number.used": QT_TRANSLATE_NOOP(
        "Problem", "Another application bears number {number} already. Open this one again: it gets another."
    ),
    "offer.already_made": QT_TRANSLATE_NOOP("Problem", "This vacancy was offered before. Choose another."),
    "offer.exists": QT_TRANSLATE_NOOP("Problem", "This offer is recorded already."),
    "offer.judgement_missing": QT_TRANSLATE_NOOP(
        "Problem", "The reason is not judged. Choose justified or not and say why."
    ),
    "offer.many_declined": QT_TRANSLATE_NOOP(
        "Problem", "{n} offers were declined. For information only: you decide."
    ),
    "offer.none_found": QT_TRANSLATE_NOOP(
        "Problem", 'No vacancy fits. Widen the search or choose "No suitable work".'
    ),
    "offer.not_suitable": QT_TRANSLATE_NOOP(
        "Problem", "This work does not fit by law. It cannot be offered as suitable."
    ),
    "offer.question_open": QT_TRANSLATE_NOOP("Problem", "A test is not answered yet. Ask the person first."),
    "offer.reason_missing": QT_TRANSLATE_NOOP(
        "Problem", "The person's reason is missing. Write it briefly in their words."
    ),
    "offer.test_missing": QT_TRANSLATE_NOOP(
        "Problem", 'The test "{label}" is not judged. Enter a value or choose "does not apply" and say why.'
    ),
    "offer.unknown": QT_TRANSLATE_NOOP("Problem", "This is not the offer on the table. Reload the file."),
    "offer.vacancy_taken": QT_TRANSLATE_NOOP("Problem", "This vacancy is already filled. Choose another."),
    "paper.nothing_to_print": QT_TRANSLATE_NOOP(
        "Problem", "There is nothing this paper could say yet, or not any more. Look at the person's file."
    ),
    "paper_number.empty": QT_TRANSLATE_NOOP(
        "Problem", "The number of the paper is missing. Copy series and number from the paper shown."
    ),
    "paper_number.not_found": QT_TRANSLATE_NOOP(
        "Problem", "No record by this paper. Compare the number, then continue with papers."
    ),
    "paper_number.shape": QT_TRANSLATE_NOOP(
        "Problem", "A paper's number has 4 to 12 letters and digits. Copy it from the paper."
    ),
    "permit.expires_soon": QT_TRANSLATE_NOOP(
        "Problem", "The permit ends on {date}. Tell the person; you may continue."
    ),
    "permit.not_in_register": QT_TRANSLATE_NOOP(
        "Problem", "The register of permits knows no permit of this person. Compare the number with the card."
    ),
    "permit.other_in_register": QT_TRANSLATE_NOOP(
        "Problem", "The register has another permit of this person. Compare the number with the card."
    ),
    "permit.other_term": QT_TRANSLATE_NOOP(
        "Problem", "The register says that the permit ends on {date}. The earlier day counts."
    ),
    "permit.unchecked": QT_TRANSLATE_NOOP(
        "Problem", "The register of permits did not answer. The paper counts; ask again later."
    ),
    "person.exists": QT_TRANSLATE_NOOP("Problem", "This person already has a file. Continue with it."),
    "person.identify_again": QT_TRANSLATE_NOOP(
        "Problem", "The person was not identified today. Begin a new application with the number."
    ),
    "person.not_identified": QT_TRANSLATE_NOOP(
        "Problem", "The person is not identified yet. Ask the register or use the papers."
    ),
    "person.open_elsewhere": QT_TRANSLATE_NOOP(
        "Problem",
        "This file is open at desk {desk}. You may continue; a difference would show under disagreements.",
    ),
    "person.other_centre": QT_TRANSLATE_NOOP(
        "Problem", "The file belongs to another centre. State the purpose; the view is logged."
    ),
    "pin.empty": QT_TRANSLATE_NOOP("Problem", "PIN (FİN) is missing. Read the card or type it."),
    "pin.length": QT_TRANSLATE_NOOP(
        "Problem", "A PIN (FİN) has 7 characters, here are {n}. Compare with the card."
    ),
    "pin.letter_o": QT_TRANSLATE_NOOP(
        "Problem", "A PIN (FİN) has no letters O and I. Check the digits 0 and 1."
    ),
    "pin.not_found": QT_TRANSLATE_NOOP(
        "Problem", "No record for this PIN (FİN). Check it or continue with papers."
    ),
    "pin.other_person": QT_TRANSLATE_NOOP(
        "Problem", "The register has another name for this PIN (FİN). Compare the card and the person again."
    ),
    "pin.shape": QT_TRANSLATE_NOOP(
        "Problem", "This does not look like a PIN (FİN): only Latin letters and digits. Read the card again."
    ),
    "poa.certifier_missing": QT_TRANSLATE_NOOP(
        "Problem", "Who certified the power of attorney is missing. Choose the kind and write who."
    ),
    "poa.check_old": QT_TRANSLATE_NOOP("Problem", "The notaries' answer is old. Ask again before deciding."),
    "poa.expired": QT_TRANSLATE_NOOP(
        "Problem", "The power of attorney expired on {date}. Ask for a new one or prepare the notice."
    ),
    "poa.judgement_missing": QT_TRANSLATE_NOOP(
        "Problem", "The scope does not name this service. Say why you accept it, or ask for another paper."
    ),
    "poa.no_date": QT_TRANSLATE_NOOP(
        "Problem",
        "The power of attorney has no date and cannot be accepted. Ask for a new one or prepare the notice.",
    ),
    "poa.not_in_register": QT_TRANSLATE_NOOP(
        "Problem", "The notaries' register does not know this number. Compare it with the paper; you decide."
    ),
    "poa.other_paper_checked": QT_TRANSLATE_NOOP(
        "Problem", "The notaries' answer is about another paper. Ask again."
    ),
    "poa.other_person": QT_TRANSLATE_NOOP(
        "Problem",
        "By the notaries' register this power of attorney is from somebody else. Compare number and names.",
    ),
    "poa.out_of_scope": QT_TRANSLATE_NOOP(
        "Problem", "The scope does not cover this application. Read it again; if so, prepare the notice."
    ),
    "poa.revoked": QT_TRANSLATE_NOOP(
        "Problem",
        "The power of attorney was revoked on {date}, says the notaries' register. Suggest that the person contacts us.",
    ),
    "poa.scope_missing": QT_TRANSLATE_NOOP(
        "Problem", "The scope is missing. Write it as it stands in the paper."
    ),
    "poa.scope_not_judged": QT_TRANSLATE_NOOP("Problem", "Say whether the scope names this service."),
    "poa.service_not_named": QT_TRANSLATE_NOOP(
        "Problem", "The scope does not name this service. You accepted it with a reason."
    ),
    "poa.unchecked": QT_TRANSLATE_NOOP(
        "Problem",
        "The validity was not checked, the notary system did not answer. Continue with the paper; it will be checked later.",
    ),
    "practice.central_not_started": QT_TRANSLATE_NOOP(
        "Problem", "The practice central system did not start. Its log says why."
    ),
    "print.no_printer": QT_TRANSLATE_NOOP(
        "Problem", "No printer found. The document is saved: connect or choose another."
    ),
    "print.stopped": QT_TRANSLATE_NOOP(
        "Problem", "Printing stopped. Check the paper and print a copy; the number stays."
    ),
    "profile.months": QT_TRANSLATE_NOOP("Problem", "Write months from 0 to 11."),
    "profile.position": QT_TRANSLATE_NOOP("Problem", "Write the position of this job."),
    "profile.year": QT_TRANSLATE_NOOP("Problem", "Type a year with four digits."),
    "profile.years": QT_TRANSLATE_NOOP("Problem", "Write whole years, at most 60."),
    "program.bug": QT_TRANSLATE_NOOP(
        "Problem",
        "Something unexpected went wrong. Your work is saved: reopen the program; if it repeats, tell the administrator.",
    ),
    "queue.call_first": QT_TRANSLATE_NOOP("Problem", "Call the ticket first."),
    "queue.empty": QT_TRANSLATE_NOOP("Problem", "Nobody is waiting."),
    "queue.is_served": QT_TRANSLATE_NOOP("Problem", "The person is here: the application is open."),
    "queue.none_selected": QT_TRANSLATE_NOOP("Problem", "Select a ticket first."),
    "queue.offline": QT_TRANSLATE_NOOP("Problem", "The queue cannot be reached."),
    "queue.unreachable": QT_TRANSLATE_NOOP(
        "Problem", "The queue cannot be reached. Serve without a ticket: Ctrl+N."
    ),
    "receipt.being_checked": QT_TRANSLATE_NOOP(
        "Problem", "The registers are being asked. Wait, or stop waiting."
    ),
    "receipt.missing": QT_TRANSLATE_NOOP(
        "Problem", "Who took the notice is not recorded. Record it before the person leaves."
    ),
    "receipt.not_chosen": QT_TRANSLATE_NOOP("Problem", "Choose who took it and how."),
    "referral.ambiguous": QT_TRANSLATE_NOOP(
        "Problem", "Two referrals have this number. Give the application too."
    ),
    "referral.answered": QT_TRANSLATE_NOOP("Problem", "The employer has answered this referral before."),
    "referral.closed": QT_TRANSLATE_NOOP("Problem", "The application of this referral is closed."),
    "referral.employer_overdue": QT_TRANSLATE_NOOP(
        "Problem", "The employer's term ended on {date}. It counts as no: go on to the decision."
    ),
    "referral.other_day": QT_TRANSLATE_NOOP(
        "Problem", "The referral is presented between {date} and {until}. Change the day."
    ),
    "referral.term_runs": QT_TRANSLATE_NOOP(
        "Problem", "The employer's term still runs, until {date}. Wait for the answer."
    ),
    "referral.unknown": QT_TRANSLATE_NOOP("Problem", "There is no such referral in the file. Reload it."),
    "register.answer_old": QT_TRANSLATE_NOOP(
        "Problem", "The answer is {hours} hours old. Ask again before deciding."
    ),
    "register.contradicts": QT_TRANSLATE_NOOP(
        "Problem", "The register's answer contradicts itself. Continue with papers."
    ),
    "register.employed_found": QT_TRANSLATE_NOOP(
        "Problem",
        "An employment entry was found: Article {article}. Go through it with the person, then prepare the notice.",
    ),
    "register.employment_open": QT_TRANSLATE_NOOP(
        "Problem",
        "Employment is not checked: the register did not answer. The application is kept; the decision comes after the answer.",
    ),
    "register.land_share_found": QT_TRANSLATE_NOOP(
        "Problem", "A land share was found. Explain jobseeker registration, training and self-employment."
    ),
    "register.purpose_missing": QT_TRANSLATE_NOOP(
        "Problem", "The purpose is missing. Enter the application number or the reason."
    ),
    "register.unreachable": QT_TRANSLATE_NOOP(
        "Problem", "The register did not answer. Continue with papers or ask again in a minute."
    ),
    "register.waiting": QT_TRANSLATE_NOOP(
        "Problem", "Waiting for the register ({seconds} s). You may fill other fields meanwhile."
    ),
    "representative.basis_not_for_person": QT_TRANSLATE_NOOP(
        "Problem", "A head speaks only for an entity or a household. Choose another basis."
    ),
    "representative.card_without_pin": QT_TRANSLATE_NOOP(
        "Problem", "The card was read: it has no PIN (FİN) in its lines. Type it from the card."
    ),
    "representative.document_itself": QT_TRANSLATE_NOOP(
        "Problem", "On handing over the document itself is shown, a copy is not enough. Ask for it."
    ),
    "representative.form_missing": QT_TRANSLATE_NOOP(
        "Problem",
        "In which form the document is shown is not chosen: on handing over it is the original or a notarised copy.",
    ),
    "representative.identity_missing": QT_TRANSLATE_NOOP(
        "Problem", "The representative's own number is missing. Ask for the representative's card."
    ),
    "representative.many": QT_TRANSLATE_NOOP(
        "Problem",
        "This representative stands in for {n} applicants within {days} days. Look closely; you may continue.",
    ),
    "representative.name_missing": QT_TRANSLATE_NOOP(
        "Problem", "The representative's name is missing. Ask the register or copy it from the card."
    ),
    "representative.number_missing": QT_TRANSLATE_NOOP(
        "Problem", "The number of the paper is missing. Copy it."
    ),
    "representative.paper_in_future": QT_TRANSLATE_NOOP(
        "Problem", "The date of the paper is in the future. Compare with the paper."
    ),
    "representative.proof_missing": QT_TRANSLATE_NOOP(
        "Problem",
        "The representative's proof is missing. Add a copy of the power of attorney or guardianship paper.",
    ),
    "representative.same_person": QT_TRANSLATE_NOOP(
        "Problem", "This is the applicant's own number. Write the representative's."
    ),
    "required.empty": QT_TRANSLATE_NOOP("Problem", "This field is empty. Enter: {label}."),
    "resumption.term_runs": QT_TRANSLATE_NOOP(
        "Problem", "The term of the law runs until {date}. Resumption is possible from then on."
    ),
    "review.closed_already": QT_TRANSLATE_NOOP(
        "Problem", "Somebody has closed this review already. Reload the list."
    ),
    "review.finding_missing": QT_TRANSLATE_NOOP("Problem", "Say what was found."),
    "review.new_mark": QT_TRANSLATE_NOOP(
        "Problem", "The file was marked once more meanwhile. Look at the new reason, then close the review."
    ),
    "scan.being_read": QT_TRANSLATE_NOOP("Problem", "A scan is still being read. Wait a moment."),
    "scan.disguised": QT_TRANSLATE_NOOP(
        "Problem", "By its name the file is {named}, by its content it is not. Scan the paper again."
    ),
    "scan.encrypted": QT_TRANSLATE_NOOP(
        "Problem", "The PDF is protected with a password. Attach one without protection."
    ),
    "scan.failed": QT_TRANSLATE_NOOP(
        "Problem", "The scanner did not answer. Check cable and sheet, scan again."
    ),
    "scan.nothing_to_paste": QT_TRANSLATE_NOOP(
        "Problem", "There is no file and no picture to attach. Copy one, then paste again."
    ),
    "scan.other_kind": QT_TRANSLATE_NOOP(
        "Problem", "This is not a PDF, JPEG or PNG file. Save the scan in one of these kinds."
    ),
    "scan.too_detailed": QT_TRANSLATE_NOOP(
        "Problem", "The picture has more than {limit} million pixels. Scan again at 300 dpi."
    ),
    "scan.too_large": QT_TRANSLATE_NOOP(
        "Problem", "The file is {size} MB, the limit is {limit} MB. Scan again at lower quality."
    ),
    "scan.too_many": QT_TRANSLATE_NOOP(
        "Problem",
        "A paper has at most {limit} scans, the rest was not taken. Put several pages into one PDF.",
    ),
    "scan.too_many_pages": QT_TRANSLATE_NOOP(
        "Problem", "The file has {n} pages, the limit is {limit}. Attach only the pages of this paper."
    ),
    "scan.too_small": QT_TRANSLATE_NOOP(
        "Problem",
        "The picture's short side is {n} pixels, at least {limit} are needed. Scan again at 300 dpi.",
    ),
    "scan.unreadable": QT_TRANSLATE_NOOP(
        "Problem", "The file cannot be read, it may be damaged. Scan the paper again."
    ),
    "settings.damaged": QT_TRANSLATE_NOOP(
        "Problem", "The settings file is wrong: {file}, line {line}. Mend it or remove it."
    ),
    "settings.not_written": QT_TRANSLATE_NOOP(
        "Problem", "The settings could not be saved. The old ones stay."
    ),
    "sign.cert_expired": QT_TRANSLATE_NOOP(
        "Problem", "The certificate expired on {date}. Get a new one; you may sign by hand."
    ),
    "sign.cert_not_yet_valid": QT_TRANSLATE_NOOP(
        "Problem", "The certificate is valid only from {date}. Sign by hand until then."
    ),
    "sign.cert_other_agent": QT_TRANSLATE_NOOP(
        "Problem", "The certificate belongs to somebody else. Insert your own token."
    ),
    "sign.cert_revoked": QT_TRANSLATE_NOOP(
        "Problem",
        "The certificate is revoked and cannot sign. If the token was lost, tell the issuer at once.",
    ),
    "sign.failed": QT_TRANSLATE_NOOP("Problem", "The document was not signed. Try again, or sign by hand."),
    "sign.file_unreadable": QT_TRANSLATE_NOOP(
        "Problem", "The key file cannot be read. Check it in the settings, or sign by hand."
    ),
    "sign.key_not_open": QT_TRANSLATE_NOOP("Problem", "The key is not open any more. Type the PIN again."),
    "sign.no_timestamp": QT_TRANSLATE_NOOP(
        "Problem", "No time stamp yet. The document is signed; the stamp is added when we are online."
    ),
    "sign.pin_empty": QT_TRANSLATE_NOOP("Problem", "The PIN is missing. Type it."),
    "sign.pin_locked": QT_TRANSLATE_NOOP(
        "Problem", "The token is locked. Contact its issuer; you may sign by hand and continue."
    ),
    "sign.pin_wrong": QT_TRANSLATE_NOOP(
        "Problem", "The token PIN did not match, {n} tries left. Type it again."
    ),
    "sign.pin_wrong_file": QT_TRANSLATE_NOOP("Problem", "The PIN does not open the key file. Type it again."),
    "sign.token_missing": QT_TRANSLATE_NOOP(
        "Problem", "No signing token found. Insert it or choose another way to sign."
    ),
    "sign.verify_failed": QT_TRANSLATE_NOOP(
        "Problem",
        "The signature did not pass the check, the document was not issued. Sign again; if it repeats, tell the administrator.",
    ),
    "signin.copied": QT_TRANSLATE_NOOP(
        "Problem",
        "This folder was copied from another computer and does not open here. The administrator enrols this computer in its place.",
    ),
    "signin.desk_unknown": QT_TRANSLATE_NOOP(
        "Problem", "This desk is not enrolled. Get an enrolment code from the administrator."
    ),
    "signin.device_secret": QT_TRANSLATE_NOOP(
        "Problem",
        "The computer's key store does not open. Restart the computer, then tell the administrator.",
    ),
    "signin.locked": QT_TRANSLATE_NOOP("Problem", "The desk is locked. Enter your password."),
    "signin.name_empty": QT_TRANSLATE_NOOP("Problem", "The sign-in name is missing. Type it."),
    "signin.offline_first": QT_TRANSLATE_NOOP(
        "Problem",
        "A first sign-in at this desk needs the network. Connect, or let an agent of this desk sign in.",
    ),
    "signin.password_empty": QT_TRANSLATE_NOOP("Problem", "The password is missing. Type it."),
    "signin.role_not_allowed": QT_TRANSLATE_NOOP(
        "Problem", "Your role does not open this section. If you need it, ask the centre head."
    ),
    "signin.slow_down": QT_TRANSLATE_NOOP("Problem", "Too many tries. Try again in {seconds} seconds."),
    "signin.wrong": QT_TRANSLATE_NOOP(
        "Problem", "User name or password did not match. Type again, mind capitals."
    ),
    "status.unknown": QT_TRANSLATE_NOOP(
        "Problem", "MAS did not say how the person is registered. You may continue; it is checked later."
    ),
    "storage.busy": QT_TRANSLATE_NOOP(
        "Problem", "The database is in use by another program. Close it and repeat."
    ),
    "storage.copied": QT_TRANSLATE_NOOP(
        "Problem",
        "This database is an older copy. No numbers are given until the next connection; then it mends itself.",
    ),
    "storage.damaged": QT_TRANSLATE_NOOP(
        "Problem", "The database file is damaged. Do not work on: tell the administrator; backups are kept."
    ),
    "storage.document_missing": QT_TRANSLATE_NOOP(
        "Problem", "The document is not on this computer. Try again after the next connection."
    ),
    "storage.full": QT_TRANSLATE_NOOP(
        "Problem", "The disk is full: nothing was saved just now. Free some space, then repeat."
    ),
    "storage.missing": QT_TRANSLATE_NOOP(
        "Problem", "This desk's database is not there. Tell the administrator."
    ),
    "storage.read_only": QT_TRANSLATE_NOOP(
        "Problem", "The program's folder cannot be written. Tell the administrator; nothing was lost."
    ),
    "storage.wrong_key": QT_TRANSLATE_NOOP(
        "Problem", "The key does not open this database. Tell the administrator; nothing was touched."
    ),
    "sync.clock": QT_TRANSLATE_NOOP(
        "Problem", "This PC's clock is off by {minutes} minutes. Ask the administrator to set it."
    ),
    "sync.disagreement": QT_TRANSLATE_NOOP(
        "Problem", "This file was changed elsewhere too. Look at both sides and decide."
    ),
    "sync.frozen": QT_TRANSLATE_NOOP(
        "Problem", "No new cases after a long time offline. You may finish and export what is begun."
    ),
    "sync.offline": QT_TRANSLATE_NOOP("Problem", "Offline. Go on working: {n} items are waiting."),
    "sync.rejected": QT_TRANSLATE_NOOP(
        "Problem", "The central system did not accept the item: {reason}. Open and mend it."
    ),
    "sync.too_long_warning": QT_TRANSLATE_NOOP(
        "Problem",
        "Offline for {days} days. After {limit} days no new cases can be opened: tell the administrator.",
    ),
    "ticket.for_other_desk": QT_TRANSLATE_NOOP("Problem", "The ticket was sent to another desk."),
    "ticket.not_called": QT_TRANSLATE_NOOP("Problem", "The ticket is not called. Call it first."),
    "ticket.not_yours": QT_TRANSLATE_NOOP("Problem", "Another desk called this ticket."),
    "ticket.other_direction": QT_TRANSLATE_NOOP(
        "Problem", "The ticket is for a direction that this desk does not serve."
    ),
    "ticket.served": QT_TRANSLATE_NOOP("Problem", "The person with this ticket was served already."),
    "ticket.taken": QT_TRANSLATE_NOOP("Problem", "Another desk was quicker. Choose another ticket."),
    "ticket.unknown": QT_TRANSLATE_NOOP("Problem", "There is no such ticket today. Compare with the paper."),
    "token.desk_doubled": QT_TRANSLATE_NOOP(
        "Problem",
        "Another computer speaks as this desk. The administrator says which one stays; what was not sent is kept and can be exported.",
    ),
    "token.desk_replaced": QT_TRANSLATE_NOOP(
        "Problem",
        "Another computer is this desk now. Export what was not sent from here and tell the administrator.",
    ),
    "token.desk_retired": QT_TRANSLATE_NOOP(
        "Problem",
        "This desk was taken away. Export what was not sent from here and tell the administrator.",
    ),
    "token.employer_needed": QT_TRANSLATE_NOOP("Problem", "Only an employer may answer this."),
    "token.reused": QT_TRANSLATE_NOOP(
        "Problem",
        "Another computer speaks as this desk. The administrator says which one stays; what was not sent is kept and can be exported.",
    ),
    "token.revoked": QT_TRANSLATE_NOOP(
        "Problem",
        "The central system does not know this desk any more. The administrator enrols it again; what was not sent is kept.",
    ),
    "token.unknown": QT_TRANSLATE_NOOP(
        "Problem",
        "The central system does not know this desk any more. The administrator enrols it again; what was not sent is kept.",
    ),
    "tour.step_failed": QT_TRANSLATE_NOOP("Problem", "The tour stopped at: {step}."),
    "transfer.nowhere": QT_TRANSLATE_NOOP(
        "Problem", "No other desk of the centre works: there is nowhere to send the ticket."
    ),
    "unsent.unusable": QT_TRANSLATE_NOOP(
        "Problem",
        "The file with unsent work cannot be used; nothing of it was taken. Make it anew at the desk.",
    ),
    "update.newer_database": QT_TRANSLATE_NOOP(
        "Problem", "The database was written by a newer version. Update the program; nothing was touched."
    ),
    "value.invalid": QT_TRANSLATE_NOOP(
        "Problem", "This value is not in the expected form. Compare it with the paper."
    ),
    "voen.check_digit": QT_TRANSLATE_NOOP(
        "Problem", "This tax number (VÖEN) does not add up. Compare with the paper."
    ),
    "voen.empty": QT_TRANSLATE_NOOP("Problem", "The tax number (VÖEN) is missing. Copy it from the paper."),
    "voen.natural_person": QT_TRANSLATE_NOOP(
        "Problem", "This tax number (VÖEN) is a person's. Choose the entrepreneur and type the PIN (FİN)."
    ),
    "voen.shape": QT_TRANSLATE_NOOP(
        "Problem", "A tax number (VÖEN) has 10 digits, here are {n}. Compare with the paper."
    ),
    "work.not_searched": QT_TRANSLATE_NOOP(
        "Problem", "Nobody looked for vacancies for this application today. Search first."
    ),
}
