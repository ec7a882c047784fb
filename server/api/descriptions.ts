import SchemaBuilder, {
  BasePlugin,
  type PothosInputFieldConfig,
  type PothosOutputFieldConfig,
  type PothosTypeConfig,
  type SchemaTypes,
} from '@pothos/core'

/** What the Relay and errors plugins add without a word, by `Type.field`, `field(argument)` or type. */
const descriptions: Record<string, string> = {
  Node: 'Anything with a global id.',
  'Node.id': 'Global id.',
  PageInfo: 'Where a page lies in its list.',
  'PageInfo.endCursor': 'Cursor of the last item: give it as `after` for the next page.',
  'PageInfo.hasNextPage': 'Whether there is more after this page.',
  'PageInfo.hasPreviousPage': 'Whether there is more before this page.',
  'PageInfo.startCursor': 'Cursor of the first item: give it as `before` for the page before.',
  'Query.node': 'Anything by its global id; null when there is none or it is not the caller’s.',
  'Query.nodes': 'The same for several ids, in their order.',
  '.edges': 'The items of the page.',
  '.pageInfo': 'Where the page lies in the list.',
  '.cursor': 'Place in the list, for `after` and `before`.',
  '.node': 'The item itself.',
  '(first)': 'How many, from the start or from `after` on: 25 unless said, at most 100.',
  '(last)': 'How many, counted back from the end or from `before`.',
  '(after)': 'Only what comes after this cursor.',
  '(before)': 'Only what comes before this cursor.',
  '(id)': 'Global id.',
  '(ids)': 'Global ids.',
  '(input)': 'What to do it with.',
}

/** Every part of the schema says what it is; this fills in what other plugins leave blank. */
class DescriptionsPlugin<Types extends SchemaTypes> extends BasePlugin<Types> {
  override onTypeConfig(config: PothosTypeConfig): PothosTypeConfig {
    if (config.description) return config
    const name = config.kind === 'Union' && /^(.+)Result$/.exec(config.name)?.[1]
    const answers =
      name &&
      `What \`${name.charAt(0).toLowerCase()}${name.slice(1)}\` answers: its payload or an expected failure.`
    return { ...config, description: answers || descriptions[config.name] }
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
