import type { Db } from '../../platform/db.ts'
import type { LegalDate } from '../../platform/dates.ts'
import { officersAt } from '../../identity/index.ts'
import { unitsByIds } from '../../organisation/index.ts'
import { officersAnsweringFor } from '../consultation/consulted-reach.ts'
import { leadRuleOf, leadUnitOf } from '../demands/lead-unit.ts'
import { procedureOf, processOf } from '../known.ts'
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
  /** Heads of the office that sent it and of the unit that leads. */
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
  const senderId = dossier.handlingUnitId ?? dossier.competentUnitId
  const { steps, validFrom } = await processOf(db, dossier.processId)
  const step = steps.find(({ code }) => code === part.stepCode)
  const leadUnitId = await leadUnitOf(db, step ? leadRuleOf(step) : null, dossier, validFrom, on)
  const names = new Map((await unitsByIds(db, [part.unitId, senderId])).map(({ id, name }) => [id, name]))
  const at = async (unitId: string | null, role: 'head-of-division' | 'intake-officer') =>
    unitId === null ? [] : (await officersAt(db, unitId, role, on)).map(({ accountId }) => accountId)
  return {
    dossierCode: dossier.code,
    procedureName: (await procedureOf(db, dossier.procedureVersionId)).name,
    unitName: names.get(part.unitId) ?? '',
    leadUnitName: names.get(senderId) ?? '',
    duty: part.duty,
    dueOn: part.dueOn,
    body: (await officersAnsweringFor(db, part.unitId, on)).map(({ accountId }) => accountId),
    bodyDesk: await at(part.deskUnitId, 'intake-officer'),
    inCharge: [dossier.assigneeAccountId ?? part.byAccountId],
    leadHeads: (await Promise.all([...new Set([senderId, leadUnitId])].map((id) => at(id, 'head-of-division')))).flat(),
    desk: await at(dossier.receivedByUnitId, 'intake-officer'),
  }
}
