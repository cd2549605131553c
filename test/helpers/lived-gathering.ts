import type { Client } from '../../src/api/client.ts'

/** A circle of one that gathers: something noticed, what was said on it, and a helping circle. */
export type LivedGathering = { readonly circle: string; readonly driver: string; readonly helping: string }

export const gatheringWords = {
  en: {
    circle: { name: 'Rain water', aim: 'Keep the water that falls on our roofs.' },
    driver: 'In July the well runs dry',
    need: 'Enough water for the beds until autumn.',
    question: 'How much do the beds need?',
    answer: 'About two hundred litres a day.',
    idea: 'A barrel behind the shed.',
    consideration: 'Mosquitoes.',
    helping: 'The second well',
    mandate: 'Find out what a second well would cost, and who has to agree.',
    note: 'The neighbours have one.',
  },
  ar: {
    circle: { name: 'ماء المطر', aim: 'نحفظ الماء الذي ينزل على أسطحنا.' },
    driver: 'تجف البئر في تموز',
    need: 'ماء يكفي الأحواض حتى الخريف.',
    question: 'كم تحتاج الأحواض؟',
    answer: 'نحو مئتي لتر في اليوم.',
    idea: 'برميل خلف المخزن.',
    consideration: 'البعوض.',
    helping: 'البئر الثانية',
    mandate: 'اعرفوا كم تكلّف بئر ثانية، ومن يجب أن يوافق.',
    note: 'عند الجيران واحدة.',
  },
} as const

export async function liveGathering(
  node: Client,
  language: 'en' | 'ar',
  me: string,
  day: (days: number) => string,
): Promise<LivedGathering> {
  const words = gatheringWords[language]
  const { circle } = await node.circle.create(words.circle)
  const { driver } = await node.driver.notice({ circle, statement: words.driver, need: words.need })
  await node.driver.accept({ driver })
  const { item } = await node.forming.add({ driver, kind: 'dimension', text: words.question })
  await node.forming.answer({ question: item, text: words.answer })
  await node.forming.add({ driver, kind: 'idea', text: words.idea, about: item })
  await node.forming.add({ driver, kind: 'consideration', text: words.consideration })
  await node.forming.name({ driver, people: [me] })
  await node.backlog.note({ circle, item: driver, owner: me, minutes: 20, next: words.mandate })
  const task = { name: words.helping, mandate: words.mandate, members: [me], due: day(30), review: day(90) }
  const { proposal } = await node.helpingCircle.propose({ circle, ...task })
  await node.round.open({ proposal })
  await node.response.consent({ proposal })
  const { agreement: helping } = await node.round.close({ proposal })
  await node.helpingCircle.note({ helping, text: words.note })
  return { circle, driver, helping }
}
