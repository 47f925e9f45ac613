"""What the commands of a desk say, in Azerbaijani and English; the codes beside the words are for programs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from dost_desktop.domain.attestation import Series
from dost_desktop.domain.chain import Flaw
from dost_desktop.storage.check import Trouble
from dost_desktop.sync.needs import Silence

LANGUAGES: Final = ("az", "en")
Words = Mapping[str, str]

SILENCES: Final[Mapping[str, Mapping[Silence, str]]] = {
    "az": {
        Silence.OFFLINE: "şəbəkə yoxdur",
        Silence.REFUSED: "mərkəzi sistem cavab vermir",
        Silence.TIMEOUT: "mərkəzi sistem vaxtında cavab vermədi",
        Silence.CUT: "əlaqə cavabın ortasında kəsildi",
        Silence.CAPTIVE_PORTAL: "mərkəzi sistemin yerinə başqa səhifə cavab verdi",
        Silence.OTHER_SCHEMA: "cavab başa düşülmədi",
        Silence.TLS: "sertifikat mərkəzi sistemin deyil",
        Silence.CLOCK: "sertifikat bu kompüterin tarixinə uyğun deyil: saatı yoxlayın",
        Silence.UNSEALED: "cavabda mərkəzi sistemin imzası yoxdur",
        Silence.UNWELL: "mərkəzi sistemdə nasazlıq var",
        Silence.TOO_OLD: "proqram köhnədir: yeniləyin",
    },
    "en": {
        Silence.OFFLINE: "there is no network",
        Silence.REFUSED: "the central system does not answer",
        Silence.TIMEOUT: "the central system did not answer in time",
        Silence.CUT: "the connection broke in the middle of an answer",
        Silence.CAPTIVE_PORTAL: "another page answered instead of the central system",
        Silence.OTHER_SCHEMA: "the answer was not understood",
        Silence.TLS: "the certificate is not the central system's",
        Silence.CLOCK: "the certificate does not fit this computer's date: check the clock",
        Silence.UNSEALED: "the answer bears no signature of the central system",
        Silence.UNWELL: "the central system is in trouble",
        Silence.TOO_OLD: "the program is too old: update it",
    },
}
SERIES: Final[Mapping[str, Mapping[Series, str]]] = {
    "az": {
        Series.APPLICATION: "müraciət",
        Series.NOTICE: "yazılı cavab",
        Series.REFERRAL: "göndəriş",
        Series.REGISTRATION: "qeydiyyat",
    },
    "en": {
        Series.APPLICATION: "applications",
        Series.NOTICE: "written answers",
        Series.REFERRAL: "referrals",
        Series.REGISTRATION: "registrations",
    },
}
SYNC: Final[Mapping[str, Words]] = {
    "az": {
        "round": "ötürüldü: {sent} qeyd, {documents} sənəd · alındı: {received} · gözləyir: {waiting}",
        "next_try": "növbəti cəhd {seconds} saniyədən sonra",
        "all_sent": "hamısı ötürülüb",
        "waiting": "{waiting} ötürülməyi gözləyir",
        "needs_you": "{needs_you} barədə qərar verilməlidir: proqramda Ctrl+R",
        "unreached": "mərkəzi sistemlə əlaqə yoxdur: {why}",
        "not_let_in": "mərkəzi sistem bu masanı qəbul etmir ({why})",
        "too_old": "proqram köhnədir: yenilənənə qədər iş saxlanılır",
        "alarm": "diqqət: {code}",
        "alone": "son əlaqə: {since}",
    },
    "en": {
        "round": "sent: {sent} clicks, {documents} documents · received: {received} · waiting: {waiting}",
        "next_try": "next try in {seconds} seconds",
        "all_sent": "everything is sent",
        "waiting": "{waiting} waiting to be sent",
        "needs_you": "{needs_you} need a decision: Ctrl+R in the program",
        "unreached": "the central system is not reached: {why}",
        "not_let_in": "the central system does not let this desk in ({why})",
        "too_old": "the program is too old: work is kept until it is updated",
        "alarm": "attention: {code}",
        "alone": "last contact: {since}",
    },
}
EXPORT: Final[Mapping[str, Words]] = {
    "az": {
        "done": "{path}: {runs} qeyd, {documents} sənəd, {cases} yarımçıq müraciət, {looks} baxış",
        "left_out": "zədələnib və fayla düşməyib: {name}",
        "nothing": "hamısı ötürülüb: faylda heç nə yoxdur",
    },
    "en": {
        "done": "{path}: {runs} clicks, {documents} documents, {cases} half-done cases, {looks} looks",
        "left_out": "damaged and not in the file: {name}",
        "nothing": "everything is sent: the file holds nothing",
    },
}
FLAWS: Final[Mapping[str, Mapping[Flaw, str]]] = {
    "az": {
        Flaw.PLACE: "sıra nömrəsi çatmır və ya təkrarlanır",
        Flaw.FILE: "hadisə başqa vərəqə aiddir",
        Flaw.LINK: "əvvəlki hadisəyə bağlanmır",
        Flaw.HASH: "məzmun heşə uyğun deyil",
        Flaw.DATA: "məlumat imzalanan deyil",
        Flaw.SIGNATURE: "adı çəkilən agentin imzası deyil",
        Flaw.ERASED: "məlumat var idi, silinməsi haqqında qeyd yoxdur",
        Flaw.RUN: "əməliyyat tam deyil",
        Flaw.DOUBLED: "eyni hadisə ikinci dəfə durur",
        Flaw.RECEIPT: "qəbz mərkəzi sistemin deyil",
        Flaw.CONFIRMED: "mərkəzi sistem başqasını təsdiqləyib",
        Flaw.CUT: "mərkəzi sistem daha çoxunu təsdiqləyib",
    },
    "en": {
        Flaw.PLACE: "a sequence number is missing or doubled",
        Flaw.FILE: "the event belongs to another file",
        Flaw.LINK: "it does not follow the event before it",
        Flaw.HASH: "the content does not fit its hash",
        Flaw.DATA: "the data are not what was signed",
        Flaw.SIGNATURE: "not signed by the agent it names",
        Flaw.ERASED: "the data are gone, and nothing says that they were erased",
        Flaw.RUN: "the click is not whole",
        Flaw.DOUBLED: "the same event stands there twice",
        Flaw.RECEIPT: "the receipt is not the central system's",
        Flaw.CONFIRMED: "the central system confirmed something else",
        Flaw.CUT: "the central system confirmed more than there is",
    },
}
TROUBLES: Final[Mapping[str, Mapping[Trouble, str]]] = {
    "az": {
        Trouble.READ_MODEL: "siyahılar vərəqi göstərmir: --rebuild onları yenidən qurur",
        Trouble.UNSENT: "təsdiqlənməmiş hadisə ötürülmə növbəsində yoxdur",
        Trouble.OUTBOX: "ötürülmə növbəsindəki qeyd vərəqdə yerində deyil",
        Trouble.DOCUMENT: "sənəd yoxdur və ya dəyişib",
        Trouble.NUMBERS: "verilmiş nömrə yenidən verilə bilər",
        Trouble.LEASE: "nömrə bloku mərkəzi sistemin deyil",
        Trouble.HEAD: "mərkəzi sistemdə bu vərəq belə deyil",
        Trouble.OLDER: "baza köhnə nüsxədir: növbəti əlaqəyədək nömrə verilmir",
        Trouble.COPIED: "bu masa başqa kompüterdədir, ya da iki kompüterdə: inzibatçı hansının qaldığını deməlidir",
    },
    "en": {
        Trouble.READ_MODEL: "the lists do not show the file: --rebuild makes them anew",
        Trouble.UNSENT: "an unconfirmed event is not in the outbox",
        Trouble.OUTBOX: "what the outbox holds is not in its place in the file",
        Trouble.DOCUMENT: "the document is missing or changed",
        Trouble.NUMBERS: "a number that was given could be given again",
        Trouble.LEASE: "the block of numbers is not the central system's",
        Trouble.HEAD: "the central system does not hold the file like this",
        Trouble.OLDER: "the database is an older copy: no numbers before the next connection",
        Trouble.COPIED: "another computer is this desk, or two are: the administrator says which one stays",
    },
}
CHECK: Final[Mapping[str, Words]] = {
    "az": {
        "counted": "{files} vərəq, {events} hadisə, {documents} sənəd",
        "standing": "ötürülməyib: {waiting} qeyd, {documents} sənəd, {looks} baxış · qərar gözləyir: {needs_you}"
        " · kənara qoyulub: {set_aside}",
        "numbers": "qalan nömrələr: {numbers}",
        "unproven": "{unproven} vərəqin mərkəzi sistemin indiki dövründən qəbzi hələ yoxdur: ötürülmə gətirəcək",
        "compared": "mərkəzi sistemlə tutuşduruldu: {compared} vərəq",
        "unreached": "mərkəzi sistemlə tutuşdurulmadı: {why}",
        "whole": "hər şey yerindədir",
        "found": "{n} nasazlıq tapıldı",
        "in_file": "vərəq {file}, {seq}-ci hadisə: {what}",
        "beside": "{what}: {name}",
    },
    "en": {
        "counted": "{files} files, {events} events, {documents} documents",
        "standing": "not sent: {waiting} clicks, {documents} documents, {looks} looks · need a decision: {needs_you}"
        " · set aside: {set_aside}",
        "numbers": "numbers left: {numbers}",
        "unproven": "{unproven} files have no receipt of the central system's present epoch yet: the sync brings it",
        "compared": "compared with the central system: {compared} files",
        "unreached": "not compared with the central system: {why}",
        "whole": "whole",
        "found": "{n} found",
        "in_file": "file {file}, event {seq}: {what}",
        "beside": "{what}: {name}",
    },
}
