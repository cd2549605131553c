import { z } from 'zod'
import { decodeCanonical, encodeCanonical } from '../domain/canonical.ts'
import { Id, Signature } from '../domain/event.ts'
import { bytesOfHex, hash, signText, verifyText } from '../log/crypto.ts'

/** Who is at the other end of a connection, as far as one circle is concerned. Never changes: a program of any age reads it. */
const Greeting = z.object({ device: Id, signature: Signature })

/** How far a node is in a circle; `hash` is the meaning of it, told only to who is equally far. */
const News = z.object({ rules: z.string().max(64), at: Id, hash: Id.nullable() })
export type News = z.infer<typeof News>

/** What two nodes meet under for one circle: only who holds the log's key can name it, and it names no log. */
export function meetingTopic(baseKey: string): Uint8Array {
  return hash(Buffer.from('nst/1 presence'), bytesOfHex(baseKey))
}

/** Signed for this one connection: a greeting that was overheard elsewhere says nothing here. */
export function greet(device: string, secretKey: Uint8Array, own: string, peer: string): Uint8Array {
  return toBytes({ device, signature: signText(greetingText(own, peer), secretKey) })
}

/** The device that greets; undefined for whatever it is not. Total. */
export function readGreeting(bytes: Uint8Array, own: string, peer: string): string | undefined {
  const greeting = Greeting.safeParse(fromBytes(bytes))
  if (!greeting.success) return undefined
  const { device, signature } = greeting.data
  return verifyText(greetingText(peer, own), signature, device) ? device : undefined
}

export const newsBytes = (news: News): Uint8Array => toBytes(news)

export function readNews(bytes: Uint8Array): News | undefined {
  const news = News.safeParse(fromBytes(bytes))
  return news.success ? news.data : undefined
}

/** Both ends' transport keys, which the connection itself has proved. */
const greetingText = (from: string, to: string): string => encodeCanonical({ greets: 'nst/1', from, to })

const toBytes = (value: unknown): Uint8Array => Buffer.from(encodeCanonical(value), 'utf8')
const fromBytes = (bytes: Uint8Array): unknown => decodeCanonical(Buffer.from(bytes).toString('utf8'))
