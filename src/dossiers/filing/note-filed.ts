import type { ActionContext } from '../../platform/action.ts'
import type { StoredFile } from '../../documents/index.ts'
import { noteAdded, withHashes } from '../rebuild/note-changes.ts'
import type { NewDossier } from '../store.ts'

/** Notes what a dossier begins with, for the line of its filing. */
export function noteFiled(
  ctx: Pick<ActionContext, 'changed'>,
  code: string,
  { dossier: { id, ...dossier }, queueAt, components, step, clock, origins }: NewDossier,
  files: readonly StoredFile[],
): void {
  const given = components.flatMap(({ no, files: own }) => own.map((file) => ({ componentNo: no, ...file })))
  noteAdded(ctx, id, {
    dossier: [{ ...dossier, code, queueAt }],
    component: components.map(({ no, code: paper, form, omitted }) => ({ no, code: paper, form, omitted })),
    componentFile: withHashes(given, files),
    step: [{ ...step, no: dossier.version }],
    ...(clock && { clockEvent: [clock] }),
    ...(origins.length > 0 && { answerOrigin: origins }),
  })
}
