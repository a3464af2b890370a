import type { Lock, Locker, RequestRelease } from '@tus/server'

type Holder = { giveWay: RequestRelease; isDone: Promise<void>; finish: () => void }

/**
 * One writer an upload. A connection that hangs after its line was cut still holds its upload: who comes to go on asks it to
 * give way and waits for it. The library's own lock spins a core while it waits.
 */
export class UploadLocks implements Locker {
  readonly #held = new Map<string, Holder>()

  newLock(id: string): Lock {
    return {
      lock: (signal, giveWay) => this.#take(id, signal, giveWay),
      unlock: async () => {
        const holder = this.#held.get(id)
        this.#held.delete(id)
        holder?.finish()
      },
    }
  }

  /** Does work on an upload that nobody writes to meanwhile. */
  async alone<T>(id: string, work: () => Promise<T>): Promise<T> {
    const lock = this.newLock(id)
    await lock.lock(new AbortController().signal, () => undefined)
    try {
      return await work()
    } finally {
      await lock.unlock()
    }
  }

  async #take(id: string, signal: AbortSignal, giveWay: RequestRelease): Promise<void> {
    for (let holder = this.#held.get(id); holder && !signal.aborted; holder = this.#held.get(id)) {
      await holder.giveWay()
      await Promise.race([holder.isDone, aborted(signal)])
    }
    signal.throwIfAborted()
    let finish: () => void = () => undefined
    const isDone = new Promise<void>((done) => {
      finish = done
    })
    this.#held.set(id, { giveWay, isDone, finish })
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((done) => {
    signal.addEventListener('abort', () => done(), { once: true })
  })
}

export const uploadLocks = new UploadLocks()
