/** YAML and JSON texts to systems, or to tables and systems. */
import type { Places } from '../table/places.ts';
import { readText, type TextOptions } from '../table/read.ts';
import { modelIn, type ParsedModel, type ParsedSystem, systemIn } from './parse.ts';

/** Reads a text as a system. Never throws. The places are those of the text, also where the system was refused. */
export function readSystem(text: string, options: TextOptions): ParsedSystem & { readonly places: Places } {
  const read = readText(text, options, systemIn);
  return read.ok ? { ok: true, system: read.value, places: read.places } : read;
}

/** Reads a text as a system where it has `instances` or `tables`, else as a table. */
export function readModel(text: string, options: TextOptions): ParsedModel & { readonly places: Places } {
  const read = readText(text, options, modelIn);
  return read.ok ? { ok: true, model: read.value, places: read.places } : read;
}
