import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { Refusal } from '../../platform/refusal.ts'
import { PROJECT_ROOT } from '../../platform/root.ts'
import { readCertificate } from '../crypto/certificate.ts'
import type { Trust } from '../crypto/certificate-path.ts'
import { askAll } from '../long-term/ask-about-signatures.ts'
import type { RevocationSource } from '../revocation/certificate-status.ts'
import type { VerificationReport } from './report.ts'
import type { VerifyTrust } from './believe.ts'
import { lookUnderSignatures } from './under-signatures.ts'
import type { FromVerifier, ToVerifier, VerifyWork } from './verify-worker.ts'

const TIME_LIMIT_MS = 10_000
/** Megabytes of heap for one file of at most 20 MB; buffers are outside the heap. */
const HEAP_MB = 128
const AT_ONCE = 2
const WAITING = 20

let running = 0
const waiting: (() => void)[] = []

/**
 * Checks a file from strangers on a thread of its own, with limits of time and memory: whatever the file is made of, the
 * server goes on. A file that needs more is reported as `broken`, `too-large`. Refuses with `platform.too-many` when many
 * files wait already. `revocation`: authorities are asked what became of the certificates since.
 */
export function verifyAside(
  bytes: Uint8Array,
  trust: VerifyTrust,
  now: Date,
  revocation?: RevocationSource,
): Promise<VerificationReport> {
  return inTurn(async () => lookUnderSignatures(bytes, await inWorker(bytes, trust, now, revocation)))
}

/** One of few at a time: each takes a core and memory of its own. */
export async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  await turn()
  try {
    return await work()
  } finally {
    running -= 1
    waiting.shift()?.()
  }
}

async function turn(): Promise<void> {
  if (running >= AT_ONCE) {
    if (waiting.length >= WAITING) throw new Refusal('platform.too-many')
    await new Promise<void>((resolve) => waiting.push(resolve))
  }
  running += 1
}

function inWorker(
  bytes: Uint8Array,
  trust: VerifyTrust,
  now: Date,
  revocation: RevocationSource | undefined,
): Promise<VerificationReport> {
  const der = ({ anchors, intermediates = [] }: Trust) => ({
    anchors: anchors.map((one) => new Uint8Array(one.der)),
    intermediates: intermediates.map((one) => new Uint8Array(one.der)),
  })
  const workerData: VerifyWork = {
    bytes,
    ...der(trust),
    timestamps: trust.timestamps ? der(trust.timestamps) : null,
    canAsk: revocation !== undefined,
    now,
  }
  const tooLarge: VerificationReport = {
    verdict: 'broken',
    signatures: [],
    filledTexts: [],
    reasons: ['too-large'],
    sha256: createHash('sha256').update(bytes).digest('hex'),
    size: bytes.length,
  }
  return new Promise((resolve, reject) => {
    const worker = new Worker(join(PROJECT_ROOT, 'src/signing/verification/verify-worker.ts'), {
      workerData,
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MB, maxYoungGenerationSizeMb: 16 },
    })
    const limit = setTimeout(() => {
      resolve(tooLarge)
      void worker.terminate()
    }, TIME_LIMIT_MS)
    worker.on('message', (message: FromVerifier) => {
      if ('report' in message) return resolve(message.report)
      if (!revocation) return
      const pairs = message.questions.map(([one, issuer]) => [readCertificate(one), readCertificate(issuer)] as const)
      void askAll(pairs, revocation).then((answers) => {
        const told: ToVerifier = answers.map(({ kind, der }) => ({ kind, der: new Uint8Array(der) }))
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker, not a window
        worker.postMessage(told)
      })
    })
    worker.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? resolve(tooLarge) : reject(error),
    )
    worker.once('exit', () => {
      clearTimeout(limit)
      reject(new Error('the verifier stopped without an answer'))
    })
  })
}
