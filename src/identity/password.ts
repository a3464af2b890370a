import { hash, verify } from '@node-rs/argon2'
import type { Reason } from '../platform/refusal.ts'
import { foldText, nfc } from '../platform/text.ts'
import type { SignInRules } from './sign-in-rules.ts'

const CLASSES = [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{L}\p{Nd}\s]/u]

/** Why a password cannot be taken, its history left aside. */
export function whyNotPassword(password: string, names: string[], rules: SignInRules): Reason | undefined {
  if ([...password].length < rules.passwordLength)
    return { code: 'identity.password-short', facts: { least: rules.passwordLength } }
  if (CLASSES.filter((pattern) => pattern.test(password)).length < rules.passwordClasses)
    return { code: 'identity.password-simple' }
  const folded = foldText(password)
  const parts = names
    .flatMap((name) => [foldText(name), foldText(name).replaceAll(' ', '')])
    .filter((part) => part.length >= 4)
  if (parts.some((part) => folded.includes(part))) return { code: 'identity.password-names-you' }
  return undefined
}

// argon2id with 19 MiB, two passes, one lane: 63 ms and a core; more at once would only stop everything else.
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }
const MOST_AT_ONCE = 2
let running = 0
const waiting: (() => void)[] = []

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= MOST_AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve))
  else running += 1
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }
}

export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(nfc(password), COST))
}

/** Compares in the same time whether there is a password or not, so that names cannot be tried out. */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  const matches = await inTurn(async () => verify(stored ?? (await nobodysHash()), nfc(password)))
  return stored !== null && matches
}

let nobody: Promise<string> | undefined
function nobodysHash(): Promise<string> {
  nobody ??= hash('no account has this password', COST)
  return nobody
}

/** True when one of the remembered hashes is of this password. */
export async function wasUsed(password: string, hashes: string[]): Promise<boolean> {
  for (const stored of hashes) if (await verifyPassword(stored, password)) return true
  return false
}
