import { describe, expect, test } from 'vitest'
import { ownWords } from '../../server/inbound/parsing/own-words/own-words.ts'

describe('a quotation is cut', () => {
  test.for<[string, string[]]>([
    [
      'of GMX',
      [
        'Gesendet: Dienstag, 4. Mai 2027 um 09:30 Uhr',
        'Von: "Acme" <a@acme.com>',
        'An: jane@example.com',
        'Betreff: Hilfe',
      ],
    ],
    [
      'of T-Online',
      [
        'Betreff: Hilfe',
        'Datum: 2027-05-04T09:30:00+0200',
        'Von: "Acme" <a@acme.com>',
        'An: jane@example.com',
      ],
    ],
    [
      'of Hotmail',
      ['Subject: Help', 'To: jane@example.com', 'From: a@acme.com', 'Date: Tue, 4 May 2027 09:30:00 +0200'],
    ],
    [
      'with an empty field',
      [
        'From: "Acme" <a@acme.com>',
        'To: jane@example.com',
        'Cc:',
        'Sent: Tuesday, May 4, 2027 9:30 AM',
        'Subject: Help',
      ],
    ],
    [
      'with a wrapped name',
      [
        'From: Acme Customer Service of the Northern Region',
        '<a-long-address@acme.com>',
        'Sent: 4 May 2027',
        'To: Jane',
        'Subject: Help',
      ],
    ],
    [
      'with many recipients',
      [
        'From: Acme <a@acme.com>',
        'Sent: 4 May 2027',
        `To: Jane <jane@example.com>;${' Bob <bob@example.com>;\n'.repeat(9)} Carl <c@example.com>`,
        'Subject: Help',
      ],
    ],
    ['without a subject', ['From: Acme', 'Sent: Tuesday, May 4, 2027 9:30 AM', 'To: Jane Doe']],
    [
      'in Markdown',
      [
        '**From:** Acme <a@acme.com>',
        '**Sent:** Tuesday, May 4, 2027 9:30 AM',
        '**To:** Jane',
        '**Subject:** Help',
      ],
    ],
    ['with blank lines in it', ['From: Acme', '', 'Sent: 4 May 2027', '', 'Subject: Help']],
    [
      'in Vietnamese',
      ['Từ: Acme <a@acme.com>', 'Đã gửi: Thứ Ba, 4 tháng 5, 2027 9:30 SA', 'Đến: Jane', 'Chủ đề: Help'],
    ],
    [
      'in Indonesian',
      ['Dari: Acme <a@acme.com>', 'Dikirim: 04 Mei 2027 9:30', 'Kepada: Jane', 'Subjek: Help'],
    ],
    ['in Hindi', ['द्वारा: Acme <a@acme.com>', 'प्रेषित: 4 मई 2027 09:30', 'को: Jane', 'विषय: Help']],
    ['with an unknown label', ['From: Acme', 'Whenever: 4 May 2027 9:30', 'To: Jane', 'Subject: Help']],
    [
      'in Lithuanian',
      ['Nuo: Acme <a@acme.com>', 'Išsiųsta: 2027 m. gegužės 4 d. 09:30', 'Kam: Jane', 'Tema: Help'],
    ],
  ])('if its header is one %s', ([, header]) => {
    const quoted = [...header, '', 'Hello', 'Ada'].join('\n')
    expect(ownWords(`Thanks!\n\n${quoted}`)).toEqual({ body: 'Thanks!', quotedText: quoted })
  })

  test.for<[string, string[]]>([
    [
      'English',
      ['From: Acme <tickets@acme.com>', 'Sent: Tuesday, May 4, 2027 9:30 AM', 'To: Jane', 'Subject: Help'],
    ],
    [
      'French',
      ['De : Acme <tickets@acme.com>', 'Envoyé : mardi 4 mai 2027 09:30', 'À : Jane', 'Objet : Help'],
    ],
    [
      'Italian',
      ['Da: Acme <tickets@acme.com>', 'Inviato: martedì 4 maggio 2027', 'A: Jane', 'Oggetto: Help'],
    ],
    ['bold German', ['*Von:* Acme', '*Gesendet:* Dienstag, 4. Mai 2027', '*An:* Jane', '*Betreff:* Help']],
    ['Chinese', ['发件人：Acme <tickets@acme.com>', '发送时间：2027年5月4日', '收件人：Jane', '主题：Help']],
  ])('if its header is above it in %s', ([, header]) => {
    for (const rule of ['', '________________________________', '-----Original Message-----']) {
      const quoted = [rule, ...header, '', 'Hello', 'Ada'].join('\n').trim()
      expect(ownWords(`Thanks!\n\n${quoted}`)).toEqual({ body: 'Thanks!', quotedText: quoted })
    }
  })
})
