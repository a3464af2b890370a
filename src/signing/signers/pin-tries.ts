import { Refusal } from '../../platform/refusal.ts'
import type { KeyRef } from '../signer.ts'

/** After so many wrong PINs in a row a key is locked, as a token would be. */
export const MAX_PIN_TRIES = 5

/** Where the number of wrong PINs in a row is kept, for a key or for the token it lies in. */
export type TriesStore = { read(name: string): Promise<number>; write(name: string, failed: number): Promise<void> }

export type PinGuard = {
  /**
   * One try, counted while it runs; `attempt` gives undefined for a wrong PIN and throws for anything that is not the PIN's
   * fault. `known` answers without a try.
   * @throws Refusal `signing.wrong-pin`, `signing.key-locked`
   */
  attempt<T>(name: string, attempt: () => Promise<T | undefined>, known?: () => T | undefined): Promise<T>
  /** An administrator's act: the count begins anew. */
  unlock(name: string): Promise<void>
}

/** Counts wrong PINs in front of a key or of a device that may not count them itself. */
export function guardPins(store: TriesStore): PinGuard {
  const turns = new Map<KeyRef, Promise<unknown>>()
  /** One try at a time, or guesses in parallel would be counted as one. */
  const inTurn = <T>(name: string, work: () => Promise<T>): Promise<T> => {
    const result = (turns.get(name) ?? Promise.resolve()).then(work, work)
    turns.set(name, result)
    return result
  }
  return {
    attempt: (name, attempt, known) =>
      inTurn(name, async () => {
        const already = known?.()
        if (already !== undefined) return already
        const before = await store.read(name)
        if (before >= MAX_PIN_TRIES) throw new Refusal('signing.key-locked', { keyRef: name })
        // Counted before the try: stopping the program in between gives no free guess.
        await store.write(name, before + 1)
        const result = await attempt().catch(async (error: unknown) => {
          await store.write(name, before)
          throw error
        })
        if (result === undefined) {
          const triesLeft = MAX_PIN_TRIES - before - 1
          throw new Refusal(triesLeft > 0 ? 'signing.wrong-pin' : 'signing.key-locked', { keyRef: name, triesLeft })
        }
        await store.write(name, 0)
        return result
      }),
    unlock: (name) => inTurn(name, () => store.write(name, 0)),
  }
}
