/** This file finds the lines of the list for a query, the best first. */
import {
  selectableUnits,
  seriesOfUnitChoice,
  unitChoiceId,
} from '../../clinical/unitChoice/unitConversion.ts';
import { readableUnit } from '../../clinical/units/readableUnit.ts';
import { startsNearly } from '../../parts/results/search/fuzzySearch.ts';
import type { Series } from '../../clinical/series/series.ts';
import { comparable } from '../../parts/results/search/searchText.ts';
import { JUMP_KINDS, type JumpKind, type JumpTarget, type TestTarget } from './jumpTarget.ts';

/** The smaller the number, the better a line matches. */
const EXACT = 0;
const NAME_BEGINS = 1;
const WORDS_BEGIN = 2;
const CONTAINED = 3;
const NEARLY = 4;

/** Fewer letters stand inside too many names to mean anything there. */
const MIN_CONTAINED_LENGTH = 3;

const wordsOf = (text: string): readonly string[] => text.split(/[^\p{L}\p{N}]+/u).filter(Boolean);

function beginsWords(name: string, typed: readonly string[]): boolean {
  const words = wordsOf(name);
  return typed.length > 0 && typed.every((part) => words.some((word) => word.startsWith(part)));
}

/** Returns how well a line matches a query as it was typed, or undefined if it does not. */
function matchRank(
  { exact, names }: JumpTarget,
  query: string,
  typed: readonly string[],
): number | undefined {
  if (exact.includes(query)) return EXACT;
  if (names.some((name) => name.startsWith(query))) return NAME_BEGINS;
  if (names.some((name) => beginsWords(name, typed))) return WORDS_BEGIN;
  if (typed.length === 0) return undefined;
  const isInside =
    query.length >= MIN_CONTAINED_LENGTH && names.some((name) => typed.every((part) => name.includes(part)));
  return isInside || isSpread(names, typed) ? CONTAINED : undefined;
}

/** Words may stand in several names of one line ("hs troponin"), and without the blanks of one ("ca125"). */
function isSpread(names: readonly string[], typed: readonly string[]): boolean {
  const joined = typed.join('');
  return typed.length > 1
    ? typed.every((part) => names.some((name) => name.includes(part) && beginsWords(name, [part])))
    : joined.length >= MIN_CONTAINED_LENGTH &&
        names.some(
          (name) => name.startsWith(joined.slice(0, 1)) && wordsOf(name).join('').startsWith(joined),
        );
}

type Ranked = { readonly target: JumpTarget; readonly rank: number };

const rankedBy = (
  targets: readonly JumpTarget[],
  rankOf: (target: JumpTarget) => number | undefined,
): readonly Ranked[] =>
  targets.flatMap((target) => {
    const rank = rankOf(target);
    return rank === undefined ? [] : [{ target, rank }];
  });

/** Allows a typing error in each word, in names alone: two codes that are nearly the same are not the same. */
const isNear = ({ names }: JumpTarget, typed: readonly string[]): boolean =>
  typed.length > 0 && names.some((name) => typed.every((part) => startsNearly(part, name)));

/** Returns the test in a unit that the catalog can convert its results to, as they were reported, or undefined. */
function inUnit(test: TestTarget, unit: string, reported: readonly Series[]): TestTarget | undefined {
  if (test.entry.kind === 'pair') return undefined;
  const choiceId = unitChoiceId(test.entry.series);
  const units = seriesOfUnitChoice(choiceId, reported).flatMap(selectableUnits);
  const id = units.find((one) => comparable(readableUnit(one)) === unit || comparable(one) === unit);
  if (id === undefined) return undefined;
  return { ...test, key: `test ${choiceId} in ${id}`, unit: { choiceId, id, text: readableUnit(id) } };
}

/** Finds "a1c mmol/mol": a test, and behind it a unit to show it in. Series that the unit joins are one line. */
function testsInUnit(
  targets: readonly JumpTarget[],
  query: string,
  reported: readonly Series[],
): readonly Ranked[] {
  const [, name = '', unit = ''] = /^(.+?) (?:in )?(\S+)$/.exec(query) ?? [];
  const typed = wordsOf(name);
  const found = targets.flatMap((target): Ranked[] => {
    const rank = target.kind === 'test' && name !== '' ? matchRank(target, name, typed) : undefined;
    if (target.kind !== 'test' || rank === undefined || rank >= CONTAINED) return [];
    const converted = inUnit(target, unit, reported);
    return converted ? [{ target: converted, rank }] : [];
  });
  const keys = found.map(({ target }) => target.key);
  return found.filter(({ target }, i) => keys.indexOf(target.key) === i);
}

export type JumpGroup = {
  readonly kind: JumpKind;
  readonly shown: readonly JumpTarget[];
  /** So many lines match, of which the list shows the best. */
  readonly count: number;
};

/** The most lines of one kind; what is asked for stands among the first, and the rest is counted. */
const MAX_SHOWN = 8;

function groupsOf(ranked: readonly Ranked[]): readonly JumpGroup[] {
  const groups = JUMP_KINDS.flatMap((kind) => {
    const own = ranked.filter(({ target }) => target.kind === kind).toSorted((a, b) => a.rank - b.rank);
    const [best] = own;
    if (best === undefined) return [];
    const shown = own.slice(0, MAX_SHOWN).map(({ target }) => target);
    return [{ kind, shown, count: own.length, rank: best.rank }];
  });
  return groups.toSorted((a, b) => a.rank - b.rank);
}

export type JumpMatches = {
  readonly groups: readonly JumpGroup[];
  /** Nothing matches as typed, and these lines are close to it. */
  readonly isNear: boolean;
};

/**
 * Searches all lines. Typing errors are forgiven only if nothing matches as typed. `reported` are the series in the units as
 * reported.
 */
export function jumpMatches(
  targets: readonly JumpTarget[],
  typedQuery: string,
  reported: readonly Series[],
): JumpMatches {
  const query = comparable(typedQuery);
  const typed = wordsOf(query);
  const asTyped = [
    ...rankedBy(targets, (target) => matchRank(target, query, typed)),
    ...testsInUnit(targets, query, reported),
  ];
  if (asTyped.length > 0) return { groups: groupsOf(asTyped), isNear: false };
  const near = rankedBy(targets, (target) => (isNear(target, typed) ? NEARLY : undefined));
  return { groups: groupsOf(near), isNear: near.length > 0 };
}

/** So many reports are offered before anything is typed. */
const MAX_OFFERED = 4;
const isReport = (target: JumpTarget): boolean => target.kind === 'event' && target.event.lane === 'report';

/** Returns what the list offers before anything is typed: the newest reports, the screens and the actions. */
export function offeredGroups(targets: readonly JumpTarget[]): readonly JumpGroup[] {
  const reports = targets.filter(isReport);
  const others = (['screen', 'action'] as const).map((kind): JumpGroup => {
    const shown = targets.filter((target) => target.kind === kind);
    return { kind, shown, count: shown.length };
  });
  const newest: JumpGroup = { kind: 'event', shown: reports.slice(0, MAX_OFFERED), count: reports.length };
  return [newest, ...others].filter(({ shown }) => shown.length > 0);
}
