export const pins = {
  label: 'Pinned',
  place: '{{number}} of {{count}}',
  goTo: 'Go to the message',
  all: 'All pinned messages',
  pin: 'Pin',
  unpin: 'Unpin',
  pinned: 'The message is pinned',
  unpinned: 'The message is unpinned',
  mark: 'Pinned',
  up: 'Move up',
  down: 'Move down',
};
