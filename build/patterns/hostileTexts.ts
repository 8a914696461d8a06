import type { AST } from '@eslint-community/regexpp';
import { classTest, parsedPattern, type Pattern } from './program.ts';

/**
 * A hostile text is a beginning, a part that is repeated, another that is repeated behind it to the wanted length, and an end
 * that spoils the match. The first part may be ''.
 */
export type HostileText = {
  readonly before: string;
  readonly first: string;
  readonly repeated: string;
  readonly after: string;
};

/** Returns a hostile text of about this length. Each of two parts has half of it. */
export function textOfLength({ before, first, repeated, after }: HostileText, length: number): string {
  const room = first === '' ? length : length / 2;
  return before + filling(first, room) + filling(repeated, room) + after;
}

const filling = (part: string, length: number): string =>
  part && part.repeat(Math.max(1, Math.floor(length / part.length)));

/** These characters meet most patterns: blanks, digits, letters and the signs of numbers, addresses and markup. */
const COMMON = Array.from(' \t\n09anZ/.,-=<>"({|%&#:;_~\u0000é\u200B');
const ENDS = ['', '\u0000', '\n', 'x\nx'];
/** A pattern of many parts has many hostile texts, of which these are enough. */
const MAX_TEXTS = 1500;
const MAX_CHOICES = 12;

/** This part has no upper limit. `before` may stand in front of it, and each of the pieces may be repeated. */
type Repeated = { readonly before: string; readonly pieces: readonly string[] };

/** Returns texts on which this pattern may take more steps than the text has characters. */
export function hostileTexts(pattern: Pattern): readonly HostileText[] {
  const texts = new Map<string, HostileText>();
  // A pattern of many parts has far more candidates than are kept, and a text is long to make. An odd step meets all ends.
  const candidates = [...candidatesOf(pattern)];
  const count = candidates.length * ENDS.length;
  const step = 2 * Math.ceil((count / MAX_TEXTS - 1) / 2) + 1;
  for (let i = 0; i < count; i += step) {
    const candidate = candidates[Math.floor(i / ENDS.length)]!;
    if (candidate.repeated === '') continue;
    const text = { ...candidate, after: ENDS[i % ENDS.length]! };
    texts.set(Object.values(text).join('\u0001'), text);
  }
  return [...texts.values()];
}

type Candidate = Omit<HostileText, 'after'>;

function* candidatesOf(pattern: Pattern): Generator<Candidate> {
  const examples = new Examples(pattern);
  for (const repeated of COMMON) yield { before: '', first: '', repeated };
  for (const { elements } of parsedPattern(pattern).alternatives) {
    for (const text of [examples.of(elements, false), examples.of(elements, true)])
      for (const repeated of [text, `${text} `, text.slice(0, -1)]) yield { before: '', first: '', repeated };
    const parts = examples.repeatedIn(elements, '');
    for (const [i, { before, pieces }] of parts.entries())
      for (const piece of pieces) {
        yield { before, first: '', repeated: piece };
        yield { before: '', first: '', repeated: before + piece };
        // The end of one part may be the beginning of the next.
        for (const next of parts.slice(i + 1, i + 4))
          yield { before, first: piece, repeated: next.before.slice(before.length) + (next.pieces[0] ?? '') };
      }
  }
}

class Examples {
  readonly #flags: string;
  readonly #letters: readonly string[];

  constructor({ source, flags }: Pattern) {
    this.#flags = flags;
    this.#letters = [...new Set([...COMMON, ...Array.from(source.replaceAll(/\\./g, ''))])];
  }

  /** Returns a text that the elements match: the shortest, or one in which every optional part is there. */
  of(elements: readonly AST.Element[], isFull: boolean): string {
    return elements.map((element) => this.#example(element, isFull)).join('');
  }

  #example(element: AST.Element, isFull: boolean): string {
    if (element.type === 'Assertion' || element.type === 'Backreference') return '';
    if (element.type === 'Quantifier') {
      const times = element.min || (isFull && element.max > 0 ? 1 : 0);
      return this.#example(element.element, isFull).repeat(Math.min(20, times));
    }
    if (element.type === 'Group' || element.type === 'CapturingGroup')
      return this.of((element.alternatives.at(isFull ? -1 : 0) as AST.Alternative).elements, isFull);
    return this.#charactersOf(element)[0] ?? '';
  }

  #charactersOf(element: AST.Element): readonly string[] {
    if (element.type === 'Character') return [String.fromCodePoint(element.value)];
    return this.#letters.filter(classTest(element.raw, this.#flags)).slice(0, 30);
  }

  /** Returns what may be repeated of one element. */
  #piecesOf(element: AST.Element): readonly string[] {
    if (element.type === 'Assertion' || element.type === 'Backreference') return [];
    if (element.type === 'Quantifier') return this.#piecesOf(element.element);
    if (element.type !== 'Group' && element.type !== 'CapturingGroup') return this.#charactersOf(element);
    return element.alternatives.flatMap(({ elements }) => [
      this.of(elements, false),
      this.of(elements, true),
      ...(elements.length === 1 ? elements.flatMap((only) => this.#piecesOf(only)) : []),
    ]);
  }

  /** Returns what may stand before an element: the shortest, the longest, and one for each choice before it. */
  #beginnings(elements: readonly AST.Element[]): ReadonlySet<string> {
    const found = new Set([this.of(elements, false), this.of(elements, true)]);
    for (const [i, element] of elements.entries())
      if (element.type === 'Group' || element.type === 'CapturingGroup')
        for (const alternative of element.alternatives.slice(0, MAX_CHOICES))
          found.add(
            this.of(elements.slice(0, i), false) +
              this.of(alternative.elements, false) +
              this.of(elements.slice(i + 1), false),
          );
    return found;
  }

  /** Finds every part without an upper limit. */
  repeatedIn(elements: readonly AST.Element[], before: string): readonly Repeated[] {
    return elements.flatMap((element, i) =>
      [...this.#beginnings(elements.slice(0, i))].flatMap((beginning) =>
        this.#repeatedPart(element, before + beginning),
      ),
    );
  }

  #repeatedPart(element: AST.Element, before: string): readonly Repeated[] {
    if (element.type === 'Quantifier') {
      const inner = this.repeatedIn([element.element], before);
      return element.max > 9 ? [{ before, pieces: this.#piecesOf(element.element) }, ...inner] : inner;
    }
    if (element.type === 'Group' || element.type === 'CapturingGroup' || element.type === 'Assertion')
      return 'alternatives' in element
        ? element.alternatives.flatMap((one) => this.repeatedIn(one.elements, before))
        : [];
    return [];
  }
}
