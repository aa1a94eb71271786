import { importMessages } from './import-messages.mjs'
import { workerMessages } from './worker-messages.mjs'

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
  modeMended: {
    en: '{file} could be read by others on this machine; now by this user alone.',
    fr: '{file} pouvait être lu par d’autres sur cette machine ; désormais par cet utilisateur seul.',
  },
  modeOpen: {
    en: 'Others on this machine can read {file}: it holds a secret. Let its owner run chmod 600 on it.',
    fr: 'D’autres sur cette machine peuvent lire {file}, qui contient un secret. Que son propriétaire lance chmod 600 dessus.',
  },
  sessionSecretRemade: {
    en: 'The secret of sessions was missing and has been made anew ({file}): everybody signs in again.',
    fr: 'Le secret des sessions manquait ; il a été refait ({file}) : chacun se reconnecte.',
  },
  demoPasswordsRemade: {
    en: 'The file of the demo passwords was damaged ({file}): the demo team has new passwords.',
    fr: 'Le fichier des mots de passe de démonstration était abîmé ({file}) : l’équipe de démonstration en a de nouveaux.',
  },
  identityKeyPending: {
    en: 'The database still seals identities with an earlier key. To pass on to the new one: npm run keys -- rotate',
    fr: 'La base chiffre encore les identités avec une clé antérieure. Pour passer à la nouvelle : npm run keys -- rotate',
  },
  markerRemade: {
    en: '{file} was missing; the database beside it is whole and goes on.',
    fr: '{file} manquait ; la base à côté est entière et continue.',
  },
  databasePasswordRemade: {
    en: 'The password file of the embedded database was missing or damaged ({file}): it has a new one.',
    fr: 'Le fichier du mot de passe de la base intégrée manquait ou était abîmé ({file}) : elle en a un nouveau.',
  },
  keyNotInBackup: {
    en: 'The backup holds no key of identities: put it into RECOUPE_IDENTITY_KEY, or into the file identity-key, before you start.',
    fr: 'La sauvegarde ne contient pas la clé des identités : mettez-la dans RECOUPE_IDENTITY_KEY, ou dans le fichier identity-key, avant de démarrer.',
  },
  // keys
  keysIdentity: { en: 'Identities of confidential sources', fr: 'Identités des sources confidentielles' },
  keysNone: {
    en: '  no key yet: the first start makes one',
    fr: '  pas encore de clé : le premier démarrage en crée une',
  },
  keySeals: {
    en: '  {fingerprint}  seals since {since} · identities: {count} · key {here}',
    fr: '  {fingerprint}  chiffre depuis le {since} · identités : {count} · clé {here}',
  },
  keyRetired: {
    en: '  {fingerprint}  replaced on {until} · identities: {count} · key {here}',
    fr: '  {fingerprint}  remplacée le {until} · identités : {count} · clé {here}',
  },
  keyHere: { en: 'here', fr: 'présente' },
  keyNotHere: { en: 'not here', fr: 'absente' },
  keysUnnamed: {
    en: '  sealed before identities named their key: {count}',
    fr: '  chiffrées avant que l’identité ne nomme sa clé : {count}',
  },
  keysClosed: {
    en: '  opened by no key that is here: {closed}. A key that turns up goes into identity-key-old, a line each.',
    fr: '  ouvertes par aucune clé présente : {closed}. Une clé retrouvée se met dans identity-key-old, une par ligne.',
  },
  keysWaiting: {
    en: '  a rotation is not finished, identities left: {waiting}. Go on: npm run keys -- rotate',
    fr: '  une rotation n’est pas terminée, identités restantes : {waiting}. Poursuivre : npm run keys -- rotate',
  },
  keysSession: {
    en: 'Sessions: secret {fingerprint} from {place}',
    fr: 'Sessions : secret {fingerprint}, depuis {place}',
  },
  keysSessionOld: {
    en: '  the one before ({fingerprint}) still verifies',
    fr: '  le précédent ({fingerprint}) vérifie encore',
  },
  rotatingIdentities: {
    en: 'Sealing the identities with the new key',
    fr: 'Chiffrement des identités avec la nouvelle clé',
  },
  identityRotated: {
    en: 'The key {fingerprint} seals from now on; identities sealed anew: {resealed}. The one before stays in {old} for older copies of the database. Make a backup now.',
    fr: 'La clé {fingerprint} chiffre désormais ; identités chiffrées à nouveau : {resealed}. La précédente reste dans {old} pour les copies plus anciennes de la base. Faites une sauvegarde maintenant.',
  },
  identityGivenUp: {
    en: 'The key {fingerprint} seals from now on. Identities given up: {closed}. They stay stored, closed: a key that turns up opens them again from identity-key-old.',
    fr: 'La clé {fingerprint} chiffre désormais. Identités abandonnées : {closed}. Elles restent enregistrées, closes : une clé retrouvée les rouvrira depuis identity-key-old.',
  },
  sessionRotated: {
    en: 'New sessions are made with a new secret; present ones go on, for {days} days at most.',
    fr: 'Les nouvelles sessions emploient un nouveau secret ; celles en cours continuent, {days} jours au plus.',
  },
  sessionRotatedAtOnce: {
    en: 'Sessions are made with a new secret. The one before is gone: what it signed is void, and people may have to sign in again.',
    fr: 'Les sessions emploient un nouveau secret. Le précédent est supprimé : ce qu’il signait est nul, et il faudra peut-être se reconnecter.',
  },
  restored: { en: 'The data of {file} are in {path}.', fr: 'Les données de {file} sont dans {path}.' },
  keptAside: { en: 'What was there before is kept in {path}.', fr: 'Ce qui s’y trouvait est conservé dans {path}.' },
  steadyRun: {
    en: '{run}/{runs}: {passed} passed, {failed} failed, {minutes} min, {machine}',
    fr: '{run}/{runs} : {passed} réussis, {failed} échoués, {minutes} min, {machine}',
  },
  machineBusy: { en: 'busy', fr: 'machine occupée' },
  machineFree: { en: 'quiet', fr: 'machine libre' },
  // what a person can put right
  badRuns: {
    en: 'How many runs? A number from 1 to 999, not “{wanted}”: npm run test:steady -- 5',
    fr: 'Combien de passages ? Un nombre de 1 à 999, et non « {wanted} » : npm run test:steady -- 5',
  },
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
    en: '{variable} is not an address of the form postgresql://user:password@host:port/database.',
    fr: '{variable} n’est pas une adresse de la forme postgresql://utilisateur:motdepasse@hôte:port/base.',
  },
  databaseUnreachable: {
    en: 'The database that {variable} names ({address}) cannot be reached: {reason}',
    fr: 'La base de données indiquée par {variable} ({address}) est inaccessible : {reason}',
  },
  databaseNotUtf8: {
    en: "The database {address} stores text as {encoding}; Recoupe needs one made with ENCODING 'UTF8'.",
    fr: "La base {address} enregistre le texte en {encoding} ; Recoupe en demande une créée avec ENCODING 'UTF8'.",
  },
  databasesDiffer: {
    en: 'DATABASE_URL and MIGRATION_DATABASE_URL name two databases, or two schemas of one. They must lead to the same tables.',
    fr: 'DATABASE_URL et MIGRATION_DATABASE_URL désignent deux bases, ou deux schémas d’une même base. Elles doivent mener aux mêmes tables.',
  },
  migrationUrlAlone: {
    en: 'MIGRATION_DATABASE_URL is set without DATABASE_URL. Set both, as docs/database-roles.md says, or neither for the embedded database.',
    fr: 'MIGRATION_DATABASE_URL est définie sans DATABASE_URL. Définissez les deux, comme l’indique docs/database-roles.md, ou aucune pour la base intégrée.',
  },
  migrationUrlNeeded: {
    en: 'The tables are not up to date, and the role of DATABASE_URL may not change them. Set MIGRATION_DATABASE_URL to the address of their owner for this start: docs/database-roles.md',
    fr: 'Les tables ne sont pas à jour, et le rôle de DATABASE_URL n’a pas le droit de les modifier. Pour ce démarrage, indiquez dans MIGRATION_DATABASE_URL l’adresse de leur propriétaire : docs/database-roles.md',
  },
  guardsOff: {
    en: 'Caution: the role “{role}” of DATABASE_URL may do more than Recoupe needs. Whoever gets hold of it can switch off what guards the history and the reviews. Give Recoupe a role that owns nothing, and the owner’s address in MIGRATION_DATABASE_URL: docs/database-roles.md',
    fr: 'Attention : le rôle « {role} » de DATABASE_URL a plus de droits que Recoupe n’en demande. Qui s’en empare peut désactiver ce qui protège l’historique et les relectures. Donnez à Recoupe un rôle qui ne possède rien, et l’adresse du propriétaire dans MIGRATION_DATABASE_URL : docs/database-roles.md',
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
  serverStartsAgain: {
    en: '{reason} It is started again in {seconds} s (try {tries} of {most}).',
    fr: '{reason} Il redémarre dans {seconds} s (essai {tries} sur {most}).',
  },
  serverRunsAgain: { en: 'The web server runs again.', fr: 'Le serveur web fonctionne de nouveau.' },
  serverHangs: {
    en: 'The web server has not answered for two minutes: it is ended, and started again.',
    fr: 'Le serveur web ne répond plus depuis deux minutes : il est arrêté, puis redémarré.',
  },
  serverGaveUp: {
    en: 'The web server has ended {tries} times within {minutes} minutes: Recoupe gives up. The last time: {reason}',
    fr: 'Le serveur web s’est arrêté {tries} fois en {minutes} minutes : Recoupe renonce. La dernière fois : {reason}',
  },
  ...workerMessages,
  ...importMessages,
  databaseEnded: {
    en: 'The database ended by itself ({code}); its log is {log}.',
    fr: 'La base de données s’est arrêtée d’elle-même ({code}) ; son journal est {log}.',
  },
  databaseStartsAgain: {
    en: '{reason} The database is started again in {seconds} s (try {tries} of {most}).',
    fr: '{reason} La base de données redémarre dans {seconds} s (essai {tries} sur {most}).',
  },
  databaseRunsAgain: {
    en: 'The database runs again. Nothing that was saved is lost.',
    fr: 'La base de données fonctionne de nouveau. Rien de ce qui était enregistré n’est perdu.',
  },
  databaseSilent: {
    en: 'The database has stopped answering meanwhile. Nothing is half done: repeat the command once it runs again.',
    fr: 'La base de données a cessé de répondre entre-temps. Rien n’est à moitié fait : relancez la commande dès qu’elle fonctionne.',
  },
  databaseGaveUp: {
    en: 'The database has ended {tries} times within {minutes} minutes: Recoupe gives up. The last time: {reason}',
    fr: 'La base de données s’est arrêtée {tries} fois en {minutes} minutes : Recoupe renonce. La dernière fois : {reason}',
  },
  serverSilent: {
    en: 'The web server did not answer at {address} within {seconds} s.',
    fr: 'Le serveur web n’a pas répondu à {address} en {seconds} s.',
  },
  badPublicUrl: {
    en: 'NEXTAUTH_URL must be the address that people use, without a path, such as https://recoupe.example.org, not “{url}”.',
    fr: 'NEXTAUTH_URL doit être l’adresse employée, sans chemin, comme https://recoupe.example.org, et non « {url} ».',
  },
  fileTrouble: {
    en: 'Recoupe cannot use {path} ({reason}).',
    fr: 'Recoupe ne peut pas utiliser {path} ({reason}).',
  },
  pointerBroken: {
    en: '{file} should hold the path of the embedded database’s folder and does not. Write that path into it, or restore a backup: npm run restore -- <file> --force',
    fr: '{file} devrait contenir le chemin du dossier de la base intégrée. Écrivez-y ce chemin, ou restaurez une sauvegarde : npm run restore -- <fichier> --force',
  },
  databaseFolderGone: {
    en: 'The database should lie in {path}, as {file} says, and is not there. Bring that folder back (is a disk missing?), or restore a backup: npm run restore -- <file> --force',
    fr: 'La base devrait se trouver dans {path}, d’après {file}, et n’y est pas. Remettez ce dossier (un disque manque-t-il ?), ou restaurez une sauvegarde : npm run restore -- <fichier> --force',
  },
  clusterMissing: {
    en: 'There was a database in {path}, and it is gone. Bring that folder back, or restore a backup: npm run restore -- <file> --force',
    fr: 'Une base se trouvait dans {path}, et elle a disparu. Remettez ce dossier, ou restaurez une sauvegarde : npm run restore -- <fichier> --force',
  },
  passwordFileBroken: {
    en: '{file} does not hold the password of the embedded database. Stop Recoupe and delete that file: the next start makes a new password.',
    fr: '{file} ne contient pas le mot de passe de la base intégrée. Arrêtez Recoupe et supprimez ce fichier : le prochain démarrage crée un nouveau mot de passe.',
  },
  halfRestored: {
    en: 'A restore into {path} was broken off half-way. Do it again: npm run restore -- <file> --force. What was there before is kept in the folders before-restore-….',
    fr: 'Une restauration dans {path} a été interrompue en chemin. Recommencez-la : npm run restore -- <fichier> --force. Ce qui s’y trouvait est conservé dans les dossiers before-restore-….',
  },
  keptNotFile: {
    en: '{file} is not a file: Recoupe keeps one there. Move away what is in its place.',
    fr: '{file} n’est pas un fichier : Recoupe en conserve un à cet endroit. Déplacez ce qui s’y trouve.',
  },
  keptUnreadable: {
    en: 'Recoupe may not read {file}. Give it back to the user that runs Recoupe: chown, then chmod 600.',
    fr: 'Recoupe n’a pas le droit de lire {file}. Rendez-le à l’utilisateur qui lance Recoupe : chown, puis chmod 600.',
  },
  secretWeak: {
    en: '{name} can be guessed: it needs at least 32 characters at random. Make one with: openssl rand -base64 32',
    fr: '{name} se devine : il faut au moins 32 caractères au hasard. Créez-en un avec : openssl rand -base64 32',
  },
  sessionSecretDamaged: {
    en: '{file} holds no secret of 32 characters or more at random: it is damaged, or can be guessed. Put the right one back, or delete it: a new one is made, and everybody signs in again.',
    fr: '{file} ne contient pas de secret d’au moins 32 caractères au hasard : il est abîmé, ou se devine. Remettez le bon, ou supprimez-le : un autre sera créé, et chacun se reconnectera.',
  },
  demoPasswordShort: {
    en: 'RECOUPE_DEMO_PASSWORD needs at least {least} characters.',
    fr: 'RECOUPE_DEMO_PASSWORD demande au moins {least} caractères.',
  },
  identityKeyMissing: {
    en: '{file} is missing, and this database has a key (fingerprint {fingerprint}, sealed identities: {count}). Put the file back from a backup. If it is lost for good: npm run keys -- give-up',
    fr: '{file} manque, et cette base a une clé (empreinte {fingerprint}, identités chiffrées : {count}). Remettez le fichier depuis une sauvegarde. S’il est définitivement perdu : npm run keys -- give-up',
  },
  identityKeyOther: {
    en: 'This database seals identities with the key {wanted}; here is {found}. Put the right key into identity-key (or RECOUPE_IDENTITY_KEY) and start again. If it is lost for good: npm run keys -- give-up',
    fr: 'Cette base chiffre les identités avec la clé {wanted} ; ici se trouve {found}. Remettez la bonne clé dans identity-key (ou RECOUPE_IDENTITY_KEY) et redémarrez. Si elle est définitivement perdue : npm run keys -- give-up',
  },
  identityKeyOpensNothing: {
    en: 'The key that is here opens none of the {closed} sealed identities of this database: it is another one’s. Put the right key into identity-key (or RECOUPE_IDENTITY_KEY). If it is lost for good: npm run keys -- give-up',
    fr: 'La clé présente n’ouvre aucune des {closed} identités chiffrées de cette base : c’est celle d’une autre. Remettez la bonne dans identity-key (ou RECOUPE_IDENTITY_KEY). Si elle est définitivement perdue : npm run keys -- give-up',
  },
  keysOwnerNeeded: {
    en: 'Another key is for the role that owns the tables to bring in: put its address into MIGRATION_DATABASE_URL, beside DATABASE_URL, and repeat the command. Nothing was changed.',
    fr: 'Changer de clé revient au rôle à qui appartiennent les tables : mettez son adresse dans MIGRATION_DATABASE_URL, à côté de DATABASE_URL, et relancez la commande. Rien n’a été changé.',
  },
  giveUpConfirm: {
    en: 'Identities that no key here opens: {closed}. To give them up and seal with another key from now on: npm run keys -- give-up --confirm={closed}',
    fr: 'Identités qu’aucune clé présente n’ouvre : {closed}. Pour les abandonner et chiffrer désormais avec une autre clé : npm run keys -- give-up --confirm={closed}',
  },
  giveUpNeedless: {
    en: 'Nothing is lost: the key that this database seals with is here.',
    fr: 'Rien n’est perdu : la clé avec laquelle cette base chiffre est présente.',
  },
  rotateIdentityYourself: {
    en: 'RECOUPE_IDENTITY_KEY is yours to keep. Put a new key there (npm run keys -- new makes one) and the present one into RECOUPE_IDENTITY_KEY_OLD, for every copy of Recoupe; start them again, then repeat this command.',
    fr: 'RECOUPE_IDENTITY_KEY est à votre garde. Mettez-y une nouvelle clé (npm run keys -- new en crée une) et l’actuelle dans RECOUPE_IDENTITY_KEY_OLD, pour chaque instance de Recoupe ; redémarrez-les, puis relancez cette commande.',
  },
  rotateSessionYourself: {
    en: 'NEXTAUTH_SECRET is yours to keep. Put a new secret there (npm run keys -- new makes one) and the present one into NEXTAUTH_SECRET_OLD for {days} days, for every copy of Recoupe; start them again.',
    fr: 'NEXTAUTH_SECRET est à votre garde. Mettez-y un nouveau secret (npm run keys -- new en crée un) et l’actuel dans NEXTAUTH_SECRET_OLD pendant {days} jours, pour chaque instance de Recoupe ; redémarrez-les.',
  },
  keysUsage: {
    en: 'npm run keys [-- rotate [identity|session] [--at-once] | give-up [--confirm=<number>] | new]',
    fr: 'npm run keys [-- rotate [identity|session] [--at-once] | give-up [--confirm=<nombre>] | new]',
  },
  refusedByDomain: {
    en: 'Recoupe refuses what it was given: {reasons}.',
    fr: 'Recoupe refuse ce qui lui a été donné : {reasons}.',
  },
  identityKeyInvalid: {
    en: '{place} is not a random key of 32 bytes in base64url (43 letters, digits, - and _). Put the right one back from a backup: without it the identities of confidential sources cannot be read.',
    fr: '{place} n’est pas une clé aléatoire de 32 octets en base64url (43 lettres, chiffres, - et _). Remettez la bonne depuis une sauvegarde : sans elle, les identités des sources confidentielles sont illisibles.',
  },
  proxyInvalid: {
    en: 'RECOUPE_TRUSTED_PROXIES must hold addresses or ranges such as 10.0.0.1, 192.168.0.0/16, not “{entry}”.',
    fr: 'RECOUPE_TRUSTED_PROXIES doit contenir des adresses ou des plages comme 10.0.0.1, 192.168.0.0/16, et non « {entry} ».',
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
