import type { Person } from './people.ts';

/** Everything that `exportAccount` answers to somebody, of all its pages. */
export async function exported(person: Person): Promise<any[]> {
  const items: any[] = [];
  let cursor: string | null = null;
  do {
    const page: any = await person.ask(
      'query ($cursor: String) { exportAccount(cursor: $cursor) { items cursor } }',
      { cursor },
    );
    items.push(...page.items.map((item: string) => JSON.parse(item)));
    cursor = page.cursor;
  } while (cursor);
  return items;
}
