import type { LegalDate } from '../platform/dates.ts'
import type { Position, SuccessionKind, Unit } from './unit.ts'

/** The rows of the data files, tied together by (code, valid-from) and not yet in the database. */
export type SourceUnit = Omit<Unit, 'id' | 'parentId'> & { parent: UnitKey | null; status: string }
export type UnitKey = `${string}@${LegalDate}`
export type SourceSuccession = { from: UnitKey; to: UnitKey; kind: SuccessionKind; note: string }
export type SourceService = { centre: UnitKey; agency: UnitKey; validFrom: LegalDate }
export type SourceProvince = { code: string; validFrom: LegalDate; name: string; fullName: string }
export type OrganisationSource = {
  sha256: string
  units: SourceUnit[]
  successions: SourceSuccession[]
  services: SourceService[]
  positions: Position[]
  provinces: SourceProvince[]
}

/** Stands for "before this system": the files do not say when the unit began. */
export const LONG_AGO: LegalDate = '2015-01-01'
/** Two tiers of local government, Law 72/2025/QH15; communes by Resolution 1679/NQ-UBTVQH15. */
export const TWO_TIERS: LegalDate = '2025-07-01'
/** Quảng Ninh a centrally-run city, Resolution 36/2026/QH16. */
export const CITY: LegalDate = '2026-09-01'
export const PROVINCE_CODE = '22'

export const keyOf = (unit: { code: string; validFrom: LegalDate }): UnitKey => `${unit.code}@${unit.validFrom}`
