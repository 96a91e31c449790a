import { AwsError } from '../../core/errors.ts';
import type { PoolClient, UserPool } from './pool.ts';

/** The pools and clients that the templates configured. They come anew at each start and are never stored. */
export class PoolRegistry {
  readonly #pools = new Map<string, UserPool>();
  readonly #clients = new Map<string, PoolClient>();

  putPool(pool: UserPool): void {
    this.#pools.set(pool.id, pool);
  }

  putClient(client: PoolClient): void {
    this.#clients.set(client.id, client);
  }

  removePool(address: string): void {
    for (const pool of this.pools()) if (pool.address === address) this.#pools.delete(pool.id);
  }

  removeClient(address: string): void {
    for (const client of this.clients()) if (client.address === address) this.#clients.delete(client.id);
  }

  pools(): readonly UserPool[] {
    return [...this.#pools.values()];
  }

  clients(poolId?: string): readonly PoolClient[] {
    const all = [...this.#clients.values()];
    return poolId === undefined ? all : all.filter((client) => client.poolId === poolId);
  }

  findPool(id: string): UserPool | undefined {
    return this.#pools.get(id);
  }

  findClient(id: string): PoolClient | undefined {
    return this.#clients.get(id);
  }

  /** Throws ResourceNotFoundException. */
  pool(id: string): UserPool {
    const found = this.#pools.get(id);
    if (!found) throw new AwsError('ResourceNotFoundException', `User pool ${id} does not exist.`);
    return found;
  }

  /** Throws ResourceNotFoundException. */
  client(id: string): PoolClient {
    const found = this.#clients.get(id);
    if (!found) throw new AwsError('ResourceNotFoundException', `User pool client ${id} does not exist.`);
    return found;
  }

  /** A client together with its pool. Throws ResourceNotFoundException. */
  clientAndPool(clientId: string): { client: PoolClient; pool: UserPool } {
    const client = this.client(clientId);
    return { client, pool: this.pool(client.poolId) };
  }
}
