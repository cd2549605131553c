import type { Lines } from '../lines.ts'

export const es: Lines = {
  names: ['Noor', 'Sam'],
  circle: {
    name: 'Huerto de práctica',
    aim: 'Cuidar juntos un pequeño huerto y aprender cómo se decide por consentimiento',
  },
  suggestion: {
    title: 'Mañanas de huerto los sábados',
    text: 'Trabajamos juntos en el huerto todos los sábados de 10 a 12. Quienes vengan deciden allí mismo qué hace más falta.',
    answer: 'Empieza el próximo sábado. Me encargo yo: abro el cobertizo y apunto quién ha venido.',
    addition: 'A las cuatro semanas miramos cómo va y lo cambiamos si resulta demasiado para alguien.',
  },
  question: [
    '¿Cuándo empezaría esto y quién se encargaría?',
    '¿A quién afectaría en el día a día?',
    '¿Qué haríamos distinto desde el primer día?',
  ],
  reaction: {
    asks: [
      'Me gusta. Es sencillo y podemos empezar enseguida.',
      'Qué bien que alguien haya pensado en esto. Lo siento ligero.',
      'Cercano y claro. Me alegraría probarlo.',
    ],
    objects: [
      'En general, sí. Solo me pregunto cómo notaríamos que no funciona.',
      'Veo lo bueno que tiene, y el riesgo me inquieta un poco.',
      'Interesante. Sigo pensando en quienes tienen poco tiempo.',
    ],
  },
  objection: [
    'Si esto llega a ser demasiado para alguno de nosotros, nadie lo notaría antes de la revisión y la gente dejaría de venir sin decir nada. Eso dañaría aquello para lo que estamos aquí. Necesitamos mirarlo antes.',
    'No decimos qué pasa si sale mal. Sin una manera de parar, seguiríamos con algo que daña nuestro propósito.',
    'Esto descansa siempre en las mismas pocas personas. Cuando se cansen, se cae todo, y con ello nuestro propósito. Hace falta una forma de repartirlo.',
  ],
  answer: 'Yo lo entiendo así: lo probamos tal como está escrito y lo vemos en la revisión.',
  nomination: {
    asks: 'Mantienes el hilo y preguntas antes de decidir. Me gustaría verte hacerlo.',
    objects: 'Escucha hasta que se ha oído a todo el mundo.',
  },
}
