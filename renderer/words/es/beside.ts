import type { beside as english } from '../en/beside.ts'

export const beside: Record<keyof typeof english, string> = {
  'beside.bar': 'Quién habla en este dispositivo',
  'beside.now': 'Ahora habla {name}',
  'beside.hand': 'Pasarlo a {name}',
  'beside.home': 'Llevarse las llaves a casa',
  'beside.title': 'Personas en este dispositivo',
  'beside.lead': 'Vinieron sin dispositivo. Cada persona tiene su propia llave en el de {name}.',
  'beside.none': 'Nadie más que tú',
  'beside.none.how': 'En una reunión, en «Alguien vino sin dispositivo», puedes dar a alguien su propia llave aquí.',
  'beside.counts':
    'Lo que dicen cuando se les ha pasado el dispositivo cuenta como palabra propia, como la de cualquiera.',
  'beside.shown':
    'Se ve para siempre que se dijo en el dispositivo de {name}. Quien tiene un dispositivo podría abusar de una llave guardada en él: pasadlo de mano en mano, y que cada cual se vaya a casa con la suya.',
  'beside.later':
    'Con las palabras de su llave vuelven en un dispositivo propio, dicen en «Personas» que este ya no está, y objetan lo que no fue suyo.',
  'beside.slip': 'Mostrar las palabras de la llave de {name}',
  'beside.slip.lead': 'Ahora solo mira {name}. Estas palabras son su llave: quien las tiene habla con su voz.',
  'beside.slip.back':
    'En casa: instala Next Step Together, elige «Tengo palabras de recuperación» y pide una invitación a cualquiera del círculo.',
  'beside.slip.print': 'Imprimir este papel',
  'beside.slip.kept': '{name} tiene estas palabras en papel',
  'beside.takeHome': '{name} se lleva la llave',
  'beside.gone': 'Nada en este dispositivo habla ya por {name}.',
  'beside.note': 'en el dispositivo de {name}',
}
