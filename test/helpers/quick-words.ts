import { hash } from '../../src/log/crypto.ts'
import type { Stretch } from '../../src/node/invitation/code.ts'

/** The words of an invitation without their price: both who show them have to be of this test. */
export const quickWords: Stretch = async (secret, salt) => hash(secret, salt)
