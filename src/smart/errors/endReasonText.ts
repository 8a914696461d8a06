import { errorTexts } from './error.messages.ts';
import type { LaunchError } from './LaunchError.ts';

/** Returns the sentence that says why a session has ended; '' when there is nothing to say beyond the end. */
export function endReasonText({ facts, site }: LaunchError): string {
  const { reason = '' } = facts;
  switch (reason) {
    case '':
    case 'lost':
      return '';
    case 'idle':
      return idleText(site?.idleMinutes);
    case 'limit':
      return limitText(site?.maxHours);
    case 'jump':
      return errorTexts('clockJumped');
    case 'byReader':
      return errorTexts('endedByReader');
    case 'elsewhere':
      return errorTexts('endedElsewhere');
    case 'replaced':
      return errorTexts('openedAgainHere');
    default:
      return '';
  }
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
