export const radarKey = ['radar'] as const;
