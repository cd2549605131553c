import { linkOf } from '../../src/domain/links/state.ts'
import { agreed, together } from './circles.ts'
import { circleCalled, link, sends } from './linking.ts'
import { TODAY, type Person } from './people.ts'

type Two = [Person, Person]
type Three = [Person, Person, Person]

export const stateAt = (person: Person, other: Person, today = TODAY) =>
  linkOf(person.circle, other.circleId, today)?.state
export const unlink = (people: readonly Person[], other: Person, who: readonly Person[] = []) =>
  agreed(people, {
    title: 'We end it',
    effect: { kind: 'unlink', circles: [other.circleId], people: who.map(({ id }) => id).toSorted() },
  })

export function two() {
  const kitchen = circleCalled('Kitchen', 'ana', 'ben', 'cleo') as Three
  const river = circleCalled('River', 'rosa', 'sam') as Two
  return { kitchen, river, ana: kitchen[0], ben: kitchen[1], rosa: river[0], sam: river[1] }
}

/** Linked, with ben of the kitchen in the river, and sam of the river in the kitchen. */
export function linked() {
  const story = two()
  const { kitchen, river, ben, sam } = story
  const closes = link(kitchen, river)
  const benThere = sends(kitchen, river, ben)
  const samHere = sends([...river, benThere], kitchen, sam)
  return { ...story, closes, benThere, samHere, all: [...kitchen, samHere], others: [...river, benThere] }
}

/** The same, and both ends say that everyone has come. */
export function active() {
  const story = linked()
  const { ana, ben, rosa, sam } = story
  ben.say('delegate.arrived', { circle: rosa.circleId, seat: 1 })
  sam.say('delegate.arrived', { circle: ana.circleId, seat: 1 })
  together(...story.all)
  together(...story.others)
  return story
}

export const baseWords = (person: Person) => {
  const version = [...person.circle.versions.values()][0]
  if (version === undefined) throw new Error('nothing was said')
  return version.content
}
