import { join } from 'node:path'
import type { App } from '../../platform/app.ts'
import { definePortCheck, type PortCheck } from '../../platform/operations/checks.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { Signer } from '../signer.ts'
import { trustPort } from '../trust.ts'
import { CSC, cscSigner } from './csc/csc.ts'
import { pkcs11Signer } from './pkcs11.ts'
import { triesInFile } from './tries-file.ts'

/** Devices and services of this installation whose keys open with a PIN typed here, each with the check that it answers. */
export function deviceSigners(app: App): { signer: Signer; check: PortCheck }[] {
  const { keyFolder, tokenModule, remoteSigning } = app.settings
  const tries = (name: string) => triesInFile(join(keyFolder, `${name}.tries.json`))
  const authorities = () => app.ports.get(trustPort).intermediates ?? []
  const token =
    tokenModule === null ? undefined : pkcs11Signer({ module: tokenModule, tries: tries('pkcs11'), authorities })
  const csc = remoteSigning.csc && cscSigner({ account: remoteSigning.csc, tries: tries(CSC), clock: app.clock })
  return [
    ...(token && tokenModule !== null
      ? [{ signer: token, check: keysCheck(token, { side: 'real', servedBy: tokenModule }) }]
      : []),
    ...(csc && remoteSigning.csc
      ? [{ signer: csc, check: keysCheck(csc, { side: remoteSigning.csc.side, servedBy: remoteSigning.csc.url }) }]
      : []),
  ]
}

type Listing = Signer & { listKeys(): Promise<string[]> }

/** It answers, takes our account and names its keys: all that can be tried without anybody's PIN. */
function keysCheck(signer: Listing, { side, servedBy }: Pick<PortCheck, 'side' | 'servedBy'>): PortCheck {
  const check = async () => {
    await signer.listKeys().catch((error: unknown) => {
      if (error instanceof Refusal && typeof error.facts.cause === 'string') throw new Error(error.facts.cause)
      throw error
    })
  }
  return definePortCheck(signer.name, side, check, { servedBy, freshSeconds: side === 'embedded' ? 60 : 300 })
}
