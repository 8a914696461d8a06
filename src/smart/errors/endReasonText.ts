import type { LaunchError } from './LaunchError.ts';

/** Returns the sentence that says why a session has ended; '' when there is nothing to say beyond the end. */
export function endReasonText({ facts, site }: LaunchError): string {
  const { reason = '' } = facts;
  switch (reason) {
    case '':
    case 'lost':
      return '';
    case 'idle':
      return `Longview was not used for ${durationText(site?.idleMinutes)}.`;
    case 'limit':
      return `A session lasts at most ${durationText(site?.sessionMinutes)} here.`;
    case 'jump':
      return 'The device slept, or its clock was set forward.';
    case 'elsewhere':
      return 'It was ended in another window.';
    case 'replaced':
      return 'Longview was opened again in this window.';
    default:
      return `${reason}.`;
  }
}

/** Returns "15 minutes" or "12 hours". */
function durationText(minutes = Number.NaN): string {
  const [count, unit] = minutes % 60 === 0 ? [minutes / 60, 'hour'] : [minutes, 'minute'];
  return Number.isNaN(count) ? 'the time of its site' : `${count} ${unit}${count === 1 ? '' : 's'}`;
}
