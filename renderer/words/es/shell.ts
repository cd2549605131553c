import type { shell as English } from '../en/shell.ts'

export const shell: Record<keyof typeof English, string> = {
  'shell.program': 'Next Step Together',
  'shell.skip': 'Ir a la página',
  'shell.nextStep': 'Próximo paso',
  'shell.circles': 'Círculos',
  'shell.inStep': 'Al día',
  'shell.me': 'Yo',
  'shell.navigation': 'Principal',
  'shell.search': 'Buscar o hacer algo',
  'shell.loading': 'Un momento…',
  'shell.lost': 'El programa no responde. Quizá se ha detenido; vuelve a iniciarlo y esta página seguirá por sí sola.',
  'shell.lost.title': 'Sin conexión',
  'shell.retry': 'Reintentar',
  'shell.back': 'Volver',
  'shell.broken.title': 'Algo ha fallado en esta página',
  'shell.broken.next': 'Nada de lo que escribiste en el círculo se ha perdido. Vuelve atrás o reinicia el programa.',
  'shell.notFound.title': 'Aquí no hay nada',
  'shell.notFound.next': 'Puede que la página tuviera otro nombre en una versión anterior.',
}
