import type { stick as English } from '../en/stick.ts'

export const stick: Record<keyof typeof English, string> = {
  'stick.title': 'Por memoria USB',
  'stick.lead':
    'Para quienes nunca comparten una red. Pon una memoria, intercambia y pásala: quien la ponga después recibe lo nuevo y deja lo suyo.',
  'stick.where': '¿Qué memoria?',
  'stick.other': 'Otra carpeta',
  'stick.none':
    'No hay ninguna memoria puesta, por lo que muestra este ordenador. Pon una y mira otra vez, o indica una carpeta.',
  'stick.again': 'Mirar otra vez',
  'stick.free': '{free, number} MB libres',
  'stick.used': 'ya hay círculos en ella',
  'stick.path': 'La carpeta',
  'stick.path.how': 'Copia su ruta del gestor de archivos, por ejemplo /media/yo/MEMORIA o E:\\',
  'stick.circles': '¿Qué círculos?',
  'stick.circles.all': 'Todos los míos',
  'stick.keep': 'Desde ahora también por sí solo, cuando esté puesta y el programa funcione',
  'stick.exchange': 'Intercambiar ahora',
  'stick.working': 'Leyendo y escribiendo. No la saques hasta que termine.',
  'stick.done': 'Hecho. Ya puedes sacarla.',
  'stick.read': '{count, plural, =0 {nada nuevo para ti;} one {# nuevo para ti;} other {# nuevos para ti;}}',
  'stick.wrote': 'lo nuevo tuyo está en ella.',
  'stick.wrote.none': 'nada nuevo para los demás.',
  'stick.apart':
    'Algo que hay en ella continúa lo que aún no ha pasado por aquí: intercambia otra vez con quien lo escribió.',
  'stick.damaged':
    '{count, plural, one {# archivo está dañado. No se tomó nada de él.} other {# archivos están dañados. No se tomó nada de ellos.}}',
  'stick.newer':
    '{count, plural, one {# archivo viene de una versión más nueva del programa. Actualiza el tuyo.} other {# archivos vienen de una versión más nueva del programa. Actualiza el tuyo.}}',
  'stick.kept': 'Por sí solo',
  'stick.there': 'está puesta',
  'stick.notThere': 'ahora no está',
  'stick.last': 'Última vez: {time}',
  'stick.forget': 'Ya no por sí solo',
  'stick.safe':
    'Quien encuentre la memoria no puede leer nombres ni palabras, ni de qué círculos son. Puede ver que se usó este programa y más o menos cuánto hay.',
  'stick.join.title': '¿No hay red entre vosotros? Lleva tu solicitud',
  'stick.join.lead':
    'Que escanee la imagen, envíale el texto o llévale una memoria. Compara contigo las cinco palabras y te devuelve un archivo.',
  'stick.join.show': 'Mostrar mi solicitud',
  'stick.join.qr': 'Tu solicitud como imagen, para que la escanee quien te invitó',
  'stick.join.copy': 'Copiarla como texto',
  'stick.join.write': 'Escribirla ahí',
  'stick.answer.title': 'Cuando la respuesta esté en la memoria',
  'stick.answer.take': 'Leer la respuesta y entrar',
  'stick.invite.title': 'Alguien sin red pide entrar',
  'stick.invite.lead': 'Escanea la imagen de su pantalla, pega su texto o pon la memoria que trajo.',
  'stick.invite.text': 'Su solicitud',
  'stick.invite.take': 'Recogerla',
  'stick.invite.look': 'Buscarla ahí',
  'stick.invite.found': '{names} aparece ahora abajo. Comparad las cinco palabras.',
  'stick.give.title': 'Dar a {name} la respuesta como archivo',
  'stick.give.lead': 'Contiene todo el círculo y se abre solo para {name}. Sin ella no entra nadie.',
  'stick.give.write': 'Escribir la respuesta ahí',
  'stick.written': 'Ya está. Puedes sacar la memoria.',
}
