import type { joining as English } from '../en/joining.ts'

export const joining: Record<keyof typeof English, string> = {
  'joining.invite': 'Invitar a alguien',
  'joining.invite.lead':
    'Lo mejor es estar juntos. La otra persona toma tu invitación, las dos pantallas muestran las mismas cinco palabras y tú dices que sí.',
  'joining.invite.make': 'Crear una invitación',
  'joining.invite.another': 'Crear otra invitación',
  'joining.invite.openOnes': 'Invitaciones que siguen abiertas',
  'joining.invite.openOne': 'Para una persona, hasta el {date}',
  'joining.invite.once': 'Permite que una persona lo pida. Termina el {date}, o cuando la retires.',
  'joining.invite.qr': 'Tu invitación como imagen, para que la otra persona la escanee',
  'joining.invite.text': 'O como texto, para pegarlo',
  'joining.invite.copy': 'Copiar',
  'joining.invite.copied': 'Copiado.',
  'joining.invite.revoke': 'Retirarla',
  'joining.invite.revoked': 'Retirada. Ya nadie puede usarla.',
  'joining.invite.unreachable':
    'Todavía nadie puede llegar a este ordenador. Primero deja que lo encuentren y luego crea la invitación.',
  'joining.invite.reach': 'Dejar que lo encuentren',
  'joining.invite.waiting': 'Quién pide entrar',
  'joining.invite.nobody': 'Nadie todavía. Aparecerá aquí enseguida.',
  'joining.invite.compare': '¿Veis los dos estas cinco palabras?',
  'joining.invite.same': 'Sí, las mismas: que entre {name}',
  'joining.invite.different': 'No, son distintas',
  'joining.invite.differentHelp':
    'Entonces no le dejes entrar: puede haber alguien en medio. Retira la invitación y crea otra.',
  'joining.invite.in': '{name} ya está dentro.',
  'joining.invite.state.waiting': 'te espera',
  'joining.invite.state.confirmed': 'ha entrado',
  'joining.invite.state.cancelled': 'ya no espera',
  'joining.invite.guest':
    'Este círculo ya tiene acuerdos. Quien llega es una persona invitada, que puede preguntar y reaccionar, hasta que el círculo consienta que sea miembro.',
  'joining.invite.keys': 'Quien entre podrá leer todo lo que el círculo ha escrito hasta ahora.',
  'joining.join': 'Me han invitado',
  'joining.join.lead': 'Escanea la imagen en la pantalla de la otra persona, o pega el texto que te envió.',
  'joining.join.text': 'La invitación',
  'joining.join.ask': 'Pedir entrar',
  'joining.join.scan': 'Escanear con la cámara',
  'joining.join.scanning': 'Pon la imagen delante de la cámara.',
  'joining.join.stopScan': 'Parar la cámara',
  'joining.join.noCamera': 'No se puede usar la cámara. Pega el texto.',
  'joining.join.words': 'Lee estas cinco palabras a quien te invitó. Tiene que ver las mismas.',
  'joining.join.wait':
    'Ahora dirá que sí en su pantalla. Puedes cerrar esta página o el programa; tu petición se guarda.',
  'joining.join.near':
    '¿Estáis en la misma red? Entonces podéis encontraros allí, aunque su dirección haya cambiado. Otras personas de esa red pueden notar que alguien usa este programa.',
  'joining.join.goNear': 'Buscar en esta red',
  'joining.join.abroad':
    'Puedes encontrar por internet a quien te invitó. Las personas del círculo, y quien esté en el camino, podrán ver tu dirección de internet y cuándo estás.',
  'joining.join.goAbroad': 'Buscar por internet',
  'joining.join.cancel': 'Ya no quiero entrar',
  'joining.join.requests': 'Tus peticiones',
  'joining.join.state.waiting': 'en espera',
  'joining.join.state.joined': 'ya estás dentro',
  'joining.join.state.cancelled': 'ya no esperas',
  'joining.join.state.refused': 'no aceptada',
  'joining.join.go': 'Ir al círculo',
  'joining.invite.ready': 'La invitación está lista. Sirve para una persona.',
  'joining.join.asked': 'Has pedido entrar. Ahora comparad las cinco palabras.',
  'joining.join.takenBack': 'Tu solicitud está retirada.',
  'joining.join.letIn': 'Te han dejado entrar.',
  'joining.join.letIn.wait':
    'El círculo llega por sí solo desde quien puedas alcanzar, también después de reiniciar. No hace falta esperar aquí.',
  'joining.join.letIn.go':
    'Ya te han dejado entrar. Si te vas ahora, díselo: hasta que te quiten de la lista, también te esperan a ti. Para entrar más tarde, pide una invitación nueva.',
  'joining.invite.open': 'Abrir este dispositivo a quienes están en la misma red',
}
