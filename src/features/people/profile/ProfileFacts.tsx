import type { ReactNode } from 'react';
import type { FullProfile } from '../../../lib/data/full-profile.ts';
import { Icon, type IconName } from '../../../ui/Icon.tsx';
import { websiteLink } from '../model/website.ts';
import styles from './Profile.module.css';

const joined = new Intl.DateTimeFormat('en', { month: 'long', year: 'numeric' });

/** Where somebody is, their website, and since when they are here. */
export function ProfileFacts({ profile }: { profile: FullProfile }) {
  const { location, website, createdAt } = profile;
  const link = websiteLink(website);
  return (
    <ul className={styles.facts}>
      {location && (
        <Fact icon="place" name="Location">
          <bdi>{location}</bdi>
        </Fact>
      )}
      {link && (
        <Fact icon="link" name="Website">
          <a href={link.href} target="_blank" rel="noopener noreferrer nofollow ugc" title={link.href}>
            {link.label}
          </a>
        </Fact>
      )}
      <Fact icon="calendar">
        Joined <time dateTime={createdAt}>{joined.format(new Date(createdAt))}</time>
      </Fact>
    </ul>
  );
}

function Fact({ icon, name, children }: { icon: IconName; name?: string; children: ReactNode }) {
  return (
    <li>
      <Icon name={icon} size={16} />
      {name && <span className="visually-hidden">{name}: </span>}
      <span>{children}</span>
    </li>
  );
}
