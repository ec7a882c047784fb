import type { Issue, Refused } from '../../texts/use-refusal-text.ts'

export interface Refusal {
  /** Broken rules by input field. */
  issues: Record<string, string>
  /** What is wrong outside the visible fields. */
  failure: string | undefined
}

export const noRefusal: Refusal = { issues: {}, failure: undefined }

/** Assigns broken rules to the form's fields; everything else becomes `failure`. */
export function refusalOf(
  answer: Refused,
  fields: string[],
  refusalText: (refused: Refused) => string,
  issueText: (issue: Issue) => string,
): Refusal {
  if (!answer.issues) return { issues: {}, failure: refusalText(answer) }
  const issues: Record<string, string> = {}
  const others: string[] = []
  for (const issue of answer.issues) {
    const field = issue.path[1] ?? ''
    const text = issueText(issue)
    if (fields.includes(field)) issues[field] ??= text
    else others.push(text)
  }
  return { issues, failure: others[0] }
}
