import type { Settings } from '../platform/settings.ts'
import type { App } from '../platform/app.ts'
import { definePort } from '../platform/ports.ts'
import { isBelieved, isRoot } from './trust/anchor.ts'
import { installedAnchors } from './trust/installed.ts'
import type { VerifyTrust } from './verification/believe.ts'

/** Authorities this installation believes: roots of signers and of time stamps, and authorities between. */
export const trustPort = definePort<VerifyTrust>('trust')

/**
 * Trust as the key folder has it: the demonstration's own authorities where they were made, never in production, and every
 * certificate in the folder `trust` below it, PEM or DER. A certificate signed with its own key is a root.
 */
export async function trustInFolder(keyFolder: string, mode: Settings['mode']): Promise<VerifyTrust> {
  const installed = await installedAnchors(keyFolder)
  const found = installed.filter((one) => isBelieved(one, mode)).map(({ certificate }) => certificate)
  return { anchors: found.filter(isRoot), intermediates: found.filter((certificate) => !isRoot(certificate)) }
}

/** Believes from now on what the key folder has: a root put there while the system runs counts without starting it anew. */
export async function seatTrust({ ports, settings }: Pick<App, 'ports' | 'settings'>): Promise<void> {
  ports.set(trustPort, await trustInFolder(settings.keyFolder, settings.mode))
}
