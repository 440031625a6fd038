/** Words of the session article’s table that the help desk says again: labels are facts, so they stand in one place. */
import type { Text } from '../table/types.ts';
import { session } from './session.atlas.ts';
import { article } from './source.ts';

type Words = { readonly label: Text; readonly description: Text };

/** The label and description of a status, as the session table gives them. */
export const status = (name: keyof typeof session.states): Words => {
  const { label, description } = session.states[name];
  return { label, description };
};

/** The label and description of an event, as the session table gives them. */
export const event = (name: keyof typeof session.events): Words => {
  const { label, description } = session.events[name];
  return { label, description };
};

export const { groups } = session;

/** What the kinds of time-out are called. */
export const timeoutLabels = session.memory.timeout.labels;

/** Who acts in a desk. No console is spoken of, so that nobody is the colleague. */
const { colleague: _, technician, ...others } = session.actors;
export const actors = { ...others, technician: { label: technician.label } };
/** Who acts as one console sees it. */
export const consoleActors = session.actors;

/** The article, without its claims: those are decided where one console is spoken of. */
export const sources = { article: { title: article.title, language: 'fr', date: '2022-09-27' } } as const;
