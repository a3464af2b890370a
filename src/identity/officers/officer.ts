import type { Role } from '../../platform/actor.ts'
import { addDays, formatDate, type LegalDate } from '../../platform/dates.ts'
import type { Reason } from '../../platform/refusal.ts'
import type { HeldPost } from '../../organisation/index.ts'
import type { Account } from '../account.ts'

/** Roles an administrator gives with a decision; being a citizen is nobody's to give. */
export const OFFICE_ROLES = [
  'helper',
  'intake-officer',
  'head-of-division',
  'specialist',
  'signatory',
  'clerk',
  'supervisor',
  'administrator',
] as const satisfies readonly Role[]
export type OfficeRole = (typeof OFFICE_ROLES)[number]

const DECIDES: ReadonlySet<Role> = new Set(['intake-officer', 'head-of-division', 'specialist', 'signatory', 'clerk'])

export type RolePlan = Pick<HeldPost, 'role' | 'unitId' | 'validFrom' | 'validTo'> & { accountId: string }

/** Why a role cannot be given. A right to support is no right to decide: the two never meet in one person. */
export function whyNotGrantRole(
  plan: RolePlan,
  {
    byAccountId,
    account,
    posts,
  }: { byAccountId: string; account: Pick<Account, 'status'>; posts: readonly HeldPost[] },
): Reason | undefined {
  if (plan.accountId === byAccountId) return { code: 'identity.not-yourself' }
  if (account.status === 'disabled') return { code: 'identity.account-closed' }
  if (plan.validTo !== null && plan.validTo < plan.validFrom) return { code: 'identity.role-backwards' }
  const meanwhile = posts.filter((post) => overlaps(post, plan))
  const meets = (one: Role, other: Role) => one === 'administrator' && DECIDES.has(other)
  if (meanwhile.some(({ role }) => meets(role, plan.role) || meets(plan.role, role))) {
    return { code: 'identity.administrator-apart' }
  }
  const same = meanwhile.find(({ role, unitId }) => role === plan.role && unitId === plan.unitId)
  return same && { code: 'identity.role-held', facts: { from: formatDate(same.validFrom) } }
}

function overlaps(
  one: Pick<HeldPost, 'validFrom' | 'validTo'>,
  other: Pick<HeldPost, 'validFrom' | 'validTo'>,
): boolean {
  return (
    (one.validTo === null || other.validFrom <= one.validTo) &&
    (other.validTo === null || one.validFrom <= other.validTo)
  )
}

/** Why a role cannot end so: never in the past, for what was done then was done with the role. */
export function whyNotWithdrawRole(
  post: Pick<HeldPost, 'validTo'>,
  { lastDay, today, isOwn }: { lastDay: LegalDate; today: LegalDate; isOwn: boolean },
): Reason | undefined {
  if (isOwn) return { code: 'identity.not-yourself' }
  if (post.validTo !== null && post.validTo < today) return { code: 'identity.role-over' }
  return lastDay < addDays(today, -1) ? { code: 'identity.role-end-past' } : undefined
}

/** Why an account cannot be closed. Open dossiers are no reason: see the README. */
export function whyNotDisable(account: Pick<Account, 'id' | 'status'>, byAccountId: string): Reason | undefined {
  if (account.id === byAccountId) return { code: 'identity.not-yourself' }
  return account.status === 'disabled' ? { code: 'identity.account-closed' } : undefined
}
