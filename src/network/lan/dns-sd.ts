import dns, { type DnsRecord, type Packet } from 'dns-packet'
import { isIPv6 } from 'node:net'
import { SALT_SIZE, SLOT_SIZE, SLOTS, type Beacon } from './beacon.ts'

/** What all programs of this kind look for; it names no circle and no person. */
export const SERVICE = '_nst._udp.local'

/** `name`: 16 hex digits of chance. `ends`: it says farewell. */
export type Notice = { readonly name: string; readonly beacon: Beacon; readonly ends: boolean }
export type Heard = { readonly asks: boolean; readonly notices: readonly Notice[] }

const TTL_SECONDS = 120
const MOST_NOTICES = 16
const NAME = /^([0-9a-f]{16})\._nst\._udp\.local$/i
const SALT_KEY = 's='

export const question = (): Buffer => dns.encode({ type: 'query', questions: [{ type: 'PTR', name: SERVICE }] })

/** A DNS-SD answer. `host` is this machine's address in the network that it is sent to. */
export function announcement({ name, beacon, ends }: Notice, { host, port }: { host: string; port: number }): Buffer {
  const instance = `${name}.${SERVICE}`
  // Not the machine's own name: people are called by those.
  const target = `${name}.local`
  const own = { ttl: ends ? 0 : TTL_SECONDS, flush: true }
  return dns.encode({
    type: 'response',
    flags: dns.AUTHORITATIVE_ANSWER,
    answers: [{ type: 'PTR', name: SERVICE, ttl: own.ttl, data: instance }],
    additionals: [
      { type: 'SRV', name: instance, ...own, data: { port, target } },
      { type: 'TXT', name: instance, ...own, data: textOf(beacon) },
      { type: isIPv6(host) ? 'AAAA' : 'A', name: target, ...own, data: host },
    ],
  })
}

/** Undefined for what is none of ours. Total. */
export function hear(bytes: Uint8Array): Heard | undefined {
  try {
    const packet = dns.decode(bytes)
    return packet.type === 'query'
      ? { asks: isAsked(packet), notices: [] }
      : { asks: false, notices: noticesIn(packet) }
  } catch {
    return undefined
  }
}

const isAsked = ({ questions = [] }: Packet): boolean =>
  questions.some(({ name, type }) => name.toLowerCase() === SERVICE && (type === 'PTR' || type === 'ANY'))

function noticesIn({ answers = [], additionals = [] }: Packet): Notice[] {
  const texts = [...answers, ...additionals].filter(({ type }) => type === 'TXT')
  return texts.slice(0, MOST_NOTICES).flatMap((record) => {
    const name = NAME.exec(record.name)?.[1]
    const beacon = beaconIn(record)
    return name === undefined || beacon === undefined
      ? []
      : [{ name: name.toLowerCase(), beacon, ends: record.ttl === 0 }]
  })
}

const textOf = ({ salt, slots }: Beacon): Buffer[] => [
  Buffer.concat([Buffer.from(SALT_KEY), salt]),
  ...slots.map((slot, index) => Buffer.concat([Buffer.from(`${index}=`), slot])),
]

function beaconIn({ data }: DnsRecord): Beacon | undefined {
  const strings = Array.isArray(data) ? data.filter((one) => Buffer.isBuffer(one)) : []
  const salt = strings.find((one) => one.length === SALT_SIZE + 2 && one.toString('latin1', 0, 2) === SALT_KEY)
  const slots = strings.filter((one) => one.length === SLOT_SIZE + 2 && one[1] === '='.charCodeAt(0))
  if (salt === undefined || slots.length > SLOTS) return undefined
  return { salt: Buffer.from(salt.subarray(2)), slots: slots.map((slot) => Buffer.from(slot.subarray(2))) }
}
