// Lines that email programs and phones add below an email, by language: `*` stands for the names in device-names.ts.

export const phrases = parts(
  // English
  'sent from *|sent with *|sent via *|sent using *|sent through *|sent from the all new *|secured with * mail:|* search, organize, conquer',
  // German
  'von * gesendet|von * verschickt|diese nachricht wurde von * gesendet',
  'diese e-mail wurde von * gesendet|gesendet von *|gesendet mit *|gesendet über *|gesendet aus *',
  'gesendet vom *|gesendet via *|verschickt von *',
  // French
  'envoyé de *|envoyé depuis *|envoyé à partir *|envoyé avec *|envoyé par *|envoyé via *',
  'envoyée de *|provenance *',
  // Spanish, Catalan, Galician, Basque
  'enviado desde *|enviado con *|enviado por *|enviado vía *|enviado a través de *|enviat des de *',
  'enviat des del *|enviat amb *|enviado dende *|* bidalia',
  // Portuguese
  'enviado do *|enviado da *|enviado de *|enviado a partir do *|enviado a partir de *|enviado pelo *',
  'enviado com *|enviado através do *|enviado via *|enviada do *',
  // Italian
  'inviato da *|inviato dal *|inviato con *|inviato tramite *|inviato via *',
  // Romanian
  'trimis de pe *|trimis din *|trimis de *|trimis cu *|trimis prin *',
  // Dutch
  'verstuurd vanaf *|verzonden vanaf *|verzonden met *|verstuurd met *|verstuurd via *',
  'verzonden via *|verstuurd vanuit *|verzonden vanuit *',
  // Swedish, Norwegian, Danish, Icelandic
  'skickat från *|skickades från *|skickad från *|skickat med *|skickat via *|sendt fra *|sendt med *',
  'sendt via *|sent úr *|sent frá *',
  // Finnish, Estonian, Latvian, Lithuanian
  'lähetetty *|lähetetty laitteesta *|saadetud *|nosūtīts no *|sūtīts no *|išsiųsta iš *',
  // Polish, Czech, Slovak
  'wysłane z *|wysłano z *|wysłane za pomocą *|wysłane przez *|wysłano za pomocą *|odesláno z *',
  'odesláno ze *|odesláno pomocí *|odoslané z *|odoslané zo *|poslané z *',
  // Hungarian
  '* küldve|elküldve *|küldve *|küldve: *|elküldve: *',
  // Croatian, Serbian, Slovenian, Albanian, Georgian
  'poslano s *|poslano sa *|poslano iz *|poslato sa *|poslato iz *|poslano z *|послато са *',
  'dërguar nga *|გაიგზავნა ჩემი *',
  // Greek
  'στάλθηκε από *|εστάλη από *|απεστάλη από *|στάλθηκε με *',
  // Russian, Ukrainian, Bulgarian
  'отправлено с *|отправлено со *|отправлено из *|отправлено через *|отправлено от *|послано с *',
  'надіслано з *|надіслано із *|відправлено з *|відправлено із *|надіслано через *|изпратено от *',
  'изпратено с *',
  // Turkish
  '* gönderildi|* gönderilmiştir|gönderen: *',
  // Hebrew, Arabic, Persian, Hindi, Thai
  'נשלח מה *|נשלח מ *|נשלח באמצעות *|נשלח דרך *|أُرسلت من *|أرسلت من *|أُرسل من *|أرسل من *',
  'تم الإرسال من *|مرسل من *|مُرسل من *|مرسلة من *|ارسال شده از *|فرستاده شده از *|ارسال از *',
  'ส่งจาก *|* से भेजा गया',
  // Vietnamese, Indonesian, Malay
  'đã gửi từ *|được gửi từ *|gửi từ *|dikirim dari *|dikirim melalui *|dihantar dari *',
  'dihantar daripada *',
  // Chinese, Japanese, Korean
  '发送自我的 *|发送自 *版邮件|发送自 *|发自我的 *|发自 *|發自我的 *|發自 *|来自我的 *|來自我的 *|从我的 *|從我的 *|传送自 *|傳送自 *|自我的 *|从我的 * 发送',
  '从 *版邮件发送|*版のメールから送信|*용 메일에서 보냄|从我的 * 传送|從我的 * 傳送|從我的 * 發送|我的 * 发送|* から送信|* より送信|* から送信されました|* 에서 보냄|* 에서 전송|* 에서 발송',
)

/** Lines that advertise a program: they name it, and its platform. */
export const offers = parts(
  'get *|download *|holen sie sich *|hol dir *|laden sie *|obtenir *|obtenez *|télécharger *',
  'téléchargez *|obtener *|obtenga *|descargar *|obter *|obtenha *|baixar *|ottieni *|scarica *',
  'obțineți *|hämta *|skaffa *|hent *|få *|hanki *|pobierz *|uzyskaj *|získat *|získať *|prenesite *',
  'скачать *|скачайте *|отримати *|λήψη του *|קבל את *|รับ *|az *|загрузить *|завантажити *|получить *|להורדת *|الحصول على *|tải *|dapatkan *|获取 *|取得 *',
  '* beziehen|* herunterladen|* downloaden|* edinin|* letöltése|* を入手|* 다운로드',
)

function parts(...lines: string[]): [before: string, behind: string][] {
  const phrases = lines.flatMap((line) => line.split('|'))
  return phrases.map((phrase) => {
    const [before = '', behind = ''] = phrase.split('*')
    return [before.trim(), behind.trim()]
  })
}
