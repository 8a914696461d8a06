import { syllable } from 'syllable';

/**
 * These say how hard a sentence is to read, for tests of texts that patients read. A name that the reader came for
 * ("hemoglobin") is excused: it counts as a word of two syllables, because no plainer word names the same thing.
 */
type Excused = ReadonlySet<string>;

const SYLLABLES_OF_A_NAME = 2;

const wordsIn = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\d]+/gu) ?? [];
const sentencesIn = (text: string): number => Math.max(1, text.match(/[.!?](?:\s|$)/g)?.length ?? 0);

function countsOf(text: string, syllablesOf: (word: string) => number, excused: Excused) {
  const words = wordsIn(text);
  const counted = words.map((word) => (excused.has(word) ? SYLLABLES_OF_A_NAME : syllablesOf(word)));
  return {
    wordsPerSentence: words.length / sentencesIn(text),
    syllablesPerWord: counted.reduce((sum, count) => sum + count, 0) / Math.max(1, words.length),
  };
}

/**
 * Returns the school grade of the United States in which an English text is read with ease.
 * @see https://apps.dtic.mil/sti/citations/ADA006655 Kincaid and others, 1975
 */
export function fleschKincaidGrade(text: string, excused: Excused = new Set()): number {
  const { wordsPerSentence, syllablesPerWord } = countsOf(text, syllable, excused);
  return 0.39 * wordsPerSentence + 11.8 * syllablesPerWord - 15.59;
}

/**
 * Returns the ease of a Spanish text by Szigriszt-Pazos, which the INFLESZ scale reads as "normal" from 55 on and "quite
 * easy" from 65 on, for texts that patients read.
 * @see https://scielo.isciii.es/scielo.php?script=sci_arttext&pid=S1137-66272008000300004 Barrio-Cantalejo and others
 */
export function spanishEase(text: string, excused: Excused = new Set()): number {
  const { wordsPerSentence, syllablesPerWord } = countsOf(text, spanishSyllables, excused);
  return 206.835 - 62.3 * syllablesPerWord - wordsPerSentence;
}

/**
 * Counts the syllables of a Spanish word. Vowels beside each other are one syllable, unless two of them are strong: a, e,
 * o, or a weak one with an accent ("pa-ís").
 */
export function spanishSyllables(word: string): number {
  const vowels = word.toLowerCase().match(/[aeiouáéíóúü]+y?$|[aeiouáéíóúü]+|y$/g) ?? [];
  const counts = vowels.map((group) => Math.max(1, group.match(/[aeoáéíóú]/g)?.length ?? 0));
  return Math.max(
    1,
    counts.reduce((sum, count) => sum + count, 0),
  );
}
