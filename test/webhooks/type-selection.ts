import { type GraphQLObjectType, getNamedType, isInterfaceType, isObjectType } from 'graphql'
import { schema } from '../../server/schema.ts'

/** A selection of everything in a type; `variant` is the type of the interfaces in it. */
export function typeSelection(name: string, variant: string): string {
  const type = schema.getType(name)
  if (isInterfaceType(type)) return `{ ... on ${variant} ${typeSelection(variant, variant)} }`
  const fields = Object.values((type as GraphQLObjectType).getFields()).map((field) => {
    const part = getNamedType(field.type)
    const isComposite = isObjectType(part) || isInterfaceType(part)
    return isComposite ? `${field.name} ${typeSelection(part.name, variant)}` : field.name
  })
  return `{ ${fields.join(' ')} }`
}
