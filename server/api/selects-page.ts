import { type GraphQLResolveInfo, Kind, type SelectionSetNode } from 'graphql'

const ofPage = new Set(['edges', 'nodes', 'pageInfo'])

/** Whether a connection's selection needs its page, not only facts about all pages, such as counts. */
export function selectsPage({ fieldNodes, fragments }: GraphQLResolveInfo): boolean {
  const looks = (set: SelectionSetNode | undefined): boolean =>
    !!set?.selections.some((node) => {
      if (node.kind === Kind.FIELD) return ofPage.has(node.name.value)
      return looks(
        node.kind === Kind.INLINE_FRAGMENT ? node.selectionSet : fragments[node.name.value]?.selectionSet,
      )
    })
  return fieldNodes.some(({ selectionSet }) => looks(selectionSet))
}
