import { Type } from 'typebox'
import { vietnamDate } from '../platform/dates.ts'
import { query } from '../platform/query.ts'
import { placesOn } from './country.ts'
import type { PlaceMatch } from './place.ts'

const MOST = 8

/** Communes of the country whose name, or an old name, fits the words so far. */
export const suggestPlaces = query({
  name: 'organisation.suggest-places',
  roles: ['anyone'],
  input: Type.Object({ words: Type.String({ minLength: 1, maxLength: 200 }) }),
  async run({ clock }, _actor, { words }): Promise<{ places: PlaceMatch[] }> {
    const places = await placesOn(vietnamDate(clock.now()))
    return { places: places.suggest(words, MOST) }
  },
})
