import type { TestWebsite } from '../support/website.ts'

const word = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'
const wide = (length: number) => 'W'.repeat(length)
const sentence = (length: number) => 'Where is it, and when does it come? '.repeat(length).slice(0, length)

const tickets = [
  { subject: `دفتر ${'Donaudampfschiff '.repeat(9)}`, body: 'مرحبا' },
  { subject: 'طلبي لم يصل بعد (طلب 4711)', body: 'أين طلبي؟ انظر https://acme.com/orders/4711 من فضلك.' },
  { subject: 'ご注文の商品がまだ届きません'.repeat(14), body: '荷物の追跡番号を教えてください。'.repeat(40) },
  { subject: sentence(200), body: `${sentence(3_000)}\n\n- one\n- two\n\n\`\`\`\n${wide(400)}\n\`\`\`` },
  { subject: wide(200), body: `https://acme.com/${wide(2_000)}\n\n${word.repeat(20)}` },
]

/** Fills a website with texts of maximum length in several scripts, some of them one word; for one customer. */
export async function fillWithLongTexts({ key, customer }: TestWebsite, customerEmail: string) {
  await key.run('updateWebsite', { name: wide(100), participantsEnabled: true }, '__typename')
  for (const name of [wide(100), sentence(100), 'Billing'])
    await key.run('createCategory', { name }, '__typename')
  const faqs = [
    { question: sentence(300), answer: sentence(5_000) },
    { question: word.repeat(3), answer: `${word.repeat(10)}\n\n> ${wide(300)}` },
  ]
  for (const faq of faqs) await key.run('createFaq', faq, '__typename')
  const { website } = await key.ask('{ website { categories { id } } }')
  const participants = [`${'friend'.repeat(10)}@${'long-domain.'.repeat(10)}example.com`]
  const own = await customer(customerEmail, { nickname: wide(100), participants })
  for (const [at, ticket] of tickets.toReversed().entries()) {
    const input = { ...ticket, categoryId: website.categories[at % 3].id }
    const { ticket: opened } = await own.run('openTicket', input, 'ticket { id }')
    const reply = { ticketId: opened.id, body: `**${word.repeat(3)}**\n\n> ${wide(300)}\n\n${sentence(600)}` }
    await key.run('reply', reply, '__typename')
    if (at % 2) await key.run('setTicketStatus', { ticketId: opened.id, status: 'SOLVED' }, '__typename')
  }
}
