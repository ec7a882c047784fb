import type { Ask } from './api.ts'
import type { Server } from './server.ts'

export interface Option {
  about: string
  /** Placeholder for its value in the help: `EMAIL`. */
  value: string
  required?: true
  multiple?: true
  /** Given without a value. */
  flag?: true
  fallback?: string
  /** The only values allowed. */
  choices?: readonly string[]
}

export type Options = Record<string, Option>

type Value<Given extends Option> = Given['choices'] extends readonly (infer Choice extends string)[]
  ? Choice
  : string

export type Values<Given extends Options> = {
  [Name in keyof Given]: Given[Name] extends { flag: true }
    ? boolean
    : Given[Name] extends { multiple: true }
      ? string[]
      : Given[Name] extends { required: true } | { fallback: string }
        ? Value<Given[Name]>
        : Value<Given[Name]> | undefined
}

export interface Answer {
  /** For `--json`. */
  json: object
  /** For people. A single value is printed on its own, so that scripts can use it. */
  text: string
  /** Why the command fails even though it prints something. */
  failure?: string
}

export interface Command<Given extends Options = Options> {
  about: string
  options: Given
  /** The option that can be given without its name. */
  main?: keyof Given & string
  /** The option for everything that follows, which can be repeated. */
  rest?: keyof Given & string
  /** Needs the server's root key, not a website's. */
  root?: true
  /** Null if it has written its output itself. */
  run: (call: { values: Values<Given>; ask: Ask; server: Server }) => Promise<Answer | null>
}

/** Defines a command; its options give the values of `run` their types. */
export function command<const Given extends Options>(definition: Command<Given>): Command {
  return definition as unknown as Command
}
