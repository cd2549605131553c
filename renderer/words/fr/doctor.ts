import type { doctor as English } from '../en/doctor.ts'

export const doctor: Record<keyof typeof English, string> = {
  'doctor.title': 'Pourquoi ne nous rencontrons-nous pas ?',
  'doctor.lead': 'Regarde pas à pas, de ton appareil vers l’extérieur, ce qui peut gêner, et dit que faire.',
  'doctor.start': 'Regarder maintenant',
  'doctor.again': 'Regarder encore',
  'doctor.stop': 'Arrêter',
  'doctor.stopped': 'Arrêté.',
  'doctor.circle': 'Pour quel cercle ?',
  'doctor.all': 'Tous',
  'doctor.sends':
    'Pour cette étape, quelques paquets quittent ton appareil : vers ceux qui connaissent le chemin sur internet, ou vers les machines de ton réseau. Ils ne disent rien de toi ni de tes cercles.',
  'doctor.try': 'Essayer quand même',
  'doctor.first': 'D’abord',
  'doctor.fine': 'Rien ne gêne.',
  'doctor.now': 'En train de regarder …',
  'doctor.link': 'Pourquoi ne nous rencontrons-nous pas ?',
  'doctor.out.good': 'Bien',
  'doctor.out.advice': 'Pourrait aller mieux',
  'doctor.out.bad': 'Gêne',
  'doctor.out.skipped': 'Pas regardé',
  'doctor.step.clock': 'Ton horloge',
  'doctor.step.reach': 'Qui peut te trouver',
  'doctor.step.network': 'Réseau',
  'doctor.step.port': 'Ta propre porte',
  'doctor.step.multicast': 'Appels dans ce réseau',
  'doctor.step.udp': 'Paquets rapides (UDP)',
  'doctor.step.bootstrap': 'Le chemin sur internet',
  'doctor.step.nat': 'Ta box',
  'doctor.step.keeper': 'Gardiens',
  'doctor.step.people': 'Personnes',
  'doctor.code.clock-good': 'Elle s’accorde avec ce que les autres ont écrit.',
  'doctor.code.clock-off':
    'Les mots de quelqu’un ont {minutes, number} minutes d’avance. L’une des deux horloges est fausse : comparez-les, et laisse le système régler la tienne.',
  'doctor.code.reach-nobody':
    'Personne ne peut te trouver : rien n’est envoyé et on ne se rencontre qu’à une adresse. Tu peux changer cela sur la page des personnes du cercle.',
  'doctor.code.reach-lan': 'Les personnes du même réseau.',
  'doctor.code.reach-internet': 'Les personnes du même réseau et sur internet.',
  'doctor.code.network-good': 'Cet appareil est dans un réseau, comme {host}.',
  'doctor.code.network-none':
    'Cet appareil n’est dans aucun réseau. Relie-le à un Wi-Fi ou à un câble ; un fichier sur une clé marche sans.',
  'doctor.code.port-good': 'Elle s’ouvre.',
  'doctor.code.port-closed':
    'Elle ne s’ouvre pas, au {port}. Un pare-feu de cet appareil est peut-être devant : autorise ce programme.',
  'doctor.code.port-none': 'Le programme ne répond nulle part maintenant. Redémarre-le.',
  'doctor.code.multicast-good': 'On entend d’autres machines.',
  'doctor.code.multicast-six':
    'On entend d’autres machines, mais en IPv6 seulement. Cela suffit à deux programmes qui connaissent IPv6 ; qui n’a qu’IPv4 se rejoint par une adresse.',
  'doctor.code.multicast-silent':
    'On n’entend personne d’autre. Soit il n’y a personne, soit ce réseau sépare ses invités, comme dans les cafés : appelez-vous à une adresse, ou portez un fichier.',
  'doctor.code.multicast-failed':
    'Cet appareil n’a pas pu appeler ({why}). Un autre programme tient peut-être la place, ou il n’y a pas de réseau. Appelez-vous à une adresse.',
  'doctor.code.udp-good': 'Ils passent.',
  'doctor.code.udp-blocked':
    'Ils ne sortent pas ou ne passent pas. Dans ce réseau, le programme prend un autre chemin, plus long à trouver. Sur internet il en a besoin : demande à qui tient le réseau de permettre UDP, ou essaie un autre réseau, comme celui d’un téléphone.',
  'doctor.code.udp-no-route':
    'Il n’y a pas de sortie de ce réseau. Dedans, vous vous trouvez quand même ; un fichier sur une clé marche partout.',
  'doctor.code.udp-unknown': 'Inconnu tant qu’on n’a rencontré personne ici.',
  'doctor.code.bootstrap-good': 'Ceux qui le connaissent répondent.',
  'doctor.code.bootstrap-silent':
    'Ceux qui le connaissent ne répondent pas. Ce réseau ne laisse peut-être rien sortir de tel, ou ils n’y sont plus : essaie un autre réseau, ou demande à d’autres.',
  'doctor.code.bootstrap-nobody': 'Il n’y a personne à qui demander. Nomme quelqu’un qui connaît le chemin.',
  'doctor.code.nat-open': 'Toute personne que tu laisses peut t’appeler.',
  'doctor.code.nat-steady': 'Elle laisse entrer ceux que tu appelles aussi : cela suffit le plus souvent.',
  'doctor.code.nat-random':
    'Elle prend une autre porte à chaque appel. Tu rencontres les personnes dont la box ne le fait pas ; avec les autres il faut un relais ou un gardien du cercle, ou un autre réseau.',
  'doctor.code.nat-unknown': 'Trop peu ont répondu pour le savoir.',
  'doctor.code.keeper-good': 'L’un d’eux a tout.',
  'doctor.code.keeper-lacks':
    'L’un d’eux est là et il lui manque encore quelque chose. Laisse le programme tourner un moment.',
  'doctor.code.keeper-untrue': 'Il retient ou change ce qu’il a. Nommez-en un autre.',
  'doctor.code.keeper-full': 'Plein. Demande plus de place à qui le tient.',
  'doctor.code.keeper-away': 'Aucun ne répond. Demande à qui le tient s’il est allumé.',
  'doctor.code.keeper-barred': 'Pas appelés, car personne ne peut te trouver là où ils sont.',
  'doctor.code.keeper-none': 'Le cercle n’en a pas. Avec un gardien, pas besoin d’être là en même temps.',
  'doctor.code.people-here': 'Tout le monde est là.',
  'doctor.code.people-some': '{here, number} sur {count, number} sont là.',
  'doctor.code.people-away': 'Personne n’est là maintenant. Leur programme tourne-t-il, et peut-on les trouver ?',
  'doctor.code.people-none': 'Il n’y a encore personne d’autre dans tes cercles.',
  'doctor.code.not-needed': 'Pas nécessaire pour ce que tu as choisi.',
  'doctor.code.not-allowed': 'Pas essayé : cela enverrait quelque chose, et personne ne peut te trouver.',
  'doctor.code.too-late': 'Pas de réponse à temps. Réessaie.',
}
