/** What officers are told, one kind for each thing that happens. */
export const OFFICER_TEMPLATES = [
  'opinion-requested',
  'opinion-reminded',
  'opinion-overdue-body',
  'opinion-overdue',
  'opinion-silent',
  'opinion-given',
  'opinion-given-late',
] as const
export type OfficerTemplate = (typeof OFFICER_TEMPLATES)[number]

/** Names in a notice; no applicant's, for it outlives the work. */
export type NoticeFacts = Record<string, string>

/** thông báo cho cán bộ */
export type OfficerNotice = {
  id: string
  template: OfficerTemplate
  facts: NoticeFacts
  /** Where the work is done. */
  href: string
  createdAt: Date
  readAt: Date | null
}
