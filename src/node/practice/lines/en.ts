import type { Lines } from '../lines.ts'

export const en: Lines = {
  names: ['Noor', 'Sam'],
  circle: { name: 'Practice garden', aim: 'To care for a small garden together, and to learn how consent works' },
  suggestion: {
    title: 'Garden mornings on Saturdays',
    text: 'We work in the garden together every Saturday from 10 to 12. Whoever comes decides on the spot what is most needed.',
    answer: 'It starts next Saturday. I will look after it: I open the shed and write down who came.',
    addition: 'After four weeks we look at how it goes, and change it if it is too much for anyone.',
  },
  question: [
    'When would this start, and who would look after it?',
    'Whom would this concern in everyday life?',
    'What would we do differently from the first day on?',
  ],
  reaction: {
    asks: [
      'I like it. It is simple, and we can begin right away.',
      'Good that somebody thought of this. It feels light.',
      'Warm and clear. I would be glad to try it.',
    ],
    objects: [
      'In general, yes. I only wonder how we would notice if it did not work.',
      'I can see the good in it, and I feel a little uneasy about the risk.',
      'Interesting. I am still thinking about those who have little time.',
    ],
  },
  objection: [
    'If this becomes too much for some of us, nobody would notice before the review, and people would quietly stay away. That would harm what we are here for. We need to look at it earlier.',
    'We do not say what happens when it goes wrong. Without a way to stop, we would go on with something that harms our aim.',
    'This rests on the same few people. When they tire, the whole thing falls, and our aim with it. We need a way to share it.',
  ],
  answer: 'As I understand it: we try it as it is written, and see at the review.',
  nomination: {
    asks: 'You keep the thread, and you ask before you decide. I would like to see you do it.',
    objects: 'They listen until everyone has been heard.',
  },
}
