import type { Db } from '../../platform/db.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { FilingInput } from '../filing/filing-input.ts'
import { partiesOf } from '../filing/parties.ts'
import { placeOfFiling } from '../filing/filing-place.ts'
import { PLACE_COLUMN } from './columns.ts'
import type { Fault } from './read-row.ts'
import type { SheetForm } from './sheet-form.ts'
import { sheetTexts as words } from './texts.ts'

/** Says of a row whether a body decides on it and a desk receives it; each place is looked up once. */
export function attemptPlace(db: Db, { procedure, today }: Pick<SheetForm, 'procedure' | 'today'>) {
  const known = new Map<string, Fault | undefined>()
  return async ({ competentUnitCode, answers }: FilingInput): Promise<Fault | undefined> => {
    const { applicant, submitter } = partiesOf(answers)
    const communeCode = applicant.communeCode ?? submitter.communeCode
    const key = `${competentUnitCode ?? ''} ${communeCode ?? ''}`
    if (!known.has(key)) known.set(key, await faultOf(db, procedure, { competentUnitCode, communeCode }, today))
    return known.get(key)
  }
}

async function faultOf(...place: Parameters<typeof placeOfFiling>): Promise<Fault | undefined> {
  try {
    await placeOfFiling(...place)
    return undefined
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { key: PLACE_COLUMN, message: words.noPlace }
  }
}
