import type { Citizen as SignedIn } from '../../platform/actor.ts'
import type { LegalDate } from '../../platform/dates.ts'
import type { Db } from '../../platform/db.ts'
import { ownVault, statusOf, vaultEntriesOf, type VaultEntry } from '../../documents/index.ts'
import type { Place } from '../../forms/index.ts'
import { citizenById } from '../../identity/index.ts'
import { placesOn } from '../../organisation/index.ts'
import type { HeldFact } from './prefill.ts'
import { latestAnswers } from './store.ts'
import { paperInWords } from './officers.texts.ts'

/** Somebody who holds data of a person: a register, the person's own documents, their earlier dossiers. */
export type PrefillSource = (db: Db, citizen: SignedIn, on: LegalDate) => Promise<HeldFact[]>

/** In the order of trust: the first that knows a fact is asked. */
const SOURCES: readonly PrefillSource[] = [ofSignIn, ofRegister, ofVault, ofEarlierDossier]

/** Everything held of the person signed in that a form may ask for. */
export async function heldFacts(
  db: Db,
  citizen: SignedIn,
  on: LegalDate,
  {
    alone = false,
  }: { /** Who the person is alone, without their papers and earlier dossiers. */ alone?: boolean } = {},
): Promise<HeldFact[]> {
  const sources = alone ? [ofSignIn, ofRegister] : SOURCES
  return (await Promise.all(sources.map((source) => source(db, citizen, on)))).flat()
}

/** Whoever signs in files under their own number, so no other paper is asked for. */
async function ofSignIn(_db: Db, { personalId }: SignedIn): Promise<HeldFact[]> {
  const origin = { source: 'identity-provider', takenAt: null, reference: null } as const
  return [
    { fact: 'identityPaper', value: 'personal-id', ...origin },
    { fact: 'personalId', value: personalId, ...origin },
  ]
}

async function ofRegister(db: Db, { citizenId, fullName }: SignedIn, on: LegalDate): Promise<HeldFact[]> {
  const known = await citizenById(db, citizenId)
  const origin = {
    source: known?.source ?? 'identity-provider',
    takenAt: known?.toldAt ?? null,
    reference: null,
  } as const
  const facts = {
    bornOn: known?.bornOn ?? (known?.birthYear ? String(known.birthYear) : null),
    sex: known?.sex,
    phone: known?.phone,
    email: known?.email,
    address: known?.address,
    communeCode: known?.communeCode,
    residence: known?.communeCode ? residence((await placesOn(on)).byCode(known.communeCode), known.address) : null,
  }
  const told = Object.entries(facts).flatMap(([fact, value]) => (value ? [{ fact, value, ...origin }] : []))
  // The name is the one they signed in with, whoever wrote the rest.
  return [{ fact: 'fullName', value: fullName, ...origin, source: 'identity-provider' as const }, ...told]
}

/** Where they live, as a question about a place stores it; nothing when the commune of then is none today. */
export function residence(place: Place | undefined, detail: string | null): object | null {
  if (!place) return null
  const { provinceCode, communeCode, name } = place
  return { provinceCode, communeCode, name, ...(detail === null ? {} : { detail }) }
}

/** Number, issuer and day of the person's own papers in force, such as `marriage-certificate.number`; the newest of a type. */
async function ofVault(db: Db, citizen: SignedIn, on: LegalDate): Promise<HeldFact[]> {
  const entries = await vaultEntriesOf(db, [ownVault(citizen)])
  return entries.flatMap((entry) => paperFacts(entry, on))
}

/** What one paper in force says; `inWords`: as one line of a form asks for it. */
export function paperFacts(entry: VaultEntry, on: LegalDate): HeldFact[] {
  const { typeCode, number, issuer, issuedOn, enteredAt: takenAt, sourceCode: reference } = entry
  if (typeCode === null || statusOf(entry, on) !== 'in-force') return []
  const inWords = number && issuer && issuedOn && paperInWords(number, issuedOn, issuer)
  const told = { number, issuer, issuedOn, inWords }
  return Object.entries(told).flatMap(([name, value]) =>
    value === null ? [] : [{ fact: `${typeCode}.${name}`, value, source: 'vault' as const, takenAt, reference }],
  )
}

async function ofEarlierDossier(db: Db, { citizenId }: SignedIn): Promise<HeldFact[]> {
  const latest = await latestAnswers(db, citizenId)
  if (!latest) return []
  const origin = { source: 'earlier-dossier', takenAt: latest.submittedAt, reference: latest.code } as const
  return Object.entries(latest.answers).map(([fact, value]) => ({ fact, value, ...origin }))
}
