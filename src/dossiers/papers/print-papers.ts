import { Type } from 'typebox'
import { action, runAction } from '../../platform/action.ts'
import type { App } from '../../platform/app.ts'
import { defineJob } from '../../platform/jobs.ts'
import { Refusal } from '../../platform/refusal.ts'
import { recordProducedFile } from '../../documents/index.ts'
import type { Dossier } from '../dossier.ts'
import { noteAdded, withHashes } from '../rebuild/note-changes.ts'
import { enterRegister } from '../register/enter-register.ts'
import { clockEntriesOf } from '../clock/store.ts'
import { closureOf } from '../closing/store.ts'
import { refusalOf } from '../intake/store.ts'
import { insertPaper, keptPapersOf, PAPER_KINDS, type PaperKind } from './store.ts'
import { extensionNotice, stopNotice } from './notice-contents.ts'
import { appointmentSlip, rejectionNotice, supplementRequestPaper } from './paper-contents.ts'
import { renderAppointmentSlip } from './appointment-slip.ts'
import { renderExtensionNotice } from './extension-notice.ts'
import { renderHandlingSheet } from './handling-sheet.ts'
import { renderRejectionNotice } from './rejection-notice.ts'
import { handlingSheetPaper } from './sheet-contents.ts'
import { renderStopNotice } from './stop-notice.ts'
import { renderSupplementRequest } from './supplement-request.ts'
import { dossierById } from '../store.ts'
import { supplementRequestsOf } from '../supplement/store.ts'

const PRINTER = { kind: 'system', name: 'dossiers.printer' } as const

/** Keeps a printed form with its dossier. */
export const keepPaper = action({
  name: 'dossiers.keep-paper',
  roles: ['system'],
  input: Type.Object({
    dossierId: Type.String(),
    form: Type.Enum([...PAPER_KINDS]),
    no: Type.Integer({ minimum: 1 }),
    name: Type.String(),
    pages: Type.Integer(),
    bytes: Type.Unsafe<Uint8Array>({}),
  }),
  async run(ctx, _, { dossierId, form, no, name, pages, bytes }) {
    const file = await recordProducedFile(ctx, { bytes, name, pages, mediaType: 'application/pdf' })
    const paper = { form, no, fileId: file.id, madeAt: ctx.now }
    const isNew = await insertPaper(ctx.db, dossierId, paper)
    // Another worker made it meanwhile: its paper stands, ours goes with the transaction.
    if (!isNew) throw new Refusal('platform.conflict')
    noteAdded(ctx, dossierId, { paper: withHashes([paper], [file]) })
    ctx.journal({
      subject: `dossier:${dossierId}`,
      what: 'dossiers.paper-made',
      facts: { form, no, file: file.id, sha256: file.sha256 },
    })
    return { fileId: file.id }
  },
})

type Rendered = { pdf: Uint8Array; pages: number }

/** Makes a paper once, however often the job comes. Rendering happens outside any transaction. */
async function printOnce(
  app: App,
  dossierId: string,
  form: PaperKind,
  no: number,
  render: (dossier: Dossier) => Promise<Rendered | undefined>,
): Promise<void> {
  const kept = await keptPapersOf(app.db, dossierId)
  if (kept.some((paper) => paper.form === form && paper.no === no)) return
  const dossier = await dossierById(app.db, dossierId)
  const rendered = dossier && (await render(dossier))
  if (!dossier || !rendered) return
  const input = { dossierId, form, no, name: `${form}-${dossier.code}.pdf`, pages: rendered.pages, bytes: rendered.pdf }
  await runAction(app, keepPaper, PRINTER, input)
}

/** Form 01, made again for each reception; `no` counts receptions. Enters the dossier in the register, whose line it prints. Left out when the dossier is already waiting again. */
export const printAppointmentSlip = defineJob<{ dossierId: string; no: number }>(
  'dossiers.print-appointment-slip',
  {},
  (app, { dossierId, no }) =>
    printOnce(app, dossierId, 'appointment-slip', no, async (dossier) => {
      const line = await runAction(app, enterRegister, PRINTER, { dossierId })
      const slip = await appointmentSlip(app, dossier, line)
      return slip && renderAppointmentSlip(slip)
    }),
)

/** Form 02. */
export const printSupplementRequest = defineJob<{ dossierId: string; requestNo: number }>(
  'dossiers.print-supplement-request',
  {},
  (app, { dossierId, requestNo }) =>
    printOnce(app, dossierId, 'supplement-request', requestNo, async (dossier) => {
      const request = (await supplementRequestsOf(app.db, dossierId)).find(({ no }) => no === requestNo)
      return request && renderSupplementRequest(await supplementRequestPaper(app, dossier, request))
    }),
)

/** Form 03. */
export const printRefusalNotice = defineJob<{ dossierId: string }>(
  'dossiers.print-refusal-notice',
  {},
  (app, { dossierId }) =>
    printOnce(app, dossierId, 'refusal-notice', 1, async (dossier) => {
      const refusal = await refusalOf(app.db, dossierId)
      return refusal && renderRejectionNotice(await rejectionNotice(app, dossier, refusal))
    }),
)

/** Form 04; a dossier has one at most. */
export const printExtensionNotice = defineJob<{ dossierId: string }>(
  'dossiers.print-extension-notice',
  {},
  (app, { dossierId }) =>
    printOnce(app, dossierId, 'extension-notice', 1, async (dossier) => {
      const notice = await extensionNotice(app, dossier, await clockEntriesOf(app.db, dossierId))
      return notice && renderExtensionNotice(notice)
    }),
)

/** Form 05. */
export const printStopNotice = defineJob<{ dossierId: string }>(
  'dossiers.print-stop-notice',
  {},
  (app, { dossierId }) =>
    printOnce(app, dossierId, 'stop-notice', 1, async (dossier) => {
      const closure = await closureOf(app.db, dossierId)
      return closure && renderStopNotice(await stopNotice(app, dossier, closure))
    }),
)

/** Form 06, kept when the dossier ends; `no` is the number of its last step, so that a second end has a sheet of its own. */
export const printHandlingSheet = defineJob<{ dossierId: string; no: number }>(
  'dossiers.print-handling-sheet',
  {},
  (app, { dossierId, no }) =>
    printOnce(app, dossierId, 'handling-sheet', no, async (dossier) =>
      renderHandlingSheet(await handlingSheetPaper(app, dossier)),
    ),
)
