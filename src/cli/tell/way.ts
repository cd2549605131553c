import type { Way } from '../../domain/ways/way.ts'

const days = (count: number) => (count === 1 ? '1 day' : `${count} days`)

/** A way of the circle in a sentence. */
export function tellWay(way: Way): string {
  switch (way.rule) {
    case 'terms':
      return `A term lasts ${way.months === 1 ? '1 month' : `${way.months} months`}.`
    case 'absentee':
      return `Silence counts after ${days(way.days)}, in a round that says so.`
    case 'lazy':
      return `Silence counts after ${days(way.days)}, in a round that says so, for: ${way.matters}`
    case 'qualifying':
      return `An objection is held against: ${way.criteria.join('; ')}`
    case 'spoken-words':
      return `Words spoken in the room stand with ${way.witnesses} witnesses.`
    case 'representatives':
      return `It is made of ${way.of}, at most ${way.most}.`
    case 'mirror':
      return `It stands for ${way.of}. Here it shows: ${way.shows.join('; ')}`
    default:
      return 'Two who would send each other away take no part in decisions until the circle has decided.'
  }
}
