export const scopes = [
  'conversations:read',
  'messages:write',
  'members:write',
  'invitations:write',
  'crm:read',
  'crm:write',
  'bridges:write',
  'jobs:read',
] as const;

export type Scope = (typeof scopes)[number];
