import { Type } from 'typebox'
import type { LegalDate } from '../../platform/dates.ts'
import type { Db } from '../../platform/db.ts'
import { query } from '../../platform/query.ts'
import { Refusal } from '../../platform/refusal.ts'
import { unitsByIds } from '../../organisation/index.ts'
import { hasEnded, nationalStatusOf, type Dossier, type Handling, type NationalStatus } from '../dossier.ts'
import { DossierCodeInput } from '../filing/filing-input.ts'
import { procedureOf } from '../known.ts'
import { dossiersOpenTo } from '../acting/standing.ts'
import { holdingUnit, type Step } from '../step.ts'
import { dossierByCode, stepsOf } from '../store.ts'
import { nationalStatusWords } from '../texts.ts'

/** What the law lets everybody see: that there is such a dossier, and whether it is done. */
export type PublicTrack = { code: string; isCompleted: boolean }

/** What its owner sees besides: status down to the department, and the way so far. */
export type OwnTrack = {
  procedureCode: string
  procedureName: string
  handling: Handling
  status: NationalStatus
  statusName: string
  /** The body in whose hands it lies; null while it waits for the citizen. */
  heldBy: string | null
  since: Date | null
  submittedAt: Date
  receivedAt: Date | null
  dueAt: Date | null
  dueOn: LegalDate | null
  history: { at: Date; handling: Handling; unit: string | null }[]
}

export type Track = PublicTrack & { own: OwnTrack | null }

/**
 * Follows a dossier by its code. Without signing in only the code and whether it is completed; its owner, signed in, sees
 * the status down to the department. Căn cứ: Thông tư 01/2018/TT-VPCP, Điều 16.
 */
export const trackDossier = query({
  name: 'dossiers.track',
  roles: ['anyone'],
  input: Type.Object({ dossierCode: DossierCodeInput }),
  async run({ db }, actor, { dossierCode }): Promise<Track> {
    const dossier = await dossierByCode(db, dossierCode.trim().toUpperCase())
    if (!dossier) throw new Refusal('platform.not-found')
    const isOwner = actor.kind === 'citizen' && (await dossiersOpenTo(db, actor, [dossier])).has(dossier.id)
    const isCompleted = dossier.handling === 'finished' || hasEnded(dossier.handling)
    return { code: dossier.code, isCompleted, own: isOwner ? await ownTrack(db, dossier) : null }
  },
})

async function ownTrack(db: Db, dossier: Dossier): Promise<OwnTrack> {
  const steps = await stepsOf(db, dossier.id)
  const { code, name } = await procedureOf(db, dossier.procedureVersionId)
  const held = holdingUnit(dossier)
  const mentioned = [held, ...steps.map(({ toUnitId }) => toUnitId)].filter((id) => id !== null)
  const names = new Map((await unitsByIds(db, [...new Set(mentioned)])).map((unit) => [unit.id, unit.name]))
  const nameOfUnit = (id: string | null) => (id === null ? null : (names.get(id) ?? null))
  const status = nationalStatusOf(dossier)
  const moves = steps.filter(({ fromHandling, toHandling }) => fromHandling !== toHandling)
  return {
    procedureCode: code,
    procedureName: name,
    handling: dossier.handling,
    status,
    statusName: nationalStatusWords[status],
    heldBy: nameOfUnit(held),
    since: moves.at(-1)?.at ?? null,
    submittedAt: dossier.submittedAt,
    receivedAt: dossier.receivedAt,
    dueAt: dossier.dueAt,
    dueOn: dossier.dueOn,
    history: moves.map(({ at, toHandling, toUnitId }: Step) => ({
      at,
      handling: toHandling,
      unit: nameOfUnit(toUnitId),
    })),
  }
}
