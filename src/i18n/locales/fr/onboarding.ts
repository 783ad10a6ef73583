import type { OnboardingTexts } from '../../onboarding.ts'
import { number } from './counts.ts'

export const onboarding: OnboardingTexts = {
  greeting: () =>
    "Salut, moi c'est Lector ! Je lis les messages à voix haute dans votre salon vocal et je dis ce que vous tapez avec `/say`. Le reste est dans `/help`.",
  setUp: () => 'Configurer',
  tryVoice: () => 'Essayer une voix',
  readThisChannel: () => 'Lire ce salon',
  step: (step, steps, title) => `Étape ${number(step)} sur ${number(steps)} : **${title}**`,
  titles: {
    voice: 'Voix et langue',
    channel: 'Salon à lire',
    people: 'Qui je lis',
    announcements: 'Annonces',
  },
  askVoice: () =>
    "Choisis la voix de tous ceux qui n'en ont pas choisi. Si tu es dans un salon vocal, tu l'entends tout de suite.",
  askChannel: () =>
    'Appuie sur le bouton dans le salon textuel que je dois lire. Je le lirai dans le salon vocal où tu es.',
  askPeople: () => 'De qui dois-je lire les messages ? Pour limiter par rôle, utilise `/server roles`.',
  onlyPresent: () => 'Seulement ceux du salon vocal',
  everyone: () => 'Tous ceux qui y écrivent',
  askAnnouncements: () => 'Que dois-je dire en plus des messages ?',
  finish: () => 'Terminer',
  done: () =>
    "C'est prêt ! Rejoins un salon vocal et tape `/say`, ou écris dans un salon que je lis. `/setup` te ramène ici, et `/server panel` a d'autres réglages.",
  help: () => 'Ce que je peux faire pour toi :',
  helpSay: () => 'Dire quelque chose dans ton salon vocal : `/say`',
  helpVoice: () => 'Choisir ta propre voix : `/voice list`',
  helpStop: () => "M'interrompre ou me renvoyer : `/skip`, `/stop`, `/leave`",
  helpWords: () => "M'apprendre un mot ou ton nom : `/words add`, `/nickname set`",
  helpPrivacy: () => "Ne plus être lu ou voir ce que j'enregistre : `/optout here`, `/privacy`",
  helpMenus: () =>
    "Clic droit sur un message puis *Applications* : je le lis, ou je te dis pourquoi je ne l'ai pas lu.",
  helpManagers: () => 'Puisque tu gères ce serveur :',
  helpSetUp: () => 'Me configurer pas à pas : `/setup`',
  helpChannels: () => 'Faire lire un salon : `/read here`, `/read list`',
  helpLimits: () => 'Fixer des limites et des budgets : `/server limits`, `/server budget`',
  helpDoctor: () => 'Trouver ce qui ne va pas : `/doctor`',
  joinMe: () => 'Viens dans mon salon',
  leaveMeOut: () => 'Ne me lis pas',
  checkAll: () => 'Tout vérifier',
  naturalVoices: () =>
    'Ce sont des voix simples, fournies avec moi. Pour des voix naturelles en dix langues, la personne qui héberge ce bot peut ajouter une clé avec `npm run setup`.',
}
