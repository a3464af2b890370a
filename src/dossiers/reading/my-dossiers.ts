import { Type } from 'typebox'
import type { Actor } from '../../platform/actor.ts'
import { vietnamDate } from '../../platform/dates.ts'
import { query } from '../../platform/query.ts'
import { Refusal } from '../../platform/refusal.ts'
import { organisationsOf } from '../../identity/index.ts'
import { nationalStatusOf, type NationalStatus } from '../dossier.ts'
import { proceduresOf } from '../known.ts'
import { dossierIdsOfCitizen, dossierRows, type DossierRow } from '../queue/store.ts'

export type OwnDossier = DossierRow & { procedureCode: string; procedureName: string; status: NationalStatus }
export type OwnDossiers = { items: OwnDossier[]; /** Pass as `after` for older ones. */ next: string | null }

/**
 * A citizen's dossiers, newest first, at the desk as well as online: those they ask for, those they handed in for others while the
 * right to do so holds, and those of organisations they file for.
 */
export const myDossiers = query({
  name: 'dossiers.mine',
  roles: ['citizen'],
  input: Type.Object({
    after: Type.Optional(Type.String({ pattern: '^[0-9a-f-]{36}$' })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
  }),
  async run({ db, clock }, actor, { after, limit = 20 }): Promise<OwnDossiers> {
    const [citizenId, on] = [citizenIdOf(actor), vietnamDate(clock.now())]
    const businessCodes = (await organisationsOf(db, citizenId, on)).map(({ businessCode }) => businessCode)
    const ids = await dossierIdsOfCitizen(db, { citizenId, businessCodes, on }, after ?? null, limit + 1)
    const found = await dossierRows(db, ids.slice(0, limit))
    const procedures = await proceduresOf(
      db,
      found.map(({ procedureVersionId }) => procedureVersionId),
    )
    const items = found.map((row) => {
      const procedure = procedures.get(row.procedureVersionId)
      const status = nationalStatusOf({ handling: row.handling, money: row.money })
      return { ...row, status, procedureCode: procedure?.code ?? '', procedureName: procedure?.name ?? '' }
    })
    return { items, next: ids.length > limit ? (ids[limit - 1] ?? null) : null }
  },
})

function citizenIdOf(actor: Actor): string {
  if (actor.kind !== 'citizen') throw new Refusal('platform.forbidden')
  return actor.citizenId
}
