/** Adds so many tickets without a word, which makes those that a website has older than its newest. */
export async function olderThan(websiteId: string, count: number): Promise<void> {
  const { db } = await import('../../server/database/db.ts')
  const { ticketCount } = await db.website.update({
    where: { id: websiteId },
    data: { ticketCount: { increment: count } },
  })
  const email = 'silent@example.com'
  const data = [{ websiteId, email, words: [] }]
  await db.customer.createMany({ data, skipDuplicates: true })
  await db.$executeRaw`
    INSERT INTO "Ticket" ("id", "websiteId", "number", "subject", "customerId", "messageCount", "updatedAt", "historyFilled")
    SELECT gen_random_uuid(), ${websiteId}::uuid, ${ticketCount}::int - n, '—', c."id", 1, now(), true
    FROM generate_series(0, ${count}::int - 1) n, "Customer" c
    WHERE c."websiteId" = ${websiteId}::uuid AND c."email" = ${email}`
  await db.$executeRaw`
    INSERT INTO "Message" ("id", "ticketId", "position", "body", "via", "customerId", "words")
    SELECT gen_random_uuid(), "id", 1, '—', 'API', "customerId", '{}' FROM "Ticket"
    WHERE "websiteId" = ${websiteId}::uuid AND "subject" = '—'
    ON CONFLICT DO NOTHING`
}
