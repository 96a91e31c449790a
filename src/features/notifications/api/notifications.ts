import type { Schema } from '../../../../amplify/data/resource.ts';
import { PROFILE_FIELDS } from '../../../lib/data/fields.ts';
import { request } from '../../../lib/data/request.ts';
import type { Profile } from '../../../lib/data/types.ts';

export type NotificationKind = Schema['NotificationKind']['type'];

/** «Ada and 3 others liked your crud». */
export interface Notification {
  /** Of the newest in the group. */
  id: string;
  kind: NotificationKind;
  /** The newest three. */
  actors: Profile[];
  /** How many it were. */
  total: number;
  createdAt: string;
  unread: boolean;
  activity: { id: string; message: string; expiresAt: string } | null;
}

export interface NotificationPage {
  items: Notification[];
  cursor: string | null;
}

const PAGE = `query Notifications($cursor: String) { notifications(cursor: $cursor) { items {
  id kind total createdAt unread actors { ${PROFILE_FIELDS} } activity { id message expiresAt } } cursor } }`;

/** What happened to the caller, newest first. Throws AppError. */
export async function fetchNotifications(cursor: string | null): Promise<NotificationPage> {
  const { notifications } = await request<{ notifications: NotificationPage }>(PAGE, { cursor });
  return notifications;
}

/** How many groups are unread, at most 99. Throws AppError. */
export async function fetchUnread(): Promise<number> {
  const document = 'query UnreadNotifications { unreadNotificationCount }';
  const { unreadNotificationCount } = await request<{ unreadNotificationCount: number }>(document);
  return unreadNotificationCount;
}

/** Everything up to this notification is read. Throws AppError. */
export async function markRead(upTo: string): Promise<void> {
  const document = 'mutation MarkNotificationsRead($upTo: ID!) { markNotificationsRead(upTo: $upTo) }';
  await request(document, { upTo });
}

/** The kinds that the caller does not want to hear of. Throws AppError. */
export async function fetchMutedKinds(): Promise<NotificationKind[]> {
  const document = 'query NotificationSettings { notificationSettings { mutedKinds } }';
  const { notificationSettings } = await request<{
    notificationSettings: { mutedKinds: NotificationKind[] };
  }>(document);
  return notificationSettings.mutedKinds;
}

/** Sets them; answers them as they are kept. Throws AppError. */
export async function setMutedKinds(kinds: readonly NotificationKind[]): Promise<NotificationKind[]> {
  const document = `mutation UpdateNotificationSettings($kinds: [NotificationKind!]!) {
    updateNotificationSettings(mutedKinds: $kinds) { mutedKinds } }`;
  const { updateNotificationSettings } = await request<{
    updateNotificationSettings: { mutedKinds: NotificationKind[] };
  }>(document, { kinds });
  return updateNotificationSettings.mutedKinds;
}
