import type { Language } from '../choose-locale.ts'
import type { SignInEmail } from '../data.ts'
import type { Letter } from '../letter.ts'
import { ownAddress } from '../web-address.ts'

export function signIn(data: SignInEmail, language: Language): Letter {
  const { text } = language
  return letter(data, language, {
    subject: text('signIn.subject', { company: data.brand.name }),
    heading: text('signIn.heading', { company: language.name(data.brand.name) }),
    paragraphs: [text('signIn.text')],
    reason: text('footer.signIn'),
  })
}

export function operatorInvited(data: SignInEmail, language: Language): Letter {
  const { text } = language
  const company = language.name(data.brand.name)
  return letter(data, language, {
    subject: text('joined.subject', { company: data.brand.name }),
    heading: text('joined.heading', { company }),
    paragraphs: [text('joined.text', { company }), text('joined.link')],
    reason: text('footer.team', { company }),
  })
}

interface Words {
  subject: string
  heading: string
  paragraphs: string[]
  reason: string
}

function letter({ brand, url }: SignInEmail, { text }: Language, { reason, ...words }: Words): Letter {
  return {
    ...words,
    brand,
    gist: words.paragraphs[0] ?? '',
    ticket: null,
    facts: [],
    messages: { omitted: 0, shown: [] },
    way: { text: null, button: { label: text('signIn.button'), url: ownAddress(url) } },
    footer: { lines: [reason, text('footer.unanswerable')], mute: null },
  }
}
