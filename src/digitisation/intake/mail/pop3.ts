import type { Settings } from '../../../platform/settings.ts'
import { boxAddress, whyNotOpened, type BoxAddress } from './box-address.ts'
import { LINE, lineTo, type BoxLine } from './box-line.ts'

/** A letter waiting in a box; `uid` stays the same from one look to the next. */
export type Waiting = { no: number; uid: string; bytes: number }

/** A box that is open; letters are gone from it only when it is closed properly. */
export type OpenBox = {
  waiting(): Promise<Waiting[]>
  read(no: number): Promise<Buffer>
  remove(no: number): Promise<void>
  close(): Promise<void>
}

const END = Buffer.from('\r\n.\r\n')

/** Opens a box (RFC 1939). Refuses with the `digitisation.mailbox-…` that says what an administrator mends. */
export async function openBox({ address, authorityFile }: NonNullable<Settings['scanMailbox']>): Promise<OpenBox> {
  const box = boxAddress(address)
  const { say, hangUp } = await signedIn(box, authorityFile).catch((error: unknown) => {
    throw whyNotOpened(error, box)
  })
  return {
    async waiting() {
      const sizes = new Map(pairsIn(await say('LIST', END)))
      return pairsIn(await say('UIDL', END)).map(([no, uid]) => ({ no: Number(no), uid, bytes: Number(sizes.get(no)) }))
    },
    read: async (no) => contentOf(await say(`RETR ${no}`, END)),
    remove: async (no) => void (await say(`DELE ${no}`)),
    async close() {
      await say('QUIT').catch(() => undefined)
      hangUp()
    },
  }
}

async function signedIn(box: BoxAddress, authorityFile: string | null): Promise<BoxLine> {
  const line = await lineTo(box, authorityFile)
  try {
    await line.say(`USER ${box.user}`)
    await line.say(`PASS ${box.password}`)
    return line
  } catch (error) {
    line.hangUp()
    throw error
  }
}

/** `1 abc` line by line, after the first line and before the dot. */
function pairsIn(listing: Buffer): [string, string][] {
  const lines = listing.toString('utf8').split('\r\n').slice(1, -2)
  return lines.map((line) => [line.split(' ')[0] ?? '', line.split(' ')[1] ?? ''])
}

/** Without the first line and the end; a dot that began a line was doubled on its way. */
function contentOf(answer: Buffer): Buffer {
  const text = answer.subarray(answer.indexOf(LINE) + LINE.length, -3).toString('latin1')
  return Buffer.from(text.replaceAll('\r\n..', '\r\n.').replace(/^\.\./, '.'), 'latin1')
}
