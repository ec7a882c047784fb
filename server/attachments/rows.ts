import { whole } from '../api/planned/whole-rows.ts'

/** Columns that are fields of `Attachment`. */
const shown = ['id', 'name', 'size', 'type', 'state', 'width', 'height']
/** The columns that its fields read. */
const columns = [...shown, 'key', 'previewKey']

/** The attachments of a message `m` as JSON, for planned statements; only read if it has any. */
export const attachmentsOf = (message: string) => `CASE WHEN ${message}."attachmentCount" > 0 THEN (
    SELECT json_agg(json_build_object(${columns.map((name) => `'${name}', a."${name}"`).join(', ')}) ORDER BY a."position")
    FROM "Attachment" a WHERE a."messageId" = ${message}."id") END`

/** The same as the fields of `Attachment` read them. */
export const withAttachments = (attachments: object[] | null) =>
  attachments?.map((one) => ({ ...whole, ...one })) ?? []

/** Fields that these rows answer. */
export const attachmentFields = [...shown, 'url', 'previewUrl'].map((name) => `Attachment.${name}`)
