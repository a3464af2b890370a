import PostalMime from 'postal-mime'
import { plainAddress } from '../ways/way-in.ts'

export type Attachment = { name: string; content: Buffer }
export type Letter = {
  /** Said by whoever sent it; proves nothing. */
  from: string
  to: string[]
  subject: string
  attachments: Attachment[]
  /** Written by a machine: answering it may start two machines talking. */
  isAutomatic: boolean
}

const MOST_ATTACHMENTS = 50

/** What a letter brings. Pictures shown within its text, such as the logo under a name, are no papers. */
export async function letterIn(raw: Buffer): Promise<Letter> {
  const { from, to = [], cc = [], deliveredTo, subject = '', attachments, headers } = await PostalMime.parse(raw)
  const header = (key: string) => headers.find((one) => one.key === key)?.value ?? ''
  const addressed = [...to, ...cc].flatMap(({ address }) => address ?? [])
  return {
    from: plainAddress(from?.address ?? ''),
    to: [
      ...addressed,
      ...(deliveredTo ? [deliveredTo] : []),
      ...(header('x-original-to') ? [header('x-original-to')] : []),
    ].map(plainAddress),
    subject: subject.trim(),
    attachments: attachments
      .filter(({ disposition, related }) => disposition === 'attachment' || !related)
      .slice(0, MOST_ATTACHMENTS)
      .map(({ filename, content }, at) => ({
        name: filename ?? `tep-${at + 1}`,
        content:
          typeof content === 'string' ? Buffer.from(content) : Buffer.from(new Uint8Array(content as ArrayBuffer)),
      })),
    isAutomatic:
      !['', 'no'].includes(header('auto-submitted').toLowerCase()) || /bulk|junk|list/i.test(header('precedence')),
  }
}

/** A letter is known by its box and its number there; the sender is told with it. */
export const letterKey = (wayId: string, uid: string, from: string) =>
  `mail:${wayId}:${uid.slice(0, 70)}:${from}`.slice(0, 300)

export function senderOf(knownAs: string | null): { wayId: string; address: string } | undefined {
  const [, wayId, address] = /^mail:([0-9a-f-]{36}):.*:([^:\s]+@[^:\s]+)$/.exec(knownAs ?? '') ?? []
  return wayId === undefined || address === undefined ? undefined : { wayId, address }
}
