import type { Finding } from '@/api/types';

/** Puts the suggestion where the finding is. Places are UTF-16 code units, as strings here count them. */
export function applyFinding(name: string, { start, length, suggestion }: Finding): string {
  if (suggestion === undefined || start < 0 || start + length > name.length) return name;
  return name.slice(0, start) + suggestion + name.slice(start + length);
}

export type Marked = { text: string; severity: Finding['severity'] | undefined };

const weight = { error: 3, warning: 2, hint: 1 };

/** The name cut at the borders of the findings, each piece with the gravest of what lies on it. */
export function markFindings(name: string, findings: Finding[]): Marked[] {
  const inside = findings.filter(({ start, length }) => length > 0 && start >= 0 && start < name.length);
  const borders = new Set([0, name.length]);
  for (const { start, length } of inside) {
    borders.add(start);
    borders.add(Math.min(name.length, start + length));
  }
  const places = Array.from(borders).sort((one, other) => one - other);
  return places.slice(0, -1).map((from, index) => {
    const to = places[index + 1] ?? name.length;
    const covering = inside.filter(({ start, length }) => start <= from && start + length >= to);
    const gravest = covering.sort((one, other) => weight[other.severity] - weight[one.severity])[0];
    return { text: name.slice(from, to), severity: gravest?.severity };
  });
}
