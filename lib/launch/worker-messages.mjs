// What the terminal says of the worker of background jobs.
export const workerMessages = {
  workerReady: {
    en: 'The worker is at work on background jobs. Ctrl+C ends it.',
    fr: 'Le processus des tâches de fond est au travail. Ctrl+C y met fin.',
  },
  workerNeedsDatabase: {
    en: 'There is no database to work for: set DATABASE_URL, or start Recoupe first (npm start brings a worker of its own).',
    fr: 'Il n’y a pas de base de données à servir : définissez DATABASE_URL, ou démarrez d’abord Recoupe (npm start lance son propre processus de tâches).',
  },
  mailHalfSet: {
    en: 'Mail is half set: {missing} is missing. Set SMTP_URL and MAIL_FROM, or neither.',
    fr: 'Le courriel est réglé à moitié : il manque {missing}. Définissez SMTP_URL et MAIL_FROM, ou aucun des deux.',
  },
  badSmtpUrl: {
    en: 'SMTP_URL is not the address of a mail server: smtp://user:password@host:587 or smtps://user:password@host. A server without TLS has tls=none behind a question mark.',
    fr: 'SMTP_URL n’est pas l’adresse d’un serveur de courriel : smtp://nom:motdepasse@hôte:587 ou smtps://nom:motdepasse@hôte. Un serveur sans TLS porte tls=none après un point d’interrogation.',
  },
  badMailFrom: {
    en: 'MAIL_FROM is not a sender: “{from}”. For example: Recoupe <recoupe@example.org>.',
    fr: 'MAIL_FROM n’est pas un expéditeur : « {from} ». Par exemple : Recoupe <recoupe@example.org>.',
  },
  workerEnded: {
    en: 'The worker of the background jobs ended by itself ({code}).\n{output}',
    fr: 'Le processus des tâches de fond s’est arrêté de lui-même ({code}).\n{output}',
  },
  workerStartsAgain: {
    en: '{reason} It is started again in {seconds} s (try {tries} of {most}).',
    fr: '{reason} Il redémarre dans {seconds} s (essai {tries} sur {most}).',
  },
  workerRunsAgain: {
    en: 'The worker runs again, and goes on with what was begun.',
    fr: 'Le processus des tâches fonctionne de nouveau, et reprend ce qui était commencé.',
  },
  workerGaveUp: {
    en: 'The worker has ended {tries} times within {minutes} minutes: background jobs wait, all else goes on. It is tried again in a minute. The last time: {reason}',
    fr: 'Le processus des tâches s’est arrêté {tries} fois en {minutes} minutes : les tâches de fond attendent, tout le reste continue. Nouvel essai dans une minute. La dernière fois : {reason}',
  },
}
