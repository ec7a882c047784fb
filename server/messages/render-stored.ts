import { Prisma } from '../../prisma/generated/client/client.ts'
import { db, transaction } from '../database/db.ts'
import { rows } from '../database/rows.ts'
import { renderTranslations, type StoredTranslation } from '../faqs/translations.ts'
import { enqueue, type Outcome, work } from '../jobs/jobs.ts'
import { rendererVersion } from '../text/markdown.ts'
import { render } from '../text/render.ts'

const batchSize = 50
/** Maximum rendered per run: then the job yields to others and is retried at once. */
const maxPerRun = 500
const outdated = { rendererVersion: { lt: rendererVersion } }

/**
 * Starts rendering what is stored without HTML, or with an older renderer's. Until then readers render it themselves.
 * Progress is stored in the rows: after a restart it continues.
 */
export async function startRendering(): Promise<void> {
  await work('render', renderStored)
  const waits = (await db.message.findFirst(firstOf)) ?? (await db.faq.findFirst(firstOf))
  if (waits ?? (await outdatedTranslations())[0]) await transaction((tx) => enqueue(tx, 'render', {}))
}

const firstOf = { where: outdated, select: { id: true } }

async function renderStored(): Promise<Outcome> {
  for (let done = 0; done < maxPerRun; done += batchSize) {
    const messages = await db.message.findMany({
      where: outdated,
      select: { id: true, body: true, customerId: true },
      orderBy: { rendererVersion: 'asc' },
      take: batchSize,
    })
    const faqs = await db.faq.findMany({
      where: outdated,
      select: { id: true, answer: true },
      take: batchSize,
    })
    const translated = await outdatedTranslations()
    if (messages.length + faqs.length + translated.length === 0) return 'done'
    for (const { id, body, customerId } of messages) {
      const { html: bodyHtml, ...version } = await render(body, customerId === null ? 'team' : 'customer')
      await db.message.updateMany({ where: { id, ...outdated }, data: { bodyHtml, ...version } })
    }
    for (const { id, answer } of faqs) {
      const { html: answerHtml, ...version } = await render(answer, 'team')
      // Its text may have changed meanwhile.
      await db.faq.updateMany({ where: { id, answer, ...outdated }, data: { answerHtml, ...version } })
    }
    for (const { id, translations } of translated) {
      const data = { translations: await renderTranslations(translations) }
      await db.faq.updateMany({ where: { id, translations: { equals: translations } }, data })
    }
  }
  return { again: 0 }
}

/** Questions with a translation that an older renderer rendered. */
const outdatedTranslations = () =>
  rows<{ id: string; translations: StoredTranslation[] }>(Prisma.sql`
    SELECT "id", "translations" FROM "Faq" WHERE EXISTS (
      SELECT FROM jsonb_array_elements("translations") one
      WHERE (one->>'rendererVersion')::int < ${rendererVersion}
    ) LIMIT ${batchSize}`)
