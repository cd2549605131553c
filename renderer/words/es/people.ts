import type { people as English } from '../en/people.ts'

export const people: Record<keyof typeof English, string> = {
  'people.title': 'Personas',
  'people.lead': 'Quién forma parte de {circle}.',
  'people.you': 'tú',
  'people.state.joined': 'Miembro',
  'people.state.guest': 'Persona invitada',
  'people.state.on-leave': 'En pausa',
  'people.state.suspended': 'Participación suspendida',
  'people.state.left': 'Se fue',
  'people.state.removed': 'Fuera del círculo',
  'people.past': 'Estuvieron antes',
  'people.invite': 'Invitar a alguien',
  'people.guest.title': '¿Qué es una persona invitada?',
  'people.guest.what':
    'Quien entra después del primer acuerdo empieza como persona invitada. Lee todo, pregunta, responde y reacciona; las rondas todavía no le piden consentimiento.',
  'people.guest.how':
    'Para que sea miembro, alguien trae una propuesta con su nombre. Cuando todos consienten, ya es miembro.',
  'people.guest.you':
    'Estás aquí como persona invitada. Puedes preguntar y reaccionar; el círculo decide por consentimiento si eres miembro.',
  'people.guest.propose': 'Proponer que {name} sea miembro',
  'people.name.title': 'Cómo te llaman aquí',
  'people.name.label': 'Tu nombre en este círculo',
  'people.name.lead': 'Lo ven todas las personas del círculo. Lo que firmaste antes queda como se firmó.',
  'people.name.change': 'Cambiar tu nombre',
  'people.name.changed': 'Desde ahora aquí te llamas {name}.',
  'people.reach.title': 'Que te encuentren',
  'people.reach.label': '¿Quién puede encontrarte para este círculo?',
  'people.reach.lead': 'Se trata solo de tu aparato. Los demás del círculo eligen por su cuenta.',
  'people.reach.nobody': 'Nadie',
  'people.reach.nobody.what':
    'No se envía nada para este círculo, salvo que alguien llame a otra persona por una dirección.',
  'people.reach.lan': 'Personas en la misma red',
  'people.reach.lan.what':
    'En el mismo wifi o cable, también sin internet: quien de este círculo eligió lo mismo se encuentra en un momento. Otras personas de esa red pueden notar que alguien usa este programa y qué aparatos se conectan. No pueden ver qué círculo es, quién está en él ni qué se dice.',
  'people.reach.internet': 'Internet',
  'people.reach.internet.what':
    'Te encuentran estén donde estén. Las personas de este círculo, y quien esté en el camino, pueden ver tu dirección de internet y cuándo estás. Los desconocidos a quienes se pregunta el camino ven que tu dirección busca a alguien, no a quién. Nadie más que el círculo puede leer lo que dices.',
  'people.leave.title': '¿Te vas un tiempo?',
  'people.leave.lead':
    'Mientras estés en pausa, las rondas nuevas no te esperan. Vuelves con tu primera palabra en el círculo, o cuando lo digas aquí.',
  'people.leave.start': 'Tomar una pausa',
  'people.leave.on': 'Estás en pausa. Las rondas nuevas no te esperan.',
  'people.leave.end': 'He vuelto',
  'people.leave.started': 'Ahora estás en pausa. Los demás pueden verlo.',
  'people.leave.ended': 'Qué bien que hayas vuelto.',
  'people.ways': 'Cuando alguien falta o no se puede seguir así',
  'people.apart.title': 'Cuando no se puede seguir así',
  'people.apart.lead':
    'Primero hablad, si podéis: con esa persona, o con alguien en quien confiéis las dos partes. Lo que sigue está para cuando eso no basta. Ningún paso va más lejos de lo necesario.',
  'people.apart.self.title': 'Por tu cuenta, enseguida',
  'people.apart.self':
    'No hay que preguntar a nadie. No tienes por qué responder, y puedes ausentarte un tiempo: las rondas nuevas no te esperan y tu primera palabra te trae de vuelta. No cambia nada para nadie más.',
  'people.notRead': 'Aquí no lees a {name}.',
  'people.notRead.counts': 'En la decisión cuenta igualmente.',
  'people.notRead.show': 'Mostrar',
  'people.notRead.some': 'Aquí están plegadas las palabras de quienes no lees.',
  'people.notRead.words': '(palabras de alguien a quien no lees)',
  'people.block.title': 'A quién no lees',
  'people.block.lead':
    'Puedes plegar lo que alguien escribe en este círculo. Solo en este dispositivo, y enseguida. Nadie se entera, tampoco esa persona, y no se envía nada.',
  'people.block.counts':
    'Su voz en las decisiones cuenta como antes: el texto de una propuesta queda a la vista, porque se pregunta a todos, y una objeción suya se muestra como tal y vale. Con una pulsación ves cualquiera de sus textos; puedes terminarlo aquí cuando quieras.',
  'people.block.nobody': 'Todavía no hay nadie más aquí.',
  'people.block.on': 'Aquí no lees a esta persona',
  'people.block.start': 'No leer',
  'people.block.start.of': 'No leer a {name} aquí',
  'people.block.end': 'Volver a leer',
  'people.block.end.of': 'Volver a leer a {name} aquí',
  'people.apart.together.title': 'Con el consentimiento de los demás',
  'people.apart.together':
    'Tú lo propones y se pregunta a todas las personas menos a esa. Ella puede preguntar, decir cómo lo vive y anotar preocupaciones. No pasa nada hasta que todas las demás hayan consentido.',
  'people.apart.who': '¿De quién se trata?',
  'people.apart.what': '¿Qué propondrías?',
  'people.apart.rest': 'Una pausa',
  'people.apart.rest.what': 'Por ahora no se le pregunta. Sigue en el círculo, y su primera palabra termina la pausa.',
  'people.apart.remove': 'Seguir sin esa persona',
  'people.apart.remove.what':
    'Deja de formar parte. Lo que dijo hasta entonces cuenta y lo acordado se queda. Lo que se diga después ya no lo puede leer; lo que ya tiene lo conserva. Más adelante puede volver a entrar.',
  'people.apart.why': '¿Qué ha pasado, y qué necesita el círculo?',
  'people.apart.why.lead':
    'Lo leen todas las personas, también esa. Di lo que viste y lo que supone para el círculo, no cómo es alguien.',
  'people.apart.send': 'Llevarlo a los demás',
  'people.apart.rest.proposal': 'Por ahora no preguntamos a {name}',
  'people.apart.remove.proposal': 'Seguimos sin {name}',
  'people.two.title': 'Cuando han fracasado tres reuniones',
  'people.two.before':
    'Antes, reuníos: con alguien de fuera que lleve la conversación, o con un círculo de ayuda. Esto es para cuando tres reuniones así fracasaron o no llegaron a hacerse, y las partes del círculo no volverán a encontrarse.',
  'people.two.means':
    'Fundas otro círculo con el mismo pasado y el mismo propósito. Este sigue siendo lo que era: nadie queda fuera de él, lo acordado vale en él, y ninguno de los dos es el verdadero. Quien quiera te acompaña cuando le invites; los lazos con otros círculos se acuerdan de nuevo. Aquí todos leen tu motivo. No se puede deshacer.',
  'people.two.first': 'La primera reunión que fracasó: ¿cuándo, y qué pasó?',
  'people.two.second': 'La segunda',
  'people.two.third': 'La tercera',
  'people.two.reason': '¿Por qué no se sigue en común?',
  'people.two.reason.lead':
    'Di lo que viste y lo que necesitas, de modo que ambas partes puedan leerlo dentro de cinco años.',
  'people.two.name': '¿Cómo se llama el nuevo círculo?',
  'people.two.send': 'Seguir como otro círculo',
  'people.away.title': 'Cuando alguien falta',
  'people.away.lead':
    'Responde todo el mundo a quien se pregunta: el silencio de nadie se toma por consentimiento. Así es en cada círculo mientras no acuerde otra cosa.',
  'people.away.first.title': 'Qué probar primero',
  'people.away.first':
    'Recordádselo. Preguntad si quiere ausentarse un tiempo: entonces las rondas nuevas no esperan. Si alguien calla desde hace mucho, los demás pueden acordar no preguntarle hasta que vuelva a hablar.',
  'people.away.rest': 'Proponer una pausa',
  'people.away.silence.title': 'Dejar que cuente el silencio',
  'people.away.silence':
    'Un círculo puede acordar que quien abre una ronda ponga un plazo. Cuando haya pasado en los relojes de dos personas, y calle menos de la mitad, se puede cerrar sin ellas. El acuerdo dice para siempre quién faltaba. Así no se saca a nadie.',
  'people.away.lost.title': 'A qué renunciáis',
  'people.away.lost':
    'Mientras responda todo el mundo, dos partes de un círculo que no se alcanzan nunca acuerdan cosas distintas. Si el silencio cuenta, pueden hacerlo. Entonces los dos acuerdos se muestran en disputa y tenéis que hablar. Quien faltaba puede objetar después, y eso también lo pone en disputa.',
  'people.away.days': '¿Después de cuánto?',
  'people.away.count': '{days, plural, one {# día} other {# días}}',
  'people.away.proposal': 'El silencio deja de frenar una ronda después de {days, plural, one {# día} other {# días}}',
  'people.away.text':
    'Quien abre una ronda puede decir que el silencio cuenta: como pronto después de {days, plural, one {# día} other {# días}}, y solo si calla menos de la mitad. El acuerdo dice quién faltaba, y puede objetar después.',
  'people.away.send': 'Llevarlo al círculo',
  'people.newer':
    'El programa de {name} es más nuevo que el tuyo: actualiza el tuyo{program, select, none {} other { a {program} o posterior}} y os encontraréis de nuevo.',
  'people.older':
    'El programa de {name} es más antiguo que el tuyo: pídele que lo actualice y os encontraréis de nuevo.',
  'people.differs':
    'El programa de {names} entiende otra cosa con las mismas palabras que el tuyo. Uno de los dos falla: comparad lo que veis y actualizad.',
  'people.inStep': 'Al día',
  'people.inStep.lead':
    'Quién está aquí ahora mismo y cuándo supisteis lo mismo por última vez. A solas también puedes hacerlo todo: se reúne cuando os encontráis.',
  'people.none.title': 'Todavía no hay nadie con quien estar al día',
  'people.none': 'Cuando alguien comparta un círculo contigo, verás aquí si se le puede alcanzar.',
  'people.here': 'Está aquí',
  'people.away': 'No se le alcanza',
  'people.path.direct': 'directamente, de aparato a aparato',
  'people.path.lan': 'en la misma red',
  'people.path.internet': 'por internet',
  'people.path.relay': 'por internet, a través de un repetidor que no puede leerlo',
  'people.path.other': 'por medio de {path}',
  'people.last': 'Al día {ago}',
  'people.never': 'Sin encontraros desde que se inició el programa',
  'people.count':
    '{count, plural, =0 {Ahora mismo no se alcanza a nadie.} one {Se alcanza a # persona.} other {Se alcanza a # personas.}}',
  'people.listen.title': 'Deja que te encuentren',
  'people.listen.lead': 'Para personas en la misma red, como el mismo wifi o cable. No se envía nada hasta que llamen.',
  'people.listen.where': '¿En qué red?',
  'people.listen.here': 'Solo este ordenador, para probarlo',
  'people.listen.start': 'Estar al alcance',
  'people.listen.on': 'Se te puede encontrar. Da a los demás esta dirección, o deja que la escaneen.',
  'people.listen.address': 'Tu dirección',
  'people.listen.copy': 'Copiar',
  'people.listen.copied': 'Copiado.',
  'people.listen.qr': 'Tu dirección como imagen para escanear',
  'people.listen.show': 'Mostrarla como imagen para escanear',
  'people.call.title': 'Encontrar a alguien',
  'people.call.lead': 'Toma la dirección de su página «Al día».',
  'people.call.address': 'Su dirección',
  'people.call.scan': 'Escanearla',
  'people.call.send': 'Conectar',
  'people.call.done': 'Hay conexión. Lo que tiene una parte, ahora le llega a la otra.',
  'people.call.gone': 'Respondió y se fue otra vez. Inténtalo de nuevo.',
}
