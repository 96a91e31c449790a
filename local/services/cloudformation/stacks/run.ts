import { rmSync } from 'node:fs';
import { stackArn, type DeployedStack, type ResourceEvent } from '../../../assembly/deploy/deployment.ts';
import type { CloudContext } from '../../../core/context.ts';
import type { StackEvents } from './events.ts';
import { placeOf } from './nested.ts';
import type { Deployable, Stack } from './stack.ts';
import type { StackStore } from './store.ts';

/** What deploys an assembly; one at a time. */
export interface Deployer {
  deploy(
    folder: string,
    parameters: Readonly<Record<string, unknown>>,
    report: (event: ResourceEvent) => void,
  ): Promise<DeployedStack>;
  removeAll(report: (event: ResourceEvent) => void): Promise<void>;
}

/** Runs what was accepted, after the answer went out; the stack's status tells how far it is. */
export interface StackRunner {
  create(stack: Stack, next: Deployable): void;
  update(stack: Stack, next: Deployable): void;
  remove(stack: Stack): void;
}

/**
 * Tools ask for events every few seconds, and look into a nested stack from its newest beginning on. A rollback takes minutes
 * on AWS; one that was over before they asked would hide from them what failed.
 */
const ROLLBACK_PAUSE_MS = 3000;

interface Parts {
  readonly cloud: CloudContext;
  readonly store: StackStore;
  readonly events: StackEvents;
  readonly deployer: Deployer;
}

export function createRunner({ cloud, store, events, deployer }: Parts): StackRunner {
  /** The stack's own line among its events. */
  function enter(stack: Stack, status: string, reason?: string): void {
    stack.status = status;
    stack.statusReason = reason;
    store.save();
    const { id, name } = stack;
    const type = 'AWS::CloudFormation::Stack';
    events.add({ stackId: id, stackName: name, logicalId: name, physicalId: id, type, status, reason });
  }

  function reporter(stack: Stack): { report: (event: ResourceEvent) => void; failed: string[] } {
    const failed: string[] = [];
    return {
      failed,
      report({ stackPath, ...event }) {
        const place = placeOf(stack.name, stackPath);
        const stackId = stackArn(cloud, place);
        if (event.status.endsWith('_FAILED') && stackPath === '') failed.push(event.logicalId);
        const { logicalId, type, status, reason } = event;
        events.add({
          stackId,
          stackName: place.stackName,
          logicalId,
          physicalId: event.physicalId ?? '',
          type,
          status,
          reason,
        });
      },
    };
  }

  async function create(stack: Stack, next: Deployable): Promise<void> {
    enter(stack, 'CREATE_IN_PROGRESS', 'User Initiated');
    const { report, failed } = reporter(stack);
    try {
      stack.outputs = (await deployer.deploy(next.folder, next.parameters, report)).outputs;
      enter(stack, 'CREATE_COMPLETE');
    } catch (error) {
      enter(stack, 'ROLLBACK_IN_PROGRESS', because('create', failed, error));
      await events.whenRead(stack.id, ROLLBACK_PAUSE_MS);
      await deployer.removeAll(report);
      enter(stack, 'ROLLBACK_COMPLETE');
    }
  }

  async function update(stack: Stack, next: Deployable): Promise<void> {
    const before = stack.current;
    stack.updatedAt = cloud.clock.now();
    enter(stack, 'UPDATE_IN_PROGRESS', 'User Initiated');
    const { report, failed } = reporter(stack);
    try {
      stack.outputs = (await deployer.deploy(next.folder, next.parameters, report)).outputs;
      stack.current = next;
      enter(stack, 'UPDATE_COMPLETE');
      if (before) rmSync(before.folder, { recursive: true, force: true });
    } catch (error) {
      enter(stack, 'UPDATE_ROLLBACK_IN_PROGRESS', because('update', failed, error));
      await events.whenRead(stack.id, ROLLBACK_PAUSE_MS);
      await goBack(stack, before, report);
      rmSync(next.folder, { recursive: true, force: true });
    }
  }

  async function goBack(
    stack: Stack,
    before: Deployable | undefined,
    report: (event: ResourceEvent) => void,
  ): Promise<void> {
    try {
      if (before) stack.outputs = (await deployer.deploy(before.folder, before.parameters, report)).outputs;
      enter(stack, 'UPDATE_ROLLBACK_COMPLETE');
    } catch (error) {
      enter(stack, 'UPDATE_ROLLBACK_FAILED', message(error));
    }
  }

  async function remove(stack: Stack): Promise<void> {
    enter(stack, 'DELETE_IN_PROGRESS', 'User Initiated');
    await deployer.removeAll(reporter(stack).report);
    stack.deletedAt = cloud.clock.now();
    if (stack.current) rmSync(stack.current.folder, { recursive: true, force: true });
    stack.current = undefined;
    enter(stack, 'DELETE_COMPLETE');
  }

  /** In the background; what the steps above don't expect ends the operation and is told. */
  function start(stack: Stack, work: Promise<void>): void {
    void cloud.tracker.track(
      work.catch((error: unknown) => {
        enter(stack, stack.status.replace(/_IN_PROGRESS$/, '_FAILED'), message(error));
      }),
    );
  }

  return {
    create(stack, next) {
      stack.current = next;
      start(stack, create(stack, next));
    },
    update: (stack, next) => start(stack, update(stack, next)),
    remove: (stack) => start(stack, remove(stack)),
  };
}

function because(verb: 'create' | 'update', failed: readonly string[], error: unknown): string {
  if (failed.length === 0) return message(error);
  return `The following resource(s) failed to ${verb}: [${[...new Set(failed)].join(', ')}]. `;
}

function message(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
