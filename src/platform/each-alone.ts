import type { App } from './app.ts'
import { Refusal } from './refusal.ts'

/** How one of many went. */
export type AloneOutcome<Item, Result> =
  | { item: Item; ok: true; result: Result }
  | { item: Item; ok: false; code: string; facts: Record<string, unknown> }

/**
 * Does the same to many, one after the other, each in a transaction of its own: whatever happens to one, its neighbours are
 * done. What was refused says why; what broke is logged and told as `platform.internal`.
 */
export async function eachAlone<Item, Result>(
  { log }: Pick<App, 'log'>,
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<AloneOutcome<Item, Result>[]> {
  const outcomes: AloneOutcome<Item, Result>[] = []
  for (const item of items) {
    try {
      outcomes.push({ item, ok: true, result: await work(item) })
    } catch (error) {
      if (!(error instanceof Refusal)) log.error({ err: error }, 'one of many could not be done')
      const { code, facts } = error instanceof Refusal ? error : new Refusal('platform.internal')
      outcomes.push({ item, ok: false, code, facts })
    }
  }
  return outcomes
}
