import type { App } from '../../../platform/app.ts'
import { definePortCheck, type PortCheck } from '../../../platform/operations/checks.ts'
import type { Signer } from '../../signer.ts'
import { MYSIGN, mysignSigner } from '../mysign/mysign.ts'
import { SMARTCA, smartcaSigner } from '../smartca/smartca.ts'
import { remoteTransactions } from './store.ts'

/** The trust services this installation has an account at. */
export function remoteSigners({ db, clock, settings }: App): Signer[] {
  const { smartca, mysign } = settings.remoteSigning
  const common = { transactions: remoteTransactions(db), clock }
  return [
    ...(smartca ? [smartcaSigner({ ...common, account: smartca })] : []),
    ...(mysign ? [mysignSigner({ ...common, account: mysign, callsBack: mysign.callback !== null })] : []),
  ]
}

/** Whether they answer at all; with which account is seen when somebody signs. */
export function remoteSigningChecks({ settings }: App): PortCheck[] {
  const { smartca, mysign } = settings.remoteSigning
  return [...(smartca ? [checkOf(SMARTCA, smartca)] : []), ...(mysign ? [checkOf(MYSIGN, mysign)] : [])]
}

function checkOf(name: string, { side, url }: { side: 'real' | 'embedded'; url: string }): PortCheck {
  const check = async () => {
    const response = await fetch(`${url}/`, { signal: AbortSignal.timeout(4_000) })
    await response.body?.cancel()
    if (response.status >= 500) throw new Error(`HTTP ${response.status}`)
  }
  return definePortCheck(name, side, check, { servedBy: url, freshSeconds: side === 'embedded' ? 60 : 300 })
}
