/** A named seat for what leaves the process; the type lives in the module that needs it. */
export type PortKey<T> = { readonly name: string; readonly type?: T }

export function definePort<T>(name: string): PortKey<T> {
  return { name }
}

export type PortMap = {
  get<T>(key: PortKey<T>): T
  set<T>(key: PortKey<T>, side: T): void
  names(): string[]
}

export function createPortMap(): PortMap {
  const sides = new Map<string, unknown>()
  return {
    get<T>(key: PortKey<T>): T {
      if (!sides.has(key.name)) throw new Error(`no side serves the port "${key.name}"`)
      return sides.get(key.name) as T
    },
    set: (key, side) => void sides.set(key.name, side),
    names: () => [...sides.keys()],
  }
}
