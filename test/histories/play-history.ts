import { FIVE_STEPS } from '../../src/catalogue/index.ts'
import {
  actionsPossible,
  dossierById,
  fileAtCounter,
  processOf,
  submitDossier,
  type Dossier,
  type DossierAction,
} from '../../src/dossiers/index.ts'
import { moveDossierProcess } from '../../src/dossiers/migrate-process/move-dossier-process.ts'
import { rolesOn } from '../../src/dossiers/reach.ts'
import { Refusal } from '../../src/platform/refusal.ts'
import { takePartInConsultation } from './ask-opinions.ts'
import { chanceOf, type Chance } from './chance.ts'
import { FIRST_MORNING, type HistoryWorld } from './history-world.ts'
import { TAKE } from './take-action.ts'
import { happeningsBeside } from './work-beside.ts'

export type History = { seed: number; dossierId: string; taken: string[]; refused: string[] }

/** Drawing, signing and sealing a document takes far longer than all the rest: one history in so many goes that far. */
const ONE_IN_COMES_TO_A_RESULT = 25
const TO_A_RESULT: ReadonlySet<string> = new Set<DossierAction>(['draftResult'])
/** Leads to the result; chosen more often where a history is to come to one. */
const ONWARD: ReadonlySet<string> = new Set<DossierAction>([
  'receiveDossier',
  'takeDossier',
  'recordAppraisal',
  'draftResult',
  'approveResult',
  'signResult',
  'sealResult',
  'deliverResult',
  'refuseDelivery',
  'replaceResult',
])
/** Ends a history; chosen less often, so that there is a history to end. */
const ENDING: ReadonlySet<string> = new Set<DossierAction>(['refuseIntake', 'withdrawDossier', 'stopDossier'])
/** More moments where a process demands more than its main line. */
const FOR_WHAT_RUNS_BESIDE = 6
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** One dossier from its filing on: at every moment one of all the things that somebody may do, chosen by the seed. */
export async function playHistory(world: HistoryWorld, seed: number): Promise<History> {
  const chance = chanceOf(seed)
  world.clock.set(
    new Date(FIRST_MORNING.getTime() + chance.upTo(10) * DAY + chance.upTo(8 * 60) * MINUTE).toISOString(),
  )
  const [taken, refused] = [[] as string[], [] as string[]]
  const { dossierId, action } = await file(world, chance)
  taken.push(action)
  const comesToResult = seed % ONE_IN_COMES_TO_A_RESULT === 0
  const beside = (await isDemanding(world, dossierId)) ? FOR_WHAT_RUNS_BESIDE : 0
  for (let left = beside + (comesToResult ? 10 + chance.upTo(12) : chance.upTo(10)); left > 0; left -= 1) {
    world.clock.advance(Math.round(chance.pick([5, 45, 200, 60 * 24, 3 * 60 * 24])))
    const dossier = await dossierById(world.app.db, dossierId)
    if (!dossier) throw new Error('the dossier is gone')
    let name = ''
    try {
      name = await happen(world, dossier, chance, comesToResult, (next) => (name = next))
      if (name === '') break
      taken.push(name)
    } catch (error) {
      if (!(error instanceof Refusal))
        throw new Error(`seed ${seed}: ${[...taken, name].join(' → ')}`, { cause: error })
      refused.push(`${name}: ${error.code}`)
    }
  }
  return { seed, dossierId, taken, refused }
}

async function file(world: HistoryWorld, { pick, toss }: Chance): Promise<{ dossierId: string; action: string }> {
  const { run, people, filings } = world
  const resultDelivery = pick(['electronic', 'counter'])
  if (toss(0.3)) {
    const filing = pick(filings.counter)
    const input = { ...filing, answers: { ...filing.answers, resultDelivery }, channel: pick(['counter', 'postal']) }
    const { dossierId } = await run(fileAtCounter, people.desk, input)
    return { dossierId, action: 'fileAtCounter' }
  }
  const { owner, filing } = pick(filings.online)
  const { dossierId } = await run(submitDossier, owner, { ...filing, answers: { ...filing.answers, resultDelivery } })
  return { dossierId, action: 'submitDossier' }
}

async function isDemanding({ app }: HistoryWorld, dossierId: string): Promise<boolean> {
  const dossier = await dossierById(app.db, dossierId)
  return dossier !== undefined && (await processOf(app.db, dossier.processId)).steps.some(({ beside }) => beside)
}

/** Does one thing and gives its name; none when nobody may do anything any more. */
async function happen(
  world: HistoryWorld,
  dossier: Dossier,
  chance: Chance,
  comesToResult: boolean,
  begin: (name: string) => void,
): Promise<string> {
  const { run, work, administrator } = world
  if (chance.toss(0.05)) {
    begin('moveProcess')
    await run(moveDossierProcess, administrator, { dossierCode: dossier.code, processCode: FIVE_STEPS })
    return 'moveProcess'
  }
  if (dossier.receivedAt && chance.toss(0.005)) {
    begin('printAppointmentSlip')
    const no = dossier.supplementCount + 1
    await work('dossiers.print-appointment-slip', { dossierId: dossier.id, no })
    return 'printAppointmentSlip'
  }
  if (dossier.handling === 'appraising' && chance.toss(0.7)) {
    const beside = await happeningsBeside(world, dossier, chance)
    if (beside.length > 0) {
      const { name, take } = chance.pick(beside)
      begin(name)
      await take()
      return name
    }
  }
  if (dossier.handling === 'appraising' && chance.toss(dossier.opinionsAwaited > 0 ? 0.6 : 0.2)) {
    begin('consultation')
    return takePartInConsultation(world, dossier, chance)
  }
  const process = await processOf(world.app.db, dossier.processId)
  const possible = world.actors.flatMap(({ actor, posts }) =>
    actionsPossible({ ...dossier, roles: rolesOn(dossier, actor, posts) }, actor, process).map((action) => ({
      actor,
      action,
    })),
  )
  const allowed = possible.filter(({ action }) => comesToResult || !TO_A_RESULT.has(action))
  if (allowed.length === 0) return ''
  const onward = allowed.filter(({ action }) => ONWARD.has(action))
  const goingOn = allowed.filter(({ action }) => !ENDING.has(action))
  const wanted = comesToResult && chance.toss(0.75) ? onward : chance.toss(0.8) ? goingOn : allowed
  const { actor, action } = chance.pick(wanted.length > 0 ? wanted : allowed)
  begin(action)
  await TAKE[action as keyof typeof TAKE](world, actor, dossier, chance)
  return action
}
