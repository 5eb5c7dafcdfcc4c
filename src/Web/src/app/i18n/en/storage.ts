export const storage = {
  title: 'Room for files',
  used: '{{used}} of {{allowed}} used',
  free: '{{free}} left',
  largest: 'One file may have up to {{size}}.',
  nearlyFull: 'Little room is left. When it is used up, nobody can attach files.',
  full: 'There is no room left: files cannot be attached.',
  what: 'the room for files',
};
