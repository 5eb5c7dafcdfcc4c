import { access } from './access';
import { addPeople } from './addPeople';
import { bridges } from './bridges';
import { chats } from './chats';
import { common } from './common';
import { crm } from './crm';
import { invitations } from './invitations';
import { jobs } from './jobs';
import { mailbox } from './mailbox';
import { messages } from './messages';
import { newChat } from './newChat';
import { people } from './people';
import { search } from './search';
import { session } from './session';
import { settings } from './settings';
import { shell } from './shell';

export const ru = { ...common, access, addPeople, bridges, chats, crm, invitations, jobs, mailbox, messages, newChat, people, search, session, settings, shell };
