import type { Permission } from './action.ts'

export type Definition = { kind: 'action' | 'query' | 'errand'; name: string; roles: readonly Permission[] }

const definitions = new Map<string, Definition>()

/** Notes an action, query or errand as it is defined, so that the table of permissions can name every one. */
export function defined<D extends Definition>(definition: D): D {
  definitions.set(definition.name, definition)
  return definition
}

/** Everything defined by the code loaded so far, by name. */
export function allDefinitions(): Definition[] {
  return [...definitions.values()].sort((a, b) => (a.name < b.name ? -1 : 1))
}
