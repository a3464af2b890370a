import { lookup } from 'node:dns'
import { request as requestHttp } from 'node:http'
import type { IncomingMessage, RequestOptions } from 'node:http'
import { request as requestHttps } from 'node:https'
import { BlockList, isIP } from 'node:net'
import type { LookupFunction } from 'node:net'

export type AnswerRequest = {
  url: string
  /** Sent by POST; without it the address is got. */
  body?: Buffer
  type?: string
  timeoutMs: number
  maxBytes: number
  /** For addresses that this installation chose itself; those in certificates come from strangers. */
  allowPrivate: boolean
}

/** Somebody is there, but does not answer this way of asking. */
export class HttpStatusError extends Error {}

/** One answer over HTTP, no redirects. @throws Error with what went wrong */
export function fetchAnswer(wanted: AnswerRequest): Promise<Buffer> {
  const url = new URL(wanted.url)
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw new Error(`not an address of the web: ${wanted.url}`)
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (!wanted.allowPrivate && isIP(host) && isPrivate(host)) throw new Error(`a private address: ${host}`)
  const options: RequestOptions = {
    method: wanted.body ? 'POST' : 'GET',
    headers: wanted.body ? { 'content-type': wanted.type, 'content-length': wanted.body.length } : {},
    signal: AbortSignal.timeout(wanted.timeoutMs),
    ...(wanted.allowPrivate ? {} : { lookup: publicLookup }),
  }
  return new Promise((resolve, reject) => {
    const send = url.protocol === 'https:' ? requestHttps : requestHttp
    const request = send(url, options, (response) => void bodyOf(response, wanted.maxBytes).then(resolve, reject))
    request.once('error', reject)
    request.end(wanted.body)
  })
}

async function bodyOf(response: IncomingMessage, maxBytes: number): Promise<Buffer> {
  try {
    if (response.statusCode !== 200) throw new HttpStatusError(`HTTP ${response.statusCode}`)
    const parts: Buffer[] = []
    let length = 0
    for await (const part of response as AsyncIterable<Buffer>) {
      length += part.length
      if (length > maxBytes) throw new Error('the answer is too long')
      parts.push(part)
    }
    return Buffer.concat(parts, length)
  } finally {
    response.destroy()
  }
}

const PRIVATE = new BlockList()
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const)
  PRIVATE.addSubnet(network, bits, 'ipv4')
for (const [network, bits] of [
  ['::', 127],
  ['64:ff9b::', 96],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  PRIVATE.addSubnet(network, bits, 'ipv6')

/** An address of this machine or this network. IPv4 written inside IPv6 is looked at as IPv4. */
export const isPrivate = (address: string): boolean => PRIVATE.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')

/** Looked at where the connection is made, so that a name cannot mean one address now and another a moment later. */
const publicLookup: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return callback(error, '', 4)
    const found = addresses.find(({ address }) => isPrivate(address))
    if (found) return callback(new Error(`a private address: ${hostname}`), '', 4)
    if (options.all) return callback(null, addresses)
    callback(null, addresses[0]?.address ?? '', addresses[0]?.family ?? 4)
  })
}
