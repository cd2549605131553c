import { expect, test } from 'vitest'
import { formatAddress, parseAddress, parseEndpoint } from '../../src/network/address.ts'
import { below, bytesFrom, chanceOf } from './chance.ts'

const peer = 'ab'.repeat(32)

test.each([
  { peer, host: '127.0.0.1', port: 1 },
  { peer, host: '192.168.1.20', port: 65_535 },
  { peer, host: '::1', port: 49_737 },
  { peer, host: 'fe80::1234:5678', port: 9 },
])('$host:$port goes through text and back', (address) => {
  expect(parseAddress(formatAddress(address))).toEqual(address)
})

test('upper-case hex is the same key', () => {
  expect(parseAddress(`${peer.toUpperCase()}@127.0.0.1:5`)).toEqual({ peer, host: '127.0.0.1', port: 5 })
})

test.each([
  '',
  '@',
  peer,
  `${peer}@`,
  `${peer}@127.0.0.1`,
  `${peer}@127.0.0.1:`,
  `${peer}@127.0.0.1:0`,
  `${peer}@127.0.0.1:65536`,
  `${peer}@127.0.0.1:-1`,
  `${peer}@127.0.0.1:080`,
  `${peer}@127.0.0.1:1e3`,
  `${peer}@127.0.0.1: 80`,
  `${peer}@127.0.0.1:80 `,
  ` ${peer}@127.0.0.1:80`,
  `${peer}@127.0.0.1:80\n`,
  `${peer}@127.0.0.256:80`,
  `${peer}@127.1:80`,
  `${peer}@::1:80`,
  `${peer}@[::1]`,
  `${peer}@[127.0.0.1]:80`,
  `${peer}@[::1:80`,
  `${peer}@localhost:80`,
  `${peer}@example.org:80`,
  `${peer}@@127.0.0.1:80`,
  `${peer.slice(1)}@127.0.0.1:80`,
  `${peer}a@127.0.0.1:80`,
  `${peer.slice(2)}zz@127.0.0.1:80`,
  `${peer}@127.0.0.1:80@127.0.0.1:80`,
  `${peer}@${'1'.repeat(1_000_000)}:80`,
  undefined,
  null,
  7,
  {},
  [],
])('%j is no address', (text) => {
  expect(parseAddress(text)).toBeUndefined()
})

test('an endpoint may ask for any free port', () => {
  expect(parseEndpoint('0.0.0.0:0')).toEqual({ host: '0.0.0.0', port: 0 })
  expect(parseEndpoint('[::]:0')).toEqual({ host: '::', port: 0 })
  expect(parseEndpoint('127.0.0.1')).toBeUndefined()
})

test('seed 7: changed addresses never throw, and what is accepted is stable', () => {
  const chance = chanceOf(7)
  const unstable: string[] = []
  for (let round = 0; round < 5_000; round += 1) {
    const bytes = Buffer.from(`${peer}@[fe80::1]:443`)
    bytesFrom(chance, 1 + below(chance, 3)).copy(bytes, below(chance, bytes.length))
    const first = parseAddress(bytes.toString('latin1'))
    const again = first && parseAddress(formatAddress(first))
    if (JSON.stringify(first) !== JSON.stringify(again)) unstable.push(bytes.toString('latin1'))
  }
  expect(unstable).toEqual([])
})
