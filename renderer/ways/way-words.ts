import type { Way } from '../../src/domain/ways/way.ts'
import type { Words } from '../words/words.tsx'

/** What the circle agreed on, in a sentence. */
export function wayInWords(way: Way, t: Words['t']): string {
  switch (way.rule) {
    case 'terms':
      return t('ways.terms.now', { count: way.months })
    case 'absentee':
      return t('ways.absentee.now', { count: way.days })
    case 'lazy':
      return t('ways.lazy.now', { count: way.days, matters: way.matters })
    case 'qualifying':
      return t('ways.qualifying.now', { criteria: way.criteria.join(' · ') })
    case 'spoken-words':
      return t('ways.spoken-words.now', { count: way.witnesses })
    case 'mirror':
      return t('ways.mirror.now', { of: way.of, shows: way.shows.join(' · ') })
    case 'representatives':
      return t('ways.representatives.now', { count: way.most, of: way.of })
    default:
      return t('ways.mutual-removal.now')
  }
}
