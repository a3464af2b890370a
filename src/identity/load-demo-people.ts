import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Type } from 'typebox'
import { action, runAction } from '../platform/action.ts'
import type { Role, System } from '../platform/actor.ts'
import type { App } from '../platform/app.ts'
import { vietnamDate } from '../platform/dates.ts'
import { newId } from '../platform/id.ts'
import { positions, unitsInForce } from '../organisation/index.ts'
import type { RegistryPerson } from './citizen-registry/port.ts'
import { demoOfficers, readDemoFile, type DemoOfficer, type SignsWith } from './demo-source.ts'
import { hashPassword } from './password.ts'
import { generatePassword } from './set-password.ts'
import {
  demoAccounts,
  demoGrants,
  keepDemoActive,
  saveDemoOfficers,
  saveRegistryPeople,
  setDemoPassword,
  setDemoTotp,
} from './store/demo.ts'
import { sealSecret } from './token.ts'
import { newTotpSecret } from './totp.ts'

const LOADER: System = { kind: 'system', name: 'load' }

type Secrets = {
  officers: Record<string, { password: string; totpSecret: string }>
  citizens: Record<string, { password: string }>
}

/** What the start prints: how to sign in as one of the invented people. */
export type DemoSignIn = {
  signInName: string
  fullName: string
  password: string
  totpSecret: string
  roles: Role[]
  positions: string[]
  unitNames: string[]
  signsWith: SignsWith | null
}
export type DemoCitizen = RegistryPerson & { password: string; signsWith?: SignsWith }
export type DemoPeople = {
  officers: DemoSignIn[]
  citizens: DemoCitizen[]
  /** All officers' accounts, the invented sets too. */ officerAccounts: number
}

const loadAction = action({
  name: 'identity.loadDemoPeople',
  roles: ['system'],
  input: Type.Object({}),
  async run(ctx) {
    const file = await readDemoFile()
    const officers = await officersOf(ctx.db, ctx.now)
    await saveDemoOfficers(ctx.db, officers, newId, ctx.now, vietnamDate(ctx.now))
    await saveRegistryPeople(ctx.db, file.citizens)
    ctx.journal({
      subject: 'identity:accounts',
      what: 'identity.demo-people-loaded',
      facts: { officers: officers.length, citizens: file.citizens.length },
    })
  },
})

const secretAction = action({
  name: 'identity.giveDemoSecrets',
  roles: ['system'],
  input: Type.Object({
    accountId: Type.String(),
    hash: Type.Union([Type.Null(), Type.String()]),
    secretBox: Type.Union([Type.Null(), Type.String()]),
  }),
  async run(ctx, _actor, { accountId, hash, secretBox }) {
    if (hash) await setDemoPassword(ctx.db, accountId, hash, ctx.now)
    if (secretBox) await setDemoTotp(ctx.db, accountId, secretBox, ctx.now)
    ctx.journal({
      subject: `account:${accountId}`,
      what: 'identity.demo-secrets-set',
      facts: { password: hash !== null, totp: secretBox !== null },
    })
  },
})

/**
 * Loads the invented people and gives the named ones passwords and second factors made on this machine, kept in
 * `demo-people.json` (mode 600). Run again it adds what is missing. Never in production.
 */
export async function loadDemoPeople(app: App): Promise<DemoPeople> {
  if (app.settings.mode === 'production') throw new Error('invented people have no place in production')
  const now = app.clock.now()
  const file = await readDemoFile()
  const officers = await officersOf(app.db, now)
  const known = await demoGrants(app.db)
  const isMissing = officers.some(({ signInName, grants }) =>
    grants.some(({ role, unit }) => !known.has(`${signInName}|${role}|${unit.id}`)),
  )
  if (isMissing) await runAction(app, loadAction, LOADER, {})
  await keepDemoActive(app.db, now)
  const named = officers.filter(({ isNamed }) => isNamed)
  const { secrets, made } = await keepSecrets(app.settings.dataFolder, named, file.citizens)
  await giveSecrets(app, secrets, made)
  return {
    officers: named.map(({ signInName, fullName, grants }) => ({
      signInName,
      fullName,
      ...(secrets.officers[signInName] ?? { password: '', totpSecret: '' }),
      roles: grants.map(({ role }) => role),
      positions: grants.map(({ position }) => position),
      unitNames: grants.map(({ unit }) => unit.name),
      signsWith: file.officers.find((one) => one.signInName === signInName)?.signsWith ?? null,
    })),
    citizens: file.citizens.map((citizen) => ({
      ...citizen,
      password: secrets.citizens[citizen.personalId]?.password ?? '',
    })),
    officerAccounts: officers.length,
  }
}

async function officersOf(db: App['db'], now: Date): Promise<DemoOfficer[]> {
  const file = await readDemoFile()
  return demoOfficers(file, await unitsInForce(db, vietnamDate(now)), await positions(db))
}

/** Reads the secrets of this machine, making those that are not there; `made` names the officers with new ones. */
async function keepSecrets(
  folder: string,
  officers: DemoOfficer[],
  citizens: RegistryPerson[],
): Promise<{ secrets: Secrets; made: Set<string> }> {
  const path = join(folder, 'demo-people.json')
  const kept = existsSync(path) ? (JSON.parse(await readFile(path, 'utf8')) as Secrets) : { officers: {}, citizens: {} }
  const made = new Set<string>()
  let isNew = false
  for (const { signInName } of officers) {
    if (kept.officers[signInName]) continue
    kept.officers[signInName] = { password: generatePassword(), totpSecret: newTotpSecret() }
    made.add(signInName)
    isNew = true
  }
  for (const { personalId } of citizens) {
    if (kept.citizens[personalId]) continue
    kept.citizens[personalId] = { password: generatePassword() }
    isNew = true
  }
  if (isNew) {
    await mkdir(folder, { recursive: true })
    await writeFile(path, `${JSON.stringify(kept, null, 2)}\n`, { mode: 0o600 })
  }
  return { secrets: kept, made }
}

async function giveSecrets(app: App, { officers }: Secrets, made: Set<string>): Promise<void> {
  const accounts = await demoAccounts(app.db, Object.keys(officers))
  await Promise.all(
    accounts.map(async ({ id, signInName, hasPassword, hasTotp }) => {
      const own = officers[signInName]
      // A lost file means lost passwords: the accounts get the new ones.
      const isMade = made.has(signInName)
      if (!own || (hasPassword && hasTotp && !isMade)) return
      const hash = hasPassword && !isMade ? null : await hashPassword(own.password)
      const secretBox = hasTotp && !isMade ? null : sealSecret(app.settings.secret, id, own.totpSecret)
      await runAction(app, secretAction, LOADER, { accountId: id, hash, secretBox })
    }),
  )
}
