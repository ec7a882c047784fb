import type { Command } from './command.ts'
import { commands } from './commands.ts'
import { table } from './table.ts'

const program = 'npm run admin --'

/** All commands, and where server and key come from. */
export function overview(): string {
  const rows = Object.entries(commands).map(([name, { about }]) => [`  ${name}`, about])
  return `Usage: ${program} VERB [options]

${table(rows, '')}

Each takes --help, and --json for one JSON object on standard output (npm run --silent admin -- …).
Exit codes: 0 done, 1 refused or failed, 2 wrong usage.

  TICKET_CENTER_URL  The server; without it, the one of this machine, on PORT or 4000.
  TICKET_CENTER_KEY  An API key with SETTINGS_WRITE; for create-website the root key. Without it, and without
                     TICKET_CENTER_URL, the keys in DATA_DIR or data/.
`
}

/** One command and its options. */
export function usage(name: string, { about, options, main }: Command): string {
  const words = Object.entries(options).map(([option, { value, required, choices }]) => {
    const name = option === main ? `[--${option}]` : `--${option}`
    const text = `${name} ${choices?.join('|') ?? value}`
    return required ? text : `[${text}]`
  })
  const rows = Object.entries(options).map(([option, { about, multiple, fallback }]) => [
    `  --${option}`,
    about + (multiple ? ' Can be given several times.' : '') + (fallback ? ` Default: ${fallback}.` : ''),
  ])
  rows.push(['  --json', 'Answers with one JSON object.'])
  return `${about}\n\nUsage: ${[program, name, ...words].join(' ')}\n\n${table(rows, '')}\n`
}
