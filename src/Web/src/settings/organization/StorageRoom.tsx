import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '@/api/client';
import type { Storage } from '@/api/types';
import { useFileSize } from '@/files/useFileSize';
import { ErrorState } from '@/ui/ErrorState';
import { Loading } from '@/ui/Loading';
import { SkeletonRows } from '@/ui/Skeleton';
import classes from './StorageRoom.module.css';

const nearlyFull = 0.9;

/** How much room the files of the organization take, and how much is left. */
export function StorageRoom() {
  const { t } = useTranslation();
  const storage = useQuery({ queryKey: ['storage'], queryFn: ({ signal }) => api.get<Storage>('/organization/storage', { signal }) });

  return (
    <section className={classes.room} aria-labelledby="storage-title">
      <h2 id="storage-title" className={classes.title}>
        {t('storage.title')}
      </h2>
      {storage.isError && !storage.data ? (
        <ErrorState error={storage.error} what={t('storage.what')} onRetry={() => void storage.refetch()} />
      ) : (
        <Loading pending={storage.isPending} skeleton={<SkeletonRows rows={1} avatar="none" />}>
          {storage.data && <Room storage={storage.data} />}
        </Loading>
      )}
    </section>
  );
}

function Room({ storage: { used, allowed, largestFile } }: { storage: Storage }) {
  const { t } = useTranslation();
  const size = useFileSize();
  const share = allowed > 0 ? Math.min(1, used / allowed) : 1;
  const tone = share >= 1 ? 'danger' : share >= nearlyFull ? 'warn' : undefined;
  const said = t('storage.used', { used: size(used), allowed: size(allowed) });

  return (
    <>
      <div className={classes.numbers}>
        <span>{said}</span>
        <span className={classes.free}>{t('storage.free', { free: size(Math.max(0, allowed - used)) })}</span>
      </div>
      <div className={classes.track} role="meter" aria-labelledby="storage-title" aria-valuemin={0} aria-valuemax={allowed} aria-valuenow={used} aria-valuetext={said} data-tone={tone}>
        <span style={{ width: `${share * 100}%` }} />
      </div>
      {tone && (
        <p className={classes.warning} data-tone={tone}>
          {t(tone === 'danger' ? 'storage.full' : 'storage.nearlyFull')}
        </p>
      )}
      <p className={classes.note}>{t('storage.largest', { size: size(largestFile) })}</p>
    </>
  );
}
