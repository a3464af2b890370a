import { Type } from 'typebox'
import { action } from '../../platform/action.ts'
import type { Actor } from '../../platform/actor.ts'
import { vietnamDate } from '../../platform/dates.ts'
import type { Db } from '../../platform/db.ts'
import { query } from '../../platform/query.ts'
import { Refusal } from '../../platform/refusal.ts'
import {
  fileById,
  offersFor,
  refuseUnlessFits,
  takeFromVault,
  vaultEntryOf,
  type OfferedEntry,
  type StoredFile,
  type VaultOwner,
} from '../../documents/index.ts'
import { citizenById } from '../../identity/index.ts'
import { papersAskedOf } from '../acting/ground-paper.ts'
import { answersOf, type Draft } from '../drafts/draft.ts'
import { voidAgreements } from '../co-applicants/void-agreements.ts'
import { openDraft } from '../drafts/open-draft.ts'
import { insertDraftFile } from '../drafts/store.ts'
import { ComponentCodeInput, DossierCodeInput } from '../filing/filing-input.ts'
import { partiesOf } from '../filing/parties.ts'
import { procedureOf } from '../known.ts'
import { accountOf } from '../move-handling.ts'
import { dossierWithinReach } from '../reach.ts'
import { registerOffers, type KnownPerson, type RegisterOffer } from './register-offers.ts'
import { ownersWithin } from './vault-owner.ts'

const ResumeCode = Type.String({ maxLength: 12 })
const EntryId = Type.String({ format: 'uuid' })
const FILERS = ['citizen', 'intake-officer'] as const

/** Who helps sees none of the person's other papers. */
async function ownersOfDraft(db: Db, actor: Actor, draft: Draft, now: Date): Promise<VaultOwner[]> {
  if (draft.helperAccountIds.includes(accountOf(actor) ?? '')) return []
  return ownersWithin(db, actor, partiesOf(answersOf(draft)), now)
}

export type PaperOffers = { componentCode: string; entries: OfferedEntry[] }
export type DraftOffers = { procedureCode: string; papers: PaperOffers[]; registers: RegisterOffer[] }

/** What registers say of whoever files for themselves; nobody's number that was only typed is asked for. */
async function personKnown(db: Db, actor: Actor, draft: Draft): Promise<KnownPerson | undefined> {
  if (actor.kind !== 'citizen' || draft.helperAccountIds.includes(actor.accountId)) return undefined
  const { applicant } = partiesOf(answersOf(draft))
  const isOwn = applicant.kind === 'citizen' && applicant.personalId === actor.personalId
  return isOwn ? citizenById(db, actor.citizenId) : undefined
}

/** What the vault has for each paper a half-done form asks for. Officers look only so, and it is on record what for. */
export const offersForDraft = query({
  name: 'dossiers.vault-offers',
  roles: [...FILERS, 'helper'],
  input: Type.Object({ resumeCode: ResumeCode }),
  async run({ db, clock }, actor, { resumeCode }): Promise<DraftOffers> {
    const draft = await openDraft(db, actor, resumeCode)
    const procedure = await procedureOf(db, draft.procedureVersionId)
    const wanted = papersAskedOf(procedure, answersOf(draft))
    const now = clock.now()
    const offers = await offersFor(db, await ownersOfDraft(db, actor, draft, now), wanted, vietnamDate(now))
    return {
      procedureCode: procedure.code,
      papers: [...offers].map(([componentCode, entries]) => ({ componentCode, entries })),
      registers: registerOffers(wanted, await personKnown(db, actor, draft), vietnamDate(now)),
    }
  },
  reads: (actor, _, { procedureCode, papers }) => {
    const ids = actor.kind === 'citizen' ? [] : papers.flatMap(({ entries }) => entries.map(({ id }) => id))
    return [...new Set(ids)].map((id) => ({ subject: `vault:${id}`, facts: { procedure: procedureCode } }))
  },
})

/** Links a paper of the vault to one the form asks for: the same stored files, nothing copied. */
export const linkVaultPaper = action({
  name: 'dossiers.link-vault-paper',
  roles: [...FILERS],
  input: Type.Object({ resumeCode: ResumeCode, componentCode: ComponentCodeInput, entryId: EntryId }),
  async run(ctx, actor, { resumeCode, componentCode, entryId }): Promise<void> {
    const { db, now } = ctx
    const draft = await openDraft(db, actor, resumeCode)
    const wanted = papersAskedOf(await procedureOf(db, draft.procedureVersionId), answersOf(draft)).find(
      ({ code }) => code === componentCode,
    )
    if (!wanted) throw new Refusal('dossiers.unknown-component', { component: componentCode })
    const [entry] = await takeFromVault(ctx, await ownersOfDraft(db, actor, draft, now), [entryId])
    if (!entry) throw new Refusal('platform.not-found')
    refuseUnlessFits(entry, wanted)
    for (const fileId of entry.fileIds)
      await insertDraftFile(db, draft.id, { componentCode, fileId, vaultEntryId: entryId }, now)
    const facts = { component: componentCode, entry: entryId, version: entry.version }
    ctx.journal({ subject: `draft:${draft.id}`, what: 'dossiers.draft-vault-linked', facts })
    await voidAgreements(ctx, draft, 'files')
  },
})

/** A file of a paper that is offered for this half-done form. */
export const getOfferedFile = query({
  name: 'dossiers.get-offered-file',
  roles: [...FILERS],
  input: Type.Object({ resumeCode: ResumeCode, entryId: EntryId, no: Type.Integer({ minimum: 1, maximum: 50 }) }),
  async run({ db, clock }, actor, { resumeCode, entryId, no }): Promise<{ procedureCode: string; file: StoredFile }> {
    const draft = await openDraft(db, actor, resumeCode)
    const fileId = (await offeredEntry(db, actor, draft, entryId, clock.now())).fileIds[no - 1]
    const file = fileId === undefined ? undefined : await fileById(db, fileId)
    if (!file) throw new Refusal('platform.not-found')
    return { procedureCode: draft.procedureCode, file }
  },
  reads: (actor, { entryId }, { procedureCode }) =>
    actor.kind === 'citizen' ? [] : [{ subject: `vault:${entryId}`, facts: { procedure: procedureCode } }],
})

async function offeredEntry(db: Db, actor: Actor, draft: Draft, entryId: string, now: Date) {
  const entry = await vaultEntryOf(db, await ownersOfDraft(db, actor, draft, now), entryId)
  if (!entry) throw new Refusal('platform.not-found')
  return entry
}

/** What the citizen's vault has for papers of a dossier they are asked to complete. */
export const offersForDossier = query({
  name: 'dossiers.vault-offers-for-supplement',
  roles: ['citizen'],
  input: Type.Object({ dossierCode: DossierCodeInput }),
  async run({ db, clock }, citizen, { dossierCode }): Promise<PaperOffers[]> {
    const dossier = await dossierWithinReach(db, citizen, dossierCode)
    const wanted = papersAskedOf(await procedureOf(db, dossier.procedureVersionId), dossier.answers)
    const now = clock.now()
    const offers = await offersFor(db, await ownersWithin(db, citizen, dossier, now), wanted, vietnamDate(now))
    return [...offers].map(([componentCode, entries]) => ({ componentCode, entries }))
  },
})
