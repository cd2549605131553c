/**
 * Every "no" of the program, as a closed list. A refusal is a value, never thrown; words for each code live with
 * the clients, in each language.
 */
export const REFUSAL_CODES = [
  // about events (RULES.md, E)
  'malformed',
  'unknown-type',
  'too-big',
  'bad-signature',
  'other-circle',
  'wrong-log',
  'out-of-sequence',
  'unknown-past',
  'not-admitted',
  'unreadable',
  'unknown-epoch',
  'no-epoch-due',
  'wrong-epoch',
  'no-epoch-key',
  'damaged-log',
  // members (M)
  'not-a-member',
  'needs-consent',
  'suspended',
  'already-a-member',
  'key-in-use',
  'bad-attestation',
  'no-such-device',
  'this-device',
  'device-gone',
  'device-forked',
  'not-on-leave',
  'already-on-leave',
  'circle-full',
  'practice-circle',
  // proposals and rounds (P, R)
  'no-such-proposal',
  'no-such-version',
  'no-such-question',
  'no-such-objection',
  'no-such-person',
  'no-such-round',
  'proposal-ended',
  'proposal-adopted',
  'another-matter',
  'not-your-own',
  'siblings-open',
  'round-already-open',
  'no-round-open',
  'round-replaced',
  'round-closed',
  'not-asked',
  'wrong-electorate',
  'question-open',
  'not-consented',
  'recused',
  'no-such-way',
  'not-yet-due',
  'too-many-silent',
  'own-objection',
  'objection-resolved',
  'question-answered',
  'already-done',
  'closed-meanwhile',
  'changed-meanwhile',
  // agreements (A)
  'no-such-agreement',
  'not-in-force',
  // drivers (N)
  'no-such-driver',
  'nothing-prepared',
  // the circle as a whole (C, X)
  'circle-closed',
  'not-dormant',
  'no-such-helping-circle',
  'not-of-it',
  // links with other circles, and what they tell (Q)
  'no-such-link',
  'no-such-statement',
  'no-seats',
  'bad-statement',
  'statement-expired',
  'statement-superseded',
  // next steps, meetings and words spoken in a room (F, T, V)
  'no-such-action',
  'action-open',
  'no-such-meeting',
  'no-such-item',
  'no-such-speaking',
  'no-such-minutes',
  'meeting-not-running',
  'not-present',
  'has-own-device',
  'no-such-word',
  'own-word',
  // roles, selections and reviews (H, G, Q)
  'no-such-role',
  'not-the-holder',
  'no-such-selection',
  'no-such-nomination',
  'selection-open',
  'selection-over',
  'nominations-sealed',
  'nominations-open',
  'seal-broken',
  'not-nominated',
  'nominee-last',
  'not-the-facilitator',
  'no-such-review',
  'review-over',
  'not-a-reviewer',
  'holder-first',
  // what a person typed or gave
  'empty-text',
  'date-in-the-past',
  'not-a-date',
  'ambiguous',
  'yourself',
  'no-such-circle',
  'no-profile',
  'profile-exists',
  'not-writable-yet',
  'no-such-file',
  'cannot-write-file',
  'no-printer',
  'not-ours',
  'newer-version',
  'older-version',
  'not-a-phrase',
  'import-unknown',
  'import-damaged',
  'import-too-big',
  'import-too-many',
  'import-gone',
  // invitations (I)
  'not-an-invite',
  'invite-used',
  'invite-expired',
  'invite-revoked',
  'no-such-invite',
  'not-a-request',
  'not-an-answer',
  'not-your-answer',
  'no-such-request',
  'request-cancelled',
  'wrong-code',
  'too-many-requests',
  'not-joined-yet',
  'join-cancelled',
  // meeting and carrying
  'not-an-address',
  'cannot-connect',
  'cannot-listen',
  'not-your-circle',
  'bundle-damaged',
  'keeper-damaged',
  'not-a-keeper',
  'no-such-keeper',
  'bundle-continues',
  'stick-gone',
  'stick-full',
  'stick-read-only',
  'not-a-folder',
  'store-busy',
  'store-damaged',
  'store-copied',
  'not-copied',
  'disk-full',
  'not-yet',
] as const
export type RefusalCode = (typeof REFUSAL_CODES)[number]

export type Refusal = {
  readonly code: RefusalCode
  readonly about?: Readonly<Record<string, string | number | readonly string[]>>
}

export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal }

export function refusal(code: RefusalCode, about?: Refusal['about']): Refusal {
  return about === undefined ? { code } : { code, about }
}

export const accept = <T>(value: T): Outcome<T> => ({ ok: true, value })
export const refuse = (code: RefusalCode, about?: Refusal['about']): Outcome<never> => ({
  ok: false,
  refusal: refusal(code, about),
})

export function isRefusalCode(code: unknown): code is RefusalCode {
  return (REFUSAL_CODES as readonly unknown[]).includes(code)
}
