import {
  hasMarks,
  plainKey,
  spellingKey,
  splitCommune,
  widerKey,
  type Commune,
  type Country,
  type OldCommune,
  type PlaceMatch,
} from './place.ts'

export type ListedUnit = { code: string; name: string }

/** The country's communes as one looks them up. */
export type PlaceBook = {
  /** Communes that words may mean, new names and old; one that is certain, or all that have to be asked about. */
  find(words: string): PlaceMatch[]
  /** Communes whose name, or an old name, begins with the words or has them in it. */
  suggest(words: string, most: number): PlaceMatch[]
  byCode(communeCode: string): PlaceMatch | undefined
  provinces(): ListedUnit[]
  communesOf(provinceCode: string): ListedUnit[]
}

/** One name a commune is known by: its own, or that of an old commune that went into it. */
type Name = {
  form: string | undefined
  key: string
  spelling: string
  wider: Set<string>
  to: Commune[]
  old?: OldCommune
}

const ASKED = /[,;\n]+/

export function placeBook(country: Country): PlaceBook {
  const provinces = new Map(country.provinces.map((province) => [province.code, province]))
  const communes = new Map(country.communes.map((commune) => [commune.code, commune]))
  const names = namesOf(country, communes)
  const byKey = Map.groupBy(names, ({ key }) => key)
  const wider = new Set(names.flatMap((name) => [...name.wider]))
  const districts = districtsOf(country.old)
  const shown = ({ code, provinceCode, name }: Commune): PlaceMatch => ({
    communeCode: code,
    provinceCode,
    name: `${name}, ${provinces.get(provinceCode)?.fullName ?? ''}`,
  })

  function find(words: string): PlaceMatch[] {
    for (const { commune, around } of readings(words, wider, byKey)) {
      const { form, key, words: spelt } = splitCommune(commune)
      const fitting = (byKey.get(key) ?? []).filter((name) => around.every((one) => name.wider.has(one)))
      const spelling = spellingKey(spelt)
      const exact = hasMarks(spelt) ? fitting.filter((name) => name.spelling === spelling) : []
      const named = exact.length > 0 ? exact : fitting
      const formed = form === undefined ? named : named.filter((name) => name.form === form)
      const meant = formed.length > 0 ? formed : named
      if (meant.length === 0) continue
      const isDistrict = form === undefined && !around.some((one) => districts.has(one)) && isWider(key, meant)
      const isUncertain =
        isDistrict || (form !== undefined && formed.length === 0) || (hasMarks(spelt) && exact.length === 0)
      return merged(meant, isUncertain)
    }
    return []
  }

  /** Whether words without a form also name a district that had more than the communes found. */
  function isWider(key: string, meant: Name[]): boolean {
    const found = new Set(meant.flatMap(({ to }) => to.map(({ code }) => code)))
    return [...(districts.get(key) ?? [])].some((code) => !found.has(code))
  }

  function merged(meant: Name[], isUncertain: boolean): PlaceMatch[] {
    const ways = meant.flatMap((name) => name.to.map((commune) => ({ commune, old: name.old })))
    return [...Map.groupBy(ways, ({ commune }) => commune.code).values()].flatMap((own) => {
      const [first] = own
      if (!first) return []
      const old = own.flatMap((way) => (way.old ? [`${way.old.name}, ${way.old.district}`] : []))
      const isOwnName = own.some((way) => !way.old)
      const formerly = isOwnName && old.length <= 1 && ways.length === own.length ? [] : [...new Set(old)]
      return [
        {
          ...shown(first.commune),
          ...(formerly.length === 0 ? {} : { formerly: formerly.join('; ') }),
          ...(isUncertain ? { uncertain: true as const } : {}),
        },
      ]
    })
  }

  function suggest(words: string, most: number): PlaceMatch[] {
    const found = find(words)
    const { key } = splitCommune(words.split(ASKED)[0] ?? '')
    if (key.length < 2) return found.slice(0, most)
    const close = names
      .filter((name) => name.key.includes(key))
      .toSorted(
        (a, b) => Number(!a.key.startsWith(key)) - Number(!b.key.startsWith(key)) || Number(!!a.old) - Number(!!b.old),
      )
      .slice(0, most * 4)
    const known = new Set(found.map(({ communeCode }) => communeCode))
    const more = close
      .flatMap((name) => merged([name], false))
      .filter(({ communeCode }) => {
        if (known.has(communeCode)) return false
        known.add(communeCode)
        return true
      })
    return [...found, ...more].slice(0, most)
  }

  return {
    find,
    suggest,
    byCode: (code) => {
      const commune = communes.get(code)
      return commune && shown(commune)
    },
    provinces: () => country.provinces.map(({ code, fullName }) => ({ code, name: fullName })),
    communesOf: (provinceCode) =>
      country.communes
        .filter((commune) => commune.provinceCode === provinceCode)
        .map(({ code, name }) => ({ code, name })),
  }
}

/** The communes of today that have a part of a district, by the district's key. */
function districtsOf(old: OldCommune[]): Map<string, Set<string>> {
  const districts = new Map<string, Set<string>>()
  for (const { district, successors } of old) {
    const key = widerKey(district)
    districts.set(key, new Set([...(districts.get(key) ?? []), ...successors]))
  }
  return districts
}

function namesOf({ provinces, communes: all, old }: Country, communes: ReadonlyMap<string, Commune>): Name[] {
  const around = new Map(
    provinces.map(({ code, name, mergedFrom }) => [code, [name, ...mergedFrom].map(widerKey)] as const),
  )
  const districts = new Map<string, Set<string>>()
  for (const one of old)
    for (const code of one.successors)
      districts.set(code, (districts.get(code) ?? new Set()).add(widerKey(one.district)))
  const today = all.map((commune): Name => {
    const { form, key, words } = splitCommune(commune.name)
    const wider = new Set([...(around.get(commune.provinceCode) ?? []), ...(districts.get(commune.code) ?? [])])
    return { form, key, spelling: spellingKey(words), wider, to: [commune] }
  })
  const before = old.map((one): Name => {
    const { form, key, words } = splitCommune(one.name)
    const to = one.successors.flatMap((code) => communes.get(code) ?? [])
    const now = to.flatMap(({ provinceCode }) =>
      widerKey(provinces.find(({ code }) => code === provinceCode)?.name ?? ''),
    )
    return {
      form,
      key,
      spelling: spellingKey(words),
      wider: new Set([widerKey(one.district), widerKey(one.province), ...now]),
      to,
      old: one,
    }
  })
  return [...today, ...before]
}

type Read = { commune: string; around: string[] }

/** The ways to read words as a commune and what lies around it: `giếng đáy, hạ long`, `số 5, giếng đáy, hạ long`, `giếng đáy hạ long`. */
function* readings(words: string, wider: ReadonlySet<string>, byKey: ReadonlyMap<string, Name[]>): Generator<Read> {
  const parts = words
    .normalize('NFC')
    .split(ASKED)
    .map((part) => part.trim())
    .filter((part) => plainKey(part) !== '')
  // Where a part says that it is a ward or a commune, nothing behind it is.
  const named = parts.findIndex((part) => splitCommune(part).form !== undefined)
  for (const [index, commune] of parts.entries()) {
    if (named >= 0 ? index !== named : index > 0 && wider.has(widerKey(commune))) continue
    const around = parts.slice(index + 1).map(widerKey)
    if (around.every((one) => wider.has(one))) yield { commune, around }
  }
  const [only] = parts
  if (parts.length !== 1 || only === undefined) return
  const spelt = only.split(/\s+/)
  for (let taken = spelt.length - 1; taken > 0; taken -= 1) {
    const commune = spelt.slice(0, taken).join(' ')
    if (!byKey.has(splitCommune(commune).key)) continue
    for (const around of splits(spelt.slice(taken), wider)) yield { commune, around }
  }
}

/** Ways to read words as one or two names of districts and provinces. */
function* splits(words: string[], wider: ReadonlySet<string>): Generator<string[]> {
  const whole = widerKey(words.join(' '))
  if (wider.has(whole)) yield [whole]
  for (let at = 1; at < words.length; at += 1) {
    const pair = [words.slice(0, at), words.slice(at)].map((part) => widerKey(part.join(' ')))
    if (pair.every((one) => wider.has(one))) yield pair
  }
}
