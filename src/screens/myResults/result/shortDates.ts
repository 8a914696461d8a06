/** These are short dates for the chart and the table, in the language of the page. The month is a word (rule 45). */
import type { Precision } from '../../../clinical/time/date.ts';
import { currentSpeech } from '../../../words/language.ts';

const STYLES = {
  day: { year: 'numeric', month: 'short', day: 'numeric' },
  month: { year: 'numeric', month: 'short' },
  year: { year: 'numeric' },
  monthAlone: { month: 'short' },
  dayOfMonth: { month: 'short', day: 'numeric' },
  hour: { hour: 'numeric', minute: '2-digit' },
} as const satisfies Readonly<Record<string, Intl.DateTimeFormatOptions>>;

export type ShortDateStyle = keyof typeof STYLES;

const formats = new Map<string, Intl.DateTimeFormat>();

/** Returns a moment in one style: "Nov 12, 2026", "Nov 2026", "2026", "Nov", "Nov 12" or "8:10 AM". */
export function shortMoment(timeMs: number, style: ShortDateStyle, timeZone: string): string {
  const { locale } = currentSpeech();
  const key = `${locale} ${timeZone} ${style}`;
  let format = formats.get(key);
  if (format === undefined) {
    const options = { calendar: 'gregory', numberingSystem: 'latn', ...STYLES[style], timeZone };
    formats.set(key, (format = new Intl.DateTimeFormat(locale, options)));
  }
  return format.format(timeMs);
}

/** Returns "Nov 12, 2026", "Nov 2026" or "2026", as exact as the time is known (rule 44); '' without a date. */
export function shortDate(timeMs: number, precision: Precision, timeZone: string): string {
  if (precision === 'none' || Number.isNaN(timeMs)) return '';
  if (precision === 'instant') return shortMoment(timeMs, 'day', timeZone);
  return shortMoment(timeMs, precision, 'UTC');
}
