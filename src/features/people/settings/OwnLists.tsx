import { useState } from 'react';
import type { FullProfile } from '../../../lib/data/full-profile.ts';
import { Button } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/StateCard.tsx';
import { unblock, unmute } from '../block-and-mute.ts';
import { PeopleList } from '../list/PeopleList.tsx';
import { ownQuery } from '../list/people-query.ts';
import styles from './OwnLists.module.css';

/** Whom one blocked, with the way to take it back: a section of the settings. */
export function BlockedSettings() {
  return (
    <div className={styles.section}>
      <p>Neither of you sees the other. They are not told, and unblocking brings no follow back.</p>
      <PeopleList
        query={ownQuery('blockedProfiles')}
        label="People you blocked"
        action={(profile) => <Undo profile={profile} word="Unblock" undo={unblock} />}
        leaves={(profile) => !profile.blockedByMe}
        empty={
          <EmptyState icon="block" title="Nobody is blocked">
            Whom you block on their page or from one of their cruds stands here.
          </EmptyState>
        }
      />
    </div>
  );
}

/** Whom one muted, with the way to take it back: a section of the settings. */
export function MutedSettings() {
  return (
    <div className={styles.section}>
      <p>Their cruds stay out of your feeds, and you are not notified of what they do. They are not told.</p>
      <PeopleList
        query={ownQuery('mutedProfiles')}
        label="People you muted"
        action={(profile) => <Undo profile={profile} word="Unmute" undo={unmute} />}
        leaves={(profile) => !profile.mutedByMe}
        empty={
          <EmptyState icon="mute" title="Nobody is muted">
            Whom you mute on their page or from one of their cruds stands here.
          </EmptyState>
        }
      />
    </div>
  );
}

interface UndoProps {
  profile: FullProfile;
  word: string;
  undo: (profile: FullProfile) => Promise<boolean>;
}

function Undo({ profile, word, undo }: UndoProps) {
  const [busy, setBusy] = useState(false);
  async function run(): Promise<void> {
    setBusy(true);
    if (!(await undo(profile))) setBusy(false);
  }
  return (
    <Button busy={busy} onClick={() => void run()}>
      {word}
      <span className="visually-hidden"> {profile.displayName}</span>
    </Button>
  );
}
