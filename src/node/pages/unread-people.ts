import type { Circle } from '../../domain/circle.ts'
import { people } from '../../domain/members/queries.ts'
import type { News } from './meanwhile.ts'
import type { Waiting } from './waiting.ts'

/** What is said or asked in talk. All else is a step of a decision, in which everyone's voice counts as ever. */
const TALK: ReadonlySet<Waiting['kind']> = new Set(['answer', 'answered', 'understand', 'react', 'noticed', 'help'])
const TALK_NEWS: ReadonlySet<News['kind']> = new Set(['proposed', 'changed', 'joined'])

type Line = { readonly person: string | null; readonly text: string | null }

/** Without what people do whose words are not read here; of what touches a decision, the fact without their words. */
export function withoutTheirs(
  circle: Circle,
  notRead: readonly string[],
  { waiting, news }: { readonly waiting: Waiting[]; readonly news: News[] },
) {
  if (notRead.length === 0) return { waiting, news }
  const theirs = isTheirs(circle, notRead)
  const wordless = <L extends Line>(line: L): L => (theirs(line) ? { ...line, text: null } : line)
  return {
    waiting: waiting.filter((line) => !theirs(line) || !TALK.has(line.kind)).map(wordless),
    news: news.filter((line) => !theirs(line) || !TALK_NEWS.has(line.kind)).map(wordless),
  }
}

/** Lines name people. Of two who are called the same, neither is missed because of the other. */
function isTheirs(circle: Circle, notRead: readonly string[]) {
  const [gone, read] = [new Set<string>(), new Set<string>()]
  for (const { person, name } of people(circle)) (notRead.includes(person) ? gone : read).add(name)
  return ({ person }: Line) => person !== null && gone.has(person) && !read.has(person)
}
