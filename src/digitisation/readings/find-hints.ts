import type { App } from '../../platform/app.ts'
import { Refusal, refusalSentence } from '../../platform/refusal.ts'
import { dossierById, type Dossier, type Party } from '../../dossiers/index.ts'
import { lookUpCitizen } from '../../identity/index.ts'
import type { Hint } from '../bench/hint.ts'
import type { Paper } from '../intake/scan.ts'
import { hintsOf, isPerson, numberOf, peopleOn, type KnownPerson, type PersonOnPaper } from './people-on-paper.ts'
import type { SaidField } from './paper-says.ts'
import { hintTexts } from './texts.ts'

export const READER = { kind: 'system', name: 'digitisation.reader' } as const

/**
 * What register and declaration say beside the values of a paper. The register is asked for papers of a dossier alone, for that
 * dossier: without a purpose nobody is looked up (Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15).
 */
export async function findHints(
  app: App,
  { dossierId }: Pick<Paper, 'dossierId'>,
  fields: readonly SaidField[],
): Promise<Map<string, Hint[]>> {
  const dossier = dossierId === null ? undefined : await dossierById(app.db, dossierId)
  if (!dossier) return new Map()
  const people = peopleOn(fields)
  const now = app.clock.now()
  const declared = [dossier.applicant, dossier.submitter].map(knownParty)
  const told = people.flatMap((person) => {
    const party = declared.find((known) => isPerson(person, known))
    return party ? hintsOf(person, party, 'declared', now) : []
  })
  for (const person of people) told.push(...(await registered(app, dossier, person, now)))
  const hints = new Map<string, Hint[]>()
  for (const [name, hint] of told) hints.set(name, [...(hints.get(name) ?? []), hint])
  return hints
}

const knownParty = ({ fullName, personalId, bornOn }: Party): KnownPerson => ({ fullName, personalId, bornOn })

async function registered(app: App, dossier: Dossier, person: PersonOnPaper, now: Date): Promise<[string, Hint][]> {
  const personalId = numberOf(person)
  if (personalId === undefined) return []
  const purpose = refusalSentence(hintTexts.purpose, { code: dossier.code })
  try {
    const answer = await lookUpCitizen(app, READER, { personalId, purpose, dossierId: dossier.id })
    if (answer.found) return hintsOf(person, answer.person, 'citizen-registry', now)
    const { name = '' } = person.fields.personalId ?? {}
    return [[name, { source: 'citizen-registry', about: '', text: '', agrees: false, at: now.toISOString() }]]
  } catch (error) {
    // A register that does not answer, or a number nobody can have: there is no hint then.
    if (error instanceof Refusal) return []
    throw error
  }
}
