/**
 * What voices are asked to say in tests: plain lower-case words of the recogniser's dictionary. Each `decoy` differs
 * from its `text` by one word, so that a recogniser that chooses between them must have heard that word.
 */
export interface TestSentence {
  readonly text: string
  readonly decoy: string
}

export const SENTENCES: readonly TestSentence[] = [
  { text: 'good morning everyone and welcome back', decoy: 'good evening everyone and welcome back' },
  { text: 'please close the window before you leave', decoy: 'please close the window after you leave' },
  { text: 'we are going to the beach on saturday', decoy: 'we are going to the mountains on saturday' },
  { text: 'my brother bought a red bicycle yesterday', decoy: 'my brother bought a yellow bicycle yesterday' },
  { text: 'the train to london leaves at seven', decoy: 'the train to paris leaves at seven' },
  { text: 'can somebody help me with this puzzle', decoy: 'can somebody help me with this computer' },
  { text: 'there is a little coffee left in the kitchen', decoy: 'there is a little water left in the kitchen' },
  { text: 'she plays the piano every single evening', decoy: 'she plays the violin every single evening' },
  { text: 'the weather will be cold and windy tomorrow', decoy: 'the weather will be cold and sunny tomorrow' },
  { text: 'his grandmother lives in a small village', decoy: 'his grandmother lives in a beautiful village' },
  { text: 'they won the game in the last minute', decoy: 'they lost the game in the last minute' },
  { text: 'remember to bring your umbrella tonight', decoy: 'remember to bring your sandwich tonight' },
  { text: 'nobody knows where the treasure is hidden', decoy: 'everybody knows where the treasure is hidden' },
  { text: 'the green dragon sleeps under the bridge', decoy: 'the golden dragon sleeps under the bridge' },
  { text: 'i would like two tickets for the concert', decoy: 'i would like eleven tickets for the concert' },
  { text: 'our teacher told us a funny story', decoy: 'our neighbor told us a funny story' },
  { text: 'turn left at the corner and keep walking', decoy: 'turn left at the corner and keep driving' },
  { text: 'this computer needs a bigger hard drive', decoy: 'this elephant needs a bigger hard drive' },
  { text: 'the doctor will call you back on monday', decoy: 'the doctor will call you back on thursday' },
  { text: 'he found an old letter behind the mirror', decoy: 'he found an old photograph behind the mirror' },
  { text: 'all the apples have fallen from the tree', decoy: 'all the children have fallen from the tree' },
  { text: 'you should never swim after a heavy meal', decoy: 'you should always swim after a heavy meal' },
  { text: 'let us meet in front of the library', decoy: 'let us meet in front of the hospital' },
  { text: 'the captain asked for a glass of water', decoy: 'the captain asked for a bottle of water' },
]
