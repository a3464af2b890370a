import type { App } from '../../platform/app.ts'
import { trustPort } from '../trust.ts'
import { changedPages } from './report.ts'
import type { Verdict } from './report.ts'
import { verifyAside } from './verify-aside.ts'

type Finding = { verdict: Verdict; signers: string[]; pages: number[]; demo: boolean }

/** The short answer for who receives files: whether it is in order, who signed, which pages were changed. */
export const signatureFinding =
  (app: Pick<App, 'ports' | 'clock'>) =>
  async (bytes: Uint8Array): Promise<Finding> => {
    const report = await verifyAside(bytes, app.ports.get(trustPort), app.clock.now())
    const signed = report.signatures.filter(({ kind }) => kind === 'signature')
    return {
      verdict: report.verdict,
      signers: signed.map(({ signer }) => signer.commonName),
      pages: changedPages(report),
      demo: signed.some(({ isDemo }) => isDemo),
    }
  }
