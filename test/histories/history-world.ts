import { closeDay } from '../../src/deadlines/index.ts'
import {
  draftProcess,
  FIVE_STEPS,
  processInForce,
  publishProcess,
  type ProcessDefinition,
} from '../../src/catalogue/index.ts'
import { dossiersJobs, dossiersReactions, type FilingInput } from '../../src/dossiers/index.ts'
import { postsOf, type Post } from '../../src/dossiers/reach.ts'
import { aFiling, answersOfPerson, besideAppraisal, publishOwnProcess, uploadPdf } from '../../src/dossiers/testing.ts'
import { accountBySignInName, grantsOf } from '../../src/identity/index.ts'
import type { Citizen, Officer } from '../../src/platform/actor.ts'
import { vietnamDate } from '../../src/platform/dates.ts'
import { CERTIFIED_COPY, openResultsWorld, type ResultsWorld } from '../../src/results/testing.ts'

/** A term of fifteen working days, so that there is time to extend it. */
const LONG_TERM = '1.003440'
/** Histories begin in the two weeks from here on; a new version of the process comes in between. */
export const FIRST_MORNING = new Date('2026-11-20T08:00:00+07:00')
const NEW_PROCESS_FROM = '2026-11-27'
/** From here on the long procedure follows a process of its own, which demands an opinion and parts beside the appraisal. */
const DEMANDS_FROM = '2026-11-22'

export type HistoryWorld = ResultsWorld & {
  administrator: Officer
  /** Officers of bodies that can be asked for an opinion, and the codes of those bodies. */
  consulted: Officer[]
  /** Who works on dossiers or owns them, with where they hold which office. */
  actors: { actor: Officer | Citizen; posts: Post[] }[]
  filings: { online: { owner: Citizen; filing: FilingInput }[]; counter: FilingInput[] }
  /** Files uploaded before, to be handed in later. */
  files: Map<Citizen, string[]>
  /** A file of each of those officers, to come with what their body made. */
  bodyFiles: Map<Officer, string>
  /** Runs a job or reaction of the dossiers at once, as its worker would. */
  work(name: string, data: object): Promise<void>
  /** Closes the ward's office for a day by order, and lets every promised date follow. */
  closeOffice(day: string, order: string): Promise<void>
}

export async function openHistoryWorld(): Promise<HistoryWorld> {
  const world = await openResultsWorld({ reactions: [] })
  const { app, clock, people } = world
  const officer = async (signInName: string): Promise<Officer> => {
    const account = await accountBySignInName(app.db, signInName)
    if (!account) throw new Error(`nobody named ${signInName}`)
    const grants = await grantsOf(app.db, account.id, vietnamDate(clock.now()))
    return { kind: 'officer', accountId: account.id, fullName: account.fullName, grants }
  }
  const administrator = await officer('linh.tk')
  const consulted = [await officer('thao.ltp'), await officer('nhung.nth')]
  const { desk, head, specialist, leader, clerk, hanh, dong } = people
  const working = [desk, head, specialist, leader, clerk, hanh, dong]
  const actors = await Promise.all(working.map(async (actor) => ({ actor, posts: await postsOf(app.db, actor) })))
  const online: HistoryWorld['filings']['online'] = []
  const counter: FilingInput[] = []
  const files = new Map<Citizen, string[]>()
  for (const procedureCode of [CERTIFIED_COPY, LONG_TERM]) {
    for (const owner of [hanh, dong]) online.push({ owner, filing: await aFiling(app, owner, procedureCode) })
    counter.push(await aFiling(app, desk, procedureCode, { answers: answersOfPerson(hanh) }))
  }
  for (const owner of [hanh, dong]) {
    files.set(owner, [await uploadPdf(app, owner, 'Ban bo sung'), await uploadPdf(app, owner, 'Ban chup lai')])
  }
  const bodyFiles = new Map<Officer, string>()
  for (const body of consulted) bodyFiles.set(body, await uploadPdf(app, body, 'Van ban'))
  await renewProcess(world, administrator)
  await demandBeside(
    world,
    administrator,
    consulted.map(({ grants }) => grants[0]?.unitCode ?? ''),
  )
  const works = [...dossiersJobs, ...dossiersReactions]
  const work: HistoryWorld['work'] = async (name, data) => {
    const found = works.find((one) => one.name === name)
    if (!found) throw new Error(`no work named ${name}`)
    await found.run(app, data as never)
  }
  return {
    ...world,
    administrator,
    consulted,
    actors,
    filings: { online, counter },
    files,
    bodyFiles,
    work,
    async closeOffice(day, order) {
      const closed = { from: day, to: day, part: 'day', order, reason: 'Bão' }
      await world.run(closeDay, administrator, closed)
      await work('dossiers.recompute-dates', { unitId: null, from: day, to: day })
    },
  }
}

/** Publishes a next version of the process everybody follows, for running dossiers to be moved onto. */
async function renewProcess({ app, run }: ResultsWorld, administrator: Officer): Promise<void> {
  const inForce = await processInForce(app.db, CERTIFIED_COPY, vietnamDate(app.clock.now()))
  if (!inForce) throw new Error('no process in force')
  const steps = inForce.definition.steps.map((step) => ({ ...step, name: `${step.name} (mới)` }))
  const { revision } = await run(draftProcess, administrator, { definition: { ...inForce.definition, steps }, over: 0 })
  await run(publishProcess, administrator, { code: FIVE_STEPS, revision, validFrom: NEW_PROCESS_FROM })
}

/** Publishes a process that demands an opinion, led by the office, and linked parts, led by the one-stop desk. */
async function demandBeside({ app }: ResultsWorld, administrator: Officer, bodies: readonly string[]): Promise<void> {
  const consultation = { bodies: [...bodies], termHours: 16, completeness: 'all' as const, lead: 'handling' as const }
  const linked = {
    direction: 'same-level' as const,
    bodies: bodies.map((unitCode, index) => ({ unitCode, duty: 'Kiểm tra thực địa', termHours: 8 * (index + 1) })),
    lead: 'received-by' as const,
  }
  const change = (process: ProcessDefinition): ProcessDefinition => ({
    ...process,
    steps: [
      ...process.steps,
      besideAppraisal({ code: 'hoi-so', name: 'Hỏi các sở', kind: 'consultation', consultation }),
      besideAppraisal({ code: 'lien-thong', name: 'Kiểm tra thực địa', kind: 'linked', linked }),
    ],
  })
  await publishOwnProcess(app, administrator, LONG_TERM, change, DEMANDS_FROM)
}
