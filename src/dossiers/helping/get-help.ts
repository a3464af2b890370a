import { Type } from 'typebox'
import { officerOf } from '../../platform/acting.ts'
import type { Db } from '../../platform/db.ts'
import { query } from '../../platform/query.ts'
import { Refusal } from '../../platform/refusal.ts'
import { unitsByIds } from '../../organisation/index.ts'
import { procedureInForce } from '../../catalogue/index.ts'
import { vietnamDate } from '../../platform/dates.ts'
import { dossierById } from '../store.ts'
import { isOpen, type Help, type HelpStep } from './help.ts'
import { HELPERS } from './open-help.ts'
import { helpById, helpsByHelper, helpsOfCitizen, stepsOfHelps } from './store.ts'

export type HelpView = Help & {
  isOpen: boolean
  unitName: string
  procedureName: string
  steps: HelpStep[]
  /** For the helper only as long as it lasts. */
  dossierCode: string | null
}

const LISTED = 30

/** A helper's own helps: what they may see of each ends with it. */
export const listOwnHelps = query({
  name: 'dossiers.list-own-helps',
  roles: [...HELPERS],
  input: Type.Object({}),
  run: async ({ db, clock }, actor): Promise<HelpView[]> =>
    (await viewsOf(db, await helpsByHelper(db, officerOf(actor).accountId, LISTED), clock.now())).map(asSeenByHelper),
})

export const getHelp = query({
  name: 'dossiers.get-help',
  roles: [...HELPERS],
  input: Type.Object({ helpId: Type.String({ format: 'uuid' }) }),
  async run({ db, clock }, actor, { helpId }): Promise<HelpView> {
    const help = await helpById(db, helpId)
    if (help?.helperAccountId !== officerOf(actor).accountId) throw new Refusal('platform.not-found')
    const [view] = await viewsOf(db, [help], clock.now())
    if (!view) throw new Refusal('platform.not-found')
    return asSeenByHelper(view)
  },
})

/** Who helped the reader, where, when, and with which steps. */
export const whoHelpedMe = query({
  name: 'dossiers.who-helped-me',
  roles: ['citizen'],
  input: Type.Object({}),
  async run({ db, clock }, actor): Promise<HelpView[]> {
    if (actor.kind !== 'citizen') throw new Refusal('platform.forbidden')
    return viewsOf(db, await helpsOfCitizen(db, actor.citizenId, LISTED), clock.now())
  },
})

/** The number on record is not the helper's to read: `0912 ••• 340`. */
function asSeenByHelper(view: HelpView): HelpView {
  const phone = view.phone && `${view.phone.slice(0, 4)} ••• ${view.phone.slice(-3)}`
  return view.isOpen ? { ...view, phone } : { ...view, phone, dossierCode: null, resumeCode: null }
}

async function viewsOf(db: Db, helps: readonly Help[], now: Date): Promise<HelpView[]> {
  const units = new Map((await unitsByIds(db, [...new Set(helps.map(({ unitId }) => unitId))])).map((u) => [u.id, u]))
  const steps = Map.groupBy(
    await stepsOfHelps(
      db,
      helps.map(({ id }) => id),
    ),
    ({ helpId }) => helpId,
  )
  return Promise.all(
    helps.map(async (help) => ({
      ...help,
      isOpen: isOpen(help, now),
      unitName: units.get(help.unitId)?.name ?? '',
      procedureName: (await procedureInForce(db, help.procedureCode, vietnamDate(now)))?.name ?? help.procedureCode,
      steps: (steps.get(help.id) ?? []).map(({ what, about, at }) => ({ what, about, at })),
      dossierCode: help.dossierId === null ? null : ((await dossierById(db, help.dossierId))?.code ?? null),
    })),
  )
}
