interface Issue {
  path: string[]
  message: string
}

export interface Answer {
  message: string
  issues?: Issue[]
}

export interface Refusal {
  /** Broken rules by input field. */
  issues: Record<string, string>
  /** What is wrong outside the visible fields. */
  failure: string | undefined
}

export const noRefusal: Refusal = { issues: {}, failure: undefined }

/** Assigns broken rules to the form's fields; everything else becomes `failure`. */
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
