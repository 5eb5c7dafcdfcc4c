/** The day, as YYYY-MM-DD, that a moment falls on for its reader. */
export function dayIn(moment: number, timeZone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(moment);
}

/** When a day begins in a time zone. */
export function startOf(day: string, timeZone: string): string {
  return momentAt(day, '00:00', timeZone);
}

/** The moment at which clocks of a time zone show a time, as HH:MM, on a day. */
export function momentAt(day: string, time: string, timeZone: string): string {
  const utc = Date.parse(`${day}T${time}:00Z`);
  const guess = utc - offsetAt(utc, timeZone);
  return new Date(utc - offsetAt(guess, timeZone)).toISOString();
}

function offsetAt(moment: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(moment);
  const of = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  return Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second')) - Math.floor(moment / 1000) * 1000;
}
