const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Formats a date as "20 Oct 2026" and a time as "29 Oct 2026, 08:05", in the time zone of the site. */
export function formatTime(time = ''): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(time) ?? [];
  if (day !== undefined) return `${Number(day)} ${MONTHS[Number(month) - 1]} ${year}`;
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'America/Chicago',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(new Date(time));
  const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? '';
  const date = `${Number(part('day'))} ${MONTHS[Number(part('month')) - 1]} ${part('year')}`;
  return `${date}, ${part('hour')}:${part('minute')}`;
}

export const formatDay = (time: string): string => formatTime(time).split(',')[0] ?? '';
