import { createHash, timingSafeEqual } from 'node:crypto'

const TOKEN_BYTES = 32

/** 256 bits as text that may stand in a URL's fragment and in a subprotocol. */
export const newToken = (chance: (size: number) => Uint8Array): string =>
  Buffer.from(chance(TOKEN_BYTES)).toString('base64url')

/** Whom each token stands for. Keeps no token, only what it can be recognised by. */
export interface TokenBook<T> {
  add(token: string, who: T): void
  /** Takes equally long whatever is right about a token. */
  find(token: string): T | undefined
  delete(who: T): void
  all(): T[]
}

export function tokenBook<T>(): TokenBook<T> {
  const entries = new Map<T, Buffer>()
  return {
    add: (token, who) => void entries.set(who, digest(token)),
    find(token) {
      const given = digest(token)
      let found: T | undefined
      for (const [who, known] of entries) if (timingSafeEqual(given, known)) found = who
      return found
    },
    delete: (who) => void entries.delete(who),
    all: () => [...entries.keys()],
  }
}

const digest = (token: string): Buffer => createHash('sha256').update(token).digest()
