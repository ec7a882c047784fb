import SchemaBuilder, { BasePlugin, type PothosOutputFieldConfig, type SchemaTypes } from '@pothos/core'
import type { GraphQLFieldResolver } from 'graphql'
import { encodeGlobalID } from '../global-id.ts'

const mark = Symbol('whole')

/** Spread into a row of a planned statement: the row is complete, and its fields read it directly. */
export const whole = { [mark]: true }

type Resolver<Types extends SchemaTypes> = GraphQLFieldResolver<unknown, Types['Context'], object>

/** Reads the fields of complete rows directly. For other rows, the Prisma plugin first checks what was selected. */
class WholeRowsPlugin<Types extends SchemaTypes> extends BasePlugin<Types> {
  override wrapResolve(resolver: Resolver<Types>, config: PothosOutputFieldConfig<Types>): Resolver<Types> {
    const own = ownResolver(config) as Resolver<Types> | undefined
    if (!own) return resolver
    return (parent, args, context, info) =>
      (mark in (parent as object) ? own : resolver)(parent, args, context, info)
  }
}

function ownResolver<Types extends SchemaTypes>(config: PothosOutputFieldConfig<Types>) {
  const { name, parentType, resolve, extensions } = config
  // Pothos's own resolver returns a promise.
  if (name === 'id') return ({ id }: { id: string }) => encodeGlobalID(parentType, id)
  return extensions?.pothosPrismaSelect ? resolve : undefined
}

declare global {
  export namespace PothosSchemaTypes {
    export interface Plugins<Types extends SchemaTypes> {
      wholeRows: WholeRowsPlugin<Types>
    }
  }
}

SchemaBuilder.registerPlugin('wholeRows', WholeRowsPlugin)
