/** The canonical text of an event's body, in bytes: more is refused before append. */
export const BODY_LIMIT = 64 * 1024
/** What one event may weigh as a value of the log: its body, and room for its other fields, signature and seal. */
export const VALUE_LIMIT = BODY_LIMIT + 32 * 1024
/** Blocks in one append. A longer batch freezes its writer everywhere. */
export const BATCH_LIMIT = 16_384
