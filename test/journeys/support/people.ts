import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { inject } from 'vitest'
import { setTimeout as pause } from 'node:timers/promises'
import { totpCode } from '../../../src/identity/totp.ts'
import { openVisitor, type Visitor } from './visitor.ts'

const { folder, address } = inject('system')

type Secrets = {
  officers: Record<string, { password: string; totpSecret: string }>
  citizens: Record<string, { password: string }>
}
type Pins = { people: Record<string, string>; agencies: Record<string, string> }

const signedIn = new Map<string, Promise<Visitor>>()
const usedCodes = new Map<string, string>()

async function read<T>(name: string): Promise<T> {
  return JSON.parse(await readFile(join(folder, name), 'utf8')) as T
}

export async function passwordOf(name: string): Promise<string> {
  const { officers, citizens } = await read<Secrets>('demo-people.json')
  const password = officers[name]?.password ?? citizens[name]?.password
  if (password === undefined) throw new Error(`nobody named ${name}`)
  return password
}

/** The PIN of an officer's own signature key. */
export async function pinOf(signInName: string): Promise<string> {
  const pin = (await read<Pins>('demo-pins.json')).people[signInName]
  if (pin === undefined) throw new Error(`${signInName} has no key`)
  return pin
}

/** The PIN of the seal of an agency. */
export async function sealPinOf(unitCode: string): Promise<string> {
  const pin = (await read<Pins>('demo-pins.json')).agencies[unitCode]
  if (pin === undefined) throw new Error(`${unitCode} has no seal`)
  return pin
}

/** A code that was not used yet: each is good once, so a second sign-in waits for the next. */
async function freshCode(signInName: string): Promise<string> {
  const secret = (await read<Secrets>('demo-people.json')).officers[signInName]?.totpSecret ?? ''
  for (;;) {
    const code = totpCode(secret, new Date())
    if (usedCodes.get(signInName) !== code) {
      usedCodes.set(signInName, code)
      return code
    }
    await pause(1_000)
  }
}

/** Signs in through the pages: name and password, then the code of the telephone. */
async function signInOfficer(visitor: Visitor, signInName: string): Promise<void> {
  await visitor.open('/can-bo/dang-nhap')
  await visitor.fill('Tên đăng nhập', signInName)
  await visitor.fill('Mật khẩu', await passwordOf(signInName))
  await visitor.press('Tiếp tục')
  await visitor.fill('Mã xác thực', await freshCode(signInName))
  await visitor.press('Đăng nhập')
}

/** Signs in at the identity provider, and comes back to where one was. */
export async function signInCitizen(visitor: Visitor, personalId: string, from = '/dang-nhap'): Promise<void> {
  if (from === '/dang-nhap') await visitor.open(from)
  await visitor.press('Đăng nhập bằng định danh điện tử')
  await visitor.fill('Số định danh cá nhân', personalId)
  await visitor.fill('Mật khẩu', await passwordOf(personalId))
  await visitor.press('Đăng nhập')
  await visitor.page.waitForURL(`${address}/**`)
}

/** The window of an officer who is signed in; one window per person for all journeys. */
export function officer(signInName: string): Promise<Visitor> {
  return once(signInName, (visitor) => signInOfficer(visitor, signInName))
}

/** The window of a citizen who is signed in. */
export function citizen(personalId: string): Promise<Visitor> {
  return once(personalId, (visitor) => signInCitizen(visitor, personalId))
}

function once(name: string, signIn: (visitor: Visitor) => Promise<void>): Promise<Visitor> {
  const known = signedIn.get(name)
  if (known) return known
  const opened = openVisitor().then(async (visitor) => {
    await signIn(visitor)
    return visitor
  })
  signedIn.set(name, opened)
  return opened
}

/** What went wrong on any page of anybody so far, told once. */
export async function takeProblems(): Promise<string[]> {
  const visitors = await Promise.all(signedIn.values())
  return visitors.flatMap(({ problems }) => problems.splice(0))
}
