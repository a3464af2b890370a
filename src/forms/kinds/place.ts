import { fieldTexts } from '../texts.ts'
import type { Boxes, Found, Kind, Reading, ReadScope } from './kind.ts'
import type { Place, PlaceBook } from './place-book.ts'

/** As stored: codes for machines, the name of the day for people, since codes are given again to other units. */
export type PlaceAnswer = {
  provinceCode: string
  communeCode: string
  name: string
  formerly?: string
  detail?: string
}

/**
 * The boxes: `noi` what was typed, `chon` one of the places offered for the words in `cho`, `tinh` and `xa` chosen from lists,
 * `chi-tiet` house, street, hamlet.
 */
export const PLACE_BOXES = ['noi', 'chon', 'cho', 'tinh', 'xa', 'chi-tiet'] as const

const DETAIL_LIMIT = 200

/** Địa chỉ: any commune of the country. */
export const place: Kind = {
  example: 'phường Bãi Cháy',
  read: () => ({ problem: 'unreadable' }),
  schema: (spec) => ({
    type: 'object',
    properties: {
      provinceCode: { type: 'string', pattern: '^\\d{2}$' },
      communeCode: { type: 'string', pattern: '^\\d{5}$' },
      name: { type: 'string', minLength: 1, maxLength: 200 },
      formerly: { type: 'string', minLength: 1, maxLength: 400 },
      detail: { type: 'string', minLength: 1, maxLength: DETAIL_LIMIT },
    },
    required: ['provinceCode', 'communeCode', 'name', ...(spec.withoutDetail ? [] : ['detail'])],
    additionalProperties: false,
  }),
  check(value, _, { places }) {
    const { communeCode, provinceCode, name } = value as PlaceAnswer
    if (!places) return undefined
    const known = places.byCode(communeCode)
    return known?.provinceCode === provinceCode && known.name === name ? undefined : { problem: 'unknown-place' }
  },
  show(value) {
    const { detail, name, formerly } = value as PlaceAnswer
    return `${detail === undefined ? '' : `${detail}, `}${name}${formerly === undefined ? '' : ` (${fieldTexts.formerly(formerly)})`}`
  },
  boxes: { names: PLACE_BOXES, read: readPlace, typed: typedPlace },
}

function readPlace(boxes: Boxes, { withoutDetail }: { withoutDetail?: boolean }, scope: ReadScope): Reading {
  const detail = withoutDetail ? '' : (boxes['chi-tiet'] ?? '').replace(/\s+/g, ' ')
  const [words, listed] = [boxes.noi ?? '', boxes.xa ?? '']
  if (words === '' && listed === '') return { problem: 'missing' }
  const found = scope.places ? placeOf(boxes, scope.places) : undefined
  if (found && 'problem' in found) return found
  if (!withoutDetail && detail === '') return { problem: 'no-detail', box: 'chi-tiet' }
  if ([...detail].length > DETAIL_LIMIT)
    return { problem: 'too-long', box: 'chi-tiet', facts: { limit: DETAIL_LIMIT, count: [...detail].length } }
  if (!found) return { later: true }
  const { communeCode, provinceCode, name, formerly } = found
  return {
    value: {
      provinceCode,
      communeCode,
      name,
      ...(formerly === undefined ? {} : { formerly }),
      ...(detail === '' ? {} : { detail }),
    } satisfies PlaceAnswer,
  }
}

/** What the boxes say together; two that say different things are asked about. */
function placeOf(boxes: Boxes, places: PlaceBook): Place | Found {
  const [words = '', listed = ''] = [boxes.noi, boxes.xa]
  const matches = words === '' ? [] : places.find(words)
  const chosen =
    boxes.cho === words && boxes.chon ? matches.find(({ communeCode }) => communeCode === boxes.chon) : undefined
  const fromList = listed === '' ? undefined : places.byCode(listed)
  const [only] = matches
  const typed = chosen ?? (matches.length === 1 && !only?.uncertain ? only : undefined)
  if (typed && fromList && typed.communeCode !== fromList.communeCode)
    return { problem: 'two-places', facts: { listed: fromList.name } }
  const place = typed ?? fromList
  if (place) return matches.find(({ communeCode }) => communeCode === place.communeCode) ?? place
  if (listed !== '') return { problem: 'unknown-place' }
  return matches.length === 0
    ? { problem: 'unknown-place' }
    : { problem: 'several-places', facts: { count: matches.length } }
}

function typedPlace(value: unknown): Boxes {
  const { name, communeCode, detail } = value as PlaceAnswer
  return { noi: name, cho: name, chon: communeCode, ...(detail === undefined ? {} : { 'chi-tiet': detail }) }
}
