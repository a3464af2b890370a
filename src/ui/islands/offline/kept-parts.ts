import type { Part, Trouble } from '../saving/send-part.ts'

/** A part of a form that lies on this machine until the server has acknowledged it. */
export type KeptPart = Part & {
  /** Its tab and its address: two tabs at one part do not take each other's place. */
  id: string
  /** Mark of the account it was typed by; nobody else's session sends or shows it. */
  owner: string
  keptAt: number
  /** The person was told that it waits. */
  isTold?: boolean
  /** Why it cannot go by itself. */
  trouble?: Trouble
}

const DATABASE = 'mot-cua'
const STORE = 'phan-dang-go'

let opened: Promise<IDBDatabase> | undefined

function database(): Promise<IDBDatabase> {
  opened ??= new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open(DATABASE, 2)
    opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore(STORE, { keyPath: 'id' }))
    opening.addEventListener('success', () => resolve(opening.result))
    opening.addEventListener('error', () => reject(opening.error ?? new Error(DATABASE)))
  })
  return opened
}

/** Runs one request on the store; a browser that forbids storage keeps nothing and loses nothing that was at the server. */
async function inStore<Result>(
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<Result>,
): Promise<Result | undefined> {
  try {
    const transaction = (await database()).transaction(STORE, mode)
    const request = work(transaction.objectStore(STORE))
    // Said at once and not when the answer is heard: by then the page may be gone.
    transaction.commit?.()
    return await new Promise<Result>((resolve, reject) => {
      request.addEventListener('success', () => resolve(request.result))
      request.addEventListener('error', () => reject(request.error ?? new Error(STORE)))
    })
  } catch {
    opened = undefined
    return undefined
  }
}

/** True when it lies on this machine now. */
export async function keepPart(part: KeptPart): Promise<boolean> {
  return (await inStore('readwrite', (store) => store.put(part))) !== undefined
}

/** The oldest first: what was typed later may rest on it. */
export async function keptParts(owner: string): Promise<KeptPart[]> {
  const all = (await inStore('readonly', (store) => store.getAll() as IDBRequest<KeptPart[]>)) ?? []
  return all.filter((part) => part.owner === owner).sort((one, other) => one.keptAt - other.keptAt)
}

export async function forgetPart(id: string): Promise<void> {
  await inStore('readwrite', (store) => store.delete(id))
}

/** Nothing of anybody stays on this machine. */
export async function forgetEverything(): Promise<void> {
  await inStore('readwrite', (store) => store.clear())
  if ('caches' in globalThis) for (const name of await caches.keys()) await caches.delete(name)
}
