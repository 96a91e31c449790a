import { UtilError } from '../../util/util-error.ts';
import { toDynamoDB } from '../../util/dynamodb.ts';
import { isRecord } from '../../util/json.ts';

const COMPARISONS: Readonly<Record<string, string>> = { eq: '=', lt: '<', le: '<=', gt: '>', ge: '>=' };

/** `query`'s key condition as an expression; throws UtilError for operators that keys don't have. */
export function toKeyCondition(query: unknown): Record<string, unknown> {
  if (!isRecord(query)) throw new UtilError('Expected query to be an object.');
  const names: Record<string, string> = {};
  const values: Record<string, unknown> = {};
  const parts = Object.entries(query).flatMap(([field, condition]) =>
    Object.entries(isRecord(condition) ? condition : {}).map(([operator, operand]) => {
      const safe = field.replace(/[^A-Za-z0-9_]/g, '_');
      const name = `#${safe}`;
      names[name] = field;
      const bind = (suffix: string, value: unknown): string => {
        values[`:${safe}_${suffix}`] = toDynamoDB(value);
        return `:${safe}_${suffix}`;
      };
      const comparison = COMPARISONS[operator];
      if (comparison !== undefined) return `${name} ${comparison} ${bind(operator, operand)}`;
      if (operator === 'beginsWith') return `begins_with(${name}, ${bind(operator, operand)})`;
      if (operator === 'between' && Array.isArray(operand) && operand.length === 2) {
        return `${name} BETWEEN ${bind('between_1', operand[0])} AND ${bind('between_2', operand[1])}`;
      }
      throw new UtilError(`Unsupported key condition ${field}.${operator}.`);
    }),
  );
  return { expression: parts.join(' AND '), expressionNames: names, expressionValues: values };
}
