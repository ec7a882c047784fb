import { describe, expect, test } from 'vitest'
import { ownWords } from '../../server/inbound/parsing/own-words/own-words.ts'

describe('a quotation is cut', () => {
  test.for<[string, string]>([
    ['in Danish', 'Den 4. maj 2027 kl. 09.30 skrev Acme <tickets@acme.com>:'],
    ['in Polish', 'wt., 4 maj 2027 o 09:30 Acme <tickets@acme.com> napisał(a):'],
    ['in Russian', 'вт, 4 мая 2027 г. в 09:30, Acme <tickets@acme.com>:'],
    ['in Spanish', 'El mar, 4 may 2027 a las 9:30, Acme (<tickets@acme.com>) escribió:'],
    ['in Portuguese', 'Em ter., 4 de mai. de 2027 às 09:30, Acme <tickets@acme.com>\nescreveu:'],
    ['in Chinese', 'Acme <tickets@acme.com> 于2027年5月4日周二 09:30写道：'],
    ['in Turkish', 'Acme <tickets@acme.com>, 4 May 2027 Sal, 09:30 tarihinde şunu yazdı:'],
    [
      'with an address that has a line of its own',
      'On Tue, May 4, 2027 at 9:30 AM\nAcme\n<tickets@acme.com>\nwrote:',
    ],
    [
      'by Gmail, whose bracket has no room in its line',
      'On Tue, May 4, 2027 at 9:30 AM Acme <a-long-address@acme.com\n> wrote:',
    ],
    ['by Gmail in German, likewise', 'Am 04.05.2027 um 09:30 schrieb Acme <a-long-address@acme.com\n>:'],
    [
      'in Thai, with the year of the Buddha',
      'ในวันที่ อ. 4 พ.ค. 2570 เวลา 9:30 Acme <tickets@acme.com> เขียนว่า:',
    ],
    ['in Arabic', 'في الثلاثاء، ٤ مايو ٢٠٢٧ في ٩:٣٠ ص كتب Acme <tickets@acme.com>:'],
    ['in Persian', 'در تاریخ سه‌شنبه ۴ مهٔ ۲۰۲۷، ۹:۳۰ Acme <tickets@acme.com> نوشت:'],
    ['in Hindi digits', 'मंगल, ४ मई २०२७ को Acme <tickets@acme.com> ने लिखा:'],
    ['in Czech, with blanks in a short date', 'Dne 04. 05. 27 v 9:30 Acme napsal(a):'],
    ['in Korean', '2027-05-04 오전 9:30에 Acme 이(가) 쓴 글:'],
    ['in Russian, by Roundcube', 'Acme писал(а) 2027-05-04 09:30:'],
    ['in Ukrainian, by Roundcube', 'Acme писав 2027-05-04 09:30:'],
    ['by Horde', 'Zitat von Acme <tickets@acme.com>:'],
    ['by Horde in English', 'Quoting Acme <tickets@acme.com>:'],
    ['by Emacs', 'Acme <tickets@acme.com> writes:'],
    ['by Zoho', '---- On Tue, 04 May 2027 09:30:00 +0200 Acme <tickets@acme.com> wrote ----'],
    ['without a year', 'On Tue, May 4, Acme\n<tickets@acme.com>\nwrote:'],
    [
      'below a line that announces it',
      '-------- Original Message --------\nOn Tuesday, 05/04/27 at 09:30 Acme <tickets@acme.com> wrote:',
    ],
    ['in bold', '*On Tue, May 4, 2027 at 9:30 AM Acme <tickets@acme.com> wrote:*'],
    ['in italics, wrapped', '_On Tue, May 4, 2027 at 9:30 AM Acme <tickets@acme.com>\nwrote:_'],
    ['by Rediff, without a colon', 'On Tue, 04 May 2027 09:30:00 +0530 tickets@acme.com wrote'],
    ['by notmuch, without a colon', 'Quoting Acme (2027-05-04 09:30:00)'],
    ['by another ticket system, without a date', '---- Acme Support wrote ---'],
    [
      'by GroupWise',
      '>>> On 04/05/2027 at 9:30 AM, in message\n<6C3A@acme.com>, Acme <tickets@acme.com> wrote:',
    ],
    [
      'by Yandex, with recipients and subject above',
      '----------------\nКому: jane@example.com (jane@example.com);\nТема: Принтер;\n04.05.2027, 09:30, "Acme" <tickets@acme.com>:',
    ],
  ])('if it is introduced %s', ([, introduction]) => {
    const { body, quotedText } = ownWords(`Thanks!\n\n${introduction}\n\n> Hello\n> Ada`)
    expect([body, quotedText]).toEqual(['Thanks!', `${introduction}\n\n> Hello\n> Ada`])
  })

  test('but not the fields of a form above its introduction', () => {
    const form = 'Versandadresse\n-----\nAn: Jane Doe\nDatum: morgen'
    expect(ownWords(`${form}\n\nOn 4 May 2027, Acme <a@acme.com> wrote:\n> Hello`).body).toBe(form)
  })

  test('but not a line between dashes in which somebody wrote something', () => {
    const line = '--- see what I wrote in green ---'
    expect(ownWords(`${line}\n\n> Hello\n> Ada`).body).toBe(line)
  })

  test('if there is only a rule above it', () => {
    const rule = '_'.repeat(62)
    const { body, quotedText } = ownWords(`Thanks!\n\n${rule}\n> Od: "Acme"\n> Hello`)
    expect([body, quotedText]).toEqual(['Thanks!', `${rule}\n\n> Od: "Acme"\n> Hello`])
  })

  test.for([
    '>>> Acme <tickets@acme.com> 04/05/2027 9:30 AM >>>',
    'In a message dated 5/4/2027 9:30:00 A.M. Eastern Daylight Time, tickets@acme.com writes:',
    'In einer eMail vom 04.05.2027 9:30:00 Westeuropäische Sommerzeit schreibt tickets@acme.com:',
    'Nork: Acme <tickets@acme.com>\nBidalia: asteartea, 2027(e)ko maiatzak 4 9:30\nNori: jane@example.com\nGaia: Inprimagailua',
    'Wiadomość napisana przez Acme <tickets@acme.com> w dniu 4 maj 2027, o godz. 09:30:',
    'Šalje: Acme <tickets@acme.com>\nPoslano: utorak, 4. svibnja 2027. 9:30\nPrima: Jane\nPredmet: Pisač',
    'Од: Acme <tickets@acme.com>\nИспратено: вторник, 4 мај 2027 9:30\nДо: Jane\nПредмет: Печатач',
    '04.05.2027, 09:30, "Acme" <tickets@acme.com>:',
    'вт, 4 мая 2027 г. в 09:30, Acme <tickets@acme.com>:',
    'Вторник, 4 мая 2027, 9:30 +03:00 от Acme <tickets@acme.com>:',
    'On Tue, 4 May 2027 at 09:30, Acme <tickets@acme.com> wrote:',
    '-----"Acme" <tickets@acme.com> wrote: -----',
    'Op 4 mei 2027 om 09:30 heeft Acme <tickets@acme.com> het volgende geschreven:',
    '-----Ursprüngliche Nachricht-----',
    '-------- 원본 이메일 --------',
  ])('if it is introduced but not marked: %s', (introduction) => {
    const quoted = `${introduction}\n\nHello\n\nAda`
    expect(ownWords(`Thanks!\n\n${quoted}`)).toEqual({ body: 'Thanks!', quotedText: quoted })
  })

  test('if it is marked with initials', () => {
    const quoted = 'Tuesday, May 4, 2027, 9:30:00 AM, you wrote:\n\nAC> Hello\nAC> Ada'
    expect(ownWords(`Thanks!\n\n${quoted}`)).toEqual({ body: 'Thanks!', quotedText: quoted })
  })

  test('but not a reply below it, if an Outlook header precedes marked lines', () => {
    const header = 'From: Acme <a@acme.com>\nSent: 4 May 2027\nSubject: Help'
    expect(ownWords(`${header}\n\n> Hello\n\nThanks!`)).toEqual({
      body: 'Thanks!',
      quotedText: `${header}\n\n> Hello`,
    })
  })
})
