import type { Circle } from '../../domain/circle.ts'
import { nameOf } from '../../domain/members/queries.ts'
import type { Refusal } from '../../domain/refusal.ts'

/** A refusal with the names and titles of what its ids stand for, so that every client can say it to a person. */
export function withNames(circle: Circle, { code, about = {} }: Refusal): Refusal {
  const { people, questions, agreement } = about
  const names = Array.isArray(people) ? people.map((person: string) => nameOf(circle, person)) : undefined
  const texts = Array.isArray(questions)
    ? questions.flatMap((id: string) => circle.questions.get(id)?.text ?? [])
    : undefined
  const title = typeof agreement === 'string' ? titleOf(circle, agreement) : undefined
  const told = { ...about, ...(names && { names }), ...(texts && { texts }), ...(title && { title }) }
  return Object.keys(told).length === 0 ? { code } : { code, about: told }
}

function titleOf(circle: Circle, id: string): string | undefined {
  const version = circle.agreements.get(id)?.version
  return version === undefined ? undefined : circle.versions.get(version)?.content.title
}
