import { DEMO_OPERATORS } from './demo.ts'

export type DemoMessage = { operatorEmail: string | null; sentAt: Date; body: string }

export type DemoTicket = {
  subject: string
  category: string | null
  solved: boolean
  assigneeEmail: string | null
  participants: string[]
  unread: number
  messages: [DemoMessage, ...DemoMessage[]]
}

const minute = 60_000
const day = 24 * 60 * minute
const units: Record<string, number> = { minute, hour: 60 * minute, day, week: 7 * day, month: 30 * day }

/**
 * Parses a file of tickets: `# Subject`, then headers such as `Opened: 3 hours ago`, then one `## First name, 5 minutes
 * later` for every message. `Unread: 2` means that the other side has not read the last two.
 */
export function parseTickets(text: string, customerName: string, now: Date): DemoTicket[] {
  const tickets = text.split(/^# /m).slice(1)
  return tickets.map((ticket) => parseTicket(ticket, customerName, now))
}

function parseTicket(text: string, customerName: string, now: Date): DemoTicket {
  const [head = '', ...sections] = text.split(/^## /m)
  const [subject = '', ...lines] = head.trim().split('\n')
  const headers = new Map(lines.map((line) => [line.split(':')[0], line.slice(line.indexOf(':') + 1).trim()]))
  const assignee = headers.get('Assignee')
  let sentAt = now.getTime() - duration(headers.get('Opened'))
  const messages = sections.map((section): DemoMessage => {
    const [heading = '', ...body] = section.split('\n')
    const [name = '', later] = heading.split(', ')
    sentAt += later ? duration(later) : 0
    const operatorEmail = customerName.startsWith(name) ? null : operatorNamed(name)
    return { operatorEmail, sentAt: new Date(sentAt), body: body.join('\n').trim() }
  })
  const [first, ...others] = messages
  if (!first) throw new Error(`No message in the demo ticket "${subject}"`)
  return {
    subject,
    category: headers.get('Category') ?? null,
    solved: headers.get('Status') === 'solved',
    assigneeEmail: assignee ? operatorNamed(assignee) : null,
    participants: headers.get('Participants')?.split(', ') ?? [],
    unread: Number(headers.get('Unread') ?? 0),
    messages: [first, ...others],
  }
}

function operatorNamed(name: string): string {
  const operator = DEMO_OPERATORS.find((candidate) => candidate.name.startsWith(name))
  if (!operator) throw new Error(`Nobody in the demo is called "${name}"`)
  return operator.email
}

function duration(text = ''): number {
  const [, count, unit = ''] = /^([\d.]+) (minute|hour|day|week|month)s?\b/.exec(text) ?? []
  const milliseconds = Number(count) * (units[unit] ?? Number.NaN)
  if (Number.isNaN(milliseconds)) throw new Error(`Not a duration: "${text}"`)
  return milliseconds
}
