import type { Part, Trouble } from '../saving/send-part.ts'

/** A part of a form that waits on this machine until there is a line. */
export type KeptPart = Part & {
  /** Mark of the account it was typed by; nobody else's session sends or shows it. */
  owner: string
  keptAt: number
  /** Why it cannot go by itself. */
  trouble?: Trouble
}

const DATABASE = 'mot-cua'
const STORE = 'bai-khai'

/** Runs one request on the store; a browser that forbids storage keeps nothing and loses nothing that was at the server. */
async function inStore<Result>(
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<Result>,
): Promise<Result | undefined> {
  try {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open(DATABASE, 1)
      opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore(STORE, { keyPath: 'address' }))
      opening.addEventListener('success', () => resolve(opening.result))
      opening.addEventListener('error', () => reject(opening.error ?? new Error(DATABASE)))
    })
    try {
      const request = work(database.transaction(STORE, mode).objectStore(STORE))
      return await new Promise<Result>((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result))
        request.addEventListener('error', () => reject(request.error ?? new Error(STORE)))
      })
    } finally {
      database.close()
    }
  } catch {
    return undefined
  }
}

/** True when it lies on this machine now. */
export async function keepPart(part: KeptPart): Promise<boolean> {
  return (await inStore('readwrite', (store) => store.put(part))) !== undefined
}

export async function keptParts(owner: string): Promise<KeptPart[]> {
  const all = (await inStore('readonly', (store) => store.getAll() as IDBRequest<KeptPart[]>)) ?? []
  return all.filter((part) => part.owner === owner)
}

export async function keptPart(owner: string, address: string): Promise<KeptPart | undefined> {
  return (await keptParts(owner)).find((part) => part.address === address)
}

export async function forgetPart(address: string): Promise<void> {
  await inStore('readwrite', (store) => store.delete(address))
}

/** Nothing of anybody stays on this machine. */
export async function forgetEverything(): Promise<void> {
  await inStore('readwrite', (store) => store.clear())
  for (const name of await caches.keys()) await caches.delete(name)
}
