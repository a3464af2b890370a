import { maySoonPass, sendPart, type Sent } from '../saving/send-part.ts'
import { forgetPart, keepPart, keptParts, type KeptPart } from './kept-parts.ts'

/** The page that asks: its tab, and the part that is typed in it. */
export type Here = { tab: string; part: string }

/** What no open page sees to any more. A tab shows one page: what its last one left is its own, however lately. */
export async function partsLeft(owner: string, here?: Here): Promise<KeptPart[]> {
  const { held = [] } = await navigator.locks.query()
  const seenTo = new Set(held.map(({ name }) => name))
  const isOwn = (id: string) => here !== undefined && id.startsWith(`${here.tab} `)
  return (await keptParts(owner)).filter(({ id }) => id !== here?.part && (isOwn(id) || !seenTo.has(id)))
}

/**
 * Sends what waits on this machine, each part once however many windows try, and gives what did not go. Stops at the first part
 * that finds no line. A part whose form was handed in meanwhile has nowhere to go: it is given once and forgotten.
 */
export function sendKept(owner: string, here?: Here): Promise<KeptPart[]> {
  return navigator.locks.request('mot-cua-gui', async () => {
    const nowhere: KeptPart[] = []
    for (const part of await partsLeft(owner, here)) {
      const { kind } = await sendInOrder(part)
      if (kind !== 'saved' && maySoonPass(kind)) break
      if (kind === 'saved' || kind === 'gone') await forgetPart(part.id)
      else await keepPart({ ...part, trouble: kind })
      if (kind === 'gone') nowhere.push({ ...part, trouble: kind })
    }
    return [...nowhere, ...(await partsLeft(owner, here))]
  })
}

/** What went without an answer goes first and unchanged: the server may have it, and would take the rest for somebody else's. */
async function sendInOrder(part: KeptPart): Promise<Sent> {
  const { unanswered = part.typed } = part
  await keepPart({ ...part, unanswered })
  const first = await sendPart({ ...part, typed: unanswered })
  if (first.kind !== 'saved' || unanswered === part.typed) return first
  return sendInOrder({ ...part, mark: first.mark, unanswered: part.typed })
}
