<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="az_AZ" sourcelanguage="en">
    <context>
        <name>AboutPart</name>
        <message>
            <source>Papers</source>
            <translation>Sənədlər</translation>
        </message>
        <message>
            <source>MEİS answered: no paper is asked for</source>
            <translation>MEİS cavab verib: sənəd tələb olunmur</translation>
        </message>
        <message>
            <source>None was shown</source>
            <translation>Göstərilməyib</translation>
        </message>
        <message>
            <source>Another paper</source>
            <translation>Başqa sənəd</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>Nömrə</translation>
        </message>
        <message>
            <source>Shown</source>
            <translation>Forması</translation>
        </message>
        <message>
            <source>Issued</source>
            <translation>Verilib</translation>
        </message>
        <message>
            <source>Issuer</source>
            <translation>Kim verib</translation>
        </message>
        <message>
            <source>Valid until</source>
            <translation>Etibarlıdır</translation>
        </message>
        <message>
            <source>Register of permits: not found · {when}</source>
            <translation>İcazələr reyestri: tapılmadı · {when}</translation>
        </message>
        <message>
            <source>Register of permits: until {day} · {when}</source>
            <translation>İcazələr reyestri: {day} tarixinədək · {when}</translation>
        </message>
        <message>
            <source>Representative</source>
            <translation>Nümayəndə</translation>
        </message>
        <message>
            <source>Basis</source>
            <translation>Əsas</translation>
        </message>
        <message>
            <source>PIN</source>
            <translation>FİN</translation>
        </message>
        <message>
            <source>Own document</source>
            <translation>Öz sənədi</translation>
        </message>
        <message>
            <source>not shown</source>
            <translation>göstərilməyib</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>Tarix</translation>
        </message>
        <message>
            <source>not on it</source>
            <translation>göstərilməyib</translation>
        </message>
        <message>
            <source>no term</source>
            <translation>müddətsiz</translation>
        </message>
        <message>
            <source>Certified by</source>
            <translation>Təsdiq edən</translation>
        </message>
        <message>
            <source>Scope</source>
            <translation>Səlahiyyətlər</translation>
        </message>
        <message>
            <source>Judged</source>
            <translation>Qiymətləndirmə</translation>
        </message>
        <message>
            <source>Notaries did not answer · tried {when}</source>
            <translation>Notariat cavab vermədi · sorğu {when}</translation>
        </message>
        <message>
            <source>Notaries: not found · {when}</source>
            <translation>Notariat: tapılmadı · {when}</translation>
        </message>
        <message>
            <source>Notaries: ended · {when}</source>
            <translation>Notariat: xitam verilib · {when}</translation>
        </message>
        <message>
            <source>Notaries: in force · {when}</source>
            <translation>Notariat: qüvvədədir · {when}</translation>
        </message>
        <message>
            <source>Application</source>
            <translation>Müraciət</translation>
        </message>
        <message>
            <source>Form</source>
            <translation>Forma</translation>
        </message>
        <message>
            <source>Channel</source>
            <translation>Kanal</translation>
        </message>
        <message>
            <source>Answer</source>
            <translation>Cavab</translation>
        </message>
        <message>
            <source>Applies as</source>
            <translation>Müraciət edir</translation>
        </message>
        <message>
            <source>entrepreneur, a natural person</source>
            <translation>sahibkar, fiziki şəxs kimi</translation>
        </message>
        <message>
            <source>Interpreter</source>
            <translation>Tərcüməçi</translation>
        </message>
        <message>
            <source>Call</source>
            <translation>Zəng</translation>
        </message>
        <message>
            <source>Caller named</source>
            <translation>Zəng edən dedi</translation>
        </message>
        <message>
            <source>Consent</source>
            <translation>Razılıq</translation>
        </message>
        <message>
            <source>Scans</source>
            <translation>Skanlar</translation>
        </message>
        <message>
            <source>Change</source>
            <translation>Dəyiş</translation>
        </message>
        <message>
            <source>For suitable work</source>
            <translation>Münasib iş üçün</translation>
        </message>
        <message>
            <source>Nothing is recorded yet: every test becomes a question.</source>
            <translation>Hələ heç nə yazılmayıb: hər meyar suala çevrilir.</translation>
        </message>
        <message>
            <source>Earlier offers</source>
            <translation>Əvvəlki təkliflər</translation>
        </message>
        <message>
            <source>{day}, age {n}</source>
            <translation>{day}, {n} yaş</translation>
        </message>
        <message>
            <source>As said, {when}</source>
            <translation>Şəxsin dediyi kimi, {when}</translation>
        </message>
        <message>
            <source>Education</source>
            <translation>Təhsil</translation>
        </message>
        <message>
            <source>Specialty</source>
            <translation>İxtisas</translation>
        </message>
        <message>
            <source>Experience</source>
            <translation>Təcrübə</translation>
        </message>
        <message>
            <source>Health</source>
            <translation>Sağlamlıq</translation>
        </message>
        <message>
            <source>no limits said</source>
            <translation>məhdudiyyət deyilməyib</translation>
        </message>
        <message>
            <source>Looks for</source>
            <translation>Axtardığı iş</translation>
        </message>
        <message>
            <source>District</source>
            <translation>Rayon</translation>
        </message>
        <message>
            <source>Transport</source>
            <translation>Gediş-gəliş</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>Ünvan</translation>
        </message>
        <message>
            <source>public only</source>
            <translation>yalnız ictimai nəqliyyat</translation>
        </message>
        <message>
            <source>own</source>
            <translation>öz imkanı ilə</translation>
        </message>
        <message>
            <source>No work was offered yet.</source>
            <translation>Hələ iş təklif olunmayıb.</translation>
        </message>
    </context>
    <context>
        <name>ActBar</name>
        <message>
            <source>Choose who took it and how.</source>
            <translation>Kimin və necə aldığını seçin.</translation>
        </message>
        <message>
            <source>Record the hand-over</source>
            <translation>Təqdim edilməni qeyd et</translation>
        </message>
        <message>
            <source>The person disagrees</source>
            <translation>Şəxs razı deyil</translation>
        </message>
        <message>
            <source>Check employment first</source>
            <translation>Əvvəlcə məşğulluğu yoxlayın</translation>
        </message>
        <message>
            <source>Receipt for the person</source>
            <translation>Şəxs üçün qəbz</translation>
        </message>
        <message>
            <source>The application is kept; the decision comes after the answer.</source>
            <translation>Müraciət saxlanılıb; qərar cavabdan sonra veriləcək.</translation>
        </message>
        <message>
            <source>Sign and hand over the written answer before the person leaves.</source>
            <translation>Yazılı cavabı şəxs getməzdən əvvəl imzalayıb təqdim edin.</translation>
        </message>
        <message>
            <source>The person stays a jobseeker. {detail}</source>
            <translation>Şəxs işaxtaran kimi qeydiyyatda qalır. {detail}</translation>
        </message>
        <message>
            <source>Proposed result: refusal with reasons</source>
            <translation>Təklif olunan nəticə: əsaslandırılmış imtina</translation>
        </message>
        <message>
            <source>Or record the better paper: the case goes on then.</source>
            <translation>Yaxud gətirilən yeni sənədi qeyd edin: iş davam edəcək.</translation>
        </message>
        <message>
            <source>Explain, or answer in writing</source>
            <translation>İzah edin və ya yazılı cavab verin</translation>
        </message>
        <message>
            <source>The check is done</source>
            <translation>Yoxlama aparılıb</translation>
        </message>
        <message>
            <source>The application goes on with suitable work.</source>
            <translation>Müraciət münasib iş mərhələsində davam edir.</translation>
        </message>
        <message>
            <source>The written answer was handed over</source>
            <translation>Yazılı cavab təqdim edilib</translation>
        </message>
        <message>
            <source>Hand over the written answer</source>
            <translation>Yazılı cavabı təqdim edin</translation>
        </message>
        <message>
            <source>Record it before the person leaves.</source>
            <translation>Şəxs getməzdən əvvəl qeyd edin.</translation>
        </message>
        <message>
            <source>Nothing to decide here now</source>
            <translation>Burada indi qərar tələb olunmur</translation>
        </message>
        <message>
            <source>Prepare the refusal</source>
            <translation>İmtina barədə cavab hazırla</translation>
        </message>
        <message>
            <source>Check the register</source>
            <translation>Reyestri yoxla</translation>
        </message>
        <message>
            <source>The form cannot be sent now</source>
            <translation>Ərizə indi göndərilə bilməz</translation>
        </message>
        <message>
            <source>Send the form to MAS</source>
            <translation>Ərizəni MAS-a göndərin</translation>
        </message>
        <message>
            <source>The person then confirms it in e-sosial; no code is asked for here.</source>
            <translation>Sonra şəxs onu e-sosial-da özü təsdiq edir; burada kod soruşulmur.</translation>
        </message>
        <message>
            <source>The person is a jobseeker</source>
            <translation>Şəxs işaxtaran kimi qeydiyyatdadır</translation>
        </message>
        <message>
            <source>Registration as unemployed can follow at once, in the same case.</source>
            <translation>İşsiz kimi qeydiyyat elə indi, eyni xidmətdə davam edə bilər.</translation>
        </message>
        <message>
            <source>The application is done</source>
            <translation>Müraciət başa çatıb</translation>
        </message>
        <message>
            <source>The form is kept; it goes to MAS by itself.</source>
            <translation>Ərizə saxlanılıb; MAS-a özü ötürüləcək.</translation>
        </message>
        <message>
            <source>The form is in MAS</source>
            <translation>Ərizə MAS-dadır</translation>
        </message>
        <message>
            <source>The person may go home: the receipt names the application.</source>
            <translation>Şəxs gedə bilər: müraciətin nömrəsi qəbzdədir.</translation>
        </message>
        <message>
            <source>Send to MAS</source>
            <translation>MAS-a göndər</translation>
        </message>
        <message>
            <source>Go on: registration as unemployed</source>
            <translation>Davam et: işsiz kimi qeydiyyat</translation>
        </message>
        <message>
            <source>Print the receipt</source>
            <translation>Qəbzi çap et</translation>
        </message>
        <message>
            <source>Print the confirmation</source>
            <translation>Arayışı çap et</translation>
        </message>
        <message>
            <source>Finish the case</source>
            <translation>Xidməti bitir</translation>
        </message>
        <message>
            <source>Only at the person's own wish; MAS takes the form back. They may apply again.</source>
            <translation>Yalnız şəxsin öz istəyi ilə; MAS ərizəni geri qaytarır. Şəxs yenidən müraciət edə bilər.</translation>
        </message>
        <message>
            <source>Go on with this step</source>
            <translation>Bu addıma keç</translation>
        </message>
        <message>
            <source>Explain</source>
            <translation>İzah et</translation>
        </message>
        <message>
            <source>A better paper was brought</source>
            <translation>Yeni sənəd gətirildi</translation>
        </message>
        <message>
            <source>Another paper of the representative</source>
            <translation>Nümayəndənin yeni sənədi</translation>
        </message>
        <message>
            <source>Ask the register again first (F9).</source>
            <translation>Əvvəlcə reyestri yenidən soruşun (F9).</translation>
        </message>
        <message>
            <source>Not possible in the present state.</source>
            <translation>İndiki vəziyyətdə mümkün deyil.</translation>
        </message>
        <message>
            <source>In the person's own words; it goes into the letter and the file.</source>
            <translation>Şəxsin öz sözləri ilə; cavaba və vərəqə düşür.</translation>
        </message>
        <message>
            <source>Keep the statement</source>
            <translation>İzahı saxla</translation>
        </message>
        <message>
            <source>The person's statement</source>
            <translation>Şəxsin izahı</translation>
        </message>
        <message>
            <source>Pause the case</source>
            <translation>Fasilə ver</translation>
        </message>
        <message>
            <source>Pause the case?</source>
            <translation>Xidmətə fasilə verilsin?</translation>
        </message>
        <message>
            <source>It waits among the half-done cases; the time stands still.</source>
            <translation>Yarımçıq işlər arasında gözləyir; vaxt dayanır.</translation>
        </message>
        <message>
            <source>Withdraw the application</source>
            <translation>Müraciəti dayandır</translation>
        </message>
        <message>
            <source>Withdraw the application?</source>
            <translation>Müraciət dayandırılsın?</translation>
        </message>
        <message>
            <source>Only at the person's own wish. They may apply again at any time.</source>
            <translation>Bunu şəxsin özü istəməlidir. İstənilən vaxt yenidən müraciət etmək olar.</translation>
        </message>
        <message>
            <source>What the person said</source>
            <translation>Şəxs nə dedi</translation>
        </message>
        <message>
            <source>Record the paper</source>
            <translation>Sənədi qeyd et</translation>
        </message>
        <message>
            <source>Record who speaks</source>
            <translation>Nümayəndəni qeyd et</translation>
        </message>
        <message>
            <source>What was said to the applicant; it stays in the file.</source>
            <translation>Müraciət edənə deyilən; vərəqdə qalır.</translation>
        </message>
        <message>
            <source>The explanation</source>
            <translation>İzahat</translation>
        </message>
        <message>
            <source>Record the explanation</source>
            <translation>İzahatı qeyd et</translation>
        </message>
        <message>
            <source>They agree: take it back</source>
            <translation>Razıdır, dayandır</translation>
        </message>
        <message>
            <source>Keep as is</source>
            <translation>Vaz keç</translation>
        </message>
        <message>
            <source>What was found</source>
            <translation>Nə tapıldı</translation>
        </message>
        <message>
            <source>In your own words; it stays in the history.</source>
            <translation>Öz sözlərinizlə; tarixçədə qalır.</translation>
        </message>
        <message>
            <source>Close the review</source>
            <translation>Yoxlamanı bağla</translation>
        </message>
        <message>
            <source>Open the person's file</source>
            <translation>Şəxsin vərəqini aç</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Geri</translation>
        </message>
        <message>
            <source>Open it again?</source>
            <translation>Yenidən açılsın?</translation>
        </message>
        <message>
            <source>End this registration?</source>
            <translation>Bu qeydiyyata son qoyulsun?</translation>
        </message>
        <message>
            <source>It cannot be undone. The person is told by MAS.</source>
            <translation>Geri qaytarmaq olmaz. Şəxsə MAS xəbər verir.</translation>
        </message>
        <message>
            <source>It cannot be undone; it can only be decided again.</source>
            <translation>Geri qaytarmaq olmaz; yalnız yenidən qərar verilir.</translation>
        </message>
        <message>
            <source>It cannot be undone. Written answer {number} still stands: it is marked for review until a new one takes its place.</source>
            <translation>Geri qaytarmaq olmaz. {number} nömrəli yazılı cavab qüvvədədir: yenisi onu əvəz edənədək yoxlama üçün işarələnir.</translation>
        </message>
        <message>
            <source>Note what became of them</source>
            <translation>Nə olduğunu qeyd et</translation>
        </message>
        <message>
            <source>Find</source>
            <translation>Tap</translation>
        </message>
        <message>
            <source>Open again</source>
            <translation>Yenidən aç</translation>
        </message>
        <message>
            <source>End the registration</source>
            <translation>Qeydiyyata son qoy</translation>
        </message>
        <message>
            <source>It counts at once and at every desk; it needs a connection.</source>
            <translation>Dərhal və bütün masalarda sayılır; əlaqə lazımdır.</translation>
        </message>
        <message>
            <source>Confirm</source>
            <translation>Təsdiq et</translation>
        </message>
        <message>
            <source>Recall and confirm</source>
            <translation>Geri çağır</translation>
        </message>
        <message>
            <source>Hand up</source>
            <translation>Ötür</translation>
        </message>
        <message>
            <source>Later</source>
            <translation>Sonra</translation>
        </message>
        <message>
            <source>Nothing is deleted: both sides stay in the history of the file.</source>
            <translation>Heç nə silinmir: hər iki tərəf vərəqin tarixçəsində qalır.</translation>
        </message>
        <message>
            <source>Recall written answer {number}?</source>
            <translation>{number} nömrəli yazılı cavab geri çağırılsın?</translation>
        </message>
        <message>
            <source>This cannot be undone. The person will be told.</source>
            <translation>Bunu geri almaq olmur. Şəxsə məlumat göndəriləcək.</translation>
        </message>
        <message>
            <source>Do not</source>
            <translation>Vaz keç</translation>
        </message>
        <message>
            <source>Nothing can be chosen now; the reasons stand above.</source>
            <translation>İndi heç nə seçmək olmur; səbəblər yuxarıdadır.</translation>
        </message>
    </context>
    <context>
        <name>Alarm</name>
        <message>
            <source>A file does not agree with the central system</source>
            <translation>Bir vərəq mərkəzi sistemlə uyğun gəlmir</translation>
        </message>
        <message>
            <source>Only this file waits and is fetched anew; the others go on. Tell the administrator if it stays.</source>
            <translation>Yalnız bu vərəq gözləyir və yenidən gətirilir; qalanları davam edir. Keçməsə, inzibatçıya bildirin.</translation>
        </message>
        <message>
            <source>Nothing was changed because of it. Tell the administrator.</source>
            <translation>Buna görə heç nə dəyişmədi. İnzibatçıya bildirin.</translation>
        </message>
        <message>
            <source>The central system's answer was not understood</source>
            <translation>Mərkəzi sistemin cavabı anlaşılmadı</translation>
        </message>
        <message>
            <source>A file on this computer is damaged</source>
            <translation>Bu kompüterdə bir vərəq zədələnib</translation>
        </message>
        <message>
            <source>Its unsent work is kept. Tell the administrator; do not delete anything.</source>
            <translation>Onun ötürülməyən yazıları saxlanılıb. İnzibatçıya bildirin, heç nə silməyin.</translation>
        </message>
        <message>
            <source>Another record bears the same mark</source>
            <translation>Başqa yazının da eyni nişanı var</translation>
        </message>
        <message>
            <source>Another written answer bears the same code</source>
            <translation>Başqa yazılı cavabın da eyni kodu var</translation>
        </message>
        <message>
            <source>No numbers are given to this desk</source>
            <translation>Bu masaya nömrə verilmir</translation>
        </message>
        <message>
            <source>Work goes on; written answers get a provisional number. Tell the administrator.</source>
            <translation>İş davam edir; yazılı cavablara müvəqqəti nömrə verilir. İnzibatçıya bildirin.</translation>
        </message>
        <message>
            <source>The numbers that came are not this desk's</source>
            <translation>Gələn nömrələr bu masanın deyil</translation>
        </message>
        <message>
            <source>Code {code}</source>
            <translation>Kod {code}</translation>
        </message>
    </context>
    <context>
        <name>AlikePart</name>
        <message>
            <source>Perhaps the same person</source>
            <translation>Bəlkə, eyni şəxsdir</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Ad</translation>
        </message>
        <message>
            <source>Born</source>
            <translation>Doğum</translation>
        </message>
        <message>
            <source>Document</source>
            <translation>Sənəd</translation>
        </message>
        <message>
            <source>Mobile</source>
            <translation>Mobil</translation>
        </message>
        <message>
            <source>Look at the file</source>
            <translation>Vərəqə bax</translation>
        </message>
        <message>
            <source>same name and date of birth</source>
            <translation>ad və doğum tarixi eynidir</translation>
        </message>
        <message>
            <source>nearly the same name, same date of birth</source>
            <translation>ad oxşardır, doğum tarixi eynidir</translation>
        </message>
        <message>
            <source>same document number</source>
            <translation>sənədin nömrəsi eynidir</translation>
        </message>
        <message>
            <source>same mobile number</source>
            <translation>mobil nömrə eynidir</translation>
        </message>
    </context>
    <context>
        <name>AnewPart</name>
        <message>
            <source>Who speaks from now on</source>
            <translation>Bundan sonra kim danışır</translation>
        </message>
        <message>
            <source>From now on</source>
            <translation>Bundan sonra</translation>
        </message>
        <message>
            <source>{name}, by another paper</source>
            <translation>{name}, başqa sənədlə</translation>
        </message>
        <message>
            <source>Another representative</source>
            <translation>Başqa nümayəndə</translation>
        </message>
        <message>
            <source>A representative</source>
            <translation>Nümayəndə</translation>
        </message>
        <message>
            <source>With this paper the case does not go on</source>
            <translation>Bu sənədlə müraciət davam etmir</translation>
        </message>
    </context>
    <context>
        <name>AnswerPart</name>
        <message>
            <source>Waiting for the register</source>
            <translation>Reyestrdən cavab gözlənilir</translation>
        </message>
        <message>
            <source>Stop waiting</source>
            <translation>Dayandır</translation>
        </message>
        <message>
            <source>No need to wait: stop, and the application waits for the answer by itself.</source>
            <translation>Gözləmək lazım deyil: dayandırsanız, müraciət cavabı özü gözləyəcək.</translation>
        </message>
        <message>
            <source>Ask again</source>
            <translation>Yenidən yoxla</translation>
        </message>
        <message>
            <source>The answer below still stands.</source>
            <translation>Aşağıdakı cavab qüvvədə qalır.</translation>
        </message>
        <message>
            <source>Employment was not checked yet</source>
            <translation>Məşğulluq hələ yoxlanılmayıb</translation>
        </message>
        <message>
            <source>The register of employed persons decides what comes next.</source>
            <translation>Növbəti addımı məşğul şəxslərin reyestrinin cavabı müəyyən edir.</translation>
        </message>
        <message>
            <source>The register did not answer: the application waits</source>
            <translation>Reyestr cavab vermədi: müraciət gözləyir</translation>
        </message>
        <message>
            <source>Nothing to do: the check runs by itself as soon as the register answers.</source>
            <translation>Heç nə etmək lazım deyil: reyestr cavab verən kimi yoxlama özü aparılacaq.</translation>
        </message>
        <message>
            <source>Print the receipt with the application number for the person. No new ticket is needed.</source>
            <translation>Şəxsə müraciət nömrəsi olan qəbzi çap edin. Yeni bilet lazım deyil.</translation>
        </message>
        <message>
            <source>Application</source>
            <translation>Müraciət</translation>
        </message>
        <message>
            <source>Register of employed persons (MAS) · last tried {when}</source>
            <translation>Məşğul şəxslərin reyestri (MAS) · son cəhd {when}</translation>
        </message>
        <message>
            <source>The answer is {n} hours old</source>
            <translation>Cavab {n} saat əvvəlkidir</translation>
        </message>
        <message>
            <source>Ask again before deciding.</source>
            <translation>Qərardan əvvəl yenidən soruşun.</translation>
        </message>
        <message numerus="yes">
            <source>%n entry/entries</source>
            <translation>
                <numerusform>%n qeyd</numerusform>
                <numerusform>%n qeyd</numerusform>
            </translation>
        </message>
        <message>
            <source>An entry was found: the person works</source>
            <translation>Reyestrdə qeyd tapıldı: şəxs işləyir</translation>
        </message>
        <message>
            <source>Relation</source>
            <translation>Əlaqə</translation>
        </message>
        <message>
            <source>no entry</source>
            <translation>qeyd yoxdur</translation>
        </message>
        <message>
            <source>No entry was found in the register</source>
            <translation>Reyestrdə məlumat aşkar olunmadı</translation>
        </message>
        <message>
            <source>By the register the person does not work. The next step is suitable work.</source>
            <translation>Reyestrə görə şəxs işləmir. Növbəti addım münasib işdir.</translation>
        </message>
        <message>
            <source>Refused with reasons</source>
            <translation>Əsaslandırılmış imtina verilib</translation>
        </message>
        <message>
            <source>The written answer is not at this desk.</source>
            <translation>Yazılı cavab bu masada deyil.</translation>
        </message>
        <message>
            <source>signed electronically</source>
            <translation>elektron imzalanıb</translation>
        </message>
        <message>
            <source>for signature by hand</source>
            <translation>əl ilə imza üçün</translation>
        </message>
        <message>
            <source>current, confirmed by the central system</source>
            <translation>qüvvədədir, mərkəzi sistem təsdiqləyib</translation>
        </message>
        <message>
            <source>current, not yet confirmed by the central system</source>
            <translation>qüvvədədir, mərkəzi sistem hələ təsdiqləməyib</translation>
        </message>
        <message>
            <source>superseded</source>
            <translation>əvəz edilib</translation>
        </message>
        <message>
            <source>recalled</source>
            <translation>geri çağırılıb</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>Nömrə</translation>
        </message>
        <message>
            <source>Issued</source>
            <translation>Verilib</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Vəziyyət</translation>
        </message>
        <message>
            <source>Handed over</source>
            <translation>Təqdim edilib</translation>
        </message>
        <message>
            <source>Ground</source>
            <translation>Əsas</translation>
        </message>
        <message>
            <source>Article {article}</source>
            <translation>maddə {article}</translation>
        </message>
        <message>
            <source>not yet</source>
            <translation>hələ yox</translation>
        </message>
        <message>
            <source>The application is kept. It can be refused with reasons, or taken back by the person.</source>
            <translation>Müraciət saxlanılıb. Əsaslandırılmış imtina verilə və ya şəxs müraciəti dayandıra bilər.</translation>
        </message>
        <message>
            <source>The application was opened in another person's file and goes on nowhere.</source>
            <translation>Müraciət başqa şəxsin vərəqində açılıb və davam etmir.</translation>
        </message>
        <message>
            <source>The register's answer contradicts itself.</source>
            <translation>Reyestrin cavabı ziddiyyətlidir.</translation>
        </message>
        <message>
            <source>The application is closed. The person may apply again at any time.</source>
            <translation>Müraciət bağlanıb. Şəxs istənilən vaxt yenidən müraciət edə bilər.</translation>
        </message>
        <message>
            <source>What the law says · Article {article}</source>
            <translation>Qanun nə deyir · maddə {article}</translation>
        </message>
        <message>
            <source>What the law says</source>
            <translation>Qanun nə deyir</translation>
        </message>
        <message>
            <source>What stays open to the person</source>
            <translation>Şəxs üçün açıq qalan imkanlar</translation>
        </message>
        <message>
            <source>Register of employed persons (MAS) · lookup no. {no} · {when}</source>
            <translation>Məşğul şəxslərin reyestri (MAS) · sorğu № {no} · {when}</translation>
        </message>
        <message>
            <source>The central system cannot be reached.</source>
            <translation>Mərkəzi sistemlə əlaqə yoxdur.</translation>
        </message>
        <message>
            <source>The register did not answer.</source>
            <translation>Reyestr cavab vermədi.</translation>
        </message>
        <message>
            <source>The central system does not let this agent ask.</source>
            <translation>Mərkəzi sistem bu agentin sorğusunu qəbul etmir.</translation>
        </message>
    </context>
    <context>
        <name>ApplicationView</name>
        <message>
            <source>application {no}</source>
            <translation>müraciət {no}</translation>
        </message>
        <message>
            <source>{context} · ticket {ticket}</source>
            <translation>{context} · bilet {ticket}</translation>
        </message>
        <message>
            <source>Saved {time}</source>
            <translation>Saxlanıldı {time}</translation>
        </message>
        <message>
            <source>Receipt recorded</source>
            <translation>Təqdim edilmə qeyd edildi</translation>
        </message>
        <message>
            <source>The application was withdrawn</source>
            <translation>Müraciət dayandırıldı</translation>
        </message>
        <message>
            <source>The case is paused</source>
            <translation>Xidmətə fasilə verildi</translation>
        </message>
        <message>
            <source>The paper was recorded</source>
            <translation>Sənəd qeyd edildi</translation>
        </message>
        <message>
            <source>Who speaks was recorded</source>
            <translation>Kimin danışdığı qeyd olundu</translation>
        </message>
        <message>
            <source>The explanation was recorded</source>
            <translation>İzahat qeyd edildi</translation>
        </message>
        <message>
            <source>The notaries answered about the power of attorney</source>
            <translation>Notariat etibarnamə barədə cavab verdi</translation>
        </message>
        <message>
            <source>The papers do not hold any more: the case stops</source>
            <translation>Sənədlər artıq etibarlı deyil: iş dayanır</translation>
        </message>
        <message>
            <source>The papers hold: the case goes on</source>
            <translation>Sənədlər etibarlıdır: iş davam edir</translation>
        </message>
        <message>
            <source>Registration is personal: whoever looks for work applies in their own name.</source>
            <translation>Qeydiyyat şəxsidir: iş axtaran hər kəs öz adından müraciət edir.</translation>
        </message>
        <message>
            <source>Whole file</source>
            <translation>Bütün vərəq</translation>
        </message>
        <message>
            <source>Person</source>
            <translation>Şəxs</translation>
        </message>
        <message>
            <source>Application</source>
            <translation>Müraciət</translation>
        </message>
        <message>
            <source>Check</source>
            <translation>Yoxlama</translation>
        </message>
        <message>
            <source>Suitable work</source>
            <translation>Münasib iş</translation>
        </message>
        <message>
            <source>Decision</source>
            <translation>Qərar</translation>
        </message>
    </context>
    <context>
        <name>ApplicationsView</name>
        <message>
            <source>Applications</source>
            <translation>Müraciətlər</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Vəziyyət</translation>
        </message>
        <message>
            <source>What for</source>
            <translation>Nə üçün</translation>
        </message>
        <message>
            <source>Whole centre</source>
            <translation>Bütün mərkəz</translation>
        </message>
        <message>
            <source>This desk</source>
            <translation>Bu masa</translation>
        </message>
        <message>
            <source>Mine</source>
            <translation>Mənim</translation>
        </message>
        <message>
            <source>Whose</source>
            <translation>Kimin</translation>
        </message>
        <message>
            <source>Every form</source>
            <translation>Bütün formalar</translation>
        </message>
        <message>
            <source>Form of application</source>
            <translation>Müraciətin forması</translation>
        </message>
        <message>
            <source>New application</source>
            <translation>Yeni müraciət</translation>
        </message>
        <message>
            <source>No open applications</source>
            <translation>Açıq müraciət yoxdur</translation>
        </message>
        <message numerus="yes">
            <source>%n application(s)</source>
            <translation>
                <numerusform>%n müraciət</numerusform>
                <numerusform>%n müraciət</numerusform>
            </translation>
        </message>
        <message>
            <source>Number</source>
            <translation>Nömrə</translation>
        </message>
        <message>
            <source>Person</source>
            <translation>Şəxs</translation>
        </message>
        <message>
            <source>Waiting for</source>
            <translation>Kimi gözləyir</translation>
        </message>
        <message>
            <source>Term of the service</source>
            <translation>Xidmətin müddəti</translation>
        </message>
        <message>
            <source>Temporary removal</source>
            <translation>Müvəqqəti çıxarılma</translation>
        </message>
        <message>
            <source>desk {desk}</source>
            <translation>masa {desk}</translation>
        </message>
        <message>
            <source>Term is over</source>
            <translation>Müddət bitib</translation>
        </message>
        <message>
            <source>Term ends soon</source>
            <translation>Müddət bitir</translation>
        </message>
        <message>
            <source>MAS did not accept</source>
            <translation>MAS qəbul etməyib</translation>
        </message>
        <message>
            <source>from {day}</source>
            <translation>{day} tarixindən</translation>
        </message>
        <message>
            <source>resumption</source>
            <translation>bərpa</translation>
        </message>
        <message>
            <source>agent</source>
            <translation>agent</translation>
        </message>
        <message>
            <source>offered {day}</source>
            <translation>təklif: {day}</translation>
        </message>
        <message>
            <source>agent: to be mended</source>
            <translation>agent: düzəliş</translation>
        </message>
        <message>
            <source>person</source>
            <translation>şəxs</translation>
        </message>
        <message>
            <source>employer</source>
            <translation>işəgötürən</translation>
        </message>
        <message>
            <source>MAS</source>
            <translation>MAS</translation>
        </message>
        <message>
            <source>register</source>
            <translation>reyestr</translation>
        </message>
        <message>
            <source>back office</source>
            <translation>arxa ofis</translation>
        </message>
        <message>
            <source>Nothing needs anybody here</source>
            <translation>Sizi gözləyən iş yoxdur</translation>
        </message>
        <message>
            <source>No application waits</source>
            <translation>Gözləyən müraciət yoxdur</translation>
        </message>
        <message>
            <source>Needs you</source>
            <translation>Sizi gözləyir</translation>
        </message>
        <message>
            <source>Waiting</source>
            <translation>Gözləyir</translation>
        </message>
        <message>
            <source>Returned by the back office</source>
            <translation>Arxa ofis qaytarıb</translation>
        </message>
        <message>
            <source>The employer's term is over</source>
            <translation>İşəgötürənin müddəti bitib</translation>
        </message>
        <message>
            <source>Offer without an answer</source>
            <translation>Təklifə cavab yoxdur</translation>
        </message>
        <message>
            <source>The removal ends</source>
            <translation>Çıxarılma müddəti bitir</translation>
        </message>
        <message>
            <source>For MAS</source>
            <translation>MAS-ı gözləyir</translation>
        </message>
        <message>
            <source>For the register</source>
            <translation>Reyestri gözləyir</translation>
        </message>
        <message>
            <source>For the person</source>
            <translation>Şəxsi gözləyir</translation>
        </message>
        <message>
            <source>For the employer</source>
            <translation>İşəgötürəni gözləyir</translation>
        </message>
        <message>
            <source>For the back office</source>
            <translation>Arxa ofisi gözləyir</translation>
        </message>
        <message>
            <source>Whatever for</source>
            <translation>Hər səbəb</translation>
        </message>
        <message numerus="yes">
            <source>%n working day(s) late</source>
            <translation>
                <numerusform>%n iş günü gecikib</numerusform>
                <numerusform>%n iş günü gecikib</numerusform>
            </translation>
        </message>
        <message>
            <source>due today</source>
            <translation>son tarix bu gündür</translation>
        </message>
        <message numerus="yes">
            <source>%n day(s) left</source>
            <translation>
                <numerusform>%n iş günü qalıb</numerusform>
                <numerusform>%n iş günü qalıb</numerusform>
            </translation>
        </message>
        <message>
            <source>No application was refused</source>
            <translation>İmtina edilən müraciət yoxdur</translation>
        </message>
        <message>
            <source>No applications yet</source>
            <translation>Hələ müraciət yoxdur</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Açıq</translation>
        </message>
        <message>
            <source>Refused</source>
            <translation>İmtina edilib</translation>
        </message>
        <message>
            <source>All</source>
            <translation>Hamısı</translation>
        </message>
    </context>
    <context>
        <name>Asking</name>
        <message>
            <source>Keep as is</source>
            <translation>Vaz keç</translation>
        </message>
        <message>
            <source>Where to</source>
            <translation>Hara</translation>
        </message>
        <message>
            <source>Number on the ticket</source>
            <translation>Biletdəki nömrə</translation>
        </message>
        <message>
            <source>without a ticket</source>
            <translation>Biletsiz iş</translation>
        </message>
        <message>
            <source>Pause the open case first?</source>
            <translation>Açıq işə fasilə verilsin?</translation>
        </message>
        <message>
            <source>Send {ticket} on</source>
            <translation>{ticket} hara yönəldilsin?</translation>
        </message>
        <message>
            <source>It waits there in its old place; nobody takes a new ticket.</source>
            <translation>Orada öz vaxtına görə gözləyir; yeni bilet götürmək lazım deyil.</translation>
        </message>
        <message>
            <source>Send on</source>
            <translation>Yönəlt</translation>
        </message>
        <message>
            <source>What does {ticket} need?</source>
            <translation>{ticket} üçün nə lazımdır?</translation>
        </message>
        <message>
            <source>Note it</source>
            <translation>Qeyd et</translation>
        </message>
        <message>
            <source>Did not come today: {tickets}</source>
            <translation>Bu gün gəlməyənlər: {tickets}</translation>
        </message>
        <message>
            <source>Call a ticket by its number</source>
            <translation>Bileti nömrəsi ilə çağır</translation>
        </message>
        <message>
            <source>Call</source>
            <translation>Çağır</translation>
        </message>
        <message numerus="yes">
            <source>{ticket} was called %n time(s) and nobody came?</source>
            <translation>
                <numerusform>{ticket} %n dəfə çağırıldı, heç kim gəlmədi?</numerusform>
                <numerusform>{ticket} %n dəfə çağırıldı, heç kim gəlmədi?</numerusform>
            </translation>
        </message>
        <message>
            <source>Noted as did not come; who appears later is called by number.</source>
            <translation>Gəlmədi kimi qeyd olunur; sonra gələn nömrə ilə çağırılır.</translation>
        </message>
        <message>
            <source>Did not come</source>
            <translation>Gəlmədi</translation>
        </message>
        <message>
            <source>Desk {desk}</source>
            <translation>Masa {desk}</translation>
        </message>
        <message>
            <source>{ticket} is open. It will wait under the half-done cases; nothing is lost.</source>
            <translation>{ticket} açıqdır. Yarımçıq işlərdə gözləyəcək, heç nə itmir.</translation>
        </message>
        <message>
            <source>Pause and call</source>
            <translation>Fasilə ver və çağır</translation>
        </message>
    </context>
    <context>
        <name>BackOffice</name>
        <message>
            <source>no suitable work</source>
            <translation>münasib iş yoxdur</translation>
        </message>
        <message>
            <source>the employer declined</source>
            <translation>işəgötürən imtina edib</translation>
        </message>
        <message>
            <source>the employer was silent</source>
            <translation>işəgötürən cavab verməyib</translation>
        </message>
        <message>
            <source>the employer hired</source>
            <translation>işəgötürən işə qəbul edib</translation>
        </message>
        <message>
            <source>referred to the employer</source>
            <translation>işəgötürənə göndəriş verilib</translation>
        </message>
        <message>
            <source>accepted</source>
            <translation>qəbul edilib</translation>
        </message>
        <message>
            <source>not answered</source>
            <translation>cavab verilməyib</translation>
        </message>
        <message>
            <source>declined</source>
            <translation>imtina edilib</translation>
        </message>
        <message>
            <source>declined with good reason</source>
            <translation>əsaslı səbəblə imtina edilib</translation>
        </message>
        <message>
            <source>declined without good reason</source>
            <translation>əsaslı olmayan səbəblə imtina edilib</translation>
        </message>
        <message>
            <source>{name}: not decided. {why}</source>
            <translation>{name}: qərar verilmədi. {why}</translation>
        </message>
        <message>
            <source>{name}: confirmed</source>
            <translation>{name}: təsdiq edildi</translation>
        </message>
        <message>
            <source>{name}: returned to the agent</source>
            <translation>{name}: agentə qaytarıldı</translation>
        </message>
    </context>
    <context>
        <name>BackOfficeView</name>
        <message>
            <source>Which drafts</source>
            <translation>Hansı layihələr</translation>
        </message>
        <message>
            <source>Every back office</source>
            <translation>Bütün arxa ofislər</translation>
        </message>
        <message>
            <source>Back office</source>
            <translation>Arxa ofis</translation>
        </message>
        <message>
            <source>Space or Shift with an arrow chooses several. Terms are working days; holidays do not count.</source>
            <translation>Boşluq düyməsi və ya Shift ilə ox bir neçəsini seçir. Müddətlər iş günüdür, bayramlar sayılmır.</translation>
        </message>
        <message>
            <source>No decisions wait</source>
            <translation>Gözləyən qərar yoxdur</translation>
        </message>
        <message>
            <source>F5 asks again.</source>
            <translation>F5 yenidən soruşur.</translation>
        </message>
        <message>
            <source>decisions that wait for confirmation</source>
            <translation>təsdiq gözləyən qərarlar</translation>
        </message>
        <message>
            <source>Saved {time}</source>
            <translation>Saxlanıldı {time}</translation>
        </message>
        <message>
            <source>All</source>
            <translation>Hamısı</translation>
        </message>
        <message>
            <source>Due today</source>
            <translation>Bu gün bitən</translation>
        </message>
        <message>
            <source>Overdue</source>
            <translation>Gecikən</translation>
        </message>
        <message>
            <source>Returned before</source>
            <translation>Əvvəl qaytarılan</translation>
        </message>
        <message>
            <source>The list was not read yet</source>
            <translation>Siyahı hələ oxunmayıb</translation>
        </message>
        <message>
            <source>No draft with these words</source>
            <translation>Bu sözlərlə layihə yoxdur</translation>
        </message>
        <message>
            <source>Empty the search to see all.</source>
            <translation>Hamısını görmək üçün axtarışı boşaldın.</translation>
        </message>
        <message>
            <source>Drafts appear here as agents send them.</source>
            <translation>Agentlər göndərdikcə layihələr burada görünür.</translation>
        </message>
        <message>
            <source>Nothing fits this filter</source>
            <translation>Bu süzgəcə uyğun heç nə yoxdur</translation>
        </message>
        <message>
            <source>Choose another filter.</source>
            <translation>Başqa süzgəc seçin.</translation>
        </message>
        <message>
            <source>first {shown} of {total} · as of {time}</source>
            <translation>{total} layihədən ilk {shown} · {time} vəziyyəti</translation>
        </message>
        <message>
            <source>{words} · as of {time}</source>
            <translation>{words} · {time} vəziyyəti</translation>
        </message>
        <message>
            <source>No connection to the back office's list. It can be worked on online only.</source>
            <translation>Arxa ofisin siyahısı ilə əlaqə yoxdur. Onunla yalnız onlayn işləmək olur.</translation>
        </message>
    </context>
    <context>
        <name>Bar</name>
        <message>
            <source>Keep as is</source>
            <translation>Vaz keç</translation>
        </message>
        <message>
            <source>Offer</source>
            <translation>Təklif et</translation>
        </message>
        <message>
            <source>Send</source>
            <translation>Göndər</translation>
        </message>
        <message>
            <source>What does the person answer?</source>
            <translation>Şəxsin cavabı nədir?</translation>
        </message>
        <message>
            <source>Nothing follows from a no before you have judged its reason.</source>
            <translation>Səbəbi siz qiymətləndirmədən heç bir nəticə yaranmır.</translation>
        </message>
        <message>
            <source>Explain the right to apply again</source>
            <translation>Təkrar müraciət hüququnu izah edin</translation>
        </message>
        <message>
            <source>Say the words above aloud, then record it. The refusal comes after that.</source>
            <translation>Yuxarıdakı sözləri ucadan deyin, sonra qeyd edin. Yazılı cavab bundan sonra hazırlanır.</translation>
        </message>
        <message>
            <source>Proposed result: refusal with reasons</source>
            <translation>Təklif olunan nəticə: əsaslandırılmış imtina</translation>
        </message>
        <message>
            <source>The reason you judged is printed. The person may apply again any day.</source>
            <translation>Qiymətləndirdiyiniz səbəb çap olunur. Şəxs istədiyi gün yenidən müraciət edə bilər.</translation>
        </message>
        <message>
            <source>A number is taken and the referral printed for the person.</source>
            <translation>Nömrə ayrılır və göndəriş şəxs üçün çap olunur.</translation>
        </message>
        <message>
            <source>The employer answers by {day}.</source>
            <translation>İşəgötürən {day} tarixinədək cavab verir.</translation>
        </message>
        <message>
            <source>Decision expected by {day}. To change it later, it must be returned.</source>
            <translation>Qərar {day} tarixinədək gözlənilir. Göndərdikdən sonra dəyişmək üçün qaytarma lazımdır.</translation>
        </message>
        <message>
            <source>Send to the back office?</source>
            <translation>Arxa ofisə göndərilsin?</translation>
        </message>
        <message>
            <source>Decision expected by {day}</source>
            <translation>Qərar {day} tarixinədək gözlənilir</translation>
        </message>
    </context>
    <context>
        <name>CameBack</name>
        <message>
            <source>{no}: the back office confirmed</source>
            <translation>{no}: arxa ofis təsdiq etdi</translation>
        </message>
        <message>
            <source>{no}: the back office returned it</source>
            <translation>{no}: arxa ofis qaytardı</translation>
        </message>
        <message>
            <source>{no}: the employer hired</source>
            <translation>{no}: işəgötürən işə qəbul etdi</translation>
        </message>
        <message>
            <source>{no}: the employer declined</source>
            <translation>{no}: işəgötürən imtina etdi</translation>
        </message>
        <message>
            <source>{no}: the employer was silent</source>
            <translation>{no}: işəgötürən cavab vermədi</translation>
        </message>
        <message>
            <source>{no}: accepted by MAS</source>
            <translation>{no}: MAS qəbul etdi</translation>
        </message>
        <message>
            <source>{no}: not accepted by MAS</source>
            <translation>{no}: MAS qəbul etmədi</translation>
        </message>
        <message>
            <source>{no}: opened again by the head</source>
            <translation>{no}: rəhbər yenidən açıb</translation>
        </message>
        <message>
            <source>Answers that came: {n}</source>
            <translation>Gələn cavablar: {n}</translation>
        </message>
    </context>
    <context>
        <name>CaseAct</name>
        <message>
            <source>Prepare the refusal</source>
            <translation>İmtina barədə cavab hazırla</translation>
        </message>
        <message>
            <source>Go on with this step</source>
            <translation>Bu addıma keç</translation>
        </message>
        <message>
            <source>Explain in place of a letter</source>
            <translation>Yazılı cavab əvəzinə izah et</translation>
        </message>
        <message>
            <source>Ask the register again</source>
            <translation>Yenidən yoxla</translation>
        </message>
        <message>
            <source>Print the receipt</source>
            <translation>Qəbzi çap et</translation>
        </message>
        <message>
            <source>Print a copy</source>
            <translation>Surəti çap et</translation>
        </message>
        <message>
            <source>Finish the case</source>
            <translation>Xidməti bitir</translation>
        </message>
        <message>
            <source>Pause the case</source>
            <translation>Fasilə ver</translation>
        </message>
        <message>
            <source>A better paper was brought</source>
            <translation>Yeni sənəd gətirildi</translation>
        </message>
        <message>
            <source>Change who speaks</source>
            <translation>Nümayəndəni dəyiş</translation>
        </message>
        <message>
            <source>Withdraw the application</source>
            <translation>Müraciəti dayandır</translation>
        </message>
        <message>
            <source>Offer suitable work</source>
            <translation>Münasib iş təklif et</translation>
        </message>
        <message>
            <source>Send to the back office</source>
            <translation>Arxa ofisə göndər</translation>
        </message>
    </context>
    <context>
        <name>CaseReason</name>
        <message>
            <source>By the register the person works ({article}).</source>
            <translation>Reyestrə görə şəxs işləyir ({article}).</translation>
        </message>
        <message>
            <source>Only when no suitable work was found.</source>
            <translation>Yalnız münasib iş tapılmadıqda.</translation>
        </message>
        <message>
            <source>No ground of refusal fits what is known now.</source>
            <translation>İndi məlum olanlara görə uyğun imtina əsası yoxdur.</translation>
        </message>
        <message>
            <source>Only after the employment check.</source>
            <translation>Yalnız məşğulluq yoxlanıldıqdan sonra.</translation>
        </message>
    </context>
    <context>
        <name>CaseTimer</name>
        <message>
            <source>No open case</source>
            <translation>Açıq iş yoxdur</translation>
        </message>
        <message>
            <source>Paused</source>
            <translation>Dayandırılıb</translation>
        </message>
        <message>
            <source>Paused: {reason}</source>
            <translation>Dayandırılıb: {reason}</translation>
        </message>
        <message>
            <source>{n} minutes</source>
            <translation>{n} dəqiqə</translation>
        </message>
    </context>
    <context>
        <name>CaseTodo</name>
        <message>
            <source>Person identified</source>
            <translation>Şəxs müəyyən edilib</translation>
        </message>
        <message>
            <source>Document of the person</source>
            <translation>Şəxsin sənədi</translation>
        </message>
        <message>
            <source>Representative's paper</source>
            <translation>Nümayəndənin sənədi</translation>
        </message>
        <message>
            <source>The register's answer</source>
            <translation>Reyestrin cavabı</translation>
        </message>
        <message>
            <source>Legal ground</source>
            <translation>Hüquqi əsas</translation>
        </message>
        <message>
            <source>Reasoning</source>
            <translation>Əsaslandırma</translation>
        </message>
        <message>
            <source>Signature</source>
            <translation>İmza</translation>
        </message>
        <message>
            <source>Suitable work</source>
            <translation>Münasib iş</translation>
        </message>
        <message>
            <source>Written answer issued</source>
            <translation>Yazılı cavab verilib</translation>
        </message>
        <message>
            <source>Handed over</source>
            <translation>Təqdim edilmə</translation>
        </message>
    </context>
    <context>
        <name>CheckRow</name>
        <message>
            <source>Ask the notaries</source>
            <translation>Notariatdan soruş</translation>
        </message>
        <message>
            <source>Asking the notaries' register</source>
            <translation>Notariat sistemindən soruşulur</translation>
        </message>
        <message>
            <source>Stop waiting</source>
            <translation>Dayandır</translation>
        </message>
        <message>
            <source>Electronic notary register · lookup no. {no} · {when}</source>
            <translation>“Elektron notariat” · sorğu № {no} · {when}</translation>
        </message>
        <message>
            <source>The register and the paper differ: {what}</source>
            <translation>Reyestrlə sənəd fərqlənir: {what}</translation>
        </message>
        <message>
            <source>Compare with the paper; what stands in it is recorded.</source>
            <translation>Sənədlə tutuşdurun; sənəddə yazılan qeyd olunur.</translation>
        </message>
        <message>
            <source>The central system cannot be reached · {when}</source>
            <translation>Mərkəzi sistemlə əlaqə yoxdur · {when}</translation>
        </message>
        <message>
            <source>The notaries did not answer · {when}</source>
            <translation>Notariat sistemi cavab vermədi · {when}</translation>
        </message>
        <message>
            <source>The central system does not let this agent ask · {when}</source>
            <translation>Mərkəzi sistem bu agentin sorğusunu qəbul etmir · {when}</translation>
        </message>
        <message>
            <source>The notaries' answer contradicts itself · {when}</source>
            <translation>Notariat sisteminin cavabında ziddiyyət var · {when}</translation>
        </message>
        <message>
            <source>Not asked yet.</source>
            <translation>Hələ soruşulmayıb.</translation>
        </message>
        <message>
            <source>The notaries do not know this number · {when}</source>
            <translation>Notariat sistemində bu nömrə yoxdur · {when}</translation>
        </message>
        <message>
            <source>The paper is from somebody else · {when}</source>
            <translation>Etibarnaməni başqa şəxs verib · {when}</translation>
        </message>
        <message>
            <source>Revoked.</source>
            <translation>Xitam verilib.</translation>
        </message>
        <message>
            <source>In force.</source>
            <translation>Qüvvədədir.</translation>
        </message>
        <message>
            <source>First the applicant's number.</source>
            <translation>Əvvəlcə müraciət edənin nömrəsi.</translation>
        </message>
        <message>
            <source>First the number of the paper.</source>
            <translation>Əvvəlcə sənədin nömrəsi.</translation>
        </message>
        <message>
            <source>Revoked</source>
            <translation>Xitam verilib</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>Tarix</translation>
        </message>
        <message>
            <source>Valid until</source>
            <translation>Etibarlıdır</translation>
        </message>
        <message>
            <source>Representative</source>
            <translation>Nümayəndə</translation>
        </message>
        <message>
            <source>Certified by</source>
            <translation>Kim təsdiq edib</translation>
        </message>
        <message>
            <source>Scope</source>
            <translation>Səlahiyyətlər</translation>
        </message>
        <message>
            <source>date</source>
            <translation>tarix</translation>
        </message>
        <message>
            <source>last day</source>
            <translation>son gün</translation>
        </message>
        <message>
            <source>representative's number</source>
            <translation>nümayəndənin nömrəsi</translation>
        </message>
    </context>
    <context>
        <name>Checklist</name>
        <message>
            <source>The letter must have</source>
            <translation>Yazılı cavabda olmalıdır</translation>
        </message>
        <message>
            <source>The letter must have: {ready} of {n} ready</source>
            <translation>Yazılı cavabda olmalıdır: {n} bənddən {ready} hazırdır</translation>
        </message>
        <message>
            <source>Open: {names}</source>
            <translation>Açıq: {names}</translation>
        </message>
    </context>
    <context>
        <name>ChoicesPart</name>
        <message>
            <source>What to do</source>
            <translation>Nə etmək</translation>
        </message>
        <message>
            <source>What should the head look at</source>
            <translation>Rəhbər nəyə baxsın</translation>
        </message>
        <message>
            <source>Nothing is lost: both sides stay as they are until then.</source>
            <translation>Heç nə itmir: o vaxtadək hər iki tərəf olduğu kimi qalır.</translation>
        </message>
        <message>
            <source>“{words}”</source>
            <translation>“{words}”</translation>
        </message>
        <message>
            <source>Handed up to the head of the centre</source>
            <translation>Mərkəz rəhbərinə ötürülüb</translation>
        </message>
        <message>
            <source>The head found ({who})</source>
            <translation>Rəhbərin rəyi ({who})</translation>
        </message>
    </context>
    <context>
        <name>Cited</name>
        <message>
            <source>service passport, {sections}</source>
            <translation>Xidmət pasportu, bölmə {sections}</translation>
        </message>
        <message>
            <source>Civil Code</source>
            <translation>Mülki Məcəllə</translation>
        </message>
    </context>
    <context>
        <name>ComparePart</name>
        <message>
            <source>Is this the same person?</source>
            <translation>Bu, eyni şəxsdir?</translation>
        </message>
        <message>
            <source>Why it is the same person</source>
            <translation>Niyə eyni şəxsdir</translation>
        </message>
        <message>
            <source>In your own words; it stands in both files.</source>
            <translation>Öz sözlərinizlə; hər iki vərəqdə qalır.</translation>
        </message>
        <message>
            <source>Same person: link the files</source>
            <translation>Eyni şəxsdir: əlaqələndir</translation>
        </message>
        <message>
            <source>Not the same person</source>
            <translation>Başqa şəxsdir</translation>
        </message>
        <message>
            <source>Compare</source>
            <translation>Tutuşdur</translation>
        </message>
        <message>
            <source>PIN (FİN) of the other file</source>
            <translation>Digər vərəqin FİN-i</translation>
        </message>
        <message>
            <source>Both files are shown side by side; nothing is linked yet.</source>
            <translation>Hər iki vərəq yan-yana göstərilir; hələ heç nə əlaqələndirilmir.</translation>
        </message>
        <message>
            <source>Nothing is merged and nothing deleted: each file names the other.</source>
            <translation>Heç nə birləşdirilmir və silinmir: hər vərəqdə digəri göstərilir.</translation>
        </message>
        <message>
            <source>This file</source>
            <translation>Bu vərəq</translation>
        </message>
        <message>
            <source>The other file</source>
            <translation>Digər vərəq</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Ad</translation>
        </message>
        <message>
            <source>Born</source>
            <translation>Doğum</translation>
        </message>
        <message>
            <source>Document</source>
            <translation>Sənəd</translation>
        </message>
        <message>
            <source>Mobile</source>
            <translation>Mobil</translation>
        </message>
        <message>
            <source>Number of the file</source>
            <translation>Vərəqin nömrəsi</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>Ünvan</translation>
        </message>
        <message>
            <source>Registration</source>
            <translation>Qeydiyyat</translation>
        </message>
        <message>
            <source>Since</source>
            <translation>Başlanğıc</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>Nömrə</translation>
        </message>
        <message>
            <source>Applications</source>
            <translation>Müraciət</translation>
        </message>
    </context>
    <context>
        <name>CompareTable</name>
        <message>
            <source>Before</source>
            <translation>Əvvəl</translation>
        </message>
        <message>
            <source>Mine</source>
            <translation>Mənim</translation>
        </message>
        <message>
            <source>Central system</source>
            <translation>Mərkəzi sistemdə</translation>
        </message>
    </context>
    <context>
        <name>Compared</name>
        <message>
            <source>Registration</source>
            <translation>Qeydiyyat</translation>
        </message>
        <message>
            <source>Application</source>
            <translation>Müraciət</translation>
        </message>
        <message>
            <source>Outcome</source>
            <translation>Nəticə</translation>
        </message>
        <message>
            <source>Written answer</source>
            <translation>Yazılı cavab</translation>
        </message>
        <message>
            <source>Identity</source>
            <translation>Şəxsiyyət</translation>
        </message>
        <message>
            <source>Contact</source>
            <translation>Əlaqə</translation>
        </message>
        <message>
            <source>Documents</source>
            <translation>Sənədlər</translation>
        </message>
        <message>
            <source>Register of employment</source>
            <translation>Məşğulluq reyestri</translation>
        </message>
        <message>
            <source>Suitable work</source>
            <translation>Münasib iş</translation>
        </message>
        <message>
            <source>Besides</source>
            <translation>Başqa</translation>
        </message>
        <message>
            <source>nothing</source>
            <translation>yoxdur</translation>
        </message>
        <message>
            <source>until {day}</source>
            <translation>{day} tarixinədək</translation>
        </message>
        <message>
            <source>opened {time}</source>
            <translation>açılıb: {time}</translation>
        </message>
        <message>
            <source>{state}, article {article}</source>
            <translation>{state}, maddə {article}</translation>
        </message>
        <message>
            <source>recalled</source>
            <translation>geri çağırılıb</translation>
        </message>
        <message>
            <source>superseded</source>
            <translation>əvəz edilib</translation>
        </message>
        <message>
            <source>handed over to the person</source>
            <translation>şəxsə təqdim edilib</translation>
        </message>
        <message>
            <source>printed</source>
            <translation>çap olunub</translation>
        </message>
        <message>
            <source>issued</source>
            <translation>verilib</translation>
        </message>
        <message>
            <source>found as employed</source>
            <translation>məşğul kimi tapılıb</translation>
        </message>
        <message>
            <source>not found as employed</source>
            <translation>məşğul kimi tapılmayıb</translation>
        </message>
        <message>
            <source>declined {time}</source>
            <translation>qəbul etmədi: {time}</translation>
        </message>
        <message>
            <source>accepted {time}</source>
            <translation>qəbul etdi: {time}</translation>
        </message>
        <message>
            <source>offered {time}</source>
            <translation>təklif olunub: {time}</translation>
        </message>
        <message>
            <source>since {day}</source>
            <translation>{day} tarixindən</translation>
        </message>
    </context>
    <context>
        <name>ConsentPart</name>
        <message>
            <source>Consent of the legal representative (15–17)</source>
            <translation>Qanuni nümayəndənin razılığı (15–17 yaş)</translation>
        </message>
        <message>
            <source>Who gave it</source>
            <translation>Razılığı verən</translation>
        </message>
        <message>
            <source>Relation</source>
            <translation>Kimidir</translation>
        </message>
        <message>
            <source>PIN (FİN)</source>
            <translation>FİN</translation>
        </message>
        <message>
            <source>Given on</source>
            <translation>Verildiyi tarix</translation>
        </message>
    </context>
    <context>
        <name>ContactPart</name>
        <message>
            <source>Mobile number</source>
            <translation>Mobil nömrə</translation>
        </message>
        <message>
            <source>+994 and 9 digits; read it back</source>
            <translation>+994 və 9 rəqəm. Nömrəni ucadan təkrarlayın</translation>
        </message>
        <message>
            <source>E-mail</source>
            <translation>E-poçt</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>Ünvan</translation>
        </message>
        <message>
            <source>Where the person lives now</source>
            <translation>Şəxsin indi yaşadığı yer</translation>
        </message>
        <message>
            <source>What is recorded holds a typing error</source>
            <translation>Qeyddə yazı səhvi var</translation>
        </message>
        <message>
            <source>Record</source>
            <translation>Qeyd et</translation>
        </message>
        <message>
            <source>Keep as is</source>
            <translation>Vaz keç</translation>
        </message>
    </context>
    <context>
        <name>DateField</name>
        <message>
            <source>DD.MM.YYYY</source>
            <translation>GG.AA.İİİİ</translation>
        </message>
        <message>
            <source>Calendar</source>
            <translation>Təqvim</translation>
        </message>
    </context>
    <context>
        <name>DecisionBar</name>
        <message>
            <source>Say what the agent should mend.</source>
            <translation>Agent nəyi düzəltməlidir, yazın.</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>Səbəb</translation>
        </message>
        <message>
            <source>Confirm</source>
            <translation>Təsdiq et</translation>
        </message>
        <message>
            <source>Return with a reason</source>
            <translation>Səbəbi ilə qaytar</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Geri</translation>
        </message>
        <message numerus="yes">
            <source>Confirm %n decision(s)?</source>
            <translation>
                <numerusform>%n qərar təsdiq edilsin?</numerusform>
                <numerusform>%n qərar təsdiq edilsin?</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Return %n draft(s) to their agents?</source>
            <translation>
                <numerusform>%n layihə agentlərə qaytarılsın?</numerusform>
                <numerusform>%n layihə agentlərə qaytarılsın?</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Return %n with a reason</source>
            <translation>
                <numerusform>%n layihəni qaytar</numerusform>
                <numerusform>%n layihəni qaytar</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Return %n</source>
            <translation>
                <numerusform>%n layihəni qaytar</numerusform>
                <numerusform>%n layihəni qaytar</numerusform>
            </translation>
        </message>
        <message>
            <source>Return</source>
            <translation>Qaytar</translation>
        </message>
        <message numerus="yes">
            <source>Confirm %n</source>
            <translation>
                <numerusform>%n qərarı təsdiq et</numerusform>
                <numerusform>%n qərarı təsdiq et</numerusform>
            </translation>
        </message>
        <message>
            <source>The agent sees the reason at once and can mend the draft.</source>
            <translation>Agent səbəbi dərhal görür və layihəni düzəldə bilir.</translation>
        </message>
        <message>
            <source>After it is confirmed, MAS tells the person by SMS and in the e-cabinet.</source>
            <translation>Təsdiqdən sonra MAS şəxsə SMS və elektron kabinetlə xəbər verir.</translation>
        </message>
    </context>
    <context>
        <name>DeclineForm</name>
        <message>
            <source>Why does the person not take it?</source>
            <translation>Şəxs təklifi niyə qəbul etmir?</translation>
        </message>
        <message>
            <source>Kind of reason</source>
            <translation>Səbəbin növü</translation>
        </message>
        <message>
            <source>In the person's own words. It is printed if a refusal follows.</source>
            <translation>Şəxsin öz sözləri ilə. İmtina olarsa, cavabda çap olunur.</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>Səbəb</translation>
        </message>
        <message>
            <source>Nothing follows yet: you judge the reason next.</source>
            <translation>Hələ heç bir nəticə yoxdur: növbəti addımda səbəbi siz qiymətləndirirsiniz.</translation>
        </message>
        <message>
            <source>Another reason</source>
            <translation>Başqa səbəb</translation>
        </message>
    </context>
    <context>
        <name>DeskWindow</name>
        <message>
            <source>PRACTICE: synthetic persons, nothing here has legal force</source>
            <translation>MƏŞQ: uydurma şəxslər, buradakı heç nəyin hüquqi qüvvəsi yoxdur</translation>
        </message>
        <message>
            <source>{centre} · Desk {desk}</source>
            <translation>{centre} · Masa {desk}</translation>
        </message>
        <message>
            <source>Desk {desk}</source>
            <translation>Masa {desk}</translation>
        </message>
        <message>
            <source>Starting</source>
            <translation>Açılır</translation>
        </message>
        <message>
            <source>Not started</source>
            <translation>Açılmadı</translation>
        </message>
        <message>
            <source>Ready in a moment</source>
            <translation>Bir azdan hazır olacaq</translation>
        </message>
        <message>
            <source>{centre} · Desk {desk} · {role}</source>
            <translation>{centre} · Masa {desk} · {role}</translation>
        </message>
        <message>
            <source>Code: {code}</source>
            <translation>Kod: {code}</translation>
        </message>
        <message>
            <source>View</source>
            <translation>Görünüş</translation>
        </message>
        <message>
            <source>As Windows asks</source>
            <translation>Windows-dakı kimi</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>Açıq</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>Tünd</translation>
        </message>
        <message>
            <source>High contrast</source>
            <translation>Yüksək kontrast</translation>
        </message>
        <message>
            <source>Text {percent} %</source>
            <translation>Mətn {percent} %</translation>
        </message>
        <message>
            <source>{ticket} was called {n} times</source>
            <translation>{ticket} {n} dəfə çağırılıb</translation>
        </message>
        <message>
            <source>{ticket} was called {n} times. Nobody came? {key}</source>
            <translation>{ticket} {n} dəfə çağırılıb. Gəlməyibsə: {key}</translation>
        </message>
        <message>
            <source>Without ticket</source>
            <translation>Biletsiz</translation>
        </message>
    </context>
    <context>
        <name>DetailsPart</name>
        <message>
            <source>Record the hand-over</source>
            <translation>Təqdim edilməni qeyd et</translation>
        </message>
        <message>
            <source>Refusal {no}</source>
            <translation>İmtina {no}</translation>
        </message>
        <message>
            <source>Signed by hand</source>
            <translation>Əl ilə imzalanıb</translation>
        </message>
        <message>
            <source>There is no electronic signature to verify.</source>
            <translation>Yoxlanılası elektron imza yoxdur.</translation>
        </message>
        <message>
            <source>The document is not at this desk</source>
            <translation>Sənəd bu masada deyil</translation>
        </message>
        <message>
            <source>It comes with the next connection to the central system.</source>
            <translation>Mərkəzi sistemlə növbəti əlaqədə gələcək.</translation>
        </message>
        <message>
            <source>Verifying the signature</source>
            <translation>İmza yoxlanılır</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>Nömrə</translation>
        </message>
        <message>
            <source>PIN</source>
            <translation>FİN</translation>
        </message>
        <message>
            <source>Ground</source>
            <translation>Əsas</translation>
        </message>
        <message>
            <source>Article {article}</source>
            <translation>maddə {article}</translation>
        </message>
        <message>
            <source>Handed over</source>
            <translation>Təqdim</translation>
        </message>
        <message>
            <source>Printed</source>
            <translation>Çap</translation>
        </message>
        <message numerus="yes">
            <source>%n time(s)</source>
            <translation>
                <numerusform>%n dəfə</numerusform>
                <numerusform>%n dəfə</numerusform>
            </translation>
        </message>
        <message>
            <source>The document is not at this desk.</source>
            <translation>Sənəd bu masada deyil.</translation>
        </message>
        <message>
            <source>Signed by hand.</source>
            <translation>Əl ilə imzalanıb.</translation>
        </message>
        <message>
            <source>Recorded already.</source>
            <translation>Artıq qeyd olunub.</translation>
        </message>
        <message>
            <source>Open the document</source>
            <translation>Sənədi aç</translation>
        </message>
        <message>
            <source>Print a copy</source>
            <translation>Surətini çap et</translation>
        </message>
        <message>
            <source>Verify again</source>
            <translation>Yenidən yoxla</translation>
        </message>
        <message>
            <source>Open the application</source>
            <translation>Müraciəti aç</translation>
        </message>
    </context>
    <context>
        <name>Disagreement</name>
        <message>
            <source>end of the registration</source>
            <translation>qeydiyyatın sonu</translation>
        </message>
        <message>
            <source>refusal</source>
            <translation>imtina</translation>
        </message>
        <message>
            <source>back office</source>
            <translation>arxa ofis</translation>
        </message>
        <message>
            <source>written answer</source>
            <translation>yazılı cavab</translation>
        </message>
        <message>
            <source>referral</source>
            <translation>göndəriş</translation>
        </message>
        <message>
            <source>suitable work</source>
            <translation>münasib iş</translation>
        </message>
        <message>
            <source>form</source>
            <translation>ərizə</translation>
        </message>
        <message>
            <source>application</source>
            <translation>müraciət</translation>
        </message>
        <message>
            <source>register</source>
            <translation>reyestr</translation>
        </message>
        <message>
            <source>document</source>
            <translation>sənəd</translation>
        </message>
        <message>
            <source>contact</source>
            <translation>əlaqə</translation>
        </message>
        <message>
            <source>identity</source>
            <translation>şəxsiyyət</translation>
        </message>
        <message>
            <source>registration</source>
            <translation>qeydiyyat</translation>
        </message>
        <message>
            <source>explanation</source>
            <translation>izah</translation>
        </message>
        <message>
            <source>file</source>
            <translation>vərəq</translation>
        </message>
        <message>
            <source>review</source>
            <translation>yoxlama</translation>
        </message>
        <message>
            <source>paper without ground</source>
            <translation>əsassız qalan yazılı cavab</translation>
        </message>
        <message>
            <source>{mine}: not taken</source>
            <translation>{mine}: qəbul edilmədi</translation>
        </message>
        <message>
            <source>{mine}, two ways</source>
            <translation>{mine}, iki cür</translation>
        </message>
        <message>
            <source>central system</source>
            <translation>mərkəzi sistem</translation>
        </message>
        <message>
            <source>desk {desk}</source>
            <translation>masa {desk}</translation>
        </message>
        <message>
            <source>nothing yet</source>
            <translation>hələ heç nə</translation>
        </message>
        <message>
            <source>{time}, common</source>
            <translation>{time}, ortaq hal</translation>
        </message>
        <message>
            <source>Written answer {number} is on paper, and the file no longer gives it a ground.</source>
            <translation>{number} nömrəli yazılı cavab kağızdadır, vərəqdə isə onun əsası qalmayıb.</translation>
        </message>
        <message>
            <source>The central system did not take your step: a rule is against it.</source>
            <translation>Mərkəzi sistem addımınızı qəbul etmədi: qayda buna imkan vermir.</translation>
        </message>
        <message>
            <source>The central system recorded something in the same file before your step came. The two do not go together.</source>
            <translation>Addımınız çatmamış mərkəzi sistem həmin vərəqdə dəyişiklik yazıb. İki addım birlikdə qaydaya uyğun gəlmir.</translation>
        </message>
        <message>
            <source>{desk} changed the same file before your step came. The two do not go together.</source>
            <translation>Addımınız çatmamış {desk} həmin vərəqi dəyişib. İki addım birlikdə qaydaya uyğun gəlmir.</translation>
        </message>
        <message>
            <source>The file stays as it is, the paper is settled</source>
            <translation>Vərəq olduğu kimi qalsın, kağız qaydaya salınsın</translation>
        </message>
        <message>
            <source>My step is set aside</source>
            <translation>Mənim addımım kənara qoyulsun</translation>
        </message>
        <message>
            <source>The central system's stays, my step is set aside</source>
            <translation>Mərkəzi sistemdəki qalsın, mənim addımım kənara qoyulsun</translation>
        </message>
        <message>
            <source>My step is recorded anew, on the file as it is now</source>
            <translation>Mənim addımım vərəqin indiki halına yenidən yazılsın</translation>
        </message>
        <message>
            <source>The head of the centre decides</source>
            <translation>Mərkəz rəhbəri qərar versin</translation>
        </message>
        <message>
            <source>Not possible: {reason}</source>
            <translation>Mümkün deyil: {reason}</translation>
        </message>
        <message>
            <source>Written answer {number} is recalled; the letter to the person is printed now.</source>
            <translation>{number} nömrəli yazılı cavab geri çağırılır; şəxsə məktub indi çap olunur.</translation>
        </message>
        <message>
            <source>Written answer {number} is superseded by {other}.</source>
            <translation>{number} nömrəli yazılı cavabın yerinə {other} keçir.</translation>
        </message>
        <message>
            <source>Recorded with today's moment: {kinds}.</source>
            <translation>İndiki vaxtla yazılır: {kinds}.</translation>
        </message>
        <message>
            <source>Your step stays in the history and does not apply.</source>
            <translation>Addımınız tarixçədə qalır, amma tətbiq olunmur.</translation>
        </message>
        <message>
            <source>It is decided by today's rules.</source>
            <translation>Bugünkü qaydalarla yoxlanılır.</translation>
        </message>
        <message>
            <source>Both sides stay as they are until then; the head's words come back here.</source>
            <translation>O vaxtadək hər iki tərəf olduğu kimi qalır; rəhbərin rəyi bura qayıdır.</translation>
        </message>
    </context>
    <context>
        <name>DisagreementsView</name>
        <message>
            <source>Waiting</source>
            <translation>Gözləyənlər</translation>
        </message>
        <message>
            <source>Disagreements that wait</source>
            <translation>Gözləyən uyğunsuzluqlar</translation>
        </message>
        <message>
            <source>The person's file</source>
            <translation>Şəxsin vərəqi</translation>
        </message>
        <message>
            <source>No disagreements.</source>
            <translation>Uyğunsuzluq yoxdur.</translation>
        </message>
        <message>
            <source>Next</source>
            <translation>Növbəti</translation>
        </message>
        <message numerus="yes">
            <source>%n case(s) settled themselves yesterday</source>
            <translation>
                <numerusform>Dünən %n hal öz-özünə uzlaşdırılıb</numerusform>
                <numerusform>Dünən %n hal öz-özünə uzlaşdırılıb</numerusform>
            </translation>
        </message>
        <message>
            <source>{n} of {all}</source>
            <translation>{n} / {all}</translation>
        </message>
        <message>
            <source>Disagreements</source>
            <translation>Uyğunsuzluqlar</translation>
        </message>
        <message>
            <source>Person not identified</source>
            <translation>Şəxs müəyyən edilməyib</translation>
        </message>
        <message>
            <source>Why they differ: {reason}</source>
            <translation>Niyə uyğun gəlmir: {reason}</translation>
        </message>
        <message>
            <source>Saved {time}</source>
            <translation>Saxlanıldı {time}</translation>
        </message>
        <message>
            <source>Settled: the central system's stays; yours is in the history.</source>
            <translation>Həll edildi: mərkəzi sistemdəki qaldı, sizinki tarixçədədir.</translation>
        </message>
        <message>
            <source>Settled: your step is recorded anew.</source>
            <translation>Həll edildi: addımınız yenidən yazıldı.</translation>
        </message>
        <message>
            <source>Handed up: the head of the centre decides.</source>
            <translation>Ötürüldü: qərarı mərkəz rəhbəri verir.</translation>
        </message>
    </context>
    <context>
        <name>DraftBar</name>
        <message>
            <source>Restore</source>
            <translation>Davam etdir</translation>
        </message>
        <message>
            <source>Discard</source>
            <translation>Sil</translation>
        </message>
    </context>
    <context>
        <name>DraftPart</name>
        <message>
            <source>last day: {date}</source>
            <translation>son gün: {date}</translation>
        </message>
        <message numerus="yes">
            <source>%n draft(s) chosen</source>
            <translation>
                <numerusform>%n layihə seçilib</numerusform>
                <numerusform>%n layihə seçilib</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>və daha %n</numerusform>
                <numerusform>və daha %n</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n of them you prepared: skipped.</source>
            <translation>
                <numerusform>Onlardan %n layihəni siz hazırlamısınız: keçilir.</numerusform>
                <numerusform>Onlardan %n layihəni siz hazırlamısınız: keçilir.</numerusform>
            </translation>
        </message>
        <message>
            <source>Decision</source>
            <translation>Qərar</translation>
        </message>
        <message>
            <source>register as unemployed</source>
            <translation>işsiz kimi qeydiyyata alınsın</translation>
        </message>
        <message>
            <source>Basis</source>
            <translation>Əsas</translation>
        </message>
        <message>
            <source>Register</source>
            <translation>Reyestr</translation>
        </message>
        <message>
            <source>Agent</source>
            <translation>Agent</translation>
        </message>
        <message>
            <source>Centre</source>
            <translation>Mərkəz</translation>
        </message>
        <message>
            <source>Sent</source>
            <translation>Göndərilib</translation>
        </message>
        <message>
            <source>Service due</source>
            <translation>Xidmətin sonu</translation>
        </message>
        <message>
            <source>no record, {moment}</source>
            <translation>qeyd yoxdur, {moment}</translation>
        </message>
        <message>
            <source>asked {moment}</source>
            <translation>soruşulub: {moment}</translation>
        </message>
        <message>
            <source>Returned {date}: {reason}</source>
            <translation>Qaytarılıb {date}: {reason}</translation>
        </message>
        <message>
            <source>What was checked</source>
            <translation>Yoxlanılanlar</translation>
        </message>
        <message numerus="yes">
            <source>%n vacancy(ies) looked at by the 5 tests</source>
            <translation>
                <numerusform>5 şərt üzrə %n vakansiyaya baxılıb</numerusform>
                <numerusform>5 şərt üzrə %n vakansiyaya baxılıb</numerusform>
            </translation>
        </message>
        <message>
            <source>No vacancy was looked at</source>
            <translation>Heç bir vakansiyaya baxılmayıb</translation>
        </message>
        <message numerus="yes">
            <source>%n paper(s) wanting</source>
            <translation>
                <numerusform>%n sənəd çatışmır</numerusform>
                <numerusform>%n sənəd çatışmır</numerusform>
            </translation>
        </message>
        <message>
            <source>The papers are complete</source>
            <translation>Sənədlər tamdır</translation>
        </message>
        <message>
            <source>The file's chain is unbroken</source>
            <translation>Vərəqin zənciri pozulmayıb</translation>
        </message>
        <message>
            <source>Work that was offered</source>
            <translation>Təklif edilmiş işlər</translation>
        </message>
        <message>
            <source>{position}, {employer}: {outcome}</source>
            <translation>{position}, {employer}: {outcome}</translation>
        </message>
        <message>
            <source>“{reason}”</source>
            <translation>“{reason}”</translation>
        </message>
    </context>
    <context>
        <name>DraftsTable</name>
        <message>
            <source>Decisions that wait for confirmation</source>
            <translation>Təsdiq gözləyən qərarlar</translation>
        </message>
        <message>
            <source>{number} · chosen</source>
            <translation>{number} · seçilib</translation>
        </message>
        <message>
            <source>Person</source>
            <translation>Şəxs</translation>
        </message>
        <message>
            <source>Draft decision</source>
            <translation>Qərar layihəsi</translation>
        </message>
        <message>
            <source>Sent</source>
            <translation>Göndərilib</translation>
        </message>
        <message>
            <source>Until the deadline</source>
            <translation>Son tarixə qədər</translation>
        </message>
        <message>
            <source>yours</source>
            <translation>sizin</translation>
        </message>
        <message>
            <source>returned before</source>
            <translation>əvvəl qaytarılıb</translation>
        </message>
        <message>
            <source>Registration as unemployed</source>
            <translation>İşsiz kimi qeydiyyat</translation>
        </message>
        <message>
            <source>due today</source>
            <translation>bu gün bitir</translation>
        </message>
        <message numerus="yes">
            <source>%n working day(s) late</source>
            <translation>
                <numerusform>%n iş günü gecikir</numerusform>
                <numerusform>%n iş günü gecikir</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n working day(s) left</source>
            <translation>
                <numerusform>%n iş günü</numerusform>
                <numerusform>%n iş günü</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>EmployerForm</name>
        <message>
            <source>What did the employer decide?</source>
            <translation>İşəgötürən nə qərar verib?</translation>
        </message>
        <message>
            <source>The application ends: the person has work.</source>
            <translation>Müraciət tamamlanır: şəxsin işi var.</translation>
        </message>
        <message>
            <source>Another work is looked for; if there is none, the back office decides.</source>
            <translation>Başqa iş axtarılır; yoxdursa, qərarı arxa ofis təsdiq edir.</translation>
        </message>
        <message>
            <source>Who said it, when, and how.</source>
            <translation>Kim, nə vaxt və necə bildirib.</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>Qeyd</translation>
        </message>
        <message>
            <source>Counts as no only after {day}.</source>
            <translation>Yalnız {day} tarixindən sonra mənfi cavab sayılır.</translation>
        </message>
        <message>
            <source>The term ended on {day}: silence counts as no.</source>
            <translation>Müddət {day} tarixində bitib: cavabsızlıq mənfi cavab sayılır.</translation>
        </message>
    </context>
    <context>
        <name>EndingPart</name>
        <message>
            <source>Ground</source>
            <translation>Əsas</translation>
        </message>
        <message>
            <source>From</source>
            <translation>Tarixdən</translation>
        </message>
        <message>
            <source>Until</source>
            <translation>Tarixədək</translation>
        </message>
        <message>
            <source>Paper that shows it</source>
            <translation>Əsası göstərən sənəd</translation>
        </message>
        <message>
            <source>Temporary removal</source>
            <translation>Qeydiyyatdan müvəqqəti çıxarılma</translation>
        </message>
        <message>
            <source>Cancellation of the registration</source>
            <translation>Qeydiyyatın ləğvi</translation>
        </message>
        <message>
            <source>Registration</source>
            <translation>Qeydiyyat</translation>
        </message>
        <message>
            <source>Set by law</source>
            <translation>Qanunla müəyyən edilib</translation>
        </message>
        <message>
            <source>Empty: while the cause lasts</source>
            <translation>Boş qalarsa: səbəb davam etdikcə</translation>
        </message>
        <message>
            <source>What it is called, its number and date</source>
            <translation>Adı, nömrəsi və tarixi</translation>
        </message>
        <message>
            <source>Choose</source>
            <translation>Seçin</translation>
        </message>
        <message>
            <source>The registration ends. To be registered again, the person applies anew.</source>
            <translation>Qeydiyyat ləğv edilir. Yenidən qeydiyyat üçün yeni müraciət lazımdır.</translation>
        </message>
        <message>
            <source>That is possible from {day}.</source>
            <translation>Bu, {day} tarixindən mümkündür.</translation>
        </message>
        <message>
            <source>That is possible at any time.</source>
            <translation>Bu, istənilən vaxt mümkündür.</translation>
        </message>
        <message>
            <source>The registration is suspended from {day} for as long as the cause lasts.</source>
            <translation>Qeydiyyat {day} tarixindən, səbəb davam etdikcə dayandırılır.</translation>
        </message>
        <message>
            <source>When it ends, the person applies for resumption and shows the paper.</source>
            <translation>Səbəb aradan qalxdıqda şəxs bərpa üçün müraciət edir və sənədi göstərir.</translation>
        </message>
        <message>
            <source>The registration is suspended from {day} until {end}.</source>
            <translation>Qeydiyyat {day} tarixindən {end} tarixinədək dayandırılır.</translation>
        </message>
        <message>
            <source>Resumption needs an application: from {day} on.</source>
            <translation>Bərpa üçün müraciət lazımdır: {day} tarixindən.</translation>
        </message>
        <message>
            <source>The last day of the term is a day off.</source>
            <translation>Müddətin son günü qeyri-iş günüdür.</translation>
        </message>
        <message>
            <source>Whose registration</source>
            <translation>Kimin qeydiyyatı</translation>
        </message>
        <message>
            <source>PIN, application number or name; Enter searches.</source>
            <translation>FİN, müraciət nömrəsi və ya ad; Enter axtarır.</translation>
        </message>
        <message>
            <source>Empty: while its cause lasts.</source>
            <translation>Boş: səbəb davam etdikcə.</translation>
        </message>
        <message>
            <source>Evidence</source>
            <translation>Sübut</translation>
        </message>
        <message>
            <source>What shows it: the document, its number and date.</source>
            <translation>Nə ilə təsdiqlənir: sənəd, nömrəsi və tarixi.</translation>
        </message>
        <message>
            <source>End a registration</source>
            <translation>Qeydiyyata son qoy</translation>
        </message>
        <message>
            <source>On the office's own initiative, without an application.</source>
            <translation>Müraciətsiz, qurumun öz təşəbbüsü ilə.</translation>
        </message>
        <message>
            <source>It is switched off</source>
            <translation>Söndürülüb</translation>
        </message>
        <message>
            <source>The owner of the service can allow it: switch own_initiative_removal in the catalogue (office.toml). Until then only the person's own application ends a registration.</source>
            <translation>Xidmətin sahibi icazə verə bilər: kataloqda (office.toml) own_initiative_removal açarı. O vaxtadək qeydiyyata yalnız şəxsin öz müraciəti son qoyur.</translation>
        </message>
        <message>
            <source>Person</source>
            <translation>Şəxs</translation>
        </message>
        <message>
            <source>Status</source>
            <translation>Status</translation>
        </message>
    </context>
    <context>
        <name>Event</name>
        <message>
            <source>Person identified</source>
            <translation>Şəxs müəyyən edilib</translation>
        </message>
        <message>
            <source>Registration read from MAS</source>
            <translation>Qeydiyyat MAS-dan oxunub</translation>
        </message>
        <message>
            <source>Contact recorded</source>
            <translation>Əlaqə məlumatı yazılıb</translation>
        </message>
        <message>
            <source>What the person can do recorded</source>
            <translation>Təhsil və iş təcrübəsi qeyd edilib</translation>
        </message>
        <message>
            <source>Application opened</source>
            <translation>Müraciət açılıb</translation>
        </message>
        <message>
            <source>Representative's paper shown</source>
            <translation>Nümayəndənin sənədi göstərildi</translation>
        </message>
        <message>
            <source>Power of attorney checked</source>
            <translation>Etibarnamə yoxlanıldı</translation>
        </message>
        <message>
            <source>Explained to the applicant</source>
            <translation>Müraciət edənə izah edildi</translation>
        </message>
        <message>
            <source>Document shown</source>
            <translation>Sənəd göstərilib</translation>
        </message>
        <message>
            <source>The register answered</source>
            <translation>Reyestr cavab verib</translation>
        </message>
        <message>
            <source>The register did not answer</source>
            <translation>Reyestr cavab verməyib</translation>
        </message>
        <message>
            <source>Form filled with help, sent to MAS</source>
            <translation>Ərizə köməklə doldurulub, MAS-a göndərilib</translation>
        </message>
        <message>
            <source>Form confirmed by the person in e-sosial</source>
            <translation>Ərizə e-sosialda təsdiq edilib</translation>
        </message>
        <message>
            <source>Accepted by MAS</source>
            <translation>MAS qəbul edib</translation>
        </message>
        <message>
            <source>Not accepted by MAS</source>
            <translation>MAS qəbul etməyib</translation>
        </message>
        <message>
            <source>The person was told</source>
            <translation>Şəxsə məlumat göndərilib</translation>
        </message>
        <message>
            <source>Suitable work offered</source>
            <translation>Münasib iş təklif olunub</translation>
        </message>
        <message>
            <source>Offer accepted</source>
            <translation>Təklif qəbul edilib</translation>
        </message>
        <message>
            <source>Offer declined</source>
            <translation>Təklif qəbul edilməyib</translation>
        </message>
        <message>
            <source>Reason of the decline judged</source>
            <translation>Qəbul etməmə səbəbi qiymətləndirilib</translation>
        </message>
        <message>
            <source>Right to apply again explained</source>
            <translation>Təkrar müraciət hüququ izah edilib</translation>
        </message>
        <message>
            <source>Referral issued</source>
            <translation>Göndəriş verilib</translation>
        </message>
        <message>
            <source>The employer answered</source>
            <translation>İşəgötürən cavab verib</translation>
        </message>
        <message>
            <source>No suitable work: placed in MAS</source>
            <translation>Münasib iş yoxdur: MAS-a yerləşdirilib</translation>
        </message>
        <message>
            <source>Suitable work is looked for once more</source>
            <translation>Münasib iş yenidən axtarılır</translation>
        </message>
        <message>
            <source>Sent to the back office</source>
            <translation>Arxa ofisə göndərilib</translation>
        </message>
        <message>
            <source>Decision approved</source>
            <translation>Qərar təsdiq edilib</translation>
        </message>
        <message>
            <source>Decision returned</source>
            <translation>Qərar qaytarılıb</translation>
        </message>
        <message>
            <source>Refused with reasons</source>
            <translation>Əsaslandırılmış imtina verilib</translation>
        </message>
        <message>
            <source>Written answer issued</source>
            <translation>Yazılı cavab verilib</translation>
        </message>
        <message>
            <source>Written answer printed</source>
            <translation>Yazılı cavab çap edilib</translation>
        </message>
        <message>
            <source>Written answer handed over</source>
            <translation>Yazılı cavab təqdim edilib</translation>
        </message>
        <message>
            <source>Written answer superseded</source>
            <translation>Yazılı cavab əvəz edilib</translation>
        </message>
        <message>
            <source>Written answer recalled</source>
            <translation>Yazılı cavab geri çağırılıb</translation>
        </message>
        <message>
            <source>Application withdrawn by the person</source>
            <translation>Şəxs müraciəti dayandırıb</translation>
        </message>
        <message>
            <source>Application opened again by the head</source>
            <translation>Müraciət rəhbər tərəfindən yenidən açılıb</translation>
        </message>
        <message>
            <source>Registration ended by the office</source>
            <translation>Qeydiyyata mərkəz tərəfindən son qoyulub</translation>
        </message>
        <message>
            <source>Handed up to the head of the centre</source>
            <translation>Mərkəz rəhbərinə verilib</translation>
        </message>
        <message>
            <source>Own step set aside, the other one stands</source>
            <translation>Öz addımı kənara qoyuldu, o biri addım qüvvədə qaldı</translation>
        </message>
        <message>
            <source>Files linked</source>
            <translation>Vərəqlər əlaqələndirilib</translation>
        </message>
        <message>
            <source>Marked as recorded in the wrong file</source>
            <translation>Səhv vərəqə yazıldığı qeyd edilib</translation>
        </message>
        <message>
            <source>Something of this person stands in another file</source>
            <translation>Bu şəxsə aid qeyd başqa vərəqdədir</translation>
        </message>
        <message>
            <source>Review closed</source>
            <translation>Baxış bağlanıb</translation>
        </message>
        <message>
            <source>Data erased by law</source>
            <translation>Məlumat qanuna görə silinib</translation>
        </message>
    </context>
    <context>
        <name>ExtractPart</name>
        <message>
            <source>Extract of the individual employment sheet</source>
            <translation>Fərdi məşğulluq vərəqindən çıxarış</translation>
        </message>
        <message>
            <source>What it is for</source>
            <translation>Məqsəd</translation>
        </message>
        <message>
            <source>Given to</source>
            <translation>Kimə verilir</translation>
        </message>
        <message>
            <source>Empty: to the person</source>
            <translation>Boşdursa, şəxsin özünə</translation>
        </message>
        <message>
            <source>Print the extract</source>
            <translation>Çıxarışı çap et</translation>
        </message>
        <message>
            <source>Do not print</source>
            <translation>Çap etmə</translation>
        </message>
    </context>
    <context>
        <name>Field</name>
        <message>
            <source>{label} (optional)</source>
            <translation>{label} (istəsəniz)</translation>
        </message>
        <message>
            <source>{n} / {most} characters</source>
            <translation>{n} / {most} işarə</translation>
        </message>
    </context>
    <context>
        <name>FiveTestsPart</name>
        <message>
            <source>Article 6</source>
            <translation>maddə 6</translation>
        </message>
    </context>
    <context>
        <name>FormAct</name>
        <message>
            <source>Send to MAS</source>
            <translation>MAS-a göndər</translation>
        </message>
        <message>
            <source>Go on: registration as unemployed</source>
            <translation>Davam et: işsiz kimi qeydiyyat</translation>
        </message>
        <message>
            <source>Print the receipt</source>
            <translation>Qəbzi çap et</translation>
        </message>
        <message>
            <source>Print the confirmation</source>
            <translation>Arayışı çap et</translation>
        </message>
        <message>
            <source>Ask MAS about the registration</source>
            <translation>Qeydiyyatı MAS-dan soruş</translation>
        </message>
        <message>
            <source>Print the form</source>
            <translation>Ərizəni çap et</translation>
        </message>
        <message>
            <source>Prepare the refusal</source>
            <translation>İmtina cavabını hazırla</translation>
        </message>
        <message>
            <source>Papers and who speaks</source>
            <translation>Sənədlər və nümayəndə</translation>
        </message>
        <message>
            <source>Finish the case</source>
            <translation>Xidməti bitir</translation>
        </message>
        <message>
            <source>Pause the case</source>
            <translation>Fasilə ver</translation>
        </message>
        <message>
            <source>Withdraw the application</source>
            <translation>Müraciəti dayandır</translation>
        </message>
    </context>
    <context>
        <name>FormPart</name>
        <message>
            <source>Ground of the passport</source>
            <translation>İmtinanın əsası</translation>
        </message>
        <message>
            <source>Ground</source>
            <translation>Əsas</translation>
        </message>
        <message>
            <source>Register fact</source>
            <translation>Reyestr faktı</translation>
        </message>
        <message>
            <source>To the person, 1–3 plain sentences. Do not repeat the article.</source>
            <translation>Şəxsə müraciətlə, 1–3 sadə cümlə. Maddəni təkrar yazmayın.</translation>
        </message>
        <message>
            <source>Reasoning</source>
            <translation>Əsaslandırma</translation>
        </message>
        <message>
            <source>The person's statement</source>
            <translation>Şəxsin izahı</translation>
        </message>
        <message>
            <source>Add the person's statement</source>
            <translation>Şəxsin izahını əlavə et</translation>
        </message>
        <message>
            <source>No ground fits this case</source>
            <translation>Bu hala uyğun əsas yoxdur</translation>
        </message>
        <message>
            <source>What the file holds supports none of the catalogue's grounds. Go back to the case.</source>
            <translation>Vərəqdəki məlumat heç bir imtina əsasına uyğun gəlmir. Müraciətə qayıdın.</translation>
        </message>
        <message>
            <source>The letter lacks: {name}</source>
            <translation>Yazılı cavabda çatışmır: {name}</translation>
        </message>
        <message>
            <source>Another agent began this refusal</source>
            <translation>Bu imtinanı başqa agent başlayıb</translation>
        </message>
        <message>
            <source>Restore</source>
            <translation>Davam etdir</translation>
        </message>
        <message>
            <source>Leave it</source>
            <translation>Saxlama</translation>
        </message>
        <message>
            <source>What the file shows</source>
            <translation>Vərəqdəki məlumat</translation>
        </message>
        <message>
            <source>lookup no. {no} · {when}</source>
            <translation>sorğu № {no} · {when}</translation>
        </message>
        <message>
            <source>asked in vain · {when}</source>
            <translation>cavab alınmadı · {when}</translation>
        </message>
    </context>
    <context>
        <name>FormSection</name>
        <message>
            <source>Work so far</source>
            <translation>İş yerləri</translation>
        </message>
        <message>
            <source>Studies</source>
            <translation>Təhsil yeri</translation>
        </message>
        <message>
            <source>Health</source>
            <translation>Sağlamlıq</translation>
        </message>
        <message>
            <source>Wishes, e-mail</source>
            <translation>İstəklər, e-poçt</translation>
        </message>
    </context>
    <context>
        <name>FormTodo</name>
        <message>
            <source>Person identified</source>
            <translation>Şəxs müəyyən edilib</translation>
        </message>
        <message>
            <source>Document of the person</source>
            <translation>Şəxsin sənədi</translation>
        </message>
        <message>
            <source>Representative's paper</source>
            <translation>Nümayəndənin sənədi</translation>
        </message>
        <message>
            <source>Registration read from MAS</source>
            <translation>Qeydiyyat MAS-dan oxunub</translation>
        </message>
        <message>
            <source>Mobile number</source>
            <translation>Mobil nömrə</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>Ünvan</translation>
        </message>
        <message>
            <source>Education</source>
            <translation>Təhsil</translation>
        </message>
        <message>
            <source>Specialty or profession</source>
            <translation>İxtisas (peşə)</translation>
        </message>
        <message>
            <source>Work looked for</source>
            <translation>Axtarılan iş</translation>
        </message>
        <message>
            <source>How the person gets to work</source>
            <translation>İşə necə gedir</translation>
        </message>
        <message>
            <source>Ground</source>
            <translation>Əsas</translation>
        </message>
        <message>
            <source>First day</source>
            <translation>İlk gün</translation>
        </message>
        <message>
            <source>Last day</source>
            <translation>Son gün</translation>
        </message>
        <message>
            <source>Paper that shows it</source>
            <translation>Əsası göstərən sənəd</translation>
        </message>
        <message>
            <source>Form filled</source>
            <translation>Ərizə doldurulub</translation>
        </message>
        <message>
            <source>Hand-over to MAS</source>
            <translation>MAS-a ötürülmə</translation>
        </message>
        <message>
            <source>Confirmation in e-sosial</source>
            <translation>e-sosial-da təsdiq</translation>
        </message>
        <message>
            <source>MAS's answer</source>
            <translation>MAS-ın cavabı</translation>
        </message>
        <message>
            <source>Told by e-cabinet and mobile message</source>
            <translation>Elektron kabinetə və mobil nömrəyə məlumat</translation>
        </message>
    </context>
    <context>
        <name>FormView</name>
        <message>
            <source>Saved {time}</source>
            <translation>Saxlanıldı {time}</translation>
        </message>
        <message>
            <source>The form is on its way to MAS</source>
            <translation>Ərizə MAS-a ötürülür</translation>
        </message>
        <message>
            <source>The application was withdrawn</source>
            <translation>Müraciət geri götürüldü</translation>
        </message>
        <message>
            <source>MAS said how the person is registered</source>
            <translation>MAS qeydiyyat barədə cavab verdi</translation>
        </message>
        <message>
            <source>The form was confirmed in e-sosial</source>
            <translation>Ərizə e-sosial-da təsdiq edildi</translation>
        </message>
        <message>
            <source>MAS accepted the form</source>
            <translation>MAS ərizəni qəbul etdi</translation>
        </message>
        <message>
            <source>MAS did not accept the form: the reason is at the top</source>
            <translation>MAS ərizəni qəbul etmədi: səbəb yuxarıdadır</translation>
        </message>
        <message>
            <source>application {no}</source>
            <translation>müraciət {no}</translation>
        </message>
        <message>
            <source>{context} · ticket {ticket}</source>
            <translation>{context} · bilet {ticket}</translation>
        </message>
        <message>
            <source>Whole file</source>
            <translation>Bütün vərəq</translation>
        </message>
        <message>
            <source>Person</source>
            <translation>Şəxs</translation>
        </message>
        <message>
            <source>Form</source>
            <translation>Ərizə</translation>
        </message>
        <message>
            <source>MAS</source>
            <translation>MAS</translation>
        </message>
        <message>
            <source>Outcome</source>
            <translation>Nəticə</translation>
        </message>
    </context>
    <context>
        <name>HalfDone</name>
        <message>
            <source>Half-done cases</source>
            <translation>Yarımçıq işlər</translation>
        </message>
        <message>
            <source>None. A paused case waits here.</source>
            <translation>Yoxdur. Fasilə verilən iş burada gözləyir.</translation>
        </message>
        <message>
            <source>Continue</source>
            <translation>Davam et</translation>
        </message>
        <message>
            <source>Continue: {case}</source>
            <translation>Davam et: {case}</translation>
        </message>
        <message>
            <source>No ticket</source>
            <translation>Biletsiz</translation>
        </message>
        <message>
            <source>draft</source>
            <translation>qaralama</translation>
        </message>
        <message>
            <source>being identified</source>
            <translation>şəxsiyyət yoxlanılır</translation>
        </message>
        <message>
            <source>open · {where} · {when}</source>
            <translation>açıqdır · {where} · {when}</translation>
        </message>
        <message>
            <source>{n} min</source>
            <translation>{n} dəq</translation>
        </message>
    </context>
    <context>
        <name>HandOver</name>
        <message>
            <source>Took it and signed the receipt</source>
            <translation>Aldı, qəbzi imzaladı</translation>
        </message>
        <message>
            <source>Took it, would not sign</source>
            <translation>Aldı, imzalamaqdan imtina etdi</translation>
        </message>
        <message>
            <source>Would not take it</source>
            <translation>Sənədi götürmədi</translation>
        </message>
        <message>
            <source>Who took the written answer, and how</source>
            <translation>Yazılı cavabı kim və necə aldı</translation>
        </message>
        <message>
            <source>Taken by</source>
            <translation>Sənədi alan</translation>
        </message>
        <message>
            <source>Another representative</source>
            <translation>Başqa nümayəndə</translation>
        </message>
        <message>
            <source>Choose</source>
            <translation>Seçin</translation>
        </message>
    </context>
    <context>
        <name>Header</name>
        <message>
            <source>Find a person, PIN or notice number</source>
            <translation>Şəxs, FİN və ya cavab № axtar</translation>
        </message>
        <message>
            <source>Find</source>
            <translation>Axtar</translation>
        </message>
    </context>
    <context>
        <name>HistoryPart</name>
        <message>
            <source>No applications at this centre.</source>
            <translation>Bu mərkəzdə müraciəti yoxdur.</translation>
        </message>
        <message>
            <source>Applications</source>
            <translation>Müraciətlər</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Vəziyyət</translation>
        </message>
        <message>
            <source>Applications of the person</source>
            <translation>Şəxsin müraciətləri</translation>
        </message>
        <message>
            <source>Written answers</source>
            <translation>Yazılı cavablar</translation>
        </message>
        <message>
            <source>Written answers to the person</source>
            <translation>Şəxsə verilən yazılı cavablar</translation>
        </message>
        <message>
            <source>History</source>
            <translation>Tarixçə</translation>
        </message>
        <message>
            <source>Central system</source>
            <translation>Mərkəzi sistem</translation>
        </message>
        <message>
            <source>History of the file</source>
            <translation>Vərəqin tarixçəsi</translation>
        </message>
        <message>
            <source>Superseded</source>
            <translation>Əvəz edilib</translation>
        </message>
        <message>
            <source>Recalled</source>
            <translation>Geri çağırılıb</translation>
        </message>
        <message>
            <source>Receipt missing</source>
            <translation>Qəbz yoxdur</translation>
        </message>
        <message>
            <source>Handed over</source>
            <translation>Təqdim edilib</translation>
        </message>
        <message>
            <source>sent after the step of desk {desk}</source>
            <translation>masa {desk} addımından sonra göndərilib</translation>
        </message>
        <message>
            <source>Correction: {what}</source>
            <translation>Düzəliş: {what}</translation>
        </message>
        <message>
            <source>wrong file</source>
            <translation>səhv vərəq</translation>
        </message>
        <message>
            <source>confirmed</source>
            <translation>təsdiqlənib</translation>
        </message>
        <message>
            <source>not sent yet</source>
            <translation>ötürülməyib</translation>
        </message>
        <message>
            <source>desk {desk}</source>
            <translation>masa {desk}</translation>
        </message>
    </context>
    <context>
        <name>IdentityPart</name>
        <message>
            <source>Correct a typing error</source>
            <translation>Yazı səhvini düzəlt</translation>
        </message>
        <message>
            <source>Surname</source>
            <translation>Soyad</translation>
        </message>
        <message>
            <source>Given name</source>
            <translation>Ad</translation>
        </message>
        <message>
            <source>Patronymic</source>
            <translation>Ata adı</translation>
        </message>
        <message>
            <source>Date of birth</source>
            <translation>Doğum tarixi</translation>
        </message>
        <message>
            <source>Document number</source>
            <translation>Sənədin nömrəsi</translation>
        </message>
        <message>
            <source>Record the correction</source>
            <translation>Düzəlişi qeyd et</translation>
        </message>
        <message>
            <source>Keep as is</source>
            <translation>Vaz keç</translation>
        </message>
        <message>
            <source>The old value stays in the history of the file.</source>
            <translation>Köhnə yazı vərəqin tarixçəsində qalır.</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Ad</translation>
        </message>
    </context>
    <context>
        <name>IntakeSection</name>
        <message>
            <source>Purpose</source>
            <translation>Məqsəd</translation>
        </message>
        <message>
            <source>Way of applying</source>
            <translation>Müraciətin yolu</translation>
        </message>
    </context>
    <context>
        <name>IntakeView</name>
        <message>
            <source>Continue</source>
            <translation>Davam et</translation>
        </message>
        <message>
            <source>A draft was found: {ticket}, {when}.</source>
            <translation>Qaralama tapıldı: {ticket}, {when}.</translation>
        </message>
        <message>
            <source>without a ticket</source>
            <translation>biletsiz</translation>
        </message>
        <message>
            <source>What was typed is kept until you decide.</source>
            <translation>Yazılanlar siz qərar verənədək saxlanılır.</translation>
        </message>
        <message>
            <source>Restore</source>
            <translation>Bərpa et</translation>
        </message>
        <message>
            <source>Discard</source>
            <translation>Sil</translation>
        </message>
        <message>
            <source>Saved {time}</source>
            <translation>Saxlanıldı {time}</translation>
        </message>
    </context>
    <context>
        <name>ItemPart</name>
        <message>
            <source>Desk {desk}</source>
            <translation>Masa {desk}</translation>
        </message>
        <message>
            <source>“{words}”</source>
            <translation>“{words}”</translation>
        </message>
        <message>
            <source>What can be done</source>
            <translation>Nə etmək olar</translation>
        </message>
        <message>
            <source>Since</source>
            <translation>Nə vaxtdan</translation>
        </message>
        <message>
            <source>Application</source>
            <translation>Müraciət</translation>
        </message>
        <message>
            <source>By</source>
            <translation>Kim</translation>
        </message>
        <message>
            <source>Desk</source>
            <translation>Masa</translation>
        </message>
        <message>
            <source>Numbers</source>
            <translation>Nömrələr</translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>və daha %n</numerusform>
                <numerusform>və daha %n</numerusform>
            </translation>
        </message>
        <message>
            <source>Decide</source>
            <translation>Qərar ver</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Yenidən cəhd et</translation>
        </message>
        <message>
            <source>Show the file</source>
            <translation>Vərəqi göstər</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Vəziyyət</translation>
        </message>
        <message>
            <source>Recorded</source>
            <translation>Yazılıb</translation>
        </message>
        <message>
            <source>Tries</source>
            <translation>Cəhd</translation>
        </message>
        <message>
            <source>Next try</source>
            <translation>Növbəti cəhd</translation>
        </message>
        <message>
            <source>After</source>
            <translation>Ondan sonra</translation>
        </message>
        <message>
            <source>Last answer</source>
            <translation>Son cavab</translation>
        </message>
    </context>
    <context>
        <name>JobsPart</name>
        <message>
            <source>Add a job</source>
            <translation>İş yeri əlavə et</translation>
        </message>
    </context>
    <context>
        <name>JobseekerPart</name>
        <message>
            <source>Mobile number</source>
            <translation>Mobil nömrə</translation>
        </message>
        <message>
            <source>Where the person lives</source>
            <translation>Yaşayış ünvanı</translation>
        </message>
        <message>
            <source>Level of education</source>
            <translation>Təhsil səviyyəsi</translation>
        </message>
        <message>
            <source>Specialty or profession</source>
            <translation>İxtisas (peşə)</translation>
        </message>
        <message>
            <source>Work looked for</source>
            <translation>Axtarılan iş (vəzifə, peşə)</translation>
        </message>
        <message>
            <source>In which district or town</source>
            <translation>Hansı rayonda (şəhərdə)</translation>
        </message>
        <message>
            <source>How the person gets to work</source>
            <translation>İşə necə gedə bilər</translation>
        </message>
        <message>
            <source>Who confirms it in e-sosial</source>
            <translation>e-sosial-da kim təsdiq edir</translation>
        </message>
        <message>
            <source>Where studied</source>
            <translation>Təhsil müəssisəsi</translation>
        </message>
        <message>
            <source>Year of graduation</source>
            <translation>Bitirdiyi il</translation>
        </message>
        <message>
            <source>Languages and other skills</source>
            <translation>Dillər, digər bacarıqlar</translation>
        </message>
        <message>
            <source>Limits that count for the choice of work</source>
            <translation>İş seçimində nəzərə alınmalı məhdudiyyət</translation>
        </message>
        <message>
            <source>Only what the person wishes to say; one a line.</source>
            <translation>Yalnız şəxs istəsə; hər sətirdə biri.</translation>
        </message>
        <message>
            <source>Working hours</source>
            <translation>İş rejimi</translation>
        </message>
        <message>
            <source>E-mail</source>
            <translation>E-poçt</translation>
        </message>
        <message>
            <source>From the register</source>
            <translation>Reyestrdən</translation>
        </message>
        <message>
            <source>The registered address, from MEİS: ask whether the person lives there.</source>
            <translation>MEİS-dən qeydiyyat ünvanıdır: orada yaşadığını soruşun.</translation>
        </message>
        <message>
            <source>Known from {when}: ask whether it still holds.</source>
            <translation>Son qeyd: {when}. Dəyişib-dəyişmədiyini soruşun.</translation>
        </message>
        <message>
            <source>nothing said</source>
            <translation>deyilməyib</translation>
        </message>
        <message>
            <source>nothing said; asked only if the person wishes</source>
            <translation>deyilməyib; yalnız şəxs istəsə</translation>
        </message>
        <message>
            <source>What only the person knows</source>
            <translation>Şəxsin özündən soruşulanlar</translation>
        </message>
        <message>
            <source>Choose</source>
            <translation>Seçin</translation>
        </message>
        <message>
            <source>Only by public transport</source>
            <translation>Yalnız ictimai nəqliyyatla</translation>
        </message>
        <message>
            <source>In another way too</source>
            <translation>Başqa yolla da gedə bilir</translation>
        </message>
        <message>
            <source>The person</source>
            <translation>Şəxs özü</translation>
        </message>
        <message>
            <source>The representative</source>
            <translation>Nümayəndə</translation>
        </message>
        <message numerus="yes">
            <source>%n job(s): {jobs}</source>
            <translation>
                <numerusform>%n iş yeri: {jobs}</numerusform>
                <numerusform>%n iş yeri: {jobs}</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>JudgeForm</name>
        <message>
            <source>Is the reason justified?</source>
            <translation>Səbəb əsaslıdırmı?</translation>
        </message>
        <message>
            <source>The reason is justified</source>
            <translation>Səbəb əsaslıdır</translation>
        </message>
        <message>
            <source>The reason is not justified</source>
            <translation>Səbəb əsaslı deyil</translation>
        </message>
        <message>
            <source>Another work is looked for. Nothing is counted.</source>
            <translation>Başqa iş axtarılır. Heç nə sayılmır.</translation>
        </message>
        <message>
            <source>The right to apply again is explained, then a refusal with reasons follows.</source>
            <translation>Təkrar müraciət hüququ izah olunur, sonra əsaslandırılmış yazılı cavab verilir.</translation>
        </message>
        <message>
            <source>Say why, in full sentences: it is printed in the written answer.</source>
            <translation>Niyə belə hesab etdiyinizi tam cümlə ilə yazın: yazılı cavabda çap olunur.</translation>
        </message>
        <message>
            <source>Judgement</source>
            <translation>Qiymətləndirmə</translation>
        </message>
        <message numerus="yes">
            <source>%n more characters</source>
            <translation>
                <numerusform>daha %n işarə lazımdır</numerusform>
                <numerusform>daha %n işarə lazımdır</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>KeySheet</name>
        <message>
            <source>Keys</source>
            <translation>Klavişlər</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Bağla</translation>
        </message>
        <message>
            <source>Everywhere</source>
            <translation>Hər yerdə</translation>
        </message>
        <message>
            <source>Sign-in</source>
            <translation>Giriş</translation>
        </message>
        <message>
            <source>Lists</source>
            <translation>Siyahılar</translation>
        </message>
        <message>
            <source>Forms</source>
            <translation>Formalar</translation>
        </message>
        <message>
            <source>Queue</source>
            <translation>Növbə</translation>
        </message>
        <message>
            <source>Case</source>
            <translation>Müraciət</translation>
        </message>
        <message>
            <source>Notices</source>
            <translation>Yazılı cavablar</translation>
        </message>
        <message>
            <source>Reports</source>
            <translation>Hesabatlar</translation>
        </message>
        <message>
            <source>Back office</source>
            <translation>Arxa ofis</translation>
        </message>
    </context>
    <context>
        <name>LeftOut</name>
        <message>
            <source>The paper clearly leaves something out</source>
            <translation>Sənəddə nəyinsə edilməsi aydın istisna olunub</translation>
        </message>
    </context>
    <context>
        <name>MiddlePart</name>
        <message>
            <source>Who speaks for the applicant</source>
            <translation>Müraciəti kim verir</translation>
        </message>
        <message>
            <source>Mobile number</source>
            <translation>Mobil nömrə</translation>
        </message>
        <message>
            <source>+994 and 9 digits; read it back</source>
            <translation>+994 və 9 rəqəm. Nömrəni ucadan təkrarlayın</translation>
        </message>
        <message>
            <source>Continue the open application</source>
            <translation>Açıq müraciəti davam etdir</translation>
        </message>
        <message>
            <source>Papers</source>
            <translation>Sənədlər</translation>
        </message>
        <message>
            <source>not needed: the register answered</source>
            <translation>lazım deyil, reyestr cavab verib</translation>
        </message>
        <message>
            <source>the document in the register is out of date</source>
            <translation>reyestrdəki sənədin müddəti bitib</translation>
        </message>
        <message>
            <source>the register knows nobody by this number</source>
            <translation>reyestr bu nömrə üzrə heç kimi tanımır</translation>
        </message>
        <message>
            <source>asked only when the register cannot answer</source>
            <translation>yalnız reyestr cavab verə bilməyəndə istənilir</translation>
        </message>
        <message>
            <source>A newer one was shown</source>
            <translation>Yenisi göstərilib</translation>
        </message>
        <message>
            <source>Continue with papers</source>
            <translation>Sənədlə davam et</translation>
        </message>
        <message>
            <source>{number} is open: an application of the same kind is not opened twice.</source>
            <translation>Bu növ üzrə açıq müraciət var: {number}. İkincisi açılmır, onu davam etdirin.</translation>
        </message>
        <message>
            <source>Contact</source>
            <translation>Əlaqə</translation>
        </message>
        <message>
            <source>MAS is asked how the person is registered …</source>
            <translation>Qeydiyyat MAS-dan soruşulur …</translation>
        </message>
        <message>
            <source>No connection: MAS cannot be asked now.</source>
            <translation>Qoşulma yoxdur: indi MAS-dan soruşmaq olmur.</translation>
        </message>
        <message>
            <source>MAS does not answer.</source>
            <translation>MAS cavab vermir.</translation>
        </message>
        <message>
            <source>The central system does not know this sign-in. Sign in again.</source>
            <translation>Mərkəzi sistem bu girişi tanımır. Yenidən daxil olun.</translation>
        </message>
        <message>
            <source>MAS answered, but its answer cannot be read.</source>
            <translation>MAS cavab verdi, amma cavabı oxunmur.</translation>
        </message>
        <message>
            <source>Fill in the form all the same; MAS looks again. F9 asks.</source>
            <translation>Ərizəni yenə də doldurun; MAS özü yoxlayacaq. F9 yenidən soruşur.</translation>
        </message>
        <message>
            <source>Mend it with the person and send it again.</source>
            <translation>Şəxslə birlikdə düzəldin və yenidən göndərin.</translation>
        </message>
        <message>
            <source>MAS did not accept the form: {reason}</source>
            <translation>MAS ərizəni qəbul etmədi: {reason}</translation>
        </message>
        <message>
            <source>Ground: {ground}</source>
            <translation>Əsas: {ground}</translation>
        </message>
        <message>
            <source>{ground}: not again before {day}</source>
            <translation>{ground}: {day} tarixinədək müraciət etmək olmaz</translation>
        </message>
        <message>
            <source>What bars the person from applying again</source>
            <translation>Yenidən müraciətə mane olan hallar</translation>
        </message>
        <message>
            <source>How the person is registered is not known: ask MAS (F9).</source>
            <translation>Şəxsin qeydiyyatı məlum deyil: MAS-dan soruşun (F9).</translation>
        </message>
        <message>
            <source>The form can be filled all the same; MAS looks again.</source>
            <translation>Ərizəni yenə də doldurmaq olar; MAS özü yoxlayacaq.</translation>
        </message>
        <message>
            <source>Left the work of a referral early, on own initiative</source>
            <translation>Göndərişlə bağlanmış müqaviləyə öz təşəbbüsü ilə vaxtından əvvəl xitam verib</translation>
        </message>
        <message>
            <source>The work of a referral was left early: no registration as unemployed before {day}</source>
            <translation>Göndərişlə tapılan işdən vaxtından əvvəl çıxılıb: {day} tarixinədək işsiz kimi qeydiyyat mümkün deyil</translation>
        </message>
        <message>
            <source>Say the day now. A written answer is possible: Ctrl+Shift+R.</source>
            <translation>Tarixi indi deyin. Yazılı cavab mümkündür: Ctrl+Shift+R.</translation>
        </message>
        <message>
            <source>Nothing is lost. Ask again with F9, or pause the case.</source>
            <translation>Heç nə itməyib. F9 ilə yenidən soruşun və ya işə fasilə verin.</translation>
        </message>
        <message>
            <source>This vacancy is already filled: {position}</source>
            <translation>Bu boş iş yeri artıq tutulub: {position}</translation>
        </message>
        <message>
            <source>It was not offered. Choose another.</source>
            <translation>Təklif qeyd olunmadı. Digərini seçin.</translation>
        </message>
        <message>
            <source>The central system cannot be reached.</source>
            <translation>Mərkəzi sistemlə əlaqə yoxdur.</translation>
        </message>
        <message>
            <source>MAS did not answer.</source>
            <translation>MAS cavab vermədi.</translation>
        </message>
        <message>
            <source>The central system does not let this agent ask.</source>
            <translation>Mərkəzi sistem bu agentə sorğuya icazə vermir.</translation>
        </message>
        <message>
            <source>The answer contradicts itself.</source>
            <translation>Cavab ziddiyyətlidir.</translation>
        </message>
    </context>
    <context>
        <name>MisfilePart</name>
        <message>
            <source>What belongs to another person's file?</source>
            <translation>Nə başqa şəxsin vərəqinə aiddir?</translation>
        </message>
        <message>
            <source>Look up</source>
            <translation>Axtar</translation>
        </message>
        <message>
            <source>PIN (FİN) of the right person</source>
            <translation>Doğru şəxsin FİN-i</translation>
        </message>
        <message>
            <source>From the card of the person who was served.</source>
            <translation>Xidmət göstərilən şəxsin vəsiqəsindən.</translation>
        </message>
        <message>
            <source>Why it was recorded here</source>
            <translation>Niyə bu vərəqdə qeyd edilib</translation>
        </message>
        <message>
            <source>In your own words; it stands in both files.</source>
            <translation>Öz sözlərinizlə; hər iki vərəqdə qalır.</translation>
        </message>
        <message>
            <source>Record in both files</source>
            <translation>Hər iki vərəqdə qeyd et</translation>
        </message>
        <message>
            <source>Nothing is moved and nothing deleted: an open application stops here.</source>
            <translation>Heç nə köçürülmür və silinmir; açıq müraciət burada dayanır.</translation>
        </message>
        <message>
            <source>Population register (MEİS)</source>
            <translation>Əhali reyestri (MEİS)</translation>
        </message>
        <message>
            <source>As this desk holds the file; the register did not answer.</source>
            <translation>Bu masadakı vərəqə görə; reyestr cavab vermədi.</translation>
        </message>
        <message>
            <source>The register knows nobody with this number.</source>
            <translation>Reyestrdə bu nömrə ilə heç kim yoxdur.</translation>
        </message>
        <message>
            <source>Compare the number with the card.</source>
            <translation>Nömrəni vəsiqə ilə tutuşdurun.</translation>
        </message>
        <message>
            <source>The register did not answer.</source>
            <translation>Reyestr cavab vermədi.</translation>
        </message>
        <message>
            <source>Compare the number with the card, sign by sign.</source>
            <translation>Nömrəni vəsiqə ilə işarə-işarə tutuşdurun.</translation>
        </message>
    </context>
    <context>
        <name>MissingList</name>
        <message>
            <source>Still missing</source>
            <translation>Çatışmayanlar</translation>
        </message>
        <message numerus="yes">
            <source>%n item(s) ready</source>
            <translation>
                <numerusform>%n qeyd hazırdır</numerusform>
                <numerusform>%n qeyd hazırdır</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Moment</name>
        <message>
            <source>today</source>
            <translation>bu gün</translation>
        </message>
        <message>
            <source>yesterday</source>
            <translation>dünən</translation>
        </message>
    </context>
    <context>
        <name>NeedsLook</name>
        <message>
            <source>Handed up by an agent</source>
            <translation>Agent rəhbərə ötürüb</translation>
        </message>
        <message>
            <source>File under review</source>
            <translation>Yoxlamaya götürülmüş vərəq</translation>
        </message>
        <message>
            <source>The back office is late</source>
            <translation>Arxa ofis gecikir</translation>
        </message>
        <message>
            <source>The employer's term ends</source>
            <translation>İşəgötürənin müddəti bitir</translation>
        </message>
        <message>
            <source>The removal's term is over</source>
            <translation>Çıxarılma müddəti bitib</translation>
        </message>
        <message>
            <source>A desk's clock is off</source>
            <translation>Masanın saatı düz deyil</translation>
        </message>
        <message>
            <source>Numbers without a document</source>
            <translation>Sənədsiz nömrələr</translation>
        </message>
        <message>
            <source>A written answer stands without a refusal behind it.</source>
            <translation>Arxasında imtina olmayan yazılı cavab qüvvədədir.</translation>
        </message>
        <message>
            <source>An event belongs to another person's file.</source>
            <translation>Bir hadisə başqa şəxsin vərəqinə aiddir.</translation>
        </message>
        <message>
            <source>An event names an application that this file does not have.</source>
            <translation>Bir hadisə bu vərəqdə olmayan müraciəti göstərir.</translation>
        </message>
        <message>
            <source>The file was marked for review.</source>
            <translation>Vərəq yoxlama üçün işarələnib.</translation>
        </message>
        <message>
            <source>Look at the file, then close it with what you found. The agent sees your words.</source>
            <translation>Vərəqə baxın, sonra nə tapdığınızı yazıb bağlayın. Agent sözlərinizi görür.</translation>
        </message>
        <message>
            <source>Compare paper and file, then close the review with what you found.</source>
            <translation>Kağızı vərəqlə tutuşdurun, sonra nə tapdığınızı yazıb yoxlamanı bağlayın.</translation>
        </message>
        <message>
            <source>Remind the back office. The decision is theirs; it goes from here by itself.</source>
            <translation>Arxa ofisə xatırladın. Qərar onlarındır; sətir buradan özü gedir.</translation>
        </message>
        <message>
            <source>The agent can still ask the employer. From the next day silence counts as no.</source>
            <translation>Agent hələ işəgötürəndən soruşa bilər. Növbəti gündən susmaq imtina sayılır.</translation>
        </message>
        <message>
            <source>Have the person told: they apply themselves to take the registration up again.</source>
            <translation>Şəxsə xəbər verin: qeydiyyatın bərpası üçün özü müraciət edir.</translation>
        </message>
        <message>
            <source>Have the computer's clock set. It goes from here when the desk sends with the right time.</source>
            <translation>Kompüterin saatını düzəltdirin. Masa düz vaxtla göndərəndə sətir buradan gedir.</translation>
        </message>
        <message>
            <source>Ask the desk: unsent work or a spoilt sheet. Then write what became of them.</source>
            <translation>Masadan soruşun: göndərilməmiş iş və ya korlanmış vərəq. Sonra nömrələrin nə olduğunu yazın.</translation>
        </message>
        <message>
            <source>The agent writes:</source>
            <translation>Agent yazır:</translation>
        </message>
        <message>
            <source>The draft has been at back office {office} since {since}; its last day was {due}.</source>
            <translation>Layihə {since} tarixindən {office} saylı arxa ofisdədir; son günü {due} idi.</translation>
        </message>
        <message>
            <source>{employer} has not answered referral {number}; the last working day is {due}.</source>
            <translation>{employer} {number} nömrəli göndərişə cavab verməyib; son iş günü {due}.</translation>
        </message>
        <message>
            <source>The removal ended on {due}, and nobody applied to resume.</source>
            <translation>Çıxarılma {due} tarixində bitib, bərpa üçün müraciət olmayıb.</translation>
        </message>
        <message>
            <source>Its work came with a clock that is {time} ahead.</source>
            <translation>Göndərdiyi iş saatı {time} irəli olan kompüterdən gəlib.</translation>
        </message>
        <message>
            <source>Its work came with a clock that is {time} behind.</source>
            <translation>Göndərdiyi iş saatı {time} geri olan kompüterdən gəlib.</translation>
        </message>
        <message>
            <source>The desk is through with this block; these numbers bear nothing.</source>
            <translation>Masa bu nömrə blokunu bitirib; bu nömrələrlə heç nə verilməyib.</translation>
        </message>
        <message>
            <source>{minutes} min</source>
            <translation>{minutes} dəq</translation>
        </message>
        <message>
            <source>Numbers: {many}</source>
            <translation>Nömrə: {many}</translation>
        </message>
        <message>
            <source>{hours} h {minutes} min</source>
            <translation>{hours} saat {minutes} dəq</translation>
        </message>
    </context>
    <context>
        <name>NeedsLookView</name>
        <message>
            <source>What needs a look</source>
            <translation>Baxılmalı olanlar</translation>
        </message>
        <message>
            <source>Which kind</source>
            <translation>Hansı növ</translation>
        </message>
        <message>
            <source>Nothing needs a look</source>
            <translation>Baxılmalı heç nə yoxdur</translation>
        </message>
        <message>
            <source>Open an application again</source>
            <translation>Müraciəti yenidən aç</translation>
        </message>
        <message>
            <source>End a registration</source>
            <translation>Qeydiyyata son qoy</translation>
        </message>
        <message>
            <source>F5 asks again.</source>
            <translation>F5 yenidən soruşur.</translation>
        </message>
        <message>
            <source>Needs a look</source>
            <translation>Rəhbər baxışı</translation>
        </message>
        <message>
            <source>Saved {time}</source>
            <translation>Saxlanıldı {time}</translation>
        </message>
        <message>
            <source>Done: the mark goes at every desk.</source>
            <translation>Oldu: işarə bütün masalarda gedir.</translation>
        </message>
        <message>
            <source>The application is open again.</source>
            <translation>Müraciət yenidən açıldı.</translation>
        </message>
        <message>
            <source>The registration is ended.</source>
            <translation>Qeydiyyata son qoyuldu.</translation>
        </message>
        <message>
            <source>What</source>
            <translation>Nə</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>Nömrə</translation>
        </message>
        <message>
            <source>Since</source>
            <translation>Nə vaxtdan</translation>
        </message>
        <message>
            <source>Desk {desk}</source>
            <translation>Masa {desk}</translation>
        </message>
        <message>
            <source>All</source>
            <translation>Hamısı</translation>
        </message>
        <message>
            <source>Handed up</source>
            <translation>Ötürülənlər</translation>
        </message>
        <message>
            <source>Review</source>
            <translation>Yoxlama</translation>
        </message>
        <message>
            <source>Terms</source>
            <translation>Müddətlər</translation>
        </message>
        <message>
            <source>Desks</source>
            <translation>Masalar</translation>
        </message>
        <message>
            <source>The list is not known yet</source>
            <translation>Siyahı hələ məlum deyil</translation>
        </message>
        <message>
            <source>Asking the central system</source>
            <translation>Mərkəzi sistemdən soruşulur</translation>
        </message>
        <message>
            <source>Nothing of this kind</source>
            <translation>Bu növdən heç nə yoxdur</translation>
        </message>
        <message>
            <source>No file, term, clock or number waits for you.</source>
            <translation>Sizi gözləyən vərəq, müddət, saat və ya nömrə yoxdur.</translation>
        </message>
        <message numerus="yes">
            <source>%n more not listed</source>
            <translation>
                <numerusform>daha %n göstərilmir</numerusform>
                <numerusform>daha %n göstərilmir</numerusform>
            </translation>
        </message>
        <message>
            <source>as of {time}</source>
            <translation>saat {time} vəziyyəti</translation>
        </message>
    </context>
    <context>
        <name>NextPart</name>
        <message>
            <source>What can be done now</source>
            <translation>İndi nə etmək olar</translation>
        </message>
        <message>
            <source>Opens another application</source>
            <translation>Başqa müraciət aç</translation>
        </message>
        <message>
            <source>Possibly the same person</source>
            <translation>Eyni şəxs ola bilər</translation>
        </message>
        <message>
            <source>Something here belongs to the file of</source>
            <translation>Buradakı qeyd bu şəxsin vərəqinə aiddir</translation>
        </message>
        <message>
            <source>Something of this person was recorded in the file of</source>
            <translation>Bu şəxsə aid qeyd bu vərəqdədir</translation>
        </message>
        <message>
            <source>Other files of this person</source>
            <translation>Bu şəxsin digər vərəqləri</translation>
        </message>
        <message>
            <source>Open the application</source>
            <translation>Müraciəti aç</translation>
        </message>
        <message>
            <source>No open application.</source>
            <translation>Açıq müraciət yoxdur.</translation>
        </message>
        <message>
            <source>New application</source>
            <translation>Yeni müraciət</translation>
        </message>
        <message>
            <source>Print the extract</source>
            <translation>Çıxarışı çap et</translation>
        </message>
        <message>
            <source>Ask MAS again</source>
            <translation>MAS-dan yenidən soruş</translation>
        </message>
        <message>
            <source>Another file of this person</source>
            <translation>Bu şəxsin başqa vərəqi</translation>
        </message>
        <message>
            <source>Correct a typing error in the name</source>
            <translation>Adda yazı səhvini düzəlt</translation>
        </message>
        <message>
            <source>The name is from the register; it is put right there.</source>
            <translation>Ad reyestrdəndir; orada düzəldilir.</translation>
        </message>
        <message>
            <source>Recorded in the wrong file</source>
            <translation>Səhv vərəqdə qeyd edilib</translation>
        </message>
        <message>
            <source>Nothing here names a person.</source>
            <translation>Burada şəxsi göstərən qeyd yoxdur.</translation>
        </message>
        <message>
            <source>Nobody is identified yet.</source>
            <translation>Şəxs hələ müəyyən edilməyib.</translation>
        </message>
        <message>
            <source>{kind}
open: {number}</source>
            <translation>{kind}
baxılır: {number}</translation>
        </message>
        <message>
            <source>The person is: {status}.</source>
            <translation>Hazırkı status: {status}.</translation>
        </message>
        <message>
            <source>Close the review</source>
            <translation>Baxışı bağla</translation>
        </message>
        <message>
            <source>Nobody is recorded there yet: begin an application</source>
            <translation>Orada hələ heç kim qeyd edilməyib: müraciətə başla</translation>
        </message>
        <message>
            <source>Not at this desk yet; it comes with the next synchronisation.</source>
            <translation>Hələ bu masada deyil; növbəti sinxronlaşdırma ilə gələcək.</translation>
        </message>
        <message>
            <source>Another file</source>
            <translation>Digər vərəq</translation>
        </message>
    </context>
    <context>
        <name>NextTicket</name>
        <message>
            <source>Next ticket</source>
            <translation>Növbəti bilet</translation>
        </message>
        <message>
            <source>Call the next</source>
            <translation>Növbətini çağır</translation>
        </message>
        <message>
            <source>Selected ticket</source>
            <translation>Seçilmiş bilet</translation>
        </message>
        <message>
            <source>Nobody is waiting</source>
            <translation>Növbədə heç kim yoxdur</translation>
        </message>
        <message>
            <source>Call this ticket</source>
            <translation>Bu bileti çağır</translation>
        </message>
        <message>
            <source>Send on to another direction or desk</source>
            <translation>Başqa istiqamətə və ya masaya yönəlt</translation>
        </message>
        <message>
            <source>Note what is needed</source>
            <translation>Xüsusi qeyd et</translation>
        </message>
        <message>
            <source>Did not come</source>
            <translation>Gəlmədi</translation>
        </message>
        <message>
            <source>Called: {ticket}</source>
            <translation>Çağırılıb: {ticket}</translation>
        </message>
        <message numerus="yes">
            <source>called %n time(s)</source>
            <translation>
                <numerusform>%n dəfə çağırılıb</numerusform>
                <numerusform>%n dəfə çağırılıb</numerusform>
            </translation>
        </message>
        <message>
            <source>Call again</source>
            <translation>Təkrar çağır</translation>
        </message>
        <message>
            <source>Send on</source>
            <translation>Yönəlt</translation>
        </message>
    </context>
    <context>
        <name>NotAPersonPanel</name>
        <message>
            <source>Registration is personal</source>
            <translation>Qeydiyyat şəxsidir</translation>
        </message>
        <message>
            <source>{name}: only a natural person is registered as jobseeker or unemployed.</source>
            <translation>{name}: işaxtaran və ya işsiz kimi yalnız fiziki şəxs qeydiyyata alınır.</translation>
        </message>
        <message>
            <source>Explain it to whoever speaks for them: each person can apply in their own name.</source>
            <translation>Bunu müraciət edənə izah edin: hər kəs öz adından müraciət edə bilər.</translation>
        </message>
        <message>
            <source>If they insist, they get a written answer with reasons.</source>
            <translation>İsrar edərsə, əsaslandırılmış yazılı cavab verilir.</translation>
        </message>
    </context>
    <context>
        <name>NoticesView</name>
        <message>
            <source>Written answers</source>
            <translation>Yazılı cavablar</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>Bu gün</translation>
        </message>
        <message>
            <source>All</source>
            <translation>Hamısı</translation>
        </message>
        <message>
            <source>Period</source>
            <translation>Dövr</translation>
        </message>
        <message>
            <source>All kinds</source>
            <translation>Bütün növlər</translation>
        </message>
        <message>
            <source>All states</source>
            <translation>Bütün vəziyyətlər</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>Müraciətin növü</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Vəziyyət</translation>
        </message>
        <message>
            <source>No written answers today.</source>
            <translation>Bu gün yazılı cavab verilməyib.</translation>
        </message>
        <message>
            <source>Nothing fits this filter</source>
            <translation>Bu filtrə uyğun yazılı cavab yoxdur</translation>
        </message>
        <message>
            <source>Choose another period, kind or state.</source>
            <translation>Başqa dövr, növ və ya vəziyyət seçin.</translation>
        </message>
        <message numerus="yes">
            <source>%n written answer(s)</source>
            <translation>
                <numerusform>%n yazılı cavab</numerusform>
                <numerusform>%n yazılı cavab</numerusform>
            </translation>
        </message>
        <message>
            <source>Receipt recorded</source>
            <translation>Təqdim edilmə qeyd edildi</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>Vaxt</translation>
        </message>
        <message>
            <source>To whom</source>
            <translation>Kimə</translation>
        </message>
        <message>
            <source>Handed over</source>
            <translation>Təqdim edilib</translation>
        </message>
        <message>
            <source>not recorded</source>
            <translation>qeyd olunmayıb</translation>
        </message>
        <message>
            <source>No numbers left at this desk: the next written answer gets a provisional number.</source>
            <translation>Bu masada nömrə qalmayıb: növbəti yazılı cavab müvəqqəti nömrə alacaq.</translation>
        </message>
        <message numerus="yes">
            <source>Series {series} · next number {no} · %n number(s) left at this desk</source>
            <translation>
                <numerusform>{series} seriyası · növbəti nömrə {no} · masada %n nömrə var</numerusform>
                <numerusform>{series} seriyası · növbəti nömrə {no} · masada %n nömrə var</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>NumberKind</name>
        <message>
            <source>PIN</source>
            <translation>FİN</translation>
        </message>
        <message>
            <source>Document no.</source>
            <translation>Sənəd №</translation>
        </message>
        <message>
            <source>Tax no.</source>
            <translation>VÖEN</translation>
        </message>
        <message>
            <source>Head's PIN</source>
            <translation>Rəhbərin FİN-i</translation>
        </message>
    </context>
    <context>
        <name>NumbersBar</name>
        <message>
            <source>No new application can be opened here until the next connection: then everything is fetched anew and new numbers come. Open ones go on, and written answers get provisional numbers.</source>
            <translation>Növbəti əlaqəyədək burada yeni müraciət açılmır: sonra hər şey yenidən gətirilir və yeni nömrələr verilir. Açıq müraciətlər davam edir, yazılı cavablar müvəqqəti nömrə alır.</translation>
        </message>
        <message>
            <source>This database is an older copy: it gives out no numbers.</source>
            <translation>Bu baza köhnə nüsxədir: nömrə verilmir.</translation>
        </message>
    </context>
    <context>
        <name>OffersPart</name>
        <message>
            <source>Suitable work offered</source>
            <translation>Təklif olunmuş münasib iş</translation>
        </message>
        <message>
            <source>Outcome</source>
            <translation>Nəticə</translation>
        </message>
        <message>
            <source>Suitable work offered to the person</source>
            <translation>Şəxsə təklif olunmuş münasib işlər</translation>
        </message>
        <message numerus="yes">
            <source>%n decline(s) judged unjustified</source>
            <translation>
                <numerusform>%n imtina əsassız sayılıb</numerusform>
                <numerusform>%n imtina əsassız sayılıb</numerusform>
            </translation>
        </message>
        <message>
            <source>Nothing follows by itself: a later removal counts them.</source>
            <translation>Öz-özünə nəticə yaranmır: sonrakı çıxarılmada nəzərə alınır.</translation>
        </message>
        <message>
            <source>referral {number}</source>
            <translation>göndəriş {number}</translation>
        </message>
    </context>
    <context>
        <name>Office</name>
        <message>
            <source>MAS was not asked</source>
            <translation>MAS-dan soruşulmayıb</translation>
        </message>
        <message>
            <source>Not registered</source>
            <translation>Qeydiyyatda deyil</translation>
        </message>
        <message>
            <source>Jobseeker</source>
            <translation>İşaxtaran</translation>
        </message>
        <message>
            <source>Unemployed</source>
            <translation>İşsiz</translation>
        </message>
        <message>
            <source>Temporarily removed</source>
            <translation>Müvəqqəti çıxarılıb</translation>
        </message>
        <message>
            <source>Cancelled</source>
            <translation>Ləğv edilib</translation>
        </message>
        <message>
            <source>Registration as jobseeker</source>
            <translation>İşaxtaran kimi qeydiyyat</translation>
        </message>
        <message>
            <source>Registration as unemployed</source>
            <translation>İşsiz kimi qeydiyyat</translation>
        </message>
        <message>
            <source>Temporary removal</source>
            <translation>Müvəqqəti çıxarılma</translation>
        </message>
        <message>
            <source>Resumption</source>
            <translation>Qeydiyyatın bərpası</translation>
        </message>
        <message>
            <source>Cancellation of the registration</source>
            <translation>Qeydiyyatın ləğvi</translation>
        </message>
        <message>
            <source>In progress</source>
            <translation>Baxılır</translation>
        </message>
        <message>
            <source>Waiting for MAS</source>
            <translation>MAS-ı gözləyir</translation>
        </message>
        <message>
            <source>Waiting for register</source>
            <translation>Reyestri gözləyir</translation>
        </message>
        <message>
            <source>Employment found</source>
            <translation>Məşğulluq aşkar olundu</translation>
        </message>
        <message>
            <source>Suitable work</source>
            <translation>Münasib iş</translation>
        </message>
        <message>
            <source>Waiting for the person</source>
            <translation>Şəxsin cavabını gözləyir</translation>
        </message>
        <message>
            <source>Offer declined</source>
            <translation>Təklif qəbul edilmədi</translation>
        </message>
        <message>
            <source>Right explained</source>
            <translation>Hüquq izah edilib</translation>
        </message>
        <message>
            <source>Offer accepted</source>
            <translation>Təklif qəbul edildi</translation>
        </message>
        <message>
            <source>Waiting for employer</source>
            <translation>İşəgötürəni gözləyir</translation>
        </message>
        <message>
            <source>No suitable work</source>
            <translation>Münasib iş yoxdur</translation>
        </message>
        <message>
            <source>At back office</source>
            <translation>Arxa ofisdə</translation>
        </message>
        <message>
            <source>Returned</source>
            <translation>Qaytarılıb</translation>
        </message>
        <message>
            <source>Completed</source>
            <translation>Tamamlanıb</translation>
        </message>
        <message>
            <source>Refused</source>
            <translation>İmtina edilib</translation>
        </message>
        <message>
            <source>Withdrawn</source>
            <translation>Dayandırılıb</translation>
        </message>
        <message>
            <source>In the wrong file</source>
            <translation>Səhv vərəqdə</translation>
        </message>
        <message>
            <source>Original</source>
            <translation>Əsli</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>Surəti</translation>
        </message>
        <message>
            <source>Notarised copy</source>
            <translation>Notariat təsdiqli</translation>
        </message>
        <message>
            <source>Electronic copy</source>
            <translation>Elektron</translation>
        </message>
        <message>
            <source>Priority</source>
            <translation>Növbədənkənar</translation>
        </message>
        <message>
            <source>Interpreter</source>
            <translation>Tərcüməçi</translation>
        </message>
        <message>
            <source>Representative</source>
            <translation>Nümayəndə</translation>
        </message>
        <message>
            <source>the person went to fetch a document</source>
            <translation>şəxs sənəd gətirməyə gedib</translation>
        </message>
        <message>
            <source>register not answering</source>
            <translation>reyestr cavab vermir</translation>
        </message>
        <message>
            <source>Power of attorney</source>
            <translation>Etibarnamə</translation>
        </message>
        <message>
            <source>Guardian</source>
            <translation>Qəyyum</translation>
        </message>
        <message>
            <source>Curator</source>
            <translation>Himayəçi</translation>
        </message>
        <message>
            <source>Head</source>
            <translation>Rəhbər</translation>
        </message>
        <message>
            <source>Notary</source>
            <translation>Notarius</translation>
        </message>
        <message>
            <source>Consul</source>
            <translation>Konsul</translation>
        </message>
        <message>
            <source>Equated official</source>
            <translation>Bərabər tutulan vəzifəli şəxs</translation>
        </message>
        <message>
            <source>applying</source>
            <translation>müraciət etmək</translation>
        </message>
        <message>
            <source>confirming the form</source>
            <translation>ərizəni təsdiq etmək</translation>
        </message>
        <message>
            <source>answering an offer of work</source>
            <translation>iş təklifinə cavab vermək</translation>
        </message>
        <message>
            <source>withdrawing the application</source>
            <translation>müraciəti geri götürmək</translation>
        </message>
        <message>
            <source>receiving the answer</source>
            <translation>cavabı almaq</translation>
        </message>
        <message>
            <source>in person</source>
            <translation>şəxsən</translation>
        </message>
        <message>
            <source>representative</source>
            <translation>nümayəndə</translation>
        </message>
        <message>
            <source>call centre</source>
            <translation>Çağrı mərkəzi</translation>
        </message>
        <message>
            <source>self-service</source>
            <translation>özünəxidmət</translation>
        </message>
        <message>
            <source>DOST centre</source>
            <translation>DOST mərkəzi</translation>
        </message>
        <message>
            <source>electronic system</source>
            <translation>elektron sistem</translation>
        </message>
        <message>
            <source>proactive</source>
            <translation>proaktiv</translation>
        </message>
        <message>
            <source>date of birth</source>
            <translation>doğum tarixi</translation>
        </message>
        <message>
            <source>document number</source>
            <translation>sənədin nömrəsi</translation>
        </message>
        <message>
            <source>address</source>
            <translation>ünvan</translation>
        </message>
        <message>
            <source>phone</source>
            <translation>telefon</translation>
        </message>
        <message>
            <source>number of an earlier application</source>
            <translation>əvvəlki müraciətin nömrəsi</translation>
        </message>
        <message>
            <source>parent</source>
            <translation>valideyn</translation>
        </message>
        <message>
            <source>adopter</source>
            <translation>övladlığa götürən</translation>
        </message>
        <message>
            <source>curator</source>
            <translation>himayəçi</translation>
        </message>
        <message>
            <source>General education</source>
            <translation>Ümumi təhsil</translation>
        </message>
        <message>
            <source>Vocational education</source>
            <translation>Peşə təhsili</translation>
        </message>
        <message>
            <source>Secondary special education</source>
            <translation>Orta ixtisas təhsili</translation>
        </message>
        <message>
            <source>Higher education</source>
            <translation>Ali təhsil</translation>
        </message>
        <message>
            <source>social agent</source>
            <translation>sosial agent</translation>
        </message>
        <message>
            <source>back office</source>
            <translation>arxa ofis</translation>
        </message>
        <message>
            <source>head of the centre</source>
            <translation>mərkəz rəhbəri</translation>
        </message>
        <message>
            <source>administrator</source>
            <translation>inzibatçı</translation>
        </message>
    </context>
    <context>
        <name>Outbox</name>
        <message>
            <source>Waiting to send</source>
            <translation>Ötürülməyi gözləyir</translation>
        </message>
        <message>
            <source>Sending</source>
            <translation>Ötürülür</translation>
        </message>
        <message>
            <source>Needs you</source>
            <translation>Sizi gözləyir</translation>
        </message>
        <message>
            <source>Nothing to do: it is sent by itself at the next connection.</source>
            <translation>Heç nə etmək lazım deyil: növbəti əlaqədə özü ötürüləcək.</translation>
        </message>
        <message>
            <source>Nothing to do: it is being sent now.</source>
            <translation>Heç nə etmək lazım deyil: indi ötürülür.</translation>
        </message>
        <message>
            <source>Not taken</source>
            <translation>Qəbul edilmədi</translation>
        </message>
        <message>
            <source>Not taken for long</source>
            <translation>Çoxdan qəbul edilmir</translation>
        </message>
        <message>
            <source>With the head</source>
            <translation>Rəhbərdədir</translation>
        </message>
        <message>
            <source>Look at both sides and choose what holds.</source>
            <translation>Hər iki tərəfə baxın və hansının qaldığını seçin.</translation>
        </message>
        <message>
            <source>Tell the administrator. What was recorded is safe; “Try again” sends this document anew.</source>
            <translation>İnzibatçıya bildirin. Yazılanlar qorunub; «Yenidən cəhd et» bu sənədi yenidən göndərir.</translation>
        </message>
        <message>
            <source>The desk is online, and still it was not taken for an hour. Try again; if it stays, export it and tell the administrator.</source>
            <translation>Masa onlayndır, amma yazı bir saatdır qəbul edilmir. Yenidən cəhd edin; keçməsə, fayla çıxarın və inzibatçıya bildirin.</translation>
        </message>
        <message>
            <source>Nothing to do: the head of the centre decides, and the answer comes back to you.</source>
            <translation>Heç nə etmək lazım deyil: mərkəz rəhbəri qərar verir, rəy sizə qayıdır.</translation>
        </message>
        <message>
            <source>The file changed elsewhere; the newest state is being fetched.</source>
            <translation>Vərəq başqa yerdə dəyişib; son hal gətirilir.</translation>
        </message>
        <message>
            <source>It waits for an earlier item of the same file.</source>
            <translation>Eyni vərəqin əvvəlki yazısını gözləyir.</translation>
        </message>
        <message>
            <source>The central system has it already; the file is being fetched.</source>
            <translation>Mərkəzi sistemdə artıq var; vərəq gətirilir.</translation>
        </message>
        <message>
            <source>The receipt did not fit this item. Tell the administrator.</source>
            <translation>Qəbz bu yazıya uyğun gəlmədi. İnzibatçıya bildirin.</translation>
        </message>
        <message>
            <source>Handed up to the head of the centre.</source>
            <translation>Mərkəz rəhbərinə ötürülüb.</translation>
        </message>
        <message>
            <source>Scan being sent</source>
            <translation>Skan ötürülür</translation>
        </message>
        <message>
            <source>Scan not sent</source>
            <translation>Skan ötürülmədi</translation>
        </message>
        <message>
            <source>Written answer's document being sent</source>
            <translation>Yazılı cavabın sənədi ötürülür</translation>
        </message>
        <message>
            <source>Written answer's document not sent</source>
            <translation>Yazılı cavabın sənədi ötürülmədi</translation>
        </message>
        <message>
            <source>The central system does not take a document this large.</source>
            <translation>Mərkəzi sistem bu böyüklükdə sənəd qəbul etmir.</translation>
        </message>
        <message>
            <source>The document arrived changed; the network alters it.</source>
            <translation>Sənəd mərkəzi sistemə dəyişmiş halda çatıb; şəbəkə onu dəyişir.</translation>
        </message>
        <message>
            <source>The document is damaged on this computer.</source>
            <translation>Sənəd bu kompüterdə zədələnib.</translation>
        </message>
        <message>
            <source>End of a case, for the other desks</source>
            <translation>Xidmətin sonu, başqa masalar üçün</translation>
        </message>
        <message>
            <source>Half-done case, for the other desks</source>
            <translation>Yarımçıq xidmət, başqa masalar üçün</translation>
        </message>
        <message>
            <source>It goes by itself once the earlier one was taken.</source>
            <translation>Əvvəlki yazı qəbul ediləndən sonra özü ötürüləcək.</translation>
        </message>
        <message>
            <source>{what}, {time}</source>
            <translation>{what}, {time}</translation>
        </message>
        <message>
            <source>{n} days</source>
            <translation>{n} gün</translation>
        </message>
        <message>
            <source>{n} h</source>
            <translation>{n} saat</translation>
        </message>
        <message>
            <source>{n} min</source>
            <translation>{n} dəq</translation>
        </message>
        <message>
            <source>The central system's answer: {code}</source>
            <translation>Mərkəzi sistemin cavabı: {code}</translation>
        </message>
        <message>
            <source>Not sent yet</source>
            <translation>Hələ ötürülməyib</translation>
        </message>
    </context>
    <context>
        <name>OutboxView</name>
        <message>
            <source>Unsent work</source>
            <translation>Ötürülməyən yazılar</translation>
        </message>
        <message>
            <source>Sync now</source>
            <translation>İndi sinxronlaşdır</translation>
        </message>
        <message>
            <source>Export to a file</source>
            <translation>Fayla çıxar</translation>
        </message>
        <message>
            <source>Everything is sent</source>
            <translation>Hamısı göndərilib</translation>
        </message>
        <message>
            <source>Nothing waits at this desk.</source>
            <translation>Bu masada gözləyən yazı yoxdur.</translation>
        </message>
        <message numerus="yes">
            <source>%n item(s) not sent</source>
            <translation>
                <numerusform>%n yazı ötürülməyib</numerusform>
                <numerusform>%n yazı ötürülməyib</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n need(s) you</source>
            <translation>
                <numerusform>%n yazı sizi gözləyir</numerusform>
                <numerusform>%n yazı sizi gözləyir</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n not taken for long</source>
            <translation>
                <numerusform>%n yazı çoxdan qəbul edilmir</numerusform>
                <numerusform>%n yazı çoxdan qəbul edilmir</numerusform>
            </translation>
        </message>
        <message>
            <source>Everything is sent: there is nothing to export.</source>
            <translation>Hamısı ötürülüb: fayla çıxarılası heç nə yoxdur.</translation>
        </message>
        <message numerus="yes">
            <source>%n record(s)</source>
            <translation>
                <numerusform>%n yazı</numerusform>
                <numerusform>%n yazı</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n document(s)</source>
            <translation>
                <numerusform>%n sənəd</numerusform>
                <numerusform>%n sənəd</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n half-done case(s)</source>
            <translation>
                <numerusform>%n yarımçıq xidmət</numerusform>
                <numerusform>%n yarımçıq xidmət</numerusform>
            </translation>
        </message>
        <message>
            <source>Exported: {name}</source>
            <translation>Fayla çıxarıldı: {name}</translation>
        </message>
        <message>
            <source>{what}. Give the file to the administrator; only the central system opens it. This desk goes on sending.</source>
            <translation>{what}. Faylı inzibatçıya verin; onu yalnız mərkəzi sistem açır. Bu masa ötürməyə davam edir.</translation>
        </message>
        <message numerus="yes">
            <source>%n damaged item(s) are not in it: tell the administrator.</source>
            <translation>
                <numerusform>%n zədəli yazı faylda yoxdur: inzibatçıya bildirin.</numerusform>
                <numerusform>%n zədəli yazı faylda yoxdur: inzibatçıya bildirin.</numerusform>
            </translation>
        </message>
        <message>
            <source>Export unsent work</source>
            <translation>Ötürülməyənləri fayla çıxar</translation>
        </message>
        <message>
            <source>Unsent work (*{ending})</source>
            <translation>Ötürülməyənlər (*{ending})</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Vəziyyət</translation>
        </message>
        <message>
            <source>What</source>
            <translation>Nə</translation>
        </message>
        <message>
            <source>Age</source>
            <translation>Yaşı</translation>
        </message>
    </context>
    <context>
        <name>OutcomePart</name>
        <message>
            <source>Returned: {reason}</source>
            <translation>Arxa ofis qaytardı: {reason}</translation>
        </message>
        <message>
            <source>Tax no. of the employer</source>
            <translation>İşəgötürənin VÖEN-i</translation>
        </message>
        <message>
            <source>Place of work</source>
            <translation>İş yeri</translation>
        </message>
        <message>
            <source>Wage</source>
            <translation>Əməkhaqqı</translation>
        </message>
        <message>
            <source>Vacancy</source>
            <translation>Boş iş yeri</translation>
        </message>
        <message>
            <source>Offered</source>
            <translation>Təklif olunub</translation>
        </message>
        <message>
            <source>Referral</source>
            <translation>Göndəriş</translation>
        </message>
        <message>
            <source>The answer is expected by {day}; a message comes to your phone.</source>
            <translation>Cavab {day} tarixinədək gözlənilir, telefonunuza məlumat gələcək.</translation>
        </message>
        <message>
            <source>Your application was sent for approval.</source>
            <translation>Müraciətiniz təsdiqə göndərildi.</translation>
        </message>
        <message>
            <source>Mend it, then send again. You may check, look for work again, place it again, or refuse.</source>
            <translation>Düzəldin və yenidən göndərin. Yenidən yoxlaya, iş axtara, MAS-a yerləşdirə və ya imtina edə bilərsiniz.</translation>
        </message>
        <message>
            <source>Presented</source>
            <translation>Təqdim edilib</translation>
        </message>
        <message>
            <source>All five tests of the law are met (Article 6)</source>
            <translation>Qanunun beş meyarının hamısı yoxlanılıb (maddə 6)</translation>
        </message>
        <message>
            <source>Why the person does not take it</source>
            <translation>Şəxs təklifi niyə qəbul etmir</translation>
        </message>
        <message>
            <source>Not justified: {wording}</source>
            <translation>Əsaslı deyil: {wording}</translation>
        </message>
        <message>
            <source>You did not take this offer of work, and the reason was not found justified.</source>
            <translation>Bu iş təklifini qəbul etmədiniz və səbəb əsaslı sayılmadı.</translation>
        </message>
        <message>
            <source>You may apply again any day: by the portal or here.</source>
            <translation>İstədiyiniz gün yenidən müraciət edə bilərsiniz: portaldan və ya buradan.</translation>
        </message>
        <message>
            <source>Say to the person</source>
            <translation>Şəxsə deyin</translation>
        </message>
        <message>
            <source>No suitable work: placed in MAS</source>
            <translation>Münasib iş yoxdur: MAS-da yerləşdirilib</translation>
        </message>
        <message>
            <source>Reference</source>
            <translation>Qeydin nömrəsi</translation>
        </message>
        <message>
            <source>Placed</source>
            <translation>Yerləşdirilib</translation>
        </message>
        <message>
            <source>Compared</source>
            <translation>Tutuşdurulub</translation>
        </message>
        <message numerus="yes">
            <source>%n vacancies</source>
            <translation>
                <numerusform>%n boş iş yeri</numerusform>
                <numerusform>%n boş iş yeri</numerusform>
            </translation>
        </message>
        <message>
            <source>Employer</source>
            <translation>İşəgötürən</translation>
        </message>
        <message>
            <source>The draft decision is at the back office</source>
            <translation>Qərar layihəsi arxa ofisdədir</translation>
        </message>
        <message>
            <source>Back office</source>
            <translation>Arxa ofis</translation>
        </message>
        <message>
            <source>Sent</source>
            <translation>Göndərilib</translation>
        </message>
        <message>
            <source>{when}, {agent}</source>
            <translation>{when}, {agent}</translation>
        </message>
        <message>
            <source>Back office decides by</source>
            <translation>Arxa ofisin son tarixi</translation>
        </message>
        <message>
            <source>The service is due by</source>
            <translation>Xidmətin son tarixi</translation>
        </message>
        <message>
            <source>The answer arrives by itself, this page changes then.</source>
            <translation>Cavab özü gəlir, səhifə dərhal dəyişir.</translation>
        </message>
        <message>
            <source>The employer hired the person</source>
            <translation>İşəgötürən şəxsi işə götürüb</translation>
        </message>
        <message>
            <source>Position</source>
            <translation>Vəzifə</translation>
        </message>
        <message>
            <source>Registered as unemployed</source>
            <translation>İşsiz kimi qeydiyyata alınıb</translation>
        </message>
        <message>
            <source>Since</source>
            <translation>Tarix</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>Nömrə</translation>
        </message>
        <message>
            <source>Confirmed by</source>
            <translation>Təsdiq edən</translation>
        </message>
        <message>
            <source>E-cabinet</source>
            <translation>Elektron kabinet</translation>
        </message>
        <message>
            <source>Mobile message</source>
            <translation>Mobil mesaj</translation>
        </message>
        <message>
            <source>delivered, {when}</source>
            <translation>çatdırılıb, {when}</translation>
        </message>
        <message>
            <source>not delivered, {when}</source>
            <translation>çatdırılmayıb, {when}</translation>
        </message>
    </context>
    <context>
        <name>OutcomesPart</name>
        <message numerus="yes">
            <source>%n confirmed</source>
            <translation>
                <numerusform>%n təsdiq edildi</numerusform>
                <numerusform>%n təsdiq edildi</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n returned</source>
            <translation>
                <numerusform>%n qaytarıldı</numerusform>
                <numerusform>%n qaytarıldı</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n not decided</source>
            <translation>
                <numerusform>%n üzrə qərar verilmədi</numerusform>
                <numerusform>%n üzrə qərar verilmədi</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n without an answer</source>
            <translation>
                <numerusform>%n cavabsız qaldı</numerusform>
                <numerusform>%n cavabsız qaldı</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Page</name>
        <message>
            <source>Queue</source>
            <translation>Növbə</translation>
        </message>
        <message>
            <source>ticket {number}</source>
            <translation>bilet {number}</translation>
        </message>
        <message>
            <source>New application</source>
            <translation>Yeni müraciət</translation>
        </message>
        <message>
            <source>without ticket</source>
            <translation>biletsiz</translation>
        </message>
        <message>
            <source>Persons</source>
            <translation>Şəxslər</translation>
        </message>
        <message>
            <source>Service passport</source>
            <translation>Xidmət pasportu</translation>
        </message>
    </context>
    <context>
        <name>PagePart</name>
        <message>
            <source>The letter as it is printed</source>
            <translation>Cavabın görünüşü</translation>
        </message>
        <message>
            <source>not signed</source>
            <translation>imzalanmayıb</translation>
        </message>
        <message>
            <source>Smaller</source>
            <translation>Kiçilt</translation>
        </message>
        <message>
            <source>Larger</source>
            <translation>Böyüt</translation>
        </message>
        <message numerus="yes">
            <source>%n page(s)</source>
            <translation>
                <numerusform>%n səhifə</numerusform>
                <numerusform>%n səhifə</numerusform>
            </translation>
        </message>
        <message>
            <source>for signature by hand</source>
            <translation>əl ilə imza üçün</translation>
        </message>
        <message>
            <source>signed and checked</source>
            <translation>imzalanıb və yoxlanılıb</translation>
        </message>
    </context>
    <context>
        <name>Paper</name>
        <message>
            <source>receipt {number}</source>
            <translation>qəbz {number}</translation>
        </message>
        <message>
            <source>Printed: {printer}</source>
            <translation>Çap edildi: {printer}</translation>
        </message>
    </context>
    <context>
        <name>PaperBlock</name>
        <message>
            <source>Form shown</source>
            <translation>Göstərilən forma</translation>
        </message>
        <message>
            <source>Document kind</source>
            <translation>Sənədin növü</translation>
        </message>
        <message>
            <source>Series and number</source>
            <translation>Seriya və nömrə</translation>
        </message>
        <message>
            <source>Issued by</source>
            <translation>Kim verib</translation>
        </message>
        <message>
            <source>Issued on</source>
            <translation>Verilmə tarixi</translation>
        </message>
        <message>
            <source>Valid until</source>
            <translation>Etibarlıdır</translation>
        </message>
        <message>
            <source>e.g. {example}</source>
            <translation>məsələn, {example}</translation>
        </message>
        <message>
            <source>{document}: does not count</source>
            <translation>{document}: qəbul edilmir</translation>
        </message>
        <message>
            <source>Another document: does not count</source>
            <translation>Başqa sənəd: qəbul edilmir</translation>
        </message>
    </context>
    <context>
        <name>PaperPart</name>
        <message>
            <source>The paper that was brought</source>
            <translation>Gətirilən sənəd</translation>
        </message>
        <message>
            <source>Document kind</source>
            <translation>Sənədin növü</translation>
        </message>
        <message>
            <source>Series and number</source>
            <translation>Seriya və nömrə</translation>
        </message>
        <message>
            <source>Issuer</source>
            <translation>Kim verib</translation>
        </message>
        <message>
            <source>Issued</source>
            <translation>Verilmə tarixi</translation>
        </message>
        <message>
            <source>Valid until</source>
            <translation>Etibarlılıq müddəti</translation>
        </message>
        <message>
            <source>Form shown</source>
            <translation>Göstərilən forma</translation>
        </message>
        <message>
            <source>e.g. {example}</source>
            <translation>məsələn, {example}</translation>
        </message>
        <message>
            <source>As it lies on the desk; a residence permit is checked against its register.</source>
            <translation>Sənəddə olduğu kimi; yaşamaq icazəsi öz reyestri üzrə yoxlanılır.</translation>
        </message>
    </context>
    <context>
        <name>PaperRows</name>
        <message>
            <source>Not read yet</source>
            <translation>Hələ oxunmayıb</translation>
        </message>
        <message>
            <source>Yes, by its name</source>
            <translation>Bəli, adı yazılıb</translation>
        </message>
        <message>
            <source>No</source>
            <translation>Xeyr</translation>
        </message>
        <message>
            <source>Without a term: empty</source>
            <translation>Müddətsizdirsə, boş saxlayın</translation>
        </message>
        <message>
            <source>Number of the paper</source>
            <translation>Sənədin nömrəsi</translation>
        </message>
        <message>
            <source>Form shown</source>
            <translation>Təqdimetmə forması</translation>
        </message>
        <message>
            <source>Date of the paper</source>
            <translation>Sənədin tarixi</translation>
        </message>
        <message>
            <source>Valid until</source>
            <translation>Etibarlıdır</translation>
        </message>
        <message>
            <source>Certified by</source>
            <translation>Kim təsdiq edib</translation>
        </message>
        <message>
            <source>Who certified it</source>
            <translation>Təsdiq edənin adı</translation>
        </message>
        <message>
            <source>Authority that appointed</source>
            <translation>Təyin edən orqan</translation>
        </message>
        <message>
            <source>Place</source>
            <translation>Verildiyi yer</translation>
        </message>
        <message>
            <source>Scope</source>
            <translation>Səlahiyyətlər</translation>
        </message>
        <message>
            <source>As written in the paper</source>
            <translation>Sənəddən eynilə yazın</translation>
        </message>
        <message>
            <source>Does the scope name this service?</source>
            <translation>Səlahiyyətlərdə bu xidmətin adı var?</translation>
        </message>
        <message>
            <source>Left out of the scope</source>
            <translation>İstisna olunanlar</translation>
        </message>
        <message>
            <source>Why you accept it</source>
            <translation>Niyə qəbul edirsiniz</translation>
        </message>
        <message>
            <source>Without a date it is void</source>
            <translation>Tarixsiz etibarnamə etibarsızdır</translation>
        </message>
        <message>
            <source>Choose</source>
            <translation>Seçin</translation>
        </message>
        <message>
            <source>It was not shown</source>
            <translation>Göstərilməyib</translation>
        </message>
    </context>
    <context>
        <name>PapersPart</name>
        <message>
            <source>Identified from papers</source>
            <translation>Şəxsiyyət sənədlə müəyyən edilir</translation>
        </message>
        <message>
            <source>female</source>
            <translation>qadın</translation>
        </message>
        <message>
            <source>male</source>
            <translation>kişi</translation>
        </message>
        <message>
            <source>Surname</source>
            <translation>Soyadı</translation>
        </message>
        <message>
            <source>Given name</source>
            <translation>Adı</translation>
        </message>
        <message>
            <source>Patronymic, with oğlu or qızı</source>
            <translation>Atasının adı, oğlu və ya qızı ilə</translation>
        </message>
        <message>
            <source>Date of birth</source>
            <translation>Doğum tarixi</translation>
        </message>
        <message>
            <source>Sex</source>
            <translation>Cinsi</translation>
        </message>
        <message>
            <source>Check the permit</source>
            <translation>İcazəni yoxla</translation>
        </message>
        <message>
            <source>Add another document</source>
            <translation>Başqa sənəd əlavə et</translation>
        </message>
        <message>
            <source>A newer document</source>
            <translation>Yeni sənəd</translation>
        </message>
        <message>
            <source>The register knows an old one. What is shown now takes its place.</source>
            <translation>Reyestrdə köhnəsi var. İndi göstərilən onu əvəz edir.</translation>
        </message>
        <message>
            <source>The register of permits says the same.</source>
            <translation>İcazələr reyestrində də belədir.</translation>
        </message>
        <message>
            <source>asked {time}</source>
            <translation>soruşulub: {time}</translation>
        </message>
        <message>
            <source>Remove this document</source>
            <translation>Bu sənədi çıxar</translation>
        </message>
        <message>
            <source>Type what the paper says: the names are not taken from the card's lines.</source>
            <translation>Sənəddə yazılanı köçürün: adlar kartın sətirlərindən götürülmür.</translation>
        </message>
    </context>
    <context>
        <name>PassportGround</name>
        <message>
            <source>No legal basis</source>
            <translation>Hüquqi əsası yoxdur</translation>
        </message>
        <message>
            <source>Incomplete documents</source>
            <translation>Sənədlər natamamdır</translation>
        </message>
    </context>
    <context>
        <name>PassportSheet</name>
        <message>
            <source>ticked</source>
            <translation>işarəlidir</translation>
        </message>
        <message>
            <source>not ticked</source>
            <translation>işarəsizdir</translation>
        </message>
        <message>
            <source>not chosen</source>
            <translation>seçilməyib</translation>
        </message>
        <message>
            <source>from the text of the passport</source>
            <translation>pasportun mətnindən</translation>
        </message>
        <message>
            <source>reconstruction</source>
            <translation>rekonstruksiya</translation>
        </message>
        <message>
            <source>decided by the office</source>
            <translation>qurumun qərarı</translation>
        </message>
        <message>
            <source>not visible in the passport</source>
            <translation>pasportda görünmür</translation>
        </message>
        <message>
            <source>Approved by</source>
            <translation>Təsdiq edən</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>Tarixi</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>Nömrəsi</translation>
        </message>
        <message>
            <source>Section {number}</source>
            <translation>Bölmə {number}</translation>
        </message>
        <message>
            <source>Unit: section {number}</source>
            <translation>Ölçü vahidi: bölmə {number}</translation>
        </message>
        <message>
            <source>“Not chosen”: the tick is not visible in the passport; it restricts nobody.</source>
            <translation>“Seçilməyib”: işarəsi pasportda görünmür, heç kəsi məhdudlaşdırmır.</translation>
        </message>
        <message>
            <source>“Reconstruction”: concluded from the passports of similar services.</source>
            <translation>“Rekonstruksiya”: oxşar xidmətlərin pasportlarına əsasən müəyyən edilib.</translation>
        </message>
    </context>
    <context>
        <name>PassportView</name>
        <message>
            <source>Find in the passport</source>
            <translation>Pasportda axtar</translation>
        </message>
        <message>
            <source>Words, or the number of a section</source>
            <translation>Söz və ya bölmənin nömrəsi</translation>
        </message>
        <message>
            <source>Section</source>
            <translation>Bölmə</translation>
        </message>
        <message>
            <source>Sections of the passport</source>
            <translation>Pasportun bölmələri</translation>
        </message>
        <message>
            <source>Nothing for “{query}”</source>
            <translation>“{query}” üzrə heç nə tapılmadı</translation>
        </message>
        <message>
            <source>Fewer words or another spelling find more. Esc shows the whole passport.</source>
            <translation>Daha az sözlə və ya başqa cür yazıb axtarın. Esc bütün pasportu göstərir.</translation>
        </message>
        <message>
            <source>Hit {place} of {every} · sections: {sections}</source>
            <translation>Nəticə {place} / {every} · bölmə: {sections}</translation>
        </message>
        <message numerus="yes">
            <source>%n step(s)</source>
            <translation>
                <numerusform>%n addım</numerusform>
                <numerusform>%n addım</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>PauseBar</name>
        <message>
            <source>Pause the case</source>
            <translation>Fasilə ver</translation>
        </message>
        <message>
            <source>Keep as is</source>
            <translation>Vaz keç</translation>
        </message>
        <message>
            <source>Pause the case?</source>
            <translation>Xidmətə fasilə verilsin?</translation>
        </message>
    </context>
    <context>
        <name>PauseChoice</name>
        <message>
            <source>another reason</source>
            <translation>başqa səbəb</translation>
        </message>
        <message>
            <source>Which</source>
            <translation>Hansı</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>Səbəb</translation>
        </message>
    </context>
    <context>
        <name>PersonMark</name>
        <message>
            <source>A written answer left without a refusal behind it</source>
            <translation>Yazılı cavab verilib, amma arxasında imtina yoxdur</translation>
        </message>
        <message>
            <source>Compare paper and file; a superseding answer may be needed.</source>
            <translation>Kağızı vərəqlə tutuşdurun; əvəz edən cavab lazım ola bilər.</translation>
        </message>
        <message>
            <source>An event belongs to another person's file</source>
            <translation>Bir hadisə başqa şəxsin vərəqinə aiddir</translation>
        </message>
        <message>
            <source>It stays in the history; record it in the right file.</source>
            <translation>Tarixçədə qalır; onu doğru vərəqdə qeyd edin.</translation>
        </message>
        <message>
            <source>An event names an application that this file does not have</source>
            <translation>Bir hadisə bu vərəqdə olmayan müraciətə aiddir</translation>
        </message>
        <message>
            <source>Ask the centre head to look at it.</source>
            <translation>Mərkəz rəhbərindən baxmasını xahiş edin.</translation>
        </message>
        <message>
            <source>Handed up to the head of the centre</source>
            <translation>Mərkəzin rəhbərinə verilib</translation>
        </message>
        <message>
            <source>The head looks at it and closes the review.</source>
            <translation>Rəhbər baxır və baxışı bağlayır.</translation>
        </message>
        <message>
            <source>This file is marked for review</source>
            <translation>Vərəqə baxış lazımdır</translation>
        </message>
    </context>
    <context>
        <name>PersonMessage</name>
        <message>
            <source>Registered as jobseeker</source>
            <translation>İşaxtaran kimi qeydiyyat</translation>
        </message>
        <message>
            <source>Registered as unemployed</source>
            <translation>İşsiz kimi qeydiyyat</translation>
        </message>
        <message>
            <source>Application received</source>
            <translation>Müraciət qeydə alınıb</translation>
        </message>
        <message>
            <source>Application withdrawn</source>
            <translation>Müraciət dayandırılıb</translation>
        </message>
        <message>
            <source>Documents missing</source>
            <translation>Sənədlər tam deyil</translation>
        </message>
        <message>
            <source>Suitable work offered</source>
            <translation>Münasib iş təklifi</translation>
        </message>
        <message>
            <source>Reminder of the offer</source>
            <translation>Təklif barədə xatırlatma</translation>
        </message>
        <message>
            <source>Referral issued</source>
            <translation>Göndəriş verilib</translation>
        </message>
        <message>
            <source>The employer hires</source>
            <translation>İşəgötürən işə götürür</translation>
        </message>
        <message>
            <source>The employer does not hire</source>
            <translation>İşəgötürən işə götürmür</translation>
        </message>
        <message>
            <source>The employer did not answer</source>
            <translation>İşəgötürən cavab verməyib</translation>
        </message>
        <message>
            <source>Returned by the back office</source>
            <translation>Arxa ofis qaytarıb</translation>
        </message>
        <message>
            <source>Removed for a time</source>
            <translation>Müvəqqəti çıxarılma</translation>
        </message>
        <message>
            <source>Registration resumed</source>
            <translation>Qeydiyyat bərpa edilib</translation>
        </message>
        <message>
            <source>Registration cancelled</source>
            <translation>Qeydiyyat ləğv edilib</translation>
        </message>
    </context>
    <context>
        <name>PersonOutcome</name>
        <message>
            <source>no answer yet</source>
            <translation>cavab yoxdur</translation>
        </message>
        <message>
            <source>accepted</source>
            <translation>qəbul edib</translation>
        </message>
        <message>
            <source>at the employer</source>
            <translation>işəgötürəndədir</translation>
        </message>
        <message>
            <source>hired</source>
            <translation>işə götürülüb</translation>
        </message>
        <message>
            <source>not hired</source>
            <translation>işə götürülməyib</translation>
        </message>
        <message>
            <source>employer silent</source>
            <translation>işəgötürən susub</translation>
        </message>
        <message>
            <source>declined, not judged</source>
            <translation>imtina, qiymətləndirilməyib</translation>
        </message>
        <message>
            <source>declined, justified</source>
            <translation>imtina, əsaslı</translation>
        </message>
        <message>
            <source>declined, unjustified</source>
            <translation>imtina, əsassız</translation>
        </message>
    </context>
    <context>
        <name>PersonPart</name>
        <message>
            <source>History of the file</source>
            <translation>Vərəqin tarixçəsi</translation>
        </message>
        <message>
            <source>Document no.</source>
            <translation>Sənəd №</translation>
        </message>
        <message>
            <source>Tax number</source>
            <translation>VÖEN</translation>
        </message>
        <message>
            <source>PIN of the speaker</source>
            <translation>Danışanın FİN-i</translation>
        </message>
        <message>
            <source>PIN</source>
            <translation>FİN</translation>
        </message>
        <message>
            <source>{day}, age {n}</source>
            <translation>{day}, {n} yaş</translation>
        </message>
        <message>
            <source>Born</source>
            <translation>Doğum</translation>
        </message>
        <message>
            <source>Document</source>
            <translation>Sənəd</translation>
        </message>
        <message>
            <source>Surname</source>
            <translation>Soyad</translation>
        </message>
        <message>
            <source>Given name</source>
            <translation>Ad</translation>
        </message>
        <message>
            <source>Patronymic</source>
            <translation>Ata adı</translation>
        </message>
        <message>
            <source>Date of birth</source>
            <translation>Doğum tarixi</translation>
        </message>
        <message>
            <source>Education</source>
            <translation>Təhsil</translation>
        </message>
        <message>
            <source>Institution</source>
            <translation>Təhsil müəssisəsi</translation>
        </message>
        <message>
            <source>Year of graduation</source>
            <translation>Bitirmə ili</translation>
        </message>
        <message>
            <source>Specialty</source>
            <translation>İxtisas</translation>
        </message>
        <message>
            <source>Skills</source>
            <translation>Bacarıqlar</translation>
        </message>
        <message>
            <source>Jobs</source>
            <translation>İş yerləri</translation>
        </message>
        <message>
            <source>Health</source>
            <translation>Səhhət</translation>
        </message>
        <message>
            <source>Looks for</source>
            <translation>Axtardığı iş</translation>
        </message>
        <message>
            <source>Hours</source>
            <translation>İş rejimi</translation>
        </message>
        <message>
            <source>District</source>
            <translation>Rayon</translation>
        </message>
        <message>
            <source>Set aside: {steps} ({when}). {reason}</source>
            <translation>Kənara qoyulub: {steps} ({when}). {reason}</translation>
        </message>
        <message>
            <source>Mobile</source>
            <translation>Mobil</translation>
        </message>
        <message>
            <source>E-mail</source>
            <translation>E-poçt</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>Ünvan</translation>
        </message>
        <message>
            <source>From papers · {when}</source>
            <translation>Sənədlərdən · {when}</translation>
        </message>
        <message>
            <source>Population register (MEİS) · {when}</source>
            <translation>Əhali reyestri (MEİS) · {when}</translation>
        </message>
        <message>
            <source>Nothing has happened yet.</source>
            <translation>Hələ hadisə yoxdur.</translation>
        </message>
        <message>
            <source>{when} · desk {desk}</source>
            <translation>{when} · masa {desk}</translation>
        </message>
        <message>
            <source>Central system</source>
            <translation>Mərkəzi sistem</translation>
        </message>
        <message>
            <source>Confirmed by the central system</source>
            <translation>Mərkəzi sistem təsdiqləyib</translation>
        </message>
        <message>
            <source>Saved here, waiting to send</source>
            <translation>Bu kompüterdə saxlanıldı, ötürülməyi gözləyir</translation>
        </message>
    </context>
    <context>
        <name>PersonRows</name>
        <message>
            <source>Citizen of Azerbaijan</source>
            <translation>Azərbaycan vətəndaşı</translation>
        </message>
        <message>
            <source>Foreigner or stateless</source>
            <translation>Əcnəbi və ya vətəndaşlığı olmayan</translation>
        </message>
        <message>
            <source>Check</source>
            <translation>Yoxla</translation>
        </message>
        <message>
            <source>Asking the register</source>
            <translation>Reyestrdən soruşulur</translation>
        </message>
        <message>
            <source>Stop waiting</source>
            <translation>Dayandır</translation>
        </message>
        <message>
            <source>Representative</source>
            <translation>Nümayəndə</translation>
        </message>
        <message>
            <source>Representative's PIN (FİN)</source>
            <translation>Nümayəndənin FİN-i</translation>
        </message>
        <message>
            <source>Surname, given name, patronymic</source>
            <translation>Soyad, ad, ata adı</translation>
        </message>
        <message>
            <source>Document kind</source>
            <translation>Sənədin növü</translation>
        </message>
        <message>
            <source>Series and number</source>
            <translation>Seriya və nömrə</translation>
        </message>
        <message>
            <source>The card is valid until</source>
            <translation>Vəsiqə etibarlıdır</translation>
        </message>
        <message>
            <source>Form the card was shown in</source>
            <translation>Vəsiqənin forması</translation>
        </message>
        <message>
            <source>Copy it from the representative's card; MEİS was not waited for.</source>
            <translation>Nümayəndənin vəsiqəsindən köçürün; MEİS-in cavabı gözlənilmədi.</translation>
        </message>
        <message>
            <source>Population register (MEİS) · {when}</source>
            <translation>Əhali reyestri (MEİS) · {when}</translation>
        </message>
        <message>
            <source>MEİS contradicts itself · {when}. Copy it from the card.</source>
            <translation>MEİS-in cavabında ziddiyyət var · {when}. Vəsiqədən köçürün.</translation>
        </message>
        <message>
            <source>MEİS knows nobody by this number · {when}. Compare it, or copy from the card.</source>
            <translation>MEİS-də bu nömrə ilə heç kim yoxdur · {when}. Nömrəni tutuşdurun və ya vəsiqədən köçürün.</translation>
        </message>
        <message>
            <source>MEİS did not answer · {when}. Copy it from the card.</source>
            <translation>MEİS cavab vermədi · {when}. Vəsiqədən köçürün.</translation>
        </message>
    </context>
    <context>
        <name>PersonSame</name>
        <message>
            <source>same name and date of birth</source>
            <translation>ad və doğum tarixi eynidir</translation>
        </message>
        <message>
            <source>name one letter apart, same date of birth</source>
            <translation>ad bir hərflə fərqlənir, doğum tarixi eynidir</translation>
        </message>
        <message>
            <source>same document</source>
            <translation>sənəd eynidir</translation>
        </message>
        <message>
            <source>same mobile number</source>
            <translation>mobil nömrə eynidir</translation>
        </message>
    </context>
    <context>
        <name>PersonView</name>
        <message>
            <source>Open the application</source>
            <translation>Müraciəti aç</translation>
        </message>
        <message>
            <source>No open application</source>
            <translation>Açıq müraciət yoxdur</translation>
        </message>
        <message>
            <source>New application</source>
            <translation>Yeni müraciət</translation>
        </message>
        <message>
            <source>Individual employment sheet</source>
            <translation>Fərdi məşğulluq vərəqi</translation>
        </message>
        <message>
            <source>Saved {time}</source>
            <translation>Saxlanıldı {time}</translation>
        </message>
        <message>
            <source>Contact recorded</source>
            <translation>Əlaqə məlumatı qeyd edildi</translation>
        </message>
        <message>
            <source>The correction is recorded</source>
            <translation>Düzəliş qeyd edildi</translation>
        </message>
        <message>
            <source>The files are linked</source>
            <translation>Vərəqlər əlaqələndirildi</translation>
        </message>
        <message>
            <source>Both files say so</source>
            <translation>Hər iki vərəqdə qeyd edildi</translation>
        </message>
        <message>
            <source>The review is closed</source>
            <translation>Baxış bağlandı</translation>
        </message>
        <message>
            <source>What the person can do is recorded</source>
            <translation>Təhsil, peşə və axtarılan iş qeyd edildi</translation>
        </message>
        <message>
            <source>MAS has answered</source>
            <translation>MAS cavab verib</translation>
        </message>
    </context>
    <context>
        <name>PersonalPart</name>
        <message>
            <source>Registration is personal</source>
            <translation>Qeydiyyat şəxsidir</translation>
        </message>
        <message>
            <source>What was explained</source>
            <translation>Nə izah edildi</translation>
        </message>
        <message>
            <source>Explained, the person agrees</source>
            <translation>İzah edildi, şəxs razıdır</translation>
        </message>
        <message>
            <source>Insists on a written answer</source>
            <translation>Yazılı cavab istəyir</translation>
        </message>
        <message>
            <source>A person registers as a jobseeker or as unemployed, not an entity or a household. Explain it kindly; whoever works there may apply as a person.</source>
            <translation>İşaxtaran və ya işsiz kimi fiziki şəxs qeydiyyata alınır, hüquqi şəxs və ya ailə təsərrüfatı yox. Mehribanlıqla izah edin: orada işləyən hər kəs özü müraciət edə bilər.</translation>
        </message>
    </context>
    <context>
        <name>PersonsView</name>
        <message>
            <source>Find a person</source>
            <translation>Şəxsi tap</translation>
        </message>
        <message>
            <source>Person</source>
            <translation>Şəxs</translation>
        </message>
        <message>
            <source>Born</source>
            <translation>Doğum</translation>
        </message>
        <message>
            <source>Registration</source>
            <translation>Qeydiyyat</translation>
        </message>
        <message>
            <source>PIN (FİN), name, phone, document or application number</source>
            <translation>FİN, ad, telefon, sənəd və ya müraciət nömrəsi</translation>
        </message>
        <message>
            <source>Last activity</source>
            <translation>Son əməliyyat</translation>
        </message>
        <message>
            <source>Persons found</source>
            <translation>Tapılan şəxslər</translation>
        </message>
        <message>
            <source>New application</source>
            <translation>Yeni müraciət</translation>
        </message>
        <message>
            <source>Applications</source>
            <translation>Müraciətlər</translation>
        </message>
        <message>
            <source>Applications of the person</source>
            <translation>Şəxsin müraciətləri</translation>
        </message>
        <message>
            <source>No applications at this centre.</source>
            <translation>Bu mərkəzdə müraciəti yoxdur.</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Aç</translation>
        </message>
        <message>
            <source>Whole file</source>
            <translation>Bütün vərəq</translation>
        </message>
        <message numerus="yes">
            <source>%n person(s) found</source>
            <translation>
                <numerusform>%n şəxs tapıldı</numerusform>
                <numerusform>%n şəxs tapıldı</numerusform>
            </translation>
        </message>
        <message>
            <source>Nobody is written like “{query}”. These are written nearly so.</source>
            <translation>“{query}” yazılışı tapılmadı. Oxşar yazılışlar göstərilir.</translation>
        </message>
        <message>
            <source>Nothing for “{query}”</source>
            <translation>“{query}” üzrə heç nə tapılmadı</translation>
        </message>
        <message>
            <source>Check the spelling or open a new file.</source>
            <translation>Yazılışı yoxlayın və ya yeni vərəq açın.</translation>
        </message>
        <message>
            <source>Type at least 3 letters or digits</source>
            <translation>Ən azı 3 hərf və ya rəqəm yazın</translation>
        </message>
        <message>
            <source>Fewer would find too many.</source>
            <translation>Daha qısa yazılış həddən çox nəticə verir.</translation>
        </message>
        <message>
            <source>Whom are you looking for?</source>
            <translation>Kimi axtarırsınız?</translation>
        </message>
        <message>
            <source>Type a PIN (FİN), name or document number.</source>
            <translation>Axtarmaq üçün FİN, ad və ya sənəd nömrəsi yazın.</translation>
        </message>
        <message>
            <source>Document</source>
            <translation>Sənəd</translation>
        </message>
        <message>
            <source>Mobile number</source>
            <translation>Mobil nömrə</translation>
        </message>
        <message>
            <source>MAS · {when}</source>
            <translation>MAS · {when}</translation>
        </message>
        <message>
            <source>similar</source>
            <translation>oxşar</translation>
        </message>
        <message>
            <source>to be reviewed</source>
            <translation>baxış gözləyir</translation>
        </message>
    </context>
    <context>
        <name>Problem</name>
        <message>
            <source>This is not possible now. Reload the file to see what changed.</source>
            <translation>İndi bunu etmək mümkün deyil. Nəyin dəyişdiyini görmək üçün vərəqi yeniləyin.</translation>
        </message>
        <message>
            <source>The application has moved on: this step is not possible in its present state.</source>
            <translation>Müraciətin hazırkı vəziyyətində bu addım mümkün deyil.</translation>
        </message>
        <message>
            <source>Your role does not do this. Ask who may.</source>
            <translation>Bu, sizin rolunuza aid deyil. Səlahiyyəti olan əməkdaşa müraciət edin.</translation>
        </message>
        <message>
            <source>The person is 15–17. Record the consent if there is one; you may continue without.</source>
            <translation>Şəxs 15–17 yaşdadır. Qanuni nümayəndənin razılığı varsa, qeyd edin; yoxdursa, davam edə bilərsiniz.</translation>
        </message>
        <message>
            <source>The person turns 15 on {date}. Registration is not possible today: prepare the notice or explain the date.</source>
            <translation>Şəxsin 15 yaşı {date} tarixində tamam olur. Bu gün qeydiyyat mümkün deyil: yazılı cavab hazırlayın və ya tarixi izah edin.</translation>
        </message>
        <message>
            <source>The name of the entity or household is missing. Write it as on its paper.</source>
            <translation>Hüquqi şəxsin və ya ailə təsərrüfatının adı yazılmayıb. Sənəddəki kimi yazın.</translation>
        </message>
        <message>
            <source>Registration is personal: explain it, and answer in writing if they insist.</source>
            <translation>Qeydiyyat şəxsidir: izah edin, israr edilərsə, yazılı cavab verin.</translation>
        </message>
        <message>
            <source>Somebody speaks for the entity or household. Record who.</source>
            <translation>Hüquqi şəxsin və ya ailə təsərrüfatının adından kimin danışdığını qeyd edin.</translation>
        </message>
        <message>
            <source>The address has at most {n} signs. Shorten it.</source>
            <translation>Ünvan ən çoxu {n} işarədir. Qısaldın.</translation>
        </message>
        <message>
            <source>Only possible while connected. Try again when the central system answers.</source>
            <translation>Yalnız qoşulma olanda mümkündür. Mərkəzi sistem cavab verəndə təkrar edin.</translation>
        </message>
        <message>
            <source>This is your own file. Ask a colleague to serve it.</source>
            <translation>Bu, öz vərəqinizdir. Həmkarınızdan xidmət etməsini xahiş edin.</translation>
        </message>
        <message>
            <source>You speak for this applicant yourself. Ask a colleague to serve them.</source>
            <translation>Bu şəxsin nümayəndəsi özünüzsünüz. Həmkarınızdan xidmət etməsini xahiş edin.</translation>
        </message>
        <message>
            <source>The agent had no post at this centre at that time. Tell the administrator.</source>
            <translation>Agentin həmin vaxt bu mərkəzdə vəzifəsi olmayıb. Administratora bildirin.</translation>
        </message>
        <message>
            <source>The central system did not take this application. See why among what was not sent (Ctrl+R).</source>
            <translation>Mərkəzi sistem bu müraciəti qəbul etmədi. Səbəbini göndərilməyənlər arasında oxuyun (Ctrl+R).</translation>
        </message>
        <message>
            <source>The person is a registered jobseeker already. Choose another purpose.</source>
            <translation>Şəxs artıq işaxtaran kimi qeydiyyatdadır. Başqa məqsəd seçin.</translation>
        </message>
        <message>
            <source>An application of this kind is open: {application_no}. Continue it.</source>
            <translation>Bu növ üzrə açıq müraciət var: {application_no}. Onu davam etdirin.</translation>
        </message>
        <message>
            <source>By MAS the person is registered as unemployed already. Tell the person; nothing needs to be opened.</source>
            <translation>MAS-a görə şəxs artıq işsiz kimi qeydiyyatdadır. Şəxsə bildirin, yeni müraciət lazım deyil.</translation>
        </message>
        <message>
            <source>The person may apply again from {date}. Until then explain the date, or answer in writing.</source>
            <translation>Şəxs {date} tarixindən yenidən müraciət edə bilər. O vaxtadək tarixi izah edin və ya yazılı cavab verin.</translation>
        </message>
        <message>
            <source>There is a draft of {date}. Continue it or start a new one.</source>
            <translation>Bu şəxs üçün {date} tarixli qaralama var. Davam etdirin və ya yenisini açın.</translation>
        </message>
        <message>
            <source>This application was recorded in the wrong file. Open the right person's file.</source>
            <translation>Müraciət səhv vərəqdə qeyd edilib. Doğru şəxsin vərəqini açın.</translation>
        </message>
        <message>
            <source>Choose what the person comes for. What is possible is in the list.</source>
            <translation>Şəxsin nə üçün gəldiyini seçin. Mümkün olanlar siyahıdadır.</translation>
        </message>
        <message>
            <source>By MAS the person is not a registered jobseeker. Help with the form first.</source>
            <translation>MAS-a görə şəxs işaxtaran kimi qeydiyyatda deyil. Əvvəlcə ərizəni doldurmağa kömək edin.</translation>
        </message>
        <message>
            <source>By MAS the person is not registered. Help with the jobseeker's form first.</source>
            <translation>MAS-a görə şəxs qeydiyyatda deyil. Əvvəlcə işaxtaran ərizəsinə kömək edin.</translation>
        </message>
        <message>
            <source>The person is not temporarily removed: there is nothing to resume.</source>
            <translation>Şəxs müvəqqəti çıxarılmayıb: bərpa ediləsi qeydiyyat yoxdur.</translation>
        </message>
        <message>
            <source>The application belongs to another centre.</source>
            <translation>Müraciət başqa mərkəzə aiddir.</translation>
        </message>
        <message>
            <source>This way of applying does not fit the channel. Choose another channel.</source>
            <translation>Müraciətin forması bu kanala uyğun gəlmir. Başqa kanal seçin.</translation>
        </message>
        <message>
            <source>Write why the application is opened again.</source>
            <translation>Müraciətin niyə yenidən açıldığını yazın.</translation>
        </message>
        <message>
            <source>By MAS the person is temporarily removed. The registration must be resumed first.</source>
            <translation>MAS-a görə şəxs qeydiyyatdan müvəqqəti çıxarılıb. Əvvəlcə qeydiyyat bərpa olunmalıdır.</translation>
        </message>
        <message>
            <source>Self-service applications come from MAS by themselves. Choose how the person applies here.</source>
            <translation>Özünəxidmət müraciətləri MAS-dan özü gəlir. Şəxsin burada necə müraciət etdiyini seçin.</translation>
        </message>
        <message>
            <source>This application is not in the file. Reload it.</source>
            <translation>Bu müraciət vərəqdə yoxdur. Vərəqi yeniləyin.</translation>
        </message>
        <message>
            <source>The file is being read. It takes a moment.</source>
            <translation>Vərəq oxunur. Bir az gözləyin.</translation>
        </message>
        <message>
            <source>It was confirmed meanwhile by {agent}. Nothing is left to decide.</source>
            <translation>Bu arada {agent} təsdiq edib. Qərar veriləcək heç nə qalmayıb.</translation>
        </message>
        <message>
            <source>The file came broken: its chain does not hold. Nothing is decided on it; tell the administrator.</source>
            <translation>Vərəq pozulmuş gəldi: zənciri düz gəlmir. Onun üzrə qərar verilmir; inzibatçıya bildirin.</translation>
        </message>
        <message>
            <source>The central system does not know this session. Lock the desk and sign in again.</source>
            <translation>Mərkəzi sistem bu sessiyanı tanımır. Masanı kilidləyin və yenidən daxil olun.</translation>
        </message>
        <message>
            <source>This draft lies at another back office: its own officers decide it.</source>
            <translation>Bu layihə başqa arxa ofisdədir: qərarı onun öz əməkdaşları verir.</translation>
        </message>
        <message>
            <source>{n} decisions are overdue. Start with the oldest.</source>
            <translation>{n} qərarın müddəti keçib. Ən köhnəsindən başlayın.</translation>
        </message>
        <message>
            <source>You prepared this decision. Somebody else approves it.</source>
            <translation>Bu qərarı siz hazırlamısınız. Təsdiqi başqa əməkdaş verir.</translation>
        </message>
        <message>
            <source>The reason for return is missing. Say what the agent should mend.</source>
            <translation>Qaytarma səbəbi yazılmayıb. Agentin nəyi düzəltməli olduğunu yazın.</translation>
        </message>
        <message>
            <source>Returned by the back office: {reason}. Mend and send again.</source>
            <translation>Arxa ofis qaytardı: {reason}. Düzəldin və yenidən göndərin.</translation>
        </message>
        <message>
            <source>It was returned to the agent meanwhile by {agent}. Nothing is left to decide.</source>
            <translation>Bu arada {agent} agentə qaytarıb. Qərar veriləcək heç nə qalmayıb.</translation>
        </message>
        <message>
            <source>The agent mended it and sent it again meanwhile. Look at it anew.</source>
            <translation>Bu arada agent düzəldib yenidən göndərib. Ona yenidən baxın.</translation>
        </message>
        <message>
            <source>No answer came: whether it counts is not known yet. F5 shows it when the connection is back.</source>
            <translation>Cavab gəlmədi: qərarın qüvvəyə minib-minmədiyi hələ məlum deyil. Əlaqə bərpa olunanda F5 bunu göstərir.</translation>
        </message>
        <message>
            <source>This back office is not in the passport. Choose another.</source>
            <translation>Bu arxa ofis pasportda yoxdur. Başqasını seçin.</translation>
        </message>
        <message>
            <source>The application was withdrawn meanwhile. Nothing is left to decide.</source>
            <translation>Müraciət bu arada geri götürülüb. Qərar veriləcək heç nə qalmayıb.</translation>
        </message>
        <message>
            <source>Ask the caller at least {n} things and tick what was named correctly.</source>
            <translation>Zəng edəndən ən azı {n} məlumat soruşun və düzgün deyilənləri işarələyin.</translation>
        </message>
        <message>
            <source>The reference of the call is missing. Copy it from the call centre's screen.</source>
            <translation>Zəngin nömrəsi yazılmayıb. Çağrı mərkəzinin ekranından köçürün.</translation>
        </message>
        <message>
            <source>This is the 6-digit CAN. Type the document number.</source>
            <translation>Bu, kartın üzərindəki 6 rəqəmli CAN nömrəsidir. Sənədin nömrəsini yazın.</translation>
        </message>
        <message>
            <source>A check digit does not match. What was read is below: compare with the card.</source>
            <translation>Oxunan sətirdə yoxlama rəqəmi uyğun gəlmir. Oxunan mətn aşağıdadır: kartla tutuşdurun.</translation>
        </message>
        <message>
            <source>The lines were not read in full. Read again or type the number.</source>
            <translation>Kartdan sətir tam oxunmadı. Yenidən oxudun və ya nömrəni əl ilə yazın.</translation>
        </message>
        <message>
            <source>The keyboard layout changed some characters. They were put right, please check.</source>
            <translation>Klaviatura düzümü simvolları dəyişib. Oxunan mətn düzəldilib, nəticəni yoxlayın.</translation>
        </message>
        <message>
            <source>The case was finished at another desk.</source>
            <translation>İş başqa masada başa çatdırılıb.</translation>
        </message>
        <message>
            <source>The case cannot be continued here yet: its application is still on the way, or there is no connection. Try again in a moment.</source>
            <translation>İşi hələ bu masada davam etdirmək olmur: müraciət bu masaya çatmayıb və ya əlaqə yoxdur. Bir azdan yenidən yoxlayın.</translation>
        </message>
        <message>
            <source>{ticket} goes on at desk {desk} too. Agree who serves the person; what was typed here is kept.</source>
            <translation>{ticket} üzrə iş {desk} masasında da davam etdirilir. Kimin xidmət göstərəcəyini razılaşdırın; burada yazılanlar saxlanılıb.</translation>
        </message>
        <message>
            <source>Desk {desk} goes on with this case. What was typed here is kept.</source>
            <translation>Bu işi {desk} masası davam etdirir. Burada yazılanlar saxlanılıb.</translation>
        </message>
        <message>
            <source>{ticket}: desk {desk} goes on with the case.</source>
            <translation>{ticket}: işi {desk} masası davam etdirir.</translation>
        </message>
        <message>
            <source>The audit trail of this file does not add up. It is read-only: tell the administrator.</source>
            <translation>Bu vərəqin dəyişiklik tarixçəsi uyğun gəlmir. Vərəq yalnız baxış üçün açıqdır: inzibatçıya bildirin.</translation>
        </message>
        <message>
            <source>The consent is dated in the future. Check the date.</source>
            <translation>Razılığın tarixi gələcəkdədir. Tarixi yoxlayın.</translation>
        </message>
        <message>
            <source>The name of who consents is missing. Write it, or leave the consent empty.</source>
            <translation>Razılıq verənin adı yazılmayıb. Yazın və ya razılığı boş saxlayın.</translation>
        </message>
        <message>
            <source>The date of birth is missing. Copy it from the document.</source>
            <translation>Doğum tarixi yazılmayıb. Sənəddən köçürün.</translation>
        </message>
        <message>
            <source>There is no such day. Check day and month.</source>
            <translation>Təqvimdə belə gün yoxdur. Günü və ayı yoxlayın.</translation>
        </message>
        <message>
            <source>The date of birth is in the future. Check the year.</source>
            <translation>Doğum tarixi gələcəkdədir. İli yoxlayın.</translation>
        </message>
        <message>
            <source>Write the date as dd.mm.yyyy, e.g. 22.11.2026.</source>
            <translation>Tarix gg.aa.iiii şəklində yazılır, məsələn, 22.11.2026.</translation>
        </message>
        <message>
            <source>First explain the right to apply again, and record it.</source>
            <translation>Əvvəlcə təkrar müraciət hüququnu izah edin və qeyd edin.</translation>
        </message>
        <message>
            <source>That desk does not serve the direction of this ticket. Choose another place.</source>
            <translation>Həmin masa bu biletin istiqaməti üzrə xidmət göstərmir. Başqa yer seçin.</translation>
        </message>
        <message>
            <source>No desk of the centre serves this direction. Choose another place.</source>
            <translation>Mərkəzdə bu istiqamət üzrə masa yoxdur. Başqa yer seçin.</translation>
        </message>
        <message>
            <source>{size} MB of disk left. Tell the administrator before scanning more.</source>
            <translation>Diskdə {size} MB yer qalıb. Yeni skandan əvvəl inzibatçıya bildirin.</translation>
        </message>
        <message>
            <source>The last day of validity is missing. Copy it from the document.</source>
            <translation>Etibarlılıq müddəti yazılmayıb. Sənəddən köçürün.</translation>
        </message>
        <message>
            <source>This document is already there. Open the existing entry.</source>
            <translation>Bu sənəd artıq əlavə olunub. Mövcud yazını açın.</translation>
        </message>
        <message>
            <source>The document expired on {date}. Ask for a valid one or check the register.</source>
            <translation>Sənədin müddəti {date} tarixində bitib. Etibarlı sənəd istəyin və ya reyestri yoxlayın.</translation>
        </message>
        <message>
            <source>The form shown is not chosen. Choose original, copy, notarised copy or electronic copy.</source>
            <translation>Sənədin hansı formada göstərildiyi seçilməyib. Əsli, surəti, notarial təsdiq edilmiş surəti və ya elektron surəti seçin.</translation>
        </message>
        <message>
            <source>This kind of document does not count in the form it was shown in. Ask for another form.</source>
            <translation>Bu sənəd göstərildiyi formada qəbul edilmir. Başqa formada istəyin.</translation>
        </message>
        <message>
            <source>The date of issue is in the future. Compare with the document.</source>
            <translation>Verilmə tarixi gələcəkdədir. Sənədlə tutuşdurun.</translation>
        </message>
        <message>
            <source>This kind is not accepted for the service. The list shows those that are.</source>
            <translation>Bu sənəd növü xidmət üçün qəbul edilmir. Qəbul edilənlər siyahıda göstərilir.</translation>
        </message>
        <message>
            <source>The last day of validity is not on the document. Ask for a valid one.</source>
            <translation>Sənəddə etibarlılıq müddəti yoxdur. Etibarlı sənəd istəyin.</translation>
        </message>
        <message>
            <source>The document number is missing, e.g. {example}.</source>
            <translation>Sənədin nömrəsi yazılmayıb, məsələn, {example}.</translation>
        </message>
        <message>
            <source>The number does not fit this kind ({example}). Check kind and number.</source>
            <translation>Nömrə bu sənəd növünün yazılışına uyğun gəlmir ({example}). Növü və nömrəni yoxlayın.</translation>
        </message>
        <message>
            <source>The number has letters and digits only, at most 20. Compare it with the paper.</source>
            <translation>Nömrədə yalnız hərf və rəqəm olur, ən çoxu 20. Sənədlə tutuşdurun.</translation>
        </message>
        <message>
            <source>By the register the document expired on {date}. Tell the person; you may continue.</source>
            <translation>Reyestrə görə sənədin müddəti {date} tarixində bitib. Şəxsə bildirin, davam edə bilərsiniz.</translation>
        </message>
        <message>
            <source>The program closed unexpectedly. What you typed is back, continue.</source>
            <translation>Proqram gözlənilmədən bağlanmışdı. Yazdıqlarınız yerindədir, davam edin.</translation>
        </message>
        <message>
            <source>This is not an e-mail address, e.g. {example}. Check it or leave it empty.</source>
            <translation>Bu yazılış e-poçt ünvanına uyğun deyil, məsələn, {example}. Yoxlayın və ya boş saxlayın.</translation>
        </message>
        <message>
            <source>Name the paper that shows this ground.</source>
            <translation>Bu əsası təsdiq edən sənədi yazın.</translation>
        </message>
        <message>
            <source>Choose the ground.</source>
            <translation>Əsası seçin.</translation>
        </message>
        <message>
            <source>By this ground the term ends on {date}.</source>
            <translation>Bu əsasla müddət {date} tarixində bitir.</translation>
        </message>
        <message>
            <source>Ending a registration on the office's own initiative is switched off.</source>
            <translation>Qeydiyyata idarənin təşəbbüsü ilə son verilməsi söndürülüb.</translation>
        </message>
        <message>
            <source>From which day? Write the first day of the removal.</source>
            <translation>Hansı gündən? Müvəqqəti çıxarılmanın ilk gününü yazın.</translation>
        </message>
        <message>
            <source>The term ended on {date}. Write a later day, or leave the end open.</source>
            <translation>Müddət {date} tarixində bitib. Sonrakı tarixi yazın və ya sonunu boş saxlayın.</translation>
        </message>
        <message>
            <source>No connection for {n} days: no new cases are opened until the desk has sent. Open ones and answers go on.</source>
            <translation>{n} gündür əlaqə yoxdur: masa məlumatı ötürməyincə yeni müraciət açılmır. Açıq müraciətlər və yazılı cavablar davam edir.</translation>
        </message>
        <message>
            <source>The record does not follow the one before it. Tell the administrator.</source>
            <translation>Yazı əvvəlki yazının davamı deyil. Administratora bildirin.</translation>
        </message>
        <message>
            <source>The record does not fit its signature. Tell the administrator.</source>
            <translation>Yazı öz imzasına uyğun gəlmir. Administratora bildirin.</translation>
        </message>
        <message>
            <source>The record's data were erased by law; it cannot be sent again.</source>
            <translation>Yazının məlumatı qanuna görə silinib, yenidən göndərilə bilməz.</translation>
        </message>
        <message>
            <source>Another record has this number already. Tell the administrator.</source>
            <translation>Bu nömrə ilə başqa yazı var. Administratora bildirin.</translation>
        </message>
        <message>
            <source>This PC's clock is ahead; it is tried again by itself.</source>
            <translation>Bu kompüterin saatı irəlidir; özü yenidən cəhd edəcək.</translation>
        </message>
        <message>
            <source>The central system cannot read this record. Tell the administrator.</source>
            <translation>Mərkəzi sistem bu yazını oxuya bilmir. Administratora bildirin.</translation>
        </message>
        <message>
            <source>The record says more than the rules allow. Tell the administrator.</source>
            <translation>Yazıda qaydaların icazə verdiyindən artıq məlumat var. Administratora bildirin.</translation>
        </message>
        <message>
            <source>An event was signed by somebody else than who recorded it.</source>
            <translation>Yazını edən bir şəxs, imzalayan başqasıdır.</translation>
        </message>
        <message>
            <source>The record was made at another desk. Tell the administrator.</source>
            <translation>Yazı başqa masada edilib. Administratora bildirin.</translation>
        </message>
        <message>
            <source>The records of one click do not belong together. Tell the administrator.</source>
            <translation>Bir əməliyyatın yazıları bir-birinə uyğun gəlmir. Administratora bildirin.</translation>
        </message>
        <message>
            <source>The agent's signature does not fit. Tell the administrator.</source>
            <translation>Agentin imzası uyğun gəlmir. Administratora bildirin.</translation>
        </message>
        <message>
            <source>There is no room for the file; nothing was written. Choose another place.</source>
            <translation>Fayl üçün yer yoxdur; heç nə yazılmadı. Başqa yer seçin.</translation>
        </message>
        <message>
            <source>The file could not be written there; nothing was left behind. Choose another place.</source>
            <translation>Faylı həmin yerə yazmaq olmadı; orada heç nə qalmadı. Başqa yer seçin.</translation>
        </message>
        <message>
            <source>The explanation is too short. Say in one or two sentences what was explained.</source>
            <translation>İzah çox qısadır. Nəyin izah edildiyini bir-iki cümlə ilə yazın.</translation>
        </message>
        <message>
            <source>What the extract is for is missing. Write it in a few words.</source>
            <translation>Çıxarışın məqsədi yazılmayıb. Bir neçə sözlə yazın.</translation>
        </message>
        <message>
            <source>6 months have passed since this day: the ban is over, this ground does not fit.</source>
            <translation>Bu gündən 6 ay keçib: məhdudiyyət bitib, bu əsas uyğun deyil.</translation>
        </message>
        <message>
            <source>The day is missing. The letter names it.</source>
            <translation>Tarix yazılmayıb. O, məktubda göstərilir.</translation>
        </message>
        <message>
            <source>This day is still to come. Check the date.</source>
            <translation>Bu gün hələ gəlməyib. Tarixi yoxlayın.</translation>
        </message>
        <message>
            <source>This is missing. The letter names it.</source>
            <translation>Bu məlumat yazılmayıb. O, məktubda göstərilir.</translation>
        </message>
        <message>
            <source>Nothing is chosen. Choose what fits.</source>
            <translation>Heç nə seçilməyib. Uyğun olanı seçin.</translation>
        </message>
        <message>
            <source>Check it, then tick it. If it is otherwise, this ground does not fit.</source>
            <translation>Yoxlayın, sonra işarələyin. Belə deyilsə, bu əsas uyğun deyil.</translation>
        </message>
        <message>
            <source>This day lies before the one it must follow. Check both dates.</source>
            <translation>Bu gün özündən əvvəl gəlməli olan gündən tezdir. Hər iki tarixi yoxlayın.</translation>
        </message>
        <message>
            <source>Which document was shown? Write its name, number and date.</source>
            <translation>Hansı sənəd göstərilib? Adını, nömrəsini və tarixini yazın.</translation>
        </message>
        <message>
            <source>The studies ended before the application: this ground does not fit.</source>
            <translation>Təhsil müraciətdən əvvəl bitib: bu əsas uyğun deyil.</translation>
        </message>
        <message>
            <source>Look the number up first: whose is it?</source>
            <translation>Əvvəlcə nömrəni axtarın: kimindir?</translation>
        </message>
        <message>
            <source>Nothing is chosen. Choose what belongs elsewhere.</source>
            <translation>Heç nə seçilməyib. Başqa vərəqə aid olanı seçin.</translation>
        </message>
        <message>
            <source>The file belongs to other centres. Their heads act in it.</source>
            <translation>Vərəq başqa mərkəzlərindir. Onda həmin mərkəzlərin rəhbərləri hərəkət edir.</translation>
        </message>
        <message>
            <source>Where does the person live? Write the address.</source>
            <translation>Şəxs harada yaşayır? Ünvanı yazın.</translation>
        </message>
        <message>
            <source>Choose the level of education.</source>
            <translation>Təhsil səviyyəsini seçin.</translation>
        </message>
        <message>
            <source>Name the paper that shows that the cause ended.</source>
            <translation>Səbəbin aradan qalxdığını göstərən sənədi yazın.</translation>
        </message>
        <message>
            <source>Fill in or mend what is missing: {n}.</source>
            <translation>Çatışmayanları doldurun və ya düzəldin: {n}.</translation>
        </message>
        <message>
            <source>Which position was it? Write it, or remove the job.</source>
            <translation>Hansı vəzifə idi? Yazın və ya bu iş yerini çıxarın.</translation>
        </message>
        <message>
            <source>No ground of refusal fits what is known now.</source>
            <translation>Məlum olanlara uyğun imtina əsası yoxdur.</translation>
        </message>
        <message>
            <source>The form was not sent yet. Send it, pause the case, or take the application back.</source>
            <translation>Ərizə hələ göndərilməyib. Göndərin, fasilə verin və ya müraciəti geri götürün.</translation>
        </message>
        <message>
            <source>Write a whole number, at most {n}.</source>
            <translation>Tam ədəd yazın, ən çoxu {n}.</translation>
        </message>
        <message>
            <source>The mobile number is missing: messages of MAS go there.</source>
            <translation>Mobil nömrə yazılmayıb: MAS-ın bildirişləri ora göndərilir.</translation>
        </message>
        <message>
            <source>Which specialty or profession does the person have?</source>
            <translation>Şəxsin ixtisası (peşəsi) nədir? Yazın.</translation>
        </message>
        <message>
            <source>Ask how the person gets to work, and choose.</source>
            <translation>Şəxsin işə necə gedə biləcəyini soruşun və seçin.</translation>
        </message>
        <message>
            <source>Until which day? Write the last day of the removal.</source>
            <translation>Hansı günədək? Müvəqqəti çıxarılmanın son gününü yazın.</translation>
        </message>
        <message>
            <source>Which work does the person look for?</source>
            <translation>Şəxs hansı işi axtarır? Yazın.</translation>
        </message>
        <message>
            <source>Write the year with four digits, at most {n}.</source>
            <translation>İli dörd rəqəmlə yazın, ən çoxu {n}.</translation>
        </message>
        <message>
            <source>Ground and article do not belong together. Choose the ground again.</source>
            <translation>Əsas və maddə bir-birinə uyğun gəlmir. Əsası yenidən seçin.</translation>
        </message>
        <message>
            <source>This ground does not fit this kind of application. Choose another.</source>
            <translation>Bu əsas müraciətin bu növünə uyğun deyil. Başqasını seçin.</translation>
        </message>
        <message>
            <source>This ground does not fit the registration as it stands. Choose another.</source>
            <translation>Bu əsas qeydiyyatın hazırkı vəziyyətinə uyğun deyil. Başqasını seçin.</translation>
        </message>
        <message>
            <source>This ground is not in force today. Choose another.</source>
            <translation>Bu əsas bu gün qüvvədə deyil. Başqasını seçin.</translation>
        </message>
        <message>
            <source>The facts do not support this ground. Choose the one that fits.</source>
            <translation>Hallar bu əsası təsdiq etmir. Uyğun olanı seçin.</translation>
        </message>
        <message>
            <source>The guardian's or curator's document ended on {date}. Ask for a valid one or prepare the notice.</source>
            <translation>Qəyyum (himayəçi) sənədinin müddəti {date} tarixində bitib. Etibarlısını istəyin və ya yazılı cavab hazırlayın.</translation>
        </message>
        <message>
            <source>The authority that appointed the guardian or curator is missing. Copy it from the act.</source>
            <translation>Qəyyumu (himayəçini) təyin edən qurum yazılmayıb. Sənəddən köçürün.</translation>
        </message>
        <message>
            <source>The guardian's or curator's document has no date. Copy it, or ask for a whole document.</source>
            <translation>Qəyyum (himayəçi) sənədinin tarixi yoxdur. Köçürün və ya tam sənəd istəyin.</translation>
        </message>
        <message>
            <source>This step recorded nothing that could be set aside.</source>
            <translation>Bu addım kənara qoyula biləcək heç nə qeydə almayıb.</translation>
        </message>
        <message>
            <source>The central system was restored and does not know your key here. Sign out and in again online: then this is sent.</source>
            <translation>Mərkəzi sistem ehtiyat nüsxədən yüklənib və buradakı açarınızı tanımır. Əlaqə olanda çıxıb yenidən daxil olun: onda ötürüləcək.</translation>
        </message>
        <message>
            <source>A newer law arrived damaged. Nothing was changed; it is fetched again in an hour.</source>
            <translation>Yeni qanun zədəli gəldi. Heç nə dəyişmədi; bir saatdan sonra yenidən alınır.</translation>
        </message>
        <message>
            <source>The disk does not take the newer law. Free some space; it is fetched again in an hour.</source>
            <translation>Yeni qanun diskə yazılmadı. Diskdə yer boşaldın; bir saatdan sonra yenidən alınır.</translation>
        </message>
        <message>
            <source>This program cannot read the newer law. Work goes on by the law before it; have the program updated.</source>
            <translation>Bu proqram yeni qanunu oxuya bilmir. İş əvvəlki qanunla davam edir; proqram yenilənsin.</translation>
        </message>
        <message>
            <source>The head of the centre has it already. Wait for the finding, or choose yourself.</source>
            <translation>Bu, artıq mərkəz rəhbərindədir. Qərarı gözləyin və ya özünüz seçin.</translation>
        </message>
        <message>
            <source>Write for the head of the centre what to look at.</source>
            <translation>Rəhbərin nəyə baxmalı olduğunu yazın.</translation>
        </message>
        <message>
            <source>The answer of the central system cannot be read. Tell the administrator.</source>
            <translation>Mərkəzi sistemin cavabı oxunmur. İnzibatçıya deyin.</translation>
        </message>
        <message>
            <source>The central system does not let you in. Lock the desk and sign in again.</source>
            <translation>Mərkəzi sistem sizi buraxmır. Masanı kilidləyib yenidən daxil olun.</translation>
        </message>
        <message>
            <source>The central system cannot be reached. Such acts count only online; try again with the connection.</source>
            <translation>Mərkəzi sistemlə əlaqə yoxdur. Belə hərəkətlər yalnız onlayn sayılır; əlaqə olanda təkrar edin.</translation>
        </message>
        <message>
            <source>The central system is not well now. Try again in a moment.</source>
            <translation>Mərkəzi sistem hazırda işləmir. Bir azdan təkrar edin.</translation>
        </message>
        <message>
            <source>The data differ from the register's answer. Ask the register again.</source>
            <translation>Məlumat reyestrin cavabından fərqlənir. Reyestrdən yenidən soruşun.</translation>
        </message>
        <message>
            <source>The number does not belong to this file. Ask the register again.</source>
            <translation>Nömrə bu vərəqə aid deyil. Reyestrdən yenidən soruşun.</translation>
        </message>
        <message>
            <source>Without the register a paper is needed. Record the paper that was shown.</source>
            <translation>Reyestr cavab vermədikdə sənəd lazımdır. Göstərilən sənədi qeyd edin.</translation>
        </message>
        <message>
            <source>The register knows this person: no paper is needed. Ask the register again.</source>
            <translation>Reyestr bu şəxsi tanıyır: sənəd lazım deyil. Reyestrdən yenidən soruşun.</translation>
        </message>
        <message>
            <source>The register was not asked yet. Ask it first, then use papers.</source>
            <translation>Reyestrdən hələ soruşulmayıb. Əvvəlcə soruşun, sonra sənədlə davam edin.</translation>
        </message>
        <message>
            <source>{n} lines on the right are still open.</source>
            <translation>Sağdakı {n} qeyd hələ açıqdır.</translation>
        </message>
        <message>
            <source>The ticket asks for an interpreter. Write into which language.</source>
            <translation>Bilet tərcüməçi tələb edir. Hansı dil olduğunu yazın.</translation>
        </message>
        <message>
            <source>Decided under a law that is no longer in force. Record it anew by the law in force now.</source>
            <translation>Artıq qüvvədə olmayan qanunla qərar verilib. İndi qüvvədə olan qanunla yenidən qeyd edin.</translation>
        </message>
        <message>
            <source>Decided under an older catalogue; it is checked again by itself.</source>
            <translation>Köhnə qaydalarla qərara alınıb; özü yenidən yoxlanılacaq.</translation>
        </message>
        <message>
            <source>Nobody was found. Compare the number with the paper.</source>
            <translation>Heç kim tapılmadı. Nömrəni sənədlə tutuşdurun.</translation>
        </message>
        <message>
            <source>No refused or withdrawn application was found. Compare the number.</source>
            <translation>İmtina edilmiş və ya geri götürülmüş müraciət tapılmadı. Nömrəni tutuşdurun.</translation>
        </message>
        <message>
            <source>Several persons were found. Type the PIN or the whole number.</source>
            <translation>Bir neçə şəxs tapıldı. FİN-i və ya tam nömrəni yazın.</translation>
        </message>
        <message>
            <source>The central system did not take the notes of who looked at which file. They are kept and sent again; tell the administrator.</source>
            <translation>Mərkəzi sistem kimin hansı vərəqəyə baxdığının qeydlərini qəbul etmədi. Qeydlər saxlanılır və yenidən göndərilir; inzibatçıya bildirin.</translation>
        </message>
        <message>
            <source>The register's answer is younger than what rests on it. Tell the administrator.</source>
            <translation>Reyestrin cavabı ona əsaslanan yazıdan sonradır. Administratora bildirin.</translation>
        </message>
        <message>
            <source>A newer answer is in the file already. Ask the register again.</source>
            <translation>Vərəqdə daha yeni cavab var. Reyestrdən yenidən soruşun.</translation>
        </message>
        <message>
            <source>This answer is about another application. Ask again.</source>
            <translation>Bu cavab başqa müraciətə aiddir. Yenidən soruşun.</translation>
        </message>
        <message>
            <source>This answer is about another person. Ask again.</source>
            <translation>Bu cavab başqa şəxsə aiddir. Yenidən soruşun.</translation>
        </message>
        <message>
            <source>This answer comes from another register. Ask the right one.</source>
            <translation>Bu cavab başqa reyestrdəndir. Lazım olan reyestrdən soruşun.</translation>
        </message>
        <message>
            <source>The register's answer is too old. Ask again before deciding.</source>
            <translation>Reyestrin cavabı köhnəlib. Qərardan əvvəl yenidən soruşun.</translation>
        </message>
        <message>
            <source>The register's answer is not signed. Ask again.</source>
            <translation>Reyestrin cavabı təsdiqlənməyib. Yenidən soruşun.</translation>
        </message>
        <message>
            <source>A migration PIN has 5 or 6 characters. Look at the bottom of the card's front.</source>
            <translation>Miqrasiya FİN-i 5 və ya 6 işarə olur. Kartın ön üzünün aşağısına baxın.</translation>
        </message>
        <message>
            <source>This is not a mobile number. Ask for the mobile number.</source>
            <translation>Bu, mobil nömrə deyil. Mobil nömrəni soruşun.</translation>
        </message>
        <message>
            <source>The number is +994 and 9 digits. Check the digits.</source>
            <translation>Nömrə +994 və 9 rəqəmdən ibarət olur. Rəqəmləri yoxlayın.</translation>
        </message>
        <message>
            <source>{n} persons have this number. Ask whether it is this person's.</source>
            <translation>Bu nömrə {n} şəxsdə göstərilib. Nömrənin bu şəxsə aid olduğunu soruşun.</translation>
        </message>
        <message>
            <source>The name is missing. Write it as on the paper.</source>
            <translation>Ad yazılmayıb. Sənəddəki kimi yazın.</translation>
        </message>
        <message>
            <source>The name comes from the register and is not changed here. Note any difference.</source>
            <translation>Ad reyestrdən gəlir, burada dəyişdirilmir. Fərq varsa, qeyd yazın.</translation>
        </message>
        <message>
            <source>A name has letters, spaces and hyphens only. Write it as on the paper.</source>
            <translation>Adda yalnız hərf, boşluq və defis olur. Sənəddəki kimi yazın.</translation>
        </message>
        <message>
            <source>The notice was recalled already.</source>
            <translation>Yazılı cavab artıq geri çağırılıb.</translation>
        </message>
        <message>
            <source>The notice was handed over already.</source>
            <translation>Yazılı cavab artıq təqdim edilib.</translation>
        </message>
        <message>
            <source>The notice was superseded already.</source>
            <translation>Yazılı cavab artıq əvəz edilib.</translation>
        </message>
        <message>
            <source>Another notice has this check code already. Tell the administrator.</source>
            <translation>Bu yoxlama kodu başqa yazılı cavabda var. Administratora bildirin.</translation>
        </message>
        <message>
            <source>The notice is not whole yet. What is missing is listed; each line leads to its field.</source>
            <translation>Yazılı cavab hələ tam deyil. Çatışmayanlar siyahıdadır, hər sətir öz xanasına aparır.</translation>
        </message>
        <message>
            <source>This notice is recorded already.</source>
            <translation>Bu yazılı cavab artıq qeydə alınıb.</translation>
        </message>
        <message>
            <source>The fact found is missing. Say what, from where, when.</source>
            <translation>Müəyyən edilmiş hal yazılmayıb. Nəyin, haradan, nə vaxt məlum olduğunu yazın.</translation>
        </message>
        <message>
            <source>No ground is chosen. Choose the one that fits.</source>
            <translation>Əsas seçilməyib. Siyahıdan bu hala uyğun olanı seçin.</translation>
        </message>
        <message>
            <source>New data leave notice {notice_no} without its ground. Prepare a superseding notice.</source>
            <translation>Vərəqdəki yeni məlumata görə {notice_no} nömrəli cavabın əsası qalmayıb. Əvəz edən cavab hazırlayın.</translation>
        </message>
        <message>
            <source>The number block is used up. The notice gets a provisional number, confirmed at the next connection.</source>
            <translation>Nömrə ehtiyatı bitib. Cavab müvəqqəti nömrə ilə verilir, qoşulma olan kimi nömrə təsdiqlənəcək.</translation>
        </message>
        <message>
            <source>The number was taken in between. Sign again: the next one is used.</source>
            <translation>Nömrə bu arada istifadə olunub. Yenidən imzalayın: növbəti nömrə götürüləcək.</translation>
        </message>
        <message>
            <source>{n} numbers left. The block is refilled at the next connection.</source>
            <translation>{n} nömrə qalıb. Növbəti əlaqədə ehtiyat tamamlanacaq.</translation>
        </message>
        <message>
            <source>The explanation is too short. The person must understand the decision from it.</source>
            <translation>İzah çox qısadır. Şəxs niyə belə qərar verildiyini bu mətndən anlamalıdır.</translation>
        </message>
        <message>
            <source>The application was opened again after this written answer was given.</source>
            <translation>Bu yazılı cavab veriləndən sonra müraciət yenidən açılıb.</translation>
        </message>
        <message>
            <source>Another written answer to the same application stands already.</source>
            <translation>Eyni müraciət üzrə başqa yazılı cavab artıq qüvvədədir.</translation>
        </message>
        <message>
            <source>This notice is not in the file. Reload it.</source>
            <translation>Bu yazılı cavab vərəqdə yoxdur. Vərəqi yeniləyin.</translation>
        </message>
        <message>
            <source>Number {number} was not leased to this desk. Open the application again: it gets another.</source>
            <translation>{number} nömrəsi bu masaya ayrılmayıb. Müraciəti yenidən açın: başqa nömrə alacaq.</translation>
        </message>
        <message>
            <source>Another application bears number {number} already. Open this one again: it gets another.</source>
            <translation>{number} nömrəsi artıq başqa müraciətdədir. Bu müraciəti yenidən açın: başqa nömrə alacaq.</translation>
        </message>
        <message>
            <source>This vacancy was offered before. Choose another.</source>
            <translation>Bu vakansiya artıq təklif olunub. Başqasını seçin.</translation>
        </message>
        <message>
            <source>The reason is not judged. Choose justified or not and say why.</source>
            <translation>Səbəb qiymətləndirilməyib. Əsaslı və ya əsaslı deyil seçin və niyəsini yazın.</translation>
        </message>
        <message>
            <source>{n} offers were declined. For information only: you decide.</source>
            <translation>Şəxs {n} təklifi qəbul etməyib. Bu, yalnız məlumatdır: qərarı siz verirsiniz.</translation>
        </message>
        <message>
            <source>No vacancy fits. Widen the search or choose "No suitable work".</source>
            <translation>Bu meyarlar üzrə boş iş yeri tapılmadı. Meyarı genişləndirin və ya “Münasib iş yoxdur” seçin.</translation>
        </message>
        <message>
            <source>This work does not fit by law. It cannot be offered as suitable.</source>
            <translation>Bu iş qanunun şərtlərinə uyğun deyil. Münasib iş kimi təklif oluna bilməz.</translation>
        </message>
        <message>
            <source>A test is not answered yet. Ask the person first.</source>
            <translation>Bir şərtə hələ cavab yoxdur. Əvvəl şəxsdən soruşun.</translation>
        </message>
        <message>
            <source>The person's reason is missing. Write it briefly in their words.</source>
            <translation>Şəxsin səbəbi yazılmayıb. Öz sözləri ilə qısa yazın.</translation>
        </message>
        <message>
            <source>The test "{label}" is not judged. Enter a value or choose "does not apply" and say why.</source>
            <translation>{label} meyarı qiymətləndirilməyib. Dəyəri yazın və ya “aidiyyəti yoxdur” seçib səbəbini göstərin.</translation>
        </message>
        <message>
            <source>This is not the offer on the table. Reload the file.</source>
            <translation>Bu, müzakirə olunan təklif deyil. Vərəqi yeniləyin.</translation>
        </message>
        <message>
            <source>This vacancy is already filled. Choose another.</source>
            <translation>Bu boş iş yeri artıq tutulub. Digərini seçin.</translation>
        </message>
        <message>
            <source>There is nothing this paper could say yet, or not any more. Look at the person's file.</source>
            <translation>Bu sənədin təsdiq edəcəyi hal hələ yoxdur və ya artıq qüvvədə deyil. Şəxsin vərəqinə baxın.</translation>
        </message>
        <message>
            <source>The number of the paper is missing. Copy series and number from the paper shown.</source>
            <translation>Sənədin nömrəsi yazılmayıb. Göstərilən sənəddən seriya və nömrəni köçürün.</translation>
        </message>
        <message>
            <source>No record by this paper. Compare the number, then continue with papers.</source>
            <translation>Bu sənəd üzrə məlumat tapılmadı. Nömrəni tutuşdurun, sonra sənədlə davam edin.</translation>
        </message>
        <message>
            <source>A paper's number has 4 to 12 letters and digits. Copy it from the paper.</source>
            <translation>Sənədin nömrəsi 4–12 hərf və rəqəmdən ibarət olur. Sənəddən köçürün.</translation>
        </message>
        <message>
            <source>The permit ends on {date}. Tell the person; you may continue.</source>
            <translation>İcazənin müddəti {date} tarixində bitir. Şəxsə bunu bildirin, davam edə bilərsiniz.</translation>
        </message>
        <message>
            <source>The register of permits knows no permit of this person. Compare the number with the card.</source>
            <translation>İcazələr reyestrində bu şəxsin icazəsi yoxdur. Nömrəni kartla tutuşdurun.</translation>
        </message>
        <message>
            <source>The register has another permit of this person. Compare the number with the card.</source>
            <translation>Reyestrdə bu şəxsin başqa icazəsi var. Nömrəni kartla tutuşdurun.</translation>
        </message>
        <message>
            <source>The register says that the permit ends on {date}. The earlier day counts.</source>
            <translation>Reyestrə görə icazənin son günü {date} tarixidir. Daha erkən gün əsas götürülür.</translation>
        </message>
        <message>
            <source>The register of permits did not answer. The paper counts; ask again later.</source>
            <translation>İcazələr reyestri cavab vermədi. Sənəd keçərlidir, sonra yenidən soruşun.</translation>
        </message>
        <message>
            <source>This person already has a file. Continue with it.</source>
            <translation>Bu şəxsin vərəqi artıq var. Yenisi açılmır: mövcud vərəqlə davam edin.</translation>
        </message>
        <message>
            <source>The person was not identified today. Begin a new application with the number.</source>
            <translation>Şəxs bu gün müəyyən edilməyib. Nömrə ilə yeni müraciətə başlayın.</translation>
        </message>
        <message>
            <source>The person is not identified yet. Ask the register or use the papers.</source>
            <translation>Şəxs hələ müəyyən edilməyib. Reyestri soruşun və ya sənədlərdən istifadə edin.</translation>
        </message>
        <message>
            <source>This file is open at desk {desk}. You may continue; a difference would show under disagreements.</source>
            <translation>Bu vərəq hazırda {desk} nömrəli masada açıqdır. Davam edə bilərsiniz; fərq yaranarsa, uyğunsuzluqlarda görünəcək.</translation>
        </message>
        <message>
            <source>The file belongs to another centre. State the purpose; the view is logged.</source>
            <translation>Vərəq başqa mərkəzə aiddir. Baxmaq üçün məqsədi yazın, baxış jurnalda qalır.</translation>
        </message>
        <message>
            <source>PIN (FİN) is missing. Read the card or type it.</source>
            <translation>FİN yazılmayıb. Kartdan oxudun və ya əl ilə yazın.</translation>
        </message>
        <message>
            <source>A PIN (FİN) has 7 characters, here are {n}. Compare with the card.</source>
            <translation>FİN 7 işarədən ibarət olur, burada {n} işarə var. Kartla tutuşdurun.</translation>
        </message>
        <message>
            <source>A PIN (FİN) has no letters O and I. Check the digits 0 and 1.</source>
            <translation>FİN-də O və I hərfi olmur. 0 və 1 rəqəmini yoxlayın.</translation>
        </message>
        <message>
            <source>No record for this PIN (FİN). Check it or continue with papers.</source>
            <translation>Bu FİN üzrə məlumat tapılmadı. Nömrəni yoxlayın və ya sənədlə davam edin.</translation>
        </message>
        <message>
            <source>The register has another name for this PIN (FİN). Compare the card and the person again.</source>
            <translation>Bu FİN reyestrdə başqa ad ilə qeyd olunub. Kartı və qarşınızdakı şəxsi yenidən tutuşdurun.</translation>
        </message>
        <message>
            <source>This does not look like a PIN (FİN): only Latin letters and digits. Read the card again.</source>
            <translation>Bu yazılış FİN-ə uyğun deyil: yalnız latın hərfi və rəqəm olur. Kartdan yenidən oxudun.</translation>
        </message>
        <message>
            <source>Who certified the power of attorney is missing. Choose the kind and write who.</source>
            <translation>Etibarnaməni kimin təsdiq etdiyi yazılmayıb. Növünü seçin və adını yazın.</translation>
        </message>
        <message>
            <source>The notaries' answer is old. Ask again before deciding.</source>
            <translation>Notariat sisteminin cavabı köhnəlib. Qərardan əvvəl yenidən soruşun.</translation>
        </message>
        <message>
            <source>The power of attorney expired on {date}. Ask for a new one or prepare the notice.</source>
            <translation>Etibarnamənin müddəti {date} tarixində bitib. Yeni etibarnamə istəyin və ya yazılı cavab hazırlayın.</translation>
        </message>
        <message>
            <source>The scope does not name this service. Say why you accept it, or ask for another paper.</source>
            <translation>Səlahiyyətlərdə bu xidmət yazılmayıb. Niyə qəbul etdiyinizi yazın və ya başqa sənəd istəyin.</translation>
        </message>
        <message>
            <source>The power of attorney has no date and cannot be accepted. Ask for a new one or prepare the notice.</source>
            <translation>Etibarnamədə tarix yoxdur, ona görə qəbul edilmir. Yeni etibarnamə istəyin və ya yazılı cavab hazırlayın.</translation>
        </message>
        <message>
            <source>The notaries' register does not know this number. Compare it with the paper; you decide.</source>
            <translation>Notariat sistemində bu nömrə yoxdur. Sənədlə tutuşdurun, qərarı siz verirsiniz.</translation>
        </message>
        <message>
            <source>The notaries' answer is about another paper. Ask again.</source>
            <translation>Notariat sisteminin cavabı başqa sənədə aiddir. Yenidən soruşun.</translation>
        </message>
        <message>
            <source>By the notaries' register this power of attorney is from somebody else. Compare number and names.</source>
            <translation>Notariat sisteminə görə bu etibarnaməni başqa şəxs verib. Nömrəni və adları tutuşdurun.</translation>
        </message>
        <message>
            <source>The scope does not cover this application. Read it again; if so, prepare the notice.</source>
            <translation>Yazılan səlahiyyətlər bu müraciəti əhatə etmir. Mətni yenidən oxuyun; uyğun deyilsə, yazılı cavab hazırlayın.</translation>
        </message>
        <message>
            <source>The scope is missing. Write it as it stands in the paper.</source>
            <translation>Səlahiyyətlər yazılmayıb. Etibarnamədən eynilə yazın.</translation>
        </message>
        <message>
            <source>Say whether the scope names this service.</source>
            <translation>Səlahiyyətlərdə bu xidmətin yazılıb-yazılmadığını seçin.</translation>
        </message>
        <message>
            <source>The scope does not name this service. You accepted it with a reason.</source>
            <translation>Səlahiyyətlərdə bu xidmət yazılmayıb. Səbəb göstərməklə qəbul etmisiniz.</translation>
        </message>
        <message>
            <source>The validity was not checked, the notary system did not answer. Continue with the paper; it will be checked later.</source>
            <translation>Etibarnamənin qüvvədə olması yoxlanılmayıb, notariat sistemi cavab vermədi. Sənədlə davam edin, yoxlama sonra təkrarlanacaq.</translation>
        </message>
        <message>
            <source>No printer found. The document is saved: connect or choose another.</source>
            <translation>Printer tapılmadı. Sənəd saxlanılıb: printeri qoşun və ya digərini seçin.</translation>
        </message>
        <message>
            <source>Printing stopped. Check the paper and print a copy; the number stays.</source>
            <translation>Çap yarımçıq qaldı. Kağızı yoxlayın və surəti çap edin; nömrə dəyişmir.</translation>
        </message>
        <message>
            <source>Write months from 0 to 11.</source>
            <translation>Ayları 0-dan 11-dək yazın.</translation>
        </message>
        <message>
            <source>Write the position of this job.</source>
            <translation>Bu işin vəzifəsini yazın.</translation>
        </message>
        <message>
            <source>Type a year with four digits.</source>
            <translation>İli dörd rəqəmlə yazın.</translation>
        </message>
        <message>
            <source>Write whole years, at most 60.</source>
            <translation>Tam illərlə yazın, ən çoxu 60.</translation>
        </message>
        <message>
            <source>Something unexpected went wrong. Your work is saved: reopen the program; if it repeats, tell the administrator.</source>
            <translation>Gözlənilməz nasazlıq oldu. Yazdıqlarınız saxlanılıb: proqramı yenidən açın, təkrarlanarsa, inzibatçıya bildirin.</translation>
        </message>
        <message>
            <source>Call the ticket first.</source>
            <translation>Əvvəlcə bileti çağırın.</translation>
        </message>
        <message>
            <source>Nobody is waiting.</source>
            <translation>Növbədə heç kim yoxdur.</translation>
        </message>
        <message>
            <source>The person is here: the application is open.</source>
            <translation>Şəxs gəlib: müraciət açıqdır.</translation>
        </message>
        <message>
            <source>Select a ticket first.</source>
            <translation>Əvvəlcə bilet seçin.</translation>
        </message>
        <message>
            <source>The queue cannot be reached.</source>
            <translation>Növbə ilə əlaqə yoxdur.</translation>
        </message>
        <message>
            <source>The queue cannot be reached. Serve without a ticket: Ctrl+N.</source>
            <translation>Növbə ilə əlaqə yoxdur. Biletsiz davam edin: Ctrl+N.</translation>
        </message>
        <message>
            <source>The registers are being asked. Wait, or stop waiting.</source>
            <translation>Reyestrlərdən soruşulur. Gözləyin və ya dayandırın.</translation>
        </message>
        <message>
            <source>Who took the notice is not recorded. Record it before the person leaves.</source>
            <translation>Cavabın kimə verildiyi qeyd olunmayıb. Şəxs getməzdən əvvəl qeyd edin.</translation>
        </message>
        <message>
            <source>Choose who took it and how.</source>
            <translation>Kim və necə aldığını seçin.</translation>
        </message>
        <message>
            <source>Two referrals have this number. Give the application too.</source>
            <translation>Bu nömrədə iki göndəriş var. Müraciətin nömrəsini də yazın.</translation>
        </message>
        <message>
            <source>The employer has answered this referral before.</source>
            <translation>İşəgötürən bu göndərişə artıq cavab verib.</translation>
        </message>
        <message>
            <source>The referral is presented between {date} and {until}. Change the day.</source>
            <translation>Göndəriş {date} – {until} tarixləri arasında təqdim olunur. Günü dəyişin.</translation>
        </message>
        <message>
            <source>This folder was copied from another computer and does not open here. The administrator enrols this computer in its place.</source>
            <translation>Bu qovluq başqa kompüterdən köçürülüb və burada açılmır. İnzibatçı bu kompüteri onun yerinə qoşur.</translation>
        </message>
        <message>
            <source>This database is an older copy. No numbers are given until the next connection; then it mends itself.</source>
            <translation>Bu baza köhnə nüsxədir. Növbəti əlaqəyədək nömrə verilmir; sonra özü düzəlir.</translation>
        </message>
        <message>
            <source>Another computer speaks as this desk. The administrator says which one stays; what was not sent is kept and can be exported.</source>
            <translation>Başqa kompüter də bu masanın adından danışır. Hansının qaldığını inzibatçı deyir; ötürülməyənlər saxlanılır və fayla çıxarıla bilər.</translation>
        </message>
        <message>
            <source>Another computer is this desk now. Export what was not sent from here and tell the administrator.</source>
            <translation>İndi bu masa başqa kompüterdədir. Buradan ötürülməyənləri fayla çıxarın və inzibatçıya bildirin.</translation>
        </message>
        <message>
            <source>This desk was taken away. Export what was not sent from here and tell the administrator.</source>
            <translation>Bu masa ləğv edilib. Buradan ötürülməyənləri fayla çıxarın və inzibatçıya bildirin.</translation>
        </message>
        <message>
            <source>The central system does not know this desk any more. The administrator enrols it again; what was not sent is kept.</source>
            <translation>Mərkəzi sistem bu masanı daha tanımır. İnzibatçı onu yenidən qoşur; ötürülməyənlər saxlanılır.</translation>
        </message>
        <message>
            <source>The file with unsent work cannot be used; nothing of it was taken. Make it anew at the desk.</source>
            <translation>Ötürülməmiş işlərin faylından istifadə etmək olmur; ondan heç nə götürülmədi. Onu masada yenidən hazırlayın.</translation>
        </message>
        <message>
            <source>Nobody looked for vacancies for this application today. Search first.</source>
            <translation>Bu müraciət üçün bu gün vakansiya axtarılmayıb. Əvvəl axtarın.</translation>
        </message>
        <message>
            <source>The application of this referral is closed.</source>
            <translation>Bu göndərişin aid olduğu müraciət bağlanıb.</translation>
        </message>
        <message>
            <source>Its paper is out under its number. Refuse anew in the case: the new answer takes its place.</source>
            <translation>Sənədi öz nömrəsi ilə artıq verilib. Müraciətdə yenidən imtina hazırlayın: yeni cavab onu əvəz edəcək.</translation>
        </message>
        <message>
            <source>Agents already work at this desk, and the code is another desk's. Ask the administrator for a code for this desk.</source>
            <translation>Bu masada artıq agentlər işləyir, kod isə başqa masanındır. İnzibatçıdan bu masa üçün kod istəyin.</translation>
        </message>
        <message>
            <source>The employer's term ended on {date}. It counts as no: go on to the decision.</source>
            <translation>İşəgötürənin cavab müddəti {date} tarixində bitib. Bu, mənfi cavab sayılır: qərara keçin.</translation>
        </message>
        <message>
            <source>There is no such referral in the file. Reload it.</source>
            <translation>Vərəqdə belə göndəriş yoxdur. Yenidən yükləyin.</translation>
        </message>
        <message>
            <source>The answer is {hours} hours old. Ask again before deciding.</source>
            <translation>Reyestrin cavabı {hours} saat əvvəlkidir. Qərardan əvvəl yenidən soruşun.</translation>
        </message>
        <message>
            <source>The register's answer contradicts itself. Continue with papers.</source>
            <translation>Reyestrin cavabı öz-özü ilə uyğun gəlmir. Sənədlə davam edin.</translation>
        </message>
        <message>
            <source>An employment entry was found: Article {article}. Go through it with the person, then prepare the notice.</source>
            <translation>Məşğulluq barədə məlumat aşkar olundu (maddə: {article}). Məlumatı şəxslə yoxlayın, sonra yazılı cavab hazırlayın.</translation>
        </message>
        <message>
            <source>Employment is not checked: the register did not answer. The application is kept; the decision comes after the answer.</source>
            <translation>Məşğulluq yoxlanılmayıb: reyestr cavab vermədi. Müraciət saxlanılır, qərar cavabdan sonra verilə bilər.</translation>
        </message>
        <message>
            <source>A land share was found. Explain jobseeker registration, training and self-employment.</source>
            <translation>Torpaq payı aşkar olundu. Şəxsə işaxtaran qeydiyyatını, peşə hazırlığını və özünüməşğulluğu izah edin.</translation>
        </message>
        <message>
            <source>The purpose is missing. Enter the application number or the reason.</source>
            <translation>Sorğunun məqsədi yazılmayıb. Müraciətin nömrəsini və ya səbəbi yazın.</translation>
        </message>
        <message>
            <source>The register did not answer. Continue with papers or ask again in a minute.</source>
            <translation>Reyestr cavab vermədi. Sənədlə davam edin və ya bir dəqiqədən sonra yenidən soruşun.</translation>
        </message>
        <message>
            <source>Waiting for the register ({seconds} s). You may fill other fields meanwhile.</source>
            <translation>Reyestrdən cavab gözlənilir ({seconds} san.). Gözləyərkən digər xanaları doldura bilərsiniz.</translation>
        </message>
        <message>
            <source>A head speaks only for an entity or a household. Choose another basis.</source>
            <translation>Rəhbər yalnız hüquqi şəxs və ya ailə təsərrüfatı adından danışır. Başqa əsas seçin.</translation>
        </message>
        <message>
            <source>The card was read: it has no PIN (FİN) in its lines. Type it from the card.</source>
            <translation>Vəsiqə oxundu, sətirlərində FİN yoxdur. Vəsiqədən yazın.</translation>
        </message>
        <message>
            <source>On handing over the document itself is shown, a copy is not enough. Ask for it.</source>
            <translation>Təqdim edərkən sənədin özü göstərilir, surəti kifayət deyil. Sənədi istəyin.</translation>
        </message>
        <message>
            <source>In which form the document is shown is not chosen: on handing over it is the original or a notarised copy.</source>
            <translation>Sənədin hansı formada göstərildiyi seçilməyib: cavab veriləndə əsli və ya notarial təsdiq edilmiş surəti göstərilir.</translation>
        </message>
        <message>
            <source>The representative's own number is missing. Ask for the representative's card.</source>
            <translation>Nümayəndənin öz nömrəsi yazılmayıb. Nümayəndənin vəsiqəsini istəyin.</translation>
        </message>
        <message>
            <source>This representative stands in for {n} applicants within {days} days. Look closely; you may continue.</source>
            <translation>Bu nümayəndə {days} gün ərzində {n} şəxsi təmsil edib. Diqqətlə yoxlayın, davam edə bilərsiniz.</translation>
        </message>
        <message>
            <source>The representative's name is missing. Ask the register or copy it from the card.</source>
            <translation>Nümayəndənin adı yazılmayıb. Reyestrdən soruşun və ya vəsiqədən köçürün.</translation>
        </message>
        <message>
            <source>The number of the paper is missing. Copy it.</source>
            <translation>Sənədin nömrəsi yazılmayıb. Köçürün.</translation>
        </message>
        <message>
            <source>The date of the paper is in the future. Compare with the paper.</source>
            <translation>Sənədin tarixi gələcəkdədir. Sənədlə tutuşdurun.</translation>
        </message>
        <message>
            <source>The representative's proof is missing. Add a copy of the power of attorney or guardianship paper.</source>
            <translation>Nümayəndənin sənədi əlavə olunmayıb. Etibarnamənin və ya qəyyum (himayəçi) sənədinin surətini əlavə edin.</translation>
        </message>
        <message>
            <source>This is the applicant's own number. Write the representative's.</source>
            <translation>Bu, müraciət edən şəxsin öz nömrəsidir. Nümayəndənin nömrəsini yazın.</translation>
        </message>
        <message>
            <source>This field is empty. Enter: {label}.</source>
            <translation>Bu xana boşdur. {label} yazın.</translation>
        </message>
        <message>
            <source>The term of the law runs until {date}. Resumption is possible from then on.</source>
            <translation>Qanunun müəyyən etdiyi müddət {date} tarixinədək davam edir. Bərpa ondan sonra mümkündür.</translation>
        </message>
        <message>
            <source>Somebody has closed this review already. Reload the list.</source>
            <translation>Bu yoxlamanı artıq kimsə bağlayıb. Siyahını yeniləyin.</translation>
        </message>
        <message>
            <source>The file was marked once more meanwhile. Look at the new reason, then close the review.</source>
            <translation>Bu arada vərəqə yeni qeyd qoyulub. Yeni səbəbə baxın, sonra baxışı bağlayın.</translation>
        </message>
        <message>
            <source>A scan is still being read. Wait a moment.</source>
            <translation>Skan hələ oxunur. Bir az gözləyin.</translation>
        </message>
        <message>
            <source>By its name the file is {named}, by its content it is not. Scan the paper again.</source>
            <translation>Faylın adına görə {named} olmalıdır, məzmunu isə başqadır. Sənədi yenidən skan edin.</translation>
        </message>
        <message>
            <source>The PDF is protected with a password. Attach one without protection.</source>
            <translation>PDF parolla qorunur. Qorunmayan faylı əlavə edin.</translation>
        </message>
        <message>
            <source>The scanner did not answer. Check cable and sheet, scan again.</source>
            <translation>Skaner cavab vermədi. Kabeli və vərəqi yoxlayın, sonra yenidən skan edin.</translation>
        </message>
        <message>
            <source>There is no file and no picture to attach. Copy one, then paste again.</source>
            <translation>Əlavə etməyə fayl və ya şəkil yoxdur. Əvvəlcə surətini çıxarın, sonra yenidən yapışdırın.</translation>
        </message>
        <message>
            <source>This is not a PDF, JPEG or PNG file. Save the scan in one of these kinds.</source>
            <translation>Bu, PDF, JPEG və ya PNG faylı deyil. Skanı bu növlərdən birində yadda saxlayın.</translation>
        </message>
        <message>
            <source>The picture has more than {limit} million pixels. Scan again at 300 dpi.</source>
            <translation>Şəkildə {limit} milyondan çox piksel var. 300 dpi ilə yenidən skan edin.</translation>
        </message>
        <message>
            <source>The file is {size} MB, the limit is {limit} MB. Scan again at lower quality.</source>
            <translation>Fayl {size} MB, yol verilən həcm {limit} MB. Aşağı keyfiyyətlə yenidən skan edin.</translation>
        </message>
        <message>
            <source>A paper has at most {limit} scans, the rest was not taken. Put several pages into one PDF.</source>
            <translation>Bir sənədə ən çoxu {limit} skan əlavə olunur, qalanı əlavə edilmədi. Bir neçə səhifəni bir PDF-də birləşdirin.</translation>
        </message>
        <message>
            <source>The file has {n} pages, the limit is {limit}. Attach only the pages of this paper.</source>
            <translation>Faylda {n} səhifə var, yol verilən say {limit}. Yalnız bu sənədin səhifələrini əlavə edin.</translation>
        </message>
        <message>
            <source>The picture's short side is {n} pixels, at least {limit} are needed. Scan again at 300 dpi.</source>
            <translation>Şəklin qısa tərəfi {n} pikseldir, ən azı {limit} olmalıdır. 300 dpi ilə yenidən skan edin.</translation>
        </message>
        <message>
            <source>The file cannot be read, it may be damaged. Scan the paper again.</source>
            <translation>Fayl oxunmur, zədəli ola bilər. Sənədi yenidən skan edin.</translation>
        </message>
        <message>
            <source>The certificate expired on {date}. Get a new one; you may sign by hand.</source>
            <translation>Sertifikatın müddəti {date} tarixində bitib. Yeni sertifikat alın; cavabı əl ilə imzalaya bilərsiniz.</translation>
        </message>
        <message>
            <source>The certificate is valid only from {date}. Sign by hand until then.</source>
            <translation>Sertifikat {date} tarixindən etibarlıdır. O vaxtadək əl ilə imzalayın.</translation>
        </message>
        <message>
            <source>The certificate belongs to somebody else. Insert your own token.</source>
            <translation>Sertifikat başqa əməkdaşa aiddir. Öz tokeninizi taxın.</translation>
        </message>
        <message>
            <source>The certificate is revoked and cannot sign. If the token was lost, tell the issuer at once.</source>
            <translation>Sertifikata xitam verilib, onunla imzalamaq olmaz. Token itibsə, dərhal sertifikat mərkəzinə bildirin.</translation>
        </message>
        <message>
            <source>The document was not signed. Try again, or sign by hand.</source>
            <translation>Sənəd imzalanmadı. Yenidən cəhd edin və ya əl ilə imzalayın.</translation>
        </message>
        <message>
            <source>The key file cannot be read. Check it in the settings, or sign by hand.</source>
            <translation>Açar faylı oxunmur. Parametrlərdə yoxlayın və ya əl ilə imzalayın.</translation>
        </message>
        <message>
            <source>The key is not open any more. Type the PIN again.</source>
            <translation>Açar artıq açıq deyil. PIN kodunu yenidən yazın.</translation>
        </message>
        <message>
            <source>No time stamp yet. The document is signed; the stamp is added when we are online.</source>
            <translation>Vaxt möhürü alınmadı. Sənəd imzalanıb, möhür qoşulma olan kimi əlavə ediləcək.</translation>
        </message>
        <message>
            <source>The PIN is missing. Type it.</source>
            <translation>PIN kodu yazılmayıb. Yazın.</translation>
        </message>
        <message>
            <source>The token is locked. Contact its issuer; you may sign by hand and continue.</source>
            <translation>Token kilidlənib. Sertifikatı verən mərkəzə müraciət edin; cavabı əl ilə imzalayıb davam edə bilərsiniz.</translation>
        </message>
        <message>
            <source>The token PIN did not match, {n} tries left. Type it again.</source>
            <translation>PIN kodu uyğun gəlmədi, {n} cəhd qalıb. Yenidən yazın.</translation>
        </message>
        <message>
            <source>The PIN does not open the key file. Type it again.</source>
            <translation>PIN kodu açar faylını açmadı. Yenidən yazın.</translation>
        </message>
        <message>
            <source>No signing token found. Insert it or choose another way to sign.</source>
            <translation>İmza tokeni tapılmadı. Tokeni taxın və ya digər imza üsulunu seçin.</translation>
        </message>
        <message>
            <source>The signature did not pass the check, the document was not issued. Sign again; if it repeats, tell the administrator.</source>
            <translation>İmza yoxlamadan keçmədi, sənəd verilmədi. Yenidən imzalayın; təkrarlanarsa, inzibatçıya bildirin.</translation>
        </message>
        <message>
            <source>This desk is not enrolled. Get an enrolment code from the administrator.</source>
            <translation>Bu masa mərkəzə qoşulmayıb. İnzibatçıdan qoşulma kodu alın.</translation>
        </message>
        <message>
            <source>The sign-in name is missing. Type it.</source>
            <translation>İstifadəçi adı yazılmayıb. Adı yazın.</translation>
        </message>
        <message>
            <source>A first sign-in at this desk needs the network. Connect, or let an agent of this desk sign in.</source>
            <translation>Bu masada ilk giriş üçün şəbəkə lazımdır. Şəbəkəni qoşun və ya bu masanın əməkdaşı daxil olsun.</translation>
        </message>
        <message>
            <source>The password is missing. Type it.</source>
            <translation>Parol yazılmayıb. Parolu yazın.</translation>
        </message>
        <message>
            <source>Your role does not open this section. If you need it, ask the centre head.</source>
            <translation>Bu bölmə rolunuza açıq deyil. Lazımdırsa, mərkəz rəhbərinə müraciət edin.</translation>
        </message>
        <message>
            <source>Too many tries. Try again in {seconds} seconds.</source>
            <translation>Çox cəhd oldu. {seconds} saniyədən sonra yenidən yazın.</translation>
        </message>
        <message>
            <source>User name or password did not match. Type again, mind capitals.</source>
            <translation>İstifadəçi adı və ya parol uyğun gəlmədi. Yenidən yazın, böyük-kiçik hərfi yoxlayın.</translation>
        </message>
        <message>
            <source>MAS did not say how the person is registered. You may continue; it is checked later.</source>
            <translation>MAS şəxsin qeydiyyat vəziyyətini bildirməyib. Davam edə bilərsiniz, sonra yoxlanılacaq.</translation>
        </message>
        <message>
            <source>This PC's clock is off by {minutes} minutes. Ask the administrator to set it.</source>
            <translation>Bu kompüterin saatı {minutes} dəqiqə fərqlənir. Saatı düzəltməyi inzibatçıdan xahiş edin.</translation>
        </message>
        <message>
            <source>This file was changed elsewhere too. Look at both sides and decide.</source>
            <translation>Bu vərəq başqa masada da dəyişib. İki tərəfə baxın və qərar verin.</translation>
        </message>
        <message>
            <source>No new cases after a long time offline. You may finish and export what is begun.</source>
            <translation>Uzun müddət qoşulma olmadığı üçün yeni müraciət açılmır. Başladıqlarınızı bitirə və fayla yaza bilərsiniz.</translation>
        </message>
        <message>
            <source>Offline. Go on working: {n} items are waiting.</source>
            <translation>Qoşulma yoxdur. İşə davam edin: {n} yazı ötürülməyi gözləyir.</translation>
        </message>
        <message>
            <source>The central system did not accept the item: {reason}. Open and mend it.</source>
            <translation>Mərkəzi sistem yazını qəbul etmədi: {reason}. Yazını açın və düzəldin.</translation>
        </message>
        <message>
            <source>Offline for {days} days. After {limit} days no new cases can be opened: tell the administrator.</source>
            <translation>{days} gündür qoşulma yoxdur. {limit} gündən sonra yeni müraciət açılmayacaq: inzibatçıya bildirin.</translation>
        </message>
        <message>
            <source>The ticket was sent to another desk.</source>
            <translation>Bilet başqa masaya yönəldilib.</translation>
        </message>
        <message>
            <source>The ticket is not called. Call it first.</source>
            <translation>Bilet çağırılmayıb. Əvvəlcə çağırın.</translation>
        </message>
        <message>
            <source>Another desk called this ticket.</source>
            <translation>Bu bileti başqa masa çağırıb.</translation>
        </message>
        <message>
            <source>The ticket is for a direction that this desk does not serve.</source>
            <translation>Bilet bu masanın xidmət göstərmədiyi istiqamət üçündür.</translation>
        </message>
        <message>
            <source>The person with this ticket was served already.</source>
            <translation>Bu bilet üzrə xidmət artıq göstərilib.</translation>
        </message>
        <message>
            <source>Another desk was quicker. Choose another ticket.</source>
            <translation>Başqa masa daha tez çağırdı. Başqa bilet seçin.</translation>
        </message>
        <message>
            <source>There is no such ticket today. Compare with the paper.</source>
            <translation>Bu gün belə bilet yoxdur. Biletlə tutuşdurun.</translation>
        </message>
        <message>
            <source>Only an employer may answer this.</source>
            <translation>Buna yalnız işəgötürən cavab verə bilər.</translation>
        </message>
        <message>
            <source>No other desk of the centre works: there is nowhere to send the ticket.</source>
            <translation>Mərkəzdə başqa işləyən masa yoxdur: bileti yönəltməyə yer yoxdur.</translation>
        </message>
        <message>
            <source>The database was written by a newer version. Update the program; nothing was touched.</source>
            <translation>Məlumat bazası proqramın daha yeni versiyası ilə yazılıb. Proqramı yeniləyin; məlumata toxunulmadı.</translation>
        </message>
        <message>
            <source>This value is not in the expected form. Compare it with the paper.</source>
            <translation>Bu yazılış gözlənilən formada deyil. Sənədlə tutuşdurun.</translation>
        </message>
        <message>
            <source>This tax number (VÖEN) does not add up. Compare with the paper.</source>
            <translation>Bu VÖEN yoxlamadan keçmir. Sənədlə tutuşdurun.</translation>
        </message>
        <message>
            <source>The tax number (VÖEN) is missing. Copy it from the paper.</source>
            <translation>VÖEN yazılmayıb. Sənəddən köçürün.</translation>
        </message>
        <message>
            <source>This tax number (VÖEN) is a person's. Choose the entrepreneur and type the PIN (FİN).</source>
            <translation>Bu VÖEN fiziki şəxsindir. Sahibkarı seçin və FİN yazın.</translation>
        </message>
        <message>
            <source>A tax number (VÖEN) has 10 digits, here are {n}. Compare with the paper.</source>
            <translation>VÖEN 10 rəqəmdən ibarətdir, burada {n} işarə var. Sənədlə tutuşdurun.</translation>
        </message>
        <message>
            <source>The period ends before it starts. Check both dates.</source>
            <translation>Müddət başlamazdan əvvəl bitir. Hər iki tarixi yoxlayın.</translation>
        </message>
        <message>
            <source>Not possible in the present status. Choose among what is possible.</source>
            <translation>Hazırkı vəziyyətdə bu mümkün deyil. Mümkün olanlardan seçin.</translation>
        </message>
        <message>
            <source>No connection. Decisions are made online only; try again when it is back.</source>
            <translation>Əlaqə yoxdur. Qərar yalnız onlayn verilir; əlaqə bərpa olunanda yenidən cəhd edin.</translation>
        </message>
        <message>
            <source>The central system does not answer now. Try again in a minute.</source>
            <translation>Mərkəzi sistem indi cavab vermir. Bir dəqiqədən sonra yenidən cəhd edin.</translation>
        </message>
        <message>
            <source>The basis of the erasure is missing. Name the decision.</source>
            <translation>Silinmənin əsası yazılmayıb. Qərarı göstərin.</translation>
        </message>
        <message>
            <source>The reason is missing. Say why, briefly.</source>
            <translation>Səbəb yazılmayıb. Qısa yazın.</translation>
        </message>
        <message>
            <source>This is the same file. Choose the other one.</source>
            <translation>Bu, həmin vərəqin özüdür. Digərini seçin.</translation>
        </message>
        <message>
            <source>The reason of the recall is missing. It is printed.</source>
            <translation>Geri çağırmanın səbəbi yazılmayıb. O, çap olunur.</translation>
        </message>
        <message>
            <source>This offer is recorded already.</source>
            <translation>Bu təklif artıq qeydə alınıb.</translation>
        </message>
        <message>
            <source>The power of attorney was revoked on {date}, says the notaries' register. Suggest that the person contacts us.</source>
            <translation>Notariat sisteminə görə etibarnaməyə {date} tarixində xitam verilib. Şəxsin özü ilə əlaqə saxlamağı təklif edin.</translation>
        </message>
        <message>
            <source>The employer's term still runs, until {date}. Wait for the answer.</source>
            <translation>İşəgötürənin cavab müddəti davam edir: {date} tarixinədək. Cavabı gözləyin.</translation>
        </message>
        <message>
            <source>Say what was found.</source>
            <translation>Nəyin müəyyən edildiyini yazın.</translation>
        </message>
        <message>
            <source>The disk is full: nothing was saved just now. Free some space, then repeat.</source>
            <translation>Diskdə yer yoxdur: indi heç nə yazılmadı. Yer açın, sonra təkrar edin.</translation>
        </message>
        <message>
            <source>The program's folder cannot be written. Tell the administrator; nothing was lost.</source>
            <translation>Proqramın qovluğuna yazmaq olmur. İnzibatçıya bildirin; heç nə itməyib.</translation>
        </message>
        <message>
            <source>The database file is damaged. Do not work on: tell the administrator; backups are kept.</source>
            <translation>Məlumat bazası zədələnib. İşi dayandırıb inzibatçıya bildirin; ehtiyat nüsxələr qalır.</translation>
        </message>
        <message>
            <source>The database is in use by another program. Close it and repeat.</source>
            <translation>Məlumat bazası başqa proqramla məşğuldur. Onu bağlayıb təkrar edin.</translation>
        </message>
        <message>
            <source>The key does not open this database. Tell the administrator; nothing was touched.</source>
            <translation>Açar bu bazanı açmır. İnzibatçıya bildirin; heç nəyə toxunulmadı.</translation>
        </message>
        <message>
            <source>This desk's database is not there. Tell the administrator.</source>
            <translation>Bu masanın məlumat bazası yerində deyil. İnzibatçıya bildirin.</translation>
        </message>
        <message>
            <source>The document is not on this computer. Try again after the next connection.</source>
            <translation>Sənəd bu kompüterdə yoxdur. Növbəti qoşulmadan sonra yenidən yoxlayın.</translation>
        </message>
        <message>
            <source>The computer's key store does not open. Restart the computer, then tell the administrator.</source>
            <translation>Kompüterin açar yaddaşı açılmır. Kompüteri yenidən başladın, sonra inzibatçıya bildirin.</translation>
        </message>
        <message>
            <source>The desk is locked. Enter your password.</source>
            <translation>Masa kilidlidir. Parolunuzu yazın.</translation>
        </message>
        <message>
            <source>The settings file is wrong: {file}, line {line}. Mend it or remove it.</source>
            <translation>Parametrlər faylı düzgün deyil: {file}, sətir {line}. Düzəldin və ya silin.</translation>
        </message>
        <message>
            <source>The settings could not be saved. The old ones stay.</source>
            <translation>Parametrlər saxlanılmadı. Əvvəlkilər qalır.</translation>
        </message>
        <message>
            <source>The desk was not enrolled. Check the code with the administrator.</source>
            <translation>Masa qoşulmadı. Kodu inzibatçı ilə yoxlayın.</translation>
        </message>
        <message>
            <source>The catalogue file {file} is wrong in line {line}: {reason}. Tell the administrator.</source>
            <translation>{file} kataloq faylında {line} nömrəli sətir düzgün deyil: {reason}. İnzibatçıya bildirin.</translation>
        </message>
        <message>
            <source>The practice central system did not start. Its log says why.</source>
            <translation>Məşq üçün mərkəzi sistem açılmadı. Səbəb jurnaldadır.</translation>
        </message>
        <message>
            <source>The tour stopped at: {step}.</source>
            <translation>Tur bu addımda dayandı: {step}.</translation>
        </message>
    </context>
    <context>
        <name>ProfileFields</name>
        <message>
            <source>What is recorded holds a typing error</source>
            <translation>Yazılanda yazı səhvi var</translation>
        </message>
        <message>
            <source>Record</source>
            <translation>Yaz</translation>
        </message>
        <message>
            <source>Keep as is</source>
            <translation>Olduğu kimi saxla</translation>
        </message>
    </context>
    <context>
        <name>ProfileForm</name>
        <message>
            <source>What can the person do?</source>
            <translation>Şəxs nə bacarır?</translation>
        </message>
        <message>
            <source>not said</source>
            <translation>deyilməyib</translation>
        </message>
        <message>
            <source>was not asked</source>
            <translation>soruşulmayıb</translation>
        </message>
        <message>
            <source>public transport only</source>
            <translation>yalnız ictimai nəqliyyatla</translation>
        </message>
        <message>
            <source>reaches it by own means</source>
            <translation>öz imkanı ilə gedib-gəlir</translation>
        </message>
        <message>
            <source>Year of graduation</source>
            <translation>Bitirdiyi il</translation>
        </message>
        <message>
            <source>Add a job</source>
            <translation>İş yeri əlavə et</translation>
        </message>
        <message>
            <source>Experience, the latest job first</source>
            <translation>Təcrübə, son iş yerindən başlayın</translation>
        </message>
        <message>
            <source>Specialty (profession)</source>
            <translation>İxtisas (peşə)</translation>
        </message>
        <message>
            <source>Education</source>
            <translation>Təhsil</translation>
        </message>
        <message>
            <source>Institution</source>
            <translation>Təhsil müəssisəsi</translation>
        </message>
        <message>
            <source>Only what matters for work, one a line, no diagnosis.</source>
            <translation>Yalnız işə təsir edən, hər sətirdə biri, diaqnozsuz.</translation>
        </message>
        <message>
            <source>Health limits</source>
            <translation>Sağlamlıqla bağlı məhdudiyyət</translation>
        </message>
        <message>
            <source>Work looked for</source>
            <translation>Axtarılan iş</translation>
        </message>
        <message>
            <source>District</source>
            <translation>Rayon</translation>
        </message>
        <message>
            <source>Working hours</source>
            <translation>İş rejimi</translation>
        </message>
        <message>
            <source>Way to work</source>
            <translation>İşə gediş-gəliş</translation>
        </message>
        <message>
            <source>Other skills, languages</source>
            <translation>Digər bacarıqlar, dillər</translation>
        </message>
    </context>
    <context>
        <name>ProfilePart</name>
        <message>
            <source>What the person can do and looks for</source>
            <translation>Təhsil, peşə və axtarılan iş</translation>
        </message>
        <message>
            <source>Nothing is recorded yet.</source>
            <translation>Hələ heç nə yazılmayıb.</translation>
        </message>
        <message>
            <source>Typed and not recorded yet.</source>
            <translation>Yığılıb, hələ qeyd edilməyib.</translation>
        </message>
        <message>
            <source>Change</source>
            <translation>Dəyiş</translation>
        </message>
        <message>
            <source>Record</source>
            <translation>Yaz</translation>
        </message>
        <message>
            <source>As the person says · {when}</source>
            <translation>Şəxsin dediyi kimi · {when}</translation>
        </message>
        <message>
            <source>by public transport only</source>
            <translation>yalnız ictimai nəqliyyatla</translation>
        </message>
        <message>
            <source>own transport</source>
            <translation>öz nəqliyyatı ilə</translation>
        </message>
        <message>
            <source>Education</source>
            <translation>Təhsil</translation>
        </message>
        <message>
            <source>Specialty</source>
            <translation>İxtisas</translation>
        </message>
        <message>
            <source>Skills</source>
            <translation>Bacarıqlar</translation>
        </message>
        <message>
            <source>Jobs</source>
            <translation>İş yerləri</translation>
        </message>
        <message>
            <source>Health</source>
            <translation>Səhhət</translation>
        </message>
        <message>
            <source>Looks for</source>
            <translation>Axtardığı iş</translation>
        </message>
        <message>
            <source>Hours</source>
            <translation>İş rejimi</translation>
        </message>
        <message>
            <source>District</source>
            <translation>Rayon</translation>
        </message>
        <message>
            <source>Way to work</source>
            <translation>İşə yol</translation>
        </message>
        <message numerus="yes">
            <source>%n year(s)</source>
            <translation>
                <numerusform>%n il</numerusform>
                <numerusform>%n il</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n month(s)</source>
            <translation>
                <numerusform>%n ay</numerusform>
                <numerusform>%n ay</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>PurposePart</name>
        <message>
            <source>What the file is opened for</source>
            <translation>Vərəq nə üçün açılır</translation>
        </message>
        <message>
            <source>The application number or the reason, in a few words.</source>
            <translation>Müraciətin nömrəsi və ya səbəb, bir neçə sözlə.</translation>
        </message>
        <message>
            <source>Open the file</source>
            <translation>Vərəqi aç</translation>
        </message>
        <message>
            <source>The file belongs to another centre: {centres}</source>
            <translation>Vərəq başqa mərkəzə aiddir: {centres}</translation>
        </message>
        <message>
            <source>State the purpose; the view is logged.</source>
            <translation>Məqsədi yazın; baxış jurnala düşür.</translation>
        </message>
        <message>
            <source>choose what the person comes for</source>
            <translation>şəxsin nə üçün gəldiyini seçin</translation>
        </message>
    </context>
    <context>
        <name>QuestionBar</name>
        <message>
            <source>Yes</source>
            <translation>Bəli</translation>
        </message>
        <message>
            <source>No</source>
            <translation>Xeyr</translation>
        </message>
    </context>
    <context>
        <name>QueuePage</name>
        <message>
            <source>Purpose</source>
            <translation>Müraciətin məqsədi</translation>
        </message>
        <message>
            <source>Ticket</source>
            <translation>Bilet</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>Xüsusi qeyd</translation>
        </message>
        <message>
            <source>Waiting</source>
            <translation>Gözləyir</translation>
        </message>
        <message>
            <source>Waiting tickets</source>
            <translation>Gözləyən biletlər</translation>
        </message>
        <message>
            <source>The queue cannot be reached</source>
            <translation>Növbə ilə əlaqə yoxdur</translation>
        </message>
        <message>
            <source>What was known last stands below. Serve people without a ticket: nothing is lost.</source>
            <translation>Aşağıda son məlumat qalır. Şəxslərə biletsiz xidmət göstərin: heç nə itmir.</translation>
        </message>
        <message>
            <source>Call by number</source>
            <translation>Nömrə ilə çağır</translation>
        </message>
        <message numerus="yes">
            <source>%n ticket(s) wait, the longest {minutes} min</source>
            <translation>
                <numerusform>%n bilet gözləyir, ən çoxu {minutes} dəq</numerusform>
                <numerusform>%n bilet gözləyir, ən çoxu {minutes} dəq</numerusform>
            </translation>
        </message>
        <message>
            <source>Nobody is waiting</source>
            <translation>Növbədə heç kim yoxdur</translation>
        </message>
        <message>
            <source>The next ticket shows here.</source>
            <translation>Növbəti bilet burada görünəcək.</translation>
        </message>
        <message>
            <source>Serve people without a ticket meanwhile.</source>
            <translation>Hələlik biletsiz xidmət göstərin.</translation>
        </message>
        <message>
            <source>sent on by {desk}</source>
            <translation>{desk} yönəldib</translation>
        </message>
        <message numerus="yes">
            <source>Centre: %n wait, mean {mean}, longest {longest} min</source>
            <translation>
                <numerusform>Mərkəzdə %n nəfər: orta {mean}, ən çox {longest} dəq</numerusform>
                <numerusform>Mərkəzdə %n nəfər: orta {mean}, ən çox {longest} dəq</numerusform>
            </translation>
        </message>
        <message>
            <source>Application without a ticket</source>
            <translation>Biletsiz müraciət</translation>
        </message>
        <message>
            <source>reload</source>
            <translation>yenilə</translation>
        </message>
        <message>
            <source>call this ticket</source>
            <translation>bu bileti çağır</translation>
        </message>
        <message>
            <source>Removal</source>
            <translation>Çıxarılma</translation>
        </message>
        <message>
            <source>All</source>
            <translation>Hamısı</translation>
        </message>
        <message>
            <source>Jobseeker</source>
            <translation>İşaxtaran</translation>
        </message>
        <message>
            <source>Unemployed</source>
            <translation>İşsiz</translation>
        </message>
        <message>
            <source>Removal, cancellation</source>
            <translation>Çıxarılma, ləğv</translation>
        </message>
        <message>
            <source>{n} min</source>
            <translation>{n} dəq</translation>
        </message>
    </context>
    <context>
        <name>Rail</name>
        <message>
            <source>Pages</source>
            <translation>Səhifələr</translation>
        </message>
        <message>
            <source>{name}, {role}: lock</source>
            <translation>{name}, {role}: kilidlə</translation>
        </message>
        <message>
            <source>Queue</source>
            <translation>Növbə</translation>
        </message>
        <message>
            <source>Persons</source>
            <translation>Şəxslər</translation>
        </message>
        <message>
            <source>Applications</source>
            <translation>Müraciətlər</translation>
        </message>
        <message>
            <source>Written answers</source>
            <translation>Yazılı cavablar</translation>
        </message>
        <message>
            <source>Disagreements</source>
            <translation>Uyğunsuzluqlar</translation>
        </message>
        <message>
            <source>Back office</source>
            <translation>Arxa ofis</translation>
        </message>
        <message>
            <source>Needs a look</source>
            <translation>Rəhbər baxışı</translation>
        </message>
        <message>
            <source>Service passport</source>
            <translation>Xidmət pasportu</translation>
        </message>
    </context>
    <context>
        <name>ReaderHint</name>
        <message>
            <source>Card reader</source>
            <translation>Kart oxuyucusu</translation>
        </message>
        <message>
            <source>Read the card at any moment: its lines fill the number by themselves.</source>
            <translation>Kartı istənilən vaxt keçirin: oxunan sətirlər nömrəni özü doldurur.</translation>
        </message>
    </context>
    <context>
        <name>ReferForm</name>
        <message>
            <source>Referral to the employer</source>
            <translation>İşəgötürənə göndəriş</translation>
        </message>
        <message>
            <source>Presented to the employer on</source>
            <translation>İşəgötürənə təqdim edilmə tarixi</translation>
        </message>
        <message>
            <source>The employer answers by {day}. Silence then counts as no.</source>
            <translation>İşəgötürən {day} tarixinədək cavab verir. Sonra cavabsızlıq mənfi cavab sayılır.</translation>
        </message>
    </context>
    <context>
        <name>RefusalView</name>
        <message>
            <source>Back to the application</source>
            <translation>Müraciətə qayıt</translation>
        </message>
        <message>
            <source>{name} · PIN {pin}</source>
            <translation>{name} · FİN {pin}</translation>
        </message>
        <message>
            <source>Refusal</source>
            <translation>İmtina barədə cavab</translation>
        </message>
        <message>
            <source>Saved {time}</source>
            <translation>Saxlanıldı {time}</translation>
        </message>
        <message>
            <source>Signed and checked: {no}</source>
            <translation>İmzalandı və yoxlandı: {no}</translation>
        </message>
        <message>
            <source>Issued for signature by hand: {no}</source>
            <translation>Əl ilə imza üçün verildi: {no}</translation>
        </message>
        <message>
            <source>Receipt recorded</source>
            <translation>Təqdim edilmə qeyd edildi</translation>
        </message>
        <message>
            <source>To the form</source>
            <translation>Formaya qayıt</translation>
        </message>
        <message>
            <source>See the letter</source>
            <translation>Cavaba bax</translation>
        </message>
    </context>
    <context>
        <name>RegistrationPart</name>
        <message>
            <source>Registration</source>
            <translation>Qeydiyyat</translation>
        </message>
        <message>
            <source>How the person was registered</source>
            <translation>Şəxsin qeydiyyat tarixçəsi</translation>
        </message>
        <message>
            <source>Resumption can be asked for from {day}</source>
            <translation>Bərpa üçün müraciət {day} tarixindən mümkündür</translation>
        </message>
        <message>
            <source>May apply again from {day}</source>
            <translation>Yenidən müraciət {day} tarixindən nəticə verə bilər</translation>
        </message>
        <message>
            <source>last day {day}</source>
            <translation>son gün {day}</translation>
        </message>
        <message>
            <source>term is over</source>
            <translation>müddət bitib</translation>
        </message>
        <message>
            <source>now</source>
            <translation>hazırda</translation>
        </message>
    </context>
    <context>
        <name>ReopenPart</name>
        <message>
            <source>Which application</source>
            <translation>Hansı müraciət</translation>
        </message>
        <message>
            <source>Its number, the person's PIN or name; Enter searches.</source>
            <translation>Nömrəsi, şəxsin FİN-i və ya adı; Enter axtarır.</translation>
        </message>
        <message>
            <source>Find</source>
            <translation>Tap</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>Səbəb</translation>
        </message>
        <message>
            <source>Why it is opened again; the agent and the history show it.</source>
            <translation>Niyə yenidən açılır; agent bunu görür, tarixçədə qalır.</translation>
        </message>
        <message>
            <source>Open an application again</source>
            <translation>Müraciəti yenidən aç</translation>
        </message>
        <message>
            <source>What was decided stays in the history. The work goes on as with a new application.</source>
            <translation>Əvvəlki qərar tarixçədə qalır. İş yeni müraciətdə olduğu kimi davam edir.</translation>
        </message>
        <message>
            <source>{name} · {number} · {kind}: {state}</source>
            <translation>{name} · {number} · {kind}: {state}</translation>
        </message>
    </context>
    <context>
        <name>ReopenedNote</name>
        <message>
            <source>{who}: “{reason}”</source>
            <translation>{who}: “{reason}”</translation>
        </message>
        <message>
            <source>Written answer {number} still stands. A new refusal takes its place; after any other end close the review of the file.</source>
            <translation>{number} nömrəli yazılı cavab qüvvədədir. Yeni imtina onun yerini tutur; başqa nəticədə vərəqin yoxlamasını bağlayın.</translation>
        </message>
        <message>
            <source>Opened again by the head of the centre</source>
            <translation>Mərkəz rəhbəri yenidən açıb</translation>
        </message>
    </context>
    <context>
        <name>RepresentativeLine</name>
        <message>
            <source>Representative</source>
            <translation>Nümayəndə</translation>
        </message>
        <message>
            <source>Representative's name</source>
            <translation>Nümayəndənin adı</translation>
        </message>
        <message>
            <source>Representative's card</source>
            <translation>Nümayəndənin vəsiqəsi</translation>
        </message>
        <message>
            <source>Representative's card is valid</source>
            <translation>Nümayəndənin vəsiqəsinin müddəti</translation>
        </message>
        <message>
            <source>Basis of representation</source>
            <translation>Nümayəndəliyin əsası</translation>
        </message>
        <message>
            <source>Representative's paper</source>
            <translation>Nümayəndənin sənədi</translation>
        </message>
        <message>
            <source>Date of the paper</source>
            <translation>Sənədin tarixi</translation>
        </message>
        <message>
            <source>Term of the paper</source>
            <translation>Sənədin müddəti</translation>
        </message>
        <message>
            <source>Who certified it</source>
            <translation>Təsdiq edənin adı</translation>
        </message>
        <message>
            <source>Authority that appointed</source>
            <translation>Təyin edən orqan</translation>
        </message>
        <message>
            <source>Form of the paper</source>
            <translation>Sənədin təqdimetmə forması</translation>
        </message>
        <message>
            <source>Scope</source>
            <translation>Səlahiyyətlər</translation>
        </message>
        <message>
            <source>Scope and this service</source>
            <translation>Səlahiyyətlər və bu xidmət</translation>
        </message>
        <message>
            <source>Left out of the scope</source>
            <translation>İstisna olunanlar</translation>
        </message>
        <message>
            <source>Why the scope is accepted</source>
            <translation>Səlahiyyətin qəbul səbəbi</translation>
        </message>
        <message>
            <source>Notaries' register</source>
            <translation>Notariat sistemi</translation>
        </message>
    </context>
    <context>
        <name>RepresentativePart</name>
        <message>
            <source>Change</source>
            <translation>Dəyiş</translation>
        </message>
        <message>
            <source>Basis</source>
            <translation>Səlahiyyətin əsası</translation>
        </message>
        <message>
            <source>Is it still in force?</source>
            <translation>Qüvvədədirmi?</translation>
        </message>
        <message>
            <source>Representative</source>
            <translation>Nümayəndə</translation>
        </message>
        <message>
            <source>Paper</source>
            <translation>Sənəd</translation>
        </message>
        <message>
            <source>Authority that appointed</source>
            <translation>Təyin edən orqan</translation>
        </message>
        <message>
            <source>Scope</source>
            <translation>Səlahiyyətlər</translation>
        </message>
        <message>
            <source>Valid until</source>
            <translation>Etibarlıdır</translation>
        </message>
        <message>
            <source>no term</source>
            <translation>müddətsiz</translation>
        </message>
        <message>
            <source>Certified by</source>
            <translation>Kim təsdiq edib</translation>
        </message>
        <message>
            <source>Shown again and checked again today: the file's facts stand below.</source>
            <translation>Sənəd bu gün yenidən göstərilir və yoxlanılır. Vərəqdəki məlumat:</translation>
        </message>
    </context>
    <context>
        <name>ResumptionPart</name>
        <message>
            <source>Paper that shows that the cause ended</source>
            <translation>Səbəbin aradan qalxdığını göstərən sənəd</translation>
        </message>
        <message>
            <source>What it is called, its number and date</source>
            <translation>Adı, nömrəsi və tarixi</translation>
        </message>
        <message>
            <source>Resumption of the registration</source>
            <translation>Qeydiyyatın bərpası</translation>
        </message>
        <message>
            <source>Registration now</source>
            <translation>İndiki qeydiyyat</translation>
        </message>
        <message>
            <source>Removed since</source>
            <translation>Müvəqqəti çıxarılıb</translation>
        </message>
        <message>
            <source>while the cause lasts</source>
            <translation>səbəb davam etdikcə</translation>
        </message>
        <message>
            <source>Until</source>
            <translation>Son tarix</translation>
        </message>
        <message>
            <source>Ground</source>
            <translation>Əsas</translation>
        </message>
        <message>
            <source>Goes back to</source>
            <translation>Bərpa olunur</translation>
        </message>
    </context>
    <context>
        <name>ReviewPart</name>
        <message>
            <source>What did the review find?</source>
            <translation>Baxışın nəticəsi nədir?</translation>
        </message>
        <message>
            <source>What was found</source>
            <translation>Nə müəyyən edildi</translation>
        </message>
        <message>
            <source>In your own words; it stays in the history.</source>
            <translation>Öz sözlərinizlə; tarixçədə qalır.</translation>
        </message>
        <message>
            <source>Close the review</source>
            <translation>Baxışı bağla</translation>
        </message>
        <message>
            <source>The mark goes at every desk; nothing else in the file changes.</source>
            <translation>Qeyd bütün masalarda götürülür; vərəqdə başqa heç nə dəyişmir.</translation>
        </message>
    </context>
    <context>
        <name>RightPart</name>
        <message>
            <source>What can be done now</source>
            <translation>İndi nə etmək olar</translation>
        </message>
        <message>
            <source>{line}, document {n}</source>
            <translation>{line}, {n} nömrəli sənəd</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>Nömrə</translation>
        </message>
        <message>
            <source>Name of the applicant</source>
            <translation>Müraciət edənin adı</translation>
        </message>
        <message>
            <source>Your own file</source>
            <translation>Öz vərəqiniz</translation>
        </message>
        <message>
            <source>Registration is personal</source>
            <translation>Qeydiyyat şəxsidir</translation>
        </message>
        <message>
            <source>Person identified</source>
            <translation>Şəxs müəyyən edilib</translation>
        </message>
        <message>
            <source>Registration by MAS</source>
            <translation>MAS-da qeydiyyat vəziyyəti</translation>
        </message>
        <message>
            <source>Purpose</source>
            <translation>Məqsəd</translation>
        </message>
        <message>
            <source>Kind of document</source>
            <translation>Sənədin növü</translation>
        </message>
        <message>
            <source>Document number</source>
            <translation>Sənədin nömrəsi</translation>
        </message>
        <message>
            <source>Document is valid</source>
            <translation>Sənəd qüvvədədir</translation>
        </message>
        <message>
            <source>Form shown</source>
            <translation>Təqdimetmə forması</translation>
        </message>
        <message>
            <source>Day of issue</source>
            <translation>Verilmə tarixi</translation>
        </message>
        <message>
            <source>Names as on the paper</source>
            <translation>Ad, soyad sənəddəki kimi</translation>
        </message>
        <message>
            <source>Date of birth</source>
            <translation>Doğum tarixi</translation>
        </message>
        <message>
            <source>The card that was read</source>
            <translation>Oxunan kart</translation>
        </message>
        <message>
            <source>Document in the register</source>
            <translation>Reyestrdəki sənəd</translation>
        </message>
        <message>
            <source>An open application</source>
            <translation>Açıq müraciət</translation>
        </message>
        <message>
            <source>Reference of the call</source>
            <translation>Zəngin nömrəsi</translation>
        </message>
        <message>
            <source>Who calls</source>
            <translation>Zəng edənin yoxlanması</translation>
        </message>
        <message>
            <source>Interpreter</source>
            <translation>Tərcüməçi</translation>
        </message>
        <message>
            <source>Age</source>
            <translation>Yaş</translation>
        </message>
        <message>
            <source>Consent</source>
            <translation>Razılıq</translation>
        </message>
        <message>
            <source>Mobile number</source>
            <translation>Mobil nömrə</translation>
        </message>
        <message>
            <source>Scans</source>
            <translation>Skanlar</translation>
        </message>
        <message>
            <source>Continue</source>
            <translation>Davam et</translation>
        </message>
        <message>
            <source>Ask the register again</source>
            <translation>Yenidən yoxla</translation>
        </message>
        <message>
            <source>Continue with papers</source>
            <translation>Sənədlə davam et</translation>
        </message>
        <message>
            <source>Open and prepare the refusal</source>
            <translation>Aç və imtina barədə cavab hazırla</translation>
        </message>
        <message>
            <source>Pause the case</source>
            <translation>Fasilə ver</translation>
        </message>
    </context>
    <context>
        <name>SavedBar</name>
        <message>
            <source>No printer here: saved as {file}</source>
            <translation>Çap cihazı yoxdur: {file} kimi saxlanıldı</translation>
        </message>
        <message>
            <source>Open the file</source>
            <translation>Faylı aç</translation>
        </message>
    </context>
    <context>
        <name>ScanBox</name>
        <message>
            <source>Add a scan</source>
            <translation>Skan əlavə et</translation>
        </message>
        <message>
            <source>PDF, JPEG or PNG, up to {limit} MB. Drop files here or paste with Ctrl+V.</source>
            <translation>PDF, JPEG və ya PNG, ən çoxu {limit} MB. Faylı buraya sürükləyin və ya Ctrl+V ilə yapışdırın.</translation>
        </message>
        <message numerus="yes">
            <source>Reading %n scan(s)</source>
            <translation>
                <numerusform>%n skan oxunur</numerusform>
                <numerusform>%n skan oxunur</numerusform>
            </translation>
        </message>
        <message>
            <source>Pasted picture</source>
            <translation>Yapışdırılmış şəkil</translation>
        </message>
        <message numerus="yes">
            <source>%n page(s)</source>
            <translation>
                <numerusform>%n səhifə</numerusform>
                <numerusform>%n səhifə</numerusform>
            </translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Çıxar</translation>
        </message>
        <message>
            <source>Remove {name}</source>
            <translation>Çıxar: {name}</translation>
        </message>
        <message>
            <source>Scans of the paper</source>
            <translation>Sənədin skanları</translation>
        </message>
        <message>
            <source>Scans (*.pdf *.jpg *.jpeg *.png)</source>
            <translation>Skanlar (*.pdf *.jpg *.jpeg *.png)</translation>
        </message>
        <message>
            <source>All files (*)</source>
            <translation>Bütün fayllar (*)</translation>
        </message>
    </context>
    <context>
        <name>ScansPart</name>
        <message>
            <source>Scans</source>
            <translation>Skanlar</translation>
        </message>
        <message>
            <source>{name}: {problem}</source>
            <translation>{name}: {problem}</translation>
        </message>
    </context>
    <context>
        <name>SearchForm</name>
        <message>
            <source>What work is looked for?</source>
            <translation>Hansı iş axtarılır?</translation>
        </message>
        <message>
            <source>What is left empty narrows nothing.</source>
            <translation>Boş qalan xana axtarışı daraltmır.</translation>
        </message>
        <message>
            <source>any</source>
            <translation>istənilən</translation>
        </message>
        <message>
            <source>Only where public transport goes</source>
            <translation>Yalnız ictimai nəqliyyat gedən yerlər</translation>
        </message>
        <message>
            <source>Profession or position</source>
            <translation>Peşə və ya vəzifə</translation>
        </message>
        <message>
            <source>Education of the person</source>
            <translation>Şəxsin təhsili</translation>
        </message>
        <message>
            <source>District</source>
            <translation>Rayon</translation>
        </message>
        <message>
            <source>Wage from, AZN</source>
            <translation>Əməkhaqqı ən azı, AZN</translation>
        </message>
    </context>
    <context>
        <name>Section</name>
        <message>
            <source>Change</source>
            <translation>Dəyiş</translation>
        </message>
        <message>
            <source>Fold</source>
            <translation>Yığ</translation>
        </message>
    </context>
    <context>
        <name>SendForm</name>
        <message>
            <source>Draft decision: registration as unemployed</source>
            <translation>Qərar layihəsi: işsiz kimi qeydiyyat</translation>
        </message>
        <message>
            <source>Back office</source>
            <translation>Arxa ofis</translation>
        </message>
        <message>
            <source>The back office decides by {day}; the whole service is due by {due}.</source>
            <translation>Arxa ofisin son tarixi {day}, bütün xidmətin son tarixi {due}.</translation>
        </message>
    </context>
    <context>
        <name>Shell</name>
        <message>
            <source>DOST Desktop – {screen}</source>
            <translation>DOST Desktop – {screen}</translation>
        </message>
    </context>
    <context>
        <name>Shortcut</name>
        <message>
            <source>Keys and help of this page</source>
            <translation>Bu səhifənin klavişləri və köməyi</translation>
        </message>
        <message>
            <source>Call the next ticket</source>
            <translation>Növbəti bileti çağır</translation>
        </message>
        <message>
            <source>Continue the last half-done case</source>
            <translation>Son yarımçıq işi davam etdir</translation>
        </message>
        <message>
            <source>Another agent</source>
            <translation>Başqa əməkdaş</translation>
        </message>
        <message>
            <source>Reload the list</source>
            <translation>Siyahını yenilə</translation>
        </message>
        <message>
            <source>Next part of the window</source>
            <translation>Pəncərənin növbəti hissəsi</translation>
        </message>
        <message>
            <source>Previous part of the window</source>
            <translation>Pəncərənin əvvəlki hissəsi</translation>
        </message>
        <message>
            <source>Next item that needs you</source>
            <translation>Sizi gözləyən növbəti yazı</translation>
        </message>
        <message>
            <source>Ask the register of this step</source>
            <translation>Bu addımın reyestrindən soruş</translation>
        </message>
        <message>
            <source>Menu bar</source>
            <translation>Menyu zolağı</translation>
        </message>
        <message>
            <source>Page of the rail</source>
            <translation>Yan paneldəki səhifə</translation>
        </message>
        <message>
            <source>Go to this missing item</source>
            <translation>Bu çatışmayana keç</translation>
        </message>
        <message>
            <source>Find a person, PIN or notice number</source>
            <translation>Şəxs, FİN və ya cavab № axtar</translation>
        </message>
        <message>
            <source>New application without a ticket</source>
            <translation>Biletsiz yeni müraciət</translation>
        </message>
        <message>
            <source>Do the main action of the page</source>
            <translation>Səhifənin əsas əməlini icra et</translation>
        </message>
        <message>
            <source>Open or call the row</source>
            <translation>Sətri aç və ya çağır</translation>
        </message>
        <message>
            <source>Next field</source>
            <translation>Növbəti xana</translation>
        </message>
        <message>
            <source>Previous field</source>
            <translation>Əvvəlki xana</translation>
        </message>
        <message>
            <source>Sign in</source>
            <translation>Daxil ol</translation>
        </message>
        <message>
            <source>Close the section, go back; nothing is lost</source>
            <translation>Bölməni bağla, geri qayıt; heç nə itmir</translation>
        </message>
        <message>
            <source>Prepare the refusal</source>
            <translation>İmtina barədə cavab hazırla</translation>
        </message>
        <message>
            <source>Return with a reason</source>
            <translation>Səbəbi ilə qaytar</translation>
        </message>
        <message>
            <source>Offer suitable work</source>
            <translation>Münasib iş təklif et</translation>
        </message>
        <message>
            <source>Send to the back office</source>
            <translation>Arxa ofisə göndər</translation>
        </message>
        <message>
            <source>Pause the case</source>
            <translation>Fasilə ver</translation>
        </message>
        <message>
            <source>Open the person's whole file</source>
            <translation>Şəxsin bütün vərəqini aç</translation>
        </message>
        <message>
            <source>Scan a document</source>
            <translation>Sənədi skan et</translation>
        </message>
        <message>
            <source>Print</source>
            <translation>Çap et</translation>
        </message>
        <message>
            <source>Superseding notice</source>
            <translation>Əvəz edən cavab</translation>
        </message>
        <message>
            <source>Export to Excel</source>
            <translation>Excel-ə çıxar</translation>
        </message>
        <message>
            <source>Call the called ticket again</source>
            <translation>Çağırılmış bileti təkrar çağır</translation>
        </message>
        <message>
            <source>Send the ticket on</source>
            <translation>Bileti yönəlt</translation>
        </message>
        <message>
            <source>Did not come</source>
            <translation>Gəlmədi</translation>
        </message>
        <message>
            <source>Interpreter, representative, priority</source>
            <translation>Tərcüməçi, nümayəndə, növbədənkənar</translation>
        </message>
        <message>
            <source>Call a ticket by its number</source>
            <translation>Bileti nömrəsi ilə çağır</translation>
        </message>
        <message>
            <source>Save now</source>
            <translation>İndi saxla</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Geri al</translation>
        </message>
        <message>
            <source>Redo</source>
            <translation>Təkrar et</translation>
        </message>
        <message>
            <source>Sync now, open the outbox</source>
            <translation>İndi sinxronlaşdır, gözləyənləri aç</translation>
        </message>
        <message>
            <source>Lock</source>
            <translation>Kilidlə</translation>
        </message>
    </context>
    <context>
        <name>SignBar</name>
        <message>
            <source>No certificate: the written answer is printed for signature by hand</source>
            <translation>Sertifikat yoxdur: yazılı cavab əl ilə imza üçün çap olunur</translation>
        </message>
        <message>
            <source>Print for signature by hand</source>
            <translation>Əl ilə imza üçün çap et</translation>
        </message>
        <message>
            <source>until {day}</source>
            <translation>{day} tarixinədək</translation>
        </message>
        <message>
            <source>Sign</source>
            <translation>İmzala</translation>
        </message>
        <message>
            <source>Sign and print</source>
            <translation>İmzala və çap et</translation>
        </message>
        <message>
            <source>Number {no} is taken and the document printed for signature by hand.</source>
            <translation>{no} nömrəsi ayrılır, sənəd əl ilə imza üçün çap olunur.</translation>
        </message>
        <message>
            <source>Number {no} is taken and the document signed.</source>
            <translation>{no} nömrəsi ayrılır, sənəd imzalanır.</translation>
        </message>
        <message>
            <source>Later only a superseding written answer can change it.</source>
            <translation>Sonra yalnız əvəz edən cavabla dəyişir.</translation>
        </message>
        <message>
            <source>Written answer {no} was issued</source>
            <translation>Yazılı cavab verildi: {no}</translation>
        </message>
        <message>
            <source>Written answer {no} was handed over</source>
            <translation>Yazılı cavab təqdim edildi: {no}</translation>
        </message>
        <message>
            <source>Sign by hand instead</source>
            <translation>Əl ilə imzala</translation>
        </message>
        <message>
            <source>Token PIN</source>
            <translation>Tokenin PIN kodu</translation>
        </message>
        <message>
            <source>Signature by hand</source>
            <translation>Əl ilə imza</translation>
        </message>
        <message>
            <source>The key is open</source>
            <translation>Açar açıqdır</translation>
        </message>
        <message>
            <source>Print</source>
            <translation>Çap et</translation>
        </message>
        <message>
            <source>Keep as is</source>
            <translation>Vaz keç</translation>
        </message>
        <message>
            <source>Issue the refusal?</source>
            <translation>İmtina barədə cavab verilsin?</translation>
        </message>
        <message>
            <source>Record the hand-over</source>
            <translation>Təqdim edilməni qeyd et</translation>
        </message>
        <message>
            <source>Finish the case</source>
            <translation>Xidməti bitir</translation>
        </message>
        <message>
            <source>Back to the application</source>
            <translation>Müraciətə qayıt</translation>
        </message>
        <message>
            <source>Print a copy</source>
            <translation>Surəti çap et</translation>
        </message>
        <message>
            <source>Printing: sign first.</source>
            <translation>Çap: əvvəlcə imzalayın.</translation>
        </message>
        <message>
            <source>A copy: print the original first.</source>
            <translation>Surət: əvvəlcə əslini çap edin.</translation>
        </message>
        <message>
            <source>The PIN is asked once a session and not kept.</source>
            <translation>PIN sessiyada bir dəfə soruşulur, saxlanılmır.</translation>
        </message>
    </context>
    <context>
        <name>SignInView</name>
        <message>
            <source>Agents of this desk</source>
            <translation>Bu masanın əməkdaşları</translation>
        </message>
        <message>
            <source>Another agent</source>
            <translation>Başqa əməkdaş</translation>
        </message>
        <message>
            <source>Sign-in name</source>
            <translation>İstifadəçi adı</translation>
        </message>
        <message>
            <source>Password</source>
            <translation>Parol</translation>
        </message>
        <message>
            <source>Caps Lock is on</source>
            <translation>Caps Lock açıqdır</translation>
        </message>
        <message>
            <source>Sign in</source>
            <translation>Daxil ol</translation>
        </message>
        <message numerus="yes">
            <source>%n half-done case(s) saved</source>
            <translation>
                <numerusform>Yarımçıq iş saxlanılıb: %n</numerusform>
                <numerusform>Yarımçıq iş saxlanılıb: %n</numerusform>
            </translation>
        </message>
        <message>
            <source>After signing in you can continue.</source>
            <translation>Girişdən sonra davam edə bilərsiniz.</translation>
        </message>
        <message numerus="yes">
            <source>%n try/tries left.</source>
            <translation>
                <numerusform>%n cəhd qalıb.</numerusform>
                <numerusform>%n cəhd qalıb.</numerusform>
            </translation>
        </message>
        <message>
            <source>{n} s left</source>
            <translation>{n} san. qalıb</translation>
        </message>
        <message>
            <source>Too many tries. You can try again in {n} s.</source>
            <translation>Çox cəhd oldu. {n} saniyədən sonra yenidən yazın.</translation>
        </message>
        <message>
            <source>Keyboard: {layout}</source>
            <translation>Klaviatura: {layout}</translation>
        </message>
        <message>
            <source>The password is checked on this computer: you can sign in without network too.</source>
            <translation>Parol bu kompüterdə yoxlanılır: şəbəkə olmasa da daxil olmaq mümkündür.</translation>
        </message>
        <message>
            <source>{post} · last sign-in {when}</source>
            <translation>{post} · son giriş {when}</translation>
        </message>
        <message>
            <source>Half-done cases {n}</source>
            <translation>Yarımçıq iş {n}</translation>
        </message>
    </context>
    <context>
        <name>Stages</name>
        <message>
            <source>1. The certificate is the signer's</source>
            <translation>1. Sertifikat imzalayanındır</translation>
        </message>
        <message>
            <source>2. It was in force at the moment of signing</source>
            <translation>2. İmza anında qüvvədə olub</translation>
        </message>
        <message>
            <source>3. The file was not changed after signing</source>
            <translation>3. Fayl imzadan sonra dəyişməyib</translation>
        </message>
        <message>
            <source>The file is not a PDF.</source>
            <translation>Fayl PDF deyil.</translation>
        </message>
        <message>
            <source>The file is too large to be checked.</source>
            <translation>Fayl yoxlamaq üçün çox böyükdür.</translation>
        </message>
        <message>
            <source>The file is damaged.</source>
            <translation>Fayl zədələnib.</translation>
        </message>
        <message>
            <source>The file is encrypted.</source>
            <translation>Fayl şifrələnib.</translation>
        </message>
        <message>
            <source>The file carries no signature.</source>
            <translation>Faylda imza yoxdur.</translation>
        </message>
        <message>
            <source>The signature is damaged.</source>
            <translation>İmza zədələnib.</translation>
        </message>
        <message>
            <source>The signature is not the certificate owner's.</source>
            <translation>İmza sertifikat sahibinin deyil.</translation>
        </message>
        <message>
            <source>The certificate's issuer is not trusted here.</source>
            <translation>Sertifikatı verən mərkəz burada etibarlı sayılmır.</translation>
        </message>
        <message>
            <source>The certificate is not meant for signing.</source>
            <translation>Sertifikat imza üçün nəzərdə tutulmayıb.</translation>
        </message>
        <message>
            <source>The signature uses a weak algorithm.</source>
            <translation>İmzanın alqoritmi zəifdir.</translation>
        </message>
        <message>
            <source>The moment of signing is not stated.</source>
            <translation>İmza vaxtı göstərilməyib.</translation>
        </message>
        <message>
            <source>The moment of signing lies in the future.</source>
            <translation>İmza vaxtı gələcəkdədir.</translation>
        </message>
        <message>
            <source>The certificate had expired.</source>
            <translation>Sertifikatın müddəti bitmişdi.</translation>
        </message>
        <message>
            <source>The certificate was not valid yet.</source>
            <translation>Sertifikat hələ qüvvəyə minməmişdi.</translation>
        </message>
        <message>
            <source>The certificate was revoked.</source>
            <translation>Sertifikata xitam verilib.</translation>
        </message>
        <message>
            <source>The file's content was changed.</source>
            <translation>Faylın məzmunu dəyişdirilib.</translation>
        </message>
        <message>
            <source>The signature does not cover the whole file.</source>
            <translation>İmza faylın hamısını əhatə etmir.</translation>
        </message>
        <message>
            <source>Something was added after signing.</source>
            <translation>İmzadan sonra əlavə edilib.</translation>
        </message>
        <message>
            <source>The signature was verified in three stages</source>
            <translation>İmza üç mərhələdə yoxlanılıb</translation>
        </message>
        <message>
            <source>Time stamp pending</source>
            <translation>Vaxt möhürü gözləyir</translation>
        </message>
        <message>
            <source>The time is the signer's own clock.</source>
            <translation>Vaxt imzalayanın öz saatına görədir.</translation>
        </message>
        <message>
            <source>{when} · revocation list checked</source>
            <translation>{when} · ləğv siyahısı yoxlanılıb</translation>
        </message>
        <message>
            <source>{when} · no revocation list at hand</source>
            <translation>{when} · ləğv siyahısı əldə yoxdur</translation>
        </message>
        <message>
            <source>SHA-256 agrees</source>
            <translation>SHA-256 uyğundur</translation>
        </message>
    </context>
    <context>
        <name>Standing</name>
        <message>
            <source>Confirmed</source>
            <translation>Təsdiqlənib</translation>
        </message>
        <message>
            <source>Unconfirmed</source>
            <translation>Təsdiqlənməyib</translation>
        </message>
        <message>
            <source>Receipt missing</source>
            <translation>Qəbz yoxdur</translation>
        </message>
        <message>
            <source>Superseded</source>
            <translation>Əvəz edilib</translation>
        </message>
        <message>
            <source>Recalled</source>
            <translation>Geri çağırılıb</translation>
        </message>
    </context>
    <context>
        <name>StatePart</name>
        <message>
            <source>Saved here, not sent yet</source>
            <translation>Burada saxlanılıb, hələ ötürülməyib</translation>
        </message>
        <message>
            <source>In MAS: waits until it is confirmed in e-sosial</source>
            <translation>MAS-dadır: e-sosial-da təsdiq gözlənilir</translation>
        </message>
        <message>
            <source>Confirmed: MAS decides</source>
            <translation>Təsdiq edilib: MAS qərar verir</translation>
        </message>
        <message>
            <source>Confirmation by the person in e-sosial</source>
            <translation>Şəxsin e-sosial-da təsdiqi</translation>
        </message>
        <message>
            <source>Confirmation by the representative in e-sosial</source>
            <translation>Nümayəndənin e-sosial-da təsdiqi</translation>
        </message>
        <message>
            <source>Filled with help, saved at this desk</source>
            <translation>Köməklə doldurulub, bu masada saxlanılıb</translation>
        </message>
        <message>
            <source>Hand-over to MAS</source>
            <translation>MAS-a ötürülmə</translation>
        </message>
        <message>
            <source>Acceptance by MAS</source>
            <translation>MAS-ın qəbulu</translation>
        </message>
        <message>
            <source>Nobody has to wait here: the next person can come; the page changes by itself.</source>
            <translation>Gözləmək lazım deyil: növbəti şəxsə keçə bilərsiniz, səhifə özü dəyişəcək.</translation>
        </message>
        <message>
            <source>It goes to MAS by itself as soon as there is a connection; nothing is lost.</source>
            <translation>Qoşulma olan kimi MAS-a özü ötürüləcək; heç nə itmir.</translation>
        </message>
        <message>
            <source>Print the receipt: the person may go home with it.</source>
            <translation>Qəbzi çap edin: şəxs onunla gedə bilər.</translation>
        </message>
        <message>
            <source>Whoever confirms signs in to e-sosial with their own SMS code or ASAN İmza.</source>
            <translation>Təsdiq edən e-sosial-a öz SMS kodu və ya ASAN İmzası ilə daxil olur.</translation>
        </message>
        <message>
            <source>The code is never told to you and never typed here.</source>
            <translation>Kod sizə deyilmir və burada yazılmır.</translation>
        </message>
        <message>
            <source>Registration</source>
            <translation>Qeydiyyat</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>Nömrə</translation>
        </message>
        <message>
            <source>Since</source>
            <translation>Tarixdən</translation>
        </message>
        <message>
            <source>Until</source>
            <translation>Son tarix</translation>
        </message>
        <message>
            <source>MAS (MEİS) · {when}</source>
            <translation>MAS (MEİS) · {when}</translation>
        </message>
        <message>
            <source>How the person was told</source>
            <translation>Şəxsə necə məlumat verilib</translation>
        </message>
        <message>
            <source>MAS accepted the form: registered as jobseeker</source>
            <translation>MAS ərizəni qəbul etdi: şəxs işaxtaran kimi qeydiyyatdadır</translation>
        </message>
        <message>
            <source>MAS accepted the form: temporarily removed</source>
            <translation>MAS ərizəni qəbul etdi: şəxs qeydiyyatdan müvəqqəti çıxarılıb</translation>
        </message>
        <message>
            <source>MAS accepted the form: the registration goes on</source>
            <translation>MAS ərizəni qəbul etdi: qeydiyyat bərpa edilib</translation>
        </message>
        <message>
            <source>MAS accepted the form: the registration is cancelled</source>
            <translation>MAS ərizəni qəbul etdi: qeydiyyat ləğv edilib</translation>
        </message>
        <message>
            <source>Electronic cabinet</source>
            <translation>Elektron kabinet</translation>
        </message>
        <message>
            <source>Mobile message</source>
            <translation>Mobil bildiriş</translation>
        </message>
        <message>
            <source>not told yet</source>
            <translation>hələ məlumat verilməyib</translation>
        </message>
        <message>
            <source>not delivered {when}; it is tried again</source>
            <translation>çatdırılmayıb ({when}); yenidən cəhd edilir</translation>
        </message>
        <message>
            <source>delivered {when}</source>
            <translation>çatdırılıb: {when}</translation>
        </message>
        <message>
            <source>{words}, by our own gateway</source>
            <translation>{words}, öz şlüzümüzlə</translation>
        </message>
        <message>
            <source>What the form says</source>
            <translation>Ərizədə yazılanlar</translation>
        </message>
        <message>
            <source>Goes back to</source>
            <translation>Bərpa olunur</translation>
        </message>
        <message>
            <source>Ground</source>
            <translation>Əsas</translation>
        </message>
        <message>
            <source>From</source>
            <translation>Başlanğıc</translation>
        </message>
        <message>
            <source>while the cause lasts</source>
            <translation>səbəb davam etdikcə</translation>
        </message>
        <message>
            <source>Paper</source>
            <translation>Sənəd</translation>
        </message>
        <message>
            <source>Mobile</source>
            <translation>Mobil</translation>
        </message>
        <message>
            <source>Lives at</source>
            <translation>Yaşadığı yer</translation>
        </message>
        <message>
            <source>Education</source>
            <translation>Təhsil</translation>
        </message>
        <message>
            <source>Specialty</source>
            <translation>İxtisas</translation>
        </message>
        <message>
            <source>Jobs so far</source>
            <translation>İş yerləri</translation>
        </message>
        <message>
            <source>Looks for</source>
            <translation>Axtardığı iş</translation>
        </message>
    </context>
    <context>
        <name>StatusStrip</name>
        <message>
            <source>Undo</source>
            <translation>Geri al</translation>
        </message>
    </context>
    <context>
        <name>StepsBar</name>
        <message>
            <source>done</source>
            <translation>tamamlanıb</translation>
        </message>
        <message>
            <source>now</source>
            <translation>indi</translation>
        </message>
        <message>
            <source>to come</source>
            <translation>qarşıda</translation>
        </message>
        <message>
            <source>not needed</source>
            <translation>lazım deyil</translation>
        </message>
    </context>
    <context>
        <name>StopPanel</name>
        <message>
            <source>The papers do not hold: the case stops here</source>
            <translation>Sənədlər etibarlı deyil: iş burada dayanır</translation>
        </message>
        <message>
            <source>A better paper may be brought at any time: record it, and the case goes on.</source>
            <translation>Yeni sənəd istənilən vaxt gətirilə bilər: qeyd edin, iş davam edəcək.</translation>
        </message>
        <message>
            <source>No register is asked about the person on papers that do not hold.</source>
            <translation>Etibarsız sənədlər əsasında şəxs barədə heç bir reyestrə sorğu verilmir.</translation>
        </message>
    </context>
    <context>
        <name>Sync</name>
        <message>
            <source>Needs you</source>
            <translation>Sizi gözləyir</translation>
        </message>
        <message>
            <source>{n} items</source>
            <translation>{n} yazı</translation>
        </message>
        <message>
            <source>Online</source>
            <translation>Onlayn</translation>
        </message>
        <message>
            <source>sending {done} of {total}</source>
            <translation>ötürülür: {done} / {total}</translation>
        </message>
        <message>
            <source>A newer law is here</source>
            <translation>Yeni qanun gəlib</translation>
        </message>
        <message>
            <source>used from the next sign-in on</source>
            <translation>növbəti girişdən sonra tətbiq olunur</translation>
        </message>
        <message>
            <source>The catalogues were renewed. Finish the case, then sign in again: from then on the newer law is used.</source>
            <translation>Kataloqlar yenilənib. Xidməti bitirin, sonra yenidən daxil olun: bundan sonra yeni qanun tətbiq olunur.</translation>
        </message>
        <message>
            <source>Receiving</source>
            <translation>Qəbul edilir</translation>
        </message>
        <message>
            <source>Connecting</source>
            <translation>Qoşulur</translation>
        </message>
        <message>
            <source>Not let in</source>
            <translation>Qoşulma rədd edilib</translation>
        </message>
        <message>
            <source>{n} warnings</source>
            <translation>{n} xəbərdarlıq</translation>
        </message>
        <message>
            <source>{n} disagreements</source>
            <translation>{n} uyğunsuzluq</translation>
        </message>
        <message>
            <source>tell the administrator</source>
            <translation>inzibatçıya bildirin</translation>
        </message>
        <message>
            <source>sending {done} of {total}, document {percent} %</source>
            <translation>ötürülür: {done} / {total}, sənəd {percent} %</translation>
        </message>
        <message>
            <source>{n} entries received, go on working</source>
            <translation>{n} yazı alındı, işləyə bilərsiniz</translation>
        </message>
        <message>
            <source>{time} behind; the right time is recorded</source>
            <translation>{time} geridir; düzgün vaxt yazılır</translation>
        </message>
        <message>
            <source>{time} ahead; the right time is recorded</source>
            <translation>{time} irəlidir; düzgün vaxt yazılır</translation>
        </message>
        <message>
            <source>{time} behind</source>
            <translation>{time} geridir</translation>
        </message>
        <message>
            <source>{time} ahead</source>
            <translation>{time} irəlidir</translation>
        </message>
        <message>
            <source>work goes on</source>
            <translation>iş davam edir</translation>
        </message>
        <message>
            <source>for {n} days</source>
            <translation>{n} gündür</translation>
        </message>
        <message>
            <source>After {n} days without connection no new cases are opened. Finish what was begun; written answers are given. Tell the administrator, and export what was not sent below.</source>
            <translation>{n} gün qoşulma olmadıqdan sonra yeni müraciət açılmır. Başladığınızı bitirin; yazılı cavab verilir. İnzibatçıya bildirin və ötürülməyənləri aşağıdan fayla çıxarın.</translation>
        </message>
        <message>
            <source>since {time}</source>
            <translation>kəsilmə vaxtı {time}</translation>
        </message>
        <message>
            <source>trying now</source>
            <translation>indi cəhd edilir</translation>
        </message>
        <message>
            <source>next try in {time}</source>
            <translation>{time} sonra yenidən cəhd</translation>
        </message>
        <message>
            <source>{n} days</source>
            <translation>{n} gün</translation>
        </message>
        <message>
            <source>{n} h</source>
            <translation>{n} saat</translation>
        </message>
        <message>
            <source>{n} min</source>
            <translation>{n} dəq</translation>
        </message>
        <message>
            <source>{n} s</source>
            <translation>{n} san</translation>
        </message>
        <message>
            <source>Go on working. Everything is kept on this computer and is sent by itself.</source>
            <translation>İşinizə davam edin. Hər şey bu kompüterdə saxlanılır və özü ötürüləcək.</translation>
        </message>
        <message>
            <source>Go on working; everything is kept on this computer. Tell the administrator.</source>
            <translation>İşinizə davam edin; hər şey bu kompüterdə saxlanılır. İnzibatçıya bildirin.</translation>
        </message>
        <message>
            <source>Two computers are this desk</source>
            <translation>İki kompüter bu masadır</translation>
        </message>
        <message>
            <source>nothing is sent; tell the administrator</source>
            <translation>heç nə ötürülmür; inzibatçıya bildirin</translation>
        </message>
        <message>
            <source>Another computer speaks as this desk. Neither is let in until the administrator says which one stays. Nothing is lost: what was not sent can be exported below.</source>
            <translation>Başqa kompüter bu masa kimi qoşulur. İnzibatçı hansının qalacağını deyənədək heç biri buraxılmır. Heç nə itmir: ötürülməyənləri aşağıdan fayla çıxarmaq olar.</translation>
        </message>
        <message>
            <source>Needs attention</source>
            <translation>Diqqət tələb edir</translation>
        </message>
        <message>
            <source>Somebody else changed the same file. Look at both sides and choose what holds.</source>
            <translation>Eyni vərəqi başqası da dəyişib. Hər iki tərəfə baxın və hansının qaldığını seçin.</translation>
        </message>
        <message>
            <source>These are not sent by themselves. Each one says what to do.</source>
            <translation>Bunlar özü ötürülmür. Hər birində nə etməli olduğunuz yazılıb.</translation>
        </message>
        <message>
            <source>No new cases</source>
            <translation>Yeni müraciət açılmır</translation>
        </message>
        <message>
            <source>The central system answers, and does not take this desk. Tell the administrator. Go on working: everything is kept, and can be exported below.</source>
            <translation>Mərkəzi sistem cavab verir, amma bu masanı buraxmır. İnzibatçıya bildirin. İşinizə davam edin: hər şey saxlanılır, aşağıdan fayla çıxarmaq olar.</translation>
        </message>
        <message>
            <source>This desk was restored</source>
            <translation>Bu masa ehtiyat nüsxədən yüklənib</translation>
        </message>
        <message>
            <source>what is missing is being fetched</source>
            <translation>çatışmayanlar gətirilir</translation>
        </message>
        <message>
            <source>The database is an older one. What was recorded since comes back from the central system, and numbers are given from a new block. Nothing to do.</source>
            <translation>Məlumat bazası köhnə nüsxədir. O vaxtdan bəri yazılanlar mərkəzi sistemdən qayıdır, nömrələr yeni sıradan verilir. Heç nə etmək lazım deyil.</translation>
        </message>
        <message>
            <source>The program is too old</source>
            <translation>Proqram köhnəlib</translation>
        </message>
        <message>
            <source>work is kept; have it updated</source>
            <translation>iş saxlanılır; proqram yenilənməlidir</translation>
        </message>
        <message>
            <source>The central system wants a newer program. Go on working: everything is kept and sent after the update. Tell the administrator.</source>
            <translation>Mərkəzi sistem daha yeni proqram tələb edir. İşinizə davam edin: hər şey saxlanılır və yeniləmədən sonra ötürülür. İnzibatçıya bildirin.</translation>
        </message>
        <message>
            <source>This computer's clock is wrong</source>
            <translation>Kompüterin saatı səhvdir</translation>
        </message>
        <message>
            <source>Have the administrator set the clock. What you record gets the central system's time.</source>
            <translation>Saatı inzibatçı düzəltsin. Yazdıqlarınıza mərkəzi sistemin vaxtı qoyulur.</translation>
        </message>
        <message>
            <source>No connection</source>
            <translation>Qoşulma yoxdur</translation>
        </message>
        <message>
            <source>The desk has been alone for long. Go on working; tell the administrator, and export what was not sent below, so that it is in two places.</source>
            <translation>Masa çoxdan qoşulmayıb. İşinizə davam edin; inzibatçıya bildirin və ötürülməyənləri aşağıdan fayla çıxarın ki, iki yerdə olsun.</translation>
        </message>
        <message>
            <source>Not the central system</source>
            <translation>Cavab mərkəzi sistemdən deyil</translation>
        </message>
        <message>
            <source>The central system's certificate does not fit this date. Have the clock set.</source>
            <translation>Mərkəzi sistemin sertifikatı bu tarixə uyğun gəlmir. Saatı düzəltdirin.</translation>
        </message>
        <message>
            <source>The network wants a sign-in</source>
            <translation>Şəbəkə giriş tələb edir</translation>
        </message>
        <message>
            <source>A page answered instead of the central system. Tell the administrator; work goes on.</source>
            <translation>Mərkəzi sistemin əvəzinə başqa səhifə cavab verdi. İnzibatçıya bildirin; iş davam edir.</translation>
        </message>
        <message>
            <source>Another language</source>
            <translation>Cavab anlaşılmır</translation>
        </message>
        <message>
            <source>Answer without a signature</source>
            <translation>İmzasız cavab</translation>
        </message>
        <message>
            <source>The central system is in trouble</source>
            <translation>Mərkəzi sistemdə nasazlıq var</translation>
        </message>
        <message>
            <source>The central system is not there</source>
            <translation>Mərkəzi sistem cavab vermir</translation>
        </message>
        <message>
            <source>The central system is slow</source>
            <translation>Mərkəzi sistem gec cavab verir</translation>
        </message>
        <message>
            <source>The connection breaks off</source>
            <translation>Əlaqə qırılır</translation>
        </message>
        <message>
            <source>Offline</source>
            <translation>Oflayn</translation>
        </message>
        <message>
            <source>{n} waiting to be sent</source>
            <translation>{n} yazı ötürülməyi gözləyir</translation>
        </message>
        <message>
            <source>everything is sent · just now</source>
            <translation>hamısı göndərilib · indicə</translation>
        </message>
        <message>
            <source>everything is sent · {n} min ago</source>
            <translation>hamısı göndərilib · {n} dəq əvvəl</translation>
        </message>
    </context>
    <context>
        <name>ToThinkOf</name>
        <message>
            <source>To think of</source>
            <translation>Xatırlatmalar</translation>
        </message>
        <message>
            <source>Removals end</source>
            <translation>Çıxarılma müddəti bitir</translation>
        </message>
        <message>
            <source>Employers have not answered</source>
            <translation>İşəgötürən cavab verməyib</translation>
        </message>
        <message>
            <source>Offers without an answer</source>
            <translation>Təklifə cavab yoxdur</translation>
        </message>
        <message>
            <source>{words}: {n}</source>
            <translation>{words}: {n}</translation>
        </message>
    </context>
    <context>
        <name>Today</name>
        <message>
            <source>Today, {desk}</source>
            <translation>Bu gün, {desk}</translation>
        </message>
        <message>
            <source>opened</source>
            <translation>açılmış müraciət</translation>
        </message>
        <message>
            <source>closed</source>
            <translation>tamamlanmış</translation>
        </message>
        <message>
            <source>written answers</source>
            <translation>yazılı cavab</translation>
        </message>
    </context>
    <context>
        <name>TodoPart</name>
        <message>
            <source>What can be done now</source>
            <translation>İndi nə etmək olar</translation>
        </message>
        <message>
            <source>Due {day}</source>
            <translation>Son tarix {day}</translation>
        </message>
        <message>
            <source>Paper that shows that the cause ended</source>
            <translation>Səbəbin aradan qalxdığını göstərən sənəd</translation>
        </message>
        <message>
            <source>not known yet: F9 asks</source>
            <translation>hələ məlum deyil: F9 soruşur</translation>
        </message>
        <message>
            <source>by the person's own means</source>
            <translation>şəxsin öz vasitələri ilə</translation>
        </message>
        <message>
            <source>waits for a connection</source>
            <translation>qoşulma gözlənilir</translation>
        </message>
        <message>
            <source>not everything is delivered yet</source>
            <translation>hələ hamısı çatdırılmayıb</translation>
        </message>
        <message>
            <source>accepted</source>
            <translation>qəbul edilib</translation>
        </message>
        <message>
            <source>MEİS answered: no paper is asked for</source>
            <translation>MEİS cavab verib: sənəd tələb olunmur</translation>
        </message>
        <message>
            <source>{n} hours old: ask again</source>
            <translation>{n} saat əvvəlkidir: yenidən soruşun</translation>
        </message>
        <message>
            <source>not there yet</source>
            <translation>hələ yoxdur</translation>
        </message>
        <message>
            <source>Article {article}</source>
            <translation>maddə {article}</translation>
        </message>
        <message>
            <source>one sentence for the written answer</source>
            <translation>yazılı cavaba bir cümlə</translation>
        </message>
        <message>
            <source>on the refusal page</source>
            <translation>imtina səhifəsində</translation>
        </message>
        <message>
            <source>on its own page</source>
            <translation>ayrıca səhifədə</translation>
        </message>
        <message>
            <source>Counted declines</source>
            <translation>Sayılan təkliflər</translation>
        </message>
        <message>
            <source>The service is due by {day}</source>
            <translation>Xidmətin son tarixi {day}</translation>
        </message>
        <message>
            <source>Only declines without a justified reason. Nothing follows by itself: you decide.</source>
            <translation>Əsaslı səbəbi olmayanlar. Öz-özünə heç nə baş vermir: qərarı siz verirsiniz.</translation>
        </message>
        <message>
            <source>{n} offers were declined. For information only: you decide.</source>
            <translation>Şəxs {n} təklifi qəbul etməyib. Bu, yalnız məlumatdır: qərarı siz verirsiniz.</translation>
        </message>
        <message>
            <source>nothing is recorded: ask</source>
            <translation>heç nə yazılmayıb: soruşun</translation>
        </message>
        <message>
            <source>by {day}</source>
            <translation>{day} tarixinədək</translation>
        </message>
    </context>
    <context>
        <name>ToldPart</name>
        <message>
            <source>Messages to the person</source>
            <translation>Şəxsə göndərilən məlumatlar</translation>
        </message>
        <message>
            <source>e-cabinet</source>
            <translation>elektron kabinet</translation>
        </message>
        <message>
            <source>mobile</source>
            <translation>mobil</translation>
        </message>
        <message>
            <source>MAS</source>
            <translation>MAS</translation>
        </message>
        <message>
            <source>our gateway</source>
            <translation>öz göndərişimiz</translation>
        </message>
        <message>
            <source>delivered</source>
            <translation>çatdırılıb</translation>
        </message>
        <message>
            <source>not delivered</source>
            <translation>çatdırılmayıb</translation>
        </message>
    </context>
    <context>
        <name>TypedFactsPart</name>
        <message>
            <source>At least {n} characters; it is printed in the letter.</source>
            <translation>Ən azı {n} işarə; yazılı cavabda çap olunur.</translation>
        </message>
        <message>
            <source>Choose</source>
            <translation>Seçin</translation>
        </message>
    </context>
    <context>
        <name>VacanciesPart</name>
        <message>
            <source>More vacancies</source>
            <translation>Digər boş iş yerləri</translation>
        </message>
        <message>
            <source>Looking for vacancies</source>
            <translation>Boş iş yerləri axtarılır</translation>
        </message>
        <message>
            <source>Stop waiting</source>
            <translation>Gözləməni dayandır</translation>
        </message>
        <message>
            <source>No vacancy was found</source>
            <translation>Boş iş yeri tapılmadı</translation>
        </message>
        <message>
            <source>Vacancy</source>
            <translation>Vakansiya</translation>
        </message>
        <message>
            <source>Wage</source>
            <translation>Əməkhaqqı</translation>
        </message>
        <message>
            <source>Conditions</source>
            <translation>Şərtlər</translation>
        </message>
        <message>
            <source>Vacancies</source>
            <translation>Boş iş yerləri</translation>
        </message>
        <message numerus="yes">
            <source>%n vacancies</source>
            <translation>
                <numerusform>%n boş iş yeri</numerusform>
                <numerusform>%n boş iş yeri</numerusform>
            </translation>
        </message>
        <message>
            <source>Widen the search (Alt+V), or place “no suitable work” (Ctrl+B).</source>
            <translation>Axtarışı genişləndirin (Alt+V) və ya “Münasib iş yoxdur” seçin (Ctrl+B).</translation>
        </message>
        <message>
            <source>Nobody looked for work today yet</source>
            <translation>Bu gün hələ iş axtarılmayıb</translation>
        </message>
        <message>
            <source>F9 asks the vacancy bank.</source>
            <translation>F9 vakansiya bankından soruşur.</translation>
        </message>
        <message>
            <source>{n} fits</source>
            <translation>{n} uyğundur</translation>
        </message>
        <message numerus="yes">
            <source>{n}, %n question(s)</source>
            <translation>
                <numerusform>{n}, %n sual</numerusform>
                <numerusform>{n}, %n sual</numerusform>
            </translation>
        </message>
        <message>
            <source>{n} does not fit</source>
            <translation>{n} uyğun deyil</translation>
        </message>
    </context>
    <context>
        <name>Waiting</name>
        <message>
            <source>Stop waiting</source>
            <translation>Dayandır</translation>
        </message>
        <message>
            <source>{n} s</source>
            <translation>{n} san</translation>
        </message>
    </context>
    <context>
        <name>WayPart</name>
        <message>
            <source>Reference of the call</source>
            <translation>Zəngin nömrəsi</translation>
        </message>
        <message>
            <source>What the caller named correctly</source>
            <translation>Zəng edən nəyi düzgün dedi</translation>
        </message>
        <message>
            <source>Interpreter: into which language</source>
            <translation>Tərcüməçi: hansı dil</translation>
        </message>
        <message>
            <source>The proceeding is in Azerbaijani; the right to an interpreter is explained.</source>
            <translation>İcraat Azərbaycan dilindədir; tərcüməçi hüququ izah edilir.</translation>
        </message>
        <message>
            <source>answer: {form}</source>
            <translation>cavab: {form}</translation>
        </message>
        <message>
            <source>interpreter: {language}</source>
            <translation>tərcüməçi: {language}</translation>
        </message>
        <message>
            <source>not known here</source>
            <translation>burada məlum deyil</translation>
        </message>
        <message>
            <source>Form of application</source>
            <translation>Müraciətin forması</translation>
        </message>
        <message>
            <source>Channel</source>
            <translation>Kanal</translation>
        </message>
        <message>
            <source>Form of the answer</source>
            <translation>Cavabın forması</translation>
        </message>
        <message>
            <source>Self-service applications come from MAS by themselves.</source>
            <translation>Özünəxidmət müraciətləri MAS-dan özü gəlir.</translation>
        </message>
    </context>
    <context>
        <name>WhoPart</name>
        <message>
            <source>Citizen of Azerbaijan</source>
            <translation>Azərbaycan vətəndaşı</translation>
        </message>
        <message>
            <source>Foreigner</source>
            <translation>Əcnəbi</translation>
        </message>
        <message>
            <source>Stateless person</source>
            <translation>Vətəndaşlığı olmayan şəxs</translation>
        </message>
        <message>
            <source>Entrepreneur (as a person)</source>
            <translation>Sahibkar (fiziki şəxs kimi)</translation>
        </message>
        <message>
            <source>Person without a PIN (FİN)</source>
            <translation>FİN-i olmayan şəxs</translation>
        </message>
        <message>
            <source>Legal entity</source>
            <translation>Hüquqi şəxs</translation>
        </message>
        <message>
            <source>Family household</source>
            <translation>Ailə təsərrüfatı</translation>
        </message>
        <message>
            <source>Applicant</source>
            <translation>Müraciət edən</translation>
        </message>
        <message>
            <source>Check</source>
            <translation>Yoxla</translation>
        </message>
        <message>
            <source>PIN (FİN)</source>
            <translation>FİN</translation>
        </message>
        <message>
            <source>Name as on its paper</source>
            <translation>Adı sənədindəki kimi</translation>
        </message>
        <message>
            <source>Asking the register</source>
            <translation>Reyestrdən cavab gözlənilir</translation>
        </message>
        <message>
            <source>5 or 6 characters, on the card's front</source>
            <translation>Miqrasiya FİN-i: 5 və ya 6 işarə, kartın ön üzündə</translation>
        </message>
        <message>
            <source>Read: {text}</source>
            <translation>Oxunan: {text}</translation>
        </message>
        <message>
            <source>Tax number (VÖEN)</source>
            <translation>VÖEN</translation>
        </message>
        <message>
            <source>Number of the paper shown</source>
            <translation>Göstərilən sənədin nömrəsi</translation>
        </message>
        <message>
            <source>PIN (FİN) of its head</source>
            <translation>Rəhbərinin FİN-i</translation>
        </message>
        <message>
            <source>The card's lines: type on, Enter ends a line.</source>
            <translation>Kartın sətirləri yazılır, sətrin sonunda Enter.</translation>
        </message>
        <message>
            <source>Card read; the keyboard layout had changed characters, compare with the card</source>
            <translation>Kart oxundu. Klaviatura düzümü simvolları dəyişmişdi, kartla tutuşdurun</translation>
        </message>
        <message>
            <source>Card read; this card has no PIN (FİN) in its lines, type it</source>
            <translation>Kart oxundu. Sətirlərdə FİN yoxdur, əl ilə yazın</translation>
        </message>
        <message>
            <source>Card read, the check digits are right</source>
            <translation>Kart oxundu, yoxlama rəqəmləri düzdür</translation>
        </message>
        <message>
            <source>MAS did not answer</source>
            <translation>MAS cavab vermədi</translation>
        </message>
        <message>
            <source>Population register (MEİS) and MAS · {when}</source>
            <translation>Əhali reyestri (MEİS) və MAS · {when}</translation>
        </message>
        <message>
            <source>No register of ours holds it: its name and number are recorded as its paper says.</source>
            <translation>Bu, reyestrdən soruşulmur: adı və nömrəsi sənədindəki kimi qeyd olunur.</translation>
        </message>
        <message>
            <source>MAS is being asked…</source>
            <translation>MAS-dan soruşulur…</translation>
        </message>
        <message>
            <source>Typed and not recorded yet.</source>
            <translation>Yazılıb, hələ qeyd edilməyib.</translation>
        </message>
        <message>
            <source>Change</source>
            <translation>Dəyiş</translation>
        </message>
        <message>
            <source>Correct a typing error</source>
            <translation>Yazı səhvini düzəlt</translation>
        </message>
        <message>
            <source>Registration</source>
            <translation>Qeydiyyat</translation>
        </message>
        <message>
            <source>Contact</source>
            <translation>Əlaqə</translation>
        </message>
        <message>
            <source>Not identified yet</source>
            <translation>Hələ müəyyən edilməyib</translation>
        </message>
        <message>
            <source>Population register (MEİS) · {when}</source>
            <translation>Əhali reyestri (MEİS) · {when}</translation>
        </message>
        <message>
            <source>From papers · {when}</source>
            <translation>Sənədlər əsasında · {when}</translation>
        </message>
        <message>
            <source>MAS · {when}</source>
            <translation>MAS · {when}</translation>
        </message>
        <message>
            <source>No connection: MAS cannot be asked now.</source>
            <translation>Bağlantı yoxdur: MAS-dan indi soruşmaq olmur.</translation>
        </message>
        <message>
            <source>MAS does not answer.</source>
            <translation>MAS cavab vermir.</translation>
        </message>
        <message>
            <source>The central system does not let you ask. Sign in again.</source>
            <translation>Mərkəzi sistem soruşmağa icazə vermir. Yenidən daxil olun.</translation>
        </message>
        <message>
            <source>MAS answered, but its answer cannot be read.</source>
            <translation>MAS cavab verib, lakin cavabı oxumaq olmur.</translation>
        </message>
        <message>
            <source>{day}, age {n}</source>
            <translation>{day}, {n} yaş</translation>
        </message>
        <message>
            <source>Paper</source>
            <translation>Sənəd</translation>
        </message>
        <message>
            <source>Representative</source>
            <translation>Nümayəndə</translation>
        </message>
        <message>
            <source>until {day}</source>
            <translation>{day} tarixinədək</translation>
        </message>
        <message>
            <source>{number}, until {day}</source>
            <translation>{number}, {day} tarixinədək</translation>
        </message>
        <message>
            <source>Since</source>
            <translation>Başlanğıc</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>Nömrə</translation>
        </message>
        <message>
            <source>Until</source>
            <translation>Son gün</translation>
        </message>
        <message>
            <source>Before</source>
            <translation>Əvvəl</translation>
        </message>
        <message>
            <source>not known</source>
            <translation>məlum deyil</translation>
        </message>
        <message>
            <source>Mobile</source>
            <translation>Mobil</translation>
        </message>
        <message>
            <source>E-mail</source>
            <translation>E-poçt</translation>
        </message>
        <message>
            <source>Type the number or read the card: the register is asked first, no paper is needed for it.</source>
            <translation>FİN yazın və ya kartı oxudun: əvvəlcə reyestrdən soruşulur, sənəd lazım deyil.</translation>
        </message>
        <message>
            <source>The register knows nobody by this number.</source>
            <translation>Reyestrdə bu nömrə üzrə heç kim yoxdur.</translation>
        </message>
        <message>
            <source>No answer. Identified from papers, recorded as such.</source>
            <translation>Cavab yoxdur. Şəxsiyyət sənədlə müəyyən edilir, belə də qeyd olunur.</translation>
        </message>
        <message>
            <source>female</source>
            <translation>qadın</translation>
        </message>
        <message>
            <source>male</source>
            <translation>kişi</translation>
        </message>
        <message>
            <source>Surname</source>
            <translation>Soyad</translation>
        </message>
        <message>
            <source>Given name</source>
            <translation>Ad</translation>
        </message>
        <message>
            <source>Patronymic</source>
            <translation>Ata adı</translation>
        </message>
        <message>
            <source>Born</source>
            <translation>Doğum</translation>
        </message>
        <message>
            <source>Sex</source>
            <translation>Cins</translation>
        </message>
        <message>
            <source>Citizenship</source>
            <translation>Vətəndaşlıq</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>Ünvan</translation>
        </message>
        <message>
            <source>Document</source>
            <translation>Sənəd</translation>
        </message>
        <message>
            <source>{date}, {n} years</source>
            <translation>{date}, {n} yaş</translation>
        </message>
        <message>
            <source>identity card</source>
            <translation>şəxsiyyət vəsiqəsi</translation>
        </message>
        <message>
            <source>temporary permit</source>
            <translation>müvəqqəti icazə</translation>
        </message>
        <message>
            <source>permanent permit</source>
            <translation>daimi icazə</translation>
        </message>
        <message>
            <source>The register's answer</source>
            <translation>Reyestrin cavabı</translation>
        </message>
    </context>
    <context>
        <name>Work</name>
        <message>
            <source>Education</source>
            <translation>Təhsil</translation>
        </message>
        <message>
            <source>Specialty</source>
            <translation>İxtisas</translation>
        </message>
        <message>
            <source>Experience</source>
            <translation>Təcrübə</translation>
        </message>
        <message>
            <source>Health</source>
            <translation>Sağlamlıq</translation>
        </message>
        <message>
            <source>Transport</source>
            <translation>Nəqliyyat</translation>
        </message>
        <message>
            <source>Fits</source>
            <translation>Uyğundur</translation>
        </message>
        <message>
            <source>Not asked for</source>
            <translation>Tələb olunmur</translation>
        </message>
        <message>
            <source>Does not fit</source>
            <translation>Uyğun deyil</translation>
        </message>
        <message>
            <source>Ask</source>
            <translation>Soruşun</translation>
        </message>
        <message>
            <source>Hired</source>
            <translation>İşə götürüldü</translation>
        </message>
        <message>
            <source>Not hired</source>
            <translation>İşə götürülmədi</translation>
        </message>
        <message>
            <source>Silent</source>
            <translation>Cavab verməyib</translation>
        </message>
        <message>
            <source>Ask: is the education at least this one: {about}?</source>
            <translation>Soruşun: təhsili ən azı belədirmi: {about}?</translation>
        </message>
        <message>
            <source>Ask: is this their specialty or profession: {about}?</source>
            <translation>Soruşun: ixtisası və ya peşəsi budurmu: {about}?</translation>
        </message>
        <message>
            <source>Ask: is there experience of at least {about} years?</source>
            <translation>Soruşun: ən azı {about} il iş təcrübəsi varmı?</translation>
        </message>
        <message>
            <source>Ask: does their health allow this: {about}?</source>
            <translation>Soruşun: sağlamlığı buna imkan verirmi: {about}?</translation>
        </message>
        <message>
            <source>Ask: can they reach this place: {about}?</source>
            <translation>Soruşun: bu ünvana gedib-gələ bilirmi: {about}?</translation>
        </message>
        <message>
            <source>nothing</source>
            <translation>tələb olunmur</translation>
        </message>
        <message>
            <source>public transport reaches it</source>
            <translation>ictimai nəqliyyat var</translation>
        </message>
        <message>
            <source>no public transport</source>
            <translation>ictimai nəqliyyat yoxdur</translation>
        </message>
        <message>
            <source>the employer did not say</source>
            <translation>işəgötürən bildirməyib</translation>
        </message>
        <message>
            <source>not known</source>
            <translation>məlum deyil</translation>
        </message>
        <message>
            <source>no limits said</source>
            <translation>məhdudiyyət deyilməyib</translation>
        </message>
        <message>
            <source>depends on public transport</source>
            <translation>ictimai nəqliyyatla</translation>
        </message>
        <message>
            <source>does not depend on it</source>
            <translation>öz imkanı ilə</translation>
        </message>
        <message>
            <source>was not asked</source>
            <translation>soruşulmayıb</translation>
        </message>
        <message>
            <source>{n} years</source>
            <translation>{n} il</translation>
        </message>
        <message>
            <source>{n} months</source>
            <translation>{n} ay</translation>
        </message>
        <message>
            <source>{n} AZN</source>
            <translation>{n} AZN</translation>
        </message>
        <message>
            <source>public transport</source>
            <translation>ictimai nəqliyyat</translation>
        </message>
        <message>
            <source>from {n} AZN</source>
            <translation>ən azı {n} AZN</translation>
        </message>
        <message>
            <source>every vacancy</source>
            <translation>bütün boş iş yerləri</translation>
        </message>
        <message>
            <source>referral {no}</source>
            <translation>göndəriş {no}</translation>
        </message>
        <message>
            <source>accepted</source>
            <translation>qəbul edilib</translation>
        </message>
        <message>
            <source>declined, the reason is justified</source>
            <translation>qəbul edilməyib, səbəb əsaslıdır</translation>
        </message>
        <message>
            <source>declined, the reason is not justified</source>
            <translation>qəbul edilməyib, səbəb əsaslı deyil</translation>
        </message>
        <message>
            <source>declined</source>
            <translation>qəbul edilməyib</translation>
        </message>
        <message>
            <source>no answer yet</source>
            <translation>hələ cavab yoxdur</translation>
        </message>
        <message>
            <source>Ask again</source>
            <translation>Yenidən soruş</translation>
        </message>
    </context>
    <context>
        <name>WorkAct</name>
        <message>
            <source>Offer the chosen one</source>
            <translation>Seçiləni təklif et</translation>
        </message>
        <message>
            <source>Offer the one that fits 5/5</source>
            <translation>5/5 olanı təklif et</translation>
        </message>
        <message>
            <source>Look for other vacancies</source>
            <translation>Başqa vakansiya axtar</translation>
        </message>
        <message>
            <source>Accepted the offer</source>
            <translation>Təklifi qəbul etdi</translation>
        </message>
        <message>
            <source>Did not accept the offer</source>
            <translation>Təklifi qəbul etmədi</translation>
        </message>
        <message>
            <source>Record the judgement</source>
            <translation>Qiymətləndirməni qeyd et</translation>
        </message>
        <message>
            <source>The right was explained</source>
            <translation>Hüquq izah edildi</translation>
        </message>
        <message>
            <source>Issue and print the referral</source>
            <translation>Göndəriş ver və çap et</translation>
        </message>
        <message>
            <source>Record the employer's answer</source>
            <translation>İşəgötürənin cavabını yaz</translation>
        </message>
        <message>
            <source>Send to the back office</source>
            <translation>Arxa ofisə göndər</translation>
        </message>
        <message>
            <source>No suitable work</source>
            <translation>Münasib iş yoxdur</translation>
        </message>
        <message>
            <source>Ask the register again</source>
            <translation>Reyestrdən yenidən soruş</translation>
        </message>
        <message>
            <source>Ask MAS about the registration</source>
            <translation>Qeydiyyatı MAS-dan soruş</translation>
        </message>
        <message>
            <source>Prepare the refusal</source>
            <translation>İmtina barədə cavab hazırla</translation>
        </message>
        <message>
            <source>Print the referral</source>
            <translation>Göndəriş çap et</translation>
        </message>
        <message>
            <source>Print the confirmation</source>
            <translation>Arayışı çap et</translation>
        </message>
        <message>
            <source>Finish the case</source>
            <translation>Xidməti bitir</translation>
        </message>
        <message>
            <source>Pause the case</source>
            <translation>Fasilə ver</translation>
        </message>
        <message>
            <source>Papers and withdrawal</source>
            <translation>Sənədlər və dayandırma</translation>
        </message>
        <message>
            <source>Search</source>
            <translation>Axtar</translation>
        </message>
        <message>
            <source>Record the decline</source>
            <translation>Qəbul etmədiyini qeyd et</translation>
        </message>
        <message>
            <source>Record what was said</source>
            <translation>Deyilənləri qeyd et</translation>
        </message>
        <message>
            <source>Ask the vacancy bank again</source>
            <translation>Yenidən axtar</translation>
        </message>
        <message>
            <source>Place it in MAS again</source>
            <translation>MAS-da yenidən yerləşdir</translation>
        </message>
    </context>
    <context>
        <name>WorkReason</name>
        <message>
            <source>Not possible in the present state.</source>
            <translation>İndiki vəziyyətdə mümkün deyil.</translation>
        </message>
        <message>
            <source>Choose a vacancy.</source>
            <translation>Boş iş yerini seçin.</translation>
        </message>
        <message>
            <source>“{test}”: the question is not answered.</source>
            <translation>“{test}” sualına cavab yoxdur.</translation>
        </message>
        <message>
            <source>No vacancy fits by all five tests.</source>
            <translation>Beş meyarın hamısına uyğun vakansiya yoxdur.</translation>
        </message>
        <message>
            <source>The person has not accepted an offer.</source>
            <translation>Şəxs təklifi qəbul etməyib.</translation>
        </message>
        <message>
            <source>No work was looked for today.</source>
            <translation>Bu gün iş axtarılmayıb.</translation>
        </message>
        <message>
            <source>Suitable vacancies not offered: {n}.</source>
            <translation>{n} uyğun vakansiya təklif olunmayıb.</translation>
        </message>
        <message>
            <source>Found and not looked at: {n}. Bring them, or narrow.</source>
            <translation>Baxılmayan: {n}. Hamısını açın və ya axtarışı daraldın.</translation>
        </message>
        <message>
            <source>Choose: justified or not.</source>
            <translation>Seçin: əsaslıdır və ya əsaslı deyil.</translation>
        </message>
        <message>
            <source>Say why, in at least {n} characters.</source>
            <translation>Niyəsini yazın, ən azı {n} işarə.</translation>
        </message>
        <message>
            <source>The day of presenting is missing.</source>
            <translation>Təqdim edilmə tarixi yazılmayıb.</translation>
        </message>
        <message>
            <source>Today, or a day of the next 30.</source>
            <translation>Bu gün və ya növbəti 30 gündən biri.</translation>
        </message>
        <message>
            <source>Choose what the employer decided.</source>
            <translation>İşəgötürənin qərarını seçin.</translation>
        </message>
        <message>
            <source>No ground of refusal fits what is known now.</source>
            <translation>Məlum olanlara uyğun imtina əsası yoxdur.</translation>
        </message>
    </context>
    <context>
        <name>WorkTodo</name>
        <message>
            <source>The register: not employed</source>
            <translation>Reyestrdə məşğul deyil</translation>
        </message>
        <message>
            <source>Registered as jobseeker</source>
            <translation>İşaxtaran kimi qeydiyyat</translation>
        </message>
        <message>
            <source>What the person can do</source>
            <translation>Şəxsin bacardığı iş</translation>
        </message>
        <message>
            <source>Answer to the question</source>
            <translation>Sualın cavabı</translation>
        </message>
        <message>
            <source>Vacancies with an open question</source>
            <translation>Sualı açıq qalan vakansiyalar</translation>
        </message>
        <message>
            <source>Offer of work</source>
            <translation>İş təklifi</translation>
        </message>
        <message>
            <source>The person's answer</source>
            <translation>Şəxsin cavabı</translation>
        </message>
        <message>
            <source>Your judgement</source>
            <translation>Səbəbin qiymətləndirilməsi</translation>
        </message>
        <message>
            <source>Right to apply again explained</source>
            <translation>Təkrar müraciət hüququnun izahı</translation>
        </message>
        <message>
            <source>Refusal with reasons</source>
            <translation>Əsaslandırılmış yazılı cavab</translation>
        </message>
        <message>
            <source>Referral</source>
            <translation>Göndəriş</translation>
        </message>
        <message>
            <source>The employer's answer</source>
            <translation>İşəgötürənin cavabı</translation>
        </message>
        <message>
            <source>Placed in MAS</source>
            <translation>MAS-da yerləşdirmə</translation>
        </message>
        <message>
            <source>Sent to the back office</source>
            <translation>Arxa ofisə göndərmə</translation>
        </message>
        <message>
            <source>The back office's decision</source>
            <translation>Arxa ofisin qərarı</translation>
        </message>
    </context>
    <context>
        <name>WorkView</name>
        <message>
            <source>application {no}</source>
            <translation>müraciət {no}</translation>
        </message>
        <message>
            <source>{context} · ticket {ticket}</source>
            <translation>{context} · bilet {ticket}</translation>
        </message>
        <message>
            <source>Not recorded: meanwhile the application moved on</source>
            <translation>Qeyd olunmadı: bu arada müraciət dəyişib</translation>
        </message>
        <message>
            <source>It stands at: {state}</source>
            <translation>Müraciətin vəziyyəti: {state}</translation>
        </message>
        <message>
            <source>Saved {time}</source>
            <translation>Saxlanıldı {time}</translation>
        </message>
        <message>
            <source>The work was offered</source>
            <translation>İş təklif olundu</translation>
        </message>
        <message>
            <source>Work is looked for once more</source>
            <translation>İş yenidən axtarılır</translation>
        </message>
        <message>
            <source>The person accepted the offer</source>
            <translation>Şəxs təklifi qəbul etdi</translation>
        </message>
        <message>
            <source>The decline was recorded</source>
            <translation>Qəbul etmədiyi qeyd edildi</translation>
        </message>
        <message>
            <source>The judgement was recorded</source>
            <translation>Qiymətləndirmə qeyd edildi</translation>
        </message>
        <message>
            <source>The explanation was recorded</source>
            <translation>İzahat qeyd edildi</translation>
        </message>
        <message>
            <source>The referral was issued</source>
            <translation>Göndəriş verildi</translation>
        </message>
        <message>
            <source>The employer's answer was recorded</source>
            <translation>İşəgötürənin cavabı qeyd edildi</translation>
        </message>
        <message>
            <source>“No suitable work” was placed in MAS</source>
            <translation>“Münasib iş yoxdur” MAS-da yerləşdirildi</translation>
        </message>
        <message>
            <source>Sent to the back office</source>
            <translation>Arxa ofisə göndərildi</translation>
        </message>
        <message>
            <source>What the person can do was recorded</source>
            <translation>Şəxsin bacardıqları qeyd edildi</translation>
        </message>
        <message>
            <source>The register answered</source>
            <translation>Reyestr cavab verdi</translation>
        </message>
        <message>
            <source>MAS answered about the registration</source>
            <translation>MAS qeydiyyat barədə cavab verdi</translation>
        </message>
        <message>
            <source>central system</source>
            <translation>mərkəzi sistem</translation>
        </message>
        <message>
            <source>desk {desk}</source>
            <translation>masa {desk}</translation>
        </message>
        <message>
            <source>Person</source>
            <translation>Şəxs</translation>
        </message>
        <message>
            <source>Application</source>
            <translation>Müraciət</translation>
        </message>
        <message>
            <source>Check</source>
            <translation>Yoxlama</translation>
        </message>
        <message>
            <source>Suitable work</source>
            <translation>Münasib iş</translation>
        </message>
        <message>
            <source>Decision</source>
            <translation>Qərar</translation>
        </message>
        <message>
            <source>Whole file</source>
            <translation>Bütün vərəq</translation>
        </message>
    </context>
    <context>
        <name>_Job</name>
        <message>
            <source>Position</source>
            <translation>Vəzifə</translation>
        </message>
        <message>
            <source>Employer</source>
            <translation>İşəgötürən</translation>
        </message>
        <message>
            <source>Years</source>
            <translation>İl</translation>
        </message>
        <message>
            <source>Months</source>
            <translation>Ay</translation>
        </message>
        <message>
            <source>Why it ended</source>
            <translation>Niyə bitib</translation>
        </message>
    </context>
    <context>
        <name>_Row</name>
        <message>
            <source>Position</source>
            <translation>Vəzifə</translation>
        </message>
        <message>
            <source>Employer</source>
            <translation>İşəgötürən</translation>
        </message>
        <message>
            <source>Years</source>
            <translation>İl</translation>
        </message>
        <message>
            <source>Months</source>
            <translation>Ay</translation>
        </message>
        <message>
            <source>Why it ended</source>
            <translation>Xitamın səbəbi</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Çıxar</translation>
        </message>
        <message>
            <source>Job {n}</source>
            <translation>{n} nömrəli iş yeri</translation>
        </message>
    </context>
    <context>
        <name>_Stacked</name>
        <message>
            <source>The work asks: {what}</source>
            <translation>İş tələb edir: {what}</translation>
        </message>
        <message>
            <source>The person has: {what}</source>
            <translation>Şəxsdə: {what}</translation>
        </message>
    </context>
    <context>
        <name>_Table</name>
        <message>
            <source>Condition</source>
            <translation>Şərt</translation>
        </message>
        <message>
            <source>The work asks</source>
            <translation>İş tələb edir</translation>
        </message>
        <message>
            <source>The person has</source>
            <translation>Şəxsdə</translation>
        </message>
        <message>
            <source>Result</source>
            <translation>Nəticə</translation>
        </message>
    </context>
    <context>
        <name>view</name>
        <message>
            <source>Disagreements</source>
            <translation>Uyğunsuzluqlar</translation>
        </message>
    </context>
</TS>
