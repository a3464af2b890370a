import { runAction } from '../platform/action.ts'
import type { App } from '../platform/app.ts'
import type { Officer } from '../platform/actor.ts'
import { vietnamDate } from '../platform/dates.ts'
import type { Work } from '../platform/jobs/queue.ts'
import { papersOf, procedureInForce } from '../catalogue/index.ts'
import { dossiersReactions, submitDossier } from '../dossiers/index.ts'
import type { FilingInput } from '../dossiers/filing/filing-input.ts'
import { aFiling, answersOfPerson } from '../dossiers/testing.ts'
import {
  accountBySignInName,
  citizenRegistryPort,
  createEmbeddedRegistry,
  grantsOf,
  type CitizenRegistry,
} from '../identity/index.ts'
import { automaticKeysPort, keyOfUnit } from '../signing/index.ts'
import { resultsReactions } from '../results/index.ts'
import { openResultsWorld, type ResultsWorld } from '../results/testing.ts'
import { instantJobs, instantReactions, loadInstantDemo } from './index.ts'

/** Decided by machine in the demonstration province. */
export const FROM_THE_BOOK = '2.000908'

/** The province with its results, deciding by machine as the demonstration declares it. */
export type InstantWorld = ResultsWorld & {
  administrator: Officer
  registry: CitizenRegistry
  /** The agency's key, as the register of keys names it. */
  sealKey: string
  /** How the register behaves until told otherwise. */
  register(side: Partial<CitizenRegistry>): void
  /** Whether the keeper let the system use the agency's key. */
  permitKey(allowed: boolean): void
  /** Files for a paper decided by machine; jobs are left to run. */
  file(changes?: { answers?: Record<string, unknown>; procedureCode?: string; withPaper?: boolean }): Promise<string>
}

export async function openInstantWorld(more: Partial<Work> = {}): Promise<InstantWorld> {
  const world = await openResultsWorld({
    jobs: [...instantJobs, ...(more.jobs ?? [])],
    reactions: [...dossiersReactions, ...resultsReactions, ...instantReactions, ...(more.reactions ?? [])],
  })
  const { app, people, pins } = world
  const registry = createEmbeddedRegistry(app.db)
  const register = (side: Partial<CitizenRegistry>) => app.ports.set(citizenRegistryPort, { ...registry, ...side })
  const agency = people.leader.grants[0]?.unitId ?? ''
  const sealKey = (await keyOfUnit(app.db, agency, app.clock.now()))?.keyRef ?? ''
  const permitKey = (allowed: boolean) =>
    app.ports.set(automaticKeysPort, {
      pinOf: async (keyRef) => (allowed && keyRef === sealKey ? pins.seal : undefined),
    })
  register({})
  permitKey(true)
  await loadInstantDemo(app)
  const account = await accountBySignInName(app.db, 'linh.tk')
  if (!account) throw new Error('no administrator')
  const grants = await grantsOf(app.db, account.id, vietnamDate(world.clock.now()))
  return {
    ...world,
    administrator: { kind: 'officer', accountId: account.id, fullName: account.fullName, grants },
    registry,
    sealKey,
    register,
    permitKey,
    async file({ answers = {}, procedureCode = FROM_THE_BOOK, withPaper = false } = {}) {
      const filing = await aFiling(app, people.hanh, procedureCode, {
        answers: { ...answersOfPerson(people.hanh), ...answers },
        ...(withPaper ? {} : await heldByTheState(app, procedureCode)),
      })
      return (await runAction(app, submitDossier, people.hanh, filing)).code
    },
  }
}

/** No paper handed in: the first is what the register knows, the others are of other cases. */
export async function heldByTheState(
  { db, clock }: App,
  procedureCode: string,
): Promise<Pick<FilingInput, 'components' | 'omitted'>> {
  const procedure = await procedureInForce(db, procedureCode, vietnamDate(clock.now()))
  const papers = procedure ? papersOf(procedure).filter(({ conditional, eform }) => !conditional && !eform) : []
  const omitted = papers.map(({ code }, nth) => ({
    componentCode: code,
    reason: nth === 0 ? ('held-by-the-state' as const) : ('not-my-case' as const),
  }))
  return { components: [], omitted }
}
