import type { ImportWords } from '../words.ts'

export const es: ImportWords = {
  statement: {
    decided: (source, title) => `Decidido en otro lugar (${source}), falta el consentimiento aquí: ${title}`,
    proposed: (source, title) => `Propuesto en otro lugar (${source}), para mirarlo aquí: ${title}`,
    role: (source, title) => `Un rol de otro lugar (${source}), falta el consentimiento aquí: ${title}`,
    circle: (source, title) => `Un círculo de otro lugar (${source}), quizá un subcírculo nuestro: ${title}`,
    policy: (source, title) => `Una norma de otro lugar (${source}), falta el consentimiento aquí: ${title}`,
    talked: (source, title) => `Hablado en otro lugar (${source}): ${title}`,
  },
  sources: { loomio: 'Loomio', glassfrog: 'GlassFrog', holaspirit: 'Holaspirit', table: 'una tabla' },
  parts: {
    circle: 'Círculo',
    aim: 'Objetivo',
    domain: 'Dominio',
    accountabilities: 'Responsabilidades',
    qualities: 'Cualidades',
    months: 'Por cuántos meses',
    heldBy: 'Lo tiene',
    outcome: 'Qué salió de ello',
    proposal: 'Qué se propuso',
    votes: 'Respuestas allí',
    concerns: 'Preocupaciones allí',
    description: 'Como se describió',
    comments: 'Qué se dijo',
  },
  from: 'De',
  unsigned: 'Traído de otro programa: aquí nadie lo firmó.',
  shortened: 'El resto se dejó fuera: es demasiado largo.',
  need: 'Aquí nadie ha dado su consentimiento a esto. Tráelo como propuesta, cámbialo o déjalo.',
}
