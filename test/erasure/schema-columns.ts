import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A column that can hold text, as the database names it. */
export interface TextColumn {
  /** As the schema names it: `Message.body`. */
  name: string
  table: string
  column: string
}

const schema = readFileSync(join(import.meta.dirname, '../../prisma/schema.prisma'), 'utf8')

/** Every column with text, bytes or JSON, apart from ids. */
export function textColumns(): TextColumn[] {
  return [...schema.matchAll(/^model (\w+) \{\n(.*?)^\}/gms)].flatMap(([, model = '', body = '']) => {
    const table = /@@map\("(\w+)"\)/.exec(body)?.[1] ?? model
    return [...body.matchAll(/^ {2}(\w+) +(?:String|Json|Bytes)\S* *(.*)$/gm)]
      .filter(([, , attributes = '']) => !attributes.includes('@db.Uuid'))
      .map(([, field = '', attributes = '']) => ({
        name: `${model}.${field}`,
        table,
        column: /@map\("(\w+)"\)/.exec(attributes)?.[1] ?? field,
      }))
  })
}
