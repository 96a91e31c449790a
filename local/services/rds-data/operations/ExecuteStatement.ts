import type { CloudContext } from '../../../core/context.ts';
import { AwsError } from '../../../core/errors.ts';
import type { Operation } from '../../../core/service.ts';
import { permissions, requireMember, type TargetInput } from '../access.ts';
import type { Engine } from '../engine.ts';
import type { SqlParameter } from '../statement/parameters.ts';
import { respond, type ResultOptions } from '../statement/respond.ts';
import { execute, prepareStatement } from '../statement/statement.ts';

type Input = TargetInput &
  ResultOptions & { sql: string; parameters?: SqlParameter[]; continueAfterTimeout?: boolean };

/** https://docs.aws.amazon.com/rdsdataservice/latest/APIReference/API_ExecuteStatement.html */
export function executeStatement(cloud: CloudContext, engine: Engine): Operation<Input> {
  return {
    authorize: (input) => permissions(cloud, 'ExecuteStatement', input),
    async run(input) {
      requireMember(input.sql, 'sql');
      if (input.sql.length > 65_536) {
        throw new AwsError(
          'ValidationException',
          "1 validation error detected: Value at 'sql' failed to satisfy constraint: Member must have length less than or equal to 65536",
        );
      }
      const statement = prepareStatement(input.sql, input.parameters ?? []);
      return await engine.withSession(input, async (session) => {
        const result = await execute(session, statement);
        return await respond(session.client, session.connections.catalog, result, input);
      });
    },
  };
}
