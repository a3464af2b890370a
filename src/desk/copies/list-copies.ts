import { Type } from 'typebox'
import { unitsOf, type Actor } from '../../platform/actor.ts'
import { vietnamDate } from '../../platform/dates.ts'
import type { Db } from '../../platform/db.ts'
import { query } from '../../platform/query.ts'
import { Refusal } from '../../platform/refusal.ts'
import { fileById, refuseClosedCopy, type StoredFile } from '../../documents/index.ts'
import { dossierWithinReach } from '../../dossiers/index.ts'
import { descendantsOf, unitsByIds, type Unit } from '../../organisation/index.ts'
import { raisingsOf } from '../../signing/index.ts'
import type { CertifiedCopy } from './certified-copy.ts'
import { copiesInBook, copiesOf, copiesWaiting, copyById, unitsWithCopies } from './store.ts'

const READERS = ['intake-officer', 'head-of-division', 'specialist', 'signatory', 'clerk', 'supervisor'] as const
/** Who reads the register: the desk that keeps it, and those who watch over it. */
const REGISTER_READERS = ['intake-officer', 'supervisor'] as const
const PAGE = 50
const WAITING = 100

/** `raises`: signed by the agency, waiting for a time stamp or an answer about its certificate. */
export type ListedCopy = CertifiedCopy & { raises: boolean }

/** The copies of one dossier's papers, for whoever reaches it in an office. */
export const listCopies = query({
  name: 'desk.list-copies',
  roles: [...READERS],
  input: Type.Object({ dossierCode: Type.String({ maxLength: 40 }) }),
  async run({ db }, actor, { dossierCode }): Promise<ListedCopy[]> {
    const { id } = await dossierWithinReach(db, actor, dossierCode)
    return withRaising(db, await copiesOf(db, id))
  },
})

/** `desk`: none where no desk below has certified anything yet. */
export type CopyRegister = {
  desk: Unit | undefined
  desks: Unit[]
  year: number
  waiting: ListedCopy[]
  entries: CertifiedCopy[]
  /** Number below which the next page begins. */
  next: number | null
}

/** sổ đăng ký bản sao: what waits for the agency's signature, then the book of a year by its numbers. */
export const listCopyRegister = query({
  name: 'desk.list-copy-register',
  roles: [...REGISTER_READERS],
  input: Type.Object({
    deskId: Type.Optional(Type.String({ format: 'uuid' })),
    year: Type.Optional(Type.Integer({ minimum: 2020, maximum: 2200 })),
    before: Type.Optional(Type.Integer({ minimum: 1 })),
  }),
  async run({ db, clock }, actor, { deskId, year: asked, before }): Promise<CopyRegister> {
    const desks = await desksReadBy(db, actor)
    const desk = desks.find(({ id }) => id === (deskId ?? desks[0]?.id))
    if (!desk && deskId !== undefined) throw new Refusal('platform.not-found')
    const year = asked ?? Number(vietnamDate(clock.now()).slice(0, 4))
    if (!desk) return { desk, desks, year, waiting: [], entries: [], next: null }
    const wanted = { unitId: desk.id, year, before: before ?? 2_147_483_647, limit: PAGE + 1 }
    const found = await copiesInBook(db, wanted)
    const entries = found.slice(0, PAGE)
    return {
      desk,
      desks,
      year,
      waiting: await withRaising(db, await copiesWaiting(db, [desk.id], WAITING)),
      entries,
      next: found.length > PAGE ? (entries.at(-1)?.no ?? null) : null,
    }
  },
  reads: (_, __, { desk, year }) => (desk ? [`copy-register:${desk.id}:${year}`] : []),
})

/** The file of a copy as it stands: sealed, or signed by who compared it. */
export const getCopyFile = query({
  name: 'desk.get-copy-file',
  roles: [...READERS],
  input: Type.Object({ copyId: Type.String({ format: 'uuid' }) }),
  async run({ db }, actor, { copyId }): Promise<StoredFile> {
    const copy = await copyById(db, copyId)
    if (!copy) throw new Refusal('platform.not-found')
    if (copy.dossierCode !== null) await dossierWithinReach(db, actor, copy.dossierCode)
    // A paper of no dossier is the desk's, and of those who watch over it.
    else if (!(await desksReadBy(db, actor)).some(({ id }) => id === copy.unitId))
      throw new Refusal('platform.not-found')
    const file = await fileById(db, copy.sealedFileId ?? copy.signedFileId)
    if (!file) throw new Refusal('platform.not-found')
    await refuseClosedCopy(db, actor, file.id)
    return file
  },
  reads: (_, __, file) => [`file:${file.id}`],
})

async function desksReadBy(db: Db, actor: Actor): Promise<Unit[]> {
  const watched = unitsOf(actor, 'supervisor')
  const below = (await Promise.all(watched.map((id) => descendantsOf(db, id)))).flat().map(({ id }) => id)
  const certifying = await unitsWithCopies(db, [...watched, ...below])
  return unitsByIds(db, [...new Set([...unitsOf(actor, 'intake-officer'), ...certifying])])
}

/** Which of these wait for a time stamp or an answer about a certificate. */
export async function withRaising(db: Db, copies: readonly CertifiedCopy[]): Promise<ListedCopy[]> {
  const raising = await raisingsOf(
    db,
    copies.map(({ id }) => `copy:${id}`),
  )
  const subjects = new Set(raising.map(({ subject }) => subject))
  return copies.map((copy) => ({ ...copy, raises: subjects.has(`copy:${copy.id}`) }))
}
