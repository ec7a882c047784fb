import { db } from '../../database/db.ts'

/** A delivery with all that an attempt needs; null if its endpoint or event has been deleted. */
export const findDelivery = (id: string) =>
  db.webhookDelivery.findUnique({ where: { id }, include: { endpoint: true, event: true } })

export type Delivery = NonNullable<Awaited<ReturnType<typeof findDelivery>>>
