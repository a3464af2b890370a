import { Type } from 'typebox'
import { action, type ActionContext } from '../../platform/action.ts'
import { actorLabel, type Citizen } from '../../platform/actor.ts'
import { Refusal, refuse } from '../../platform/refusal.ts'
import { filesByIds } from '../../documents/index.ts'
import { FileIdInput } from '../filing/filing-input.ts'
import { whyNotTakeFiles } from '../filing/filing.ts'
import { bundleKeptUntil, countRows, whyNotMend, type Bundle } from './bundle.ts'
import { checkRows, filesByName } from './check-rows.ts'
import { ownBundleToChange } from './open-bundle.ts'
import { fileKey } from './read-row.ts'
import { sheetForm } from './sheet-form.ts'
import { rowsOf, saveFile, saveRows, touchBundle } from './store.ts'

export const BundleIdInput = Type.String({ format: 'uuid' })
export const LineInput = Type.Integer({ minimum: 2, maximum: 1_048_576 })

/** Puts files beside the rows that name them. One of the same name takes the place of the one before. */
export const addBundleFiles = action({
  name: 'dossiers.add-bundle-files',
  roles: ['citizen'],
  input: Type.Object({ bundleId: BundleIdInput, fileIds: Type.Array(FileIdInput, { minItems: 1, maxItems: 2_000 }) }),
  async run(ctx, actor, { bundleId, fileIds }): Promise<void> {
    const { citizen, bundle } = await ownBundleToChange(ctx.db, actor, bundleId)
    refuse(whyNotMend(bundle))
    const files = await filesByIds(ctx.db, fileIds)
    refuse(whyNotTakeFiles(fileIds, files, [actorLabel(actor)]))
    for (const { id: fileId, name } of files) await saveFile(ctx.db, bundle.id, { name: fileKey(name), fileId })
    await checkAgain(ctx, citizen, bundle, { files: fileIds })
  },
})

/** Changes the cells of one row, typed on the page. What was left empty there is empty. */
export const mendBundleRow = action({
  name: 'dossiers.mend-bundle-row',
  roles: ['citizen'],
  input: Type.Object({
    bundleId: BundleIdInput,
    line: LineInput,
    typed: Type.Record(Type.String({ maxLength: 200 }), Type.String({ maxLength: 5_000 })),
  }),
  async run(ctx, actor, { bundleId, line, typed }): Promise<void> {
    const { citizen, bundle } = await ownBundleToChange(ctx.db, actor, bundleId)
    const rows = await rowsOf(ctx.db, bundle.id)
    const row = rows.find((one) => one.line === line)
    if (!row) throw new Refusal('dossiers.bundle-not-found')
    refuse(whyNotMend(bundle, row))
    const changed = { ...row.typed }
    for (const [key, text] of Object.entries(typed)) {
      if (text.trim() === '') delete changed[key]
      else changed[key] = { kind: 'text', text: text.trim() }
    }
    await saveRows(ctx.db, bundle.id, [{ ...row, typed: changed }])
    await checkAgain(ctx, citizen, bundle, { line })
  },
})

/** Checks every row anew: a file that came, or a cell that changed, may settle others too. */
async function checkAgain(
  ctx: ActionContext,
  citizen: Citizen,
  bundle: Bundle,
  facts: Record<string, unknown>,
): Promise<void> {
  const { db, now, settings } = ctx
  const sheet = await sheetForm(db, citizen, bundle.procedureCode, now)
  const files = await filesByName(db, bundle.id)
  const checked = await checkRows(db, await rowsOf(db, bundle.id), {
    sheet,
    ownerAccountId: citizen.accountId,
    files,
    mostFiles: settings.uploadLimits.filesPerDossier,
    anew: true,
  })
  await saveRows(db, bundle.id, checked)
  await touchBundle(db, bundle.id, now, bundleKeptUntil(now))
  ctx.journal({
    subject: `bundle:${bundle.id}`,
    what: 'dossiers.bundle-checked',
    facts: { ...facts, ...countRows(checked) },
  })
}
