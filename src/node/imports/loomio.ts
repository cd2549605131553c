import { plain } from './html-text.ts'
import { unknownForm } from './import-fault.ts'
import { personIn, type LoomioRows, type RowOf } from './loomio-rows.ts'
import { votesOf } from './loomio-votes.ts'
import { partsOf, titleOf, type LeftOut, type Part, type Reading, type Thing } from './thing.ts'

const MOST_COMMENTS = 200

/** What a Loomio group decided, proposed and talked about. Decided there: nothing of it is anybody's consent here. */
export function readLoomio(rows: LoomioRows, attachments: number): Reading {
  if (rows.groups.size === 0) throw unknownForm()
  const left = new Map<LeftOut, number>(attachments === 0 ? [] : [['attachments', attachments]])
  const leave = (why: LeftOut): Thing[] => {
    left.set(why, (left.get(why) ?? 0) + 1)
    return []
  }
  const kept = (thing: Thing | undefined) => thing ?? leave('empty')
  const whyLeft = placesOf(rows)
  const [comments, votes, outcomes] = [commentsByDiscussion(rows), votesOf(rows), latestOutcomes(rows)]
  const groups = [...rows.groups.values()]
  const group = groups.find(({ parent_id: parent }) => !rows.groups.has(parent ?? -1))
  const things = [
    ...groups.filter((one) => one !== group).flatMap((one) => kept(subgroup(one))),
    ...[...rows.polls.values()].flatMap((poll) => {
      const why = whyLeft(poll, 'Poll')
      const outcome = outcomes.get(poll.id)
      if (why !== null) return leave(why)
      if (outcome === undefined && poll.poll_type !== 'proposal') return leave('undecided-polls')
      return kept(pollThing(poll, outcome, votes(poll)))
    }),
    ...[...rows.discussions.values()].flatMap((one) => {
      const why = whyLeft(one, 'Discussion')
      return why === null ? kept(discussionThing(one, comments.get(one.id) ?? [])) : leave(why)
    }),
  ]
  const name = titleOf(group?.name ?? '') ?? null
  return { source: 'loomio', name, things, people: peopleIn(rows), leftOut: Object.fromEntries(left) }
}

type Placed = RowOf<'polls'> | RowOf<'discussions'>

/** Why something does not come in by where it stands; null where it does. */
function placesOf(rows: LoomioRows): (one: Placed, type: 'Poll' | 'Discussion') => LeftOut | null {
  const topics = new Map([...rows.topics.values()].map((one) => [`${one.topicable_type} ${one.topicable_id}`, one]))
  return (one, type) => {
    const topic = rows.topics.get(one.topic_id ?? -1) ?? topics.get(`${type} ${one.id}`)
    const discussion = 'discussion_id' in one ? rows.discussions.get(one.discussion_id ?? -1) : undefined
    if ([one, topic, discussion].some((place) => isSet(place?.discarded_at))) return 'deleted'
    // What only some invited people could read is not the group's to carry elsewhere.
    const group = topic === undefined ? (one.group_id ?? discussion?.group_id) : topic.group_id
    return rows.groups.has(group ?? -1) ? null : 'private'
  }
}

const isSet = (value: unknown) => value !== undefined && value !== null

function subgroup({ id, name, description, description_format: format }: RowOf<'groups'>): Thing | undefined {
  const title = titleOf(name ?? '')
  const parts = partsOf([{ label: 'description', text: plain(description, format) }])
  return title === undefined ? undefined : { key: `circle ${id}`, kind: 'circle', title, at: null, parts }
}

function pollThing(poll: RowOf<'polls'>, outcome: RowOf<'outcomes'> | undefined, votes: Part[]): Thing | undefined {
  const title = titleOf(poll.title ?? '')
  if (title === undefined) return undefined
  const parts = partsOf([
    { label: 'outcome', text: plain(outcome?.statement, outcome?.statement_format) },
    { label: 'proposal', text: plain(poll.details, poll.details_format) },
    ...votes,
  ])
  const at = timeOf(outcome?.created_at ?? poll.closed_at ?? poll.created_at)
  return { key: `poll ${poll.id}`, kind: outcome === undefined ? 'proposed' : 'decided', title, at, parts }
}

function discussionThing(
  { id, title: name, description, description_format: format, created_at: at }: RowOf<'discussions'>,
  comments: readonly string[],
): Thing | undefined {
  const title = titleOf(name ?? '')
  const parts = partsOf([
    { label: 'description', text: plain(description, format) },
    { label: 'comments', text: comments },
  ])
  return title === undefined ? undefined : { key: `discussion ${id}`, kind: 'talked', title, at: timeOf(at), parts }
}

function latestOutcomes(rows: LoomioRows): Map<number, RowOf<'outcomes'>> {
  const latest = [...rows.outcomes.values()].filter((one) => one.latest !== false)
  return new Map(latest.map((one) => [one.poll_id ?? -1, one]))
}

/** Under the discussion that they belong to, however deep they answer each other. */
function commentsByDiscussion(rows: LoomioRows): Map<number, string[]> {
  const found = new Map<number, string[]>()
  for (const comment of rows.comments.values()) {
    const place = discussionOf(rows, comment)
    const body = plain(comment.body, comment.body_format)
    if (place === undefined || body === '' || isSet(comment.discarded_at)) continue
    const said = found.get(place) ?? []
    if (said.length === 0) found.set(place, said)
    if (said.length < MOST_COMMENTS) said.push(`${personIn(rows, comment.user_id)}: ${body}`)
  }
  return found
}

const DEEPEST = 50

function discussionOf(rows: LoomioRows, comment: RowOf<'comments'>): number | undefined {
  let at: RowOf<'comments'> | undefined = comment
  for (let depth = 0; at !== undefined && depth < DEEPEST; depth++) {
    if (typeof at.discussion_id === 'number') return at.discussion_id
    if (at.parent_type === 'Discussion') return at.parent_id ?? undefined
    at = at.parent_type === 'Comment' ? rows.comments.get(at.parent_id ?? -1) : undefined
  }
  return undefined
}

/** Who is in the group now, by name. */
function peopleIn(rows: LoomioRows): string[] {
  const here = [...rows.memberships.values()].filter((one) => !isSet(one.revoked_at) && isSet(one.accepted_at))
  const ids = new Set(here.map((one) => one.user_id ?? -1))
  const users = [...rows.users.values()].filter((user) => ids.has(user.id) && user.bot !== true)
  return [...new Set(users.flatMap(({ name }) => titleOf(name ?? '') ?? []))]
}

function timeOf(text: string | null | undefined): number | null {
  const at = Date.parse(text ?? '')
  return Number.isNaN(at) ? null : at
}
