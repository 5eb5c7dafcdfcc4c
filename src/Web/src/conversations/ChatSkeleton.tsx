import { LogSkeleton } from '@/messages/log/LogSkeleton';
import { Loading } from '@/ui/Loading';
import { Bone } from '@/ui/Skeleton';
import header from './ConversationHeader.module.css';
import classes from './ConversationPage.module.css';

export function ChatSkeleton() {
  return (
    <main className={classes.chat} id="main">
      <Loading
        pending
        skeleton={
          <>
            <div className={header.header}>
              <Bone width={38} height={38} radius="26%" />
              <div className={header.titles}>
                <Bone width={220} height={14} />
              </div>
            </div>
            <LogSkeleton />
          </>
        }
      >
        {null}
      </Loading>
    </main>
  );
}
