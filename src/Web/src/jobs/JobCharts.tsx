import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Bar, BarChart, CartesianGrid, Line, LineChart, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import type { JobBucket } from '@/api/types';
import { clockTime } from '@/app/format/dates';
import { useDateReader } from '@/app/format/useDateReader';
import { useWords } from '@/app/i18n/useWords';
import classes from './Jobs.module.css';
import { tookWords } from './jobWords';

/** How much was done and how long it took; each picture can be read as a table, and as one sentence. */
export function JobCharts({ buckets }: { buckets: JobBucket[] }) {
  const { t, i18n } = useTranslation();
  const words = useWords();
  const reader = useDateReader();
  const time = (at: string) => clockTime(at, reader);
  const took = (milliseconds: number) => tookWords(milliseconds, t, i18n.language);
  const last = buckets.findLast(({ succeeded, failed }) => succeeded + failed > 0);
  const sum = (pick: (bucket: JobBucket) => number) => buckets.reduce((total, bucket) => total + pick(bucket), 0);
  const axis = { tickLine: false, axisLine: false, stroke: 'var(--cc-text2)' } as const;

  return (
    <div className={classes.charts}>
      <Chart
        title={t('jobs.throughput')}
        summary={t('jobs.throughputSummary', { ok: words.number(sum(({ succeeded }) => succeeded)), failed: words.number(sum(({ failed }) => failed)) })}
        empty={last === undefined}
        keys={
          <>
            <Key look="ok">{t('jobs.ok')}</Key>
            <Key look="failed">{t('jobs.error')}</Key>
          </>
        }
        columns={[t('jobs.column.time'), t('jobs.ok'), t('jobs.error')]}
        rows={buckets.map(({ at, succeeded, failed }) => [time(at), words.number(succeeded), words.number(failed)])}
      >
        <BarChart data={buckets} margin={{ top: 4, right: 0, bottom: 0, left: -12 }} barCategoryGap="18%" accessibilityLayer={false}>
          <CartesianGrid vertical={false} stroke="var(--cc-border)" />
          <XAxis dataKey="at" tickFormatter={time} minTickGap={56} {...axis} />
          <YAxis allowDecimals={false} width={52} tickCount={5} {...axis} />
          <Tooltip cursor={{ fill: 'var(--cc-hover)' }} content={<Hint lines={({ at, succeeded, failed }) => [time(at), `${t('jobs.ok')}: ${succeeded}`, `${t('jobs.error')}: ${failed}`]} />} />
          <Bar dataKey="failed" stackId="runs" fill="var(--cc-danger-fill)" isAnimationActive={false} />
          <Bar dataKey="succeeded" stackId="runs" fill="var(--cc-primary)" radius={[2, 2, 0, 0]} isAnimationActive={false} />
        </BarChart>
      </Chart>
      <Chart
        title={t('jobs.duration')}
        summary={last ? t('jobs.durationSummary', { median: took(last.medianMs), p95: took(last.p95Ms) }) : t('jobs.noRuns')}
        empty={last === undefined}
        keys={
          <>
            <Key look="line">{t('jobs.median')}</Key>
            <Key look="dashed">{t('jobs.p95')}</Key>
          </>
        }
        columns={[t('jobs.column.time'), t('jobs.median'), t('jobs.p95')]}
        rows={buckets.map(({ at, medianMs, p95Ms }) => [time(at), took(medianMs), took(p95Ms)])}
      >
        <LineChart data={buckets} margin={{ top: 4, right: 0, bottom: 0, left: -4 }} accessibilityLayer={false}>
          <CartesianGrid vertical={false} stroke="var(--cc-border)" />
          <XAxis dataKey="at" tickFormatter={time} minTickGap={56} {...axis} />
          <YAxis width={60} tickCount={5} tickFormatter={(value: number) => (value === 0 ? '0' : took(value))} {...axis} />
          <Tooltip content={<Hint lines={({ at, medianMs, p95Ms }) => [time(at), `${t('jobs.median')}: ${took(medianMs)}`, `${t('jobs.p95')}: ${took(p95Ms)}`]} />} />
          <Line dataKey="medianMs" stroke="var(--cc-primary)" strokeWidth={2} dot={false} isAnimationActive={false} />
          <Line dataKey="p95Ms" stroke="var(--cc-warn-fill)" strokeWidth={2} strokeDasharray="5 4" dot={false} isAnimationActive={false} />
        </LineChart>
      </Chart>
    </div>
  );
}

type ChartProps = { title: string; summary: string; empty: boolean; keys: ReactNode; columns: string[]; rows: string[][]; children: ReactNode };

function Chart({ title, summary, empty, keys, columns, rows, children }: ChartProps) {
  const { t } = useTranslation();
  const [asTable, setAsTable] = useState(false);
  return (
    <section className={classes.chart} aria-label={title}>
      <div className={classes.chartHead}>
        <h2>{title}</h2>
        {keys}
        <button type="button" className={classes.switch} aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
          {t(asTable ? 'jobs.asChart' : 'jobs.asTable')}
        </button>
      </div>
      {asTable ? (
        <div className={classes.numbers} tabIndex={0} role="region" aria-label={title}>
          <table>
            <thead>
              <tr>
                {columns.map((column) => (
                  <th key={column} scope="col">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row, index) => (
                <tr key={index}>
                  {row.map((cell, at) => (
                    <td key={at}>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : (
        <div className={classes.plot} role="img" aria-label={summary}>
          <ResponsiveContainer width="100%" height="100%">
            {children}
          </ResponsiveContainer>
        </div>
      )}
      <p className={classes.srOnly}>{empty ? t('jobs.noRuns') : summary}</p>
    </section>
  );
}

function Key({ look, children }: { look: 'ok' | 'failed' | 'line' | 'dashed'; children: ReactNode }) {
  return (
    <span className={classes.key}>
      <span className={classes.swatch} data-look={look} aria-hidden="true" />
      {children}
    </span>
  );
}

type HintProps = { lines: (bucket: JobBucket) => string[]; active?: boolean; payload?: readonly { payload?: unknown }[] };

function Hint({ lines, active = false, payload }: HintProps) {
  const bucket = payload?.[0]?.payload as JobBucket | undefined;
  if (!active || !bucket) return null;
  return (
    <div className={classes.tooltip}>
      {lines(bucket).map((line) => (
        <p key={line}>{line}</p>
      ))}
    </div>
  );
}
