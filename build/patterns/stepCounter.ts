import { programOf, type Pattern, type Program, type Step } from './program.ts';

/** This is the work of a pattern on one text. `isOver` is true when the limit was reached, and the count stops there. */
type Work = { readonly steps: number; readonly isOver: boolean; readonly isFound: boolean };

type Budget = { steps: number; readonly limit: number };
type Slots = readonly (number | undefined)[];

/** A thread stands at a place in the text and in the program, and knows what groups and loops have noted. */
type Thread = { at: number; next: number; slots: Slots };

/**
 * These are the places to which a thread goes back where it fails: three numbers or lists for each. Millions of them are
 * made, and an object for each took most of the time.
 */
type Waiting = { readonly at: number[]; readonly next: number[]; readonly slots: Slots[] };

/**
 * Returns a counter for a pattern: it searches as the backtracking matcher of a browser does, from each place of the text
 * one after the other (https://tc39.es/ecma262/#sec-pattern-semantics), and after a match of a global pattern it goes on
 * behind it, as replaceAll does.
 */
export function stepCounter(pattern: Pattern): (text: string, limit: number) => Work {
  const program = programOf(pattern);
  const isGlobal = pattern.flags.includes('g');
  const isUnicode = /[uv]/.test(pattern.flags);
  const mayBegin = firstCharacterTest(program);
  return (text, limit) => {
    const chars = isUnicode ? Array.from(text) : text.split('');
    const budget = { steps: 0, limit };
    let at = 0;
    let isFound = false;
    while (at <= chars.length && budget.steps < limit) {
      budget.steps += 1;
      const end = mayBegin(chars[at]) ? run(program, chars, at, budget, []) : undefined;
      isFound ||= end !== undefined;
      if (isFound && !isGlobal) break;
      at = end === undefined || end === at ? at + 1 : end;
    }
    return { steps: budget.steps, isOver: budget.steps >= limit, isFound };
  };
}

/**
 * Returns whether a match may begin with a character. Browsers look at the first character too, so a place where no match
 * can begin counts as one step.
 */
function firstCharacterTest(program: Program): (char: string | undefined) => boolean {
  const tests: ((char: string) => boolean)[] = [];
  const seen = new Set<number>();
  let isMaybeEmpty = false;
  const follow = (at: number): void => {
    const step = program[at];
    if (step === undefined || seen.has(at)) return;
    seen.add(at);
    if (step.op === 'char') tests.push(step.fits);
    else if (step.op === 'match' || step.op === 'repeat') isMaybeEmpty = true;
    else if (step.op === 'jump') follow(step.to);
    else if (step.op === 'split') [step.first, step.second].forEach(follow);
    else follow(at + 1);
  };
  follow(0);
  const known = new Map<string, boolean>();
  return (char) => {
    if (isMaybeEmpty) return true;
    if (char === undefined) return false;
    const answer = known.get(char) ?? tests.some((fits) => fits(char));
    known.set(char, answer);
    return answer;
  };
}

/** Runs a program from one place of the text; returns where its match ends, undefined without one or over the limit. */
function run(
  program: Program,
  chars: readonly string[],
  from: number,
  budget: Budget,
  slots: Slots,
): number | undefined {
  const waiting: Waiting = { at: [], next: [], slots: [] };
  const thread: Thread = { at: from, next: 0, slots };
  while (budget.steps < budget.limit) {
    budget.steps += 1;
    const step: Step = program[thread.next]!;
    if (step.op === 'match') return thread.at;
    thread.next += 1;
    if (step.op === 'split') {
      waiting.at.push(thread.at);
      waiting.next.push(step.second);
      waiting.slots.push(thread.slots);
      thread.next = step.first;
    } else if (step.op === 'jump') thread.next = step.to;
    else if (!isTaken(step, thread, chars, budget) && !goesBack(thread, waiting)) return undefined;
  }
  return undefined;
}

/** Puts a thread back to where it chose last; returns false when there is no such place. */
function goesBack(thread: Thread, waiting: Waiting): boolean {
  const next = waiting.next.pop();
  if (next === undefined) return false;
  thread.next = next;
  thread.at = waiting.at.pop()!;
  thread.slots = waiting.slots.pop()!;
  return true;
}

/** Takes a step that may fail. Moves the thread on when it succeeds. */
function isTaken(step: Step, thread: Thread, chars: readonly string[], budget: Budget): boolean {
  if (step.op === 'char') {
    const char = chars[step.isBackward ? thread.at - 1 : thread.at];
    thread.at += step.isBackward ? -1 : 1;
    return char !== undefined && step.fits(char);
  }
  if (step.op === 'assert') return step.holds(chars, thread.at);
  if (step.op === 'look')
    return (run(step.steps, chars, thread.at, budget, thread.slots) === undefined) === step.isNegated;
  if (step.op === 'save') {
    const slots = thread.slots.slice();
    slots[step.slot] = thread.at;
    thread.slots = slots;
  }
  if (step.op === 'progress') return thread.slots[step.slot] !== thread.at;
  return step.op === 'repeat' ? isRepeated(step, thread, chars, budget) : true;
}

/** Compares the text of a group with the text that follows. Each character counts as a step. */
function isRepeated(
  { group, isCaseless }: Extract<Step, { op: 'repeat' }>,
  thread: Thread,
  chars: readonly string[],
  budget: Budget,
): boolean {
  const sent = chars.slice(thread.slots[2 * group] ?? 0, thread.slots[2 * group + 1] ?? 0).join('');
  const here = chars.slice(thread.at, thread.at + sent.length).join('');
  budget.steps += sent.length;
  thread.at += sent.length;
  return isCaseless ? sent.toLowerCase() === here.toLowerCase() : sent === here;
}
