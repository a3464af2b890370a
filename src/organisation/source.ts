import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readCsv } from '../platform/csv.ts'
import { addDays } from '../platform/dates.ts'
import { PROJECT_ROOT } from '../platform/root.ts'
import {
  CITY,
  LONG_AGO,
  PROVINCE_CODE,
  TWO_TIERS,
  keyOf,
  type OrganisationSource,
  type SourceService,
  type SourceSuccession,
  type SourceUnit,
  type UnitKey,
} from './source-unit.ts'
import { communeUnits, oldUnits } from './commune-source.ts'
import type { UnitForm, UnitKind } from './unit.ts'

const FILES = {
  agencies: 'organisation/provincial-agencies.csv',
  communeAgencies: 'organisation/commune-agencies.csv',
  positions: 'organisation/positions.csv',
  communes: 'units/quang-ninh.csv',
  oldToNew: 'units/old-to-new-quang-ninh.csv',
  provinces: 'units/provinces.csv',
}

export async function sourceHash(folder = join(PROJECT_ROOT, 'data')): Promise<string> {
  const hash = createHash('sha256')
  for (const file of Object.values(FILES)) hash.update(await readFile(join(folder, file)))
  return hash.digest('hex')
}

export async function readOrganisationSource(folder = join(PROJECT_ROOT, 'data')): Promise<OrganisationSource> {
  const read = <Column extends string>(file: keyof typeof FILES) => readCsv<Column>(join(folder, FILES[file]))
  const provinceUnits = provinceVersions()
  const { units: agencies, successions: agencySuccessions } = provincialAgencies(await read('agencies'))
  const communes = communeUnits(await read('communes'), await read('communeAgencies'))
  const old = oldUnits(await read('oldToNew'))
  const units = [...provinceUnits, ...agencies, ...communes, ...old.units]
  const positions = await read<'code' | 'unit_kind' | 'form' | 'title' | 'role'>('positions')
  return {
    sha256: await sourceHash(folder),
    units,
    successions: [
      {
        from: `${PROVINCE_CODE}@${LONG_AGO}`,
        to: `${PROVINCE_CODE}@${CITY}`,
        kind: 'renamed',
        note: 'Nghị quyết 36/2026/QH16',
      },
      ...agencySuccessions,
      ...old.successions,
    ],
    services: oneStopServices(units),
    positions: positions.map(({ code, unit_kind, form, title, role }) => ({
      code,
      unitKind: unit_kind as UnitKind,
      form: (form || null) as UnitForm | null,
      title,
      role,
    })),
    provinces: (await read<'code' | 'name' | 'full_name' | 'last_change_effective'>('provinces')).map((row) => ({
      code: row.code,
      validFrom: row.last_change_effective || TWO_TIERS,
      name: row.name,
      fullName: row.full_name,
    })),
  }
}

function provinceVersions(): SourceUnit[] {
  const common = {
    code: PROVINCE_CODE,
    slug: 'quang-ninh',
    shortName: 'Quảng Ninh',
    kind: 'province',
    parent: null,
    communeCode: null,
    status: 'known',
  } as const
  return [
    { ...common, form: 'tinh', name: 'Tỉnh Quảng Ninh', validFrom: LONG_AGO, validTo: addDays(CITY, -1) },
    { ...common, form: 'thanh-pho', name: 'Thành phố Quảng Ninh', validFrom: CITY, validTo: null },
  ]
}

type AgencyRow = Record<
  | 'slug'
  | 'code'
  | 'kind'
  | 'form'
  | 'name'
  | 'short_name'
  | 'valid_from'
  | 'valid_to'
  | 'parent'
  | 'becomes'
  | 'status',
  string
>

function provincialAgencies(rows: AgencyRow[]): { units: SourceUnit[]; successions: SourceSuccession[] } {
  const start = (row: AgencyRow) => row.valid_from || LONG_AGO
  const versions = Map.groupBy(rows, (row) => row.slug)
  const latest = (slug: string): UnitKey => {
    const row = versions
      .get(slug)
      ?.toSorted((a, b) => start(a).localeCompare(start(b)))
      .at(-1)
    if (!row) throw new Error(`no agency with the slug "${slug}"`)
    return keyOf({ code: row.code, validFrom: start(row) })
  }
  const following = (row: AgencyRow, slug: string): AgencyRow => {
    const next = versions
      .get(slug)
      ?.find((candidate) => start(candidate) > row.valid_to || (candidate !== row && !candidate.valid_from))
    if (!next) throw new Error(`nothing follows "${row.name}" as "${slug}"`)
    return next
  }
  return {
    units: rows.map((row) => ({
      code: row.code,
      slug: row.slug,
      name: row.name,
      shortName: row.short_name,
      kind: row.kind as UnitKind,
      form: (row.form || null) as UnitForm | null,
      communeCode: null,
      validFrom: start(row),
      validTo: row.valid_to || null,
      parent: row.parent === 'province' ? (`${PROVINCE_CODE}@${CITY}` as const) : latest(row.parent),
      status: row.status,
    })),
    successions: rows.flatMap((row) =>
      row.becomes
        .split('|')
        .filter(Boolean)
        .map((slug) => {
          const next = following(row, slug)
          const kind =
            next.slug === row.slug && next.code === row.code && row.valid_to === addDays(CITY, -1)
              ? 'renamed'
              : 'merged'
          return {
            from: keyOf({ code: row.code, validFrom: start(row) }),
            to: keyOf({ code: next.code, validFrom: start(next) }),
            kind,
            note: '',
          } as const
        }),
    ),
  }
}

/** A commune's centre receives for its People's Committee; the provincial centre for all provincial bodies. */
function oneStopServices(units: SourceUnit[]): SourceService[] {
  const current = units.filter((unit) => unit.validTo === null)
  const centres = current.filter((unit) => unit.kind === 'centre')
  return current
    .filter((unit) => unit.kind === 'peoples-committee' || unit.kind === 'department')
    .map((agency) => {
      const centre = centres.find((unit) => unit.communeCode === agency.communeCode)
      if (!centre) throw new Error(`no centre receives for "${agency.name}"`)
      return {
        centre: keyOf(centre),
        agency: keyOf(agency),
        validFrom: centre.validFrom > agency.validFrom ? centre.validFrom : agency.validFrom,
      }
    })
}
