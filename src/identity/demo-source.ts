import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Grant, Role } from '../platform/actor.ts'
import { PROJECT_ROOT } from '../platform/root.ts'
import { foldText, nfcDeep } from '../platform/text.ts'
import type { Position, Unit } from '../organisation/index.ts'
import type { RegistryPerson } from './citizen-registry/port.ts'

type NamedGrant = { role: Role; unit: string; position: string; reach?: Grant['reach'] }
type NameParts = Record<'family' | 'middleMale' | 'givenMale' | 'middleFemale' | 'givenFemale', string[]>
/** On whose telephone the key lies; the others sign with a key and PIN of this machine. */
export type SignsWith = 'smartca' | 'mysign'

export type DemoFile = {
  officers: { signInName: string; fullName: string; signsWith?: SignsWith; grants: NamedGrant[] }[]
  citizens: (RegistryPerson & { signsWith?: SignsWith; represents?: { businessCode: string; name: string } })[]
  nameParts: NameParts
}

export type DemoGrant = { role: Role; unit: Unit; position: string; reach: Grant['reach'] }
export type DemoOfficer = {
  signInName: string
  fullName: string
  /** One of the people printed at the start. */ isNamed: boolean
  grants: DemoGrant[]
}

export async function readDemoFile(): Promise<DemoFile> {
  return nfcDeep(JSON.parse(await readFile(join(PROJECT_ROOT, 'demo/people.json'), 'utf8')) as DemoFile)
}

/** What every agency needs so that any dossier can be handled there. */
const AGENCY_ROLES: [Role, number][] = [
  ['head-of-division', 1],
  ['specialist', 2],
  ['signatory', 1],
  ['clerk', 1],
]
const CENTRE_ROLES: [Role, number][] = [['intake-officer', 2]]

/** The named people and an invented set for every seat they leave empty; the same each time. */
export function demoOfficers(file: DemoFile, units: Unit[], positions: Position[]): DemoOfficer[] {
  const bySlug = new Map(units.map((unit) => [unit.slug, unit]))
  const titles = new Map(positions.map((position) => [position.code, position.title]))
  const named = file.officers.map(({ signInName, fullName, grants }): DemoOfficer => ({
    signInName,
    fullName,
    isNamed: true,
    grants: grants.map(({ role, unit: slug, position, reach = 'unit' }) => {
      const unit = bySlug.get(slug)
      const title = titles.get(position)
      if (!unit || !title) throw new Error(`${signInName}: no unit "${slug}" or position "${position}"`)
      return { role, unit, position: title, reach }
    }),
  }))
  const taken = new Set(named.flatMap(({ grants }) => grants.map(({ role, unit }) => `${role}@${unit.id}`)))
  const names = new Set(named.map(({ signInName }) => signInName))
  const invented = units.flatMap((unit) =>
    seatsOf(unit).flatMap(([role, many]) => {
      if (taken.has(`${role}@${unit.id}`)) return []
      return Array.from({ length: many }, (_, index) =>
        inventOfficer(file.nameParts, unit, role, index, positions, names),
      )
    }),
  )
  return [...named, ...invented]
}

function seatsOf(unit: Unit): [Role, number][] {
  if (unit.kind === 'centre') return CENTRE_ROLES
  return unit.kind === 'peoples-committee' || unit.kind === 'department' ? AGENCY_ROLES : []
}

function inventOfficer(
  parts: NameParts,
  unit: Unit,
  role: Role,
  index: number,
  positions: Position[],
  names: Set<string>,
): DemoOfficer {
  const bytes = createHash('sha256').update(`${unit.slug}/${role}/${index}`).digest()
  const pick = (list: string[], at: number) => list[(bytes[at] ?? 0) % list.length] ?? ''
  const isMan = (bytes[3] ?? 0) % 2 === 0
  const words = [
    pick(parts.family, 0),
    pick(isMan ? parts.middleMale : parts.middleFemale, 1),
    pick(isMan ? parts.givenMale : parts.givenFemale, 2),
  ]
  const folded = words.map(foldText)
  const initials = folded
    .slice(0, -1)
    .map((word) => word.charAt(0))
    .join('')
  const wanted = `${folded.at(-1)}.${initials}.${unit.slug}`
  let signInName = wanted
  for (let number = 2; names.has(signInName); number += 1) signInName = `${wanted}${number}`
  names.add(signInName)
  const fits = (position: Position) =>
    position.unitKind === unit.kind && position.role === role && (position.form ?? unit.form) === unit.form
  const title = positions.find(fits)?.title
  if (!title) throw new Error(`no position for ${role} at ${unit.name}`)
  return {
    signInName,
    fullName: words.join(' '),
    isNamed: false,
    grants: [{ role, unit, position: title, reach: 'unit' }],
  }
}
