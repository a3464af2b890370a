import type { LegalDate } from '../../platform/dates.ts'
import type { Db } from '../../platform/db.ts'
import { procedureInForce } from '../store.ts'
import { USUAL_HOURS_PER_DAY } from './budgets.ts'
import { bodiesOf } from './bodies.ts'
import { faultsOf, type FaultKnowledge, type ProcessFault } from './faults.ts'
import { holdersOf } from './holders.ts'
import { FIVE_STEPS, mainSteps, statesOf, type ProcessDefinition } from './process.ts'
import { processVersions, termsWithoutOwnProcess } from './store.ts'

/** Everything wrong with a definition, with what the province knows on a day: people, terms, what the system can do. */
export async function checkProcess(db: Db, process: ProcessDefinition, on: LegalDate): Promise<ProcessFault[]> {
  const [vocabulary, terms, holders, bodies] = await Promise.all([
    vocabularyOf(db),
    termsFor(db, process, on),
    holdersOf(db, process, on),
    bodiesOf(db, process, on),
  ])
  return faultsOf(process, { vocabulary, terms: { hoursPerDay: USUAL_HOURS_PER_DAY, of: terms }, holders, bodies })
}

/** What the system can do is what the versions of the province's own process use. */
async function vocabularyOf(db: Db): Promise<NonNullable<FaultKnowledge['vocabulary']>> {
  const known = (await processVersions(db, FIVE_STEPS)).map(({ definition }) => definition)
  return {
    states: new Set(known.flatMap(statesOf)),
    actions: new Set(known.flatMap(({ transitions }) => transitions.map(({ action }) => action))),
  }
}

/** Legal terms of the procedures that would follow it; none are read while no step has a budget of its own. */
async function termsFor(
  db: Db,
  process: ProcessDefinition,
  on: LegalDate,
): Promise<NonNullable<FaultKnowledge['terms']>['of']> {
  if (mainSteps(process).every(({ budgetHours }) => budgetHours === null)) return []
  if (process.procedureCode === null) return termsWithoutOwnProcess(db, on)
  const procedure = await procedureInForce(db, process.procedureCode, on)
  return (procedure?.cases ?? []).flatMap(({ code, term }) => (term ? [{ procedureCode: code, term }] : []))
}
