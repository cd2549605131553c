import { z } from 'zod'

export const MemberState = z.enum(['joined', 'guest', 'on-leave', 'suspended', 'left', 'removed'])
export const CircleState = z.enum(['forming', 'active', 'dormant', 'closed'])
/** How a proposal is laid aside or handed on. */
export const PutAway = z.enum(['withdrawn', 'tabled', 'escalated', 'to-helping-circle'])
export const ProposalState = z.enum([
  'open',
  'in-round',
  'adopted',
  'withdrawn',
  'tabled',
  'escalated',
  'to-helping-circle',
  'contested',
])
export const ObjectionState = z.enum([
  'raised',
  'understood',
  'offered',
  'integrated',
  'withdrawn',
  'set-aside',
  'reframed',
  'cut-off',
  'kept',
  'forked',
])
export const AgreementState = z.enum(['in-force', 'settled', 'contested', 'superseded', 'invalid'])
/** How one circle stands with another that it has, wants or is offered a link with. */
/** What was done about a link by some who did not know of others. */
export const LinkApart = z.enum(['ended-over-renewal', 'ended-over-consent', 'consented-unaware', 'ended-twice'])
export const LinkState = z.enum([
  'proposed',
  'consented-here',
  'consented-there',
  'differing',
  'agreed',
  'active',
  'due',
  'ended',
])
export const HelpingState = z.enum(['chartered', 'working', 'reported', 'dissolved'])
export const DriverState = z.enum(['noticed', 'accepted', 'passed-on', 'discarded', 'answered'])
/** In the order in which they stand before anybody put them in order. */
export const BacklogKind = z.enum([
  'meeting-soon',
  'reconcile',
  'objection-to-agreement',
  'review-due',
  'review-soon',
  'term-due',
  'seat-vacant',
  'selection',
  'role-review',
  'action-due',
  'minutes-due',
  'escalated',
  'helping-due',
  'helping-report',
  'sub-circle',
  'objection-arrived',
  'link-offered',
  'link-seat',
  'link-due',
  'tabled-due',
  'concern',
  'proposal',
  'driver-accepted',
  'driver',
])
export const SeatState = z.enum(['vacant', 'filled', 'term-due', 'apart'])
export const SelectionState = z.enum([
  'nominating',
  'revealed',
  'changing',
  'proposed',
  'consenting',
  'selected',
  'returned',
  'none-suitable',
])
export const ReviewState = z.enum(['opened', 'speaking', 'planned', 'agreed', 'ended'])
export const RequestState = z.enum(['waiting', 'confirmed', 'cancelled'])
export const JoinState = z.enum(['waiting', 'joined', 'cancelled', 'refused'])
export const InviteState = z.enum(['open', 'used', 'expired', 'revoked'])
export const ContestKind = z.enum([
  'objection',
  'other-consent',
  'other-agreement',
  'laid-aside',
  'device-gone',
  'mutual-removal',
  'only-removed',
  'device-forked',
  'disputed-word',
])
/** How near the review is: overdue, an agreement stays in force and says so. */
export const Due = z.enum(['current', 'due-soon', 'overdue', 'lapsed'])
/** What an agreement became when another took its place. */
export const Became = z.enum(['renewed', 'changed', 'ended'])
/** How far a criterion was met. */
export const HowWell = z.enum(['met', 'partly', 'not', 'unsure'])
export const ActionState = z.enum(['open', 'done', 'dropped'])
export const MeetingState = z.enum(['planned', 'running', 'ended', 'cancelled'])
export const MeetingStep = z.enum(['opening', 'admin', 'agenda', 'item', 'closing'])
export const AgendaKind = z.enum(['report', 'explore', 'decide'])

/** Who may find a device for a circle. */
export const CircleReach = z.enum(['nobody', 'lan', 'internet'])
