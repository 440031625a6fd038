/** What whoever builds a site knows beside a table or system and its judgement. All of it may be absent. */
import type { StateGraph } from '../../model/explore/graph.ts';

export type SiteOptions = {
  /** The explored graph of the model; it is explored again, within bounds, where it is not given. */
  readonly graph?: StateGraph;
  /** When the model was checked, as ISO 8601 date: from its commit or `SOURCE_DATE_EPOCH`, never the clock, so that a site can be reproduced. */
  readonly checked?: string;
  /** BCP 47 tag of the language of texts that are given without one; the first that the model names, else English. */
  readonly plain?: string;
};
