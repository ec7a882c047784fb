export type Label = 'from' | 'sent' | 'date' | 'to' | 'subject'

/** Names of the fields in quoted headers, in the languages of email programs. */
const labels: Record<Label, string> = {
  from:
    'From|Von|De|Da|Van|Från|Fra|Lähettäjä|Od|Feladó|De la|De către|Expeditor|Expéditeur|Remitente|Remetente|Mittente|' +
    'Afzender|Avsändare|Afsender|Avsender|Nadawca|Odesílatel|Odosielateľ|Pošiljatelj|Pošiljalac|Nuo|No|Saatja|Kellelt|' +
    'Από|Αποστολέας|От|От кого|Отправитель|Від|Від кого|Відправник|Kimden|Gönderen|מאת|من|از|प्रेषक|จาก|Từ|Dari|Daripada|' +
    '发件人|寄件者|寄件人|差出人|送信者|보낸 사람|보낸사람|발신|द्वारा|Frá|Ó|Nga|Nork|Šalje|Од|გამომგზავნი|Пошиљалац|Подател',
  sent:
    'Sent|Gesendet|Envoyé|Envoyé le|Enviado|Enviado el|Enviada|Enviada em|Enviado em|Inviato|Verzonden|Skickat|Skickad|Sendt|' +
    'Lähetetty|Wysłano|Wysłane|Odesláno|Odoslané|Elküldve|Küldve|Trimis|Expediat|Poslano|Poslato|Išsiųsta|Nosūtīts|Saadetud|Bidalia|Испратено|გაგზავნილია|' +
    'Στάλθηκε|Εστάλη|Отправлено|Надіслано|Изпратено|Послато|Gönderildi|Gönderilme|נשלח|تم الإرسال|أرسلت|ارسال شده|भेजा गया|प्रेषित|' +
    'ส่ง|ส่งแล้ว|Đã gửi|Dikirim|Dihantar|发送时间|傳送時間|已傳送|寄件日期|送信日時|보낸 날짜|보낸날짜',
  date:
    'Date|Datum|Data|Fecha|Dato|Päivämäärä|Päiväys|Dátum|Dată|Data/Ora|Kuupäev|Datums|Ημερομηνία|Дата|Датум|Tarih|תאריך|' +
    'التاريخ|تاریخ|दिनांक|วันที่|Ngày|Tanggal|Tarikh|日期|日時|日付|날짜',
  to:
    'To|An|À|A|Para|Naar|Aan|Till|Til|Vastaanottaja|Do|Komu|Címzett|Către|Catre|Destinataire|Destinatario|Destinatário|Pour|' +
    'Za|Prima|Kam|Kellele|Saaja|Nori|ადრესატი|Προς|Кому|До|За|Kime|Alıcı|אל|إلى|به|प्रति|ถึง|Đến|Tới|Kepada|Untuk|收件人|收件者|宛先|받는 사람|받는사람|수신|को',
  subject:
    'Subject|Betreff|Betrifft|Objet|Sujet|Asunto|Assunto|Oggetto|Onderwerp|Ämne|Emne|Aihe|Temat|Předmět|Predmet|Tárgy|' +
    'Subiect|Tema|Temats|Teema|Θέμα|Тема|Относно|Предмет|Naslov|Zadeva|Konu|נושא|הנדון|الموضوع|موضوع|विषय|เรื่อง|หัวเรื่อง|' +
    'Chủ đề|Tiêu đề|Gaia|თემა|Subjek|Perihal|主题|主　题|主旨|件名|제목|Rubrik|Ogg',
}

const kinds = new Map<string, Label>()
for (const [label, names] of Object.entries(labels)) {
  for (const name of names.split('|')) kinds.set(name.toLowerCase(), label as Label)
}

/** Field names, which some programs make bold: *From:*, **From:**, *From*: */
const labeled = /^[*_]{0,2}([^:：*_<>@]{1,30}?)\s?[*_]{0,2}[:：][*_]{0,2}(.*)$/

/** The label and value of a line; undefined if it is no field. `label` is undefined if it is unknown. */
export function readLabel(line: string): { label: Label | undefined; value: string } | undefined {
  const [, name, value = ''] = labeled.exec(line) ?? []
  return name === undefined ? undefined : { label: kinds.get(name.trim().toLowerCase()), value: value.trim() }
}

/** The text in a line of dashes above a quoted email. */
const original = new RegExp(
  '^[-_=*]{2,}\\s?(?:' +
    "original (?:message|email|mail|appointment)|(?:ursprüngliche|original)[- ]?(?:nachricht|mail)|message (?:d[’']origine|original|initial)|" +
    'mensaje original|mensagem original|missatge original|messaggio originale|oorspronkelijk bericht|originalmeddelande|' +
    'ursprungligt meddelande|original meddelelse|oprindelig (?:meddelelse|besked)|opprinnelig melding|alkuperäinen viesti|' +
    'oryginalna wiadomość|wiadomość oryginalna|původní (?:zpráva|e-?mail)|pôvodná správa|eredeti (?:üzenet|levél)|mesaj original|' +
    'izvorna poruka|izvirno sporočilo|оригинальное сообщение|исходное сообщение|оригінальне повідомлення|orijinal (?:mesaj|ileti)|' +
    'özgün ileti|αρχικό μήνυμα|הודעה מקורית|الرسالة الأصلية|thư gốc|pesan asli|原始邮件|原始郵件|原始信件|元のメッセージ|원본 (?:메시지|메일|이메일)|मूल संदेश|پیام اصلی|початкове повідомлення' +
    ')\\s?[-_=*]{2,}$',
  'i',
)

export const isOriginalMessage = (line: string) =>
  /^\s*[-_=*]/.test(line) && line.length <= 200 && original.test(line.trim())
