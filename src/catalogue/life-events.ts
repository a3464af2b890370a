import events from '../../data/life-events.json' with { type: 'json' }

/** Việc trong cuộc sống: an entry of the portal's home page. */
export type LifeEvent = { slug: string; title: string; hint: string }

export const lifeEvents: readonly LifeEvent[] = events

export function lifeEventBySlug(slug: string): LifeEvent | undefined {
  return lifeEvents.find((event) => event.slug === slug)
}
