import { seededRandom } from '../support/seeded-random.ts'

/** Choices that are the same for the same seed. */
export type Chance = {
  /** A whole number from 0 to below. */
  upTo(below: number): number
  pick<T>(from: readonly T[]): T
  /** True with this probability. */
  toss(probability: number): boolean
}

export function chanceOf(seed: number): Chance {
  const random = seededRandom(seed)
  const upTo = (below: number) => Math.floor(random() * below)
  return {
    upTo,
    toss: (probability) => random() < probability,
    pick(from) {
      if (from.length === 0) throw new Error('nothing to choose from')
      return from[upTo(from.length)] as (typeof from)[number]
    },
  }
}
