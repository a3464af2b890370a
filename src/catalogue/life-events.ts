import events from '../../data/life-events.json' with { type: 'json' }
import { inBothLanguages } from '../platform/wording.ts'

/** Việc trong cuộc sống: an entry of the portal's home page. */
export type LifeEvent = { readonly slug: string; readonly title: string; readonly hint: string }

export const lifeEvents: readonly LifeEvent[] = events.map(({ slug, title, hint, en }) =>
  inBothLanguages({ slug, title, hint }, { slug, ...en }),
)

export function lifeEventBySlug(slug: string): LifeEvent | undefined {
  return lifeEvents.find((event) => event.slug === slug)
}
