import { Type } from 'typebox'
import { action, type ActionContext } from '../../platform/action.ts'
import { actorLabel } from '../../platform/actor.ts'
import { defineEvent } from '../../platform/events.ts'
import { newId } from '../../platform/id.ts'
import { filesByIds } from '../store.ts'
import { contentHash, isSurer, PROOFS, type VaultEntry, type VaultOwner } from './entry.ts'
import { joinPapers } from './duplicates/join-papers.ts'
import { tellDuplicates } from './duplicates/tell-duplicates.ts'
import { lastValidDay, typeName } from './paper-type.ts'
import { endEntry, entryToReplace, entryWithCode, entryWithContent, insertEntry, saveFacts } from './store.ts'

const Day = Type.Union([Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' }), Type.Null()])
const Words = Type.Union([Type.String(), Type.Null()])

const Owner = Type.Object({
  kind: Type.Enum(['personal-id', 'business-code', 'passport']),
  number: Type.String({ minLength: 1, maxLength: 30 }),
})

const KeptPaper = Type.Object({
  owner: Owner,
  typeCode: Words,
  title: Type.String({ minLength: 1, maxLength: 1_000 }),
  about: Words,
  number: Words,
  issuer: Words,
  issuedOn: Day,
  validFrom: Day,
  fileIds: Type.Array(Type.String({ format: 'uuid' }), { minItems: 1, maxItems: 50 }),
  proof: Type.Enum([...PROOFS]),
  verificationCode: Words,
  /** The journal's subject it comes from, and the code people know that by. */
  source: Type.String({ minLength: 1 }),
  sourceCode: Type.String({ minLength: 1 }),
  keeperUnitId: Type.String({ format: 'uuid' }),
  /** Verification code of the paper in whose place this one stands. */
  replaces: Type.Optional(Type.String({ minLength: 1 })),
  /** The same, where it has no such code. */
  replacesEntry: Type.Optional(Type.String({ format: 'uuid' })),
})
export type KeptPaper = {
  [Name in Exclude<keyof VaultEntry, 'fileIds'> & keyof typeof KeptPaper.properties]: VaultEntry[Name]
} & { fileIds: string[]; replaces?: string; replacesEntry?: string }

/** A paper is in the vault that was not there before. */
export const entryEntered = defineEvent<{ entryId: string; source: string }>('documents.vault-entered')

/**
 * Puts papers into their owners' vaults; what is there already with the same content stays one entry and becomes surer. Told
 * twice, nothing changes. Căn cứ: Nghị định 107/2021/NĐ-CP, Điều 21a–21c; Thông tư 01/2023/TT-VPCP.
 */
export const keepInVault = action({
  name: 'documents.keep-in-vault',
  roles: ['system'],
  input: Type.Object({ papers: Type.Array(KeptPaper, { minItems: 1, maxItems: 100 }) }),
  unjournalled: 'a paper that is there already changes nothing',
  async run(ctx, actor, { papers }) {
    const entryIds: string[] = []
    for (const paper of papers) entryIds.push(await keep(ctx, actorLabel(actor), paper))
    return { entryIds }
  },
})

async function keep(ctx: ActionContext, by: string, { replaces, replacesEntry, ...paper }: KeptPaper): Promise<string> {
  const { db, now } = ctx
  const files = await filesByIds(db, paper.fileIds)
  if (files.length < paper.fileIds.length) throw new Error('a paper for the vault has no file')
  const contentSha256 = contentHash(files.map(({ sha256 }) => sha256))
  const coded = replaces === undefined ? undefined : await entryWithCode(db, paper.owner, replaces)
  const before =
    coded ?? (replacesEntry === undefined ? undefined : await entryToReplace(db, paper.owner, replacesEntry))
  const entry: VaultEntry = {
    ...paper,
    id: newId(),
    paperId: before?.paperId ?? newId(),
    version: before ? before.version + 1 : 1,
    validUntil: lastValidDay(paper.typeCode, paper.issuedOn),
    state: 'in-force',
    endedAt: null,
    endReason: null,
    replacedBy: null,
    contentSha256,
    enteredAt: now,
  }
  if (!(await insertEntry(db, entry, by))) return knownAlready(ctx, entry, before)
  const { proof, typeCode, version, source } = entry
  ctx.journal({
    subject: `vault:${entry.id}`,
    begins: true,
    what: 'documents.vault-entered',
    facts: { proof, typeCode, version, source, sha256: contentSha256 },
  })
  if (before) await replace(ctx, before, entry.id)
  await ctx.emit(entryEntered, { entryId: entry.id, source })
  await tellDuplicates(ctx, entry)
  return entry.id
}

async function replace(ctx: ActionContext, before: VaultEntry, replacedBy: string): Promise<void> {
  if (!(await endEntry(ctx.db, before.id, { state: 'replaced', at: ctx.now, reason: null, replacedBy }))) return
  ctx.journal({ subject: `vault:${before.id}`, what: 'documents.vault-replaced', facts: { by: replacedBy } })
}

async function knownAlready(ctx: ActionContext, told: VaultEntry, before: VaultEntry | undefined): Promise<string> {
  const known = await entryWithContent(ctx.db, told.owner, told.contentSha256)
  if (!known) throw new Error('the entry with this content is gone')
  const { id, title } = known
  // What it stands in the place of may have come after it.
  if (before && before.id !== id && before.paperId !== known.paperId)
    await joinPapers(ctx, { entry: before, twin: known, stays: known })
  if (known.state !== 'in-force' || isSurer(known.proof, told.proof)) return id
  const isRaised = isSurer(told.proof, known.proof)
  const [first, then] = isRaised ? [told, known] : [known, told]
  const said = Object.fromEntries(FACTS.map((name) => [name, first[name] ?? then[name]])) as Pick<
    VaultEntry,
    (typeof FACTS)[number]
  >
  // A kind that has a name says more than the catalogue's code of the paper that was asked for.
  const named = [first, then].find(({ typeCode }) => typeName(typeCode) !== undefined)
  const facts = { ...said, typeCode: named?.typeCode ?? said.typeCode }
  if (!isRaised && FACTS.every((name) => facts[name] === known[name])) return id
  const surer = { ...(isRaised ? told : known), ...facts, id, title, paperId: known.paperId }
  await saveFacts(ctx.db, surer)
  ctx.journal(
    isRaised
      ? {
          subject: `vault:${id}`,
          what: 'documents.vault-proof-raised',
          facts: { from: known.proof, to: told.proof, source: told.source },
        }
      : { subject: `vault:${id}`, what: 'documents.vault-facts-added', facts: { source: told.source } },
  )
  await tellDuplicates(ctx, surer)
  return id
}

/** What may be learnt of a paper later. */
const FACTS = ['typeCode', 'number', 'issuer', 'issuedOn', 'validFrom', 'validUntil', 'verificationCode'] as const

/** Takes a paper out of use: what was issued has been revoked (thu hồi, hủy). It stays to be seen. */
export const revokeInVault = action({
  name: 'documents.revoke-in-vault',
  roles: ['system'],
  input: Type.Object({
    owner: Owner,
    verificationCode: Type.String({ minLength: 1 }),
    reason: Type.String({ minLength: 1, maxLength: 2_000 }),
  }),
  unjournalled: 'what is not there, or was ended before, cannot be revoked again',
  async run(
    ctx,
    _,
    { owner, verificationCode, reason }: { owner: VaultOwner; verificationCode: string; reason: string },
  ) {
    const entry = await entryWithCode(ctx.db, owner, verificationCode)
    if (!entry) return { revoked: false }
    const revoked = await endEntry(ctx.db, entry.id, { state: 'revoked', at: ctx.now, reason, replacedBy: null })
    if (revoked) ctx.journal({ subject: `vault:${entry.id}`, what: 'documents.vault-revoked', facts: {} })
    return { revoked }
  },
})
