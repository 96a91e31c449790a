import { AwsError } from '../../core/errors.ts';
import type { IdentityPool, RoleAttachment } from './pool.ts';

/** The identity pools and role attachments that the templates configured. */
export class IdentityPoolRegistry {
  readonly #pools = new Map<string, IdentityPool>();
  readonly #attachments = new Map<string, RoleAttachment>();

  putPool(pool: IdentityPool): void {
    this.#pools.set(pool.address, pool);
  }

  putAttachment(attachment: RoleAttachment): void {
    this.#attachments.set(attachment.address, attachment);
  }

  remove(address: string): void {
    this.#pools.delete(address);
    this.#attachments.delete(address);
  }

  pools(): readonly IdentityPool[] {
    return [...this.#pools.values()];
  }

  /** Throws ResourceNotFoundException. */
  pool(id: string): IdentityPool {
    const found = this.pools().find((pool) => pool.id === id);
    if (!found) throw new AwsError('ResourceNotFoundException', `IdentityPool '${id}' not found.`);
    return found;
  }

  attachment(poolId: string): RoleAttachment | undefined {
    return [...this.#attachments.values()].find((attachment) => attachment.poolId === poolId);
  }
}
