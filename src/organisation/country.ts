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

type ProvinceRow = Record<'code' | 'name' | 'full_name' | 'merged_from' | 'last_change_effective', string>

/** What the data files of units hold; they are part of the program and do not change while it runs. */
type UnitFiles = { provinces: ProvinceRow[] } & Pick<Country, 'communes' | 'old'>

/** The units of the whole country from the data files. Communes bear the names of the files' day; provinces those of `on`. */
export async function readCountry(on: LegalDate): Promise<Country> {
  return countryOn(await readUnitFiles(), on)
}

async function readUnitFiles(): Promise<UnitFiles> {
  const provinces = await readCsv<keyof ProvinceRow>(join(UNITS, 'provinces.csv'))
  const communes = await readCsv<'code' | 'full_name' | 'province_code'>(join(UNITS, 'communes.csv'))
  const oldProvinces = await readCsv<'code' | 'full_name'>(join(UNITS, 'old-provinces.csv'))
  const packed = await readFile(join(UNITS, 'old-to-new.csv.gz'))
  const edges = csvRows<keyof EdgeRow>((await promisify(gunzip)(packed)).toString('utf8'))
  return {
    provinces,
    communes: communes.map(({ code, full_name: name, province_code: provinceCode }) => ({ code, name, provinceCode })),
    old: oldCommunes(edges, new Map(oldProvinces.map(({ code, full_name: name }) => [code, name]))),
  }
}

function countryOn({ provinces, communes, old }: UnitFiles, on: LegalDate): Country {
  return {
    provinces: provinces.map(({ code, name, full_name, merged_from, last_change_effective }) => ({
      code,
      name,
      fullName: last_change_effective > on ? `Tỉnh ${name}` : full_name,
      mergedFrom: merged_from.split('|').filter(Boolean),
    })),
    communes,
    old,
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

let files: Promise<UnitFiles> | undefined
/** By the day of the last change of a province's name before: the book is the same until the next. */
const books = new Map<LegalDate | undefined, PlaceBook>()

/** The country's communes on a day; a book is made once for all days on which provinces bear the same names. */
export async function placesOn(on: LegalDate): Promise<PlaceBook> {
  const units = await (files ??= readUnitFiles())
  const changed = units.provinces.map((province) => province.last_change_effective).filter((day) => day <= on)
  const since = changed.toSorted().at(-1)
  const book = books.get(since) ?? placeBook(countryOn(units, on))
  books.set(since, book)
  return book
}
