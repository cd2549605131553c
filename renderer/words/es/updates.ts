import type { updates as English } from '../en/updates.ts'

export const updates: Readonly<Record<keyof typeof English, string>> = {
  'updates.link': 'Nuevas versiones de este programa',
  'updates.title': 'Nuevas versiones',
  'updates.lead':
    'Este programa no busca ninguna por sí mismo. Le das un archivo, o lo recibes de alguien de tus círculos; dice qué es el archivo y tú decides.',
  'updates.version': 'Tienes la versión {version}.',
  'updates.takes':
    'Una nueva versión necesita {count, plural, one {la firma de una} other {las firmas de #}} de las {keys, plural, one {una persona que publica} other {# personas que publican}} este programa.',
  'updates.choose': 'Elegir un archivo de actualización',
  'updates.reading': 'Leyendo el archivo',
  'updates.checked': 'Qué es este archivo',
  'updates.is': 'Versión {version}, para {system}, {size} MB:',
  'updates.signed': 'Firmas: {count}; hacen falta {threshold}.',
  'updates.verdict.good':
    'Está en orden: quienes publican este programa lo firmaron, nada se cambió y es más nuevo que el tuyo.',
  'updates.verdict.no-keys':
    'Este programa no lleva ninguna clave de quienes lo publican, así que no puede comprobar actualizaciones. Consigue una nueva versión donde conseguiste esta.',
  'updates.verdict.not-an-update': 'No es un archivo de actualización de este programa, o está dañado.',
  'updates.verdict.not-signed': 'Quienes publican este programa no lo firmaron. No lo instales.',
  'updates.verdict.damaged': 'Está dañado, o se cambió después de firmarlo. No lo instales; pide otra copia.',
  'updates.verdict.for-another': 'Está en orden, pero es para otro tipo de ordenador. Puedes pasarlo a otros.',
  'updates.verdict.not-newer': 'Está en orden, pero no es más nuevo que lo que tienes. No se instala.',
  'updates.install': 'Abrir el instalador',
  'updates.install.means': 'Se comprueba otra vez y tu sistema lo abre. Cierra este programa antes de seguir allí.',
  'updates.take': 'Sacar el instalador',
  'updates.taken': 'El instalador está aquí:',
  'updates.taken.next': 'Cierra este programa y abre ese archivo.',
  'updates.offer': 'Dejar que la gente de mis círculos lo tenga',
  'updates.offer.means':
    'Quien de tus círculos se encuentre con tu programa puede recibirlo de ti. A nadie más se le dice.',
  'updates.offering': 'Lo que dejas tener a otros',
  'updates.withhold': 'Ya no',
  'updates.offers': 'De gente de tus círculos',
  'updates.offers.none': 'Nadie que esté ahora tiene una para compartir.',
  'updates.from': 'De {names}',
  'updates.fetch': 'Recibirla',
  'updates.fetching': 'Está llegando',
}
