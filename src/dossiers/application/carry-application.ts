import type { ActionContext } from '../../platform/action.ts'
import { vietnamDate } from '../../platform/dates.ts'
import { refuse } from '../../platform/refusal.ts'
import type { FilingInput } from '../filing/filing-input.ts'
import { noteAdded } from '../rebuild/note-changes.ts'
import type { NamedPerson } from '../co-applicants/co-applicant.ts'
import {
  contentSha256,
  demandOf,
  isLaidOutFor,
  paperOf,
  whyNotFileUnsigned,
  type Application,
  type DraftApplication,
} from './application.ts'
import { insertApplication } from './store.ts'

/** What is filed online is what was signed, or may go unsigned. @throws Refusal `dossiers.application-changed`, `-unsigned` */
export function checkApplication(
  { now }: Pick<ActionContext, 'now'>,
  application: DraftApplication | undefined,
  input: FilingInput,
  people: readonly NamedPerson[],
): void {
  const content = contentSha256(input, people)
  refuse(whyNotFileUnsigned(application, content, demandOf(input.procedureCode, vietnamDate(now))))
}

/** The application goes with the dossier, if it says what is filed; one laid out and not signed is signed by hand later. */
export async function carryApplication(
  ctx: ActionContext,
  dossierId: string,
  application: DraftApplication,
  content: string,
): Promise<void> {
  if (!isLaidOutFor(application, content)) return
  const { how, signerName, fingerprint, signedAt } = application
  const carried: Application = { ...paperOf(application), how: how ?? 'on-paper', signerName, fingerprint, signedAt }
  await insertApplication(ctx.db, dossierId, carried)
  noteAdded(ctx, dossierId, { application: [carried] })
}
