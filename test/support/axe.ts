import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Frame, Page } from 'playwright-core'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Violations of axe-core's rules in the document, with their places. */
export async function violations(document: Page | Frame): Promise<string[]> {
  // Evaluated over the debugging protocol: the page's own policy allows only its own script. Once in each document: that
  // takes longer than most rules.
  if (!(await document.evaluate('"axe" in globalThis'))) await document.evaluate(axe)
  const result = await document.evaluate('axe.run({ resultTypes: ["violations"], iframes: false })')
  const { violations } = result as {
    violations: { id: string; nodes: { html: string; any: { message: string }[] }[] }[]
  }
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, any }) => `${id}: ${html} ${any[0]?.message}`),
  )
}
