import type { files as English } from '../en/files.ts'

export const files: Record<keyof typeof English, string> = {
  'files.lead': 'Lo que sale de este círculo en archivos y lo que llega de otros programas.',
  'files.out': 'Llevarse',
  'files.out.lead':
    'Lo que tu círculo recuerda, en archivos que se leen sin este programa, se imprimen o se abren en otro.',
  'files.logbook': 'Cuaderno',
  'files.logbook.more':
    'Todos los acuerdos con sus palabras. Para guardarlo como PDF, ábrelo para imprimir y elige «Guardar como PDF».',
  'files.minutes': 'Acta',
  'files.minutes.of': 'De qué reunión',
  'files.calendar': 'Calendario',
  'files.calendar.more': 'Reuniones, días de revisión y finales de mandato. No nombra a nadie, salvo que tú quieras.',
  'files.withBlocked': 'También las palabras de quienes no lees',
  'files.calendar.details': 'Con lugares, órdenes del día y nombres',
  'files.members': 'Miembros',
  'files.roles': 'Roles',
  'files.agreements': 'Acuerdos',
  'files.backlog': 'Pendientes',
  'files.print': 'Imprimir o PDF',
  'files.take': '{what} como {form}',
  'files.as.md': 'Markdown',
  'files.as.html': 'Página web',
  'files.as.ics': 'Archivo de calendario',
  'files.as.csv': 'Tabla (CSV)',
  'files.as.json': 'JSON',
  'files.saved': '{name} está listo: tu navegador lo tiene entre tus descargas.',
  'files.in': 'Traer',
  'files.in.lead':
    'Lo que decidisteis con otro programa llega como algo notado. Espera en los pendientes hasta que alguien lo traiga como propuesta: aquí nadie ha dado todavía su consentimiento.',
  'files.in.forms':
    'Una exportación de un grupo de Loomio, roles y círculos en una tabla (CSV o Excel), o lo que dan GlassFrog y Holaspirit.',
  'files.in.choose': 'Elegir un archivo',
  'files.in.reading': 'Leyendo el archivo',
  'files.in.preview': 'En este archivo: {name}',
  'files.in.table': 'una tabla',
  'files.in.preview.lead': 'Todavía no ha entrado nada. Elige qué debe entrar.',
  'files.in.kind.decided': '{count, plural, one {# cosa decidida allí} other {# cosas decididas allí}}',
  'files.in.kind.proposed': '{count, plural, one {# propuesta sin resultado} other {# propuestas sin resultado}}',
  'files.in.kind.role': '{count, plural, one {# rol} other {# roles}}',
  'files.in.kind.circle': '{count, plural, one {# círculo, quizá un subcírculo} other {# círculos, quizá subcírculos}}',
  'files.in.kind.policy': '{count, plural, one {# norma} other {# normas}}',
  'files.in.kind.talked': '{count, plural, one {# conversación} other {# conversaciones}}',
  'files.in.which': '¿Cuáles?',
  'files.in.here': 'ya está aquí',
  'files.in.people': '{count, plural, one {# persona allí} other {# personas allí}}',
  'files.in.people.lead': 'Sus nombres solo se muestran aquí, para que las invites. De ellas no se leyó nada más.',
  'files.in.left.deleted': '{count, plural, one {# cosa borrada queda fuera} other {# cosas borradas quedan fuera}}',
  'files.in.left.private':
    '{count, plural, one {# conversación privada queda fuera} other {# conversaciones privadas quedan fuera}}',
  'files.in.left.undecided-polls':
    '{count, plural, one {# encuesta sin resultado queda fuera} other {# encuestas sin resultado quedan fuera}}',
  'files.in.left.attachments':
    '{count, plural, one {# archivo adjunto se queda donde está} other {# archivos adjuntos se quedan donde están}}',
  'files.in.left.empty': '{count, plural, one {# cosa sin título queda fuera} other {# cosas sin título quedan fuera}}',
  'files.in.tooMany': 'Como mucho pueden entrar {limit, number} a la vez. Elige menos tipos.',
  'files.in.bring': '{count, plural, =0 {Traer} one {Traer # cosa} other {Traer # cosas}}',
  'files.in.leave': 'Dejarlo',
  'files.in.done':
    '{count, plural, =0 {No entró nada nuevo.} one {Entró # cosa como algo notado.} other {Entraron # cosas como algo notado.}}',
  'files.in.already': '{count, plural, one {# ya estaba aquí.} other {# ya estaban aquí.}}',
  'files.in.see': 'Ver los pendientes',
}
