export const mentions = {
  list: 'Whom to mention',
  everyone: 'Everyone in the chat',
  everyoneWord: 'everyone',
  you: 'you were mentioned',
};
