import type { LegalDate } from '../../platform/dates.ts'
import { definePort } from '../../platform/ports.ts'
import type { Sex } from '../citizen.ts'

/** What the register says about a person. */
export type RegistryPerson = {
  personalId: string
  fullName: string
  bornOn: LegalDate
  sex: Sex
  address: string
  communeCode: string
  phone: string | null
  email: string | null
}

export type RegistryQuestion = {
  personalId: string
  /** The register answers only when what the asker already knows fits. */
  fullName?: string
  birthYear?: number
}

export type RegistryAnswer = { found: true; person: RegistryPerson } | { found: false; why: 'unknown' | 'differs' }

/** The register of citizens (Cơ sở dữ liệu quốc gia về dân cư), or the one that comes with the system. */
export type CitizenRegistry = {
  /** Shown to administrators. */
  name: string
  /** Throws the refusal `identity.registry-away` when the register does not answer. */
  lookUp(question: RegistryQuestion): Promise<RegistryAnswer>
  isWell(): Promise<boolean>
}

export const citizenRegistryPort = definePort<CitizenRegistry>('citizen-registry')
