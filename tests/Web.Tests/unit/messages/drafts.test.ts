import { beforeEach, describe, expect, test, vi } from 'vitest';
import { forgetMember } from '@/app/memberStorage';
import { appendDraft, changeDraft, clearDraft, draftStore, loadDrafts } from '@/messages/drafts/drafts';
import { vektor } from '../cast';

const draft = (id = vektor) => draftStore.getState().byConversation[id];
const reload = (memberId: string) => {
  draftStore.setState({ memberId: undefined, byConversation: {} });
  loadDrafts(memberId);
};

beforeEach(() => {
  draftStore.setState({ memberId: undefined, byConversation: {} });
  loadDrafts('nikolai');
});

describe('What one has begun to write', () => {
  test('is there after a reload, each in its chat', () => {
    changeDraft(vektor, { text: 'Добрый день' });
    changeDraft('delo', { text: 'Здравствуйте' });
    reload('nikolai');
    expect([draft()?.text, draft('delo')?.text]).toEqual(['Добрый день', 'Здравствуйте']);
  });

  test('nobody else on this device sees it', () => {
    changeDraft(vektor, { text: 'Только моё' });
    reload('elena');
    expect(draft()).toBeUndefined();
  });

  test('keeps the message that it answers, with or without words yet', () => {
    changeDraft(vektor, { replyTo: { number: 3, available: true } });
    changeDraft(vektor, { text: 'Да' });
    reload('nikolai');
    expect(draft()).toEqual({ text: 'Да', replyTo: { number: 3, available: true } });
  });

  test('blanks are no draft', () => {
    changeDraft(vektor, { text: 'Да' });
    changeDraft(vektor, { text: '  \n' });
    expect(draft()).toBeUndefined();
    expect(localStorage.length).toBe(1);
    expect(localStorage.getItem('clientchats.member.nikolai.drafts')).toBeNull();
  });

  test('is gone when it was sent', () => {
    changeDraft(vektor, { text: 'Да', replyTo: { number: 3, available: true } });
    clearDraft(vektor);
    reload('nikolai');
    expect(draft()).toBeUndefined();
  });

  test('takes back what could not be delivered, below what is there', () => {
    appendDraft(vektor, 'Раз');
    appendDraft(vektor, 'Два');
    expect(draft()?.text).toBe('Раз\nДва');
  });

  test('leaves the device with its owner', () => {
    changeDraft(vektor, { text: 'Моё' });
    localStorage.setItem('clientchats.member.elena.drafts', '{}');
    forgetMember('nikolai');
    expect(Object.keys(localStorage).filter((key) => key.startsWith('clientchats.member.'))).toEqual(['clientchats.member.elena.drafts']);
  });

  test('a full device loses nothing that is on the screen', () => {
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    changeDraft(vektor, { text: 'Длинное' });
    expect(draft()?.text).toBe('Длинное');
  });
});
