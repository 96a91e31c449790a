/**
 * How the table of blocks says that somebody is suspended: as a block of themselves, which nobody can make otherwise. So
 * the read that asks for blocks asks for this too.
 */
export function suspensionKey(personId: string): { blockerId: string; blockedId: string } {
  return { blockerId: personId, blockedId: personId };
}
