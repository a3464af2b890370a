import { channel, type Channel } from 'node:diagnostics_channel'
import { Refusal } from '../refusal.ts'

/** One run of something counted: its name, how it ended, how long it took. Never what it was about. */
export type Measured = { name: string; outcome: 'done' | 'refused' | 'failed'; seconds: number }

export const actionsMeasured = channel('motcua.action')
export const jobsMeasured = channel('motcua.job')

/** Tells listeners of the channel how some work went; without listeners it costs nothing. */
export async function measured<Result>(to: Channel, name: string, work: () => Promise<Result>): Promise<Result> {
  if (!to.hasSubscribers) return work()
  const start = performance.now()
  const tell = (outcome: Measured['outcome']) =>
    to.publish({ name, outcome, seconds: (performance.now() - start) / 1000 } satisfies Measured)
  try {
    const result = await work()
    tell('done')
    return result
  } catch (error) {
    tell(error instanceof Refusal ? 'refused' : 'failed')
    throw error
  }
}

/** How often something came out in some way, where time does not matter. */
export type Tallied = { name: string; outcome: string; count: number }

export const tallied = channel('motcua.tally')

export function tally(name: string, outcome: string, count: number): void {
  if (count > 0 && tallied.hasSubscribers) tallied.publish({ name, outcome, count } satisfies Tallied)
}
