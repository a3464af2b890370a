import type { Citizen as SignedIn } from '../../../platform/actor.ts'
import { formatDate } from '../../../platform/dates.ts'
import { fieldsOf, type FieldSpec, type FormDefinition } from '../../../forms/index.ts'
import type { Citizen, CitizenSource } from '../../../identity/index.ts'

type Values = Record<string, string>

/** What the State already knows about the person signed in: never asked again, only shown with its source. */
export type HeldAnswers = {
  /** Cannot be changed here; wins over anything sent. */
  locked: Values
  /** Put into the boxes at first; the person may have moved or have a new telephone. */
  suggested: Values
  source: CitizenSource
}

/** Căn cứ: Nghị định 118/2025/NĐ-CP (không yêu cầu khai lại thông tin đã có). Fields the form does not have are left out. */
export function heldAnswers(
  form: FormDefinition,
  { fullName, personalId }: SignedIn,
  citizen: Citizen | undefined,
): HeldAnswers {
  const asked = new Set(fieldsOf(form).map(({ name }) => name))
  const keep = (values: Record<string, string | null | undefined>): Values =>
    Object.fromEntries(
      Object.entries(values).flatMap(([name, value]) => (value && asked.has(name) ? [[name, value]] : [])),
    )
  const source = citizen?.source ?? 'identity-provider'
  return {
    // Whoever signs in files under their own number, so no other paper is asked for.
    locked: keep({
      fullName,
      identityPaper: 'personal-id',
      personalId,
      bornOn: source === 'desk' ? null : bornOn(citizen),
    }),
    suggested: keep({
      phone: citizen?.phone,
      email: citizen?.email,
      address: citizen?.address,
      communeCode: citizen?.communeCode,
      bornOn: bornOn(citizen),
    }),
    source,
  }
}

function bornOn(citizen: Citizen | undefined): string | null {
  if (citizen?.bornOn) return formatDate(citizen.bornOn)
  return citizen?.birthYear ? String(citizen.birthYear) : null
}

/** The form without the questions that need no answer any more; those that only follow from them are left out when drawn. */
export function withoutLocked(form: FormDefinition, { locked }: HeldAnswers): FormDefinition {
  const isOpen = ({ name }: FieldSpec) => !(name in locked)
  const pages = form.layout.pages.map((page) => ({
    ...page,
    sections: page.sections
      .map((section) => ({ ...section, fields: section.repeat ? section.fields : section.fields.filter(isOpen) }))
      .filter(({ fields }) => fields.length > 0),
  }))
  return { ...form, layout: { ...form.layout, pages } }
}
