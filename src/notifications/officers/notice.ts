/** What officers are told, one kind for each thing that happens. */
export const OFFICER_TEMPLATES = [
  'opinion-requested',
  'opinion-reminded',
  'opinion-overdue-body',
  'opinion-overdue',
  'opinion-silent',
  'opinion-given',
  'opinion-given-late',
  'reminder-step-before',
  'reminder-step-after',
  'reminder-due-before',
  'reminder-due-after',
  'reminders-many',
  'opinion-released-body',
  'opinion-released',
  'linked-part-sent',
  'linked-part-reminded',
  'linked-part-overdue-body',
  'linked-part-overdue',
  'linked-part-returned',
  'linked-part-done',
  'linked-part-released',
  'certificate-ending',
  'certificate-ending-watched',
  'certificate-ended',
  'certificate-ended-watched',
  'renewals-late',
  'signing-delayed',
  'signing-caught-up',
  'vault-disputed',
] as const
export type OfficerTemplate = (typeof OFFICER_TEMPLATES)[number]

/** Names in a notice; no applicant's, for it outlives the work. */
export type NoticeFacts = Record<string, string>

/** One dossier in a notice about several. */
export type NoticeLine = { code: string; text: string; href: string }

/** thông báo cho cán bộ */
export type OfficerNotice = {
  id: string
  template: OfficerTemplate
  facts: NoticeFacts
  /** Empty for a notice about one thing. */
  lines: NoticeLine[]
  /** Where the work is done. */
  href: string
  createdAt: Date
  readAt: Date | null
}
