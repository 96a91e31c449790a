import type { Operation } from '../../../core/service.ts';
import type { Engine } from '../engine.ts';
import { validationError } from '../errors.ts';
import { changeTable } from '../tables/table-changes.ts';
import { tableOperation } from '../tables/table-operation.ts';

/** @see https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_UpdateTimeToLive.html */
export function updateTimeToLive(engine: Engine): Operation<unknown> {
  return tableOperation(engine, 'UpdateTimeToLive', (table, request) => {
    request.required('TimeToLiveSpecification');
    const specification = request.structure('TimeToLiveSpecification');
    specification?.required('AttributeName', 'Enabled');
    specification?.length('AttributeName', 1, 255);
    request.check();
    const attribute = specification!.string('AttributeName')!;
    const enabled = specification!.boolean('Enabled')!;
    const current = table.definition.TimeToLiveAttribute;
    if (current !== undefined && current !== attribute) {
      throw validationError('TimeToLive is active on a different AttributeName');
    }
    if (enabled === (current !== undefined)) {
      throw validationError(`TimeToLive is already ${enabled ? 'enabled' : 'disabled'}`);
    }
    changeTable(engine, table, { ...table.definition, TimeToLiveAttribute: enabled ? attribute : undefined });
    return { TimeToLiveSpecification: { Enabled: enabled, AttributeName: attribute } };
  });
}
