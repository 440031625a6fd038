/// <reference lib="dom" />
/** The data of the page: files of the same origin that the site’s build wrote, after it had checked the model. */
import { isSystem, type Model } from '../../../model/system/types.ts';
import { plainCopy } from '../../../model/table/plain.ts';
import type { Words } from './words.ts';

/** The model cannot be simulated; the message says why, for readers. */
export class Unloadable extends Error {
  override readonly name = 'Unloadable';
}

/** A trace of the site: what it shows, and its token. */
export type SiteTrace = { readonly name: string; readonly title: string; readonly token: string };

const isRecord = (value: unknown): value is { readonly [key: string]: unknown } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

async function fetched(address: string, words: Words): Promise<unknown> {
  let response: Response;
  try {
    response = await fetch(address);
  } catch (thrown) {
    throw new Unloadable(words.notFetched(address, thrown instanceof Error ? thrown.message : String(thrown)));
  }
  if (!response.ok) throw new Unloadable(words.notFetched(address, String(response.status)));
  try {
    return await response.json();
  } catch {
    throw new Unloadable(words.notModel(address));
  }
}

/**
 * The model as plain data. Its build parsed it with all rules of the language, so that only its shape is looked at here: a file that is something
 * else is refused, and nothing in it is ever run or taken for markup.
 */
export function modelIn(given: unknown): Model | undefined {
  const plain = plainCopy(given);
  if (!('value' in plain) || !isRecord(plain.value)) return undefined;
  const model = plain.value;
  const isTable = (value: unknown): boolean =>
    isRecord(value) && isRecord(value.states) && isRecord(value.events) && Array.isArray(value.transitions);
  const fits = isSystem(model as Model)
    ? isRecord(model.instances) && Array.isArray(model.tables) && model.tables.every(isTable)
    : isTable(model);
  return fits && typeof model.name === 'string' ? (model as Model) : undefined;
}

/** @throws {Unloadable} */
export async function loadModel(address: string, words: Words): Promise<Model> {
  const model = modelIn(await fetched(address, words));
  if (model === undefined) throw new Unloadable(words.notModel(address));
  return model;
}

/** The traces of the site by their names. @throws {Unloadable} */
export async function loadTraces(address: string, words: Words): Promise<readonly SiteTrace[]> {
  const given = await fetched(address, words);
  if (!isRecord(given)) throw new Unloadable(words.notModel(address));
  return Object.entries(given).flatMap(([name, trace]) =>
    isRecord(trace) && typeof trace.title === 'string' && typeof trace.token === 'string'
      ? [{ name, title: trace.title, token: trace.token }]
      : [],
  );
}
