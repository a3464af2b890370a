import type { Clock } from '../clock.ts'
import { definePort } from '../ports.ts'
import { Refusal, type Reason } from '../refusal.ts'

/** Whether something the system leans on is well; found by using it, not by asking whether it is configured. */
export type PortCheck = {
  name: string
  /** Served by this machine, or by a system outside. */
  side: 'embedded' | 'real'
  /** Address or product, without secrets. */
  servedBy: string
  /** Without it the system cannot take dossiers. */
  isNeeded: boolean
  /** A result this young is given again. */
  freshSeconds: number
  /** Throws when unwell. */
  check(): Promise<void>
}

export type CheckResult = Omit<PortCheck, 'check' | 'freshSeconds'> & {
  isWell: boolean
  checkedAt: Date
  milliseconds: number
  /** `refusal` where there are words for people. */
  lastFailure: { at: Date; reason: string; refusal?: Reason } | null
}

type CheckOptions = { servedBy: string; isNeeded?: boolean; freshSeconds?: number }

export function definePortCheck(
  name: string,
  side: PortCheck['side'],
  check: () => Promise<void>,
  { servedBy, isNeeded = false, freshSeconds = 10 }: CheckOptions,
): PortCheck {
  return { name, side, servedBy, isNeeded, freshSeconds, check }
}

export type Checks = {
  add(check: PortCheck): void
  /** All results, run again where older than the check allows; `now` runs every check. */
  results(options?: { now?: boolean }): Promise<CheckResult[]>
}

export const checksPort = definePort<Checks>('checks')

const TIME_LIMIT_MS = 5_000

export function createChecks(clock: Clock): Checks {
  const checks = new Map<string, PortCheck>()
  const latest = new Map<string, CheckResult>()
  const running = new Map<string, Promise<CheckResult>>()

  async function run({ check, name, side, servedBy, isNeeded }: PortCheck): Promise<CheckResult> {
    const about = { name, side, servedBy, isNeeded }
    const start = performance.now()
    const failure = await withinTime(check).then(() => undefined, failureOf)
    const checkedAt = clock.now()
    const before = latest.get(about.name)?.lastFailure ?? null
    const lastFailure = failure === undefined ? before : { at: checkedAt, ...failure }
    const result = {
      ...about,
      isWell: failure === undefined,
      checkedAt,
      milliseconds: Math.round(performance.now() - start),
      lastFailure,
    }
    latest.set(about.name, result)
    return result
  }

  function resultOf(check: PortCheck, now: boolean): Promise<CheckResult> {
    const known = latest.get(check.name)
    if (!now && known && clock.now().getTime() - known.checkedAt.getTime() < check.freshSeconds * 1000)
      return Promise.resolve(known)
    const already = running.get(check.name)
    if (already) return already
    const run_ = run(check).finally(() => running.delete(check.name))
    running.set(check.name, run_)
    return run_
  }

  return {
    add: (check) => void checks.set(check.name, check),
    results: ({ now = false } = {}) => Promise.all([...checks.values()].map((check) => resultOf(check, now))),
  }
}

async function withinTime(check: () => Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${TIME_LIMIT_MS / 1000} s`)), TIME_LIMIT_MS)
  })
  try {
    await Promise.race([check(), late])
  } finally {
    clearTimeout(timer)
  }
}

function failureOf(error: unknown) {
  const refusal = error instanceof Refusal ? { refusal: { code: error.code, facts: error.facts } } : {}
  return { reason: reasonOf(error), ...refusal }
}

/** The innermost cause says most; several tries in parallel give several. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return reasonOf(error.errors[0])
  if (!(error instanceof Error)) return String(error)
  if (error.cause !== undefined) return reasonOf(error.cause)
  const facts = (error as { facts?: { cause?: unknown } }).facts
  return typeof facts?.cause === 'string' ? facts.cause : error.message || error.name
}
