import type { PartialCatalogue } from '../../src/i18n/catalogue.ts'
import { INTERFACE_LANGUAGES, type InterfaceLanguage } from '../../src/i18n/interface-languages.ts'
import { SAMPLES } from './samples.ts'

export type Tree = { readonly [key: string]: Leaf | Tree | undefined }
type Leaf = string | ((...args: never[]) => string)
type SampleTree = { readonly [key: string]: readonly never[][] | SampleTree }

/** The texts of a language as its translators wrote them, without the English ones that fill the gaps. */
export function textsOf(code: InterfaceLanguage): PartialCatalogue {
  return INTERFACE_LANGUAGES[code].texts
}

/** Every written sentence by its path; one with several samples has several. Spoken phrases are not among them. */
export function rendered({ spoken, ...written }: PartialCatalogue): Map<string, string> {
  return new Map(sentences(written as Tree, SAMPLES as unknown as SampleTree, ''))
}

/** The paths of all texts: `replies.joined`, `commands.say.options.text.description`. */
export function paths(texts: PartialCatalogue): string[] {
  return leaves(texts as Tree, '')
}

/** What English has and the language lacks. Names of commands and options may stay English. */
export function missing(texts: PartialCatalogue): string[] {
  const own = new Set(paths(texts))
  return paths(textsOf('en')).filter((path) => !own.has(path) && !isCommandName(path))
}

export function isCommandName(path: string): boolean {
  return /^commands\..*\.name$/u.test(path)
}

function leaves(texts: Tree, above: string): string[] {
  return Object.entries(texts).flatMap(([key, text]) => {
    if (text === undefined) return []
    return typeof text === 'object' ? leaves(text, `${above}${key}.`) : [`${above}${key}`]
  })
}

function sentences(texts: Tree, samples: SampleTree | undefined, above: string): [string, string][] {
  return Object.entries(texts).flatMap(([key, text]): [string, string][] => {
    const path = `${above}${key}`
    if (text === undefined) return []
    if (typeof text === 'string') return [[path, text]]
    const given = samples?.[key]
    if (typeof text === 'object') return sentences(text, given as SampleTree | undefined, `${path}.`)
    return (given as readonly never[][]).map((args) => [`${path}(${JSON.stringify(args)})`, text(...args)])
  })
}
