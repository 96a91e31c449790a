import type { GraphQLSchema } from 'graphql16';

/** Which subscription fields a mutation fires, from `@aws_subscribe(mutations: [...])`; by mutation field. */
export function subscriptionsByMutation(schema: GraphQLSchema): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const [name, field] of Object.entries(schema.getSubscriptionType()?.getFields() ?? {})) {
    const directive = field.astNode?.directives?.find((one) => one.name.value === 'aws_subscribe');
    const value = directive?.arguments?.find((argument) => argument.name.value === 'mutations')?.value;
    const values = value?.kind === 'ListValue' ? value.values : value ? [value] : [];
    for (const one of values) {
      if (one.kind !== 'StringValue') continue;
      const fired = found.get(one.value) ?? [];
      fired.push(name);
      found.set(one.value, fired);
    }
  }
  return found;
}
