import { Type } from 'typebox'
import { query } from '../../platform/query.ts'
import type { Reason } from '../../platform/refusal.ts'
import { dossiersWithinReach } from '../../dossiers/index.ts'
import { confirmedIn, keyOfAccount, keyOfUnit, whyNotUse } from '../../signing/index.ts'
import { listWaitingResults, type WaitingResult } from '../list-waiting.ts'
import { officerOf } from '../sign-result.ts'
import { checkedPaper, type CheckedPaper } from './checked-paper.ts'
import { groupOf, type RoundGroup } from './checks.ts'

export type RoundPaper = WaitingResult & CheckedPaper & { group: RoundGroup }

export type RoundKey = {
  whyNot: Reason | undefined
  validTo: Date | null
  /** The application in which its holder confirms; undefined for a PIN. */
  confirmIn: string | undefined
}

/** Everything that waits for this officer's key, each paper with what the machine finds. */
export const listRound = query({
  name: 'results.list-round',
  roles: ['signatory', 'clerk'],
  input: Type.Object({ as: Type.Enum(['signatory', 'clerk']) }),
  async run(app, actor, { as }): Promise<{ papers: RoundPaper[]; key: RoundKey }> {
    const { db, clock } = app
    const officer = officerOf(actor)
    const waiting = await listWaitingResults.run(app, actor, { as })
    const codes = waiting.map(({ item }) => item.code)
    const dossiers = new Map((await dossiersWithinReach(db, actor, codes)).map((one) => [one.code, one]))
    const papers: RoundPaper[] = []
    for (let from = 0; from < waiting.length; from += AT_ONCE) {
      const some = waiting.slice(from, from + AT_ONCE).map(async (one): Promise<RoundPaper[]> => {
        const dossier = dossiers.get(one.item.code)
        if (!dossier) return []
        const checked = await checkedPaper(db, officer, as, { dossier, result: one.result }, clock.now())
        return [{ ...one, ...checked, group: one.raising ? 'blocked' : groupOf(checked.checks) }]
      })
      papers.push(...(await Promise.all(some)).flat())
    }
    const unitId = waiting[0]?.result.unitId
    const now = clock.now()
    const holder =
      as === 'signatory'
        ? await keyOfAccount(db, officer.accountId, now)
        : unitId === undefined
          ? undefined
          : await keyOfUnit(db, unitId, now)
    const key: RoundKey = {
      whyNot: whyNotUse(holder, now),
      validTo: holder?.validTo ?? null,
      confirmIn: confirmedIn(app, holder),
    }
    return { papers, key }
  },
})

const AT_ONCE = 8
