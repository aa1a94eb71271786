/** What `npm run import` says. */
export const importMessages = {
  importUsage: {
    en: 'Which folder? npm run import -- <folder> [--project=<name>] [--person=<e-mail address>]',
    fr: 'Quel dossier ? npm run import -- <dossier> [--project=<nom>] [--person=<adresse e-mail>]',
  },
  importNothing: { en: 'There are no files in {folder}.', fr: 'Il n’y a aucun fichier dans {folder}.' },
  importNoProject: {
    en: 'There is no project of that name. There are: {names}.',
    fr: 'Aucun projet ne porte ce nom. Il y a : {names}.',
  },
  importWhichProject: {
    en: 'Into which project? --project=<name>, of: {names}.',
    fr: 'Dans quel projet ? --project=<nom>, parmi : {names}.',
  },
  importNoPerson: {
    en: 'Nobody has an account with {person}.',
    fr: 'Personne n’a de compte avec {person}.',
  },
  importProgress: { en: '{done} of {total} read', fr: '{done} sur {total} lus' },
  importFailed: { en: '✗ {name}: {reasons}', fr: '✗ {name} : {reasons}' },
  importDoubtful: { en: '⚠ {name}, to look at: {reasons}', fr: '⚠ {name}, à regarder : {reasons}' },
  importBatch: {
    en: 'In Recoupe these files, and what to do with them: {path}',
    fr: 'Dans Recoupe, ces fichiers et ce qu’on peut en faire : {path}',
  },
  importDone: {
    en: 'Taken in: {saved}. Already in the project: {known}. To look at: {doubtful}. Failed: {failed}.',
    fr: 'Pris : {saved}. Déjà dans le projet : {known}. À regarder : {doubtful}. En échec : {failed}.',
  },
}
