"""What the head of a centre reads of a click that could not be recorded: in the office's words (words/glossary)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dost_desktop.domain.dates import legal_date, short, short_time
from dost_desktop.domain.events import Content

#: What an agent's click records, as the window calls it.
KINDS: Final = {
    "person_identified": "şəxs müəyyən edilib",
    "status_read": "qeydiyyat MAS-dan oxunub",
    "contact_recorded": "əlaqə məlumatı yazılıb",
    "work_profile_recorded": "təhsil və iş təcrübəsi qeyd edilib",
    "application_opened": "müraciət açılıb",
    "representation_shown": "nümayəndənin sənədi göstərildi",
    "representation_checked": "etibarnamə yoxlanıldı",
    "explanation_given": "müraciət edənə izah edildi",
    "paper_shown": "sənəd göstərilib",
    "register_answered": "reyestr cavab verib",
    "register_silent": "reyestr cavab verməyib",
    "form_submitted": "ərizə köməklə doldurulub, MAS-a göndərilib",
    "work_offered": "münasib iş təklif olunub",
    "offer_accepted": "təklif qəbul edilib",
    "offer_declined": "təklif qəbul edilməyib",
    "decline_judged": "qəbul etməmə səbəbi qiymətləndirilib",
    "right_explained": "təkrar müraciət hüququ izah edilib",
    "referral_issued": "göndəriş verilib",
    "employer_answered": "işəgötürən cavab verib",
    "no_suitable_work_placed": "münasib iş yoxdur: MAS-a yerləşdirilib",
    "work_searched_again": "münasib iş yenidən axtarılır",
    "sent_to_back_office": "arxa ofisə göndərilib",
    "application_refused": "əsaslandırılmış imtina verilib",
    "notice_issued": "yazılı cavab verilib",
    "notice_printed": "yazılı cavab çap edilib",
    "notice_served": "yazılı cavab təqdim edilib",
    "notice_superseded": "yazılı cavab əvəz edilib",
    "notice_recalled": "yazılı cavab geri çağırılıb",
    "application_withdrawn": "şəxs müraciəti dayandırıb",
    "handed_up": "mərkəz rəhbərinə verilib",
    "disagreement_settled": "öz addımı kənara qoyuldu, o biri addım qüvvədə qaldı",
    "files_linked": "vərəqlər əlaqələndirilib",
    "recorded_in_wrong_file": "səhv vərəqə yazıldığı qeyd edilib",
    "recorded_in_other_file": "bu şəxsə aid qeyd başqa vərəqdədir",
    "review_closed": "baxış bağlanıb",
}
#: The rules that speak most often against a click of a desk that was alone; of others the name is said.
REASONS: Final = {
    "act.not_now": "müraciətin indiki vəziyyətində bu addım mümkün deyil",
    "act.own_case": "agent öz vərəqində xidmət göstərə bilməz",
    "agent.no_post": "agentin həmin vaxt bu mərkəzdə vəzifəsi olmayıb",
    "application.already_open": "bu növ üzrə açıq müraciət var",
    "application.unknown": "bu müraciət vərəqdə yoxdur",
    "lookup.other_person": "reyestrin cavabı başqa şəxsə aiddir",
    "lookup.unattested": "reyestrin cavabı təsdiqlənməyib",
    "notice.unknown": "bu yazılı cavab vərəqdə yoxdur",
    "number.not_leased": "nömrə bu masaya ayrılmayıb",
    "number.used": "nömrə artıq başqa müraciətdədir",
}


def handed_up_words(click: Content, kinds: Sequence[str], numbers: Sequence[str], reason: str) -> str:
    """Whose click it was, when and where, what it records, the numbers it bears, and the rule against it."""
    when = f"{short(legal_date(click.at))} {short_time(click.at)}"
    what = ", ".join(dict.fromkeys(KINDS.get(each, each) for each in kinds))
    bears = f" Nömrə: {', '.join(numbers)}." if numbers else ""
    why = f"{REASONS[reason]} ({reason})" if reason in REASONS else reason
    return (
        f"{click.desk} masasında {when} edilən qeyd mərkəzi sistemə daxil edilmədi: {what}.{bears}"
        f" Agent: {click.agent}. Səbəb: {why}."
    )
