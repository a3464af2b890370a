import type { Db } from '../../platform/db.ts'
import type { LegalDate } from '../../platform/dates.ts'
import { officersAt } from '../../identity/index.ts'
import { unitsByIds } from '../../organisation/index.ts'
import { procedureOf } from '../known.ts'
import { dossierById } from '../store.ts'
import { officersAnsweringFor } from './consulted-reach.ts'
import { consultationsOf, placeOfBody } from './store.ts'

/** Who is told about one body's part of a consultation, and what a notice says. Accounts by id. */
export type ConsultedPeople = {
  dossierCode: string
  procedureName: string
  unitName: string
  leadUnitName: string
  replyBy: LegalDate
  silenceAgrees: boolean
  /** Those who can answer for the body. */
  consulted: string[]
  /** The officer in charge of the dossier now. */
  inCharge: string[]
  /** Heads of the lead body. */
  leadHeads: string[]
  /** The one-stop desk that received the dossier. */
  desk: string[]
  /** Who heads that desk. */
  deskHeads: string[]
}

/** The people around one body's question, on a day. Throws when there is no such question. */
export async function peopleOfConsulted(db: Db, bodyId: string, on: LegalDate): Promise<ConsultedPeople> {
  const place = await placeOfBody(db, bodyId)
  const dossier = place && (await dossierById(db, place.dossierId))
  const consultation =
    place && (await consultationsOf(db, place.dossierId)).find(({ no }) => no === place.consultationNo)
  const body = consultation?.bodies.find(({ id }) => id === bodyId)
  if (!dossier || !consultation || !body) throw new Error(`no consulted body ${bodyId}`)
  const names = new Map(
    (await unitsByIds(db, [body.unitId, consultation.leadUnitId])).map(({ id, name }) => [id, name]),
  )
  const at = async (unitId: string, role: 'head-of-division' | 'intake-officer') =>
    (await officersAt(db, unitId, role, on)).map(({ accountId }) => accountId)
  return {
    dossierCode: dossier.code,
    procedureName: (await procedureOf(db, dossier.procedureVersionId)).name,
    unitName: names.get(body.unitId) ?? '',
    leadUnitName: names.get(consultation.leadUnitId) ?? '',
    replyBy: body.replyBy,
    silenceAgrees: consultation.completeness === 'silence-agrees',
    consulted: (await officersAnsweringFor(db, body.unitId, on)).map(({ accountId }) => accountId),
    inCharge: [dossier.assigneeAccountId ?? consultation.byAccountId],
    leadHeads: await at(consultation.leadUnitId, 'head-of-division'),
    desk: await at(dossier.receivedByUnitId, 'intake-officer'),
    deskHeads: await at(dossier.receivedByUnitId, 'head-of-division'),
  }
}
