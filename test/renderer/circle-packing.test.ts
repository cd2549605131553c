import { expect, it } from 'vitest'
import { broaderOf, inOrder, packed, type Structure } from '../../renderer/links/circle-packing.ts'

type Link = Structure['links'][number]

const circles = (count: number): Structure['circles'] =>
  Array.from({ length: count }, (_, at) => ({
    circle: `c${at}`,
    name: `Circle ${at}`,
    isMine: at < 5,
    members: at < 5 ? at + 2 : null,
  }))
const link = (
  as: Link['as'],
  from: number,
  to: number,
  state: Link['state'] = as === 'kin' ? null : 'active',
): Link => ({
  as,
  from: `c${from}`,
  to: `c${to}`,
  state,
  endedBy: null,
  sends: 1,
  receives: 1,
})
const village: Structure = {
  circles: circles(8),
  links: [link('kin', 0, 1), link('kin', 1, 2), link('below', 3, 4), link('above', 5, 3), link('beside', 0, 3)],
}

it('draws a circle inside the one that it is part of, whichever of the two said so', () => {
  expect(Object.fromEntries(broaderOf(village))).toEqual({ c1: 'c0', c2: 'c1', c4: 'c3', c5: 'c3' })
  expect(inOrder(village).map(({ circle }) => circle)).toEqual(['c0', 'c1', 'c2', 'c3', 'c4', 'c5', 'c6', 'c7'])
})

it('draws nobody inside themselves, nor by what does not hold', () => {
  const round = { circles: circles(3), links: [link('kin', 0, 1), link('kin', 1, 2), link('kin', 2, 0)] }
  expect(Object.fromEntries(broaderOf(round))).toEqual({ c1: 'c0', c2: 'c1' })
  expect(broaderOf({ circles: circles(2), links: [link('below', 0, 1, 'ended')] }).size).toBe(0)
  expect(broaderOf({ circles: circles(2), links: [link('below', 0, 1, 'proposed')] }).size).toBe(0)
  expect(inOrder(round)).toHaveLength(3)
})

it('gives every circle a place of its own, within its ring and the map', () => {
  const { places, rings } = packed(village, 600, 400)
  expect(places.size).toBe(8)
  expect([...rings.keys()].toSorted()).toEqual(['c0', 'c1', 'c3'])
  const all = [...places.values()]
  for (const { x, y, r } of all) expect(x - r >= 0 && x + r <= 600 && y - r >= 0 && y + r <= 400).toBe(true)
  const apart = (one: (typeof all)[0], other: (typeof all)[0]) => Math.hypot(one.x - other.x, one.y - other.y)
  for (const [at, one] of all.entries())
    for (const other of all.slice(at + 1)) expect(apart(one, other)).toBeGreaterThan(one.r + other.r)
  for (const [part, whole] of broaderOf(village)) {
    const [inner, ring] = [rings.get(part) ?? places.get(part)!, rings.get(whole)!]
    expect(apart(inner, ring) + inner.r).toBeLessThanOrEqual(ring.r + 0.01)
  }
})

it('is as large as it has people', () => {
  const { places } = packed({ circles: circles(5), links: [] }, 600, 400)
  expect(places.get('c4')!.r).toBeGreaterThan(places.get('c0')!.r)
})
