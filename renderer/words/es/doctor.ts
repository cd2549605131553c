import type { doctor as English } from '../en/doctor.ts'

export const doctor: Record<keyof typeof English, string> = {
  'doctor.title': '¿Por qué no nos encontramos?',
  'doctor.lead': 'Mira paso a paso, desde tu dispositivo hacia fuera, qué puede estorbar, y dice qué hacer.',
  'doctor.start': 'Mirar ahora',
  'doctor.again': 'Mirar otra vez',
  'doctor.stop': 'Parar',
  'doctor.stopped': 'Parado.',
  'doctor.circle': '¿Para qué círculo?',
  'doctor.all': 'Todos',
  'doctor.sends':
    'Para este paso salen unos pocos paquetes de tu dispositivo: hacia quienes conocen el camino en internet, o hacia las máquinas de tu red. No dicen nada de ti ni de tus círculos.',
  'doctor.try': 'Probarlo de todos modos',
  'doctor.first': 'Primero',
  'doctor.fine': 'Nada estorba.',
  'doctor.now': 'Mirando …',
  'doctor.link': '¿Por qué no nos encontramos?',
  'doctor.out.good': 'Bien',
  'doctor.out.advice': 'Podría ir mejor',
  'doctor.out.bad': 'Estorba',
  'doctor.out.skipped': 'Sin mirar',
  'doctor.step.clock': 'Tu reloj',
  'doctor.step.reach': 'Quién te puede encontrar',
  'doctor.step.network': 'Red',
  'doctor.step.port': 'Tu propia puerta',
  'doctor.step.multicast': 'Llamadas en esta red',
  'doctor.step.udp': 'Paquetes rápidos (UDP)',
  'doctor.step.bootstrap': 'El camino en internet',
  'doctor.step.nat': 'Tu router',
  'doctor.step.keeper': 'Guardianes',
  'doctor.step.people': 'Personas',
  'doctor.code.clock-good': 'Concuerda con lo que otros escribieron.',
  'doctor.code.clock-off':
    'Las palabras de alguien van {minutes, number} minutos por delante. Uno de los dos tiene mal el reloj: comparadlos, y deja que el sistema ponga el tuyo.',
  'doctor.code.reach-nobody':
    'Nadie te puede encontrar, así que no se envía nada y solo se encuentra a alguien por una dirección. Puedes cambiarlo en la página de personas del círculo.',
  'doctor.code.reach-lan': 'Personas en la misma red.',
  'doctor.code.reach-internet': 'Personas en la misma red y en internet.',
  'doctor.code.network-good': 'Este dispositivo está en una, como {host}.',
  'doctor.code.network-none':
    'Este dispositivo no está en ninguna. Conéctalo a una wifi o un cable; un archivo en una memoria funciona sin red.',
  'doctor.code.port-good': 'Se abre.',
  'doctor.code.port-closed':
    'No se abre, en {port}. Quizá haya un cortafuegos delante en este dispositivo: permite ahí este programa.',
  'doctor.code.port-none': 'El programa no responde en ningún sitio ahora. Inícialo de nuevo.',
  'doctor.code.multicast-good': 'Se oye a otras máquinas.',
  'doctor.code.multicast-six':
    'Se oye a otras máquinas, pero solo por IPv6. Basta para dos programas que conozcan IPv6; a quien solo tenga IPv4 se le encuentra por una dirección.',
  'doctor.code.multicast-silent':
    'No se oye a nadie más. O no hay nadie, o esta red separa a sus invitados, como en los cafés: llamaos por una dirección, o llevad un archivo.',
  'doctor.code.multicast-failed':
    'Este dispositivo no pudo llamar ({why}). Quizá otro programa ocupa el sitio, o no hay red. Llamaos por una dirección.',
  'doctor.code.udp-good': 'Pasan.',
  'doctor.code.udp-blocked':
    'No salen o no pasan. En esta red el programa toma otro camino, que tarda más en encontrarse. En internet los necesita: pide a quien lleva la red que permita UDP, o prueba otra red, como la de un teléfono.',
  'doctor.code.udp-no-route':
    'No hay salida de esta red. Dentro os encontráis igual; un archivo en una memoria funciona en todas partes.',
  'doctor.code.udp-unknown': 'No se sabe hasta que se encuentre a alguien aquí.',
  'doctor.code.bootstrap-good': 'Quienes lo conocen responden.',
  'doctor.code.bootstrap-silent':
    'Quienes lo conocen no responden. Quizá esta red no deja salir nada así, o ya no están: prueba otra red, o pregunta a otros.',
  'doctor.code.bootstrap-nobody': 'No hay a quién preguntar. Nombra a alguien que conozca el camino.',
  'doctor.code.nat-open': 'Puede llamarte cualquiera a quien dejes.',
  'doctor.code.nat-steady': 'Deja entrar a quienes tú también llamas: casi siempre basta.',
  'doctor.code.nat-random':
    'Usa otra puerta para cada llamada. Encuentras a personas cuyo router no lo hace; con las demás hace falta un repetidor o un guardián del círculo, u otra red.',
  'doctor.code.nat-unknown': 'Respondieron demasiado pocos para saberlo.',
  'doctor.code.keeper-good': 'Uno lo tiene todo.',
  'doctor.code.keeper-lacks': 'Uno está y todavía le falta algo. Deja el programa en marcha un momento.',
  'doctor.code.keeper-untrue': 'Retiene o cambia lo que tiene. Nombrad otro.',
  'doctor.code.keeper-full': 'Lleno. Pide más espacio a quien lo lleva.',
  'doctor.code.keeper-away': 'Ninguno responde. Pregunta a quien lo lleva si está encendido.',
  'doctor.code.keeper-barred': 'No se les llama, porque nadie te puede encontrar donde están.',
  'doctor.code.keeper-none': 'El círculo no tiene. Con uno no hace falta estar al mismo tiempo.',
  'doctor.code.people-here': 'Están todos.',
  'doctor.code.people-some': 'Están {here, number} de {count, number}.',
  'doctor.code.people-away': 'Ahora no hay nadie. ¿Está en marcha su programa, y se dejan encontrar?',
  'doctor.code.people-none': 'Todavía no hay nadie más en tus círculos.',
  'doctor.code.not-needed': 'No hace falta para lo que elegiste.',
  'doctor.code.not-allowed': 'Sin probar: enviaría algo, y nadie te puede encontrar.',
  'doctor.code.too-late': 'Sin respuesta a tiempo. Prueba otra vez.',
}
