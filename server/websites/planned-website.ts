import { Answers } from '../api/answers.ts'
import { whole } from '../api/whole-rows.ts'
import { planned } from '../database/planned.ts'

const answers = new Answers('Website.id', 'Website.name', 'Website.locale')

/** Selects that return a list of the website `w` as JSON, by field. */
const lists = new Map<string, string>()

/** Adds a list whose type has these fields to the statement. */
export function planList(field: string, select: string, fields: string[]): void {
  lists.set(field, select)
  answers.add(`Website.${field}`, ...fields)
}

export const websiteAnswers: Pick<Answers, 'cover'> = answers

let read: ReturnType<typeof prepare> | undefined

function prepare() {
  const columns = [...lists].map(([field, select]) => `(SELECT json_agg(l) FROM (${select}) l) AS "${field}"`)
  return planned<[id: string], Record<string, unknown>>(
    `SELECT ${['w."id"', 'w."name"', 'w."locale"', ...columns].join(', ')} FROM "Website" w WHERE w."id" = $1`,
  )
}

/** The website and the lists that the form for a new ticket needs. */
export async function plannedWebsite(id: string) {
  read ??= prepare()
  const [row] = await read(id)
  if (!row) return null
  const website: Record<string, unknown> = { ...whole, ...row }
  for (const field of lists.keys()) {
    const list = (row[field] ?? []) as object[]
    website[field] = list.map((one) => ({ ...whole, ...one }))
  }
  return website
}
