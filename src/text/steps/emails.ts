import type { Step } from '../context.ts'

/** E-mail addresses whole: `tom@here.com` is "tom at here dot com", and no mention of everyone here. */
export const emails: Step = (text, { context, slots }) => {
  if (!text.includes('@')) return text
  const { at, dot } = context.phrases
  return text.replace(address, (_, name: string, host: string) =>
    slots.hold({
      kind: 'words',
      spoken: `${name.replaceAll('.', ` ${dot} `)} ${at} ${host.replaceAll('.', ` ${dot} `)}`.replaceAll('_', ' '),
    }),
  )
}

/** Bounded on both sides of the sign, so that a flood of letters is looked at once. */
const address =
  /(?:<mailto:|mailto:)?(?<![\p{Script=Latin}\p{Script=Cyrillic}\p{N}._%+/-])([\p{Script=Latin}\p{Script=Cyrillic}\p{N}][\p{Script=Latin}\p{Script=Cyrillic}\p{N}_%+-]{0,63}(?:\.[\p{Script=Latin}\p{Script=Cyrillic}\p{N}_%+-]{1,63}){0,4})@([\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){0,4}\.\p{Script=Latin}{2,24})(?![\p{Script=Latin}\p{N}@_-])>?/gu
