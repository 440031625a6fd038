/** How parts of a report are emphasised; the identity where there is no colour. */
export type Emphasis = {
  readonly [part in 'good' | 'bad' | 'decided' | 'open' | 'dim' | 'strong']: (text: string) => string;
};

const identity = (text: string): string => text;

/** No emphasis at all. */
export const PLAIN: Emphasis = {
  good: identity,
  bad: identity,
  decided: identity,
  open: identity,
  dim: identity,
  strong: identity,
};
