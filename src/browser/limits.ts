const SECOND = 1000
const MINUTE = 60 * SECOND

/** How much a browser, or whoever pretends to be one, may ask of the program. Sizes in bytes, times in ms. */
export type Limits = typeof LIMITS
export const LIMITS = {
  connections: 64,
  windows: 32,
  socketsPerWindow: 8,
  /** Links that were made and not used yet; a further one takes the place of the oldest. */
  links: 8,
  linkLasts: 10 * MINUTE,
  /** A window that is away for longer has to be let in anew. */
  awayFor: 24 * 60 * MINUTE,
  headers: 8 * 1024,
  headerCount: 64,
  url: 1024,
  /** Of one message: several times the longest text that a circle takes. */
  payload: 1024 * 1024,
  requests: { burst: 300, perSecond: 50 },
  messages: { burst: 1000, perSecond: 200 },
  /** From the first byte, or from the connection if none comes. */
  headersTime: 5 * SECOND,
  requestTime: 10 * SECOND,
  keepAlive: 5 * SECOND,
  checkEvery: SECOND,
  /** For a page to say goodbye before it is cut off. */
  goodbye: SECOND / 2,
}
