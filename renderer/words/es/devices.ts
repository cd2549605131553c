import type { devices as English } from '../en/devices.ts'

export const devices: Record<keyof typeof English, string> = {
  'devices.restore': 'Tengo palabras de recuperación',
  'devices.restore.title': 'Vuelve a ser tú',
  'devices.restore.lead':
    'Escribe las 24 palabras que apuntaste. Este ordenador será un dispositivo nuevo tuyo; después, cualquiera de cada uno de tus círculos lo deja entrar.',
  'devices.restore.words': 'Tus palabras de recuperación',
  'devices.restore.wordsHint': 'En orden y separadas por espacios. Se quedan en este ordenador.',
  'devices.restore.send': 'Volver',
  'devices.restore.not': 'Es mi primera vez',
  'devices.back.title': 'Qué bien que vuelvas, {name}',
  'devices.back.lead':
    'Este dispositivo nuevo aún no conoce tus círculos. Las palabras devuelven quién eres; lo que se dijo lo tienen los demás.',
  'devices.back.how':
    'Pide a cualquiera de cada círculo una invitación y úsala aquí. Comparáis cinco palabras y toda la historia viene con ella. Un archivo de una memoria no sirve antes de eso.',
  'devices.back.lost': 'Si perdiste tu dispositivo anterior, dilo después en la página «Personas» de cada círculo.',
  'devices.back.join': 'Tengo una invitación',
  'devices.rejoin': 'Este dispositivo aún tiene que entrar en: {circles}.',
  'devices.rejoin.how': 'Pide una invitación a cualquiera de allí y úsala aquí.',
  'devices.rejoin.unnamed': 'un círculo cuyo nombre no se conoce aquí',
  'devices.copied.title': 'Esta carpeta se copió',
  'devices.copied.lead':
    'Dos que hablan como uno romperían un círculo, así que esta copia no puede seguir como la original.',
  'devices.copied.what':
    'Puedes seguir aquí con un dispositivo nuevo tuyo. Sigues siendo tú; cada uno de tus círculos tiene que dejarlo entrar. Lo copiado se aparta y no se usa más. El original, donde siga, continúa como antes.',
  'devices.copied.send': 'Seguir aquí como dispositivo nuevo',
  'devices.mine': 'Tus dispositivos',
  'devices.mine.lead': 'Cada uno de ellos habla por ti en este círculo.',
  'devices.others': 'Dispositivos de los demás',
  'devices.this': 'este dispositivo',
  'devices.first': 'aquí desde el principio',
  'devices.letIn': 'lo dejó entrar {name} el {date}',
  'devices.gone': 'perdido',
  'devices.revoke': 'Este ya no está',
  'devices.revoke.title': '¿Ya no tienes este dispositivo?',
  'devices.revoke.what':
    'Entró el {date}. Lo que dijo y ya conoces sigue en pie. Lo demás que diga, o que haya dicho aparte, ya no decide nada. Aún puede leer lo que tiene.',
  'devices.revoke.ever': 'No hay vuelta atrás: si lo encuentras, tendrá que entrar de nuevo.',
  'devices.revoke.send': 'Sí, ya no está',
  'devices.revoked': 'El círculo sabe que ya no está.',
  'devices.invite.another': '{name} ya está en este círculo. Este es otro dispositivo, y también hablará por {name}.',
  'devices.invite.same': 'Sí, las mismas: que entre este dispositivo de {name}',
  'devices.join.back': 'Qué bien que vuelvas: este dispositivo ya habla por ti.',
  'devices.borrowed': 'en verdad el dispositivo de {name}',
}
