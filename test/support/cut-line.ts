import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

export type CutLine = {
  port: number
  /** Cuts every connection when so many more bytes have gone to the server; nothing passes until it is mended. */
  cutAfter(bytes: number): void
  mend(): void
  cuts(): number
  close(): void
}

/** A line between a client and a server, cut anywhere in the middle of what is sent. */
export async function openCutLine(port: () => number): Promise<CutLine> {
  let left = Number.POSITIVE_INFINITY
  let cuts = 0
  const open = new Set<Socket>()
  const server = createServer((near) => {
    const far = connect(port(), '127.0.0.1')
    for (const socket of [near, far]) {
      open.add(socket)
      socket.on('error', () => undefined)
      socket.on('close', () => {
        open.delete(socket)
        near.destroy()
        far.destroy()
      })
    }
    far.pipe(near)
    near.on('end', () => far.end())
    near.on('data', (chunk: Buffer) => {
      const part = chunk.subarray(0, Math.max(0, left))
      left -= chunk.length
      if (!far.write(part)) {
        near.pause()
        far.once('drain', () => near.resume())
      }
      if (left > 0) return
      cuts += 1
      // What was on the wire arrives before the end is noticed, as with a real line.
      near.destroy()
      far.end()
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    cutAfter: (bytes) => void (left = bytes),
    mend: () => void (left = Number.POSITIVE_INFINITY),
    cuts: () => cuts,
    close: () => {
      for (const socket of open) socket.destroy()
      server.close()
    },
  }
}
