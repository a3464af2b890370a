import { byDoubt, isFor, isSure, type PaperValue } from '../bench/value.ts'
import { confirmable } from '../bench/confirm-values.ts'

/** The values of a paper as one person's work: what they look at one by one, what together, what waits for another, what is done. */
export type Sorted = {
  doubts: PaperValue[]
  sure: PaperValue[]
  absent: PaperValue[]
  waiting: PaperValue[]
  settled: PaperValue[]
}

export function sorted(values: readonly PaperValue[], accountId: string): Sorted {
  const sure = confirmable(values, 'sure')
  const absent = confirmable(values, 'absent')
  const together = new Set([...sure, ...absent])
  const open = values.filter((value) => value.state !== 'settled' && !together.has(value))
  return {
    doubts: byDoubt(open.filter((value) => isFor(value, accountId))),
    sure,
    absent,
    waiting: open.filter((value) => !isFor(value, accountId)),
    settled: values.filter(({ state }) => state === 'settled'),
  }
}

/** What comes after a value in the order of doubt; after the last the first again. */
export function nextDoubt({ doubts }: Pick<Sorted, 'doubts'>, after: PaperValue | undefined): PaperValue | undefined {
  if (!after) return doubts[0]
  const others = doubts.filter(({ id }) => id !== after.id)
  const line = byDoubt([...others, { ...after, state: after.state === 'settled' ? 'read' : after.state }])
  return line[line.findIndex(({ id }) => id === after.id) + 1] ?? others[0]
}

/** One that waits for a sure look. */
export const isDoubtful = (value: PaperValue): boolean => value.state !== 'settled' && !isSure(value)
