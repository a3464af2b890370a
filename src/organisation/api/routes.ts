import { Type } from 'typebox'
import { apiQuery, type Web } from '../../platform/web/web.ts'
import { suggestPlaces } from '../suggest-places.ts'

const Place = Type.Object({
  communeCode: Type.String(),
  provinceCode: Type.String(),
  name: Type.String(),
  formerly: Type.Optional(Type.String()),
  uncertain: Type.Optional(Type.Literal(true)),
})

/** Communes of the country over the API, open to everybody. */
export async function organisationApiRoutes(web: Web): Promise<void> {
  apiQuery(web, suggestPlaces, {
    operationId: 'suggestPlaces',
    method: 'GET',
    path: '/places',
    summary: 'Communes whose name, old or new, fits the words; all of them where an old commune was split',
    tags: ['organisation'],
    response: Type.Object({ places: Type.Array(Place) }),
  })
}
