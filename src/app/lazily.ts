import { createElement, lazy, useState, type ComponentType } from 'react';
import { holdCalm } from '../lib/query/when-calm.ts';

/** A screen whose code may still have to come. */
export interface Loadable {
  (): React.ReactNode;
  load?: () => Promise<unknown>;
}

/** A screen whose code comes when it is opened, or when `load` is called. What has come already is drawn at once. */
export function lazily<M>(load: () => Promise<M>, pick: (module: M) => ComponentType): Loadable {
  let screen: ComponentType | undefined;
  async function come(): Promise<{ default: ComponentType }> {
    screen = pick(await holdCalm(load()));
    return { default: screen };
  }
  const Later = lazy(come);
  function Lazily(): React.ReactNode {
    // As long as it stands it stays the same component, or it would lose its state.
    const [content] = useState(() => screen ?? Later);
    return createElement(content);
  }
  return Object.assign(Lazily, { load: come });
}
