import { describe, expect, test } from 'vitest'
import { ownWords } from '../../server/inbound/parsing/own-words/own-words.ts'
import { parseEmail } from '../../server/inbound/parsing/parse.ts'

describe('the text of a reply is kept', () => {
  test.for<[string, string]>([
    [
      'about an email that a colleague wrote',
      'Hallo,\n\nin einer E-Mail vom 12.03.2027 schrieb mir Ihre Kollegin Folgendes:\n\ndas Geld kommt. Wann?',
    ],
    ['with rules between its parts', 'Option A\n---\nPress it\n\nOption B\n===\nLeave it\n____\nEnd'],
    [
      'with what it says after a greeting',
      'It works.\n\nRegards,\nJane\n\nPS: can you also reset my password?',
    ],
    ['with a question after a greeting', 'It works.\n\nCheers,\nJane\n\nWhat about the other one?'],
    [
      'that tells of somebody who wrote',
      'On Monday I tried, and my boss wrote:\n\nit does not work\n\nThen it did.',
    ],
    ['in Dutch', 'Op zoek vond ik niets.\nMijn collega schreef mij het volgende:\n\ngeen factuur.'],
    ['with a line like a header', 'The log says:\n\nFrom: server <x@y.z> refused\n\nWhat now?'],
    ['with a list of labels', 'Name: Jane\nCity: Oslo\nTo: all of you'],
    [
      'with labels that might be a header',
      'Guten Tag,\n\nVon: Berlin\nNach: Wien\nDatum: 12.3.\n\nBitte buchen Sie das um.',
    ],
    ['with labels below a rule', 'Hello\n-----\nFrom: Berlin\nTo: Wien\nDate: 12.3.\n\nPlease.'],
    ['with a paragraph after a closing', 'It works.\n\nRegards,\nJane\n\nPlease also refund order 4711.'],
    ['with a paragraph after thanks', 'It works.\n\nCheers!\n\nPlease refund order 4711.'],
    ['with a paragraph after a wish', 'Ça marche.\n\nBonne journée\n\nEt remboursez la commande 4711.'],
    [
      'that begins like a device signature',
      'Help!\n\nSent from my account were two mails.\nDelete one of them.',
    ],
    ['below two dashes and a blank line', 'The first part.\n\n--\n\nThe second part.'],
    ['below two dashes, in sentences', 'The first part.\n--\nThe second part has five words.\n\nCall me.'],
    ['below two dashes, a blank and a blank line', 'The first part.\n-- \n\nThe second part has words.'],
    ['below two dashes, in a list', '1) The red one\n2) The blue one\n--\n3) The green one'],
    ['below a rule', 'The first part.\n________________\nThe second part.'],
    [
      'in a memo below which there is no email',
      'To book:\n\nFrom: Berlin\nTo: Oslo\nDate: 4 May 2027 9:30\n\nThe rest later.',
    ],
    ['with one field of a header', 'The page says\nSubject: missing\nand closes.'],
    ['about a call', 'The call on 4 May 2027 at 9:30 was with Bob <bob@example.com>:\n\nHe was friendly.'],
    ['about an email of one’s own', 'On 4 May 2027 at 9:30 I wrote to <help@acme.test>:\n\nNobody answered.'],
    ['about an address', 'My address is\nJane <jane@example.com>:\n\nPlease use it.'],
    ['between dashes', '---- Option B on 4 May 2027 ----\n\nWe take this one.'],
    ['with initials before a bracket', 'We sell\nABC> 4 pieces\nDE> 5 pieces'],
    ['with characters special in patterns', 'It costs $& or $1 or $$'],
    [
      'with labels of an email, but without its date',
      'I wrote:\n\nFrom: j@x.test\nTo: a@x.test\nSubject: Ink\n\nWhen?',
    ],
    ['with a journey', 'Move me:\n\nFrom: Oslo\nTo: Bergen\nDate: 4 May 2027\nSubject: sofa\n\nThe price?'],
    [
      'with a sentence after a closing',
      'It works.\n\nKind regards,\nJane\nI am away until Monday, call then.',
    ],
    ['with a request after a closing', 'It works.\n\nBest regards\nPlease send it to me by Friday.'],
    ['with a postscript below its signature', 'It works.\n\n-- \nJane\n\nPS: The number is 4711.'],
    ['with a question below its signature', 'It works.\n\n-- \nJane\n\nOne more thing: can you call me?'],
    ['between lines of two dashes', 'The number is\n--\n4711\n--\nThanks.'],
    ['with a bracket that continues a sentence', 'I clicked\n> Settings > Printer'],
    ['with an emoticon', 'I am angry\n>:('],
    ['with a question about a device signature', 'Where is it from?\n\nSent from my iPhone?'],
    ['with indented lines', 'Look:\n    one\n    two\nend'],
  ])('%s', ([, text]) => {
    expect(ownWords(text)).toEqual({ body: text, quotedText: null })
  })

  test('without the bracket of mailbox files', () => {
    const text = 'Hello,\n\n>From what I see, it is red.'
    expect(ownWords(text)).toEqual({ body: text.replace('>', ''), quotedText: null })
  })

  test('if nothing else is left', () => {
    const text = 'On 4 May 2027, Acme <tickets@acme.com> wrote:\n\n> Hello'
    expect(ownWords(text)).toEqual({ body: text, quotedText: null })
  })

  test('without invisible text', () => {
    expect(
      ownWords('\ufeffOne\u00a0two  \r\n\r\n\r\n\r\n\r\n\ufffcthree\0\ue0007\ue001[cid:image001.png@01D9]')
        .body,
    ).toBe('One two\n\n\nthree7')
  })

  test('unchanged, if all of it is invisible', () => {
    expect(ownWords(' [cid:image001.png@01D9]\n')).toEqual({
      body: '[cid:image001.png@01D9]',
      quotedText: null,
    })
  })
})

describe('a signature is cut', () => {
  test.for([
    'Regards,\nJane\nExample Ltd',
    'Cheers!',
    'Sent from my iPhone',
    'Best wishes,\nJane\n\nGet Outlook for iOS<https://aka.ms/o0ukef>',
    '--\nJane\n\nExample Ltd, London',
    '-- \nJane\nThis email is only for its recipient.\n\nPlease think before you print it.',
  ])('%j', (signature) => {
    expect(ownWords(`It works.\n\n${signature}`)).toEqual({ body: 'It works.', quotedText: signature.trim() })
  })
})

test('a header without a subject counts below a rule and with an address', () => {
  const quoted = '-----Original Message-----\nFrom: Acme <a@acme.com>\nSent: 4 May 2027\nTo: Jane\n\nHello'
  expect(ownWords(`Thanks!\n\n${quoted}`)).toEqual({ body: 'Thanks!', quotedText: quoted })
})

test('an HTML email keeps its lines unwrapped', async () => {
  const line =
    'A line that is a good deal longer than the eighty characters after which some programs begin a new one.'
  const html = `<h1>Title</h1><p>${line}</p><table><tr><td>1</td><td>2</td></tr></table>`
  const { body } = await parseEmail(Buffer.from(`From: a@b.c\r\nContent-Type: text/html\r\n\r\n${html}`))
  expect(body).toBe(`Title\n\n${line}\n\n1 2`)
})
