import { addDays } from '../platform/dates.ts'
import {
  CITY,
  LONG_AGO,
  PROVINCE_CODE,
  TWO_TIERS,
  keyOf,
  type SourceSuccession,
  type SourceUnit,
  type UnitKey,
} from './source-unit.ts'
import { nameInSentence, splitUnitName, type SuccessionKind } from './unit.ts'

type CommuneRow = Record<'code' | 'full_name', string>
type CommuneAgencyRow = Record<'commune_code' | 'slug' | 'agency_code' | 'centre_code', string>

/** The communes of today, each with its People's Committee and its centre. */
export function communeUnits(communes: CommuneRow[], agencies: CommuneAgencyRow[]): SourceUnit[] {
  return communes.flatMap(({ code, full_name: name }) => {
    const agency = agencies.find((row) => row.commune_code === code)
    if (!agency) throw new Error(`commune ${code} has no agency code`)
    const { form, ownName } = splitUnitName(name)
    const place = nameInSentence(name)
    const common = { communeCode: code, validFrom: TWO_TIERS, validTo: null, form, status: 'known' }
    const committee = {
      ...common,
      code: agency.agency_code,
      slug: `ubnd-${agency.slug}`,
      kind: 'peoples-committee',
    } as const
    const centre = { ...common, code: agency.centre_code, slug: `trung-tam-${agency.slug}`, kind: 'centre' } as const
    return [
      {
        ...common,
        code,
        slug: agency.slug,
        kind: 'commune',
        name,
        shortName: ownName,
        parent: `${PROVINCE_CODE}@${CITY}`,
      },
      { ...committee, name: `Ủy ban nhân dân ${place}`, shortName: `UBND ${place}`, parent: `${code}@${TWO_TIERS}` },
      {
        ...centre,
        name: `Trung tâm Phục vụ hành chính công ${place}`,
        shortName: `Trung tâm PVHCC ${place}`,
        parent: keyOf(committee),
      },
    ]
  })
}

type EdgeRow = Record<
  'old_district_code' | 'old_district' | 'old_ward_code' | 'old_ward' | 'new_ward_code' | 'kind' | 'note',
  string
>

/** Communes and districts of before 2025-07-01, and what became of the communes. */
export function oldUnits(edges: EdgeRow[]): { units: SourceUnit[]; successions: SourceSuccession[] } {
  const units = new Map<UnitKey, SourceUnit>()
  const common = { validFrom: LONG_AGO, validTo: addDays(TWO_TIERS, -1), status: 'known' }
  for (const edge of edges) {
    const district = { code: edge.old_district_code, validFrom: LONG_AGO }
    const ward = { code: edge.old_ward_code, validFrom: LONG_AGO }
    const place = splitUnitName(edge.old_district)
    units.set(keyOf(district), {
      ...common,
      ...district,
      slug: `cu-${district.code}`,
      kind: 'district',
      form: place.form,
      name: edge.old_district,
      shortName: place.ownName,
      parent: `${PROVINCE_CODE}@${LONG_AGO}`,
      communeCode: null,
    })
    const { form, ownName } = splitUnitName(edge.old_ward)
    units.set(keyOf(ward), {
      ...common,
      ...ward,
      slug: `cu-${ward.code}`,
      kind: 'commune',
      form,
      name: edge.old_ward,
      shortName: ownName,
      parent: keyOf(district),
      communeCode: edge.old_ward_code,
    })
  }
  return {
    units: [...units.values()],
    successions: edges.map((edge) => ({
      from: `${edge.old_ward_code}@${LONG_AGO}`,
      to: `${edge.new_ward_code}@${TWO_TIERS}`,
      kind: edge.kind.replace('_', '-') as SuccessionKind,
      note: edge.note,
    })),
  }
}
