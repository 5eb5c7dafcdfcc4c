import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, createRoute, createRouter, lazyRouteComponent, Outlet, redirect } from '@tanstack/react-router';
import { lastOpened } from '@/conversations/lastOpened';
import { meQuery } from '@/organizations/me';
import { setupQuery } from '@/organizations/session/signInQueries';
import type { RunState } from '@/api/types';
import { openSearchAt } from '@/search/searchStore';
import { CrashPage } from './CrashPage';
import { speak } from './i18n/i18n';
import { NotFoundPage } from './NotFoundPage';

const root = createRootRouteWithContext<{ cache: QueryClient }>()({ component: Outlet, notFoundComponent: NotFoundPage });

const setup = createRoute({
  getParentRoute: () => root,
  path: '/setup',
  beforeLoad: async ({ context: { cache } }) => {
    const { required } = await cache.fetchQuery(setupQuery);
    if (!required) throw redirect({ to: '/' });
  },
  component: lazyRouteComponent(() => import('@/organizations/setup/SetupPage'), 'SetupPage'),
});

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: ({ from }: Record<string, unknown>): { from?: string } => (isOwnPath(from) ? { from } : {}),
  beforeLoad: async ({ context: { cache }, search }) => {
    if (await cache.ensureQueryData(meQuery)) throw redirect({ href: search.from ?? '/' });
    const { required } = await cache.fetchQuery(setupQuery);
    if (required) throw redirect({ to: '/setup' });
  },
  component: lazyRouteComponent(() => import('@/organizations/session/SignInPage'), 'SignInPage'),
});

const forgot = createRoute({
  getParentRoute: () => root,
  path: '/forgot',
  component: lazyRouteComponent(() => import('@/organizations/session/ForgotPage'), 'ForgotPage'),
});

const reset = createRoute({
  getParentRoute: () => root,
  path: '/reset',
  component: lazyRouteComponent(() => import('@/organizations/session/ResetPage'), 'ResetPage'),
});

const accept = createRoute({
  getParentRoute: () => root,
  path: '/accept',
  component: lazyRouteComponent(() => import('@/invitations/accept/AcceptPage'), 'AcceptPage'),
});

const app = createRoute({
  getParentRoute: () => root,
  id: 'app',
  beforeLoad: async ({ context: { cache }, location }) => {
    const me = await cache.ensureQueryData(meQuery);
    if (!me) throw redirect({ to: '/sign-in', search: location.href === '/' ? {} : { from: location.href } });
    await speak(me.locale);
    return { me };
  },
  component: lazyRouteComponent(() => import('./shell/Shell'), 'Shell'),
});

const chatsLayout = createRoute({
  getParentRoute: () => app,
  id: 'chats-layout',
  component: lazyRouteComponent(() => import('@/conversations/ChatsLayout'), 'ChatsLayout'),
});

const home = createRoute({
  getParentRoute: () => app,
  path: '/',
  beforeLoad: ({ context: { me } }) => {
    const last = lastOpened(me.id);
    const hasRoomForBoth = window.innerWidth >= 900;
    if (last && hasRoomForBoth && me.role !== 'guest') throw redirect({ to: '/c/$conversationId', params: { conversationId: last } });
    throw redirect({ to: '/chats' });
  },
});

const chats = createRoute({
  getParentRoute: () => chatsLayout,
  path: '/chats',
  component: lazyRouteComponent(() => import('@/conversations/NoChatChosen'), 'NoChatChosen'),
});

const search = createRoute({
  getParentRoute: () => chatsLayout,
  path: '/search',
  validateSearch: ({ q }: Record<string, unknown>): { q?: string } => (typeof q === 'string' && q ? { q: q.slice(0, 200) } : {}),
  beforeLoad: ({ search: { q }, preload }) => {
    if (!preload) openSearchAt(q);
  },
  component: lazyRouteComponent(() => import('@/conversations/NoChatChosen'), 'NoChatChosen'),
});

const conversation = createRoute({
  getParentRoute: () => chatsLayout,
  path: '/c/$conversationId',
  component: lazyRouteComponent(() => import('@/conversations/ConversationRoute'), 'ConversationRoute'),
});
const conversationPlain = createRoute({ getParentRoute: () => conversation, path: '/' });
const conversationAbout = createRoute({ getParentRoute: () => conversation, path: '/about' });
const conversationFiles = createRoute({ getParentRoute: () => conversation, path: '/files' });
const conversationDecisions = createRoute({ getParentRoute: () => conversation, path: '/decisions' });
const conversationThreads = createRoute({ getParentRoute: () => conversation, path: '/threads' });
const conversationAccess = createRoute({ getParentRoute: () => conversation, path: '/access' });
const conversationThread = createRoute({ getParentRoute: () => conversation, path: '/t/$number' });
const conversationReply = createRoute({ getParentRoute: () => conversation, path: '/t/$number/$reply' });
const conversationMessage = createRoute({ getParentRoute: () => conversation, path: '/m/$number' });

const decisionsPage = () => import('@/messages/decisions/DecisionsPage');
const decisions = createRoute({ getParentRoute: () => app, path: '/decisions', component: lazyRouteComponent(decisionsPage, 'DecisionsOfClientsPage') });
const ourDecisions = createRoute({ getParentRoute: () => app, path: '/decisions/us', component: lazyRouteComponent(decisionsPage, 'DecisionsOfOursPage') });

const contactsPage = lazyRouteComponent(() => import('@/crm/ContactsPage'), 'ContactsPage');
const contacts = createRoute({ getParentRoute: () => app, path: '/contacts', component: contactsPage });
const contact = createRoute({ getParentRoute: () => app, path: '/contacts/$externalId', component: contactsPage });

const radar = createRoute({ getParentRoute: () => app, path: '/radar', component: lazyRouteComponent(() => import('@/crm/radar/RadarPage'), 'RadarPage') });

const memberSearch = ({ member }: Record<string, unknown>): { member?: string } => (typeof member === 'string' ? { member } : {});
const peoplePage = () => import('@/organizations/people/PeoplePage');
const people = createRoute({ getParentRoute: () => app, path: '/people', validateSearch: memberSearch, component: lazyRouteComponent(peoplePage, 'EmployeesPage') });
const guests = createRoute({ getParentRoute: () => app, path: '/people/guests', validateSearch: memberSearch, component: lazyRouteComponent(peoplePage, 'GuestsPage') });
const deactivated = createRoute({
  getParentRoute: () => app,
  path: '/people/deactivated',
  validateSearch: memberSearch,
  component: lazyRouteComponent(peoplePage, 'DeactivatedPage'),
});
const invitations = createRoute({
  getParentRoute: () => app,
  path: '/people/invitations',
  component: lazyRouteComponent(() => import('@/invitations/InvitationsPage'), 'InvitationsPage'),
});

const jobs = createRoute({ getParentRoute: () => app, path: '/jobs', component: lazyRouteComponent(() => import('@/jobs/JobsPage'), 'JobsPage') });
const states: RunState[] = ['queued', 'running', 'succeeded', 'failed', 'parked'];
const runSearch = ({ state, name }: Record<string, unknown>): { state?: RunState; name?: string } => ({
  ...(states.includes(state as RunState) && { state: state as RunState }),
  ...(typeof name === 'string' && name && { name }),
});
const runs = createRoute({
  getParentRoute: () => app,
  path: '/jobs/runs',
  validateSearch: runSearch,
  component: lazyRouteComponent(() => import('@/jobs/RunsPage'), 'RunsPage'),
});
const run = createRoute({ getParentRoute: () => app, path: '/jobs/$runId', component: lazyRouteComponent(() => import('@/jobs/RunPage'), 'RunPage') });

const settings = createRoute({ getParentRoute: () => app, path: '/settings', component: lazyRouteComponent(() => import('@/settings/SettingsLayout'), 'SettingsLayout') });
const settingsHome = createRoute({ getParentRoute: () => settings, path: '/', component: lazyRouteComponent(() => import('@/settings/SettingsHome'), 'SettingsHome') });
const profile = createRoute({ getParentRoute: () => settings, path: '/profile', component: lazyRouteComponent(() => import('@/settings/profile/ProfileSettings'), 'ProfileSettings') });
const password = createRoute({ getParentRoute: () => settings, path: '/password', component: lazyRouteComponent(() => import('@/settings/password/PasswordSettings'), 'PasswordSettings') });
const look = createRoute({ getParentRoute: () => settings, path: '/look', component: lazyRouteComponent(() => import('@/settings/look/LookSettings'), 'LookSettings') });
const sessions = createRoute({ getParentRoute: () => settings, path: '/sessions', component: lazyRouteComponent(() => import('@/settings/sessions/SessionsSettings'), 'SessionsSettings') });
const tokens = createRoute({ getParentRoute: () => settings, path: '/tokens', component: lazyRouteComponent(() => import('@/settings/tokens/TokensSettings'), 'TokensSettings') });
const organization = createRoute({
  getParentRoute: () => settings,
  path: '/organization',
  component: lazyRouteComponent(() => import('@/settings/organization/OrganizationSettings'), 'OrganizationSettings'),
});
const words = createRoute({ getParentRoute: () => settings, path: '/words', component: lazyRouteComponent(() => import('@/settings/words/WordsSettings'), 'WordsSettings') });
const names = createRoute({ getParentRoute: () => settings, path: '/names', component: lazyRouteComponent(() => import('@/settings/names/NamesSettings'), 'NamesSettings') });
const naming = createRoute({ getParentRoute: () => settings, path: '/naming', component: lazyRouteComponent(() => import('@/settings/naming/NamingSettings'), 'NamingSettings') });
const messengers = createRoute({
  getParentRoute: () => settings,
  path: '/messengers',
  component: lazyRouteComponent(() => import('@/bridges/MessengersSettings'), 'MessengersSettings'),
});

const mailbox = createRoute({
  getParentRoute: () => app,
  path: '/development/mailbox',
  component: lazyRouteComponent(() => import('@/notifications/MailboxPage'), 'MailboxPage'),
});

const tree = root.addChildren([
  setup,
  signIn,
  forgot,
  reset,
  accept,
  app.addChildren([
    home,
    chatsLayout.addChildren([chats, search, conversation.addChildren([conversationPlain, conversationAbout, conversationFiles, conversationDecisions, conversationThreads, conversationAccess, conversationMessage, conversationThread, conversationReply])]),
    decisions,
    ourDecisions,
    contacts,
    contact,
    radar,
    people,
    guests,
    deactivated,
    invitations,
    jobs,
    runs,
    run,
    settings.addChildren([settingsHome, profile, password, look, sessions, tokens, organization, naming, words, names, messengers]),
    mailbox,
  ]),
]);

export function createAppRouter(cache: QueryClient) {
  return createRouter({
    routeTree: tree,
    context: { cache },
    defaultPreload: 'intent',
    defaultErrorComponent: CrashPage,
    defaultNotFoundComponent: NotFoundPage,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}

/** Only ways within this app may be followed after signing in. Browsers drop tabs and line ends, so «/⇥/» is «//» to them. */
function isOwnPath(path: unknown): path is string {
  return typeof path === 'string' && /^\/(?![/\\])[^\t\r\n]*$/.test(path);
}
