import type {
  Brand,
  EmailMessage,
  SignInEmail,
  TeamEmail,
  TemplateData,
  TemplateKind,
  TicketEmail,
} from '../../server/emails/data.ts'

export const brand: Brand = { name: 'Kiln & Clay', accentColor: null, logoUrl: null }

interface Words {
  subject: string
  question: string
  answer: string
  category: string
}

/** Example messages by a customer and an operator, in each language. */
const words: Record<string, Words> = {
  en: {
    subject: 'Two labels for one parcel',
    question:
      'Hello! I printed **two labels** for one parcel by mistake.\n\nCan you cancel the second one, and will I get the money back?',
    answer:
      'Hello Nadia,\n\nI have canceled the second label. The money is back on your card in *two to three days*.\n\nYou see both in [your shipments](https://kiln-and-clay.example/shipments).',
    category: 'Shipping',
  },
  de: {
    subject: 'Zwei Etiketten für ein Paket',
    question:
      'Guten Tag! Ich habe versehentlich **zwei Etiketten** für ein Paket gedruckt.\n\nKönnen Sie das zweite stornieren, und bekomme ich das Geld zurück?',
    answer:
      'Guten Tag Frau Berg,\n\ndas zweite Etikett habe ich storniert. Das Geld ist in *zwei bis drei Tagen* wieder auf Ihrer Karte.\n\nBeides sehen Sie unter [Ihre Sendungen](https://kiln-and-clay.example/shipments).',
    category: 'Versand',
  },
  fr: {
    subject: 'Deux étiquettes pour un colis',
    question:
      'Bonjour ! J’ai imprimé par erreur **deux étiquettes** pour un colis.\n\nPouvez-vous annuler la seconde, et serai-je remboursée ?',
    answer:
      'Bonjour Nadia,\n\nj’ai annulé la seconde étiquette. Le remboursement sera sur votre carte dans *deux à trois jours*.\n\nTout se trouve dans [vos envois](https://kiln-and-clay.example/shipments).',
    category: 'Livraison',
  },
  es: {
    subject: 'Dos etiquetas para un paquete',
    question:
      '¡Hola! He impreso por error **dos etiquetas** para un paquete.\n\n¿Pueden anular la segunda y devolverme el dinero?',
    answer:
      'Hola, Nadia:\n\nhe anulado la segunda etiqueta. El dinero estará en su tarjeta en *dos o tres días*.\n\nPuede verlo en [sus envíos](https://kiln-and-clay.example/shipments).',
    category: 'Envíos',
  },
  ar: {
    subject: 'ملصقان لطرد واحد',
    question: 'مرحبًا! طبعتُ **ملصقين** لطرد واحد عن طريق الخطأ.\n\nهل يمكنكم إلغاء الثاني وإعادة المبلغ؟',
    answer:
      'مرحبًا نادية،\n\nألغيتُ الملصق الثاني، وسيعود المبلغ إلى بطاقتك خلال *يومين أو ثلاثة أيام*.\n\nتجدين التفاصيل في [شحناتك](https://kiln-and-clay.example/shipments).',
    category: 'الشحن',
  },
}

const wordsOf = (locale: string): Words => words[locale] ?? (words.en as Words)

export function question(locale = 'en'): EmailMessage {
  const createdAt = new Date('2026-03-03T14:05:00Z')
  return {
    author: 'Nadia Berg (nadia@berg.example)',
    body: wordsOf(locale).question,
    kind: 'customer',
    createdAt,
  }
}

export function answer(locale = 'en'): EmailMessage {
  const createdAt = new Date('2026-03-03T14:31:00Z')
  return { author: 'Mara Lindqvist', body: wordsOf(locale).answer, kind: 'team', createdAt }
}

export function ticketEmail(locale = 'en', changes: Partial<TicketEmail> = {}): TicketEmail {
  return {
    brand,
    ticket: { number: 41, subject: wordsOf(locale).subject },
    content: 'FULL',
    messages: [answer(locale)],
    further: 0,
    url: 'https://kiln-and-clay.example/support?ticket=41',
    own: true,
    answerable: true,
    muteUrl: 'https://tickets.example/mail/mute-token',
    ...changes,
  }
}

export function teamEmail(locale = 'en', changes: Partial<TeamEmail> = {}): TeamEmail {
  return {
    ...ticketEmail(locale, {
      messages: [question(locale)],
      url: 'https://kiln-and-clay.example/console?ticket=41',
      answerable: false,
    }),
    customer: { name: 'Nadia Berg', email: 'nadia@berg.example' },
    categoryName: wordsOf(locale).category,
    ...changes,
  }
}

const signInEmail = (changes: Partial<TeamEmail>): SignInEmail => ({
  brand: changes.brand ?? brand,
  url: 'https://tickets.example/console/website-id?token=sign-in-token',
})

/** One email of each kind, with changes applied where the kind has that field. */
export function samplesOf(locale = 'en', changes: Partial<TeamEmail> = {}): TemplateData {
  return {
    RECEIVED: ticketEmail(locale, { messages: [question(locale)], ...changes }),
    REPLIED: ticketEmail(locale, changes),
    SOLVED: ticketEmail(locale, changes),
    INVITED: {
      ...ticketEmail(locale, { messages: [], ...changes }),
      customerEmail: 'nadia@berg.example',
      confirmUrl: 'https://tickets.example/mail/confirm/confirm-token',
    },
    TEAM_OPENED: teamEmail(locale, changes),
    TEAM_REPLIED: teamEmail(locale, changes),
    SIGN_IN: signInEmail(changes),
    OPERATOR_INVITED: signInEmail(changes),
    WEBHOOK_DISABLED: {
      brand: changes.brand ?? brand,
      host: 'hooks.berg.example',
      reason: 'FAILED',
      url: 'https://tickets.example/console/website-id/settings/webhooks',
    },
    TEST: { brand: changes.brand ?? brand },
  }
}

/** Kinds of emails about a ticket. */
export const ticketKinds = [
  'RECEIVED',
  'REPLIED',
  'SOLVED',
  'INVITED',
  'TEAM_OPENED',
  'TEAM_REPLIED',
] as const satisfies TemplateKind[]

export const kinds: TemplateKind[] = [
  ...ticketKinds,
  'SIGN_IN',
  'OPERATOR_INVITED',
  'WEBHOOK_DISABLED',
  'TEST',
]
