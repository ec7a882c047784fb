import { maxLineLength, plain } from './lines.ts'

/** The line above a forwarded email, in lower case, without the dashes or the colon around it. */
const marks = new Set(
  [
    'forwarded message|begin forwarded message|forwarded mail|forwarded email|forwarded by',
    'weitergeleitete nachricht|anfang der weitergeleiteten nachricht|weitergeleitete e-mail|weitergeleitete mail',
    'message transféré|début du message transféré|début du message réexpédié|message réexpédié|courriel transféré',
    'mensaje reenviado|inicio del mensaje reenviado|missatge reenviat',
    'mensagem encaminhada|mensagem reencaminhada|início da mensagem encaminhada|início da mensagem reencaminhada',
    'messaggio inoltrato|inizio messaggio inoltrato|inizio del messaggio inoltrato',
    'doorgestuurd bericht|begin doorgestuurd bericht',
    'vidarebefordrat meddelande|vidarebefordrat brev|vidarebefordrat mejl|början på vidarebefordrat meddelande',
    'videresendt meddelelse|videresendt besked|start på videresendt besked',
    'videresendt melding|videresendt e-post|start på videresendt melding|start på videresendt e-post',
    'välitetty viesti|edelleenlähetetty viesti|edelleen lähetetty viesti|välitetty viesti alkaa|välitetyn viestin alku',
    'treść przekazanej wiadomości|przekazana wiadomość|wiadomość przekazana dalej|początek przekazywanej wiadomości',
    'přeposlaná zpráva|přeposlaný e-mail|začátek přeposílané zprávy',
    'προωθημένο μήνυμα|αρχή προωθημένου μηνύματος|έναρξη προωθημένου μηνύματος',
    'пересылаемое сообщение|пересланное сообщение|перенаправленное сообщение|начало переадресованного сообщения',
    'пересланное письмо|начало пересылаемого сообщения|пересилане повідомлення',
    'переслане повідомлення|початок листа, який пересилається|початок пересланого повідомлення',
    'iletilen mesaj|iletilmiş mesaj|yönlendirilmiş ileti|yönlendirilen ileti|iletilen ileti başlangıcı',
    'הודעה שהועברה|הודעה מועברת|תחילת ההודעה שהועברה',
    'رسالة معاد توجيهها|الرسالة المعاد توجيهها|رسالة مُعاد توجيهها|بداية الرسالة المُعاد توجيهها|رسالة تمت إعادة توجيهها',
    'پیام بازارسال‌شده|پیام هدایت‌شده|پیام ارجاع‌شده|شروع پیام هدایت‌شده',
    'अग्रेषित संदेश|अग्रेषित संदेश प्रारंभ|अग्रेषित संदेश की शुरुआत',
    '転送メッセージ|転送されたメッセージ|転送メール|전달된 메시지|전달된 메일|전달된 이메일|전달된 메시지 시작',
    '转发的邮件|转发邮件|转发邮件信息|转发的消息|以下是转发的邮件|轉寄的郵件|轉寄郵件|轉寄的訊息|開始轉寄郵件',
  ]
    .join('|')
    .split('|'),
)

const around = /^[-=_>*\s]+|[-=_*:：\s]+$/g

/** Whether a forwarded email begins below this line. */
export function isForwardMark(line: string): boolean {
  if (line.length > maxLineLength || !/^\s*>?\s*[-=_]|[:：]\s*$/.test(line)) return false
  // Lower case of Turkish İ is i with a dot above.
  return marks.has(plain(line).replace(around, '').toLowerCase().replaceAll('\u0307', ''))
}
