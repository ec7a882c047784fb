interface Person {
  name: string
  /** Whether they are a customer who was erased. */
  erased?: boolean
}

/** The name of a person to show, in the app's language. */
export const nameOf = ({ name, erased }: Person, text: (key: 'erased') => string) =>
  erased ? text('erased') : name
