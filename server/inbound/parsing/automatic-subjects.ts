import { isForwardSubject, isReplySubject } from './subject-prefixes.ts'

/** How subjects of out-of-office replies and automatic confirmations begin, in lower case. */
const beginnings = [
  // English
  'automatic reply|autoreply|auto-reply|auto reply|automated reply|automated response|automatic response|auto response|auto-response|autoresponse|autoresponder',
  'out of office|out of the office|out-of-office|ooo:|ooo -|ooo re:|vacation reply|vacation response|away from my mail|i am away',
  'away:|absence:|on leave:|on annual leave|on vacation:|on vacation until|on holiday:|on holiday until|vacation notice',
  'ticket received|ticket created|request received|case received|we have received your|we received your|your request has been received',
  // German
  'automatische antwort|automatische rückantwort|automatische rückmeldung|automatische eingangsbestätigung',
  'abwesenheitsnotiz|abwesenheitsnachricht|abwesenheitsmeldung|abwesenheitsassistent|abwesend:|nicht im büro',
  'abwesenheit:|urlaubsabwesenheit|im urlaub:|im urlaub bis|urlaubsbedingt|nicht im haus|eingangsbestätigung:',
  // French
  "réponse automatique|reponse automatique|absence du bureau|absent du bureau|message d’absence|message d'absence",
  'absence :|absence:|absent :|absent:|absent jusqu|absente jusqu|en congé|en congés|accusé de réception automatique',
  // Spanish, Catalan, Galician, Portuguese, Italian, Romanian
  'ausente:|ausencia:|de vacaciones hasta|ausência:|de férias até|assente:|assenza:|in ferie fino|in ferie dal',
  'respuesta automática|respuesta automatica|fuera de la oficina|resposta automàtica',
  'resposta automática|resposta automatica|fora do escritório|ausência temporária',
  'risposta automatica|fuori sede|fuori ufficio|răspuns automat|raspuns automat',
  // Dutch, Danish, Norwegian, Swedish, Finnish, Icelandic
  'afwezigheid:|op vakantie tot|fravær:|fraværende:|på ferie til|frånvarande:|på semester till|lomalla',
  'automatisch antwoord|automatische reactie|afwezig:|afwezigheidsbericht|afwezigheidsmelding',
  'automatisk svar|autosvar|automatiskt svar|ikke til stede|fraværsmelding|frånvaro|ej på kontoret',
  'automaattinen vastaus|poissa:|poissaolo|sjálfvirkt svar',
  // Polish, Czech, Slovak, Hungarian, Croatian, Serbian, Slovenian
  'nieobecny:|nieobecna:|na urlopie do|nepřítomnost|dovolená do|neprítomnosť|szabadságon',
  'odpowiedź automatyczna|automatyczna odpowiedź|autoodpowiedź|poza biurem|nieobecność',
  'automatická odpověď|mimo kancelář|automatická odpoveď|automatikus válasz|házon kívül',
  'automatski odgovor|automatski odziv|samodejni odgovor|аутоматски одговор',
  // Estonian, Latvian, Lithuanian, Greek, Turkish
  'automaatvastus|automātiskā atbilde|automatinis atsakymas|αυτόματη απάντηση|otomatik yanıt|otomatik cevap',
  // Russian, Ukrainian, Bulgarian
  'в отпуске до|нахожусь в отпуске|отсутствую до|у відпустці до',
  'автоматический ответ|автоответ|автоматична відповідь|автовідповідь|автоматичен отговор',
  // Hebrew, Arabic, Persian, Hindi, Thai, Vietnamese, Indonesian, Malay
  'תשובה אוטומטית|מענה אוטומטי|رد تلقائي|الرد التلقائي|پاسخ خودکار|स्वचालित उत्तर|ตอบกลับอัตโนมัติ|การตอบกลับอัตโนมัติ',
  'trả lời tự động|thư trả lời tự động|balasan otomatis|jawaban otomatis|balasan automatik',
  // Chinese, Japanese, Korean
  '自动答复|自动回复|自動回覆|自動回复|自動答覆|自動応答|自動返信|不在通知|不在:|不在：|자동 회신|자동 응답|부재중',
]
  .join('|')
  .split('|')

/** Whole subjects, or what is before a colon: people begin sentences with the same words. */
const statements = new Set(
  [
    'on vacation|on holiday|on leave|maternity leave|parental leave|i am on vacation|i am on holiday',
    'undeliverable|failure notice|lesebestätigung|eingangsbestätigung|außer haus|bestätigung ihrer anfrage',
    'ich bin im urlaub|ich bin nicht im büro|je suis absent|je suis absente|je suis en congé|je suis en congés|je suis en vacances',
    'estoy de vacaciones|estou de férias|sono in ferie|acuse de recibo|conferma di ricezione|accusé de réception',
    'ik ben afwezig|ik ben op vakantie|ontvangstbevestiging|jag är på semester|jeg er på ferie|olen lomalla|poissa toimistosta',
    'jestem na urlopie|jsem na dovolené|som na dovolenke|szabadságon vagyok|εκτός γραφείου|ofis dışında|izindeyim|yıllık izin',
    'я в отпуске|нет на месте|я у відпустці|немає на місці|извън офиса|מחוץ למשרד|خارج المكتب|خارج از دفتر',
    '外出中|休暇中|休假|休假中|不在办公室|不在辦公室|부재 중|부재 중 알림',
  ]
    .join('|')
    .split('|'),
)

/** What mail servers write about emails that they could not deliver. */
const returned =
  /^(?:undelivered mail returned to sender|mail delivery failed: returning|delivery status notification \(|returned mail: see transcript)/

/** What other programs write anywhere in the subject. */
const anywhere =
  /(?:\b(?:is|am)|\bi['’]m) (?:currently )?(?:out of (?:the )?office|on (?:annual )?leave)\b|\b(?:bin|ist) (?:derzeit |zurzeit |aktuell )?(?:außer haus|nicht im (?:büro|haus)|abwesend|im urlaub)\b/

/**
 * Whether a subject suggests an automatic email. This is no proof: people write such subjects, too, though not in
 * replies, whose subjects begin with “Re:”.
 */
export function isAutomaticSubject(subject: string): boolean {
  const text = subject
    .toLowerCase()
    // Lower case of Turkish İ is i with a dot above.
    .replaceAll('\u0307', '')
    .replace(/\s+/g, ' ')
    .replace(/^[\s[(【]+/, '')
    .slice(0, 300)
  if (isReplySubject(subject) || isForwardSubject(subject)) return false
  if (statements.has(text.replace(/\s?[:：].*$/, '').replace(/[.!\s]+$/, ''))) return true
  return (
    beginnings.some((beginning) => text.startsWith(beginning)) || returned.test(text) || anywhere.test(text)
  )
}
