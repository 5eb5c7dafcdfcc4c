export const reactions = {
  label: 'Reactions',
  add: 'Add a reaction',
  put: 'React with {{emoji}}',
  chip: '{{emoji}} {{count}}: {{names}}',
  you: 'you',
  andMore_one: '{{names}} and {{count}} more person',
  andMore_other: '{{names}} and {{count}} more people',
};
