export type DurationPart = { unit: 'second' | 'minute' | 'hour' | 'day'; count: number };

/** The largest unit that says it well: 50 seconds, 12 minutes, 3 hours, 5 days. */
export function roughDuration(milliseconds: number): DurationPart {
  const seconds = Math.max(0, Math.round(milliseconds / 1000));
  if (seconds < 90) return { unit: 'second', count: seconds };
  const minutes = Math.round(seconds / 60);
  if (minutes < 90) return { unit: 'minute', count: minutes };
  const hours = Math.round(minutes / 60);
  if (hours < 36) return { unit: 'hour', count: hours };
  return { unit: 'day', count: Math.round(hours / 24) };
}
