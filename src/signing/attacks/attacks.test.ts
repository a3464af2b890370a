import { describe, expect, it } from 'vitest'
import { verifyPdf } from '../verification/verify-pdf.ts'
import { changedPages } from '../verification/report.ts'
import { ATTACKS } from './all-attacks.ts'
import { sample } from './attack.ts'

const NOW = new Date('2026-11-21T00:00:00Z')

describe('an attacked file', () => {
  it.each(ATTACKS)('$name', async ({ make, verdict, reason, pages }) => {
    const kept = await sample()
    const report = verifyPdf(await make(kept), kept.trust, NOW)
    expect(report.verdict).toBe(verdict)
    if (reason) expect(report.reasons).toContain(reason)
    if (pages) expect(changedPages(report)).toEqual(pages)
    if (verdict !== 'valid') expect(report.signatures.some(({ trusted }) => trusted)).toBe(false)
  })
})
