import type { Driver } from '../drivers/driver-data.ts'
import { inMonths } from './days.ts'

/** What the form of a new proposal holds. */
export type Terms = {
  readonly title: string
  readonly text: string
  readonly review: string
  /** That it no longer holds after that day. */
  readonly lapses: boolean
  readonly driver: string
  readonly criteria: string
  /** A guest's id, or NOBODY. */
  readonly admits: string
}

export const NOBODY = 'nobody'
const USUAL_REVIEW_MONTHS = 6

export function freshTerms(): Terms {
  return {
    title: '',
    text: '',
    review: inMonths(USUAL_REVIEW_MONTHS),
    lapses: false,
    driver: '',
    criteria: '',
    admits: NOBODY,
  }
}

/** A proposal that makes a guest a member. */
export function welcoming(admits: string, words: Pick<Terms, 'title' | 'text'>): Terms {
  return { ...freshTerms(), ...words, admits }
}

const LONGEST_TITLE = 100

/** A proposal that answers what was noticed: with the words that somebody prepared, else with what it needs. */
export function answering({ statement, need, prepared }: Driver): Terms {
  if (prepared?.as === 'agreement') return { ...freshTerms(), title: prepared.title, text: prepared.text }
  const [line = ''] = statement.trim().split('\n')
  const all = [...line]
  const title = all.length > LONGEST_TITLE ? `${all.slice(0, LONGEST_TITLE - 1).join('')}…` : line
  return { ...freshTerms(), title, text: need ?? statement }
}

/** As the program takes them: what was left empty is not said. */
export function spoken({ title, text, review, lapses, driver, criteria, admits }: Terms) {
  return {
    title,
    text,
    review,
    criteria: criteria.split('\n').filter((line) => line.trim() !== ''),
    ...(driver.trim() === '' ? {} : { driver }),
    ...(lapses ? { lapses } : {}),
    ...(admits === NOBODY ? {} : { admits }),
  }
}
