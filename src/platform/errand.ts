import type { Static, TSchema } from 'typebox'
import { ANONYMOUS, type Actor } from './actor.ts'
import { checkRole, type Permission, type RequestMeta } from './action.ts'
import type { App } from './app.ts'
import { defined } from './definitions.ts'
import { actionsMeasured, measured } from './operations/measure.ts'
import { parseInput } from './parse-input.ts'
import { speaking } from './speaking.ts'

/**
 * Work that calls outside the house between two actions, such as asking a signing device and a time-stamp authority: input
 * and role are checked as for an action, but no transaction is open meanwhile. Its actions write the journal.
 */
export type Errand<S extends TSchema = TSchema, Result = unknown> = {
  kind: 'errand'
  name: string
  roles: readonly Permission[]
  input: S
  run(app: App, actor: Actor, input: Static<S>, meta: RequestMeta): Promise<Result>
}

export function errand<S extends TSchema, Result>(definition: Omit<Errand<S, Result>, 'kind'>): Errand<S, Result> {
  return defined({ kind: 'errand', ...definition })
}

export function runErrand<S extends TSchema, Result>(
  app: App,
  definition: Errand<S, Result>,
  actor: Actor | undefined,
  rawInput: unknown,
  meta: RequestMeta = {},
): Promise<Result> {
  return measured(actionsMeasured, definition.name, async () => {
    const who = actor ?? ANONYMOUS
    checkRole(definition.roles, who)
    const input = parseInput(definition.input, rawInput)
    return speaking('vi', () => definition.run(app, who, input, meta))
  })
}
