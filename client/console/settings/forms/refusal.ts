interface Issue {
  path: string[]
  message: string
}

export interface Answer {
  message: string
  issues?: Issue[]
}

export interface Refusal {
  /** What is wrong, by the field of the input that it is wrong with. */
  issues: Record<string, string>
  /** What is wrong with none of the fields in view. */
  failure: string | undefined
}

export const noRefusal: Refusal = { issues: {}, failure: undefined }

/** Puts the broken rules to the fields of the form, and everything else beside them. */
export function refusalOf(answer: Answer, fields: string[]): Refusal {
  if (!answer.issues) return { issues: {}, failure: answer.message }
  const issues: Record<string, string> = {}
  const others: string[] = []
  for (const { path, message } of answer.issues) {
    const field = path[1] ?? ''
    if (fields.includes(field)) issues[field] ??= message
    else others.push(message)
  }
  return { issues, failure: others[0] }
}
