/** The canonical text of an event's body, in bytes: more is refused before append. */
export const BODY_LIMIT = 64 * 1024
/** What stands around an event where it is carried: `{"event":…,"signature":"…","writer":"…"}`, canonical. */
const AROUND_CARRIED = 229
/**
 * [E9] The canonical text of a whole event, in bytes: it fits into the body of one that carries it, so that no way on which
 * a device goes is too big to be shown to those who have the other. What carries something is not carried in turn.
 */
export const EVENT_LIMIT = BODY_LIMIT - AROUND_CARRIED
/** What one event may weigh as a value of the log: its body, and room for its other fields, signature and seal. */
export const VALUE_LIMIT = BODY_LIMIT + 32 * 1024
/** Blocks in one append. A longer batch freezes its writer everywhere. */
export const BATCH_LIMIT = 16_384
