import {
  type FieldNode,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  getNamedType,
  Kind,
  type SelectionSetNode,
} from 'graphql'

/** Fields that a planned statement answers, each as `Type.field`. Features that build on it add theirs. */
export class Answers {
  #fields: Set<string>
  #sets: Set<string>[]
  #known = new WeakMap<FieldNode, boolean>()

  constructor(...fields: string[]) {
    this.#fields = new Set(fields)
    this.#sets = [this.#fields]
  }

  add(...fields: string[]): void {
    for (const field of fields) this.#fields.add(field)
  }

  /** Those of another statement, too, and what is added to it later. */
  including(base: Answers): this {
    this.#sets.push(...base.#sets)
    return this
  }

  #has(field: string): boolean {
    return this.#sets.some((fields) => fields.has(field))
  }

  /** Whether it answers everything in a field's selection. */
  cover({ fieldNodes, returnType, schema, fragments }: GraphQLResolveInfo): boolean {
    const covers = ({ selections }: SelectionSetNode, typename: string): boolean =>
      selections.every((selection) => {
        if (selection.kind === Kind.FIELD) return coversField(selection, typename)
        if (selection.kind === Kind.INLINE_FRAGMENT)
          return covers(selection.selectionSet, selection.typeCondition?.name.value ?? typename)
        const fragment = fragments[selection.name.value]
        return fragment !== undefined && covers(fragment.selectionSet, fragment.typeCondition.name.value)
      })
    const coversField = ({ name: { value: name }, selectionSet }: FieldNode, typename: string): boolean => {
      if (name === '__typename') return true
      if (!this.#has(`${typename}.${name}`)) return false
      const field = (schema.getType(typename) as GraphQLObjectType).getFields()[name]
      return !selectionSet || (field !== undefined && covers(selectionSet, getNamedType(field.type).name))
    }
    return fieldNodes.every((node) => {
      const known = this.#known.get(node)
      if (known !== undefined) return known
      const result = !node.selectionSet || covers(node.selectionSet, getNamedType(returnType).name)
      this.#known.set(node, result)
      return result
    })
  }
}
