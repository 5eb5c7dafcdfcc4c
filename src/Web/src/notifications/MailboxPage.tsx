import { SegmentedControl } from '@mantine/core';
import { IconArrowLeft, IconFlask, IconMail, IconMailOpened, IconRefresh } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '@/api/client';
import type { Letter } from '@/api/types';
import { Moment } from '@/app/format/Moment';
import { useDocumentTitle } from '@/app/shell/useDocumentTitle';
import { useLayout } from '@/app/useLayout';
import { ErrorState } from '@/ui/ErrorState';
import { IconButton } from '@/ui/IconButton';
import { Loading } from '@/ui/Loading';
import { SearchField } from '@/ui/SearchField';
import { SkeletonRows } from '@/ui/Skeleton';
import { StateView } from '@/ui/StateView';
import { useDebounced } from '@/ui/useDebounced';
import { LetterFrame } from './LetterFrame';
import classes from './MailboxPage.module.css';

type View = 'html' | 'text' | 'links';

/** Where letters stay while no mail server is set; it exists in development only. */
export function MailboxPage() {
  const { t } = useTranslation();
  useDocumentTitle(t('mailbox.title'));
  const layout = useLayout();
  const [search, setSearch] = useState('');
  const [chosen, setChosen] = useState<string | undefined>(undefined);
  const to = useDebounced(search.trim(), 250);
  const letters = useQuery({
    queryKey: ['mailbox', 'letters', to],
    queryFn: async ({ signal }) => (await api.get<{ items: Letter[] }>('/development/mailbox', { signal, query: { to } })).items,
    placeholderData: (before) => before,
    staleTime: 0,
  });

  const single = layout === 'phone' || layout === 'narrow';
  const letter = letters.data?.find(({ id }) => id === chosen) ?? (single ? undefined : letters.data?.[0]);
  return (
    <main className={classes.page} id="main">
      <p className={classes.strip}>
        <IconFlask size={17} stroke={1.75} aria-hidden="true" />
        <span>
          <b>{t('mailbox.strip')}</b> {t('mailbox.stripText')}
        </span>
      </p>
      <div className={classes.panes}>
        {(!single || !letter) && (
          <section className={classes.list} aria-label={t('mailbox.letters')}>
            <div className={classes.head}>
              <h1>{t('mailbox.title')}</h1>
              <IconButton icon={IconRefresh} label={t('mailbox.refresh')} onClick={() => void letters.refetch()} />
            </div>
            <div className={classes.search}>
              <SearchField label={t('mailbox.to')} value={search} onChange={setSearch} />
            </div>
            {letters.isError && !letters.data ? (
              <ErrorState error={letters.error} what={t('what.letters')} onRetry={() => void letters.refetch()} />
            ) : (
              <Loading pending={letters.isPending} skeleton={<SkeletonRows rows={5} avatar="none" />}>
                {letters.data?.length === 0 ? (
                  <StateView icon={IconMail} title={t(to ? 'mailbox.emptySearch' : 'mailbox.empty')} text={to ? undefined : t('mailbox.emptyText')} />
                ) : (
                  <ul className={classes.letters}>
                    {letters.data?.map((one) => (
                      <li key={one.id}>
                        <button type="button" className={classes.letter} aria-current={one.id === letter?.id} onClick={() => setChosen(one.id)}>
                          <span className={classes.line}>
                            <span className={classes.address}>{one.to}</span>
                            <Moment at={one.at} as="row" />
                          </span>
                          <span className={classes.subject}>{one.subject}</span>
                        </button>
                      </li>
                    ))}
                  </ul>
                )}
              </Loading>
            )}
          </section>
        )}
        {letter ? (
          <LetterView key={letter.id} letter={letter} onBack={single ? () => setChosen(undefined) : undefined} />
        ) : (
          !single && (letters.data?.length ?? 0) > 0 && <StateView icon={IconMailOpened} title={t('mailbox.choose')} />
        )}
      </div>
    </main>
  );
}

function LetterView({ letter, onBack }: { letter: Letter; onBack: (() => void) | undefined }) {
  const { t } = useTranslation();
  const [view, setView] = useState<View>('html');
  const Heading = onBack ? 'h1' : 'h2';
  return (
    <article className={classes.view}>
      <header className={classes.viewHead}>
        {onBack && <IconButton icon={IconArrowLeft} iconSize={22} label={t('mailbox.back')} onClick={onBack} />}
        <div className={classes.titles}>
          <Heading>{letter.subject}</Heading>
          <p>
            {t('mailbox.recipient', { to: letter.to })} · <Moment at={letter.at} as="exact" />
          </p>
        </div>
        <SegmentedControl
          aria-label={t('mailbox.view')}
          value={view}
          data={[
            { value: 'html', label: t('mailbox.html') },
            { value: 'text', label: t('mailbox.text') },
            { value: 'links', label: `${t('mailbox.links')} ${letter.links.length}` },
          ]}
          onChange={(next) => setView(next)}
        />
      </header>
      {view === 'html' && <LetterFrame html={letter.html} />}
      {view === 'text' && <pre className={classes.text}>{letter.text}</pre>}
      {view === 'links' && (
        <ul className={classes.links}>
          {letter.links.map((link) => (
            <li key={link}>
              <a href={link}>{link}</a>
            </li>
          ))}
          {letter.links.length === 0 && <li>{t('mailbox.noLinks')}</li>}
        </ul>
      )}
    </article>
  );
}
