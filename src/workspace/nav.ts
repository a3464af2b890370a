import { holds, type Actor, type Role } from '../platform/actor.ts'
import { OWN_KEY, WAITING_PAPERS } from '../signing/index.ts'
import { BENCH_ROLES } from '../digitisation/index.ts'
import type { QueueCounts } from './queue-counts.ts'
import type { WorkNavItem } from './shell.tsx'
import { navTexts as texts } from './texts.ts'

/** The two lists of the side rail: work with how much there is of it, then tools. */
export type WorkNav = { nav: WorkNavItem[]; tools: WorkNavItem[] }

/** Roles that have dossiers to handle; the others have tools alone. */
export const HANDLING_ROLES = [
  'intake-officer',
  'head-of-division',
  'specialist',
  'signatory',
  'clerk',
] as const satisfies Role[]

type Tool = WorkNavItem & { roles: readonly Role[] }

const TOOLS: Tool[] = [
  { href: '/viec?q=', label: texts.search, icon: 'folder-search', roles: HANDLING_ROLES },
  { href: '/giup-nguoi-dan', label: texts.helping, icon: 'hand-helping', roles: ['helper', 'intake-officer'] },
  { href: '/quay', label: texts.counter, icon: 'store', roles: ['intake-officer'] },
  { href: '/so-hoa/quet', label: texts.scanning, icon: 'scan-line', roles: ['intake-officer', 'clerk'] },
  { href: '/quay/tra-ket-qua', label: texts.deliver, icon: 'package-check', roles: ['intake-officer'] },
  { href: '/duyet', label: texts.approve, icon: 'list-checks', roles: ['head-of-division'] },
  { href: '/ky', label: texts.sign, icon: 'pen-line', roles: ['signatory'] },
  { href: '/van-thu', label: texts.seal, icon: 'stamp', roles: ['clerk'] },
  {
    href: '/quyet-dinh-chung',
    label: texts.batches,
    icon: 'users',
    roles: ['specialist', 'head-of-division', 'signatory', 'clerk'],
  },
  { href: '/so-theo-doi', label: texts.register, icon: 'scroll-text', roles: ['intake-officer', 'supervisor'] },
  {
    href: '/kho/dung-lai',
    label: texts.reuse,
    icon: 'archive',
    roles: ['intake-officer', 'head-of-division', 'signatory', 'supervisor'],
  },
  { href: '/luu-tru', label: texts.archive, icon: 'archive', roles: ['clerk', 'head-of-division', 'signatory'] },
  {
    href: '/giam-sat/so-hoa',
    label: texts.digitisedFigures,
    icon: 'chart-column',
    roles: ['supervisor', 'head-of-division', 'signatory', 'intake-officer'],
  },
  { href: '/so-sao-y', label: texts.copies, icon: 'stamp', roles: ['intake-officer', 'supervisor'] },
  { href: '/thu-tuc', label: texts.procedures, icon: 'book-open', roles: HANDLING_ROLES },
  {
    href: '/lich-lam-viec',
    label: texts.calendar,
    icon: 'calendar-days',
    roles: [...HANDLING_ROLES, 'administrator', 'supervisor'],
  },
  {
    href: '/can-bo/uy-quyen',
    label: texts.delegations,
    icon: 'user-check',
    roles: [...HANDLING_ROLES, 'administrator', 'supervisor'],
  },
  {
    href: '/phoi',
    label: texts.blanks,
    icon: 'book-open',
    roles: ['specialist', 'head-of-division', 'signatory', 'clerk', 'supervisor'],
  },
  { href: OWN_KEY, label: texts.ownSignature, icon: 'key-round', roles: HANDLING_ROLES },
  { href: '/quan-tri/ket-noi', label: texts.connections, icon: 'network', roles: ['administrator'] },
  { href: '/quan-tri/thu-tuc', label: texts.quality, icon: 'list-checks', roles: ['administrator', 'supervisor'] },
  { href: '/quy-trinh', label: texts.processes, icon: 'git-branch', roles: ['administrator', 'supervisor'] },
  {
    href: '/quan-tri/danh-muc-so-hoa',
    label: texts.digitisedLists,
    icon: 'list-checks',
    roles: ['administrator', 'supervisor'],
  },
  {
    href: '/quan-tri/mau-boc-tach',
    label: texts.extractionTemplates,
    icon: 'scroll-text',
    roles: ['administrator', 'supervisor'],
  },
  { href: '/quan-tri/duong-vao', label: texts.waysIn, icon: 'scan-line', roles: ['administrator'] },
  { href: '/bieu-mau', label: texts.forms, icon: 'scroll-text', roles: ['administrator', 'supervisor'] },
  { href: '/quan-tri/nhac-viec', label: texts.reminders, icon: 'bell-ring', roles: ['administrator', 'supervisor'] },
  { href: '/quy-trinh/tu-dong', label: texts.instant, icon: 'badge-check', roles: ['administrator', 'supervisor'] },
  { href: '/quan-tri/tai-khoan', label: texts.accounts, icon: 'user-round-cog', roles: ['administrator'] },
  { href: '/quan-tri/chung-thu-so', label: texts.certificates, icon: 'key-round', roles: ['administrator'] },
  { href: WAITING_PAPERS, label: texts.waitingKeys, icon: 'hourglass', roles: ['administrator'] },
  { href: '/quan-tri/thu', label: texts.mail, icon: 'mail', roles: ['administrator'] },
  { href: '/quan-tri/tin-nhan', label: texts.textMessages, icon: 'smartphone', roles: ['administrator'] },
]

/** What others put to this officer: questions to their body, notices not yet read. */
export type Incoming = {
  opinions: number
  linkedParts: number
  notices: number
  /** Dossiers of people who leave. */ handOvers: number
  /** Questions on their telephone. */ confirmations: number
  /** Papers a machine has read and nobody has checked. */ papers: number
  /** Papers whose owners say they are wrong. */ disputes: number
  /** Papers that look like one that was there. */ duplicates: number
}

/** What this person may open, counts where there is something to count. */
export function workNav(actor: Actor, counts: QueueCounts | undefined, incoming: Incoming): WorkNav {
  const tools = TOOLS.filter(({ roles }) => roles.some((role) => holds(actor, role)))
  return {
    nav: counts ? workItems(actor, counts, incoming) : [],
    tools: tools.map(({ roles: _roles, ...item }) => item),
  }
}

function workItems(actor: Actor, { total, overdue, waiting }: QueueCounts, incoming: Incoming): WorkNavItem[] {
  const seesUnit = (['head-of-division', 'specialist', 'signatory'] as const).some((role) => holds(actor, role))
  const answers = (['head-of-division', 'specialist'] as const).some((role) => holds(actor, role))
  const { opinions, linkedParts, notices, handOvers, confirmations, papers, disputes, duplicates } = incoming
  const isLinked = answers || holds(actor, 'intake-officer')
  return [
    { href: '/viec', label: texts.mine, icon: 'inbox', count: total },
    { href: '/viec?loc=qua-han', label: texts.overdue, icon: 'octagon-alert', count: overdue, alert: overdue > 0 },
    ...(seesUnit ? [{ href: '/viec?loc=ca-phong', label: texts.unit, icon: 'users' as const }] : []),
    { href: '/viec?loc=cho-bo-sung', label: texts.waiting, icon: 'circle-pause', count: waiting },
    ...(answers ? [{ href: '/y-kien', label: texts.opinions, icon: 'message-square' as const, count: opinions }] : []),
    ...(isLinked ? [{ href: '/lien-thong', label: texts.linked, icon: 'network' as const, count: linkedParts }] : []),
    ...(holds(actor, 'head-of-division')
      ? [{ href: '/ban-giao', label: texts.handOver, icon: 'hand-helping' as const, count: handOvers }]
      : []),
    ...(BENCH_ROLES.some((role) => holds(actor, role))
      ? [{ href: '/ban-so-hoa', label: texts.bench, icon: 'scan-text' as const, count: papers }]
      : []),
    ...(confirmations > 0
      ? [{ href: '/ky-so/cho', label: texts.confirmations, icon: 'smartphone' as const, count: confirmations }]
      : []),
    ...(disputes > 0
      ? [{ href: '/kho/bao-sai', label: texts.disputes, icon: 'message-square-warning' as const, count: disputes }]
      : []),
    ...(duplicates > 0
      ? [{ href: '/kho/trung-lap', label: texts.duplicates, icon: 'copy' as const, count: duplicates }]
      : []),
    { href: '/viec/thong-bao', label: texts.notices, icon: 'bell-ring', count: notices },
  ]
}
