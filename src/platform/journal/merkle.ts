import { createHash } from 'node:crypto'

const LEAF = Buffer.from([0])
const NODE = Buffer.from([1])

/** Hash of a leaf (RFC 6962, 2.1): the prefix keeps a node from passing for a leaf. */
export function leafHash(content: string | Uint8Array): Buffer {
  return createHash('sha256').update(LEAF).update(content).digest()
}

function nodeHash(left: Uint8Array, right: Uint8Array): Buffer {
  return createHash('sha256').update(NODE).update(left).update(right).digest()
}

/** The largest power of two below `count`: where RFC 6962 splits a tree. */
function split(count: number): number {
  return 2 ** Math.floor(Math.log2(count - 1))
}

/** Root over leaf hashes in their order; the root of no leaves is the hash of nothing. */
export function merkleRoot(leaves: readonly Uint8Array[], from = 0, to = leaves.length): Buffer {
  if (from === to) return createHash('sha256').digest()
  if (to - from === 1) return Buffer.from(leaves[from] ?? [])
  const middle = from + split(to - from)
  return nodeHash(merkleRoot(leaves, from, middle), merkleRoot(leaves, middle, to))
}

/** The sibling hashes that lead from one leaf to the root, nearest first. @throws RangeError for a leaf that is not there */
export function inclusionPath(leaves: readonly Uint8Array[], index: number, from = 0, to = leaves.length): Buffer[] {
  if (index < 0 || index >= to - from) throw new RangeError('no such leaf')
  if (to - from === 1) return []
  const half = split(to - from)
  const middle = from + half
  return index < half
    ? [...inclusionPath(leaves, index, from, middle), merkleRoot(leaves, middle, to)]
    : [...inclusionPath(leaves, index - half, middle, to), merkleRoot(leaves, from, middle)]
}

/** The root that a leaf and its path lead to in a tree of `count` leaves; undefined when the path has the wrong length. */
export function rootFromPath(
  leaf: Uint8Array,
  index: number,
  count: number,
  path: readonly Uint8Array[],
): Buffer | undefined {
  if (!Number.isInteger(index) || index < 0 || index >= count) return undefined
  if (count === 1) return path.length === 0 ? Buffer.from(leaf) : undefined
  const sibling = path.at(-1)
  if (!sibling) return undefined
  const half = split(count)
  const isLeft = index < half
  const below = rootFromPath(leaf, isLeft ? index : index - half, isLeft ? half : count - half, path.slice(0, -1))
  if (!below) return undefined
  return isLeft ? nodeHash(below, sibling) : nodeHash(sibling, below)
}
