import type { FullProfile } from '../../../lib/data/full-profile.ts';
import { profilePath } from '../../../lib/data/full-profile.ts';
import { useSession } from '../../../lib/session/session.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { Menu } from '../../../ui/Menu.tsx';
import { MenuItem } from '../../../ui/MenuItem.tsx';
import { showToast } from '../../../ui/toast-store.ts';
import { unblock, unmute } from '../block-and-mute.ts';
import { askToBlock, askToMute, askToReport } from '../dialogs/ask.tsx';
import styles from './Profile.module.css';

/** What one does seldom with somebody's page, or about them. */
export function ProfileMenu({ profile }: { profile: FullProfile }) {
  const { id, handle, mutedByMe, blockedByMe } = profile;
  const session = useSession();
  const isOther = session.status === 'person' && session.person.userId !== id;
  return (
    <Menu
      label={`More about @${handle}`}
      triggerLabel={`More about @${handle}`}
      triggerClassName={styles.more}
      trigger={<Icon name="more" />}
    >
      <MenuItem icon="copy" onSelect={() => void copyLink(handle)}>
        Copy link
      </MenuItem>
      {isOther && (
        <MenuItem
          icon={mutedByMe ? 'sound' : 'mute'}
          onSelect={() => (mutedByMe ? void unmute(profile) : askToMute(profile))}
        >
          {mutedByMe ? 'Unmute' : 'Mute'} @{handle}
        </MenuItem>
      )}
      {isOther && (
        <MenuItem icon="block" onSelect={() => (blockedByMe ? void unblock(profile) : askToBlock(profile))}>
          {blockedByMe ? 'Unblock' : 'Block'} @{handle}
        </MenuItem>
      )}
      {isOther && (
        <MenuItem icon="flag" onSelect={() => askToReport({ kind: 'person', id, person: profile })}>
          Report @{handle}
        </MenuItem>
      )}
    </Menu>
  );
}

async function copyLink(handle: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(new URL(profilePath(handle), location.origin).href);
    showToast('The link is copied.');
  } catch {
    showToast('The link could not be copied. Copy it from the address bar.', 'error');
  }
}
