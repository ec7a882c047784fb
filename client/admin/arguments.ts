import { type ParseArgsConfig, parseArgs } from 'node:util'
import type { Command } from './command.ts'
import { WrongUsage } from './failures.ts'

export interface Arguments {
  help: boolean
  json: boolean
  values: Record<string, string | string[] | boolean | undefined>
}

/** Parses the arguments of a command. Throws WrongUsage for wrong ones, unless they ask for help. */
export function readArguments({ options, main, rest }: Command, text: string[]): Arguments {
  const { values, positionals } = parse(text, options)
  const { help = false, json = false, ...given } = values
  const read: Arguments = { help: !!help, json: !!json, values: given as Arguments['values'] }
  if (read.help) return read
  if (main && positionals.length > 0) read.values[main] ??= positionals.shift()
  if (rest && positionals.length > 0) read.values[rest] ??= positionals.splice(0)
  if (positionals.length > 0) throw new WrongUsage(`Unexpected argument ${positionals[0]}`)

  for (const [name, { required, multiple, flag, choices, fallback }] of Object.entries(options)) {
    read.values[name] ??= flag ? false : multiple ? [] : fallback
    const value = read.values[name]
    if (required && (!value || (Array.isArray(value) && value.length === 0)))
      throw new WrongUsage(`Missing --${name}`)
    if (choices && typeof value === 'string' && !choices.includes(value))
      throw new WrongUsage(`--${name} must be ${choices.join(' or ')}, not ${value}`)
  }
  return read
}

function parse(args: string[], known: Command['options']) {
  const options: NonNullable<ParseArgsConfig['options']> = {
    help: { type: 'boolean', short: 'h' },
    json: { type: 'boolean' },
  }
  for (const [name, { multiple, flag }] of Object.entries(known))
    options[name] = { type: flag ? 'boolean' : 'string', multiple: !!multiple }
  try {
    return parseArgs({ args, options, allowPositionals: true })
  } catch (error) {
    throw new WrongUsage((error as Error).message.split(/\. |\n/)[0])
  }
}
