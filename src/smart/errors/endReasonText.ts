import { errorTexts } from './error.messages.ts';
import type { LaunchError } from './LaunchError.ts';

/** These reasons are one sentence each. */
const SENTENCES = new Map([
  ['jump', 'clockJumped'],
  ['byReader', 'endedByReader'],
  ['elsewhere', 'endedElsewhere'],
  ['replaced', 'openedAgainHere'],
  ['narrowed', 'accessNarrowed'],
] as const);

/** Returns the sentence that says why a session has ended; '' when there is nothing to say beyond the end. */
export function endReasonText({ facts: { reason }, site }: LaunchError): string {
  if (reason === 'idle') return idleText(site?.idleMinutes);
  if (reason === 'limit') return limitText(site?.maxHours);
  const sentence = [...SENTENCES].find(([name]) => name === reason)?.[1];
  return sentence === undefined ? '' : errorTexts(sentence);
}

function idleText(minutes: number | undefined): string {
  if (minutes === undefined) return errorTexts('idleTooLong');
  const { count, isHours } = durationOf(minutes);
  return errorTexts(isHours ? 'idleHours' : 'idleMinutes', { count, shown: String(count) });
}

function limitText(hours: number | undefined): string {
  if (hours === undefined) return errorTexts('limitReached');
  // A part of a minute counts as one, so that “at most” stays true; thousandths are what binary fractions add.
  const { count, isHours } = durationOf(Math.ceil(Number((hours * 60).toFixed(3))) || 1);
  return errorTexts(isHours ? 'limitHours' : 'limitMinutes', { count, shown: String(count) });
}

/** Counts in hours where no minute is left over. */
const durationOf = (minutes: number): { readonly count: number; readonly isHours: boolean } =>
  minutes % 60 === 0 ? { count: minutes / 60, isHours: true } : { count: minutes, isHours: false };
