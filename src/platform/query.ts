import type { Static, TSchema } from 'typebox'
import { journalledStandIn, ownRun } from './acting.ts'
import { actorLabel, type Actor } from './actor.ts'
import { checkRole, type Permission } from './action.ts'
import type { App } from './app.ts'
import { defined } from './definitions.ts'
import { writeJournal } from './journal/write.ts'
import { parseInput } from './parse-input.ts'
import type { Facts } from './refusal.ts'

/** A read. One that shows a person's data names the subjects whose journal must tell who looked. */
export type Query<S extends TSchema = TSchema, Result = unknown> = {
  kind: 'query'
  name: string
  roles: readonly Permission[]
  input: S
  run(app: App, actor: Actor, input: Static<S>): Promise<Result>
  /** Subjects whose personal data the answer shows, e.g. `dossier:<id>`; empty when the reader is the owner. */
  reads?(actor: Actor, input: Static<S>, result: Result): (string | Read)[]
}

/** What was read, with what it was read for where the subject does not say it. */
export type Read = { subject: string; facts: Facts }

export function query<S extends TSchema, Result>(definition: Omit<Query<S, Result>, 'kind'>): Query<S, Result> {
  return defined({ kind: 'query', ...definition })
}

export async function runQuery<S extends TSchema, Result>(
  app: App,
  definition: Query<S, Result>,
  actor: Actor | undefined,
  rawInput: unknown,
): Promise<Result> {
  const who = ownRun(actor, definition.roles, app.clock.now())
  checkRole(definition.roles, who)
  const input = parseInput(definition.input, rawInput)
  const result = await definition.run(app, who, input)
  const subjects = definition.reads?.(who, input, result) ?? []
  if (subjects.length > 0) {
    const lines = subjects.map((read) => {
      const { subject, facts } = typeof read === 'string' ? { subject: read, facts: {} } : read
      return { subject, what: 'read', facts: { by: definition.name, ...facts } }
    })
    const told = journalledStandIn(who, definition.roles, lines)
    await app.db.transaction().execute((db) => writeJournal(db, actorLabel(who), app.clock.now(), told))
  }
  return result
}
