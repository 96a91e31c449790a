/** The state of one rendering: variables, the text so far, and what `#return` gave. */
export interface Frame {
  readonly variables: Map<string, unknown>;
  text: string;
  returned?: { readonly value: unknown };
}

/** How a piece of a template ended: go on, leave the loop, or leave the template. */
export type Signal = 'next' | 'break' | 'return';

export type Step = (frame: Frame) => Signal;
export type Evaluate = (frame: Frame) => unknown;
