export const reactions = {
  label: 'Реакции',
  add: 'Добавить реакцию',
  put: 'Поставить {{emoji}}',
  chip: '{{emoji}} {{count}}: {{names}}',
  you: 'вы',
  andMore_one: '{{names}} и ещё {{count}} человек',
  andMore_few: '{{names}} и ещё {{count}} человека',
  andMore_many: '{{names}} и ещё {{count}} человек',
  andMore_other: '{{names}} и ещё {{count}} человека',
};
