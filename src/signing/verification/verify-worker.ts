import { parentPort, workerData } from 'node:worker_threads'
import { readCertificate } from '../crypto/certificate.ts'
import { verifyPdf } from './verify-pdf.ts'

export type VerifyWork = {
  bytes: Uint8Array
  anchors: Uint8Array[]
  intermediates: Uint8Array[]
  timestamps: TrustDer | null
  asked: { certificates: Uint8Array[]; answers: { kind: 'ocsp' | 'crl'; der: Uint8Array }[] } | null
  now: Date
}
export type TrustDer = { anchors: Uint8Array[]; intermediates: Uint8Array[] }

// The other side of `verifyAside`: one file, one answer, then gone.
const { bytes, anchors, intermediates, timestamps, asked, now } = workerData as VerifyWork
const trustOf = (der: TrustDer) => ({
  anchors: der.anchors.map(readCertificate),
  intermediates: der.intermediates.map(readCertificate),
})
const trust = { ...trustOf({ anchors, intermediates }), ...(timestamps ? { timestamps: trustOf(timestamps) } : {}) }
const known = asked && {
  certificates: asked.certificates.map(readCertificate),
  answers: asked.answers.map(({ kind, der }) => ({ kind, der: Buffer.from(der) })),
}
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker, not a window
parentPort?.postMessage(verifyPdf(bytes, trust, now, known ?? undefined))
