export const DEMO_COMPANY = {
  name: 'Larkpost',
  tagline: 'Shipping for small shops',
  supportHours: 'Monday to Friday, 8:00 to 18:00',
  accentColor: '#14593f',
  /** Seconds for which a reply waits to be read: visitors get emails soon. */
  emailDelay: 15,
}

export const DEMO_OPERATORS = [
  { email: 'maren@larkpost.example', name: 'Maren Holt', role: 'ADMIN' },
  { email: 'tobias@larkpost.example', name: 'Tobias Lindqvist', role: 'AGENT' },
] as const

/** The plus sign in the second address shows that integrations have to encode it. */
export const DEMO_CUSTOMERS = [
  {
    email: 'nadia@kiln-and-clay.example',
    nickname: 'Nadia Brandt',
    shop: 'Kiln & Clay',
    locale: 'en',
    tickets: 'tickets/nadia.md',
  },
  {
    email: 'sam+larkpost@trailgrain.example',
    nickname: 'Sam Okafor',
    shop: 'Trailgrain',
    locale: 'en',
    tickets: 'tickets/sam.md',
  },
  {
    email: 'elodie@maison-lune.example',
    nickname: 'Élodie Marchand',
    shop: 'Maison Lune',
    locale: 'fr',
    tickets: 'tickets/elodie.md',
  },
] as const

export const DEMO_CATEGORIES = ['Labels and shipping', 'Billing', 'API and integrations'] as const
