import { byCodeUnit } from '../canonical.ts'
import type { Circle } from '../circle.ts'
import { inStoryOrder, lastSaid } from '../story.ts'
import type { BacklogNote } from './events.ts'

export interface BacklogNotes {
  readonly owner: string | null
  readonly minutes: number | null
  readonly next: string | null
}

/**
 * [J1] The items in the circle's order. They come in the order that the program gives them; then each that somebody
 * placed is put under the first of the items named there that is still in the list. Of each item its last place holds,
 * and they are put one after the other as the story goes: so the same words make the same list everywhere.
 */
export function inBacklogOrder(circle: Circle, items: readonly string[]): string[] {
  const here = new Set(items)
  const places = items.flatMap((item) => {
    const place = lastSaid(circle, circle.backlog.get(item)?.places ?? [])
    return place === null ? [] : [{ ...place, item }]
  })
  const ordered = [...items]
  for (const { item, under } of inStoryOrder(circle, places)) {
    ordered.splice(ordered.indexOf(item), 1)
    const above = under.find((one) => one !== item && here.has(one))
    ordered.splice(above === undefined ? 0 : ordered.indexOf(above) + 1, 0, item)
  }
  return ordered
}

/** [J2] What was noted of an item, each thing as it was said last. */
export function backlogNotes(circle: Circle, item: string): BacklogNotes {
  const notes = circle.backlog.get(item)?.notes ?? []
  const last = <W extends BacklogNote['what']>(what: W) => {
    const said = lastSaid(
      circle,
      notes.filter((one) => one.note.what === what),
    )
    return said?.note as Extract<BacklogNote, { readonly what: W }> | undefined
  }
  return {
    owner: last('owner')?.owner ?? null,
    minutes: last('minutes')?.minutes ?? null,
    next: last('next')?.next ?? null,
  }
}

/** Who said what comes next of an item; null where nothing is said. */
export function nextNoter(circle: Circle, item: string): string | null {
  const notes = (circle.backlog.get(item)?.notes ?? []).filter(({ note }) => note.what === 'next')
  return lastSaid(circle, notes)?.person ?? null
}

/** What people said about the list, for the state hash. */
export function backlogMeaning(circle: Circle) {
  const items = [...circle.backlog.values()].sort((a, b) => byCodeUnit(a.item, b.item))
  return items.map(({ item, places }) => ({
    item,
    place: lastSaid(circle, places)?.id ?? null,
    ...backlogNotes(circle, item),
  }))
}
