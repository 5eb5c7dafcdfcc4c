export const emoji = {
  title: 'Emoji',
  all: 'All emoji',
  insert: 'Insert an emoji',
  search: 'Find an emoji',
  loading: 'Loading emoji',
  nothing: 'There is no such emoji',
  groups: {
    smileys: 'Smileys',
    people: 'People and gestures',
    nature: 'Animals and nature',
    food: 'Food and drink',
    travel: 'Places and travel',
    activities: 'Activities',
    objects: 'Objects',
    symbols: 'Symbols',
    flags: 'Flags',
  },
};
