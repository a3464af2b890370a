import { resolve } from 'node:path'

/** What an address of a socket may hold, its terminating zero left out (`sun_path` of Linux and macOS, the shorter of both). */
const LONGEST_SOCKET = 103

/**
 * Connection string of a role of the embedded server. Through the socket in its data folder, which costs both sides half of
 * what the loopback address does; through that address where the folder's name is too long for a socket.
 */
export function embeddedAddress(data: string, port: number, role: string, password: string, database: string): string {
  const folder = resolve(data)
  const isShort = Buffer.byteLength(`${folder}/.s.PGSQL.${port}`) <= LONGEST_SOCKET
  const through = isShort ? `?host=${encodeURIComponent(folder)}` : ''
  return `postgres://${role}:${password}@127.0.0.1:${port}/${database}${through}`
}
