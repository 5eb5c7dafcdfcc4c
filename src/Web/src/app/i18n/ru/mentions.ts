export const mentions = {
  list: 'Кого упомянуть',
  everyone: 'Все в чате',
  everyoneWord: 'все',
  you: 'вас упомянули',
};
