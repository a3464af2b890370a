import table from '../../data/organisation/sector-departments.json' with { type: 'json' }

const PREFIXES: ReadonlyMap<string, string> = new Map(Object.entries(table.prefixes))

/**
 * Code of the provincial body competent for the first sector that one is known for, by the longest prefix of the sector's
 * code; the People's Committee of the city when none is. A body may be a central agency that works in the province.
 */
export function departmentForSectors(sectors: readonly string[]): string {
  for (const sector of sectors) {
    for (let length = sector.length; length > 0; length -= 1) {
      const department = PREFIXES.get(sector.slice(0, length))
      if (department !== undefined) return department
    }
  }
  return table.fallback
}

/** Every body a sector may lead to. */
export const sectorDepartments: readonly string[] = [...new Set([...PREFIXES.values(), table.fallback])].sort()
