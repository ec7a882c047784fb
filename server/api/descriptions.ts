import SchemaBuilder, {
  BasePlugin,
  type PothosInputFieldConfig,
  type PothosOutputFieldConfig,
  type PothosTypeConfig,
  type SchemaTypes,
} from '@pothos/core'

/** For what the Relay plugin adds without a description, by `Type.field`, `.field`, `(argument)` or type. */
const descriptions: Record<string, string> = {
  Node: 'An object that `node` can return.',
  'Node.id': 'Global id.',
  PageInfo: 'Whether there are more pages, and the cursors to get them.',
  'PageInfo.endCursor': 'Cursor of the last item: pass it as `after` for the next page.',
  'PageInfo.hasNextPage': 'Whether more items follow this page.',
  'PageInfo.hasPreviousPage': 'Whether items precede this page.',
  'PageInfo.startCursor': 'Cursor of the first item: pass it as `before` for the previous page.',
  'Query.node': 'An object by its global id; null if it does not exist or the caller may not see it.',
  'Query.nodes': 'Objects by their global ids, in the order given, at most 100; null where `node` would be.',
  '.edges': 'Items of this page.',
  '.cursor': 'Position in the list, for `after` and `before`.',
  '(first)': 'Number of items from the start or after `after`, at most 100; 25 by default.',
  '(last)': 'Number of items from the end or before `before`, at most 100.',
  '(after)': 'Only items after this cursor.',
  '(before)': 'Only items before this cursor.',
  '(id)': 'Global id.',
  '(ids)': 'Global ids, at most 100.',
}

/** Describes what other plugins leave blank. */
class DescriptionsPlugin<Types extends SchemaTypes> extends BasePlugin<Types> {
  override onTypeConfig(config: PothosTypeConfig): PothosTypeConfig {
    return { ...config, description: config.description ?? descriptions[config.name] }
  }

  override onOutputFieldConfig(config: PothosOutputFieldConfig<Types>) {
    const description =
      config.description ??
      descriptions[`${config.parentType}.${config.name}`] ??
      descriptions[`.${config.name}`]
    return { ...config, description }
  }

  override onInputFieldConfig(config: PothosInputFieldConfig<Types>) {
    return { ...config, description: config.description ?? descriptions[`(${config.name})`] }
  }
}

declare global {
  export namespace PothosSchemaTypes {
    export interface Plugins<Types extends SchemaTypes> {
      descriptions: DescriptionsPlugin<Types>
    }
  }
}

SchemaBuilder.registerPlugin('descriptions', DescriptionsPlugin)
