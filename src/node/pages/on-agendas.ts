import type { Circle } from '../../domain/circle.ts'
import { agendaOf, topicsOf } from '../../domain/meetings/agenda.ts'
import { meetingState, plansOf } from '../../domain/meetings/queries.ts'

/** Where a proposal, an agreement, a driver or a role is on the agenda of a meeting that is to come or goes on. */
export function onAgendas(circle: Circle, about: string) {
  const open = [...circle.meetings.meetings.values()].filter((one) =>
    ['planned', 'running'].includes(meetingState(one)),
  )
  return open.flatMap((meeting) => {
    const items = agendaOf(meeting).filter((item) => topicsOf(item)[0].about?.id === about)
    const [{ title, starts }] = plansOf(meeting)
    return items.map((item) => ({ meeting: meeting.id, item: item.id, title, starts }))
  })
}
