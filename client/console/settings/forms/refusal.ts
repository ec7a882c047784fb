import type { Refused } from '../../texts/use-refusal-text.ts'

interface Issue {
  path: string[]
  message: string
}

export interface Answer extends Refused {
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
export function refusalOf(
  answer: Answer,
  fields: string[],
  refusalText: (refused: Refused) => string,
): Refusal {
  if (!answer.issues) return { issues: {}, failure: refusalText(answer) }
  const issues: Record<string, string> = {}
  const others: string[] = []
  for (const { path, message } of answer.issues) {
    const field = path[1] ?? ''
    const text = refusalText({ message })
    if (fields.includes(field)) issues[field] ??= text
    else others.push(text)
  }
  return { issues, failure: others[0] }
}
