/** The page that starts a conversation with somebody, or opens the one that there is. @param profileId `Profile.id` */
export function messageLink(profileId: string): string {
  return `/messages/new?to=${encodeURIComponent(profileId)}`;
}
