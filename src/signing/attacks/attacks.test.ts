import { describe, expect, it } from 'vitest'
import { isBelieved } from '../trust/anchor.ts'
import type { VerifyTrust } from '../verification/believe.ts'
import { verifyPdf } from '../verification/verify-pdf.ts'
import { changedPages } from '../verification/report.ts'
import { ATTACKS } from './all-attacks.ts'
import { sample } from './attack.ts'

const NOW = new Date('2026-11-21T00:00:00Z')

/** What is left of these roots in production, as if somebody had put all of them into the folder of those believed. */
const inProduction = ({ anchors, intermediates = [] }: VerifyTrust): VerifyTrust => {
  const believed = (list: VerifyTrust['anchors']) =>
    list.filter((certificate) => isBelieved({ certificate, from: 'folder' }, 'production'))
  return { anchors: believed(anchors), intermediates: believed(intermediates) }
}

describe('an attacked file', () => {
  it.each(ATTACKS)('$name', async ({ make, verdict, reason, pages, mode, isSignedOver, revocation, isDemo }) => {
    const kept = await sample()
    const report = verifyPdf(await make(kept), mode ? inProduction(kept.trust) : kept.trust, NOW)
    expect(report.verdict).toBe(verdict)
    if (reason) expect(report.reasons).toContain(reason)
    if (pages) expect(changedPages(report)).toEqual(pages)
    if (revocation) expect(report.signatures[0]?.revocation.state).toBe(revocation)
    if (isDemo) expect(report.signatures[0]?.isDemo).toBe(true)
    const attacked = isSignedOver ? report.signatures.slice(0, -1) : report.signatures
    if (verdict !== 'valid') expect(attacked.map(({ trusted }) => trusted)).not.toContain(true)
  })
})
