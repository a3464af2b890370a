import type { Language } from '../platform/language.ts'
import type { LegalDate } from '../platform/dates.ts'

/** What people are told about a dossier, one kind for each thing that happens to it. */
export const TEMPLATES = [
  'submitted',
  'received',
  'supplement-requested',
  'supplemented',
  'intake-refused',
  'suspended',
  'resumed',
  'deadline-extended',
  'due-date-moved',
  'withdrawn',
  'stopped',
  'finished',
  'delivered',
  'delivery-refused',
  'correction-opened',
  'result-replaced',
  'vault-answered',
  'co-asked',
  'co-voided',
  'co-agreed',
  'co-declined',
  'withdrawal-asked',
  'acting-recorded',
  'acting-doubted',
  'acting-accepted',
  'acting-ended',
] as const
export type Template = (typeof TEMPLATES)[number]

export type Channel = 'in-app' | 'e-mail'
export type DeliveryState = 'queued' | 'sent' | 'failed'

/** What a message says. Names, addresses and numbers of persons have no place here: mail travels in the open. */
export type MessageFacts = {
  code: string
  procedureName: string
  /** Who acts: the centre that receives or the body that decides. */
  unitName: string
  /** ngày hẹn trả */
  dueOn?: LegalDate
  /** The last day to answer a supplement request. */
  replyBy?: LegalDate
  /** Số, ký hiệu of the result it is about, and of the one it replaces. */
  documentNumber?: string
  replacedNumber?: string
  /** A paper of the vault it is about, and where it lies there. */
  paperTitle?: string
  entryId?: string
  /** Where it leads, when that is no dossier's own page. */
  path?: string
}

/** Where a message leads. */
export function pathOf({ code, entryId, path }: Pick<MessageFacts, 'code' | 'entryId' | 'path'>): string {
  if (path !== undefined) return path
  return entryId === undefined ? `/ho-so/${encodeURIComponent(code)}` : `/giay-to/${entryId}`
}

/** Told while nothing is filed yet: `dossierId` is then the draft's. */
const OF_DRAFTS: ReadonlySet<Template> = new Set(['co-asked', 'co-voided', 'co-agreed', 'co-declined'])

/** Whose journal tells what was told. */
export function subjectOf({ template, dossierId }: Pick<Delivery, 'template' | 'dossierId'>): string {
  return `${OF_DRAFTS.has(template) ? 'draft' : 'dossier'}:${dossierId}`
}

/** thông báo: one message to one recipient through one channel. */
export type Delivery = {
  id: string
  dossierId: string
  eventNo: number
  template: Template
  channel: Channel
  /** A citizen's id in the application, an address for e-mail. */
  recipient: string
  language: Language
  facts: MessageFacts
  state: DeliveryState
  tries: number
  error: string | null
  createdAt: Date
  lastTryAt: Date | null
  sentAt: Date | null
  readAt: Date | null
}

/** Somebody to be told: as a known citizen, at an address, or both. */
export type Person = { citizenId: string | null; email: string | null }

/** Each person once a channel, however often they appear as applicant and submitter. */
export function recipientsOf(persons: readonly Person[]): { channel: Channel; recipient: string }[] {
  const once = (channel: Channel, values: (string | null)[]) =>
    [...new Set(values.map((value) => value?.trim() ?? '').filter((value) => value !== ''))].map((recipient) => ({
      channel,
      recipient,
    }))
  return [
    ...once(
      'in-app',
      persons.map(({ citizenId }) => citizenId),
    ),
    ...once(
      'e-mail',
      persons.map(({ email }) => (email !== null && isAddress(email) ? email.trim().toLowerCase() : null)),
    ),
  ]
}

/** Coarse on purpose: what the server of the domain accepts is for it to say. Line breaks would forge headers. */
export function isAddress(text: string): boolean {
  return /^[^\s@<>,;"]+@[^\s@<>,;"]+\.[^\s@<>,;"]+$/.test(text.trim()) && text.length <= 254
}

/** Hours of trying after which a letter counts as lost. */
export const GIVE_UP_AFTER_HOURS = 72
