import type Hypercore from 'hypercore'

type Header = { readonly core: { readonly header: { readonly frozen?: boolean } | null } | null }

/**
 * Whether this core's writer was found to have signed two logs. Hypercore then closes it in all hands, and takes no more
 * of it from anybody until the next start: whoever waits for the rest would wait for ever.
 */
export const isForked = (core: Hypercore): boolean => (core as unknown as Header).core?.header?.frozen === true
