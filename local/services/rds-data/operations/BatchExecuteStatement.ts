import type { CloudContext } from '../../../core/context.ts';
import { AwsError } from '../../../core/errors.ts';
import type { Operation } from '../../../core/service.ts';
import { permissions, requireMember, type TargetInput } from '../access.ts';
import type { Engine } from '../engine.ts';
import type { SqlParameter } from '../statement/parameters.ts';
import { execute, prepareStatement } from '../statement/statement.ts';

type Input = TargetInput & { sql: string; parameterSets?: SqlParameter[][] };

/**
 * Runs one statement for each set of parameters; outside a caller's transaction all of them or none.
 * https://docs.aws.amazon.com/rdsdataservice/latest/APIReference/API_BatchExecuteStatement.html
 */
export function batchExecuteStatement(cloud: CloudContext, engine: Engine): Operation<Input> {
  return {
    authorize: (input) => permissions(cloud, 'BatchExecuteStatement', input),
    async run(input) {
      requireMember(input.sql, 'sql');
      const statements = (input.parameterSets ?? []).map((set) => prepareStatement(input.sql, set));
      return await engine.withSession(input, async (session) => {
        if (!session.inTransaction) await session.client.query('begin');
        try {
          for (const statement of statements) {
            const { fields } = await execute(session, statement);
            if (fields.length > 0) {
              throw new AwsError(
                'ValidationException',
                'BatchExecuteStatement does not support statements that return rows',
              );
            }
          }
          if (!session.inTransaction) await session.client.query('commit');
        } catch (error) {
          if (!session.inTransaction) await session.client.query('rollback');
          throw error;
        }
        return { updateResults: statements.map(() => ({ generatedFields: [] })) };
      });
    },
  };
}
