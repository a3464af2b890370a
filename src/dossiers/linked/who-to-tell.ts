import type { Db } from '../../platform/db.ts'
import type { LegalDate } from '../../platform/dates.ts'
import { officersAt } from '../../identity/index.ts'
import { unitsByIds } from '../../organisation/index.ts'
import { officersAnsweringFor } from '../consultation/consulted-reach.ts'
import { procedureOf } from '../known.ts'
import { dossierById } from '../store.ts'
import { partsOf, placeOfPart } from './store.ts'

/** Who is told about a part, and what a notice says. Accounts by id. */
export type PeopleOfPart = {
  dossierCode: string
  procedureName: string
  unitName: string
  leadUnitName: string
  duty: string
  dueOn: LegalDate
  /** Those who can do the work. */
  body: string[]
  /** The one-stop desk that serves the body. */
  bodyDesk: string[]
  /** The officer in charge of the dossier now. */
  inCharge: string[]
  /** Heads of the office that leads. */
  leadHeads: string[]
  /** The one-stop desk that received the dossier. */
  desk: string[]
}

/** The people around a part, on a day. Throws when there is no such part. */
export async function peopleOfPart(db: Db, partId: string, on: LegalDate): Promise<PeopleOfPart> {
  const place = await placeOfPart(db, partId)
  const dossier = place && (await dossierById(db, place.dossierId))
  const part = place && (await partsOf(db, place.dossierId)).find(({ id }) => id === partId)
  if (!dossier || !part) throw new Error(`no linked part ${partId}`)
  const leadUnitId = dossier.handlingUnitId ?? dossier.competentUnitId
  const names = new Map((await unitsByIds(db, [part.unitId, leadUnitId])).map(({ id, name }) => [id, name]))
  const at = async (unitId: string | null, role: 'head-of-division' | 'intake-officer') =>
    unitId === null ? [] : (await officersAt(db, unitId, role, on)).map(({ accountId }) => accountId)
  return {
    dossierCode: dossier.code,
    procedureName: (await procedureOf(db, dossier.procedureVersionId)).name,
    unitName: names.get(part.unitId) ?? '',
    leadUnitName: names.get(leadUnitId) ?? '',
    duty: part.duty,
    dueOn: part.dueOn,
    body: (await officersAnsweringFor(db, part.unitId, on)).map(({ accountId }) => accountId),
    bodyDesk: await at(part.deskUnitId, 'intake-officer'),
    inCharge: [dossier.assigneeAccountId ?? part.byAccountId],
    leadHeads: await at(leadUnitId, 'head-of-division'),
    desk: await at(dossier.receivedByUnitId, 'intake-officer'),
  }
}
