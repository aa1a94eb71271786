import type { MailLanguage } from '@/lib/mail/languages'

/** What a mail is for. */
export type LinkPurpose = 'INVITATION' | 'JOIN' | 'RESET_BY_OWNER' | 'RESET_ASKED'

/** What the words name; all on one line. */
export type MailNames = { name: string; maker: string; project: string; reason: string; host: string; until: string }

type Words = {
  subject: string
  /** Why it comes: the paragraphs before the link. */
  before: string[]
  /** Until when, and what to do if one did not expect it. */
  after: string[]
}

const ONCE_FR = 'Ce lien est pour vous seul, ne marche qu’une fois, et jusqu’au {until}. Ne le transmettez à personne.'
const ONCE_EN = 'This link is for you alone, works once, and until {until}. Do not pass it on.'
const AUTOMATIC_FR = 'Ce message est envoyé par Recoupe ({host}). Personne ne lit les réponses.'
const AUTOMATIC_EN = 'This message is sent by Recoupe ({host}). Nobody reads answers to it.'
const STRANGER_FR =
  'Vous ne connaissez ni {maker} ni ce projet ? N’ouvrez pas le lien : sans lui, rien ne se passe, et il cesse de marcher de lui-même.'
const STRANGER_EN =
  'You know neither {maker} nor this project? Do not open the link: without it nothing happens, and it stops working by itself.'

export const MAIL_WORDS: Record<MailLanguage, Record<LinkPurpose, Words>> = {
  fr: {
    INVITATION: {
      subject: '{maker} vous invite dans « {project} » sur Recoupe',
      before: [
        'Bonjour {name},',
        '{maker} vous invite à vérifier des faits avec l’équipe du projet « {project} ». Avec ce lien, vous choisissez un mot de passe et vous entrez :',
      ],
      after: [ONCE_FR, STRANGER_FR, AUTOMATIC_FR],
    },
    JOIN: {
      subject: '{maker} vous invite dans « {project} » sur Recoupe',
      before: [
        'Bonjour {name},',
        '{maker} vous invite dans le projet « {project} ». Vous avez déjà un compte : connectez-vous, puis rejoignez le projet par ce lien :',
      ],
      after: [ONCE_FR, STRANGER_FR, AUTOMATIC_FR],
    },
    RESET_BY_OWNER: {
      subject: 'Un nouveau mot de passe pour Recoupe',
      before: [
        'Bonjour {name},',
        '{maker}, propriétaire de l’installation, a créé un lien avec lequel vous choisissez un nouveau mot de passe. Motif : « {reason} ».',
      ],
      after: [
        ONCE_FR,
        'Vous n’avez rien demandé ? N’ouvrez pas le lien, et demandez à {maker}, de vive voix, ce qu’il en est. Votre mot de passe actuel reste valable tant que le lien n’a pas servi.',
        AUTOMATIC_FR,
      ],
    },
    RESET_ASKED: {
      subject: 'Un nouveau mot de passe pour Recoupe',
      before: [
        'Bonjour {name},',
        'Quelqu’un, vous sans doute, a dit avoir oublié le mot de passe de ce compte. Avec ce lien, vous en choisissez un nouveau :',
      ],
      after: [
        ONCE_FR,
        'Ce n’était pas vous ? Vous n’avez rien à faire : votre mot de passe reste celui que vous connaissez. Si cela se répète, dites-le au propriétaire de l’installation.',
        AUTOMATIC_FR,
      ],
    },
  },
  en: {
    INVITATION: {
      subject: '{maker} invites you into “{project}” on Recoupe',
      before: [
        'Hello {name},',
        '{maker} invites you to check facts with the team of the project “{project}”. With this link you choose a password and come in:',
      ],
      after: [ONCE_EN, STRANGER_EN, AUTOMATIC_EN],
    },
    JOIN: {
      subject: '{maker} invites you into “{project}” on Recoupe',
      before: [
        'Hello {name},',
        '{maker} invites you into the project “{project}”. You have an account already: sign in, then join the project through this link:',
      ],
      after: [ONCE_EN, STRANGER_EN, AUTOMATIC_EN],
    },
    RESET_BY_OWNER: {
      subject: 'A new password for Recoupe',
      before: [
        'Hello {name},',
        '{maker}, owner of the installation, has made a link with which you choose a new password. Reason: “{reason}”.',
      ],
      after: [
        ONCE_EN,
        'You did not ask for this? Do not open the link, and ask {maker}, in their own voice, what it is about. Your present password works as long as the link has not been used.',
        AUTOMATIC_EN,
      ],
    },
    RESET_ASKED: {
      subject: 'A new password for Recoupe',
      before: [
        'Hello {name},',
        'Somebody, most likely you, said that the password of this account is forgotten. With this link you choose a new one:',
      ],
      after: [
        ONCE_EN,
        'It was not you? There is nothing to do: your password stays the one that you know. If this happens again, tell the owner of the installation.',
        AUTOMATIC_EN,
      ],
    },
  },
}
