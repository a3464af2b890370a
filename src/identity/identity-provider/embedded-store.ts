import type { Adapter, AdapterFactory, AdapterPayload } from 'oidc-provider'

const MOST_ENTRIES = 5_000

/** Memory of the embedded provider: gone with the process, the oldest entries first when it is full. */
export function memoryAdapter(): AdapterFactory {
  const entries = new Map<string, AdapterPayload>()
  const byUid = new Map<string, string>()
  return (model): Adapter => {
    const key = (id: string) => `${model}:${id}`
    return {
      async upsert(id, payload) {
        entries.delete(key(id))
        entries.set(key(id), payload)
        if (payload.uid) byUid.set(payload.uid, id)
        for (const oldest of entries.keys()) {
          if (entries.size <= MOST_ENTRIES) break
          entries.delete(oldest)
        }
      },
      find: async (id) => entries.get(key(id)),
      findByUid: async (uid) => entries.get(key(byUid.get(uid) ?? '')),
      findByUserCode: async () => undefined,
      async consume(id) {
        const payload = entries.get(key(id))
        if (payload) payload.consumed = true
      },
      async destroy(id) {
        const uid = entries.get(key(id))?.uid
        if (uid) byUid.delete(uid)
        entries.delete(key(id))
      },
      async revokeByGrantId(grantId) {
        for (const [name, payload] of entries) if (payload.grantId === grantId) entries.delete(name)
      },
    }
  }
}
