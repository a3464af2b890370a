import { fieldsOf, WHOM_PAGE, type FormDefinition } from '../../forms/index.ts'
import type { Membership } from '../../identity/index.ts'

/** nộp cho ai: chosen before anything is filled in; an organisation one files for is named by its code. */
export type Whom =
  | { for: 'self' | 'parent' | 'guardian' | 'authorised' | 'sent' }
  | { for: 'member'; businessCode: string }

/** What the choice answers already, on the form's own page for it. */
export function answersFor(whom: Whom, memberships: readonly Membership[]): Record<string, string> {
  if (whom.for === 'self') return { applicantKind: 'person', onBehalf: 'self' }
  if (whom.for === 'sent') return { applicantKind: 'organisation', standing: 'letter' }
  if (whom.for !== 'member') return { applicantKind: 'person', onBehalf: 'other', capacity: whom.for }
  const own = memberships.find(({ businessCode }) => businessCode === whom.businessCode)
  return {
    applicantKind: 'organisation',
    standing: 'member',
    ...(own && { organisationName: own.name, businessCode: own.businessCode }),
    ...(own?.position && { representativePosition: own.position }),
  }
}

/** For whom a procedure's form lets people file; one alone is no question. */
export function whomChoices(form: FormDefinition, memberships: readonly Membership[]): Whom[] {
  const asked = new Set(fieldsOf(form, WHOM_PAGE).map(({ name }) => name))
  const forOthers: Whom[] = asked.has('onBehalf') ? [{ for: 'parent' }, { for: 'guardian' }, { for: 'authorised' }] : []
  const isForPersons = asked.has('applicantKind') || !asked.has('organisationName')
  const organisations: Whom[] = asked.has('organisationName')
    ? [...memberships.map(({ businessCode }): Whom => ({ for: 'member', businessCode })), { for: 'sent' }]
    : []
  return [...(isForPersons ? [{ for: 'self' } as const] : []), ...forOthers, ...organisations]
}

/** As it stands in the page: `self`, `member 5700000124`. */
export function whomText(whom: Whom): string {
  return whom.for === 'member' ? `member ${whom.businessCode}` : whom.for
}
