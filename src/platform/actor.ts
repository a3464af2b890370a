import type { LegalDate } from './dates.ts'

/** What a person may do at a unit; the list of the field's roles (a.2 of the one-stop rules). */
export const ROLES = [
  'citizen',
  'helper', // thành viên tổ công nghệ số cộng đồng
  'intake-officer', // cán bộ tiếp nhận và trả kết quả
  'head-of-division', // lãnh đạo phòng: phân công
  'specialist', // chuyên viên thụ lý
  'signatory', // người có thẩm quyền ký
  'clerk', // văn thư
  'supervisor', // kiểm soát thủ tục hành chính
  'administrator', // quản trị hệ thống
] as const
export type Role = (typeof ROLES)[number]

/** Whose work an officer does, and by which paper. */
export type InPlaceOf = {
  accountId: string
  fullName: string
  delegationId: string
  /** văn bản: `number` is null where the assignment was made without one. */
  instrument: { kind: string; number: string | null; signedOn: LegalDate; issuer: string }
}

/** A role held at a unit, there alone or also in the units below. */
export type Grant = {
  role: Role
  unitId: string
  unitCode: string
  reach: 'unit' | 'subtree'
  /** Set when the role is another person's and this officer stands in for them. */
  inPlaceOf?: InPlaceOf
  /** Set when it counts for these procedures and fields of work alone. */
  procedureCodes?: string[]
  sectorCodes?: string[]
}

export type Citizen = { kind: 'citizen'; accountId: string; citizenId: string; fullName: string; personalId: string }
export type Officer = { kind: 'officer'; accountId: string; fullName: string; grants: Grant[] }
/** uỷ quyền phát hành tự động: the instrument by which the system acts for an agency, in one procedure alone. */
export type SystemAuthority = {
  id: string
  unitId: string
  procedureCode: string
  instrument: InPlaceOf['instrument']
}
export type System = { kind: 'system'; name: string; authority?: SystemAuthority }
export type Anonymous = { kind: 'anonymous' }
export type Actor = Citizen | Officer | System | Anonymous

export const ANONYMOUS: Anonymous = { kind: 'anonymous' }

export function holds(actor: Actor, role: Role): boolean {
  if (actor.kind === 'citizen') return role === 'citizen'
  return actor.kind === 'officer' && actor.grants.some((grant) => grant.role === role)
}

/** The units at which an actor holds a role, children not included. */
export function unitsOf(actor: Actor, role: Role): string[] {
  return actor.kind === 'officer'
    ? actor.grants.filter((grant) => grant.role === role).map((grant) => grant.unitId)
    : []
}

/** All units at which an officer holds any role. */
export function allUnitsOf(actor: Actor): string[] {
  return actor.kind === 'officer' ? [...new Set(actor.grants.map((grant) => grant.unitId))] : []
}

/** The stable identity written to the journal: never a name. */
export function actorLabel(actor: Actor): string {
  if (actor.kind === 'system') return `system:${actor.name}`
  return actor.kind === 'anonymous' ? 'anonymous' : `${actor.kind}:${actor.accountId}`
}
