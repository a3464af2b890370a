import { maySoonPass, sendPart } from '../saving/send-part.ts'
import { forgetPart, keepPart, keptParts, type KeptPart } from './kept-parts.ts'

/**
 * Sends what waits on this machine, each part once however many windows try, and gives what did not go. Stops at the first part
 * that finds no line. A part whose form was handed in meanwhile has nowhere to go: it is given once and forgotten.
 */
export function sendKept(owner: string, except?: string): Promise<KeptPart[]> {
  return navigator.locks.request('mot-cua-gui', async () => {
    const nowhere: KeptPart[] = []
    for (const part of await keptParts(owner)) {
      if (part.address === except) continue
      const { kind } = await sendPart(part)
      if (kind !== 'saved' && maySoonPass(kind)) break
      if (kind === 'saved' || kind === 'gone') await forgetPart(part.address)
      else await keepPart({ ...part, trouble: kind })
      if (kind === 'gone') nowhere.push({ ...part, trouble: kind })
    }
    const waiting = await keptParts(owner)
    return [...nowhere, ...waiting.filter(({ address }) => address !== except)]
  })
}
