import type { agreements as English } from '../en/agreements.ts'

export const agreements: Record<keyof typeof English, string> = {
  'agreements.state.in-force': 'En vigor',
  'agreements.state.settled': 'En vigor, visto por todos',
  'agreements.state.contested': 'Hay que mirarlo otra vez',
  'agreements.state.superseded': 'Sustituido',
  'agreements.state.invalid': 'No válido',
  'agreements.lead': 'Acordado en {circle}. Vale hasta que se vuelva a mirar el {date}.',
  'agreements.overdue': 'La revisión tocaba el {date}. Sigue en vigor hasta que lo miréis.',
  'agreements.contested':
    'Mientras estabais separados, no todos sabían lo que hacían los demás. Nada se deshace: lo ya empezado y lo que se puede deshacer puede seguir; esperad con lo que no tiene vuelta atrás hasta haber hablado.',
  'agreements.contested.title': 'Hay que mirarlo otra vez juntos',
  'agreements.contest.objection': '{name} objetó sin saber que estaba cerrado: «{reason}»',
  'agreements.contest.other-consent': '{name} consintió otro texto sin saber que este estaba cerrado.',
  'agreements.contest.other-agreement': 'Al mismo tiempo se cerró otro texto, por {name}.',
  'agreements.contest.laid-aside': '{name} dejó la propuesta de lado sin saber que estaba cerrada: «{reason}»',
  'agreements.contest.mutual-removal':
    '{name} cerró otra salida al mismo tiempo: cada persona saldría con el consentimiento de la otra, así que no sale ninguna.',
  'agreements.contest.only-removed': 'Se apoyaba solo en el consentimiento de {name}, dado aparte de su salida.',
  'agreements.contest.device-gone': '{name} dice que el dispositivo desde el que consintió ya no era suyo',
  'agreements.contest.device-forked':
    '{name} consintió desde un dispositivo que había seguido por dos caminos, quizá porque se restauró de una copia. Preguntad a {name} qué palabras son suyas.',
  'agreements.contest.disputed-word': '{name} dice que esas palabras dichas en la sala no eran suyas: «{reason}»',
  'agreements.contested.go': 'Hablarlo y preguntar a todos otra vez',
  'agreements.superseded': 'Un texto más nuevo ocupó su lugar. Se guarda porque hubo quien confió en él.',
  'agreements.invalid':
    'Alguien cerró esta ronda sin el consentimiento de todos. No cuenta; se muestra para que nada quede oculto.',
  'agreements.who': 'Quién consintió este texto',
  'agreements.consented': 'consintió',
  'agreements.certificate': 'Certificado',
  'agreements.certificate.lead':
    'Un archivo pequeño que demuestra, años después y a cualquiera, que estas personas consintieron exactamente este texto.',
  'agreements.certificate.save': 'Guardar el certificado',
  'agreements.toProposal': 'La propuesta y su conversación',
  'agreements.object': 'Objeto este acuerdo…',
  'agreements.object.title': 'Objetar un acuerdo',
  'agreements.object.lead':
    'El acuerdo sigue por ahora. Tu objeción va a la lista del círculo, para hablarla lo antes posible.',
  'agreements.object.send': 'Ponerla en la lista',
  'agreements.object.done': 'Tu objeción está en la lista del círculo.',
  'agreements.change': 'Proponer otro texto',
}
