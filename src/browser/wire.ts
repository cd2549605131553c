/** What a page and the program agree on. The page imports it too, so nothing of Node may be in here. */
export const LAUNCH_PATH = '/launch'
export const RPC_PATH = '/rpc'
/** The real subprotocol; the token travels as another one, because a browser sets no headers on a WebSocket. */
export const PROTOCOL = 'nst'
export const TOKEN_PREFIX = 'token.'
export const protocolsWith = (token: string): string[] => [PROTOCOL, TOKEN_PREFIX + token]

/** The name in the link's fragment, which a browser never sends. */
export const LAUNCH_FRAGMENT = '#launch='
/** The close code of a window that was ended: coming back with the same token is in vain. */
export const ENDED = 4001
