import { parentPort, workerData } from 'node:worker_threads'
import { openModule, type TokenAnswer, type TokenTask } from './pkcs11-token.ts'

// The other side of `pkcs11Thread`: calls of the module block, here they block nobody.
const port = parentPort
const { module } = workerData as { module: string }

async function open(): Promise<(task: TokenTask) => TokenAnswer> {
  const { PKCS11 } = await import('pkcs11js')
  return openModule(new PKCS11(), module)
}

// After trouble the thread ends; the next question begins with a fresh one.
const opened = open().catch((error: unknown) => {
  const reason = error instanceof Error ? error.message.split('\n')[0] : String(error)
  const isMissing = /Cannot find (package|module)/.test(reason ?? '')
  const detail = isMissing
    ? 'the addon pkcs11js is not on this machine: npm install pkcs11js && npm rebuild pkcs11js'
    : `${module} could not be opened: ${reason}`
  return (): TokenAnswer => ({ kind: 'refused', why: 'unavailable', detail })
})

port?.on('message', ({ number, task }: { number: number; task: TokenTask }) => {
  void opened.then((perform) => {
    const answer = perform(task)
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker, not a window
    port.postMessage({ number, answer })
    if (answer.kind === 'refused' && answer.why === 'unavailable') port.close()
  })
})
