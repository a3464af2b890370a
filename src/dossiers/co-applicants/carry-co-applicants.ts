import type { ActionContext } from '../../platform/action.ts'
import { vietnamDate } from '../../platform/dates.ts'
import { refuse } from '../../platform/refusal.ts'
import type { Channel } from '../dossier.ts'
import type { FilingInput } from '../filing/filing-input.ts'
import { noteAdded } from '../rebuild/note-changes.ts'
import { contentSha256, demandOf } from '../application/application.ts'
import { severalRule, whyNotFileTogether, type CoApplicant, type DraftCoApplicant } from './co-applicant.ts'
import { insertCoApplicants } from './store.ts'

/**
 * Who stands for the new dossier beside who files it. Online each has agreed to this very content; at a desk they sign before the
 * officer. @throws Refusal `dossiers.co-applicants-demanded`, `-missing`, `-changed`, `dossiers.co-applicant-declined`,
 * `dossiers.co-signatures-missing`
 */
export function coApplicantsToFile(
  { now }: Pick<ActionContext, 'now'>,
  people: readonly DraftCoApplicant[],
  input: FilingInput,
  channel: Channel,
): CoApplicant[] {
  const isOnline = channel === 'online'
  const [today, content] = [vietnamDate(now), contentSha256(input, people)]
  const [rule, demand] = [severalRule(input.procedureCode, today), demandOf(input.procedureCode, today)]
  if (isOnline) refuse(whyNotFileTogether(people, { content, rule, demand }))
  return people.map(({ fullName, personalId, phone, email, citizenId, ...said }, index) => {
    const { how, contentSha256: sha256, answeredAt: agreedAt, signerName, fingerprint, signedSha256 } = said
    const agreed =
      isOnline && how ? { how, contentSha256: sha256, agreedAt, signerName, fingerprint, signedSha256 } : AT_THE_DESK
    return { no: index + 1, fullName, personalId, phone, email, citizenId, ...agreed }
  })
}

const AT_THE_DESK = {
  how: 'at-the-desk',
  contentSha256: null,
  agreedAt: null,
  signerName: null,
  fingerprint: null,
  signedSha256: null,
} as const

export async function carryCoApplicants(
  ctx: ActionContext,
  dossierId: string,
  people: readonly CoApplicant[],
): Promise<void> {
  if (people.length === 0) return
  await insertCoApplicants(ctx.db, dossierId, people)
  noteAdded(ctx, dossierId, { coApplicant: people })
  const facts = {
    people: people.map(({ citizenId, how, contentSha256: sha256, fingerprint }) => ({
      citizenId,
      how,
      sha256,
      fingerprint,
    })),
  }
  ctx.journal({ subject: `dossier:${dossierId}`, what: 'dossiers.filed-together', facts })
}
