import { createContext, useContext } from 'react';
import type { MessageEntry, Participant, ReadMark } from '@/api/types';
import type { Changeable } from './changeable';

/** What every message of the open chat needs to know about the chat. */
export type ChatScene = {
  conversationId: string;
  isGuest: boolean;
  canWrite: boolean;
  /** Absent where every message may be answered. */
  canReply?: boolean;
  canPin: boolean;
  canMarkFinal: boolean;
  canSetStatus: boolean;
  createdAt: string | undefined;
  people: Map<string, Participant>;
  reads: ReadMark[];
  onReply: (entry: MessageEntry) => void;
  changeable: (entry: MessageEntry) => Changeable;
  onEdit: (entry: MessageEntry) => void;
  onThread?: (number: number) => void;
  onGoTo: (number: number) => void;
  onUnreadFrom: (number: number) => void;
};

const SceneContext = createContext<ChatScene | undefined>(undefined);

export const ChatSceneProvider = SceneContext.Provider;

export function useChatScene(): ChatScene {
  const scene = useContext(SceneContext);
  if (!scene) throw new Error('No chat is open here.');
  return scene;
}
