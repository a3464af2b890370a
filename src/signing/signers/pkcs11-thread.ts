import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { PROJECT_ROOT } from '../../platform/root.ts'
import type { TokenAnswer, TokenTask } from './pkcs11-token.ts'

/** The module of the token's maker on a thread of its own, started when first asked. */
export type Pkcs11Thread = { ask(task: TokenTask, limitMs: number): Promise<TokenAnswer>; close(): Promise<void> }

type Waiting = { resolve(answer: TokenAnswer): void; timer: NodeJS.Timeout }

export function pkcs11Thread(module: string): Pkcs11Thread {
  let worker: Worker | undefined
  let last = 0
  const waiting = new Map<number, Waiting>()

  const fail = (detail: string) => {
    for (const { resolve, timer } of waiting.values()) {
      clearTimeout(timer)
      resolve({ kind: 'refused', why: 'unavailable', detail })
    }
    waiting.clear()
    const gone = worker
    worker = undefined
    void gone?.terminate()
  }
  const start = (): Worker => {
    const started = new Worker(join(PROJECT_ROOT, 'src/signing/signers/pkcs11-worker.ts'), { workerData: { module } })
    started.unref()
    started.on('message', ({ number, answer }: { number: number; answer: TokenAnswer }) => {
      const asked = waiting.get(number)
      if (!asked) return
      clearTimeout(asked.timer)
      waiting.delete(number)
      asked.resolve(answer)
    })
    started.on('error', (error) => fail(error.message))
    started.on('exit', () => {
      if (worker === started) fail('the thread of the token ended')
    })
    return started
  }
  return {
    ask: (task, limitMs) =>
      new Promise((resolve) => {
        const number = ++last
        const timer = setTimeout(() => fail(`no answer within ${limitMs / 1000} s`), limitMs)
        waiting.set(number, { resolve, timer })
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker, not a window
        ;(worker ??= start()).postMessage({ number, task })
      }),
    async close() {
      await worker?.terminate()
      worker = undefined
    },
  }
}
