import { Agent, request } from 'node:http'
import type { ApiClient, FileReceipt, Filed } from '../support/api-client.ts'

/** Connections stay open, as a browser keeps them. */
const agent = new Agent({ keepAlive: true })
const BOUNDARY = 'motcua-bench'
const HEAD = Buffer.from(
  `--${BOUNDARY}\r\ncontent-disposition: form-data; name="file"; filename="tep.pdf"\r\ncontent-type: application/pdf\r\n\r\n`,
)
const END = Buffer.from(`\r\n--${BOUNDARY}--\r\n`)

/** Sends a file and costs the sender next to nothing: it shares its processors with the system that is measured. */
export function uploadLean(client: ApiClient, content: Buffer, key: string): Promise<FileReceipt> {
  return post<FileReceipt>(client, '/files', key, `multipart/form-data; boundary=${BOUNDARY}`, [HEAD, content, END])
}

export function submitLean(client: ApiClient, filing: unknown, key: string): Promise<Filed> {
  return post<Filed>(client, '/dossiers', key, 'application/json', [Buffer.from(JSON.stringify(filing))])
}

function post<T>({ address, token }: ApiClient, path: string, key: string, type: string, body: Buffer[]): Promise<T> {
  const headers = {
    authorization: `Bearer ${token}`,
    'idempotency-key': key,
    'content-type': type,
    'content-length': body.reduce((sum, { length }) => sum + length, 0),
  }
  return new Promise((resolve, reject) => {
    const sending = request(`${address}/api/v1${path}`, { method: 'POST', agent, headers }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => void chunks.push(chunk))
      response.on('error', reject)
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString()
        if (response.statusCode !== undefined && response.statusCode < 300) resolve(JSON.parse(text) as T)
        else reject(new Error(`${path}: ${response.statusCode} ${text}`))
      })
    })
    sending.on('error', reject)
    for (const part of body) sending.write(part)
    sending.end()
  })
}
