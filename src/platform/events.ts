import type { App } from './app.ts'

/** Something that happened in a module, told to modules above it after the commit. */
export type EventKind<Payload> = { readonly name: string; readonly payload?: Payload }

export function defineEvent<Payload>(name: string): EventKind<Payload> {
  return { name }
}

/** What an upper module does about an event of a lower one; may be delivered more than once. */
export type Reaction<Payload = never> = {
  event: string
  name: string
  run(app: App, payload: Payload): Promise<void>
}

export function reaction<Payload>(
  event: EventKind<Payload>,
  name: string,
  run: (app: App, payload: Payload) => Promise<void>,
): Reaction<Payload> {
  return { event: event.name, name, run }
}
