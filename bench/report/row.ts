import { median } from './statistics.ts';

/** A goal is at most so much, or at most so many times the floor and a few milliseconds more. */
export type Goal =
  | { readonly kind: 'atMost'; readonly value: number }
  | { readonly kind: 'ratio'; readonly value: number; readonly plusMs?: number }
  | { readonly kind: 'none' };

/** This is one line of the table. Each run gave one number; the floor's runs stood between ours. */
export type Row = {
  readonly name: string;
  readonly unit: string;
  readonly goal: Goal;
  readonly ours: readonly number[];
  readonly floor?: readonly number[];
};

export type Verdict = 'met' | 'missed' | 'reported' | 'not measured';

/** Says of one row whether its goal is met by the medians. Without a goal the row is only reported. */
export function verdictOf({ goal, ours, floor = [] }: Row): Verdict {
  const [own, least] = [median(ours), median(floor)];
  if (Number.isNaN(own)) return 'not measured';
  if (goal.kind === 'none') return 'reported';
  if (goal.kind === 'atMost') return own <= goal.value ? 'met' : 'missed';
  if (Number.isNaN(least)) return 'not measured';
  return own <= least * goal.value + (goal.plusMs ?? 0) ? 'met' : 'missed';
}

/** Returns how many times the floor our median is; NaN where the row has no floor. */
export const ratioOf = ({ ours, floor = [] }: Row): number => median(ours) / median(floor);
