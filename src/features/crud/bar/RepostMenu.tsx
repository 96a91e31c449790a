import type { Activity } from '../../../lib/data/types.ts';
import { countOf, shortCount } from '../../../lib/format/count.ts';
import { classNames } from '../../../ui/class-names.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { Menu } from '../../../ui/Menu.tsx';
import { MenuItem } from '../../../ui/MenuItem.tsx';
import { act } from './act.ts';
import styles from './ActionBar.module.css';

/** Passing a crud on: as it is, or with words of one's own. */
export function RepostMenu({ activity }: { activity: Activity }) {
  const { repostCount, quoteCount, repostedByMe } = activity;
  const sum = shortCount(repostCount + quoteCount);
  const parts = `${countOf(repostCount, 'repost')} and ${countOf(quoteCount, 'quote')}`;
  // The name holds what is seen: people who speak to their browser say the number.
  const counts = repostCount > 0 && quoteCount > 0 ? `${sum}: ${parts}` : parts;
  return (
    <Menu
      label="Repost"
      triggerLabel={`${repostedByMe ? 'Reposted by you' : 'Repost or quote'}, ${counts}`}
      triggerClassName={classNames(styles.button, repostedByMe && styles.reposted)}
      trigger={
        <>
          <Icon name="repost" size={18} />
          <span className={styles.count}>{sum}</span>
        </>
      }
    >
      <MenuItem icon="repost" onSelect={() => act('repost', activity)}>
        {repostedByMe ? 'Undo repost' : 'Repost'}
      </MenuItem>
      <MenuItem icon="quote" onSelect={() => act('quote', activity)}>
        Quote
      </MenuItem>
    </Menu>
  );
}
