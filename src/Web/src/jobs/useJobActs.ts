import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '@/api/client';
import { useProblemTextOf } from '@/app/useProblemText';
import { toast } from '@/ui/toasts';
import { jobName } from './jobNames';
import { jobKeys } from './keys';

function useJobAct(act: (subject: string) => Promise<unknown>, done: (subject: string) => string) {
  const cache = useQueryClient();
  const problemOf = useProblemTextOf();
  return useMutation({
    mutationFn: act,
    onSuccess: (_, subject) => toast(done(subject)),
    onError: (error) => toast(problemOf(error), { tone: 'danger' }),
    onSettled: () => cache.invalidateQueries({ queryKey: jobKeys.all }),
  });
}

export function useRunJob() {
  const { t } = useTranslation();
  return useJobAct((name) => api.post(`/jobs/${encodeURIComponent(name)}/run`), (name) => t('jobs.started', { name: jobName(name, t) }));
}

export function usePauseJob() {
  const { t } = useTranslation();
  return useJobAct((name) => api.put(`/jobs/${encodeURIComponent(name)}/pause`), (name) => t('jobs.paused', { name: jobName(name, t) }));
}

export function useResumeJob() {
  const { t } = useTranslation();
  return useJobAct((name) => api.delete(`/jobs/${encodeURIComponent(name)}/pause`), (name) => t('jobs.resumed', { name: jobName(name, t) }));
}

export function useRetryRun() {
  const { t } = useTranslation();
  return useJobAct((id) => api.post(`/jobs/${id}/retry`), () => t('jobs.retried'));
}
