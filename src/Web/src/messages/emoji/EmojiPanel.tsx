import { EmojiPicker } from 'frimousse';
import { useTranslation } from 'react-i18next';
import { useLocale } from '@/app/i18n/useLocale';
import { asPicture, loadEmoji } from './emojiData';
import classes from './EmojiPanel.module.css';

/** All emoji to choose from, by groups or by a word; arrows move, Enter takes. */
export function EmojiPanel({ onPick }: { onPick: (emoji: string) => void }) {
  const { t } = useTranslation();
  const locale = useLocale();

  return (
    <EmojiPicker.Root className={classes.root} columns={8} locale={locale} resolveEmojiData={() => loadEmoji(locale, (group) => t(`emoji.groups.${group}`))} onEmojiSelect={({ emoji }) => onPick(emoji)}>
      <EmojiPicker.Search className={classes.search} placeholder={t('emoji.search')} aria-label={t('emoji.search')} autoFocus />
      <EmojiPicker.Viewport className={classes.viewport}>
        <EmojiPicker.Loading className={classes.state}>{t('emoji.loading')}</EmojiPicker.Loading>
        <EmojiPicker.Empty className={classes.state}>{t('emoji.nothing')}</EmojiPicker.Empty>
        <EmojiPicker.List
          components={{
            CategoryHeader: ({ category, ...rest }) => (
              <div {...rest} className={classes.group}>
                {category.label}
              </div>
            ),
            Row: ({ children, ...rest }) => (
              <div {...rest} aria-rowindex={oneBased(rest['aria-rowindex'])} className={classes.row}>
                {children}
              </div>
            ),
            Emoji: ({ emoji, ...rest }) => (
              <button {...rest} role="gridcell" aria-colindex={oneBased(rest['aria-colindex'])} type="button" className={classes.emoji} data-active={emoji.isActive || undefined} title={emoji.label} aria-label={emoji.label}>
                {asPicture(emoji.emoji)}
              </button>
            ),
          }}
        />
      </EmojiPicker.Viewport>
    </EmojiPicker.Root>
  );
}

/** Rows and columns are counted from one for whoever listens to them. */
function oneBased(index: number | undefined): number | undefined {
  return index === undefined ? undefined : index + 1;
}
