export const invitationKeys = {
  all: ['invitations', 'list'] as const,
  list: (status: string) => ['invitations', 'list', status] as const,
};
