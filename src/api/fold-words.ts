/** What people say besides the words that are decided on, by the names that it has in answers. */
const WORDS = [
  'text',
  'reason',
  'disputed',
  'content',
  'process',
  'people',
  'situation',
  'effect',
  'need',
  'requirement',
]
/** Of these the words are what is decided on, or what the circle agreed: they stay whole, whoever brought them. */
const DECIDED = ['presented', 'amended', 'proposal.presented', 'proposal.amended']

type Fields = Readonly<Record<string, unknown>>

/**
 * An answer in which the words of some people are folded away behind a mark: their questions, reactions, reasons, notes and
 * turns. What a circle decides or decided on stays whole, and so does who said something, and that they did.
 */
export function withoutWordsOf<T>(answer: T, people: ReadonlySet<string>, mark: string): T {
  return people.size === 0 ? answer : (folded(answer, people, mark, null) as T)
}

/** Whose words are in an answer. */
export function speakersIn(answer: unknown): ReadonlySet<string> {
  const found = new Set<string>()
  folded(answer, { has: (person) => found.add(person).size === 0 }, '', null)
  return found
}

type Some = { readonly has: (person: string) => boolean }

function folded(value: unknown, people: Some, mark: string, inherited: string | null): unknown {
  if (Array.isArray(value)) return value.map((one) => folded(one, people, mark, inherited))
  if (typeof value !== 'object' || value === null) return value
  const fields = value as Fields
  const author = authorOf(fields) ?? inherited
  const isFolded = author !== null && !isDecided(fields) && saysSomething(fields) && people.has(author)
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => {
      if (isFolded && typeof field === 'string' && field !== '' && isWords(name, fields)) return [name, mark]
      if (typeof field === 'string' && isBy(fields[`${name}By`], people)) return [name, mark]
      // The results of an evaluation are its author's.
      return [name, folded(field, people, mark, name === 'results' ? author : null)]
    }),
  )
}

/** Words from elsewhere that say themselves whose they are: `titleBy` of a title, `foundBy` of what was found. */
const isBy = (who: unknown, people: Some) => typeof who === 'string' && people.has(who)

/** In some answers a word is what somebody said, and anywhere else an id or what a thing is called. */
const isWords = (name: string, fields: Fields) =>
  WORDS.includes(name) ||
  (name === 'statement' && isDriver(fields)) ||
  (name === 'note' && 'results' in fields) ||
  (name === 'title' && isBacklogItem(fields))
/** What somebody noticed, or other words for it. */
const isDriver = (fields: Fields) => 'statement' in fields && ('driver' in fields || 'situation' in fields)
const isBacklogItem = (fields: Fields) => 'item' in fields && 'about' in fields
const saysSomething = (fields: Fields) =>
  'results' in fields ||
  isBacklogItem(fields) ||
  isDriver(fields) ||
  WORDS.some((name) => typeof fields[name] === 'string')

function authorOf({ person, who }: Fields): string | null {
  if (typeof person === 'string') return person
  return typeof who === 'object' && who !== null ? authorOf(who as Fields) : null
}

function isDecided(fields: Fields): boolean {
  const { kind, type } = fields
  // A version of a proposal, and an agreement in the logbook.
  if ('parents' in fields && 'integrates' in fields) return true
  if ('consents' in fields && kind !== 'evaluation') return true
  return [kind, type].some((name) => typeof name === 'string' && DECIDED.includes(name))
}
