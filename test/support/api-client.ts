/** A program's way to the system: an address and a bearer token. */
export type ApiClient = { address: string; token: string }

export type FileReceipt = { id: string; sha256: string; size: number }
export type Filed = { dossierId: string; code: string }

/** Any answer that is not a success; `status` 0 is no answer at all. */
export class NoSuccess extends Error {
  status: number
  code: string

  constructor(status: number, code: string, detail: string) {
    super(`${status} ${code} ${detail}`.trim())
    this.name = 'NoSuccess'
    this.status = status
    this.code = code
  }
}

const PATIENCE_MS = 60_000

export function uploadFile(client: ApiClient, name: string, content: Uint8Array, key: string): Promise<FileReceipt> {
  const body = new FormData()
  body.append('file', new Blob([new Uint8Array(content)], { type: 'application/pdf' }), name)
  return call<FileReceipt>(client, '/files', { method: 'POST', body, headers: { 'idempotency-key': key } })
}

export function submitDossier(client: ApiClient, filing: unknown, key: string): Promise<Filed> {
  return call<Filed>(client, '/dossiers', {
    method: 'POST',
    body: JSON.stringify(filing),
    headers: { 'idempotency-key': key, 'content-type': 'application/json' },
  })
}

export async function fileOfDossier(client: ApiClient, code: string, fileId: string): Promise<Uint8Array> {
  const response = await send(client, `/dossiers/${code}/files/${fileId}`, {})
  return new Uint8Array(await response.arrayBuffer())
}

export async function call<T>(client: ApiClient, path: string, init: RequestInit): Promise<T> {
  const response = await send(client, path, init)
  return (await response.json().catch((error: unknown) => {
    throw new NoSuccess(0, 'answer-cut', String(error))
  })) as T
}

async function send({ address, token }: ApiClient, path: string, init: RequestInit): Promise<Response> {
  const headers = { ...(init.headers as Record<string, string>), authorization: `Bearer ${token}` }
  const signal = init.signal ?? AbortSignal.timeout(PATIENCE_MS)
  const response = await fetch(`${address}/api/v1${path}`, { ...init, headers, signal }).catch((error: unknown) => {
    throw new NoSuccess(0, 'no-answer', String((error as Error).cause ?? error))
  })
  if (response.ok) return response
  const problem = (await response.json().catch(() => ({}))) as { code?: string; title?: string }
  throw new NoSuccess(response.status, problem.code ?? '', JSON.stringify(problem))
}
