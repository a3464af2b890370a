import { Type } from 'typebox'
import { query } from '../../platform/query.ts'
import { Refusal } from '../../platform/refusal.ts'
import { dossierWithinReach } from '../../dossiers/index.ts'
import { DossierCode } from '../result-input.ts'
import { resultOf } from '../store.ts'
import type { Blank } from './blank.ts'
import { blankKind, type BlankKind } from './blank-kind.ts'
import { BLANK_READERS } from './keeper.ts'
import type { Original } from './original.ts'
import { originalOf } from './original-store.ts'
import { blankOfResult, stockOf } from './store.ts'

export type OriginalView = {
  kind: BlankKind
  blank: Blank | undefined
  original: Original | undefined
  /** The first in stock at the agency. */
  next: string | null
}

/** What stands on which blank, signed and scanned, for officers within reach of the dossier. */
export const getOriginal = query({
  name: 'results.get-original',
  roles: [...BLANK_READERS, 'intake-officer'],
  input: Type.Object({ dossierCode: DossierCode }),
  async run({ db }, officer, { dossierCode }): Promise<OriginalView> {
    const dossier = await dossierWithinReach(db, officer, dossierCode)
    const result = await resultOf(db, dossier.id)
    const kind = blankKind(result?.blankKind ?? '')
    if (!result || !kind) throw new Refusal('platform.not-found')
    const [blank, original, stock] = await Promise.all([
      blankOfResult(db, dossier.id, result.no),
      originalOf(db, result),
      stockOf(db, [result.unitId]),
    ])
    return { kind, blank, original, next: stock.find((one) => one.kind === kind.code)?.next ?? null }
  },
})
