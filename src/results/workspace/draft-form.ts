import { refusalSentence as fill } from '../../platform/refusal.ts'
import { field, type FormBody } from '../../platform/web/web.ts'
import type { Draft } from '../draft.ts'
import type { DraftChanges } from '../result-input.ts'
import { texts } from './texts.ts'

/** The draft as text areas hold it: one entry a line. */
export type DraftText = Record<
  'title' | 'subject' | 'addressee' | 'signatory' | 'attention' | 'legalBases' | 'body' | 'facts' | 'recipients',
  string
>

export function draftText({ content, signatory, attention }: Draft): DraftText {
  return {
    title: content.title,
    subject: content.subject ?? '',
    addressee: content.addressee,
    signatory: signatory.accountId ?? '',
    attention: attention ?? '',
    legalBases: content.legalBases.join('\n'),
    body: content.body.join('\n'),
    facts: content.facts.map(({ label, value }) => `${label}: ${value.replace(/\s*\n\s*/g, ' ')}`).join('\n'),
    recipients: content.recipients.join('\n'),
  }
}

const NAMES = {
  title: 'ten',
  subject: 'trich-yeu',
  addressee: 'cap-cho',
  signatory: 'nguoi-ky',
  attention: 'luu-y',
  legalBases: 'can-cu',
  body: 'noi-dung',
  facts: 'thong-tin',
  recipients: 'noi-nhan',
} satisfies Record<keyof DraftText, string>
export const draftFields = NAMES

export function readDraftForm(form: FormBody): DraftText {
  return Object.fromEntries(Object.entries(NAMES).map(([key, name]) => [key, field(form, name)])) as DraftText
}

const lines = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** Changes as the action takes them, or the first line that cannot be read. */
export function draftChanges(
  text: DraftText,
): { changes: DraftChanges } | { error: { field: string; message: string } } {
  const facts: { label: string; value: string }[] = []
  for (const [index, line] of lines(text.facts).entries()) {
    const [, label, value] = /^([^:]{1,200}):\s*(.+)$/.exec(line) ?? []
    if (label === undefined || value === undefined)
      return { error: { field: NAMES.facts, message: fill(texts.wrongFact, { line: index + 1 }) } }
    facts.push({ label: label.trim(), value })
  }
  return {
    changes: {
      title: text.title,
      subject: text.subject === '' ? null : text.subject,
      addressee: text.addressee,
      legalBases: lines(text.legalBases),
      body: lines(text.body),
      facts,
      recipients: lines(text.recipients),
      attention: text.attention.trim() === '' ? null : text.attention.trim(),
      ...(text.signatory === '' ? {} : { signatoryAccountId: text.signatory }),
    },
  }
}
