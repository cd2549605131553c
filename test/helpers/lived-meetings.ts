import type { Client } from '../../src/api/client.ts'

/** A meeting that goes on, at a proposal, and one that is over. */
export type LivedMeetings = { readonly running: string; readonly ended: string }

export const meetingWords = {
  en: {
    ended: 'Before the summer',
    running: 'Evening in the workshop',
    place: 'In the old school',
    guest: 'Noor',
    opening: 'What brings you here tonight?',
    said: 'A lamp that has not lit for a year.',
    item: 'Where the screws went',
    outcome: 'From now on they lie in the blue box.',
    information: 'The school is closed on the first of May.',
    todo: 'Label the blue box',
    content: 'We came through everything.',
    process: 'A break would have been good.',
    ask: 'What do you think of it?',
  },
  ar: {
    ended: 'قبل الصيف',
    running: 'أمسية في الورشة',
    place: 'في المدرسة القديمة',
    guest: 'نور',
    opening: 'ما الذي جاء بكم الليلة؟',
    said: 'مصباح لم يضئ منذ سنة.',
    item: 'أين ذهبت البراغي',
    outcome: 'من الآن توضع في الصندوق الأزرق.',
    information: 'المدرسة مغلقة في أول أيار.',
    todo: 'نكتب على الصندوق الأزرق',
    content: 'أنهينا كل شيء.',
    process: 'كانت استراحة ستفيدنا.',
    ask: 'ما رأيكم فيه؟',
  },
} as const

type Scene = { readonly circle: string; readonly proposal: string; readonly title: string; readonly starts: number }

/** Kept on one device, with a guest of the evening beside it. */
export async function liveMeetings(node: Client, language: 'en' | 'ar', scene: Scene): Promise<LivedMeetings> {
  const { circle, proposal, title, starts } = scene
  const words = meetingWords[language]
  const guest = { guest: words.guest }
  const begins = async (name: string, at: number) => {
    const { meeting } = await node.meeting.schedule({
      circle,
      title: name,
      starts: at,
      minutes: 90,
      place: words.place,
    })
    const { item } = await node.agenda.add({ meeting, kind: 'report', title: words.item, minutes: 10 })
    await node.meeting.start({ meeting })
    await node.meeting.attend({ meeting, here: true, device: true })
    await node.meeting.attend({ meeting, who: guest, here: true, device: false })
    return { meeting, item }
  }

  const before = await begins(words.ended, starts)
  const { meeting } = before
  await node.meeting.ask({ meeting, prompt: words.opening })
  await node.meeting.turn({ meeting, who: guest, as: 'done', text: words.said })
  await node.meeting.note({ meeting, kind: 'information', text: words.information })
  await node.meeting.steer({ meeting, item: before.item })
  await node.agenda.outcome({ item: before.item, text: words.outcome })
  await node.action.note({ circle, text: words.todo, from: { kind: 'item', id: before.item } })
  await node.meeting.evaluate({ meeting, content: words.content, process: words.process })
  await node.meeting.end({ meeting })

  const { meeting: running } = await begins(words.running, starts + 60 * 60 * 1000)
  const about = { kind: 'proposal', id: proposal } as const
  const { item } = await node.agenda.add({ meeting: running, kind: 'decide', title, minutes: 20, about })
  await node.meeting.steer({ meeting: running, item })
  await node.meeting.ask({ meeting: running, prompt: words.ask })
  return { running, ended: meeting }
}
