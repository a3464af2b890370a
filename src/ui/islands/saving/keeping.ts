import { forgetPart, keepPart, keptParts, type KeptPart } from '../offline/kept-parts.ts'
import { ownerHere, sendLater } from '../offline/offline.ts'
import { partsLeft } from '../offline/send-kept.ts'
import { partHere, seeToPartHere, tab } from '../offline/tab.ts'
import { inputOf, typedIn } from './filled-form.ts'

export type Keeping = ReturnType<typeof openKeeping>

/**
 * Keeps what is typed in a form on this machine, from the key stroke until the server has it: a page that is left, closed or
 * killed in between loses nothing. Who is not signed in leaves nothing behind.
 */
export function openKeeping(form: HTMLFormElement) {
  const owner = ownerHere() ?? ''
  const address = location.pathname
  let isKept = false
  let isToForget = false
  if (owner !== '') seeToPartHere()

  return {
    isKept: () => isKept,

    /** `unanswered` was sent, and nobody knows whether it arrived. */
    async keep(unanswered: string | undefined, { isTold = false } = {}): Promise<void> {
      if (owner === '') return
      isToForget = true
      const part: KeptPart = {
        id: partHere,
        address,
        owner,
        typed: typedIn(form),
        ...marksOf(form),
        keptAt: Date.now(),
      }
      isKept = await keepPart({ ...part, isTold, ...(unanswered === undefined ? {} : { unanswered }) })
      // The browser may take its time about this, and nobody waits for it.
      if (isKept && isTold) void sendLater(owner)
    },

    async forget(): Promise<void> {
      if (!isToForget) return
      isToForget = false
      isKept = false
      await forgetPart(partHere)
    },

    /** What was typed at this address before and never acknowledged: in this tab, or in one that is closed. */
    async left(): Promise<KeptPart | undefined> {
      if (owner === '') return undefined
      const own = (await keptParts(owner)).find(({ id }) => id === partHere)
      const others = navigator.locks && !own ? await partsLeft(owner, { tab, part: partHere }) : []
      const found = own ?? others.findLast((part) => part.address === address)
      if (found && found !== own) await forgetPart(found.id)
      isKept = isToForget = found !== undefined
      return found
    },
  }
}

export function marksOf(form: HTMLFormElement): { mark: string; token: string } {
  return { mark: inputOf(form, 'moc').value, token: inputOf(form, '_csrf').value }
}
