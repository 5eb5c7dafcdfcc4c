export const jobKeys = {
  all: ['jobs'] as const,
  schedules: ['jobs', 'schedules'] as const,
  summary: ['jobs', 'summary'] as const,
  runs: (filter: { state?: string | undefined; name?: string | undefined }) => ['jobs', 'runs', filter] as const,
  run: (id: string) => ['jobs', 'run', id] as const,
};
