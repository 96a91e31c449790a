import { profilePath, type FullProfile } from '../../../lib/data/full-profile.ts';
import type { ProfileTab } from './tabs.ts';

/** What the browser's tab, search engines and link previews say of somebody's page. */
export function ProfileMeta({ profile, tab }: { profile: FullProfile; tab: ProfileTab }) {
  const { handle, displayName, bio } = profile;
  const title = `${displayName} (@${handle})${tab.path ? ` · ${tab.label}` : ''} · Cruddur`;
  const description = bio.replace(/\s+/g, ' ') || `Short posts by ${displayName} that fade away.`;
  return (
    <>
      <title>{title}</title>
      <meta name="description" content={description} />
      <meta property="og:title" content={title} />
      <meta property="og:type" content="profile" />
      <link rel="canonical" href={new URL(profilePath(handle), location.origin).href} />
      {tab.path !== '' && <meta name="robots" content="noindex" />}
    </>
  );
}
