import type { ChatCommand, CommandContext } from '../src/interactions/command.ts'
import { type Row, RUN } from '../src/interactions/reply.ts'

/** What one may want, the command for it, and buttons that do the most usual things. */
export const help = {
  kind: 'chat',
  path: 'help',
  async run(context) {
    const { onboarding: texts } = context.texts
    const lines = [
      texts.help(),
      ...[texts.helpSay(), texts.helpVoice(), texts.helpStop(), texts.helpWords(), texts.helpPrivacy()].map(item),
      texts.helpMenus(),
    ]
    if (!context.may('manage-server')) return { text: lines.join('\n'), rows: [forEveryone(context)] }
    const managing = [texts.helpSetUp(), texts.helpChannels(), texts.helpLimits(), texts.helpDoctor()]
    return {
      text: [...lines, '', texts.helpManagers(), ...managing.map(item)].join('\n'),
      rows: [forEveryone(context), forManagers(context)],
    }
  },
} satisfies ChatCommand

function item(line: string): string {
  return `- ${line}`
}

function forEveryone({ texts: { onboarding, settings } }: CommandContext): Row {
  return {
    buttons: [
      { command: 'join', action: RUN, label: onboarding.joinMe(), style: 'primary' },
      { command: 'voice list', action: RUN, label: settings.chooseVoice() },
      { command: 'optout here', action: RUN, label: onboarding.leaveMeOut() },
    ],
  }
}

function forManagers({ texts: { onboarding } }: CommandContext): Row {
  return {
    buttons: [
      { command: 'setup', action: RUN, label: onboarding.setUp() },
      { command: 'read here', action: RUN, label: onboarding.readThisChannel() },
      { command: 'doctor', action: RUN, label: onboarding.checkAll() },
    ],
  }
}
