import packageJson from '../../../package.json' with { type: 'json' }

/** Whose signatures make a file an update of this program, and how many of them it takes. */
export type Release = { readonly keys: readonly string[]; readonly threshold: number }

/**
 * The keys (Ed25519, hex) of those who release this program. There are none yet: a program without any can check no update,
 * and says so. Whoever releases a program of their own puts theirs here, and more than one signature if they are several.
 */
export const RELEASE: Release = { keys: [], threshold: 1 }

/** Which program this is: what an update must fit, and be newer than. */
export type Own = { readonly version: string; readonly platform: string; readonly arch: string }

export const OWN: Own = { version: packageJson.version, platform: process.platform, arch: process.arch }
