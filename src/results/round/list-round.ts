import { Type } from 'typebox'
import type { Officer } from '../../platform/actor.ts'
import type { App } from '../../platform/app.ts'
import { query } from '../../platform/query.ts'
import type { Reason } from '../../platform/refusal.ts'
import { dossiersWithinReach } from '../../dossiers/index.ts'
import { confirmedIn, keyOfAccount, keyOfUnit, whyNotUse } from '../../signing/index.ts'
import { listWaitingResults, type WaitingResult } from '../list-waiting.ts'
import { officerOf } from '../../platform/acting.ts'
import { checkedPaper, type CheckedPaper, type RoundAs } from './checked-paper.ts'
import { groupOf, type RoundGroup } from './checks.ts'

/** `waits`: for a key that may be used, a new certificate above all (chờ chứng thư số mới). */
export type RoundPaper = WaitingResult & CheckedPaper & { group: RoundGroup | 'waits' }

export type RoundKey = {
  whyNot: Reason | undefined
  validTo: Date | null
  /** The application in which its holder confirms; undefined for a PIN. */
  confirmIn: string | undefined
  /** It lies on a USB token, whose program signs one paper after the other. */
  isOnToken: boolean
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
    const key = await keyFor(app, officer, as, waiting[0]?.result.unitId)
    const papers: RoundPaper[] = []
    for (let from = 0; from < waiting.length; from += AT_ONCE) {
      const some = waiting.slice(from, from + AT_ONCE).map(async (one): Promise<RoundPaper[]> => {
        const dossier = dossiers.get(one.item.code)
        if (!dossier) return []
        const checked = await checkedPaper(db, officer, as, { dossier, result: one.result }, clock.now())
        const group = one.raising ? 'blocked' : key.whyNot ? 'waits' : groupOf(checked.checks)
        return [{ ...one, ...checked, group }]
      })
      papers.push(...(await Promise.all(some)).flat())
    }
    return { papers, key }
  },
})

const AT_ONCE = 8

async function keyFor(app: App, officer: Officer, as: RoundAs, unitId: string | undefined): Promise<RoundKey> {
  const { db } = app
  const now = app.clock.now()
  if (as === 'clerk') return keyOf(app, unitId === undefined ? undefined : await keyOfUnit(db, unitId, now))
  return keyOf(app, await keyOfAccount(db, officer.accountId, now))
}

function keyOf(app: App, holder: Awaited<ReturnType<typeof keyOfAccount>>): RoundKey {
  return {
    whyNot: whyNotUse(holder, app.clock.now()),
    validTo: holder?.validTo ?? null,
    confirmIn: confirmedIn(app, holder),
    isOnToken: holder?.signer === 'token',
  }
}
