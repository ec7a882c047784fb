import { Answers } from '../api/planned/answers.ts'
import { whole } from '../api/planned/whole-rows.ts'
import { planned } from '../database/planned.ts'
import { RecentReads } from '../database/recent-reads.ts'
import { listenToAll } from '../wakeups/deliver.ts'
import { topics } from '../wakeups/wake.ts'

const columns = ['id', 'name', 'locale', 'typingEnabled', 'followUpAfterDays', 'medianFirstReplySeconds']
const answers = new Answers(...columns.map((name) => `Website.${name}`))

/** Selects that return a list of the website `w` as JSON, by field. */
const lists = new Map<string, string>()

/** Adds a list whose type has these fields to the statement. */
export function planList(field: string, select: string, fields: string[]): void {
  lists.set(field, select)
  answers.add(`Website.${field}`, ...fields)
}

/** Adds a column, and the fields of what is in it, to the statement. */
export function planColumn(column: string, fields: string[] = []): void {
  columns.push(column)
  answers.add(`Website.${column}`, ...fields)
}

export const websiteAnswers: Pick<Answers, 'cover'> = answers

let statement: ReturnType<typeof prepare> | undefined

function prepare() {
  const own = columns.map((name) => `w."${name}"`)
  const others = [...lists].map(([field, select]) => `(SELECT json_agg(l) FROM (${select}) l) AS "${field}"`)
  return planned<[ids: string[]], Record<string, unknown> & { id: string }>(
    `SELECT ${[...own, ...others].join(', ')} FROM "Website" w WHERE w."id" = ANY($1)`,
  )
}

const reads = new RecentReads(read)

/** The website and the lists that the form for a new ticket needs, at most two seconds old: all members see the same. */
export const plannedWebsite = (id: string) => reads.get(id)

/** The same at once, if it was read in the last two seconds. */
export const readWebsite = (id: string) => reads.value(id)

const topicOfWebsite = topics.website('')

// A change is seen at once in its own process, and in others when its wake-up arrives.
listenToAll((wake) => {
  for (const topic of wake.topics) {
    if (topic.startsWith(topicOfWebsite)) reads.forget(topic.slice(topicOfWebsite.length))
  }
})

async function read(ids: string[]) {
  statement ??= prepare()
  const rows = await statement(ids)
  return new Map(rows.map((row) => [row.id, withLists(row)]))
}

function withLists(row: Record<string, unknown>) {
  const website: Record<string, unknown> = { ...whole, ...row }
  const { locale } = row
  for (const field of lists.keys()) {
    const list = (row[field] ?? []) as object[]
    website[field] = list.map((one) => ({ ...whole, ...one, website: { locale } }))
  }
  return website
}
