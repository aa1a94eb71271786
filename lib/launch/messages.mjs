// What the terminal says. One table: a test fails when a sentence lacks a language or a value.
export const messages = {
  // steps
  installing: {
    en: 'Installing the dependencies (a minute or two)',
    fr: 'Installation des dépendances (une à deux minutes)',
  },
  generating: { en: 'Writing the database client', fr: 'Écriture du client de la base de données' },
  startingDatabase: { en: 'Starting the database', fr: 'Démarrage de la base de données' },
  checkingDatabase: { en: 'Looking at the database', fr: 'Examen de la base de données' },
  migrating: { en: 'Bringing the tables up to date', fr: 'Mise à jour des tables' },
  building: { en: 'Building the pages (about a minute)', fr: 'Construction des pages (une minute environ)' },
  seeding: { en: 'Putting in the articles of seeds/articles', fr: 'Ajout des articles de seeds/articles' },
  starting: { en: 'Starting Recoupe', fr: 'Démarrage de Recoupe' },
  // news
  dataFolder: { en: 'Data: {path}', fr: 'Données : {path}' },
  databaseElsewhere: {
    en: 'PostgreSQL does not run as root and its user cannot enter {closed}: the database lies in {path}.',
    fr: 'PostgreSQL refuse de tourner en root et son utilisateur ne peut entrer dans {closed} : la base se trouve dans {path}.',
  },
  ready: { en: 'Recoupe is ready after {seconds} s: {address}', fr: 'Recoupe est prêt après {seconds} s : {address}' },
  signIn: {
    en: 'Sign in as a member of the demo team:',
    fr: 'Connectez-vous comme membre de l’équipe de démonstration :',
  },
  setUp: {
    en: 'Nobody can sign in yet. Make the first account with this link, which works once: {link}',
    fr: 'Personne ne peut encore se connecter. Créez le premier compte avec ce lien, valable une seule fois : {link}',
  },
  toStop: { en: 'Ctrl+C ends it.', fr: 'Ctrl+C y met fin.' },
  openToOthers: {
    en: 'Recoupe listens on {host}. People on other machines need NEXTAUTH_URL set to the address that they use.',
    fr: 'Recoupe écoute sur {host}. Depuis d’autres machines, définissez NEXTAUTH_URL à l’adresse qu’elles emploient.',
  },
  stopping: { en: 'Ending…', fr: 'Arrêt en cours…' },
  stopped: { en: 'Ended cleanly.', fr: 'Arrêt terminé.' },
  backedUp: {
    en: 'Everything is in {file}. It holds secrets, the key to the identities of confidential sources among them: keep it safe.',
    fr: 'Tout est dans {file}. Ce fichier contient des secrets, dont la clé des identités de sources confidentielles : gardez-le en lieu sûr.',
  },
  keyNotBackedUp: {
    en: 'But not RECOUPE_IDENTITY_KEY: keep that key apart. Without it the identities of confidential sources are lost.',
    fr: 'Sauf RECOUPE_IDENTITY_KEY : conservez cette clé à part. Sans elle, les identités des sources confidentielles sont perdues.',
  },
  restored: { en: 'The data of {file} are in {path}.', fr: 'Les données de {file} sont dans {path}.' },
  keptAside: { en: 'What was there before is kept in {path}.', fr: 'Ce qui s’y trouvait est conservé dans {path}.' },
  // what a person can put right
  nodeTooOld: {
    en: 'Recoupe needs Node {wanted}; this is Node {found}.',
    fr: 'Recoupe demande Node {wanted} ; celui-ci est Node {found}.',
  },
  badPort: {
    en: 'PORT must be a number from 0 to 65535, not “{port}”.',
    fr: 'PORT doit être un nombre de 0 à 65535, et non « {port} ».',
  },
  portTaken: {
    en: 'Another program already listens on {host}:{port}. End it, or choose another port: PORT=3001 npm start',
    fr: 'Un autre programme écoute déjà sur {host}:{port}. Arrêtez-le, ou choisissez un autre port : PORT=3001 npm start',
  },
  portForbidden: {
    en: 'This user may not listen on port {port}. Choose one from 1024 on: PORT=3000 npm start',
    fr: 'Cet utilisateur ne peut écouter sur le port {port}. Choisissez-en un à partir de 1024 : PORT=3000 npm start',
  },
  hostUnknown: {
    en: 'HOST={host} is not an address of this machine.',
    fr: 'HOST={host} n’est pas une adresse de cette machine.',
  },
  diskFull: {
    en: 'The disk is full ({path}). Make room and start again: nothing is lost.',
    fr: 'Le disque est plein ({path}). Libérez de la place et recommencez : rien n’est perdu.',
  },
  notWritable: { en: 'Recoupe may not write to {path}.', fr: 'Recoupe n’a pas le droit d’écrire dans {path}.' },
  alreadyRunning: {
    en: 'Another copy of Recoupe (process {pid}) is using the data in {path}.',
    fr: 'Une autre instance de Recoupe (processus {pid}) utilise les données de {path}.',
  },
  noPostgresForThisSystem: {
    en: 'No embedded PostgreSQL is installed for {system}. Run “npm ci” again, or name a PostgreSQL of your own in DATABASE_URL.',
    fr: 'Aucun PostgreSQL intégré n’est installé pour {system}. Relancez « npm ci », ou indiquez votre PostgreSQL dans DATABASE_URL.',
  },
  noPostgresUser: {
    en: 'PostgreSQL does not run as root, and no user “postgres” could be made. Make one, or start Recoupe as an ordinary user.',
    fr: 'PostgreSQL refuse de tourner en root et l’utilisateur « postgres » n’a pu être créé. Créez-le, ou lancez Recoupe en simple utilisateur.',
  },
  databaseBroken: {
    en: 'The embedded database does not run. PostgreSQL says:\n{log}',
    fr: 'La base de données intégrée ne tourne pas. PostgreSQL dit :\n{log}',
  },
  databaseUrlInvalid: {
    en: 'DATABASE_URL is not an address of the form postgresql://user:password@host:port/database.',
    fr: 'DATABASE_URL n’est pas une adresse de la forme postgresql://utilisateur:motdepasse@hôte:port/base.',
  },
  databaseUnreachable: {
    en: 'The database that DATABASE_URL names ({address}) cannot be reached: {reason}',
    fr: 'La base de données indiquée par DATABASE_URL ({address}) est inaccessible : {reason}',
  },
  databaseNotUtf8: {
    en: "The database {address} stores text as {encoding}; Recoupe needs one made with ENCODING 'UTF8'.",
    fr: "La base {address} enregistre le texte en {encoding} ; Recoupe en demande une créée avec ENCODING 'UTF8'.",
  },
  migrationFailed: {
    en: 'The tables could not be brought up to date: {reason}',
    fr: 'Les tables n’ont pu être mises à jour : {reason}',
  },
  programFailed: {
    en: '“{program}” failed ({code}).\n{output}',
    fr: '« {program} » a échoué ({code}).\n{output}',
  },
  serverEnded: {
    en: 'The web server ended by itself ({code}).\n{output}',
    fr: 'Le serveur web s’est arrêté de lui-même ({code}).\n{output}',
  },
  serverSilent: {
    en: 'The web server did not answer at {address} within {seconds} s.',
    fr: 'Le serveur web n’a pas répondu à {address} en {seconds} s.',
  },
  identityKeyInvalid: {
    en: '{place} is not a key of 32 bytes in base64url (43 letters, digits, - and _). Put the right one back, or the identities of confidential sources cannot be read.',
    fr: '{place} n’est pas une clé de 32 octets en base64url (43 lettres, chiffres, - et _). Remettez la bonne : sans elle, les identités des sources confidentielles sont illisibles.',
  },
  backupNeedsFile: { en: 'Which file? npm run restore -- <file>', fr: 'Quel fichier ? npm run restore -- <fichier>' },
  fileExists: { en: '{file} exists already.', fr: '{file} existe déjà.' },
  fileMissing: { en: '{file} does not exist.', fr: '{file} n’existe pas.' },
  notABackup: { en: '{file} is not a backup of Recoupe.', fr: '{file} n’est pas une sauvegarde de Recoupe.' },
  otherPostgres: {
    en: '{file} was made with PostgreSQL {found}; this Recoupe brings PostgreSQL {wanted}.',
    fr: '{file} provient de PostgreSQL {found} ; ce Recoupe apporte PostgreSQL {wanted}.',
  },
  nothingToBackUp: { en: 'There are no data in {path} yet.', fr: 'Il n’y a pas encore de données dans {path}.' },
  notEmpty: {
    en: 'There are data in {path} already. With --force they are kept aside: npm run restore -- <file> --force',
    fr: 'Il y a déjà des données dans {path}. Avec --force, elles sont mises de côté : npm run restore -- <fichier> --force',
  },
  ownDatabase: {
    en: 'DATABASE_URL names a database of your own: back it up with pg_dump and pg_restore. Keep the key to the identities of confidential sources as well (RECOUPE_IDENTITY_KEY, else the file identity-key of the data folder): without it they are lost.',
    fr: 'DATABASE_URL indique votre propre base de données : sauvegardez-la avec pg_dump et pg_restore. Conservez aussi la clé des identités de sources confidentielles (RECOUPE_IDENTITY_KEY, sinon le fichier identity-key du dossier de données) : sans elle, elles sont perdues.',
  },
}

/** The language of the terminal, from LC_ALL, LC_MESSAGES or LANG: French, else English. */
export function language(env = process.env) {
  return (env.LC_ALL || env.LC_MESSAGES || env.LANG || '').startsWith('fr') ? 'fr' : 'en'
}

/** A sentence of the table with its values filled in. */
export function say(key, values = {}, spoken = language()) {
  return messages[key][spoken].replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? '')).trimEnd()
}

/** Seconds with one decimal, as the language writes them. */
export const inSeconds = (milliseconds, spoken = language()) =>
  (milliseconds / 1000).toLocaleString(spoken, { minimumFractionDigits: 1, maximumFractionDigits: 1 })
