import type { TFunction } from 'i18next';
import type { AccessExplanation } from '@/api/types';
import type { DateReader } from '@/app/format/dates';
import { exactMoment } from '@/app/format/moments';
import { changeFact, type Fact, irrelevantFact, reasonFact } from './accessFacts';
import { accessConsequence, accessSentence } from './accessSentence';

/** The explanation as plain text, to be sent to whoever asked. */
export function explanationText(access: AccessExplanation, chat: string, meId: string, reader: DateReader, t: TFunction): string {
  const line = ({ title, hint }: Fact) => `– ${title}${hint ? ` (${hint})` : ''}`;
  const section = (title: string, lines: string[]) => (lines.length > 0 ? ['', title, ...lines] : []);
  return [
    chat,
    accessSentence(access, meId, reader, t),
    accessConsequence(access, meId, t),
    ...section(t('access.opens'), access.because.map((reason) => line(reasonFact(reason, access, meId, reader, t)))),
    ...section(t('access.irrelevant'), access.irrelevant.map((fact) => line(irrelevantFact(fact, t)))),
    ...section(
      t('access.history'),
      access.history.map((change) => `– ${exactMoment(change.at, reader, t)}: ${changeFact(change, meId, t).title} (${changeFact(change, meId, t).hint})`),
    ),
  ].join('\n');
}
