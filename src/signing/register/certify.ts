import { createHash, randomInt } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Role, System } from '../../platform/actor.ts'
import type { App } from '../../platform/app.ts'
import { vietnamDate } from '../../platform/dates.ts'
import { runErrand } from '../../platform/errand.ts'
import { accountById, accountBySignInName, grantsOf } from '../../identity/index.ts'
import { unitById, unitByCode, type Unit } from '../../organisation/index.ts'
import { fingerprint } from '../crypto/certificate.ts'
import type { DemoPki } from '../demo-pki.ts'
import type { KeyRef } from '../signer.ts'
import { remoteKeyRef } from '../signers/remote/holder.ts'
import type { PhoneOwner, PhoneService } from '../simulators/phones.ts'
import { keyOfAccount, keyOfUnit } from './find-key.ts'
import { registerCertificate } from './register-certificate.ts'

const REGISTRAR: System = { kind: 'system', name: 'signing.registrar' }

export type DemoPins = {
  people: { signInName: string; fullName: string; unitName: string; pin: string; service: PhoneService | null }[]
  agencies: { unitCode: string; unitName: string; pin: string }[]
  citizens: (DemoCitizen & { pin: string })[]
}

/** A citizen of the demonstration with a key at a trust service. */
export type DemoCitizen = { personalId: string; fullName: string; service: PhoneService }

/** The key is used after a confirmation on the simulated telephone, not by typing its PIN here. */
type Telephone = { service: PhoneService; enrol(owner: PhoneOwner): void }

/** A certificate and key of the demonstration for one officer, entered in the register. Again it changes nothing. */
export async function certifyPerson(
  app: App,
  pki: DemoPki,
  { accountId, agency, pin, telephone }: { accountId: string; agency: string; pin: string; telephone?: Telephone },
): Promise<KeyRef> {
  const account = await accountById(app.db, accountId)
  if (!account) throw new Error(`no account ${accountId}`)
  const sealed = `person-${account.signInName ?? account.id}`
  const { fullName } = account
  const personalId = inventedPersonalId(sealed)
  const certificate = await pki.person({ keyRef: sealed, fullName, agency, personalId, pin }, app.clock.now())
  telephone?.enrol({ service: telephone.service, personalId, fullName, keyRef: sealed })
  const signer = telephone?.service ?? 'embedded'
  const keyRef = telephone ? remoteKeyRef(telephone.service, personalId) : sealed
  const known = await keyOfAccount(app.db, accountId, app.clock.now())
  if (known?.fingerprint !== fingerprint(certificate) || known.signer !== signer) {
    await runErrand(app, registerCertificate, REGISTRAR, { signer, keyRef, holder: { accountId } })
  }
  return keyRef
}

/** The same for an agency's seal. */
export async function certifyAgency(
  app: App,
  pki: DemoPki,
  { unitId, pin }: { unitId: string; pin: string },
): Promise<KeyRef> {
  const unit = await unitById(app.db, unitId)
  if (!unit) throw new Error(`no unit ${unitId}`)
  const keyRef = `agency-${unit.code.toLowerCase()}`
  const agency = { keyRef, agencyName: unit.name, identifier: `MDD:${unit.code}`, pin }
  const certificate = await pki.agency(agency, app.clock.now())
  const known = await keyOfUnit(app.db, unitId, app.clock.now())
  if (known?.fingerprint !== fingerprint(certificate)) {
    await runErrand(app, registerCertificate, REGISTRAR, {
      signer: 'embedded',
      keyRef,
      holder: { unitId },
    })
  }
  return keyRef
}

const SIGNING_ROLES = { people: ['signatory'], seals: ['signatory', 'clerk'] } as const

type Wanted = {
  /** Sign-in names. */
  officers: readonly string[]
  /** Who gets a certificate of their own, and whose units a seal; signatories, and their agencies, when left out. */
  roles?: { people: readonly Role[]; seals: readonly Role[] }
  /** Codes of more agencies that get a seal. */
  agencies?: readonly string[]
  /** Whose key is confirmed on a telephone, by sign-in name. */
  telephones?: {
    services: Readonly<Record<string, PhoneService>>
    citizens: readonly DemoCitizen[]
    enrol(owner: PhoneOwner): void
  }
}

/**
 * Keys and certificates for the people and agencies of a demonstration. PINs are made on this machine and stand in
 * `demo-pins.json` (mode 600) of the data folder alone. Never in production.
 */
export async function ensureDemoCertificates(
  app: App,
  pki: DemoPki,
  { officers, roles = SIGNING_ROLES, agencies = [], telephones }: Wanted,
): Promise<DemoPins> {
  if (app.settings.mode === 'production') throw new Error('certificates of a demonstration have no place in production')
  const on = vietnamDate(app.clock.now())
  const pins = await openPins(app.settings.dataFolder)
  const people: DemoPins['people'] = []
  const seals = new Map<string, Unit>()
  for (const code of agencies) {
    const unit = await unitByCode(app.db, code, on)
    if (unit) seals.set(unit.id, unit)
  }
  for (const signInName of officers) {
    const account = await accountBySignInName(app.db, signInName)
    const grants = account ? await grantsOf(app.db, account.id, on) : []
    const signs = grants.find(({ role }) => roles.people.includes(role))
    for (const { role, unitId } of grants) {
      const unit = roles.seals.includes(role) ? await unitById(app.db, unitId) : undefined
      if (unit) seals.set(unit.id, unit)
    }
    const agency = signs && (seals.get(signs.unitId) ?? (await unitById(app.db, signs.unitId)))
    if (!account || !agency) continue
    const pin = pins.of('people', signInName)
    const service = telephones?.services[signInName] ?? null
    people.push({ signInName, fullName: account.fullName, unitName: agency.name, pin, service })
  }
  const units = [...seals.values()].map((unit) => ({ unit, pin: pins.of('agencies', unit.code) }))
  const citizens = (telephones?.citizens ?? []).map((one) => ({ ...one, pin: pins.of('people', one.personalId) }))
  // A PIN must be on disk before a key is sealed under it.
  await pins.keep()
  for (const { signInName, unitName, pin, service } of people) {
    const account = await accountBySignInName(app.db, signInName)
    const telephone = service && telephones ? { telephone: { service, enrol: telephones.enrol } } : {}
    if (account) await certifyPerson(app, pki, { accountId: account.id, agency: unitName, pin, ...telephone })
  }
  for (const { unit, pin } of units) await certifyAgency(app, pki, { unitId: unit.id, pin })
  for (const { pin, personalId, fullName, service } of citizens) {
    const keyRef = `citizen-${personalId}`
    // Most demonstrations end before anybody signs an application: the key is made for the first who does.
    const prepare = () => pki.person({ keyRef, fullName, agency: '', personalId, pin }, app.clock.now())
    telephones?.enrol({ service, personalId, fullName, keyRef, prepare })
  }
  return {
    people,
    citizens,
    agencies: units.map(({ unit, pin }) => ({ unitCode: unit.code, unitName: unit.name, pin })),
  }
}

type PinFile = Record<'people' | 'agencies', Record<string, string>>

async function openPins(folder: string) {
  const path = join(folder, 'demo-pins.json')
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  const kept: PinFile = text === undefined ? { people: {}, agencies: {} } : (JSON.parse(text) as PinFile)
  return {
    of: (kind: keyof PinFile, name: string): string => (kept[kind][name] ??= String(randomInt(100_000, 1_000_000))),
    async keep(): Promise<void> {
      const wanted = `${JSON.stringify(kept, null, 2)}\n`
      if (wanted === text) return
      await mkdir(folder, { recursive: true })
      await writeFile(`${path}.draft`, wanted, { mode: 0o600 })
      await rename(`${path}.draft`, path)
    },
  }
}

/** No identity card begins with 000: such a number belongs to nobody. */
function inventedPersonalId(keyRef: string): string {
  const number = createHash('sha256').update(keyRef).digest().readUInt32BE() % 1_000_000_000
  return `000${String(number).padStart(9, '0')}`
}
