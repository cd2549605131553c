import sodium from 'sodium-native'
import type { TreeNode } from './bundle-format.ts'

/**
 * The Merkle tree over a log's blocks, as Hypercore makes it: block i is node 2i, a parent stands between its children.
 * Whatever is computed wrongly here fits no signature.
 */
export function leaf(block: number, value: Uint8Array): TreeNode {
  const hash = digest([Buffer.from([0]), uint64(value.byteLength), value])
  return { index: 2 * block, size: value.byteLength, hash }
}

/** Indices of the roots of the tree over so many blocks. */
export function rootsOf(length: number): number[] {
  const roots: number[] = []
  for (let [start, left] = [0, length]; left > 0;) {
    const span = 2 ** Math.floor(Math.log2(left))
    roots.push(2 * start + span - 1)
    start += span
    left -= span
  }
  return roots
}

/** Adds every parent both of whose children are known; `nodes` are those under the tree's newest blocks, and its older roots. */
export class KnownTree {
  readonly #nodes = new Map<number, TreeNode>()

  constructor(nodes: readonly TreeNode[]) {
    for (const node of nodes) this.add(node)
  }

  add(node: TreeNode): void {
    this.#nodes.set(node.index, node)
    const other = this.#nodes.get(siblingOf(node.index))
    if (other === undefined) return
    const [left, right] = node.index < other.index ? [node, other] : [other, node]
    const size = left.size + right.size
    const hash = digest([Buffer.from([1]), uint64(size), left.hash, right.hash])
    this.add({ index: parentOf(node.index), size, hash })
  }

  at(index: number): TreeNode | undefined {
    return this.#nodes.get(index)
  }

  /** Siblings on the way from a block up to the root over it. */
  path(block: number): TreeNode[] {
    const path: TreeNode[] = []
    for (let index = 2 * block; ; index = parentOf(index)) {
      const sibling = this.#nodes.get(siblingOf(index))
      if (sibling === undefined) return path
      path.push(sibling)
    }
  }
}

/** How high a node stands: 0 for a block. Indices pass 2^32, so no bit operations. */
function depthOf(index: number): number {
  let [depth, rest] = [0, index]
  while (rest % 2 === 1) [depth, rest] = [depth + 1, (rest - 1) / 2]
  return depth
}

function siblingOf(index: number): number {
  const step = 2 ** (depthOf(index) + 1)
  const isLeft = Math.floor(index / step) % 2 === 0
  return isLeft ? index + step : index - step
}

function parentOf(index: number): number {
  return (index + siblingOf(index)) / 2
}

function digest(parts: readonly Uint8Array[]): Buffer {
  const hash = Buffer.alloc(32)
  sodium.crypto_generichash(hash, Buffer.concat(parts))
  return hash
}

function uint64(value: number): Buffer {
  const bytes = Buffer.alloc(8)
  bytes.writeBigUInt64LE(BigInt(value))
  return bytes
}
