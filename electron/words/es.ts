import type { ShellWords } from './en.ts'

export const es: ShellWords = {
  file: 'Archivo',
  newCircle: 'Nuevo círculo',
  join: 'Unirse a un círculo',
  yourPart: 'Tú y este programa',
  edit: 'Edición',
  view: 'Ver',
  help: 'Ayuda',
  open: 'Abrir',
  notNow: 'Ahora no',
  show: 'Mostrar la ventana',
  keepInStep: 'Mantener mis círculos al día',
  quit: 'Salir',
  install: '¿Abrir el instalador de una nueva versión? Está comprobado. Cierra este programa antes de seguir allí.',
  outside: 'Esto lleva fuera de Next Step Together, a otro programa:',
  waits: 'Algo te espera',
  waitsMore: 'Abre Next Step Together para ver qué es.',
  died: 'La parte que guarda tus círculos se detuvo. Vuelve a empezar por sí sola.',
  diedMore: 'Nada de lo que enviaste se perdió. Si vuelve a pasar, sal y abre el programa de nuevo.',
}
