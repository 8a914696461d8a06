import { RegExpParser, type AST } from '@eslint-community/regexpp';

/** A pattern is given by its source and its flags. */
export type Pattern = { readonly source: string; readonly flags: string };

/** These are the steps of a matcher that goes back where it fails. Each has the address of the next in the program. */
export type Step =
  | { readonly op: 'char'; readonly fits: (char: string) => boolean; readonly isBackward: boolean }
  | { readonly op: 'split'; readonly first: number; readonly second: number }
  | { readonly op: 'jump'; readonly to: number }
  | { readonly op: 'assert'; readonly holds: (chars: readonly string[], at: number) => boolean }
  | { readonly op: 'look'; readonly steps: Program; readonly isNegated: boolean }
  | { readonly op: 'save'; readonly slot: number }
  | { readonly op: 'repeat'; readonly group: number; readonly isCaseless: boolean }
  | { readonly op: 'progress'; readonly slot: number }
  | { readonly op: 'match' };

export type Program = readonly Step[];

/** Parses a pattern. Throws SyntaxError where it is none. */
export const parsedPattern = ({ source, flags }: Pattern): AST.Pattern =>
  new RegExpParser().parsePattern(source, 0, source.length, {
    unicode: flags.includes('u'),
    unicodeSets: flags.includes('v'),
  });

/** The same letter stands in a pattern thousands of times. */
const CLASS_TESTS = new Map<string, (char: string) => boolean>();

/** Returns whether a character belongs to a class, by the reading of the class that the browser has. */
export function classTest(raw: string, flags: string): (char: string) => boolean {
  const key = `${flags}/${raw}`;
  const known = CLASS_TESTS.get(key);
  if (known !== undefined) return known;
  const pattern = new RegExp(`^(?:${raw})$`, flags.replaceAll(/[gy]/g, ''));
  const answers = new Map<string, boolean>();
  const test = (char: string): boolean => {
    const answer = answers.get(char) ?? pattern.test(char);
    answers.set(char, answer);
    return answer;
  };
  CLASS_TESTS.set(key, test);
  return test;
}

const MATCH: Step = { op: 'match' };
/** The slots of groups come first, and then one for each loop. */
const FIRST_LOOP_SLOT = 200;

/** Turns a pattern into a program. A part that is counted is written out as often as it is counted. */
export function programOf(pattern: Pattern): Program {
  const parsed = parsedPattern(pattern);
  const compiler = new Compiler(pattern.flags, groupNumbers(parsed));
  return absolute([...compiler.choice(parsed.alternatives, false), MATCH]);
}

class Compiler {
  readonly #flags: string;
  /** Groups are kept only for a pattern that refers to one. */
  readonly #groups: ReadonlyMap<AST.Element, number>;
  #loops = FIRST_LOOP_SLOT;

  constructor(flags: string, groups: ReadonlyMap<AST.Element, number>) {
    this.#flags = flags;
    this.#groups = groups;
  }

  choice(alternatives: readonly AST.Alternative[], isBackward: boolean): Program {
    return alternatives
      .map(({ elements }) => this.#sequence(elements, isBackward))
      .reduceRight((rest, steps) => [
        { op: 'split', first: 1, second: steps.length + 2 },
        ...steps,
        { op: 'jump', to: rest.length + 1 },
        ...rest,
      ]);
  }

  #sequence(elements: readonly AST.Element[], isBackward: boolean): Program {
    const inOrder = isBackward ? elements.toReversed() : elements;
    return inOrder.flatMap((element) => this.#element(element, isBackward));
  }

  #element(element: AST.Element, isBackward: boolean): Program {
    if (element.type === 'Group') return this.choice(element.alternatives, isBackward);
    if (element.type === 'CapturingGroup') return this.#group(element, isBackward);
    if (element.type === 'Quantifier') return this.#quantifier(element, isBackward);
    if (element.type === 'Assertion') return [this.#assertion(element)];
    if (element.type === 'Backreference')
      return [{ op: 'repeat', group: Number(element.ref), isCaseless: this.#flags.includes('i') }];
    return [{ op: 'char', fits: classTest(element.raw, this.#flags), isBackward }];
  }

  #group(group: AST.CapturingGroup, isBackward: boolean): Program {
    const inner = this.choice(group.alternatives, isBackward);
    const number = this.#groups.get(group);
    if (number === undefined) return inner;
    return [{ op: 'save', slot: 2 * number }, ...inner, { op: 'save', slot: 2 * number + 1 }];
  }

  #quantifier({ element, min, max, greedy }: AST.Quantifier, isBackward: boolean): Program {
    const once = this.#element(element, isBackward);
    const must = Array.from({ length: min }, () => once).flat();
    if (max === Infinity) return [...must, ...this.#loop(once, greedy, canBeEmpty(element))];
    let optional: Program = [];
    for (let i = min; i < max; i += 1) {
      const turn: Program = [...once, ...optional];
      optional = [fork(greedy, turn.length + 1), ...turn];
    }
    return [...must, ...optional];
  }

  /** A turn of a loop that takes no character ends the loop. */
  #loop(once: Program, isGreedy: boolean, isMaybeEmpty: boolean): Program {
    this.#loops += 1;
    const slot = this.#loops;
    const turn: Program = isMaybeEmpty ? [{ op: 'save', slot }, ...once, { op: 'progress', slot }] : once;
    return [fork(isGreedy, turn.length + 2), ...turn, { op: 'jump', to: -(turn.length + 1) }];
  }

  #assertion(node: AST.Assertion): Step {
    if (node.kind === 'lookahead' || node.kind === 'lookbehind') {
      const inner = this.choice(node.alternatives, node.kind === 'lookbehind');
      return { op: 'look', isNegated: node.negate, steps: [...inner, MATCH] };
    }
    const isAtLine = (char: string | undefined): boolean => this.#flags.includes('m') && char === '\n';
    if (node.kind === 'start')
      return { op: 'assert', holds: (chars, at) => at === 0 || isAtLine(chars[at - 1]) };
    if (node.kind === 'end')
      return { op: 'assert', holds: (chars, at) => at === chars.length || isAtLine(chars[at]) };
    const isInside = node.kind === 'word' && node.negate;
    return {
      op: 'assert',
      holds: (chars, at) => (isWord(chars[at - 1]) !== isWord(chars[at])) !== isInside,
    };
  }
}

const WORD = /^\w$/;
const isWord = (char: string | undefined): boolean => char !== undefined && WORD.test(char);

/** Goes into the part behind this step first when it is greedy, and else over it. */
const fork = (isGreedy: boolean, over: number): Step =>
  isGreedy ? { op: 'split', first: 1, second: over } : { op: 'split', first: over, second: 1 };

/** Addresses are relative to their step until the program is whole, so that parts can be put together. */
function absolute(steps: Program): Program {
  return steps.map((step, i): Step => {
    if (step.op === 'split') return { op: 'split', first: i + step.first, second: i + step.second };
    if (step.op === 'jump') return { op: 'jump', to: i + step.to };
    return step.op === 'look' ? { ...step, steps: absolute(step.steps) } : step;
  });
}

function canBeEmpty(element: AST.Element): boolean {
  if (element.type === 'Group' || element.type === 'CapturingGroup')
    return element.alternatives.some(({ elements }) => elements.every(canBeEmpty));
  if (element.type === 'Quantifier') return element.min === 0 || canBeEmpty(element.element);
  return element.type === 'Assertion' || element.type === 'Backreference';
}

/** Returns the number of each group that the pattern refers to, by the order of its opening bracket. */
function groupNumbers(parsed: AST.Pattern): ReadonlyMap<AST.Element, number> {
  const groups: AST.CapturingGroup[] = [];
  const collect = (alternatives: readonly AST.Alternative[]): void => {
    for (const element of alternatives.flatMap(({ elements }) => elements)) visit(element);
  };
  const visit = (element: AST.Element): void => {
    if (element.type === 'CapturingGroup') groups.push(element);
    if (element.type === 'Quantifier') visit(element.element);
    if ('alternatives' in element) collect(element.alternatives);
  };
  collect(parsed.alternatives);
  return new Map(
    groups
      .toSorted((a, b) => a.start - b.start)
      .map((group, i) => [group, i + 1] as const)
      .filter(([{ references }]) => references.length > 0),
  );
}
