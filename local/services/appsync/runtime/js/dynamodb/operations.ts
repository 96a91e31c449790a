/** How an attribute changes in `update`; the shapes are AppSync's own. */
export interface UpdateOperation {
  readonly type: string;
  readonly value?: unknown;
  readonly items?: unknown;
  readonly by?: unknown;
  readonly index?: unknown;
}

export const operations = Object.freeze({
  add: (value: unknown): UpdateOperation => ({ type: 'OPERATION_ADD', value }),
  remove: (): UpdateOperation => ({ type: 'OPERATION_REMOVE' }),
  replace: (value: unknown): UpdateOperation => ({ type: 'OPERATION_REPLACE', value }),
  increment: (by: unknown = 1): UpdateOperation => ({ type: 'OPERATION_INCREMENT', by }),
  decrement: (by: unknown = 1): UpdateOperation => ({ type: 'OPERATION_DECREMENT', by }),
  append: (items: unknown): UpdateOperation => ({ type: 'OPERATION_APPEND', items }),
  prepend: (items: unknown): UpdateOperation => ({ type: 'OPERATION_PREPEND', items }),
  updateListItem: (value: unknown, index: unknown): UpdateOperation => ({
    type: 'OPERATION_UPDATE_LIST_ITEM',
    value,
    index,
  }),
});

export function isUpdateOperation(value: unknown): value is UpdateOperation {
  const type = typeof value === 'object' && value !== null ? (value as { type?: unknown }).type : undefined;
  return typeof type === 'string' && type.startsWith('OPERATION_');
}
