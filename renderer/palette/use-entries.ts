import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { withoutWordsOf } from '../../src/api/fold-words.ts'
import { useNode } from '../node/node-context.tsx'
import { useLive } from '../node/use-live.ts'
import { useCircleHere } from '../shell/use-circle-here.ts'
import { useWords } from '../words/words.tsx'
import { circleEntries, doEntries, foundEntry, matching, seatEntries, type Entry } from './entries.ts'

/** Something is to be done and the person says in which circle. */
export type Asking = 'propose' | 'invite' | null

export type Group = { readonly title: string; readonly entries: readonly Entry[] }

const LONGEST = 200

/** What fits what is typed: found things first, then what can be done. */
export function useEntries(text: string, asking: Asking): Group[] {
  const node = useNode()
  const words = useWords()
  const here = useCircleHere()
  const circles = useLive('circle', 'list', {}).data ?? []
  const notRead = new Set(useLive('member', 'notRead', {}).data?.people ?? [])
  const wanted = text.trim().slice(0, LONGEST)
  const found = useQuery({
    queryKey: ['find', 'list', wanted],
    queryFn: () => node.find.list({ text: wanted }),
    enabled: wanted !== '' && asking === null,
    placeholderData: keepPreviousData,
    staleTime: 0,
  })
  const groups =
    asking === null
      ? [
          {
            title: words.t('palette.found'),
            entries:
              wanted === ''
                ? []
                : [
                    ...withoutWordsOf(found.data ?? [], notRead, words.t('people.notRead.words')).map((one) =>
                      foundEntry(one, words),
                    ),
                    ...matching(
                      seatEntries(
                        words,
                        circles.find(({ circle }) => circle === here),
                      ),
                      wanted,
                    ),
                  ],
          },
          {
            title: words.t('palette.do'),
            entries: matching(
              doEntries(
                words,
                circles.find(({ circle }) => circle === here),
              ),
              wanted,
            ),
          },
        ]
      : [{ title: words.t('palette.which'), entries: matching(circleEntries(circles, asking), wanted) }]
  return groups.filter(({ entries }) => entries.length > 0)
}
