import { expect } from 'vitest'
import type { Row } from './rows.ts'

/** export: what the node answers is written into the file, and only then told. */
export const EXPORT_ROWS: readonly Row[] = [
  {
    line: 'export Garden --as minutes.html --meeting m1 --language ar --out words.txt',
    asks: 'exports.write',
    input: { circle: 'Garden', form: 'minutes.html', meeting: 'm1', language: 'ar' },
    answer: { name: 'Garden-minutes.html', text: 'We met.' },
    prints: { file: expect.stringMatching(/words\.txt$/), form: 'minutes.html', bytes: 7 },
  },
  {
    line: 'export Garden --as calendar.ics --details --out words.txt',
    asks: 'exports.write',
    input: { circle: 'Garden', form: 'calendar.ics', language: 'en', details: true },
    answer: { name: 'Garden-calendar.ics', text: 'BEGIN:VCALENDAR' },
    prints: { file: expect.stringMatching(/words\.txt$/), form: 'calendar.ics', bytes: 15 },
  },
]
