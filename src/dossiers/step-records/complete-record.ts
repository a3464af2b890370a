import type { ActionContext } from '../../platform/action.ts'
import type { App } from '../../platform/app.ts'
import type { Officer } from '../../platform/actor.ts'
import { recordProducedFile } from '../../documents/index.ts'
import {
  lookOfPerson,
  openRequest,
  requestCompleted,
  type SignatureLook,
  type SigningRequest,
} from '../../signing/index.ts'
import { actorName } from '../move-handling.ts'
import { noteAdded } from '../rebuild/note-changes.ts'
import type { RecordContext } from './ask-for-record.ts'
import { SIGN_FIELD } from './render-record.ts'
import { insertRecord } from './store.ts'
import { recordFileName, recordTexts } from './texts.ts'

/** Nothing may be added to a record once it is signed but further signatures. */
export async function recordLook<Input>(
  app: App,
  { byAccountId, context }: SigningRequest<RecordContext<Input>>,
): Promise<SignatureLook> {
  if (byAccountId === null) throw new Error('a person signs')
  const { kind, title, fullName, place } = context
  return {
    title,
    field: { name: SIGN_FIELD },
    appearance: await lookOfPerson(app, { accountId: byAccountId, fullName }),
    reason: recordTexts[kind].signing,
    location: place,
    certify: true,
  }
}

/** What a record that was signed comes with. */
export type SignedRecord = { requestId: string; bytes: Uint8Array }

/** Keeps a record its officer has signed, in every dossier it is of, in the action that does what it says. */
export async function completeRecord<Input>(
  ctx: ActionContext,
  officer: Officer,
  { id, context }: Pick<SigningRequest<RecordContext<Input>>, 'id' | 'context'>,
  { dossierCode, bytes }: { dossierCode: string; bytes: Uint8Array },
): Promise<void> {
  const { db, now } = ctx
  await openRequest(ctx, officer, id)
  const { dossierIds = [context.dossierId], kind, stepName, fullName } = context
  const name = recordFileName(kind, dossierCode, fullName)
  const { id: fileId, sha256 } = await recordProducedFile(ctx, { bytes, name, mediaType: 'application/pdf' })
  await requestCompleted(ctx, id, fileId)
  const by = { byAccountId: officer.accountId, byName: actorName(officer) }
  for (const dossierId of dossierIds) {
    const record = await insertRecord(db, dossierId, { kind, stepName, fileId, ...by, at: now })
    noteAdded(ctx, dossierId, { stepRecord: [record] })
    ctx.journal({
      subject: `dossier:${dossierId}`,
      what: 'dossiers.record-signed',
      facts: { request: id, no: record.no, kind, sha256 },
    })
  }
}
