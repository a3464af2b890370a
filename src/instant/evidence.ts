import type { App } from '../platform/app.ts'
import { Refusal } from '../platform/refusal.ts'
import { onlineFees } from '../catalogue/index.ts'
import { componentsOfDossier, procedureOf, type Dossier } from '../dossiers/index.ts'
import { lookUpCitizen } from '../identity/index.ts'
import type { Evidence, RegisterAnswer } from './check.ts'
import type { Definition } from './declaration.ts'
import { LOOKING } from './system.ts'

/** Longer than the register usually takes, short enough that nobody waits for it: then a person does. */
const REGISTER_MS = 800

/** Reads what the checks look at, the register of citizens included. */
export async function gatherEvidence(app: App, dossier: Dossier, definition: Definition): Promise<Evidence> {
  const [components, { fees }, register] = await Promise.all([
    componentsOfDossier(app.db, dossier.id),
    procedureOf(app.db, dossier.procedureVersionId),
    askRegister(app, dossier),
  ])
  return { dossier, components, fees: onlineFees(fees), definition, register }
}

async function askRegister(app: App, { id, applicant, procedureCode }: Dossier): Promise<RegisterAnswer> {
  const { personalId, fullName, bornOn } = applicant
  if (personalId === null) return { found: false, why: 'not-asked' }
  const question = {
    personalId,
    fullName,
    ...(bornOn === null ? {} : { birthYear: Number(bornOn.slice(0, 4)) }),
    purpose: procedureCode,
    dossierId: id,
  }
  try {
    return (await inTime(lookUpCitizen(app, LOOKING, question), REGISTER_MS)) ?? { found: false, why: 'slow' }
  } catch (error) {
    if (!(error instanceof Refusal)) app.log.warn({ err: error }, 'the register of citizens failed')
    return { found: false, why: 'away' }
  }
}

/** The answer if it comes within the time; nothing otherwise. A late one is left to itself. */
async function inTime<T>(work: Promise<T>, ms: number): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<undefined>((resolve) => (timer = setTimeout(resolve, ms, undefined)))
  work.catch(() => undefined)
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}
