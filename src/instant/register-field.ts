import { foldText } from '../platform/text.ts'
import { formatDate } from '../platform/dates.ts'
import type { Party } from '../dossiers/index.ts'
import type { RegistryPerson } from '../identity/index.ts'

/** What the register of citizens can confirm of a person. */
export const REGISTER_FIELDS = ['fullName', 'bornOn', 'sex', 'residence'] as const
export type RegisterField = (typeof REGISTER_FIELDS)[number]

type Field = {
  /** Whether what the applicant said is what the register says; a field the form does not ask for cannot differ. */
  fits(said: Party, person: RegistryPerson): boolean
  /** As printed on the result: the register's words, never the applicant's. */
  shown(person: RegistryPerson): string
}

export const registerFields: Record<RegisterField, Field> = {
  fullName: {
    fits: (said, person) => foldText(said.fullName) === foldText(person.fullName),
    shown: ({ fullName }) => fullName,
  },
  bornOn: {
    fits: (said, person) => said.bornOn === person.bornOn,
    shown: ({ bornOn }) => formatDate(bornOn),
  },
  sex: { fits: () => true, shown: ({ sex }) => (sex === 'male' ? 'Nam' : 'Nữ') },
  residence: {
    fits: (said, person) => said.communeCode === null || said.communeCode === person.communeCode,
    shown: ({ address }) => address,
  },
}

export function isRegisterField(name: string): name is RegisterField {
  return (REGISTER_FIELDS as readonly string[]).includes(name)
}
