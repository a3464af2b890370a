import { once } from 'node:events'
import { parentPort, workerData } from 'node:worker_threads'
import { readCertificate } from '../crypto/certificate.ts'
import { questionsAbout } from '../long-term/ask-about-signatures.ts'
import type { SignedAnswer } from '../revocation/certificate-status.ts'
import type { VerificationReport } from './report.ts'
import { verifyPdf } from './verify-pdf.ts'

export type VerifyWork = {
  bytes: Uint8Array
  anchors: Uint8Array[]
  intermediates: Uint8Array[]
  timestamps: TrustDer | null
  /** Somebody on the other side can ask authorities. */
  canAsk: boolean
  now: Date
}
export type TrustDer = { anchors: Uint8Array[]; intermediates: Uint8Array[] }
/** First what authorities should be asked, where that is possible, then the report. */
export type FromVerifier =
  | { questions: [certificate: Uint8Array, issuer: Uint8Array][] }
  | { report: VerificationReport }
export type ToVerifier = { kind: SignedAnswer['kind']; der: Uint8Array }[]

// The other side of `verifyAside`: one file, one answer, then gone.
const { bytes, anchors, intermediates, timestamps, canAsk, now } = workerData as VerifyWork
const trustOf = (der: TrustDer) => ({
  anchors: der.anchors.map(readCertificate),
  intermediates: der.intermediates.map(readCertificate),
})
const trust = { ...trustOf({ anchors, intermediates }), ...(timestamps ? { timestamps: trustOf(timestamps) } : {}) }
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker, not a window
const tell = (message: FromVerifier) => parentPort?.postMessage(message)

async function asked(): Promise<SignedAnswer[]> {
  const questions = canAsk ? questionsAbout(bytes, trust, now) : []
  if (!parentPort || questions.length === 0) return []
  const answered = once(parentPort, 'message')
  tell({ questions: questions.map(([one, issuer]) => [new Uint8Array(one.der), new Uint8Array(issuer.der)]) })
  const [answers] = (await answered) as [ToVerifier]
  return answers.map(({ kind, der }) => ({ kind, der: Buffer.from(der) }))
}

const answers = await asked()
tell({ report: verifyPdf(bytes, trust, now, { certificates: [], answers }) })
