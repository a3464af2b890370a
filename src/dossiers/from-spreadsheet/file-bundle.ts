import { Type } from 'typebox'
import { action, runAction } from '../../platform/action.ts'
import { defineJob } from '../../platform/jobs.ts'
import { refuse, Refusal } from '../../platform/refusal.ts'
import { actorOfAccount } from '../../identity/index.ts'
import { submitDossier } from '../filing/submit-dossier.ts'
import { bundleKeptUntil, countRows, whyNotFileBundle } from './bundle.ts'
import { BundleIdInput, LineInput } from './change-bundle.ts'
import { ownBundle, ownBundleToChange } from './open-bundle.ts'
import {
  bundleById,
  lockedRow,
  noteContent,
  readyLines,
  rowsOf,
  saveFiling,
  saveRowFiled,
  saveRowRefused,
  takeContent,
  touchBundle,
} from './store.ts'

/** Rows of one job; the next ones get a job of their own, so that others' work comes in between. */
const AT_ONCE = 20

/** The person has seen the check, stands by what is declared and has the good rows filed. */
export const fileBundle = action({
  name: 'dossiers.file-bundle',
  roles: ['citizen'],
  input: Type.Object({ bundleId: BundleIdInput, pledged: Type.Boolean() }),
  async run({ db, now, journal, enqueue }, actor, { bundleId, pledged }): Promise<void> {
    const { bundle } = await ownBundleToChange(db, actor, bundleId)
    const counts = countRows(await rowsOf(db, bundle.id))
    refuse(whyNotFileBundle(bundle, counts))
    if (!pledged) throw new Refusal('dossiers.bundle-no-pledge')
    await saveFiling(db, bundle.id, now)
    await touchBundle(db, bundle.id, now, bundleKeptUntil(now))
    await enqueue(fileRows, { bundleId: bundle.id })
    journal({
      subject: `bundle:${bundle.id}`,
      what: 'dossiers.bundle-filing-asked',
      facts: { rows: counts.ready, pledged },
    })
  },
})

/** One row becomes a dossier, as if its person had filed it on the pages; both or neither is written. */
const fileRow = action({
  name: 'dossiers.file-bundle-row',
  roles: ['citizen'],
  input: Type.Object({ bundleId: BundleIdInput, line: LineInput }),
  async run(ctx, actor, { bundleId, line }): Promise<void> {
    const { bundle } = await ownBundle(ctx.db, actor, bundleId)
    const row = await lockedRow(ctx.db, bundle.id, line)
    const subject = `bundle:${bundle.id}`
    if (row?.state !== 'ready' || !row.input || !row.contentSha256) {
      ctx.journal({ subject, what: 'dossiers.bundle-row-passed-over', facts: { line, state: row?.state ?? null } })
      return
    }
    const before = await takeContent(ctx.db, bundle.ownerAccountId, row.contentSha256)
    const code = before ?? (await submitDossier.run(ctx, actor, row.input)).code
    if (before === undefined) await noteContent(ctx.db, bundle.ownerAccountId, row.contentSha256, code)
    await saveRowFiled(ctx.db, bundle.id, line, code, ctx.now)
    ctx.journal({ subject, what: 'dossiers.bundle-row-filed', facts: { line, code, again: before !== undefined } })
  },
})

const refuseRow = action({
  name: 'dossiers.refuse-bundle-row',
  roles: ['citizen'],
  input: Type.Object({
    bundleId: BundleIdInput,
    line: LineInput,
    code: Type.String(),
    facts: Type.Record(Type.String(), Type.Unknown()),
  }),
  async run({ db, journal }, actor, { bundleId, line, code, facts }): Promise<void> {
    const { bundle } = await ownBundle(db, actor, bundleId)
    await saveRowRefused(db, bundle.id, line, { code, facts })
    journal({ subject: `bundle:${bundle.id}`, what: 'dossiers.bundle-row-refused', facts: { line, refusal: code } })
  },
})

const endFiling = action({
  name: 'dossiers.end-bundle-filing',
  roles: ['citizen'],
  input: Type.Object({ bundleId: BundleIdInput }),
  async run({ db, journal }, actor, { bundleId }): Promise<void> {
    const { bundle } = await ownBundleToChange(db, actor, bundleId)
    await saveFiling(db, bundle.id, null)
    journal({
      subject: `bundle:${bundle.id}`,
      what: 'dossiers.bundle-filing-done',
      facts: countRows(await rowsOf(db, bundle.id)),
    })
  },
})

/**
 * Files the good rows of a bundle, each in its own transaction. Stopped in the middle it goes on where it was: what is filed says so in
 * the same transaction.
 */
export const fileRows = defineJob<{ bundleId: string }>('dossiers.file-bundle-rows', {}, async (app, { bundleId }) => {
  const bundle = await bundleById(app.db, bundleId)
  if (!bundle?.filingSince) return
  const owner = await actorOfAccount(app.db, bundle.ownerAccountId, app.clock.now())
  if (owner?.kind !== 'citizen') throw new Error(`the person of bundle ${bundleId} has no account in use`)
  const lines = await readyLines(app.db, bundleId, AT_ONCE)
  for (const line of lines) {
    try {
      await runAction(app, fileRow, owner, { bundleId, line })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      await runAction(app, refuseRow, owner, { bundleId, line, code: error.code, facts: error.facts })
    }
  }
  if (lines.length === AT_ONCE) await app.db.transaction().execute((db) => app.jobs.enqueue(db, fileRows, { bundleId }))
  else await runAction(app, endFiling, owner, { bundleId })
})
