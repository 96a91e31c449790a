import { type GraphQLResolveInfo, Kind, type SelectionSetNode, getDirectiveValues, print } from 'graphql16';
import { GraphQLIncludeDirective, GraphQLSkipDirective } from 'graphql16';

interface Selection {
  readonly list: readonly string[];
  readonly text: string;
}

/** By selection set: a document is parsed once and used often. Those with @skip or @include are not kept. */
const known = new WeakMap<SelectionSetNode, Selection>();
const EMPTY: Selection = { list: [], text: '' };

/**
 * `info.selectionSetList` and `info.selectionSetGraphQL` of a field: paths joined by `/`, an aliased field by its
 * alias, fragments merged into the list
 * (https://docs.aws.amazon.com/appsync/latest/devguide/resolver-context-reference-js.html#info).
 */
export function selectionOf(info: GraphQLResolveInfo): Selection {
  const sets = info.fieldNodes.flatMap((node) => node.selectionSet ?? []);
  const [first] = sets;
  if (!first) return EMPTY;
  if (sets.length === 1) {
    const found = known.get(first);
    if (found) return found;
  }
  const list = new Set<string>();
  const walk = { info, list, conditional: false };
  for (const set of sets) collect(walk, set, '');
  const selection = { list: [...list], text: sets.map((set) => print(set)).join('\n') };
  if (sets.length === 1 && !walk.conditional) known.set(first, selection);
  return selection;
}

interface Walk {
  readonly info: GraphQLResolveInfo;
  readonly list: Set<string>;
  conditional: boolean;
}

function collect(walk: Walk, set: SelectionSetNode, prefix: string): void {
  for (const selection of set.selections) {
    if (selection.directives?.length) {
      walk.conditional = true;
      const { variableValues } = walk.info;
      if (getDirectiveValues(GraphQLSkipDirective, selection, variableValues)?.if === true) continue;
      if (getDirectiveValues(GraphQLIncludeDirective, selection, variableValues)?.if === false) continue;
    }
    if (selection.kind === Kind.FIELD) {
      const path = `${prefix}${selection.alias?.value ?? selection.name.value}`;
      walk.list.add(path);
      if (selection.selectionSet) collect(walk, selection.selectionSet, `${path}/`);
    } else if (selection.kind === Kind.INLINE_FRAGMENT) {
      collect(walk, selection.selectionSet, prefix);
    } else {
      const fragment = walk.info.fragments[selection.name.value];
      if (fragment) collect(walk, fragment.selectionSet, prefix);
    }
  }
}
