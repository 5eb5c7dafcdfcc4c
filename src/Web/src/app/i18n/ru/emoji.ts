export const emoji = {
  title: 'Эмодзи',
  all: 'Все эмодзи',
  insert: 'Вставить эмодзи',
  search: 'Найти эмодзи',
  loading: 'Загружаем эмодзи',
  nothing: 'Такого эмодзи нет',
  groups: {
    smileys: 'Смайлики',
    people: 'Люди и жесты',
    nature: 'Животные и природа',
    food: 'Еда и напитки',
    travel: 'Места и поездки',
    activities: 'Занятия',
    objects: 'Предметы',
    symbols: 'Символы',
    flags: 'Флаги',
  },
};
