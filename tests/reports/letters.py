"""Letters with invented persons, as the catalogue words them (letters part 1 and 2.1.1)."""

# ruff: noqa: E501 - the sentences of a letter are not cut

from __future__ import annotations

from dataclasses import replace

from dost_desktop.domain.letter import Block, BlockKind, Letter, Part

H, P, F, B = BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.FIELD, BlockKind.BULLET


def a_refusal(**changes: object) -> Letter:
    """A usual refusal: employed under a labour contract, 4.1.1."""
    letter = Letter(
        title="Şəxsin işsiz kimi qeydiyyata alınmasından imtina edilməsi barədə",
        subtitle="ƏSASLANDIRILMIŞ YAZILI CAVAB",
        letterhead=(
            "AZƏRBAYCAN RESPUBLİKASININ ƏMƏK VƏ ƏHALİNİN SOSİAL MÜDAFİƏSİ NAZİRLİYİ",
            "DOST Agentliyi",
            "2 saylı DOST Mərkəzi",
            "Ünvan: Bakı şəhəri, Nümunə küçəsi 12   Telefon: 142",
        ),
        number="05-04-05-00/B02/2026/000431",
        date="24 noyabr 2026-cı il",
        addressee=(("Kimə", "Çinarlı Günay Rəşad qızı"), ("FİN", "5TK8R2M")),
        blocks=(
            Block(Part.APPLICATION, P, "Hörmətli Çinarlı Günay Rəşad qızı,"),
            Block(
                Part.APPLICATION,
                P,
                "M-B02-2026-004812 nömrəli müraciətiniz 24.11.2026 tarixində, saat 13:58 qeydə alınmışdır (müraciətin forması: şəxsən). Müraciətdə xahiş edilir: işsiz kimi qeydiyyata alınmağınız. Müraciətinizə baxılmış və aşağıdakı nəticəyə gəlinmişdir.",
            ),
            Block(Part.FACTS, H, "1. Müəyyən edilmiş hallar"),
            Block(
                Part.FACTS,
                P,
                "24.11.2026 tarixində, saat 14:07, Məşğul şəxslərin reyestri üzrə sorğu aparılmışdır (sorğu № 4711). Sorğunun cavabında Sizin haqqınızda aşağıdakı məlumat vardır:",
            ),
            Block(Part.FACTS, P, "Siz əmək müqaviləsi əsasında işləyən şəxs kimi qeydə alınmısınız."),
            Block(Part.FACTS, F, "“Nümunə Tikinti” MMC", "İşəgötürən"),
            Block(Part.FACTS, F, "1234567891", "VÖEN"),
            Block(Part.FACTS, F, "anbardar", "Vəzifə (peşə)"),
            Block(Part.FACTS, F, "03.02.2025", "Əmək müqaviləsinin qüvvəyə mindiyi tarix"),
            Block(Part.FACTS, F, "yoxdur", "Müqaviləyə xitam verilməsi barədə məlumat"),
            Block(
                Part.FACTS,
                P,
                "Siz əmək müqaviləsi ilə işlədiyiniz üçün qanuna görə məşğul şəxssiniz, məşğul şəxs isə işsiz kimi qeydiyyata alınmır. İşdən çıxmısınızsa, işəgötürən müqavilənin bitdiyini sistemdə qeyd etməlidir.",
                editable=True,
            ),
            Block(Part.FACTS, P, "Sizin izahınız: “Noyabrın əvvəlində işdən çıxmışam.”"),
            Block(Part.LEGAL_BASIS, H, "2. Hüquqi əsas"),
            Block(
                Part.LEGAL_BASIS,
                P,
                "“Məşğulluq haqqında” Azərbaycan Respublikası Qanununun 4.1.1-ci maddəsi: əmək müqaviləsi ilə işləyən şəxs məşğul şəxs sayılır. Məşğul şəxs işsiz kimi qeydiyyata alına bilməz; Azərbaycan Respublikası Nazirlər Kabinetinin 2019-cu il 25 iyul tarixli 327 nömrəli Qərarı ilə təsdiq edilmiş “İşaxtaran və işsiz şəxslərin qeydiyyatdan alınması Qaydası”.",
            ),
            Block(
                Part.LEGAL_BASIS,
                P,
                "Xidmət “Şəxslərin işaxtaran və işsiz kimi qeydiyyata alınması” adlı DOST xidmət pasportu (№ 05-04-05-00) üzrə göstərilmişdir.",
            ),
            Block(Part.DECISION, H, "3. Qərar"),
            Block(
                Part.DECISION,
                P,
                "Yuxarıda göstərilən hallar və hüquqi əsas üzrə qərar: işsiz kimi qeydiyyata alınmağınızdan imtina edilir.",
            ),
            Block(
                Part.DECISION,
                P,
                "İşaxtaran kimi qeydiyyatınız qüvvədə qalır, işaxtarana göstərilən xidmətlərdən istifadə edə bilərsiniz.",
            ),
            Block(Part.APPLY_AGAIN, H, "4. Yenidən necə müraciət etmək olar"),
            Block(
                Part.APPLY_AGAIN,
                P,
                "Artıq işləmirsinizsə, işəgötürəndən əmək müqaviləsinə xitam barədə bildirişin qeydiyyatdan keçirilməsini tələb edin. Göstərilən məşğulluq halı başa çatdıqdan və bu barədə məlumat reyestrdə əks olunduqdan sonra işsiz kimi qeydiyyata alınmaq üçün yenidən müraciət edə bilərsiniz. Gözləmə müddəti müəyyən edilməmişdir.",
            ),
            Block(
                Part.APPLY_AGAIN,
                P,
                "Göstərilən məlumatla razı deyilsinizsə, onu reyestrə təqdim etmiş quruma (işəgötürən) düzəliş üçün müraciət edə bilərsiniz. Məlumat düzəldildikdən sonra müraciətinizi gözləmədən yenidən verə bilərsiniz.",
            ),
            Block(
                Part.APPLY_AGAIN,
                P,
                "Müraciəti DOST mərkəzinə şəxsiyyəti təsdiq edən sənədlə gəlməklə, nümayəndə vasitəsilə və ya “e-sosial” portalının “Məşğulluq” altsistemi üzərindən verə bilərsiniz. Xidmət ödənişsizdir.",
            ),
            Block(Part.APPEAL, H, "5. Şikayət qaydası və müddəti"),
            Block(Part.APPEAL, P, "Bu cavabla razı olmadıqda:"),
            Block(
                Part.APPEAL,
                B,
                "a) inzibati şikayət: yuxarı inzibati orqan. Müddət “İnzibati icraat haqqında” Azərbaycan Respublikası Qanununun 73-cü maddəsi ilə müəyyən edilir; bu barədə mərkəzin əməkdaşından soruşa bilərsiniz;",
            ),
            Block(
                Part.APPEAL,
                B,
                "b) məhkəmə: xidmət yeri üzrə inzibati məhkəmə. Müddət: bu cavabın Sizə təqdim edildiyi gündən 30 (otuz) gün. Əsas: Azərbaycan Respublikası İnzibati Prosessual Məcəlləsinin 38-ci maddəsi.",
            ),
            Block(
                Part.APPEAL,
                P,
                "Əvvəlcə inzibati şikayət vermisinizsə, 30 günlük müddət şikayət üzrə qərarın Sizə təqdim edildiyi gündən hesablanır.",
            ),
        ),
        signer_post="Sosial agent",
        signer_name="Söyüdlü Aysel Kamran qızı",
        signature_note="Gücləndirilmiş elektron imza ilə imzalanmışdır: 24.11.2026, saat 14:10. Sertifikat № 4F1A 09C2 77D0 3B5E",
        by_hand=False,
        verify_url="https://dost.example/v/7Q4M2K9PXT3W",
        verify_code="7Q4M-2K9P-XT3W",
        receipt_title="TƏQDİM EDİLMƏ QEYDİ",
        receipt_lines=(
            "Sənəd imza müqabilində təqdim edildi: tarix ________________, saat __________",
            "Alan: ☐ müraciət edən şəxs   ☐ nümayəndə: ______________________________",
            "Alanın imzası: ____________________",
            "☐ imzalamaqdan imtina etdi, sənəd ona verildi   ☐ sənədi götürməkdən imtina etdi   Sosial agentin imzası: ____________________",
        ),
        practice=True,
    )
    return replace(letter, **changes)  # type: ignore[arg-type]
