/** Addresses that lead nowhere beyond one's own network, or machine. */
const PRIVATE = [
  /^10\./,
  /^192\.168\./,
  /^172\.(1[6-9]|2\d|3[01])\./,
  /^169\.254\./,
  /^127\./,
  /^f[cd]/i,
  /^fe[89ab]/i,
  /^::1$/,
]

export const isPrivateHost = (host: string): boolean => PRIVATE.some((start) => start.test(host))
