import type { Static, TSchema } from 'typebox'
import { journalledStandIn, ownRun } from './acting.ts'
import { actorLabel, holds, type Actor, type Role } from './actor.ts'
import type { App } from './app.ts'
import type { Db } from './db.ts'
import type { EventKind } from './events.ts'
import type { FileStore } from './file-store.ts'
import type { EnqueueOptions, Job } from './jobs.ts'
import type { JournalLine } from './journal/line.ts'
import { linesOfAction, type Changes } from './journal/lines-of-action.ts'
import { writeJournal } from './journal/write.ts'
import { actionsMeasured, measured } from './operations/measure.ts'
import type { PortKey } from './ports.ts'
import { Refusal } from './refusal.ts'
import type { Settings } from './settings.ts'
import { speaking } from './speaking.ts'
import { defined } from './definitions.ts'
import { rememberedRequest, rememberResult } from './handled-request.ts'
import { parseInput } from './parse-input.ts'

/** Who may: named roles, people who have not signed in as well (`anyone`), or the system's own jobs. */
export type Permission = Role | 'anyone' | 'system'

/** What an action works with. The transaction is `db`; the journal, events and jobs belong to it. */
export type ActionContext = {
  db: Db
  now: Date
  files: FileStore
  settings: Settings
  requestId: string
  port<T>(key: PortKey<T>): T
  journal(line: JournalLine): void
  /** Notes what was changed in stored records of a subject; it travels with the action's journal line about that subject. */
  changed(subject: string, changes: Changes): void
  emit<Payload>(event: EventKind<Payload>, payload: Payload): Promise<void>
  enqueue<Data>(job: Job<Data>, data: Data, options?: EnqueueOptions): Promise<void>
}

export type Action<S extends TSchema = TSchema, Result = unknown> = {
  kind: 'action'
  name: string
  roles: readonly Permission[]
  input: S
  /** Set with its reason when an action changes nothing worth a journal line. */
  unjournalled?: string
  run(ctx: ActionContext, actor: Actor, input: Static<S>): Promise<Result>
}

export function action<S extends TSchema, Result>(definition: Omit<Action<S, Result>, 'kind'>): Action<S, Result> {
  return defined({ kind: 'action', ...definition })
}

export type RequestMeta = {
  requestId?: string
  /** Same key, same answer: the request is done once. */ idempotencyKey?: string
}

/** The first of the three questions: may this role do it at all. */
export function checkRole(roles: readonly Permission[], actor: Actor): void {
  if (roles.includes('anyone')) return
  if (roles.includes('system') && actor.kind === 'system') return
  if (roles.some((role) => role !== 'anyone' && role !== 'system' && holds(actor, role))) return
  throw new Refusal(actor.kind === 'anonymous' ? 'platform.not-signed-in' : 'platform.forbidden')
}

/** Runs an action: parse, role, transaction, run, journal with events and jobs. */
export function runAction<S extends TSchema, Result>(
  app: App,
  definition: Action<S, Result>,
  actor: Actor | undefined,
  rawInput: unknown,
  meta: RequestMeta = {},
): Promise<Result> {
  return measured(actionsMeasured, definition.name, () => runOnce(app, definition, actor, rawInput, meta))
}

async function runOnce<S extends TSchema, Result>(
  app: App,
  definition: Action<S, Result>,
  actor: Actor | undefined,
  rawInput: unknown,
  meta: RequestMeta,
): Promise<Result> {
  const who = ownRun(actor, definition.roles, app.clock.now())
  checkRole(definition.roles, who)
  const input = parseInput(definition.input, rawInput)
  return app.db.transaction().execute(async (db) => {
    const label = actorLabel(who)
    const now = app.clock.now()
    if (meta.idempotencyKey) {
      const remembered = await rememberedRequest<Result>(db, label, meta.idempotencyKey, definition.name, input, now)
      if (remembered) return remembered.result
    }
    const { journal, changed, finished } = linesOfAction()
    const ctx: ActionContext = {
      db,
      now,
      files: app.files,
      settings: app.settings,
      requestId: meta.requestId ?? '',
      port: (key) => app.ports.get(key),
      journal,
      changed,
      emit: (event, payload) => app.jobs.publish(db, event, payload),
      enqueue: (job, data, options) => app.jobs.enqueue(db, job, data, options),
    }
    // What an action keeps or sends is for everybody and the law: Vietnamese, whatever its person reads.
    const result = await speaking('vi', () => definition.run(ctx, who, input))
    const lines = finished()
    if (lines.length === 0 && !definition.unjournalled) throw new Error(`${definition.name} wrote no journal line`)
    await writeJournal(db, label, now, journalledStandIn(who, definition.roles, lines))
    if (meta.idempotencyKey) await rememberResult(db, label, meta.idempotencyKey, result)
    return result
  })
}
