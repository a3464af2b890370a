import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { csvRows, readCsv } from '../platform/csv.ts'
import type { LegalDate } from '../platform/dates.ts'
import { PROJECT_ROOT } from '../platform/root.ts'
import { placeBook, type PlaceBook } from './find-places.ts'
import type { Country, OldCommune } from './place.ts'

const UNITS = join(PROJECT_ROOT, 'data/units')

type EdgeRow = Record<'old_province_code' | 'old_district' | 'old_ward_code' | 'old_ward' | 'new_ward_code', string>

/** The units of the whole country from the data files. Communes bear the names of the files' day; provinces those of `on`. */
export async function readCountry(on: LegalDate): Promise<Country> {
  const provinces = await readCsv<'code' | 'name' | 'full_name' | 'merged_from' | 'last_change_effective'>(
    join(UNITS, 'provinces.csv'),
  )
  const communes = await readCsv<'code' | 'full_name' | 'province_code'>(join(UNITS, 'communes.csv'))
  const oldProvinces = await readCsv<'code' | 'full_name'>(join(UNITS, 'old-provinces.csv'))
  const packed = await readFile(join(UNITS, 'old-to-new.csv.gz'))
  const edges = csvRows<keyof EdgeRow>((await promisify(gunzip)(packed)).toString('utf8'))
  return {
    provinces: provinces.map(({ code, name, full_name, merged_from, last_change_effective }) => ({
      code,
      name,
      fullName: last_change_effective > on ? `Tỉnh ${name}` : full_name,
      mergedFrom: merged_from.split('|').filter(Boolean),
    })),
    communes: communes.map(({ code, full_name: name, province_code: provinceCode }) => ({ code, name, provinceCode })),
    old: oldCommunes(edges, new Map(oldProvinces.map(({ code, full_name: name }) => [code, name]))),
  }
}

/** Six island districts had no communes: the district itself is the old unit. */
function oldCommunes(edges: EdgeRow[], provinces: ReadonlyMap<string, string>): OldCommune[] {
  const key = (edge: EdgeRow) =>
    [edge.old_province_code, edge.old_district, edge.old_ward_code, edge.old_ward].join('|')
  return [...Map.groupBy(edges, key).values()].flatMap((own) => {
    const [first] = own
    if (!first) return []
    const { old_ward: name, old_district: district, old_province_code: provinceCode } = first
    const successors = [...new Set(own.map(({ new_ward_code: code }) => code))]
    return [{ name: name || district, district, province: provinces.get(provinceCode) ?? '', successors }]
  })
}

let latest: { on: LegalDate; book: Promise<PlaceBook> } | undefined

/** The country's communes on a day; read from the files once a day. */
export function placesOn(on: LegalDate): Promise<PlaceBook> {
  if (latest?.on !== on) latest = { on, book: readCountry(on).then(placeBook) }
  return latest.book
}
